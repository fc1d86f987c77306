/// A date found in text.
struct FoundDate {
  var date: WrittenDate
  /// What it means if day and month stand the other way round.
  var other: WrittenDate?
  /// Whether its year is written with all four digits.
  var hasFullYear = true
  var start: String.Index
  var end: String.Index
}

/// Finds dates in text, in figures and with the names of months, in the languages of ``MonthNames``.
struct DateScanner {
  let order: DateOrder
  /// Two letters; decides between languages whose names of months disagree.
  let language: String?
  /// Whether figures without marks between them are dates: `20310304`, `20310304051500`.
  let readsBareFigures: Bool

  init(order: DateOrder = .dayFirst, language: String? = nil, readsBareFigures: Bool = false) {
    self.order = order
    self.language = language
    self.readsBareFigures = readsBareFigures
  }

  /// The dates of a text in order, as coarse as a month.
  func dates(in text: some StringProtocol) -> [FoundDate] {
    let tokens = DateTokens.split(text)
    guard tokens.contains(where: \.isNumber) else { return [] }
    let reading = DateReading(tokens: tokens, scanner: self)
    var found: [FoundDate] = []
    var index = 0
    while index < tokens.count {
      guard let match = reading.date(at: index) else {
        index += 1
        continue
      }
      var date = match.date
      var end = match.next
      if date.day != nil, date.clock == nil,
        let clock = ClockScanner(tokens: tokens).clock(after: end)
      {
        date.clock = clock.clock
        date.offset = clock.offset
        end = clock.next
      }
      var other = match.other
      other?.clock = date.clock
      other?.offset = date.offset
      found.append(
        FoundDate(
          date: date, other: other, hasFullYear: match.hasFullYear, start: tokens[index].start,
          end: tokens[end - 1].end))
      index = end
    }
    return found
  }
}

extension DateToken {
  var isNumber: Bool {
    if case .number = kind { return true }
    return false
  }

  /// The value of a number of at most so many digits.
  func number(upTo most: Int) -> Int? {
    if case .number(let value, let digits) = kind, digits <= most { return value }
    return nil
  }

  /// The value of a number of exactly so many digits.
  func number(of count: Int) -> Int? {
    if case .number(let value, let digits) = kind, digits == count { return value }
    return nil
  }

  var word: String? {
    if case .word(let word) = kind { return word }
    return nil
  }

  func isMark(in marks: String) -> Bool {
    if case .mark(let mark) = kind { return marks.unicodeScalars.contains(mark) }
    return false
  }
}
