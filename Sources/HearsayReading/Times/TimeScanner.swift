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
  private(set) var anchor: CivilDay?
  /// The day told last, which "the next day" and "two days later" count from.
  private(set) var narrative: CivilDay?
  /// The day the report was published, and the live entries that were written on days of their own.
  private let published: CivilDay?
  private let entries: [(tokens: Range<Int>, day: CivilDay)]

  /// How a value counted from the report's day is told; the reader says which day that was.
  static let byPublished = "published"

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
}
