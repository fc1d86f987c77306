import HearsayLanguage
import HearsayRecords

/// A time expression found in a text.
struct TimeMatch {
  var tokens: Range<Int>
  var span: CalendarSpan
  /// The family that it is of, where the one who found it has told.
  var family: TimeFamily?
}

/// Finds time expressions by their words and resolves them to the calendar.
struct TimeScanner {
  let text: AnnotatedText
  /// The day on which what is being scanned was written; without it, what is told relative to it stays unresolved.
  private(set) var anchor: CivilDay?
  /// The day told last, which "the next day" and "two days later" count from.
  private(set) var narrative: CivilDay?
  /// A day in the quarter told last, and in which sentence: what "the quarter" and "a year ago" mean in reports of firms.
  private(set) var quarterTold: CivilDay?
  private var quarterSentence = -10
  /// The day the report was published, and the live entries that were written on days of their own.
  private let published: CivilDay?
  /// The families that are read.
  private let families: Set<TimeFamily>
  private let entries: [(tokens: Range<Int>, day: CivilDay)]

  /// How a value counted from the report's day is told; the reader says which day that was.
  static let byPublished = "published"

  init(
    text: AnnotatedText, published: CivilDay?, entries: [(tokens: Range<Int>, day: CivilDay)] = []
  ) {
    self.text = text
    self.published = published
    families = Set(TimeFamily.allCases.filter { text.language.times.has($0.rawValue) })
    self.entries = entries
    anchor = published
  }

  mutating func scan() -> [TimeMatch] {
    var found: [TimeMatch] = []
    var pending: [TimeMatch] = []
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
        if match.span.granularity == .quarter, match.span.first != nil,
          match.span.by != "the time told before",
          !(match.span.timex?.hasPrefix("P") ?? true)
        {
          quarterTold = match.span.first
          quarterSentence = text.sentenceOfToken[match.tokens.lowerBound]
        }
        index = match.tokens.upperBound
      } else if let timex = text.timexes.first(where: { $0.tokens.lowerBound == index }),
        !found.contains(where: { $0.tokens.overlaps(timex.tokens) }),
        let match = told(.vague, named(timex))
      {
        pending.append(match)
        index += 1
      } else if let match = told(.vague, adverb(index)) {
        pending.append(match)
        index += 1
      } else {
        index += 1
      }
    }
    // A calendar date inside what the model marks tells more than its other words.
    found += pending.filter { match in !found.contains { $0.tokens.overlaps(match.tokens) } }
    return found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// Whether a quarter was told in this sentence or the two before.
  func isAboutQuarter(_ i: Int) -> Bool {
    quarterTold != nil && text.sentenceOfToken[i] - quarterSentence <= 2
  }

  private func match(at i: Int) -> TimeMatch? {
    guard !isName(i) else { return nil }
    if let dated = told(.since, since(i)) ?? told(.dayRange, days(i)) { return dated }
    if let dated = told(.narrowed, narrowed(i)) ?? absolute(i) { return dated }
    if let counted = told(.relativeUnit, relativeUnit(i)) ?? told(.unitsAgo, ago(i)) {
      return counted
    }
    if let counted = told(.dayFromNow, deictic(i)) { return counted }
    if let hour = told(.clock, clock(i)) ?? told(.weekday, weekday(i)) { return hour }
    return told(.unitsAfter, after(i)) ?? told(.duration, durationOrSet(i))
  }

  /// What was found, with the family that it is of if nobody has told a closer one; nothing if that family is not read.
  func told(_ family: TimeFamily, _ match: TimeMatch?) -> TimeMatch? {
    guard var match else { return nil }
    let family = match.family ?? family
    guard families.contains(family) else { return nil }
    match.family = family
    return match
  }

  /// "April Summers", "Ruby Tuesday": part of somebody's name.
  private func isName(_ i: Int) -> Bool {
    guard has(i, .month) || has(i, .weekday) || has(i, .season) else { return false }
    if text.names.contains(where: {
      $0.type == .person && $0.tokens.count > 1 && $0.tokens.contains(i)
    }) {
      return true
    }
    // A month before a capitalised word that is no time is a first name: nobody writes "April Summers" of a season.
    let next = i + 1
    guard has(i, .firstName), next < text.tokens.count, text.tokens[next].upos == "PROPN",
      isCapital(next), text.tokens[next].spaceBefore, text.tokens[i].text.count > 2
    else { return false }
    return ["flat", "compound"].contains(text.tokens[next].baseRelation)
      && text.tokens[next].head == i
      || text.tokens[i].baseRelation == "compound" && text.tokens[i].head == next
        && text.tokens[next].baseRelation == "nsubj"
  }
}
