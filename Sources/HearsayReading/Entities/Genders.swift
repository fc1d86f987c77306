import HearsayLanguage

/// Whether a person is called "he" or "she", where the text tells.
enum Genders {
  enum Gender {
    case female, male
  }

  /// What titles, nouns, earlier pronouns and, last, the first name tell.
  static func gender(of mentions: [Mention], _ text: AnnotatedText) -> Gender? {
    for mention in mentions {
      let low = max(0, mention.tokens.lowerBound - 1)
      for index in low..<mention.tokens.upperBound {
        let isOwn = mention.tokens.contains(index)
        if mention.form == .pronoun || isOwn && mention.form == .nominal && index == mention.head
          || !isOwn || mention.form == .name
        {
          if let gender = gender(ofWord: index, text) { return gender }
        }
      }
      for index in mention.role ?? 0..<0 {
        if let gender = gender(ofWord: index, text) { return gender }
      }
    }
    let names = mentions.filter { $0.form == .name }
    let hasFullName = names.contains { $0.tokens.count > 1 }
    // A single name is a first name only where there is no fuller one.
    for mention in names where mention.tokens.count > 1 || !hasFullName {
      let first = mention.tokens.lowerBound
      if text.isForm(first, .femaleName) { return .female }
      if text.isForm(first, .maleName) { return .male }
    }
    return nil
  }

  /// What the ending of a first name hints at, where nothing tells.
  static func hint(of mentions: [Mention], _ text: AnnotatedText) -> Gender? {
    for mention in mentions where mention.form == .name && mention.tokens.count > 1 {
      let named = mention.tokens.first { !text.isForm($0, .honorific) }
      guard let last = named.flatMap({ text.tokens[$0].lower.last }) else { continue }
      if text.language.has("-\(last)", .femaleEnding) { return .female }
      if text.language.has("-\(last)", .maleEnding) { return .male }
    }
    return nil
  }

  private static func gender(ofWord index: Int, _ text: AnnotatedText) -> Gender? {
    text.isForm(index, .female) ? .female : text.isForm(index, .male) ? .male : nil
  }
}
