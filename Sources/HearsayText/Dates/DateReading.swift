/// Reads one date from tokens, beginning at a certain one.
struct DateReading {
  let tokens: [DateToken]
  let scanner: DateScanner

  struct Match {
    var date: WrittenDate
    var other: WrittenDate?
    var hasFullYear = true
    var next: Int
  }

  /// Marks between the figures of a date.
  private static let joints = "-/._‐‑–·"
  /// Words between the parts of a date, as in "4 de marzo de 2031" or "the 4th of March".
  private static let between: Set<String> = [
    "de", "del", "di", "of", "d", "do", "da", "dos", "gada", "gads", "m", "г", "год", "года", "р",
    "року",
    "den", "na", "ng", "mes", "dia", "e", "st", "nd", "rd", "th", "er", "го", "е",
  ]
  private static let ordinals: Set<String> = [
    "st", "nd", "rd", "th", "er", "o", "a", "го", "е", "ste", "e",
  ]

  func date(at index: Int) -> Match? {
    switch tokens[index].kind {
    case .number(let value, let digits):
      guard !continuesFigures(index) else { return nil }
      if digits == 4 { return yearFirst(index) }
      if digits <= 2 { return dayFirst(index) ?? inFigures(index) ?? inVietnamese(index) }
      return scanner.readsBareFigures ? bareFigures(value, digits, index) : nil
    case .word(let word): return monthFirst(index) ?? era(word, index)
    case .mark: return nil
    }
  }

  // MARK: - In figures

  /// Whether a number goes on with figures before it: the end of a version, of a range, of an address.
  private func continuesFigures(_ index: Int) -> Bool {
    guard tokens[index].isGlued, index >= 1 else { return false }
    if let word = tokens[index - 1].word {
      return word.utf8.allSatisfy { $0 < 0x80 } && word != "t"
    }
    guard index >= 2, tokens[index - 1].isMark(in: "-/.:–,"), tokens[index - 1].isGlued else {
      return false
    }
    return tokens[index - 2].isNumber
  }

  /// The number after one mark at `index`, and the mark, where both stand as they do in a date.
  private func joined(_ index: Int, digits: Int, mark: DateToken? = nil) -> (
    value: Int, mark: DateToken, isSpaced: Bool
  )? {
    guard index + 1 < tokens.count, tokens[index].isMark(in: Self.joints),
      mark == nil || mark?.kind == tokens[index].kind,
      let value = tokens[index + 1].number(upTo: digits)
    else { return nil }
    let isSpaced = !tokens[index].isGlued || !tokens[index + 1].isGlued
    // "3 - 4 - 2031" is a sum; "3. 4. 2031" and "3 / 4 / 2031" are dates.
    if isSpaced, !tokens[index].isMark(in: "./") { return nil }
    return (value, tokens[index], isSpaced)
  }

  /// "04.03.2031", "3/4/31", "04-03-2031".
  private func inFigures(_ index: Int) -> Match? {
    guard let first = tokens[index].number(upTo: 2),
      let second = joined(index + 1, digits: 2),
      let third = joined(index + 3, digits: 4, mark: second.mark)
    else { return nil }
    let next = index + 5
    let digits = tokens[next - 1].digits
    guard digits != 3, digits > 1, !goesOn(next, isShort: digits == 2) else { return nil }
    if digits == 2 { return shortYear(first, second.value, third.value, second.mark, next) }
    return ordered(first, second.value, third.value, second.mark, next)
  }

  private func goesOn(_ next: Int, isShort: Bool) -> Bool {
    guard next < tokens.count, tokens[next].isGlued else { return false }
    if tokens[next].isMark(in: Self.joints), next + 1 < tokens.count, tokens[next + 1].isGlued {
      // "04.03.2031-05.03.2031" is a span of days, "127.0.0.1" an address.
      return tokens[next + 1].isNumber && (isShort || !tokens[next].isMark(in: "-_"))
    }
    return isShort && (tokens[next].isMark(in: "%€$") || tokens[next].word != nil)
  }

  private func shortYear(_ first: Int, _ second: Int, _ third: Int, _ mark: DateToken, _ next: Int)
    -> Match?
  {
    if scanner.order == .yearFirst {
      return WrittenDate(year: Self.full(first), month: second, day: third).map {
        Match(date: $0, hasFullYear: false, next: next)
      }
    }
    guard var match = ordered(first, second, Self.full(third), mark, next) else { return nil }
    match.hasFullYear = false
    return match
  }

