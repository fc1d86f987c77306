import HearsayLanguage
import HearsayPlaces

/// A name with its words as they are compared: folded, without honorifics and articles.
struct FoldedName {
  let name: String
  let words: [String]
  /// What its acronym would be, folded.
  let initials: String
  private let language: Language

  init(_ name: String, _ language: Language) {
    self.name = name
    self.language = language
    words = Gazetteer.fold(name).split { $0 == " " || $0 == "." || $0 == "," }.map(String.init)
      .filter { !language.has($0, .apartFromName) }
    initials = String(
      words.filter { !language.has($0, .apartFromInitials) }.compactMap(\.first))
  }

  /// Whether two names can be one: the last name alone, all words of the shorter in the longer, an acronym.
  func canMean(_ other: FoldedName, isPerson: Bool) -> Bool {
    guard !words.isEmpty, !other.words.isEmpty else { return false }
    if words == other.words { return true }
    if !isPerson, body == other.body { return true }
    let (short, long) = words.count <= other.words.count ? (self, other) : (other, self)
    if isPerson {
      // First names may differ in form; the last must be the same, and a given first name must not contradict.
      if short.words.count == 1 {
        let only = short.words[0]
        return long.words.contains(only)
          && (long.words.last == only || only.count > 3 && long.words.first == only)
      }
      // "Ana Rusk" and "Ana Maria Rusk OBE".
      var rest = long.words[...]
      let isWithin = short.words.allSatisfy { word in
        guard let place = rest.firstIndex(of: word) else { return false }
        rest = rest[(place + 1)...]
        return true
      }
      if isWithin, short.words.first == long.words.first { return true }
      return short.words.last == long.words.last
        && (short.words.first == long.words.first
          || short.words.first?.first == long.words.first?.first
            && (short.words.first?.count ?? 0) <= 2)
    }
    if short.words.count > 1, short.words.allSatisfy(long.words.contains) { return true }
    if short.words.count == 1, long.words.count > 1, long.isShortened(to: short.words[0]) {
      return true
    }
    if short.words.count == 1, (2...6).contains(short.words[0].count),
      (name.count < other.name.count ? self : other).name
        .allSatisfy({ $0.isUppercase || $0 == "." })
    {
      return long.initials == short.words[0]
    }
    return false
  }

  /// "the Court" for "Supreme Court of Cassation", "Pirates" for "Pittsburgh Pirates": the noun that says what a body is, or the
  /// plural that a team is called by.
  private func isShortened(to word: String) -> Bool {
    if words.last == word { return language.has(word, .endsBody) || word.hasSuffix("s") }
    guard language.has(word, .endsBody), let place = words.firstIndex(of: word) else {
      return false
    }
    return language.has(words[place + 1], .ofWhole)
  }

  /// "fatah coalition" → "fatah": a body's name without the noun that says what it is.
  private var body: ArraySlice<String> {
    guard let last = words.last, words.count > 1, language.has(last, .endsBody) else {
      return words[...]
    }
    return words.dropLast()
  }
}
