import HearsayLanguage
import HearsayRecords

/// A time expression found in a text.
struct TimeMatch {
  var tokens: Range<Int>
  var span: CalendarSpan
}

/// Finds time expressions by their words and resolves them to the calendar.
struct TimeScanner {
  let text: AnnotatedText
  /// The day on which what is being scanned was written; without it, what is told relative to it stays unresolved.
  private var anchor: CivilDay?
  /// The day told last, which "the next day" and "two days later" count from.
  private var narrative: CivilDay?
  /// The day the report was published, and the live entries that were written on days of their own.
  private let published: CivilDay?
  private let entries: [(tokens: Range<Int>, day: CivilDay)]

  private static let byPublished = "published"

  init(
    text: AnnotatedText, published: CivilDay?, entries: [(tokens: Range<Int>, day: CivilDay)] = []
  ) {
    self.text = text
    self.published = published
    self.entries = entries
    anchor = published
  }

  mutating func scan() -> [TimeMatch] {
    var found: [TimeMatch] = []
    var index = 0
    var entry = 0
    while index < text.tokens.count {
      while entry < entries.count, entries[entry].tokens.upperBound <= index { entry += 1 }
      let isInEntry = entry < entries.count && entries[entry].tokens.contains(index)
      if isInEntry, entries[entry].tokens.lowerBound == index { narrative = nil }
      anchor = isInEntry ? entries[entry].day : published
      if let match = match(at: index) {
        found.append(match)
        if match.span.granularity == .day || match.span.granularity == .partOfDay,
          let day = match.span.first
        {
          narrative = day
        }
        index = match.tokens.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  private func match(at i: Int) -> TimeMatch? {
    since(i) ?? narrowed(i) ?? absolute(i) ?? relativeUnit(i) ?? ago(i) ?? deictic(i) ?? clock(i)
      ?? weekday(i) ?? durationOrSet(i)
  }

  // MARK: - Words

  private func word(_ i: Int) -> String {
    i < text.tokens.count && i >= 0 ? text.tokens[i].lower : ""
  }

  private func isCapital(_ i: Int) -> Bool { text.tokens[i].text.first?.isUppercase ?? false }

  private func year(_ i: Int) -> Int? {
    guard i < text.tokens.count, text.tokens[i].text.utf8.count == 4,
      let year = Int(text.tokens[i].text), (1000...2100).contains(year)
    else { return nil }
    return year
  }

  private func dayNumber(_ i: Int) -> Int? {
    let w = word(i)
    guard let first = w.first, first.isNumber, w.count <= 4,
      let day = Int(w) ?? TimeWords.ordinal(w), (1...31).contains(day)
    else { return nil }
    return day
  }

  /// Whether the clause is about what is still to come.
  private func isFuture(_ i: Int) -> Bool { Outlook(text: text).isAhead(i) }

  // MARK: - Calendar dates

  private func since(_ i: Int) -> TimeMatch? {
    guard word(i) == "since",
      let inner = narrowed(i + 1) ?? absolute(i + 1) ?? deictic(i + 1) ?? weekday(i + 1),
      inner.span.first != nil
    else { return nil }
    var span = inner.span
    span.last = anchor ?? nil
    span.by = anchor == nil ? nil : "since … until published"
    if anchor == nil { span.last = nil }
    return TimeMatch(tokens: i..<inner.tokens.upperBound, span: span)
  }

  /// "early March", "the end of 2019", "mid-2016", "late last year".
  private func narrowed(_ i: Int) -> TimeMatch? {
    let first = word(i)
    var next = i + 1
    var part = first
    if ["beginning", "start", "middle", "end"].contains(first) {
      guard word(next) == "of" else { return nil }
      next += 1
      if ["the", "this"].contains(word(next)), absolute(next) == nil, deictic(next) == nil {
        next += 1
      }
    } else if first == "mid" {
      if word(next) == "-" { next += 1 }
    } else if first.hasPrefix("mid-"), let month = TimeWords.month(String(first.dropFirst(4))) {
      guard let resolved = monthAlone(month, i) else { return nil }
      return TimeMatch(tokens: i..<(i + 1), span: resolved.narrowed(to: "mid"))
    } else if !["early", "late"].contains(first) {
      return nil
    }
    if part == "end" { part = "late" }
    if ["in", "on", "the"].contains(word(next)), next == i + 1 { next += 1 }
    guard
      let inner = absolute(next, bareMonth: true) ?? deictic(next) ?? weekday(next) ?? decade(next)
    else { return nil }
    return TimeMatch(tokens: i..<inner.tokens.upperBound, span: inner.span.narrowed(to: part))
  }

  private func absolute(_ i: Int, bareMonth: Bool = false) -> TimeMatch? {
    guard i < text.tokens.count else { return nil }
    return iso(i) ?? monthFirst(i, bareMonth: bareMonth) ?? dayFirst(i) ?? decade(i) ?? quarter(i)
      ?? seasonOfYear(i) ?? holiday(i) ?? yearAlone(i)
  }

  private func iso(_ i: Int) -> TimeMatch? {
    let w = text.tokens[i].text
    if w.utf8.count == 10, w.dropFirst(4).first == "-", let day = CivilDay(iso: w) {
      return TimeMatch(tokens: i..<(i + 1), span: .day(day))
    }
    let parts = w.split(separator: "/").compactMap { Int($0) }
    guard parts.count == 3, w.contains("/"), parts[2] > 31 || parts[0] > 31 else { return nil }
    let (y, m, d) =
      parts[0] > 31
      ? (parts[0], parts[1], parts[2])
      : parts[0] > 12 ? (parts[2], parts[1], parts[0]) : (parts[2], parts[0], parts[1])
    let full = y < 100 ? y + (y < 50 ? 2000 : 1900) : y
    guard (1...12).contains(m), (1...31).contains(d), (1000...2100).contains(full) else {
      return nil
    }
    return TimeMatch(tokens: i..<(i + 1), span: .day(CivilDay(full, m, d)))
  }

  /// "November 7, 2021", "10 October", "May 2020", "October".
  private func monthFirst(_ i: Int, bareMonth: Bool) -> TimeMatch? {
    guard let month = TimeWords.month(word(i)), isCapital(i), text.tokens[i].upos != "AUX",
      text.tokens[i].upos != "VERB"
    else { return nil }
    var next = i + 1
    if word(next) == ",", year(next + 1) == nil { return bare(i, month, bareMonth) }
    if word(next) == "the", dayNumber(next + 1) != nil { next += 1 }
    if let day = dayNumber(next), year(next) == nil {
      var end = next + 1
      if let year = year(end) ?? (word(end) == "," ? year(end + 1) : nil) {
        end += word(end) == "," ? 2 : 1
        return TimeMatch(tokens: i..<end, span: .day(CivilDay(year, month, day)))
      }
      return TimeMatch(tokens: i..<end, span: nearest(month, day, i))
    }
    if let year = year(next) ?? (word(next) == "," || word(next) == "of" ? year(next + 1) : nil) {
      return TimeMatch(
        tokens: i..<(year == self.year(next) ? next + 1 : next + 2), span: .month(year, month))
    }
    return bare(i, month, bareMonth)
  }

  private func bare(_ i: Int, _ month: Int, _ allowed: Bool) -> TimeMatch? {
    let before = word(i - 1)
    let introduced = [
      "in", "since", "by", "from", "until", "till", "of", "to", "through", "during", "and",
      "between", "before", "after", "'s", "on",
    ].contains(before)
    // "May" and "March" are other words besides; they need an introduction.
    guard
      allowed || introduced
        || text.tokens[i].upos == "PROPN" && ![3, 5].contains(month) && word(i).count > 3
    else { return nil }
    guard let span = monthAlone(month, i) else { return nil }
    return TimeMatch(tokens: i..<(i + 1), span: span)
  }

  private func monthAlone(_ month: Int, _ i: Int) -> CalendarSpan? {
    guard let anchor else {
      return CalendarSpan(timex: "XXXX-\(CivilDay.padded(month, 2))", granularity: .month)
    }
    let (year, now, _) = anchor.parts
    let isPast = !isFuture(i)
    let chosen = isPast ? (month <= now ? year : year - 1) : (month >= now ? year : year + 1)
    return .month(chosen, month, by: Self.byPublished)
  }

  /// "7 November 2021", "10 October", "the 10th of October".
  private func dayFirst(_ i: Int) -> TimeMatch? {
    guard let day = dayNumber(i) else { return nil }
    var next = i + 1
    if word(next) == "of" { next += 1 }
    guard next < text.tokens.count, let month = TimeWords.month(word(next)), isCapital(next) else {
      return nil
    }
    let end = next + 1
    if let year = year(end) ?? (word(end) == "," ? year(end + 1) : nil) {
      return TimeMatch(
        tokens: i..<(word(end) == "," ? end + 2 : end + 1), span: .day(CivilDay(year, month, day)))
    }
    return TimeMatch(tokens: i..<end, span: nearest(month, day, i))
  }

  /// A day without its year: the last such day, or the next if the clause is about what is to come.
  private func nearest(_ month: Int, _ day: Int, _ i: Int) -> CalendarSpan {
    guard let anchor else {
      return CalendarSpan(
        timex: "XXXX-\(CivilDay.padded(month, 2))-\(CivilDay.padded(day, 2))", granularity: .day)
    }
    let year = anchor.parts.year
    let candidates = [year - 1, year, year + 1].map { CivilDay($0, month, day) }
    let past = candidates.last { $0 <= anchor.adding(days: 1) }
    let future = candidates.first { $0 >= anchor }
    let chosen = isFuture(i) ? future : past
    return .day(chosen ?? candidates[1], by: Self.byPublished)
  }

  private func decade(_ i: Int) -> TimeMatch? {
    guard i < text.tokens.count else { return nil }
    let w = word(i)
    guard w.hasSuffix("s") else { return nil }
    var digits = w.dropLast()
    if digits.hasPrefix("'") { digits = digits.dropFirst() }
    if digits.hasSuffix("'") { digits = digits.dropLast() }
    guard let value = Int(digits), value % 10 == 0 else { return nil }
    if (1500...2090).contains(value) { return TimeMatch(tokens: i..<(i + 1), span: .decade(value)) }
    guard digits.count == 2, w.hasPrefix("'") || word(i - 1) == "the" else { return nil }
    return TimeMatch(tokens: i..<(i + 1), span: .decade(1900 + value))
  }

  private func quarter(_ i: Int) -> TimeMatch? {
    if let number = TimeWords.ordinal(word(i)), (1...4).contains(number), word(i + 1) == "quarter" {
      if let year = year(i + 2) ?? (word(i + 2) == "of" ? year(i + 3) : nil) {
        return TimeMatch(
          tokens: i..<(word(i + 2) == "of" ? i + 4 : i + 3), span: .quarter(year, number))
      }
      guard let anchor else { return nil }
      let now = anchor.parts
      let chosen =
        CivilDay(now.year, number * 3, 1) <= anchor || isFuture(i) ? now.year : now.year - 1
      return TimeMatch(tokens: i..<(i + 2), span: .quarter(chosen, number, by: Self.byPublished))
    }
    return nil
  }

  private func seasonOfYear(_ i: Int) -> TimeMatch? {
    guard let code = TimeWords.season(word(i)), text.tokens[i].upos != "VERB" else { return nil }
    if let year = year(i + 1) ?? (word(i + 1) == "of" ? year(i + 2) : nil) {
      return TimeMatch(tokens: i..<(word(i + 1) == "of" ? i + 3 : i + 2), span: .season(year, code))
    }
    return nil
  }

  private func holiday(_ i: Int) -> TimeMatch? {
    guard isCapital(i) else { return nil }
    for count in [3, 2, 1] where i + count <= text.tokens.count {
      let words = (i..<(i + count)).map { word($0) }.joined(separator: " ")
      guard let (month, day) = TimeWords.holiday(words) else { continue }
      if let year = year(i + count) {
        return TimeMatch(tokens: i..<(i + count + 1), span: .day(CivilDay(year, month, day)))
      }
      return TimeMatch(tokens: i..<(i + count), span: nearest(month, day, i))
    }
    return nil
  }

  private func yearAlone(_ i: Int) -> TimeMatch? {
    guard let year = year(i), (1700...2100).contains(year),
      text.tokens[i].xpos == "CD" || text.tokens[i].upos == "NUM"
    else { return nil }
    let before = word(i - 1)
    let introduced = [
      "in", "since", "of", "from", "until", "till", "by", "before", "after", "during", "the",
      "early", "late", "mid", "(", "circa", "for", "to", "and", "-", "–", "around", "between", "'s",
      "through", "is", "a", "his", "her", "their", "its",
    ].contains(before)
    // A number before what it counts is no year, unless an event of that year is named by it, or the network takes it for a time and
    // more than it stands before the noun: "1990 grain exports".
    let isTold = text.timexes.contains { $0.tokens.contains(i) }
    let head = text.tokens[i].head
    if text.tokens[i].relation == "nummod", let head, head > i, text.tokens[head].xpos == "NNS",
      !["the", "his", "her", "its", "their", "a"].contains(before), !(isTold && head > i + 1)
    {
      return nil
    }
    guard
      introduced || text.tokens[i].relation.hasPrefix("nmod")
        || text.tokens[i].relation.hasPrefix("obl")
        || isTold
    else { return nil }
    return TimeMatch(tokens: i..<(i + 1), span: .year(year))
  }

  // MARK: - Counted from the report's day

  /// "last week", "this morning", "next Tuesday", "the past 18 years", "in the coming days".
  private func relativeUnit(_ i: Int) -> TimeMatch? {
    var start = i
    if word(i) == "the" { start += 1 }
    let direction = word(start)
    guard
      ["last", "past", "previous", "this", "next", "coming", "following", "current", "recent"]
        .contains(direction)
    else { return nil }
    let after = start + 1
    if let part = TimeWords.partOfDay(word(after)), direction == "this" || direction == "last" {
      guard let anchor else {
        return TimeMatch(tokens: i..<(after + 1), span: CalendarSpan(granularity: .partOfDay))
      }
      let day = direction == "last" ? anchor.adding(days: -1) : anchor
      return TimeMatch(tokens: i..<(after + 1), span: .part(part, of: day, by: Self.byPublished))
    }
    if let weekday = TimeWords.weekday(word(after)), direction != "recent" {
      return TimeMatch(tokens: i..<(after + 1), span: relativeWeekday(weekday, direction))
    }
    if let month = TimeWords.month(word(after)), isCapital(after), let anchor {
      let (year, now, _) = anchor.parts
      let chosen =
        ["next", "coming"].contains(direction)
        ? (month > now ? year : year + 1)
        : direction == "this" ? year : (month < now ? year : year - 1)
      return TimeMatch(tokens: i..<(after + 1), span: .month(chosen, month, by: Self.byPublished))
    }
    if let code = TimeWords.season(word(after)), let anchor {
      let year = anchor.parts.year
      var span = CalendarSpan.season(year, code, by: Self.byPublished)
      if direction == "last" || direction == "past", let first = span.first, first > anchor {
        span = .season(year - 1, code, by: Self.byPublished)
      }
      if direction == "next", let first = span.first, first <= anchor {
        span = .season(year + 1, code, by: Self.byPublished)
      }
      return TimeMatch(tokens: i..<(after + 1), span: span)
    }
    return counted(i, direction, after)
  }

  private func counted(_ i: Int, _ direction: String, _ start: Int) -> TimeMatch? {
    var at = start
    var count: Int?
    if ["couple", "few", "several"].contains(word(at)) {
      count = TimeWords.number(word(at))
      at += 1
      if word(at) == "of" { at += 1 }
    } else if let number = TimeWords.number(word(at)), !["a", "an"].contains(word(at)) {
      count = number
      at += 1
      // "twenty four"
      if let ones = TimeWords.number(word(at)), number >= 20, number % 10 == 0, ones < 10 {
        count = number + ones
        at += 1
      }
    }
    guard let unit = TimeWords.unit(word(at)) else { return nil }
    let isPlural = word(at).hasSuffix("s") || word(at) == "centuries"
    let tokens = i..<(at + 1)
    guard let anchor else {
      return TimeMatch(
        tokens: tokens,
        span: CalendarSpan(timex: count.map { unit.duration($0) }, granularity: unit.granularity))
    }
    let isBack = ["last", "past", "previous", "recent"].contains(direction)
    if count == nil, !isPlural {
      // "the following day", "the previous week" count from what was told before.
      if ["following", "previous"].contains(direction), let narrative {
        return TimeMatch(
          tokens: tokens,
          span: .whole(
            unit, around: unit.moved(narrative, by: isBack ? -1 : 1), by: "the time told before"))
      }
      if direction == "past" {
        return TimeMatch(
          tokens: tokens,
          span: CalendarSpan(
            first: unit.moved(anchor, by: -1), last: anchor, timex: unit.duration(1),
            granularity: unit.granularity, by: Self.byPublished))
      }
      let step = ["this", "current"].contains(direction) ? 0 : isBack ? -1 : 1
      if unit == .weekend, direction == "last" || direction == "this" {
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

  private func weekend(_ direction: String, _ anchor: CivilDay) -> CalendarSpan {
    // On a Saturday or Sunday "the weekend" is the present one, before that the last one.
    if anchor.weekday >= 6, direction != "last" {
      return .weekend(around: anchor, by: Self.byPublished)
    }
    return .weekend(
      around: direction == "this" ? anchor : anchor.adding(days: -7), by: Self.byPublished)
  }

  /// "three days ago", "two weeks earlier", "a year later", "five hours before".
  private func ago(_ i: Int) -> TimeMatch? {
    var at = i
    var count: Int?
    if word(at) == "a", ["few", "couple"].contains(word(at + 1)) { at += 1 }
    if let number = TimeWords.number(word(at)) {
      count = number
      at += 1
      if ["couple"].contains(word(at - 1)), word(at) == "of" { at += 1 }
    }
    guard let count, let unit = TimeWords.unit(word(at)) else { return nil }
    let side = word(at + 1)
    guard ["ago", "earlier", "before", "later", "afterwards"].contains(side) else { return nil }
    let tokens = i..<(at + 2)
    let isAgo = side == "ago"
    guard let from = isAgo ? anchor : narrative else {
      return TimeMatch(tokens: tokens, span: .duration(unit, count))
    }
    let day = unit.moved(from, by: ["later", "afterwards"].contains(side) ? count : -count)
    return TimeMatch(
      tokens: tokens,
      span: .whole(
        unit == .week ? .day : unit, around: day,
        by: isAgo ? Self.byPublished : "the time told before"))
  }

  private func deictic(_ i: Int) -> TimeMatch? {
    let w = word(i)
    let one = i..<(i + 1)
    func around(_ days: Int) -> CalendarSpan? {
      anchor.map { .day($0.adding(days: days), by: Self.byPublished) }
    }
    switch w {
    case "today": return around(0).map { TimeMatch(tokens: one, span: $0) }
    case "yesterday", "tomorrow":
      let day = w == "yesterday" ? -1 : 1
      if let part = TimeWords.partOfDay(word(i + 1)) {
        return anchor.map {
          TimeMatch(
            tokens: i..<(i + 2), span: .part(part, of: $0.adding(days: day), by: Self.byPublished))
        }
      }
      return around(day).map { TimeMatch(tokens: one, span: $0) }
    case "tonight":
      return anchor.map { TimeMatch(tokens: one, span: .part("NI", of: $0, by: Self.byPublished)) }
    case "overnight":
      let end = word(i + 1) == "hours" ? i + 2 : i + 1
      return anchor.map {
        TimeMatch(tokens: i..<end, span: .part("NI", of: $0.adding(days: -1), by: Self.byPublished))
      }
    case "weekend":
      guard word(i - 1) == "the", ["over", "during", "on", "at"].contains(word(i - 2)), let anchor
      else { return nil }
      return TimeMatch(tokens: (i - 1)..<(i + 1), span: weekend("the", anchor))
    default: return nil
    }
  }

  /// "Sunday", "Sunday night", "Friday's".
  private func weekday(_ i: Int) -> TimeMatch? {
    guard i < text.tokens.count, let weekday = TimeWords.weekday(word(i)), isCapital(i) else {
      return nil
    }
    if word(i - 1) == "every" || word(i).hasSuffix("days") && word(i - 1) == "on" {
      return TimeMatch(
        tokens: i..<(i + 1), span: CalendarSpan(timex: "XXXX-WXX-\(weekday)", granularity: .day))
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
    if let part = TimeWords.partOfDay(word(i + 1)) {
      return TimeMatch(tokens: i..<(i + 2), span: .part(part, of: day, by: Self.byPublished))
    }
    return TimeMatch(tokens: i..<(i + 1), span: .day(day, by: Self.byPublished))
  }

  private func relativeWeekday(_ weekday: Int, _ direction: String) -> CalendarSpan {
    guard let anchor else { return CalendarSpan(timex: "XXXX-WXX-\(weekday)", granularity: .day) }
    let back = (anchor.weekday - weekday + 7) % 7
    let forward = (weekday - anchor.weekday + 7) % 7
    let day =
      switch direction {
      case "next", "coming", "following": anchor.adding(days: forward == 0 ? 7 : forward)
      case "this":
        weekday >= anchor.weekday ? anchor.adding(days: forward) : anchor.adding(days: -back)
      default: anchor.adding(days: back == 0 ? -7 : -back)
      }
    return .day(day, by: Self.byPublished)
  }

  /// "10:30 a.m.", "5 pm", "noon".
  private func clock(_ i: Int) -> TimeMatch? {
    let w = word(i)
    let parts = w.split(separator: ":").compactMap { Int($0) }
    var end = i + 1
    var hour: Int?
    var minute = 0
    let half = word(i + 1).filter { $0 != "." }
    if ["am", "pm"].contains(half), let value = parts.first, (1...12).contains(value),
      parts.count <= 2
    {
      hour = value % 12 + (half == "pm" ? 12 : 0)
      minute = parts.count == 2 ? parts[1] : 0
      end += 1
    } else if parts.count == 2, w.contains(":"), (0...23).contains(parts[0]),
      (0...59).contains(parts[1]), w.count >= 4
    {
      hour = parts[0]
      minute = parts[1]
    } else if ["midnight", "noon", "midday", "dawn", "dusk"].contains(w),
      let part = TimeWords.partOfDay(w), let day = narrative ?? anchor
    {
      return TimeMatch(
        tokens: i..<(i + 1),
        span: .part(part, of: day, by: narrative == nil ? Self.byPublished : "the time told before")
      )
    }
    guard let hour else { return nil }
    let clock = "T\(CivilDay.padded(hour, 2)):\(CivilDay.padded(minute, 2))"
    // The day told right after ("on Sunday"), else before, else the report's.
    let near = word(end) == "on" ? end + 1 : end
    let told = near < text.tokens.count ? (absolute(near) ?? weekday(near) ?? deictic(near)) : nil
    guard let day = told?.span.first ?? narrative ?? anchor else {
      return TimeMatch(
        tokens: i..<end, span: CalendarSpan(timex: "XXXX-XX-XX" + clock, granularity: .instant))
    }
    var span = CalendarSpan.day(day, by: told == nil ? Self.byPublished : told?.span.by)
    span.granularity = minute == 0 ? .hour : .instant
    span.timex = day.iso + clock
    span.clock = clock
    return TimeMatch(tokens: i..<end, span: span)
  }

  /// "for two hours", "three days", "every Friday", "daily".
  private func durationOrSet(_ i: Int) -> TimeMatch? {
    if word(i) == "every" || word(i) == "each" {
      if let weekday = TimeWords.weekday(word(i + 1)) {
        return TimeMatch(
          tokens: i..<(i + 2), span: CalendarSpan(timex: "XXXX-WXX-\(weekday)", granularity: .day))
      }
      if let unit = TimeWords.unit(word(i + 1)) {
        return TimeMatch(tokens: i..<(i + 2), span: .duration(unit, 1))
      }
      return nil
    }
    var at = i
    var count: Int?
    if let number = TimeWords.number(word(i)),
      text.tokens[i].upos == "NUM" || ["a", "an", "several"].contains(word(i))
        || word(i) == "couple"
    {
      count = number
      at += 1
      if word(i) == "a", ["few", "couple"].contains(word(at)) {
        count = TimeWords.number(word(at))
        at += 1
        if word(at) == "of" { at += 1 }
      }
      if word(at) == "-" { at += 1 }
    }
    guard at > i, let count, let unit = TimeWords.unit(word(at)),
      unit != .second || word(at) == "seconds"
    else { return nil }
    if word(at + 1) == "-" || word(at + 1) == "old" { return nil }
    // "a day", "a week" alone are rates or idioms more often than times.
    if ["a", "an"].contains(word(i)),
      !["for", "in", "within", "after", "nearly", "almost", "about", "over"].contains(word(i - 1))
    {
      return nil
    }
    return TimeMatch(tokens: i..<(at + 1), span: .duration(unit, count))
  }
}
