/// How a name sounds, roughly: what is the same for all who write it in Latin letters by ear.
///
/// "Deir ez-Zor", "Dayr az-Zawr" and "Dair al-Zor" are one. `Training/build_places.py` does the same.
enum NameSound {
  /// The sound of a folded name; `nil` if it is too short to tell anything.
  static func of(_ key: String) -> String? {
    let bare = key.replacing("'", with: "").replacing("ʿ", with: "").replacing("ʾ", with: "")
    var words = bare.split(separator: " ").map(String.init)
    if words.count > 1, let first = words.first, articles.contains(first) { words.removeFirst() }
    let heard = words.compactMap(heard)
    let sound = heard.joined(separator: " ")
    return sound.utf8.count > 3 ? sound : nil
  }

  private static func heard(_ word: String) -> String? {
    guard !articles.contains(word), word != "e", word != "i" else { return nil }
    var heard = word
    for (written, sounds) in letters { heard = heard.replacing(written, with: sounds) }
    var squeezed = ""
    for character in heard where squeezed.last != character { squeezed.append(character) }
    if squeezed.count > 3, squeezed.hasSuffix("ah") { squeezed.removeLast() }
    if squeezed.count > 3, squeezed.hasSuffix("ih") { squeezed = squeezed.dropLast(2) + "a" }
    return squeezed
  }

  private static let articles: Set<String> = [
    "al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ath", "adh", "ed", "en", "er", "es",
    "esh", "et", "ez", "eth", "ul",
  ]

  private static let letters: [(String, String)] = [
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ei", "i"), ("ey", "i"), ("ay", "i"), ("ai", "i"),
    ("aa", "a"), ("ii", "i"), ("iy", "i"), ("yy", "i"), ("dj", "j"), ("zh", "j"), ("kh", "h"),
    ("gh", "g"), ("dh", "d"), ("th", "t"), ("ch", "sh"), ("q", "k"), ("y", "i"), ("e", "i"),
    ("o", "u"), ("w", "u"), ("v", "u"),
  ]
}
