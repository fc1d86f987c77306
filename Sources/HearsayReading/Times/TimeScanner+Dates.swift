import HearsayLanguage
import HearsayRecords

// Dates as the calendar names them: days, months, quarters, seasons, years, decades, feasts.
extension TimeScanner {
  func since(_ i: Int) -> TimeMatch? {
    guard has(i, .opensSince),
      let inner = narrowed(i + 1) ?? absolute(i + 1) ?? deictic(i + 1) ?? weekday(i + 1),
      inner.span.first != nil
    else { return nil }
    var span = inner.span
    span.last = anchor
    span.by = anchor == nil ? nil : "since … until published"
    return TimeMatch(tokens: i..<inner.tokens.upperBound, span: span)
  }

  /// "early March", "the end of 2019", "mid-2016", "late last year".
  func narrowed(_ i: Int) -> TimeMatch? {
    let first = word(i)
    var next = i + 1
    var part = value(i, .narrows).flatMap(CalendarSpan.Third.init)
    if let told = value(i, .narrowsOf) {
      guard has(next, .ofWhole) else { return nil }
      part = CalendarSpan.Third(rawValue: told)
      next += 1
      if isThe(next) || direction(next) == .this, absolute(next) == nil, deictic(next) == nil {
        next += 1
      }
    } else if part == .mid {
      if word(next) == "-" { next += 1 }
    } else if let glued = glued(first, .narrows), glued.value == CalendarSpan.Third.mid.rawValue,
      let month = text.language.value(of: glued.rest, for: .month).flatMap({ Int($0) })
    {
      return monthAlone(month, i).map {
        TimeMatch(tokens: i..<(i + 1), span: $0.narrowed(to: .mid))
      }
    }
    guard let part else { return nil }
    if has(next, .beforeNarrowed), next == i + 1 { next += 1 }
    guard
      let inner = absolute(next, bareMonth: true) ?? deictic(next) ?? weekday(next)
        ?? told(.decade, decade(next))
    else { return nil }
    return TimeMatch(tokens: i..<inner.tokens.upperBound, span: inner.span.narrowed(to: part))
  }

  func absolute(_ i: Int, bareMonth: Bool = false) -> TimeMatch? {
    guard i < text.tokens.count else { return nil }
    if let day = told(.digits, iso(i)) ?? told(.shortDate, shortDate(i)) { return day }
    if let day = told(.otherCalendar, otherCalendar(i)) { return day }
    if let day = monthOrDay(monthFirst(i, bareMonth: bareMonth)) ?? monthOrDay(dayFirst(i)) {
      return day
    }
    if let years = told(.decade, decade(i)) ?? told(.century, century(i)) { return years }
    if let part = told(.halfYear, half(i)) ?? told(.quarter, quarter(i)) { return part }
    if let year = told(.spelledYear, spelledYear(i)) ?? told(.season, seasonOfYear(i)) {
      return year
    }
    return told(.feast, holiday(i)) ?? told(.year, yearAlone(i))
  }

  private func monthOrDay(_ match: TimeMatch?) -> TimeMatch? {
    told(match?.span.granularity == .month ? .month : .monthDay, match)
  }

