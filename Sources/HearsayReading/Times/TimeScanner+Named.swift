import HearsayLanguage
import HearsayRecords

// What the model marks as a time and no calendar names: "now", "recently", "the quarter", "weeks".
extension TimeScanner {
  /// The value of a time expression that no other rule reads; `nil` for one whose words tell nothing.
  func named(_ timex: TimexMention) -> TimeMatch? {
    for i in timex.tokens {
      if let span = referred(i) { return TimeMatch(tokens: timex.tokens, span: span) }
      if let span = set(i, timex) {
        return TimeMatch(tokens: timex.tokens, span: span, family: .everyUnit)
      }
      if let span = period(i, timex) {
        return TimeMatch(tokens: timex.tokens, span: span, family: .unitAlone)
      }
    }
    return nil
  }

  /// "now", "recently", "daily" where they are adverbs of their own.
  func adverb(_ i: Int) -> TimeMatch? {
    guard text.tokens[i].upos == "ADV", has(i, .plainReference) else { return nil }
    if let span = referred(i) { return TimeMatch(tokens: i..<(i + 1), span: span) }
    return value(i, .regularly).flatMap(TimeUnit.init).map {
      TimeMatch(tokens: i..<(i + 1), span: .duration($0, 1), family: .everyUnit)
    }
  }

  /// Now, before now, after now: told without any measure.
  private func referred(_ i: Int) -> CalendarSpan? {
    value(i, .refersToTime).map { CalendarSpan(timex: $0.uppercased() + "_REF") }
  }

  /// "daily", "annual", "each July", "every summer".
  private func set(_ i: Int, _ timex: TimexMention) -> CalendarSpan? {
    if let unit = value(i, .regularly).flatMap(TimeUnit.init) { return .duration(unit, 1) }
    guard has(i, .repeats), i + 1 < timex.tokens.upperBound else { return nil }
    if let month = month(i + 1) {
      return CalendarSpan(timex: "XXXX-\(CivilCalendar.padded(month, 2))")
    }
    return season(i + 1).map { CalendarSpan(timex: "XXXX-\($0)") }
  }

  /// "the quarter", "the latest period", "the year", "weeks": a unit without number or direction.
  private func period(_ i: Int, _ timex: TimexMention) -> CalendarSpan? {
    guard var unit = unit(i) ?? (has(i, .standsForQuarter) ? .quarter : nil) else { return nil }
    // "the year-earlier quarter", "a year-ago loss": in one piece or three.
    let isYearBefore = timex.tokens.contains { at in
      has(at, .yearBefore)
        || self.unit(at) == .year && word(at + 1) == "-" && (distance(at + 2)?.isBack ?? false)
    }
    if isYearBefore, unit == .year, isAboutQuarter(i) { unit = .quarter }
    // "the year ended Sept. 30": of that day's calendar year.
    if [.month, .quarter, .year].contains(unit), has(i + 1, .endsPeriod),
      let last = absolute(i + 2)?.span.last
    {
      return .whole(unit, around: last, by: nil)
    }
    let isPlural = has(i, .severalUnits)
    if isPlural || timex.type == "DURATION" && unit != .quarter {
      return .duration(unit, isPlural ? -1 : 1)
    }
    if unit == .quarter {
      guard let quarter = quarterTold ?? anchor?.adding(months: -3) else { return nil }
      return .whole(
        .quarter, around: isYearBefore ? quarter.adding(months: -12) : quarter,
        by: quarterTold == nil ? Self.byPublished : "the time told before")
    }
    guard timex.type == "DATE", let day = unit == .day ? narrative ?? anchor : anchor else {
      return nil
    }
    return .whole(unit, around: day, by: Self.byPublished)
  }
}
