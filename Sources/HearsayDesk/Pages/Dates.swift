import HearsayLedger

/// How dates are shown.
enum Dates {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// A day, with the minute where it is told: "2031-03-04 21:30".
  static func short(_ date: String) -> String {
    let day = String(date.prefix(10))
    guard date.count >= 16, date.dropFirst(10).first == "T" else { return day }
    return day + " " + date.dropFirst(11).prefix(5)
  }

  /// A day as people say it: "4 Mar 2031"; what is no date comes back as it is.
  static func day(_ date: String) -> String {
    let parts = date.prefix(10).split(separator: "-")
    guard parts.count > 1, let month = Int(parts[1]), (1...12).contains(month) else {
      return String(date.prefix(10))
    }
    let day = parts.count > 2 ? Int(parts[2]).map { "\($0) " } ?? "" : ""
    return "\(day)\(months[month - 1]) \(parts[0])"
  }

  /// A day with its minute, where one is told.
  static func moment(_ date: String) -> String {
    guard date.count >= 16, date.dropFirst(10).first == "T" else { return day(date) }
    return day(date) + ", " + date.dropFirst(11).prefix(5)
  }

  /// From one day to another, the shortest way: "4–5 Mar 2031".
  static func range(_ since: String?, _ until: String?) -> String {
    guard let since = since ?? until else { return "no date" }
    let (first, last) = (day(since), day(until ?? since))
    guard first != last else { return first }
    let (mine, theirs) = (first.split(separator: " "), last.split(separator: " "))
    guard mine.count == 3, theirs.count == 3 else { return "\(first) – \(last)" }
    if mine[1...] == theirs[1...] { return "\(mine[0])–\(last)" }
    return mine[2] == theirs[2] ? "\(mine[0]) \(mine[1]) – \(last)" : "\(first) – \(last)"
  }

  /// Seconds since 1970 of the first moment that a date may mean.
  static func seconds(_ date: String?) -> Double? { date.flatMap(Moment.init)?.first }
}
