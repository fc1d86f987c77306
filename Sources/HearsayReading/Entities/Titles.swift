import HearsayLanguage

/// Finds the office told with a name: before it, after it, or around it.
struct Titles {
  let text: AnnotatedText
  /// Tokens of time expressions, which stand before a title but are none of it.
  private let times: Set<Int>

  /// A title or apposition is no longer than this many words.
  private static let longest = 12

  init(text: AnnotatedText) {
    self.text = text
    times = Set(text.timexes.flatMap { Array($0.tokens) })
  }

  /// "Iraqi Prime Minister" of "Iraqi Prime Minister Mustafa al-Kadhimi".
  func before(_ name: Range<Int>) -> Range<Int>? {
    let sentence = text.sentence(of: name.lowerBound)
    var low = name.lowerBound
    while low > sentence.lowerBound, name.lowerBound - low < Self.longest {
      if isTitleWord(low - 1) {
        low -= 1
      } else if let start = office(endingWith: low - 1, in: sentence), low < name.lowerBound {
        low = start
      } else {
        break
      }
    }
    var title = low..<name.lowerBound
    // A common noun before a capitalised title is not of it: "the attack Prime Minister … condemned".
    while let first = title.first, title.count > 1, text.tokens[first].upos == "NOUN",
      startsLower(first), !startsLower(first + 1), !isOffice(first)
    {
      title = (first + 1)..<title.upperBound
    }
    title = text.trimmed(title, dropping: .apartFromTitle)
    return title.contains(where: isOffice) ? title : nil
  }

  /// "a foreign ministry spokesman" of "Said Khatibzadeh, a foreign ministry spokesman,".
  func after(_ name: Range<Int>) -> Range<Int>? {
    let sentence = text.sentence(of: name.lowerBound)
    var start = name.upperBound
    guard start + 1 < sentence.upperBound, text.tokens[start].text == "," else { return nil }
    start += 1
    if start + 1 < sentence.upperBound, text.tokens[start].upos == "NUM",
      text.tokens[start + 1].text == ","
    {
      start += 2
    }
    var end = start
    while end < sentence.upperBound, end - start <= Self.longest, isPhraseWord(end) { end += 1 }
    guard end < sentence.upperBound, end > start,
      [",", ".", ")", ";", "-", "—", "–", ":"].contains(text.tokens[end].text)
        || text.isForm(end, .followsTitle)
    else { return nil }
    let phrase = text.trimmed(start..<end, dropping: .apartFromTitle)
    guard let noun = officeNoun(in: phrase), text.tokens[noun].xpos != "NNS",
      !text.names.contains(where: { $0.type == .person && $0.tokens.overlaps(phrase) })
    else { return nil }
    return phrase
  }

  /// "the Iraqi prime minister" of "The Iraqi prime minister, Mustafa al-Kadhimi, said".
  func around(_ name: Range<Int>) -> Range<Int>? {
    let sentence = text.sentence(of: name.lowerBound)
    let comma = name.lowerBound - 1
    guard comma > sentence.lowerBound, text.tokens[comma].text == ",",
      name.upperBound < sentence.upperBound, text.tokens[name.upperBound].text == ",",
      isOffice(comma - 1) || text.tokens[comma - 1].upos == "PROPN"
    else { return nil }
    var low = comma
    while low > sentence.lowerBound, comma - low < Self.longest, isPhraseWord(low - 1) {
      low -= 1
      if text.isForm(low, .article) || text.formValue(of: low, for: .possessive) == "theirs",
        low == sentence.lowerBound || text.tokens[low - 1].upos != "ADP"
      {
        break
      }
    }
    let phrase = text.trimmed(low..<comma, dropping: .apartFromTitle)
    guard let noun = officeNoun(in: phrase), text.tokens[noun].xpos != "NNS",
      !text.names.contains(where: { $0.type == .person && $0.tokens.overlaps(phrase) })
    else { return nil }
    return phrase
  }

  /// The noun of office of a title: the last before "of" or "for".
  func officeNoun(in title: Range<Int>) -> Int? {
    let cut = title.first { text.tokens[$0].upos == "ADP" } ?? title.upperBound
    return (title.lowerBound..<cut).last(where: isOffice)
  }

  func isOffice(_ index: Int) -> Bool {
    let token = text.tokens[index]
    guard ["NOUN", "PROPN", "ADJ"].contains(token.upos) else { return false }
    return text.is(index, .office) || text.isForm(index, .shortOffice)
  }

  private func isTitleWord(_ index: Int) -> Bool {
    let token = text.tokens[index]
    if times.contains(index), !isOffice(index) { return false }
    if text.isForm(index, .beginsTitle) { return true }
    if ["PROPN", "NOUN"].contains(token.upos) { return true }
    if token.text == "-" { return !token.spaceBefore }
    return token.upos == "ADJ" && token.xpos != "CD"
  }

  /// "Secretary of" before "State": where an office noun and "of" or "for" end at `index`.
  private func office(endingWith index: Int, in sentence: Range<Int>) -> Int? {
    var noun = index
    if text.formValue(of: noun, for: .article) == "definite" { noun -= 1 }
    guard noun > sentence.lowerBound, text.isForm(noun, .linksOffice), isOffice(noun - 1)
    else { return nil }
    return noun - 1
  }

  private func isPhraseWord(_ index: Int) -> Bool {
    let token = text.tokens[index]
    if text.isForm(index, .linksTitle) { return true }
    return ["NOUN", "PROPN", "ADJ", "DET", "NUM"].contains(token.upos)
      || token.relation == "nmod:poss"
  }

  private func startsLower(_ index: Int) -> Bool {
    text.tokens[index].text.first?.isLowercase ?? false
  }
}
