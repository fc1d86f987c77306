import HearsayRecords

/// Dates as archives, mail and saved pages write them, as ISO 8601.
package enum StatedDate {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  /// Before the web nothing was published on it; numbers beyond are no dates.
  private static let years = 1900..<2200

  /// The date in ISO 8601; `nil` if it is written in no known way.
  package static func iso(_ words: String) -> String? {
    let text = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return extended(text) ?? compact(text) ?? mail(text) ?? post(text) ?? named(text) ?? epoch(text)
  }

  /// "2017-07-17 17:03:00", "2017-07-17T17:03:00.5+02:00", "2017-07".
  private static func extended(_ text: String) -> String? {
    let head = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    guard head.count >= 2, head[0].count == 4, let year = Int(head[0]), let month = Int(head[1]),
      head[1].count == 2, years.contains(year), (1...12).contains(month)
    else { return nil }
    if head.count == 2 { return text.count == 7 ? text : nil }
    guard head[2].count == 2, let day = Int(head[2]), (1...31).contains(day) else { return nil }
    let date = String(text.prefix(10))
    guard let mark = text.dropFirst(10).first, mark == "T" || mark == " " else { return date }
    return date + (clock(text.dropFirst(11)) ?? "")
  }

  /// "T17:03:00+02:00" of "17:03:00 +0200", "17:03Z", "17:03:00 UTC".
  private static func clock(_ text: Substring) -> String? {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ":" || $0 == ".") }
    let parts = digits.split(separator: ":")
    guard parts.count >= 2, let hour = Int(parts[0]), hour < 24, parts[1].count == 2,
      let minute = Int(parts[1]), minute < 60
    else { return nil }
    var clock = "T\(two(hour)):\(two(minute))"
    if parts.count > 2, let second = Int(parts[2].prefix { $0 != "." }), second <= 60 {
      clock += ":\(two(second))"
    }
    return clock + (zone(text.dropFirst(digits.count)) ?? "")
  }

  private static func zone(_ text: Substring) -> String? {
    let text = text.drop { $0 == " " }
    if ["Z", "z", "UTC", "GMT", "UT"].contains(where: text.hasPrefix) { return "Z" }
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let digits = text.dropFirst().prefix(5).filter { $0 != ":" }.prefix(4)
    guard digits.count == 4, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    // RFC 5322: an offset of -0000 says nothing about where it was.
    return "\(sign)\(digits.prefix(2)):\(digits.suffix(2))"
  }

  /// "20170717", "20170717T170300Z", "20170717170300".
  private static func compact(_ text: String) -> String? {
    let digits = text.filter { $0 != "T" && $0 != "Z" }
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), digits.count == 8 || digits.count == 14
    else { return nil }
    let all = Array(digits)
    func part(_ range: Range<Int>) -> String { String(all[range]) }
    let day = "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))"
    guard let date = extended(day) else { return nil }
    guard digits.count == 14 else { return date }
    return date + "T\(part(8..<10)):\(part(10..<12)):\(part(12..<14))Z"
  }

  /// "Sat, 06 Nov 2021 23:10:05 +0300 (AST)" (RFC 5322), also with a year of two digits.
  private static func mail(_ text: String) -> String? {
    var words = text.split(separator: " ")[...]
    if words.first?.hasSuffix(",") ?? false { words = words.dropFirst() }
    guard words.count >= 3, let day = Int(words[words.startIndex]), (1...31).contains(day),
      let month = months.firstIndex(of: words[words.startIndex + 1].prefix(3).lowercased()),
      var year = Int(words[words.startIndex + 2])
    else { return nil }
    if year < 100 { year += year < 50 ? 2000 : 1900 }
    guard years.contains(year) else { return nil }
    let date = "\(year)-\(two(month + 1))-\(two(day))"
    let rest = words.dropFirst(3).joined(separator: " ")
    return date + (clock(rest[...]) ?? "")
  }

  /// "Tue Mar 12 09:41:10 +0000 2024" (tweets), "Tue Mar 12 2024 11:00:05 GMT+0100 (CET)" (JavaScript).
  private static func post(_ text: String) -> String? {
    let words = text.split(separator: " ").map(String.init)
    guard words.count >= 5, words[0].count == 3, words[0].allSatisfy(\.isLetter) else { return nil }
    if words[3].contains(":"), let year = words.last {
      let zone = words.count > 5 ? words[4] == "+0000" ? "Z" : words[4] : ""
      return mail("\(words[2]) \(words[1]) \(year) \(words[3]) \(zone)")
    }
    let zone =
      words.count > 5 && words[5].hasPrefix("GMT") && words[5].count > 3
      ? String(words[5].dropFirst(3)) : words.count > 5 ? words[5] : ""
    return mail("\(words[2]) \(words[1]) \(words[3]) \(words[4]) \(zone)")
  }

  /// "March 12, 2024", "2024/03/12 09:40:10", "12-Mar-2024".
  private static func named(_ text: String) -> String? {
    if text.dropFirst(4).first == "/" {
      let parts = text.prefix { $0 != " " && $0 != "T" }.split(separator: "/").map(String.init)
      guard parts.count == 3, let month = Int(parts[1]), let day = Int(parts[2]) else { return nil }
      return extended(
        "\(parts[0])-\(two(month))-\(two(day))" + text.dropFirst(parts.joined().count + 2))
    }
    let first = text.prefix { $0 != " " }.replacing("-", with: " ")
    let words = (first + text.dropFirst(first.count)).split { $0 == " " || $0 == "," }
      .map(String.init)
    guard words.count >= 3 else { return nil }
    let rest = words.dropFirst(3).joined(separator: " ")
    return Int(words[0]) == nil
      ? mail("\(words[1]) \(words[0]) \(words[2]) \(rest)")
      : mail("\(words[0]) \(words[1]) \(words[2]) \(rest)")
  }

  /// Seconds or milliseconds since 1970.
  private static func epoch(_ text: String) -> String? {
    // Some programs write seconds with a fraction.
    let text = text.hasSuffix(".0") ? text.dropLast(2) : text[...]
    guard text.count == 10 || text.count == 13, text.allSatisfy({ $0.isASCII && $0.isNumber }),
      let number = Int(text)
    else { return nil }
    let seconds = text.count == 13 ? number / 1_000 : number
    let days = seconds / 86_400
    let rest = seconds % 86_400
    return CivilCalendar.text(days)
      + "T\(two(rest / 3_600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
  }

  private static func two(_ number: Int) -> String { CivilCalendar.padded(number, 2) }
}
