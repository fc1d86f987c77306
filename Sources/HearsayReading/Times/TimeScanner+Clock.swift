import HearsayLanguage
import HearsayRecords

// Times of the day, and stretches told only by how long they are.
extension TimeScanner {
  /// "10:30 a.m.", "5 pm", "noon".
  func clock(_ i: Int) -> TimeMatch? {
    let w = word(i)
    let parts = w.split(separator: ":").compactMap { Int($0) }
    var end = i + 1
    var hour: Int?
    var minute = 0
    var zone = ""
    let half = value(i + 1, .half)
    if let half, let told = parts.first, (1...12).contains(told), parts.count <= 2 {
      hour = told % 12 + (half == "pm" ? 12 : 0)
      minute = parts.count == 2 ? parts[1] : 0
      end += 1
    } else if parts.count == 2, w.contains(":"), (0...23).contains(parts[0]),
      (0...59).contains(parts[1]), w.count >= 4
    {
      hour = parts[0]
      minute = parts[1]
    } else if let told = militaryClock(i) {
      hour = told.hour
      minute = told.minute
      zone = told.zone
      end = told.end
    } else if has(i, .namesHour), let part = partOfDay(i),
      let near = dayBehind(i + 1), let day = near.span.first
    {
      return TimeMatch(
        tokens: i..<near.tokens.upperBound, span: .part(part, of: day, by: near.span.by),
        family: .partOfDay)
    } else if has(i, .namesHour), let part = partOfDay(i), let day = narrative ?? anchor {
      return TimeMatch(
        tokens: i..<(i + 1),
        span: .part(
          part, of: day, by: narrative == nil ? Self.byPublished : "the time told before"),
        family: .partOfDay)
    }
    guard let hour else { return nil }
    if has(end, .universalTime), zone.isEmpty {
      zone = "Z"
      end += 1
    } else if has(end, .timeZone) {
      end += 1
    }
    let clock = "T\(CivilCalendar.padded(hour, 2)):\(CivilCalendar.padded(minute, 2))\(zone)"
    // The day told right after ("on Sunday"), else before, else the report's.
    let told = dayBehind(end)
    if let told, told.tokens.lowerBound == end || word(end) == "," { end = told.tokens.upperBound }
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

  /// The day told right behind a clock time: "on Sunday", "yesterday".
  private func dayBehind(_ end: Int) -> TimeMatch? {
    let near = has(end, .beforeWeekday) || word(end) == "," ? end + 1 : end
    guard near < text.tokens.count else { return nil }
    let told = absolute(near) ?? weekday(near) ?? deictic(near)
    guard let told, told.span.granularity == .day, word(end) != "," || absolute(near) != nil else {
      return nil
    }
    return told
  }

  /// "for two hours", "three days", "every Friday", "daily".
  func durationOrSet(_ i: Int) -> TimeMatch? {
    if has(i, .repeats) {
      if let weekday = weekdayNumber(i + 1) {
        return TimeMatch(
          tokens: i..<(i + 2), span: CalendarSpan(timex: "XXXX-WXX-\(weekday)", granularity: .day),
          family: .everyWeekday)
      }
      if let unit = unit(i + 1) {
        return TimeMatch(tokens: i..<(i + 2), span: .duration(unit, 1), family: .everyUnit)
      }
      return nil
    }
    var at = i
    var count: Int?
    if let number = number(i),
      text.tokens[i].upos == "NUM" || isArticle(i) || has(i, .vagueCount)
    {
      count = number
      at += 1
      if isArticle(i), has(at, .vagueCount) {
        count = self.number(at)
        at += 1
        if has(at, .ofWhole) { at += 1 }
      }
      if word(at) == "-" { at += 1 }
    }
    // "within minutes", "for days"
    if at == i, has(i - 1, .beforeUnits), let unit = unit(i), has(i, .severalUnits),
      text.tokens[i].upos == "NOUN"
    {
      return TimeMatch(tokens: i..<(i + 1), span: .duration(unit, -1))
    }
    guard at > i, let count, let unit = unit(at),
      unit != .second || has(at, .severalUnits)
    else { return nil }
    if word(at + 1) == "-" || has(at + 1, .endsAge) { return nil }
    // "a day", "a week" alone are rates or idioms more often than times.
    if isArticle(i), !has(i - 1, .beforeDuration) { return nil }
    // "three-quarters of them" is a share.
    if unit == .quarter, word(at - 1) == "-" || has(at + 1, .ofWhole) { return nil }
    let counter = isArticle(i) && has(i + 1, .vagueCount) ? i + 1 : i
    let isVague = has(counter, .vagueCount) && !has(counter, .aboutA)
    return TimeMatch(tokens: i..<(at + 1), span: .duration(unit, isVague ? -1 : count))
  }
}
