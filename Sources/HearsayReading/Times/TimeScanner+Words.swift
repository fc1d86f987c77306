import HearsayLanguage

// What single words tell of times.

/// Which way a word looks from a day, as `Data/language/times.tsv` spells them: "last week", "the coming days".
enum TimeDirection: String {
  case last, past, previous, recent, this, current, next, coming, following

  var isBack: Bool { [.last, .past, .previous, .recent].contains(self) }
  var isAhead: Bool { [.next, .coming, .following].contains(self) }
}

/// Which way, and from what, so many units are counted: "three days ago", "three days earlier", "three days later".
enum TimeDistance: String {
  case ago, before, after

  var isBack: Bool { self != .after }
}

extension TimeScanner {
  func word(_ i: Int) -> String { text.tokens.indices.contains(i) ? text.tokens[i].lower : "" }

  /// Whether a word in this form has a facet.
  func has(_ i: Int, _ facet: Facet) -> Bool {
    text.tokens.indices.contains(i) && text.isForm(i, facet)
  }

  /// The value of a facet of a word in this form.
  func value(_ i: Int, _ facet: Facet) -> String? {
    text.tokens.indices.contains(i) ? text.formValue(of: i, for: facet) : nil
  }

  func count(_ i: Int, _ facet: Facet) -> Int? { value(i, facet).flatMap { Int($0) } }

  func isCapital(_ i: Int) -> Bool { text.tokens[i].text.first?.isUppercase ?? false }

  /// 1 … 12.
  func month(_ i: Int) -> Int? { count(i, .month) }

  /// Monday is 1.
  func weekdayNumber(_ i: Int) -> Int? { count(i, .weekday) }

  func unit(_ i: Int) -> TimeUnit? { value(i, .timeUnit).flatMap(TimeUnit.init) }

  /// The TIMEX3 letters of a part of the day.
  func partOfDay(_ i: Int) -> String? { value(i, .partOfDay) }

  func season(_ i: Int) -> String? { value(i, .season) }

  func direction(_ i: Int) -> TimeDirection? { value(i, .direction).flatMap(TimeDirection.init) }

  func distance(_ i: Int) -> TimeDistance? { value(i, .distance).flatMap(TimeDistance.init) }

  /// "the".
  func isThe(_ i: Int) -> Bool { value(i, .article) == "definite" }

  func isUnit(_ word: String, _ unit: TimeUnit) -> Bool {
    text.language.value(of: word, for: .timeUnit) == unit.rawValue
  }

  /// Two words with a hyphen that were not taken apart, of which the first has a facet: its value, and the second.
  func glued(_ word: String, _ facet: Facet) -> (value: String, rest: String)? {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let value = text.language.value(of: parts[0], for: facet) else {
      return nil
    }
    return (value, parts[1])
  }

  /// "a" or "an".
  func isArticle(_ i: Int) -> Bool { value(i, .article) == "indefinite" }

  /// How many units are told of, in digits or words, below a million; "a" is one.
  func number(_ i: Int) -> Int? {
    if let value = Int(word(i).replacing(",", with: "")) {
      // So many centuries would be beyond every calendar.
      return (0..<1_000_000).contains(value) ? value : nil
    }
    if let value = count(i, .number) ?? count(i, .vagueCount) { return value }
    if let scale = count(i, .scale), scale < 1_000_000 { return scale }
    return isArticle(i) ? 1 : nil
  }

  /// "10th", "first" → 10, 1.
  func ordinal(_ i: Int) -> Int? {
    if let told = count(i, .ordinal) { return told }
    let word = word(i)
    for ending in ["st", "nd", "rd", "th"] where word.hasSuffix(ending) {
      return Int(word.dropLast(2))
    }
    return nil
  }

  func year(_ i: Int) -> Int? {
    guard i < text.tokens.count, text.tokens[i].text.utf8.count == 4,
      let year = Int(text.tokens[i].text), (1000...2100).contains(year)
    else { return nil }
    return year
  }

  func dayNumber(_ i: Int) -> Int? {
    let w = word(i)
    guard let first = w.first, first.isNumber, w.count <= 4, let day = Int(w) ?? ordinal(i),
      (1...31).contains(day)
    else { return nil }
    return day
  }

  /// Whether the clause is about what is still to come.
  func isFuture(_ i: Int) -> Bool { Outlook(text: text).isAhead(i) }
}
