import HearsayLanguage
import HearsayRecords

// Times counted from the report's day, or from what was told before.
extension TimeScanner {
  /// "last week", "this morning", "next Tuesday", "the past 18 years", "in the coming days".
  func relativeUnit(_ i: Int) -> TimeMatch? {
    var start = i
    if isThe(i) { start += 1 }
    guard let direction = direction(start) else { return nil }
    let after = start + 1
    if let part = partOfDay(after), direction == .this || direction == .last {
      guard let anchor else {
        return TimeMatch(
          tokens: i..<(after + 1), span: CalendarSpan(granularity: .partOfDay),
          family: .relativePart)
      }
      let day = direction == .last ? anchor.adding(days: -1) : anchor
      return TimeMatch(
        tokens: i..<(after + 1), span: .part(part, of: day, by: Self.byPublished),
        family: .relativePart)
    }
    if let weekday = weekdayNumber(after), direction != .recent {
      let day = relativeWeekday(weekday, direction)
      if let part = partOfDay(after + 1), let first = day.first {
        return TimeMatch(
          tokens: i..<(after + 2), span: .part(part, of: first, by: day.by),
          family: .relativeWeekday)
      }
      return TimeMatch(tokens: i..<(after + 1), span: day, family: .relativeWeekday)
    }
    if let month = month(after), isCapital(after), let anchor {
      let (year, now, _) = anchor.parts
      let chosen =
        direction == .next || direction == .coming
        ? (month > now ? year : year + 1)
        : direction == .this ? year : (month < now ? year : year - 1)
      return TimeMatch(
        tokens: i..<(after + 1), span: .month(chosen, month, by: Self.byPublished),
        family: .relativeMonth)
    }
    // "the last fall of snow" is no season.
    if let code = season(after), let anchor, !has(after + 1, .ofWhole) {
      let year = anchor.parts.year
      var span = CalendarSpan.season(year, code, by: Self.byPublished)
      if direction == .last || direction == .past, let first = span.first, first > anchor {
        span = .season(year - 1, code, by: Self.byPublished)
      }
      if direction == .next, let first = span.first, first <= anchor {
        span = .season(year + 1, code, by: Self.byPublished)
      }
      return TimeMatch(tokens: i..<(after + 1), span: span, family: .relativeSeason)
    }
    return counted(i, direction, after)
  }

  func counted(_ i: Int, _ direction: TimeDirection, _ start: Int) -> TimeMatch? {
    var at = start
    var count: Int?
    if has(at, .vagueCount) {
      count = number(at)
      at += 1
      if has(at, .ofWhole) { at += 1 }
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
    let isVague = at > start && has(start, .vagueCount) && !has(start, .aboutA)
    let isPlural = has(at, .severalUnits)
    let tokens = i..<(at + 1)
    // "this year's third quarter"
    if unit == .year, count == nil, has(at + 1, .possessiveMark), let quarter = quarter(at + 2),
      let anchor, let told = quarter.span.first
    {
      let year = anchor.parts.year + (direction.isBack ? -1 : direction.isAhead ? 1 : 0)
      return TimeMatch(
        tokens: i..<quarter.tokens.upperBound,
        span: .quarter(year, (told.parts.month + 2) / 3, by: Self.byPublished),
        family: .quarter)
    }
    guard let anchor else {
      return TimeMatch(
        tokens: tokens,
        span: CalendarSpan(timex: count.map { unit.duration($0) }, granularity: unit.granularity),
        family: count == nil && !isPlural ? .relativeUnit : .relativeUnits)
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
        return TimeMatch(tokens: tokens, span: weekend(direction, anchor), family: .weekend)
      }
      return TimeMatch(
        tokens: tokens,
        span: .whole(unit, around: unit.moved(anchor, by: step), by: Self.byPublished))
    }
    let n = count ?? 3
    // "recent years" are no number of years.
    let isPast = direction == .recent && count == nil
    let edge = unit.moved(anchor, by: isBack ? -n : n)
    return TimeMatch(
      tokens: tokens,
      span: CalendarSpan(
        first: isBack ? edge : anchor, last: isBack ? anchor : edge,
        timex: isPast ? "PAST_REF" : unit.duration(isVague ? -1 : count ?? -1),
        granularity: unit.granularity, by: Self.byPublished), family: .relativeUnits)
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
      if has(at - 1, .vagueCount), has(at, .ofWhole) { at += 1 }
    }
    guard let count, let unit = unit(at), let distance = distance(at + 1) else {
      return nil
    }
    let tokens = i..<(at + 2)
    let isAgo = distance == .ago
    // "A year ago" beside a quarter is that quarter a year before.
    if unit == .year, count == 1, distance != .after, isAboutQuarter(i), let quarterTold {
      return TimeMatch(
        tokens: tokens,
        span: .whole(.quarter, around: quarterTold.adding(months: -12), by: "the time told before"))
    }
    guard let from = isAgo ? anchor : narrative else {
      return TimeMatch(tokens: tokens, span: .duration(unit, count))
    }
    let day = unit.moved(from, by: distance == .after ? count : -count)
    return TimeMatch(
      tokens: tokens,
      span: .whole(
        unit == .week ? .day : unit, around: day,
        by: isAgo ? Self.byPublished : "the time told before"))
  }

  /// "Ten years after rebels took the town": what hangs on it happened that long before, as far as the report's day tells.
  ///
  /// The value stays the duration that the words tell; the days are counted from the day of the report.
  func after(_ i: Int) -> TimeMatch? {
    guard let count = number(i), let unit = unit(i + 1), has(i + 2, .countsFrom), let anchor,
      text.tokens[i].upos != "PROPN", unit != .second, unit != .minute, unit != .hour
    else { return nil }
    // "two days after Sunday" has a day of its own.
    let next = i + 3
    guard next < text.tokens.count, absolute(next) == nil, weekday(next) == nil,
      deictic(next) == nil, text.tokens[next].upos != "PUNCT"
    else { return nil }
    let day = unit.moved(anchor, by: -count)
    let whole = CalendarSpan.whole(unit == .week ? .day : unit, around: day, by: Self.byPublished)
    guard value(i + 2, .countsFrom) == "after" else { return nil }
    return TimeMatch(
      tokens: i..<(i + 2),
      span: CalendarSpan(
        first: whole.first, last: whole.last,
        timex: unit.duration(has(i, .vagueCount) && !has(i, .aboutA) ? -1 : count),
        granularity: whole.granularity, by: Self.byPublished))
  }
}
