import HearsayRecords

/// An ISO 8601 date or instant, as coarse as it is told, as seconds since 1970 in UTC.
///
/// Dates without an offset are taken as UTC. Written here because ledgers compare dates of every coarseness
/// ("2021", "2021-11", "2021-11-07", "2021-11-07T04:30+03:00"), which Foundation's parsers do not.
package struct Moment: Hashable, Sendable {
  /// The first second it may mean.
  package let first: Double
  /// The last second it may mean; not before `first`.
  package let last: Double

  /// Reads a date or instant; `nil` if it is neither.
  package init?(_ text: String) {
    var rest = Substring(text)
    guard let year = Self.number(&rest, digits: 4) else { return nil }
    guard rest.popPrefix("-") else {
      guard rest.isEmpty else { return nil }
      self.init(from: CivilCalendar.number(year, 1, 1), to: CivilCalendar.number(year + 1, 1, 1))
      return
    }
    guard let month = Self.number(&rest, digits: 2), (1...12).contains(month) else { return nil }
    guard rest.popPrefix("-") else {
      guard rest.isEmpty else { return nil }
      let after =
        month == 12
        ? CivilCalendar.number(year + 1, 1, 1) : CivilCalendar.number(year, month + 1, 1)
      self.init(from: CivilCalendar.number(year, month, 1), to: after)
      return
    }
    guard let day = Self.number(&rest, digits: 2), (1...31).contains(day) else { return nil }
    let start = CivilCalendar.number(year, month, day)
    if rest.isEmpty {
      self.init(from: start, to: start + 1)
      return
    }
    guard rest.popPrefix("T") || rest.popPrefix(" ") else { return nil }
    self.init(midnight: Double(start) * 86_400, clock: rest)
  }

  private init(from: Int, to: Int) {
    first = Double(from) * 86_400
    last = Double(to) * 86_400 - 1
  }

  private init?(midnight: Double, clock: Substring) {
    var rest = clock
    guard let hour = Self.number(&rest, digits: 2), (0...24).contains(hour) else { return nil }
    var seconds = Double(hour) * 3_600
    var coarseness = 3_600.0
    if rest.popPrefix(":"), let minute = Self.number(&rest, digits: 2), minute < 60 {
      seconds += Double(minute) * 60
      coarseness = 60
      if rest.popPrefix(":"), let second = Self.number(&rest, digits: 2), second <= 60 {
        seconds += Double(second)
        coarseness = 1
        if rest.popPrefix(".") || rest.popPrefix(",") {
          let digits = rest.prefix { $0.isASCII && $0.isNumber }
          seconds += Double("0." + digits) ?? 0
          rest.removeFirst(digits.count)
        }
      }
    }
    guard let offset = Self.offset(rest) else { return nil }
    first = midnight + seconds - offset
    last = first + coarseness - 1
  }

  /// Seconds east of UTC: `Z`, `+03:00`, `+0300`, `+03` or nothing.
  private static func offset(_ text: Substring) -> Double? {
    var rest = text
    if rest.isEmpty || rest == "Z" || rest == "z" { return 0 }
    let sign: Double
    if rest.popPrefix("+") {
      sign = 1
    } else if rest.popPrefix("-") || rest.popPrefix("\u{2212}") {
      sign = -1
    } else {
      return nil
    }
    guard let hours = number(&rest, digits: 2), hours <= 18 else { return nil }
    _ = rest.popPrefix(":")
    let minutes = rest.isEmpty ? 0 : number(&rest, digits: 2)
    guard let minutes, minutes < 60, rest.isEmpty else { return nil }
    return sign * Double(hours * 3_600 + minutes * 60)
  }

  private static func number(_ text: inout Substring, digits: Int) -> Int? {
    let head = text.prefix(digits)
    guard head.utf8.count == digits, head.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    text = text.dropFirst(digits)
    return Int(head)
  }
}

extension Substring {
  fileprivate mutating func popPrefix(_ character: Character) -> Bool {
    guard first == character else { return false }
    removeFirst()
    return true
  }
}
