/// Finds dates in the data that pages hand to their scripts: `"publishedAt":"2031-03-04T05:06:07Z"`.
enum ScriptDates {
  /// Trust in a date that is the only one under such names, and in the first of several.
  private static let only = 58.0
  private static let first = 34.0
  private static let changed = 36.0
  /// Scripts longer than this are programs.
  private static let longestScript = 3_000_000

  static func candidates(_ scripts: [String], _ scanner: DateScanner) -> [DateCandidate] {
    var found: [DateCandidate] = []
    for script in scripts where script.utf8.count < longestScript {
      for entry in entries(script) {
        guard let meaning = MarkedDates.meaning(entry.name),
          let date = MarkedDates.date(entry.value, scanner),
          WrittenDate.recentYears.contains(date.date.year), date.date.day != nil
        else { continue }
        found.append(
          DateCandidate(
            date: date.date, other: date.other, place: .script,
            trust: meaning.isChange ? changed : only, isChange: meaning.isChange))
        if found.count >= 60 { break }
      }
    }
    for isChange in [false, true] {
      let days = Set(found.filter { $0.isChange == isChange }.map(\.date.dayNumber))
      guard days.count > 1 else { continue }
      var isFirst = true
      for index in found.indices where found[index].isChange == isChange {
        found[index].trust = isFirst ? first : first - 14
        isFirst = false
      }
    }
    return found
  }

  private struct Entry {
    let name: String
    let value: String
  }

  /// Names with "ubli", "ubdate" or "odified" in them, each with the value behind it.
  private static func entries(_ script: String) -> [Entry] {
    var entries: [Entry] = []
    let bytes = Array(script.utf8)
    var index = 1
    while index + 12 < bytes.count, entries.count < 200 {
      guard isTelling(bytes, index) else {
        index += 1
        continue
      }
      var start = index
      while start > 0, isNamePart(bytes[start - 1]), index - start < 40 { start -= 1 }
      var end = index
      while end < bytes.count, isNamePart(bytes[end]), end - start < 60 { end += 1 }
      if let value = value(bytes, end) {
        entries.append(
          Entry(name: String(decoding: bytes[start..<end], as: UTF8.self), value: value))
      }
      index = end + 1
    }
    return entries
  }

  private static func isTelling(_ bytes: [UInt8], _ index: Int) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "u"):
      bytes[index + 1] == UInt8(ascii: "b")
        && (bytes[index + 2] == UInt8(ascii: "l") && bytes[index + 3] == UInt8(ascii: "i")
          || bytes[index + 2] | 0x20 == UInt8(ascii: "d") && bytes[index + 3] == UInt8(ascii: "a"))
    case UInt8(ascii: "o"):
      bytes[index + 1] == UInt8(ascii: "d") && bytes[index + 2] == UInt8(ascii: "i")
        && bytes[index + 3] == UInt8(ascii: "f")
    case UInt8(ascii: "d"):
      bytes[index + 1] == UInt8(ascii: "a") && bytes[index + 2] == UInt8(ascii: "t")
        && bytes[index + 3] == UInt8(ascii: "e")
        && (bytes[index + 4] | 0x20 == UInt8(ascii: "c")
          || bytes[index + 4] | 0x20 == UInt8(ascii: "p"))
    default: false
    }
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  /// What stands after a name, quotation marks and a colon or an equals sign.
  private static func value(_ bytes: [UInt8], _ end: Int) -> String? {
    var index = end
    var hasMark = false
    while index < bytes.count, index < end + 12 {
      switch bytes[index] {
      case UInt8(ascii: ":"), UInt8(ascii: "="): hasMark = true
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"), UInt8(ascii: " "), 0x09, 0x0A,
        0x0D:
        break
      default:
        guard hasMark else { return nil }
        let start = index
        while index < bytes.count, index - start < 44, !"\"'\\,;}])<".utf8.contains(bytes[index]) {
          index += 1
        }
        guard index - start >= 8 else { return nil }
        return String(decoding: bytes[start..<index], as: UTF8.self)
      }
      index += 1
    }
    return nil
  }
}