  private func ordered(_ first: Int, _ second: Int, _ year: Int, _ mark: DateToken, _ next: Int)
    -> Match?
  {
    let dayFirst = WrittenDate(year: year, month: second, day: first)
    let monthFirst = WrittenDate(year: year, month: first, day: second)
    // With dots between, the day stands first wherever that makes a date.
    let prefersDay = scanner.order != .monthFirst || mark.isMark(in: ".")
    let (date, other) = prefersDay ? (dayFirst, monthFirst) : (monthFirst, dayFirst)
    if let date { return Match(date: date, other: first == second ? nil : other, next: next) }
    return other.map { Match(date: $0, next: next) }
  }

  private static func full(_ year: Int) -> Int { year < 70 ? 2000 + year : 1900 + year }

  /// A date that begins with its year, as "2031-03-04" and "2031年3月4日" do.
  private func yearFirst(_ index: Int) -> Match? {
    guard let year = tokens[index].number(of: 4) else { return nil }
    if let first = joined(index + 1, digits: 2),
      let second = joined(index + 3, digits: 2, mark: first.mark),
      !goesOn(index + 5, isShort: false)
    {
      let date =
        calendar(year, first.value, second.value)
        ?? (first.value > 12 ? calendar(year, second.value, first.value) : nil)
      return date.map { Match(date: $0, next: index + 5) }
    }
    if let match = eastAsian(year, index) { return match }
    var here = index + 1
    while here < tokens.count, here < index + 3,
      tokens[here].isMark(in: "-.,/") || Self.between.contains(tokens[here].word ?? "")
    { here += 1 }
    guard here < tokens.count else { return nil }
    if let month = month(at: here) {
      let after = skipping(month.next, marks: "-./", words: [])
      guard after < tokens.count, let day = tokens[after].number(upTo: 2),
        after > month.next || !tokens[after].isGlued
      else { return nil }
      // "2031 March 4:30" tells the time.
      if after + 1 < tokens.count, tokens[after + 1].isMark(in: ":"), tokens[after + 1].isGlued {
        return nil
      }
      return calendar(year, month.number, day).map { Match(date: $0, next: after + 1) }
    }
    // Latvian: the year, the day, the month.
    if tokens[here - 1].word == "gada", let day = tokens[here].number(upTo: 2) {
      let after = skipping(here + 1, marks: ".", words: [])
      if let month = month(at: after) {
        return calendar(year, month.number, day).map { Match(date: $0, next: month.next) }
      }
    }
    return nil
  }

  private func eastAsian(_ year: Int, _ index: Int) -> Match? {
    guard index + 3 < tokens.count, tokens[index + 1].isMark(in: "年년"),
      let month = tokens[index + 2].number(upTo: 2), tokens[index + 3].isMark(in: "月월")
    else { return nil }
    if index + 5 < tokens.count, let day = tokens[index + 4].number(upTo: 2),
      tokens[index + 5].isMark(in: "日일號号")
    {
      return calendar(year, month, day).map { Match(date: $0, next: index + 6) }
    }
    return WrittenDate(year: year, month: month).map { Match(date: $0, next: index + 4) }
  }

  /// "令和13年3月4日", "民國120年3月4日": years counted from an era's first.
  private func era(_ word: String, _ index: Int) -> Match? {
    guard let start = OtherCalendars.eraStart(word), index + 2 < tokens.count,
      let year = tokens[index + 1].number(upTo: 3)
    else { return nil }
    return eastAsian(start + year, index + 1)
  }

  private func bareFigures(_ value: Int, _ digits: Int, _ index: Int) -> Match? {
    guard digits == 8 || digits == 12 || digits == 14 else { return nil }
    var rest = value
    var clock: [Int] = []
    for _ in 0..<(digits - 8) / 2 {
      clock.insert(rest % 100, at: 0)
      rest /= 100
    }
    guard WrittenDate.markedYears.contains(rest / 10_000),
      var date = WrittenDate(year: rest / 10_000, month: rest / 100 % 100, day: rest % 100)
    else { return nil }
    if clock.count >= 2, clock[0] < 24, clock[1] < 60 {
      date.clock = WrittenDate.Clock(
        hour: clock[0], minute: clock[1], second: clock.count > 2 && clock[2] < 60 ? clock[2] : nil)
    }
    return Match(date: date, next: index + 1)
  }

  // MARK: - With the month's name

  /// A date that begins with its day, as "4 de marzo de 2031" and "04-Mar-31" do.
  private func dayFirst(_ index: Int) -> Match? {
    guard let day = tokens[index].number(upTo: 2) else { return nil }
    var here = index + 1
    while here < tokens.count, here < index + 4, month(at: here) == nil,
      tokens[here].isMark(in: "-./,'’ºª°") || Self.between.contains(tokens[here].word ?? "")
    { here += 1 }
    guard here < tokens.count, let month = month(at: here) else { return nil }
    return year(after: month.next) { calendar($0, month.number, day) }
  }

