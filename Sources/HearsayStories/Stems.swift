/// Words cut down so that their forms agree: "shelling" and "shelled", "Kolvania" and "Kolvanian".
enum Stems {
  /// The stem of a word in lower case.
  static func stem(_ word: String) -> String {
    let lower = word.lowercased()
    if let known = ComparedWords.shipped.value(lower, .stem) { return known }
    var letters = Array(lower)
    for ending in endings where letters.count - ending.count >= 3 && lower.hasSuffix(ending) {
      letters.removeLast(ending.count)
      break
    }
    if letters.count > 3, let last = letters.last, last == letters[letters.count - 2],
      !"lsz".contains(last)
    {
      letters.removeLast()
    }
    if letters.count > 3, letters.last == "e" { letters.removeLast() }
    return String(letters)
  }

  /// Whether two stems may be of one word: equal, or a country and its people.
  static func agree(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    // Nearly all differ in the first letter, which is seen at once.
    guard one.utf8.first == other.utf8.first else { return false }
    let (short, long) = one.count <= other.count ? (one, other) : (other, one)
    guard short.count >= 5, long.count - short.count <= 3 else { return false }
    return long.hasPrefix(short) || long.hasPrefix(short.dropLast()) && short.count >= 6
  }

  /// The words of a text that may tell something, as stems, each with whether it is written with a capital.
  static func words(_ text: String) -> [(stem: String, isCapital: Bool)] {
    text.split { !$0.isLetter && $0 != "-" }.compactMap { word in
      let lower = word.lowercased()
      guard lower.count >= 3, !ComparedWords.shipped.has(lower, .idle) else { return nil }
      return (stem(lower), word.first?.isUppercase ?? false)
    }
  }

  /// Endings that forms of one word may have, the longest first.
  static let endings = [
    "ations", "ation", "ions", "ings", "ing", "ion", "ies", "ed", "es", "s",
  ]
}
