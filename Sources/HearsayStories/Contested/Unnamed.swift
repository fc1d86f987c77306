import HearsayRecords

/// Tells whether whoever says something is named.
///
/// "Officials", "a security source", "two witnesses" are not. An office or a body of people is ("the port authority", "the defence
/// minister"): what it says can be held against it. "A source close to the ministry" is not seen to be unnamed.
enum Unnamed {
  /// Whether words for a speaker name nobody.
  static func isCalled(_ speaker: String) -> Bool {
    var words = speaker.split { !$0.isLetter && $0 != "-" }.map(String.init)
    // What stands behind "of", "to" or "with" says more of whoever speaks: "residents of Velm".
    if let end = words.dropFirst().firstIndex(where: { $0.count == 2 || joins($0) }) {
      words = Array(words[..<end])
    }
    guard let last = words.last else { return true }
    // A name in capitals that happens to be such a word, such as a surname, stands behind another name.
    let isName = last.first?.isUppercase == true && words.count > 1
    return !isName && ComparedWords.shipped.has(singular(last.lowercased()), .unnamed)
  }

  private static func joins(_ word: String) -> Bool {
    ComparedWords.shipped.has(word.lowercased(), .idle)
  }

  private static func singular(_ word: String) -> String {
    guard !ComparedWords.shipped.has(word, .unnamed) else { return word }
    for ending in ["es", "s"] where word.hasSuffix(ending) {
      let short = String(word.dropLast(ending.count))
      if ComparedWords.shipped.has(short, .unnamed) { return short }
    }
    return word
  }
}