  /// "March 4, 2031", "Mar 4 10:00:00 CET 2031", "March 2031".
  private func monthFirst(_ index: Int) -> Match? {
    guard let month = month(at: index) else { return nil }
    var here = skipping(month.next, marks: ".-/", words: Self.between)
    guard here < tokens.count else { return nil }
    if let year = tokens[here].number(of: 4) {
      return WrittenDate(year: year, month: month.number).map { Match(date: $0, next: here + 1) }
    }
    guard let day = tokens[here].number(upTo: 2) else { return nil }
    here += 1
    if here < tokens.count, Self.ordinals.contains(tokens[here].word ?? "") { here += 1 }
    if let match = year(after: here, make: { calendar($0, month.number, day) }) { return match }
    // As Java and C print a date: the time, perhaps a zone, the year.
    guard let clock = ClockScanner(tokens: tokens).clock(after: here), clock.next < tokens.count,
      let year = tokens[clock.next].number(of: 4),
      var date = calendar(year, month.number, day)
    else { return nil }
    date.clock = clock.clock
    date.offset = clock.offset
    return Match(date: date, next: clock.next + 1)
  }

  /// "4 tháng 3, 2031", "4 tháng 3 năm 2031".
  private func inVietnamese(_ index: Int) -> Match? {
    guard index + 3 < tokens.count, let day = tokens[index].number(upTo: 2),
      tokens[index + 1].word == "thang", let month = tokens[index + 2].number(upTo: 2)
    else { return nil }
    let here = skipping(index + 3, marks: ",/", words: ["nam"])
    guard here < tokens.count, let year = tokens[here].number(of: 4) else { return nil }
    return calendar(year, month, day).map { Match(date: $0, next: here + 1) }
  }

  private func year(after index: Int, make: (Int) -> WrittenDate?) -> Match? {
    var here = index
    var isShortened = false
    while here < tokens.count, here < index + 3 {
      if tokens[here].isMark(in: "'’‘") {
        isShortened = true
      } else if !tokens[here].isMark(in: ".,-/") && !Self.between.contains(tokens[here].word ?? "")
        && OtherCalendars.eraStart(tokens[here].word ?? "") == nil && tokens[here].word != "พศ"
      {
        break
      }
      here += 1
    }
    guard here < tokens.count else { return nil }
    if let year = tokens[here].number(of: 4) {
      return make(year).map { Match(date: $0, next: here + 1) }
    }
    guard let year = tokens[here].number(of: 2) else { return nil }
    // "4 Mar 22:30" tells the time of day, "4 March 22 people" a number.
    let isAtEnd = here + 1 >= tokens.count || !tokens[here + 1].isMark(in: ":.%")
    guard isShortened || (isAtEnd && (tokens[here].isGlued || here + 1 >= tokens.count)) else {
      return nil
    }
    return make(Self.full(year)).map { Match(date: $0, hasFullYear: false, next: here + 1) }
  }

  // MARK: - Parts

  /// The month named at a token, and where it ends.
  private func month(at index: Int) -> (number: Int, next: Int)? {
    guard index < tokens.count, let word = tokens[index].word else { return nil }
    if let number = MonthNames.number(word, language: scanner.language) {
      return (number, index + 1)
    }
    guard let first = word.unicodeScalars.first, first.value > 0x600 else { return nil }
    if index + 1 < tokens.count, let second = tokens[index + 1].word {
      if let number = MonthNames.number(word, second) { return (number, index + 2) }
    }
    // Thai shortens months to letters with dots: "มี.ค."
    if (0xE00...0xE7F).contains(first.value), index + 2 < tokens.count,
      tokens[index + 1].isMark(in: "."), let second = tokens[index + 2].word
    {
      let bare = (word + second).unicodeScalars.filter { $0.properties.isAlphabetic }
      if let number = MonthNames.number(String(String.UnicodeScalarView(bare)), language: nil) {
        return (number, index + 3)
      }
    }
    return PersianMonths.number(word).map { ($0, index + 1) }
  }

  private func skipping(_ index: Int, marks: String, words: Set<String>) -> Int {
    var here = index
    while here < tokens.count, here < index + 3,
      tokens[here].isMark(in: marks) || words.contains(tokens[here].word ?? "")
    { here += 1 }
    return here
  }

  /// The day in whichever calendar the year tells: a Persian year is about 1400, a Thai one about 2570.
  private func calendar(_ year: Int, _ month: Int, _ day: Int) -> WrittenDate? {
    switch year {
    case 1330...1450 where ["fa", "ps", nil].contains(scanner.language):
      OtherCalendars.persian(year, month, day)
    case 2500...2600: WrittenDate(year: year - 543, month: month, day: day)
    default: WrittenDate(year: year, month: month, day: day)
    }
  }
}

extension DateToken {
  var digits: Int {
    if case .number(_, let digits) = kind { return digits }
    return 0
  }
}