  func iso(_ i: Int) -> TimeMatch? {
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
  func monthFirst(_ i: Int, bareMonth: Bool) -> TimeMatch? {
    guard let month = month(i), isCapital(i), text.tokens[i].upos != "AUX",
      text.tokens[i].upos != "VERB"
    else { return nil }
    var next = i + 1
    if word(next) == ",", year(next + 1) == nil { return bare(i, month, bareMonth) }
    if isThe(next), dayNumber(next + 1) != nil { next += 1 }
    if let day = dayNumber(next), year(next) == nil {
      var end = next + 1
      if let year = year(end) ?? (word(end) == "," ? year(end + 1) : nil) {
        end += word(end) == "," ? 2 : 1
        return TimeMatch(tokens: i..<end, span: .day(CivilDay(year, month, day)))
      }
      return TimeMatch(tokens: i..<end, span: nearest(month, day, i))
    }
    if let year = year(next) ?? (word(next) == "," || has(next, .ofWhole) ? year(next + 1) : nil) {
      return TimeMatch(
        tokens: i..<(year == self.year(next) ? next + 1 : next + 2), span: .month(year, month))
    }
    return bare(i, month, bareMonth)
  }

  func bare(_ i: Int, _ month: Int, _ allowed: Bool) -> TimeMatch? {
    // "May" and "March" are other words besides; they need an introduction.
    guard
      allowed || has(i - 1, .beforeMonth)
        || text.tokens[i].upos == "PROPN" && !has(i, .otherWord) && word(i).count > 3
    else { return nil }
    guard let span = monthAlone(month, i) else { return nil }
    return TimeMatch(tokens: i..<(i + 1), span: span)
  }

  func monthAlone(_ month: Int, _ i: Int) -> CalendarSpan? {
    guard let anchor else {
      return CalendarSpan(timex: "XXXX-\(CivilCalendar.padded(month, 2))", granularity: .month)
    }
    let (year, now, _) = anchor.parts
    let isPast = !isFuture(i)
    let chosen = isPast ? (month <= now ? year : year - 1) : (month >= now ? year : year + 1)
    return .month(chosen, month, by: Self.byPublished)
  }

  /// "7 November 2021", "10 October", "the 10th of October".
  func dayFirst(_ i: Int) -> TimeMatch? {
    guard let day = dayNumber(i) else { return nil }
    var next = i + 1
    if has(next, .ofWhole) { next += 1 }
    guard next < text.tokens.count, let month = month(next), isCapital(next) else {
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
  func nearest(_ month: Int, _ day: Int, _ i: Int) -> CalendarSpan {
    guard let anchor else {
      return CalendarSpan(
        timex: "XXXX-\(CivilCalendar.padded(month, 2))-\(CivilCalendar.padded(day, 2))",
        granularity: .day)
    }
    let year = anchor.parts.year
    let candidates = [year - 1, year, year + 1].map { CivilDay($0, month, day) }
    let past = candidates.last { $0 <= anchor.adding(days: 1) }
    let future = candidates.first { $0 >= anchor }
    let chosen = isFuture(i) ? future : past
    return .day(chosen ?? candidates[1], by: Self.byPublished)
  }

  func decade(_ i: Int) -> TimeMatch? {
    guard i < text.tokens.count else { return nil }
    let w = word(i)
    guard w.hasSuffix("s") else { return nil }
    var digits = w.dropLast()
    if digits.hasPrefix("'") { digits = digits.dropFirst() }
    if digits.hasSuffix("'") { digits = digits.dropLast() }
    guard let value = Int(digits), value % 10 == 0 else { return nil }
    if (1500...2090).contains(value) { return TimeMatch(tokens: i..<(i + 1), span: .decade(value)) }
    guard digits.count == 2, w.hasPrefix("'") || isThe(i - 1) else { return nil }
    return TimeMatch(tokens: i..<(i + 1), span: .decade(1900 + value))
  }

  func quarter(_ i: Int) -> TimeMatch? {
    // "third quarter", "third-quarter" in one piece or three.
    let glued = glued(word(i), .ordinal)
    let isGlued = glued.map { isUnit($0.rest, .quarter) } ?? false
    let told = isGlued ? glued.flatMap { Int($0.value) } : ordinal(i)
    let noun = isGlued ? i : word(i + 1) == "-" ? i + 2 : i + 1
    if let number = told, (1...4).contains(number), isGlued || unit(noun) == .quarter {
      let of = has(noun + 1, .ofWhole) ? noun + 2 : noun + 1
      if let year = year(of) {
        return TimeMatch(tokens: i..<(of + 1), span: .quarter(year, number))
      }
      if of == noun + 2, let year = relativeUnit(of), year.span.granularity == .year,
        let first = year.span.first
      {
        return TimeMatch(
          tokens: i..<year.tokens.upperBound,
          span: .quarter(first.parts.year, number, by: Self.byPublished))
      }
      guard let anchor else { return nil }
      let now = anchor.parts
      let chosen =
        CivilDay(now.year, number * 3 - 2, 1) <= anchor || isFuture(i) ? now.year : now.year - 1
      return TimeMatch(
        tokens: i..<(noun + 1), span: .quarter(chosen, number, by: Self.byPublished))
    }
    return nil
  }

  func seasonOfYear(_ i: Int) -> TimeMatch? {
    guard let code = season(i), text.tokens[i].upos != "VERB" else { return nil }
    if let year = year(i + 1) ?? (has(i + 1, .ofWhole) ? year(i + 2) : nil) {
      return TimeMatch(
        tokens: i..<(has(i + 1, .ofWhole) ? i + 3 : i + 2), span: .season(year, code))
    }
    return nil
  }

  func holiday(_ i: Int) -> TimeMatch? {
    guard isCapital(i) else { return nil }
    guard let feast = text.forms(at: i, .feast).first,
      let date = feast.value?.split(separator: "-").compactMap({ Int($0) }), date.count == 2
    else { return nil }
    let end = feast.tokens.upperBound
    if let year = year(end) {
      return TimeMatch(tokens: i..<(end + 1), span: .day(CivilDay(year, date[0], date[1])))
    }
    return TimeMatch(tokens: feast.tokens, span: nearest(date[0], date[1], i))
  }

  func yearAlone(_ i: Int) -> TimeMatch? {
    // "fiscal 1989", "fiscal year 2023", "FY2023"
    if has(i, .fiscal) {
      let next = unit(i + 1) == .year ? i + 2 : i + 1
      return year(next).map {
        TimeMatch(tokens: i..<(next + 1), span: .year($0), family: .fiscalYear)
      }
    }
    if word(i).utf8.count == 6, let year = Int(word(i).suffix(4)),
      text.language.has(String(word(i).prefix(2)), .fiscal)
    {
      return TimeMatch(tokens: i..<(i + 1), span: .year(year), family: .fiscalYear)
    }
    guard let year = year(i), (1700...2100).contains(year),
      text.tokens[i].xpos == "CD" || text.tokens[i].upos == "NUM"
    else { return nil }
    let introduced = has(i - 1, .beforeYear) || ["(", "-", "–"].contains(word(i - 1))
    // A number before what it counts is no year, unless an event of that year is named by it, or the network takes it for a time and
    // more than it stands before the noun: "1990 grain exports".
    let isTold = text.timexes.contains { $0.tokens.contains(i) }
    let head = text.tokens[i].head
    if text.tokens[i].relation == "nummod", let head, head > i, text.tokens[head].xpos == "NNS",
      !has(i - 1, .namedByYear), !(isTold && head > i + 1)
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
}
