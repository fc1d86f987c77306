import HearsayLanguage
import HearsayRecords

// Times counted from the report's day, or from what was told before.
extension TimeScanner {
  /// "last week", "this morning", "next Tuesday", "the past 18 years", "in the coming days".
  func relativeUnit(_ i: Int) -> TimeMatch? {
    var start = i
    if word(i) == "the" { start += 1 }
    guard let direction = direction(start) else { return nil }
    let after = start + 1
    if let part = partOfDay(after), direction == .this || direction == .last {
      guard let anchor else {
        return TimeMatch(tokens: i..<(after + 1), span: CalendarSpan(granularity: .partOfDay))
      }
      let day = direction == .last ? anchor.adding(days: -1) : anchor
      return TimeMatch(tokens: i..<(after + 1), span: .part(part, of: day, by: Self.byPublished))
    }
    if let weekday = weekdayNumber(after), direction != .recent {
      return TimeMatch(tokens: i..<(after + 1), span: relativeWeekday(weekday, direction))
    }
    if let month = month(after), isCapital(after), let anchor {
      let (year, now, _) = anchor.parts
      let chosen =
        direction == .next || direction == .coming
        ? (month > now ? year : year + 1)
        : direction == .this ? year : (month < now ? year : year - 1)
      return TimeMatch(tokens: i..<(after + 1), span: .month(chosen, month, by: Self.byPublished))
    }
    if let code = season(after), let anchor {
      let year = anchor.parts.year
      var span = CalendarSpan.season(year, code, by: Self.byPublished)
      if direction == .last || direction == .past, let first = span.first, first > anchor {
        span = .season(year - 1, code, by: Self.byPublished)
      }
      if direction == .next, let first = span.first, first <= anchor {
        span = .season(year + 1, code, by: Self.byPublished)
      }
      return TimeMatch(tokens: i..<(after + 1), span: span)
    }
    return counted(i, direction, after)
  }

  func counted(_ i: Int, _ direction: TimeDirection, _ start: Int) -> TimeMatch? {
    var at = start
    var count: Int?
    if has(at, .vagueCount) {
      count = number(at)
      at += 1
      if word(at) == "of" { at += 1 }
    } else if let number = number(at), !isArticle(at) {
      count = number
      at += 1
      // "twenty four"
      if let ones = self.number(at), number >= 20, number % 10 == 0, ones < 10 {
        count = number + ones
        at += 1
      }
    }
    guard let unit = unit(at) else { return nil }
    let isPlural = word(at).hasSuffix("s") || word(at) == "centuries"
    let tokens = i..<(at + 1)
    guard let anchor else {
      return TimeMatch(
        tokens: tokens,
        span: CalendarSpan(timex: count.map { unit.duration($0) }, granularity: unit.granularity))
    }
    let isBack = direction.isBack
    if count == nil, !isPlural {
      // "the following day", "the previous week" count from what was told before.
      if direction == .following || direction == .previous, let narrative {
        return TimeMatch(
          tokens: tokens,
          span: .whole(
            unit, around: unit.moved(narrative, by: isBack ? -1 : 1), by: "the time told before"))
      }
      if direction == .past {
        return TimeMatch(
          tokens: tokens,
          span: CalendarSpan(
            first: unit.moved(anchor, by: -1), last: anchor, timex: unit.duration(1),
            granularity: unit.granularity, by: Self.byPublished))
      }
      let step = direction == .this || direction == .current ? 0 : isBack ? -1 : 1
      if unit == .weekend, direction == .last || direction == .this {
        return TimeMatch(tokens: tokens, span: weekend(direction, anchor))
      }
      return TimeMatch(
        tokens: tokens,
        span: .whole(unit, around: unit.moved(anchor, by: step), by: Self.byPublished))
    }
    let n = count ?? 3
    let edge = unit.moved(anchor, by: isBack ? -n : n)
    return TimeMatch(
      tokens: tokens,
      span: CalendarSpan(
        first: isBack ? edge : anchor, last: isBack ? anchor : edge,
        timex: unit.duration(count ?? -1), granularity: unit.granularity,
        by: Self.byPublished))
  }

  func weekend(_ direction: TimeDirection?, _ anchor: CivilDay) -> CalendarSpan {
    // On a Saturday or Sunday "the weekend" is the present one, before that the last one.
    if anchor.weekday >= 6, direction != .last {
      return .weekend(around: anchor, by: Self.byPublished)
    }
    return .weekend(
      around: direction == .this ? anchor : anchor.adding(days: -7), by: Self.byPublished)
  }

  /// "three days ago", "two weeks earlier", "a year later", "five hours before".
  func ago(_ i: Int) -> TimeMatch? {
    var at = i
    var count: Int?
    if isArticle(at), has(at + 1, .vagueCount) { at += 1 }
    if let number = number(at) {
      count = number
      at += 1
      if has(at - 1, .vagueCount), word(at) == "of" { at += 1 }
    }
    guard let count, let unit = unit(at), let distance = value(at + 1, .distance) else {
      return nil
    }
    let tokens = i..<(at + 2)
    let isAgo = distance == "ago"
    guard let from = isAgo ? anchor : narrative else {
      return TimeMatch(tokens: tokens, span: .duration(unit, count))
    }
    let day = unit.moved(from, by: distance == "after" ? count : -count)
    return TimeMatch(
      tokens: tokens,
      span: .whole(
        unit == .week ? .day : unit, around: day,
        by: isAgo ? Self.byPublished : "the time told before"))
  }
}
