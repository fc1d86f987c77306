import HearsayLanguage
import HearsayRecords

// Dates in the short forms of logs and messages, years in words, halves and centuries.
extension TimeScanner {
  /// "19-Nov-12", "12MAR24", "3 Mar 24", "19-Nov-2012".
  func shortDate(_ i: Int) -> TimeMatch? {
    let parts = word(i).split(separator: "-").map(String.init)
    if parts.count == 3, let match = shortDate(parts, i..<(i + 1)) { return match }
    if word(i + 1) == "-", word(i + 3) == "-",
      let match = shortDate([word(i), word(i + 2), word(i + 4)], i..<(i + 5))
    {
      return match
    }
    return shortDate(run(word(i)), i..<(i + 1))
  }

  /// "12mar24" in its three runs of digits and letters; empty for anything else.
  private func run(_ word: String) -> [String] {
    let day = word.prefix { $0.isASCII && $0.isNumber }
    let rest = word.dropFirst(day.count)
    let month = rest.prefix { $0.isLetter }
    let year = rest.dropFirst(month.count)
    guard (1...2).contains(day.count), month.count == 3, [2, 4].contains(year.count) else {
      return []
    }
    return [String(day), String(month), String(year)]
  }

  private func shortDate(_ parts: [String], _ tokens: Range<Int>) -> TimeMatch? {
    guard parts.count == 3, tokens.upperBound <= text.tokens.count, let day = Int(parts[0]),
      let month = text.language.value(of: parts[1], for: .month).flatMap({ Int($0) }),
      let told = Int(parts[2]), [2, 4].contains(parts[2].count), (1...31).contains(day)
    else { return nil }
    let year = parts[2].count == 4 ? told : told < 50 ? 2000 + told : 1900 + told
    guard day <= CivilCalendar.days(inMonth: month, of: year) else { return nil }
    return TimeMatch(tokens: tokens, span: .day(CivilDay(year, month, day)))
  }

  /// "between 3 and 7 March", "from 3 to 7 March", "3-7 March", "March 3-7", "March 3 to 7, 2021": two days of one month.
  func days(_ i: Int) -> TimeMatch? {
    var at = i
    let isPair = has(i, .opensPair)
    if isPair || has(i, .opensChange) { at += 1 }
    func joins(_ i: Int) -> Bool {
      isPair ? has(i, .sums) : has(i, .joinsDays) || ["-", "–"].contains(word(i))
    }
    if let first = dayNumber(at), joins(at + 1), let last = dayNumber(at + 2), first < last {
      let next = has(at + 3, .ofWhole) ? at + 4 : at + 3
      guard next < text.tokens.count, let month = month(next), isCapital(next) else { return nil }
      return days(first, last, month, after: next + 1, from: i)
    }
    guard at < text.tokens.count, let month = month(at), isCapital(at),
      let first = dayNumber(at + 1), joins(at + 2), let last = dayNumber(at + 3), first < last,
      year(at + 3) == nil
    else { return nil }
    return days(first, last, month, after: at + 4, from: i)
  }

  private func days(_ first: Int, _ last: Int, _ month: Int, after end: Int, from start: Int)
    -> TimeMatch?
  {
    let comma = word(end) == "," ? end + 1 : end
    let told = year(comma)
    let one =
      told.map { CalendarSpan.day(CivilDay($0, month, first)) } ?? nearest(month, first, start)
    let other =
      told.map { CalendarSpan.day(CivilDay($0, month, last)) } ?? nearest(month, last, start)
    guard let low = one.first, let high = other.first, low < high, let from = one.timex,
      let to = other.timex
    else { return nil }
    return TimeMatch(
      tokens: start..<(told == nil ? end : comma + 1),
      span: CalendarSpan(
        first: low, last: high, timex: "\(from)/\(to)", granularity: .day, by: other.by))
  }

