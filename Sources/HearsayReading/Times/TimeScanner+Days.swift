import HearsayLanguage
import HearsayRecords

// Days that one word names: "yesterday", "tonight", "Sunday".
extension TimeScanner {
  /// "today", "yesterday morning", "tonight", "overnight", "over the weekend".
  func deictic(_ i: Int) -> TimeMatch? {
    guard let anchor else { return nil }
    // "the day after tomorrow", "the day before yesterday"
    let noun = isThe(i) ? i + 1 : i
    if unit(noun) == .day, !has(noun, .severalUnits), let side = value(noun + 1, .countsFrom),
      let days = count(noun + 2, .dayFromNow)
    {
      let day = anchor.adding(days: days + (side == "after" ? 1 : -1))
      return TimeMatch(tokens: i..<(noun + 3), span: .day(day, by: Self.byPublished))
    }
    if let days = count(i, .dayFromNow) {
      let day = anchor.adding(days: days)
      if days != 0, let part = partOfDay(i + 1) {
        return TimeMatch(tokens: i..<(i + 2), span: .part(part, of: day, by: Self.byPublished))
      }
      return TimeMatch(tokens: i..<(i + 1), span: .day(day, by: Self.byPublished))
    }
    if let days = count(i, .nightFromNow) {
      let end = days < 0 && unit(i + 1) == .hour ? i + 2 : i + 1
      return TimeMatch(
        tokens: i..<end, span: .part("NI", of: anchor.adding(days: days), by: Self.byPublished),
        family: .nightFromNow)
    }
    guard unit(i) == .weekend, isThe(i - 1), has(i - 2, .beforeWeekend) else { return nil }
    return TimeMatch(
      tokens: (i - 1)..<(i + 1), span: weekend(nil, anchor), family: .weekend)
  }

  /// "Sunday", "Sunday night", "Friday's".
  func weekday(_ i: Int) -> TimeMatch? {
    guard let weekday = weekdayNumber(i), isCapital(i) else {
      return nil
    }
    if has(i - 1, .repeats) || has(i, .everyWeek) && has(i - 1, .beforeWeekday) {
      return TimeMatch(
        tokens: i..<(i + 1), span: CalendarSpan(timex: "XXXX-WXX-\(weekday)", granularity: .day),
        family: .everyWeekday)
    }
    // "Tuesday nights"
    if let part = value(i + 1, .partsOfDays) {
      return TimeMatch(
        tokens: i..<(i + 2),
        span: CalendarSpan(timex: "XXXX-WXX-\(weekday)T\(part)", granularity: .partOfDay),
        family: .everyWeekday)
    }
    // "Monday, Nov. 8" is the date's business, with the weekday before it.
    if word(i + 1) == ",", let date = absolute(i + 2), date.span.granularity == .day {
      return TimeMatch(tokens: i..<date.tokens.upperBound, span: date.span)
    }
    if let date = absolute(i + 1), date.span.granularity == .day {
      return TimeMatch(tokens: i..<date.tokens.upperBound, span: date.span)
    }
    guard let anchor else {
      return TimeMatch(
        tokens: i..<(i + 1), span: CalendarSpan(timex: "XXXX-WXX-\(weekday)", granularity: .day))
    }
    let back = (anchor.weekday - weekday + 7) % 7
    let day = isFuture(i) && back != 0 ? anchor.adding(days: 7 - back) : anchor.adding(days: -back)
    if let part = partOfDay(i + 1) {
      return TimeMatch(tokens: i..<(i + 2), span: .part(part, of: day, by: Self.byPublished))
    }
    return TimeMatch(tokens: i..<(i + 1), span: .day(day, by: Self.byPublished))
  }

  func relativeWeekday(_ weekday: Int, _ direction: TimeDirection) -> CalendarSpan {
    guard let anchor else { return CalendarSpan(timex: "XXXX-WXX-\(weekday)", granularity: .day) }
    let back = (anchor.weekday - weekday + 7) % 7
    let forward = (weekday - anchor.weekday + 7) % 7
    let day =
      switch direction {
      case _ where direction.isAhead: anchor.adding(days: forward == 0 ? 7 : forward)
      case .this:
        weekday >= anchor.weekday ? anchor.adding(days: forward) : anchor.adding(days: -back)
      default: anchor.adding(days: back == 0 ? -7 : -back)
      }
    return .day(day, by: Self.byPublished)
  }
}