  /// "nineteen ninety-seven", "two thousand three".
  func spelledYear(_ i: Int) -> TimeMatch? {
    func small(_ i: Int) -> Int? { count(i, .number) }
    if let century = small(i), (17...20).contains(century), let tens = small(i + 1),
      tens >= 20 && tens % 10 == 0 || (10...19).contains(tens)
    {
      var end = i + 2
      var year = century * 100 + tens
      let ones = word(end) == "-" ? end + 1 : end
      if tens >= 20, let more = small(ones), (1...9).contains(more) {
        year += more
        end = ones + 1
      }
      // "nineteen twenty people"
      guard end >= text.tokens.count || text.tokens[end].xpos != "NNS" else { return nil }
      return TimeMatch(tokens: i..<end, span: .year(year))
    }
    if let century = small(i), (17...20).contains(century) {
      // "nineteen ninety-seven" with the tens in one word.
      let parts = word(i + 1).split(separator: "-").map(String.init)
      let values = parts.compactMap {
        text.language.value(of: $0, for: .number).flatMap { Int($0) }
      }
      if parts.count == 2, values.count == 2, values[0] >= 20, (1...9).contains(values[1]) {
        return TimeMatch(
          tokens: i..<(i + 2), span: .year(century * 100 + values[0] + values[1]))
      }
    }
    return nil
  }

  /// "the first half of 2023", "the second half of the year".
  func half(_ i: Int) -> TimeMatch? {
    guard let number = ordinal(i), (1...2).contains(number), has(i + 1, .halves),
      has(i + 2, .ofWhole)
    else { return nil }
    var end = i + 4
    var told = year(i + 3)
    if told == nil, let inner = relativeUnit(i + 3), inner.span.granularity == .year {
      told = inner.span.first?.parts.year
      end = inner.tokens.upperBound
    }
    if told == nil, isThe(i + 3), unit(i + 4) == .year {
      told = anchor?.parts.year
      end = i + 5
    }
    guard let told else { return nil }
    return TimeMatch(
      tokens: i..<end,
      span: CalendarSpan(
        first: CivilDay(told, number * 6 - 5, 1),
        last: CivilDay(told, number * 6, number == 1 ? 30 : 31),
        timex: "\(CivilCalendar.padded(told, 4))-H\(number)", granularity: .season))
  }

  /// "the 19th century", "the nineties".
  func century(_ i: Int) -> TimeMatch? {
    if let decade = count(i, .decadeName), isThe(i - 1) || has(i - 1, .narrows) {
      return TimeMatch(tokens: i..<(i + 1), span: .decade(decade), family: .decade)
    }
    guard let number = ordinal(i), (2...21).contains(number) else { return nil }
    let next = word(i + 1) == "-" ? i + 2 : i + 1
    guard unit(next) == .century else { return nil }
    return TimeMatch(
      tokens: i..<(next + 1),
      span: CalendarSpan(
        first: CivilDay(number * 100 - 100, 1, 1), last: CivilDay(number * 100 - 1, 12, 31),
        timex: CivilCalendar.padded(number - 1, 2), granularity: .decade))
  }

  /// "22 Esfand 1402", "10 Muharram": a date of another calendar keeps its words, and has no value.
  func otherCalendar(_ i: Int) -> TimeMatch? {
    guard dayNumber(i) != nil, has(i + 1, .otherMonth), isCapital(i + 1) else { return nil }
    let isYear = Int(word(i + 2)).map { (1000...6000).contains($0) } ?? false
    return TimeMatch(tokens: i..<(isYear ? i + 3 : i + 2), span: CalendarSpan(granularity: .day))
  }

  /// "2145Z", "0630 hrs", "1430 GMT": the clock of logs and armies.
  func militaryClock(_ i: Int) -> (hour: Int, minute: Int, zone: String, end: Int)? {
    let w = word(i)
    let digits = w.prefix { $0.isASCII && $0.isNumber }
    guard digits.count == 4, let hour = Int(digits.prefix(2)), let minute = Int(digits.suffix(2)),
      (0...23).contains(hour), (0...59).contains(minute)
    else { return nil }
    let mark = String(w.dropFirst(4))
    guard mark.isEmpty else {
      if text.language.has(mark, .universalTime) { return (hour, minute, "Z", i + 1) }
      return text.language.has(mark, .hoursMark) ? (hour, minute, "", i + 1) : nil
    }
    if has(i + 1, .universalTime) { return (hour, minute, "Z", i + 2) }
    return has(i + 1, .hoursMark) ? (hour, minute, "", i + 2) : nil
  }
}
