import HearsayLanguage

/// What stands right behind a number, read word by word: "14 wounded", "20 rebels captured", "six drivers were killed".
///
/// Where several counts share one verb or one noun, no tree is reliable, and the order of the words is.
struct CountPhrase {
  /// The noun that is counted, told with this number.
  var noun: Int?
  /// The word that tells what became of them, or what they did.
  var fate: Int?
  /// From the number to the noun, or to the fate that stands for it.
  var words: Range<Int>
  /// Whether the number is "of the 50 killed" or "including 11": a part of what another number counts.
  var isPart = false
  /// Whether it tells what one person has, "a mother of 12": what became of her became of none of these.
  var isOwned = false
}

/// Reads count phrases in the order of the text.
struct CountPhraseReader {
  let text: AnnotatedText

  /// More words than this do not stand between a number and its noun.
  private static let reach = 6

  /// The phrases of all numbers of a text.
  func phrases(_ numbers: [ToldNumber]) -> [CountPhrase] {
    var phrases = numbers.map(phrase)
    share(numbers, &phrases)
    return phrases
  }

  private func phrase(_ number: ToldNumber) -> CountPhrase {
    let start = number.tokens.upperBound
    var phrase = CountPhrase(words: number.tokens)
    guard number.unit == nil else { return phrase }
    phrase.isOwned = isOwned(number.tokens.lowerBound)
    let end = text.sentence(of: number.tokens.lowerBound).upperBound
    if let noun = noun(from: start, end) {
      phrase.noun = noun
      phrase.words = number.tokens.lowerBound..<(noun + 1)
      phrase.fate = phrase.isOwned ? nil : fate(from: noun + 1, end)
    } else if !phrase.isOwned, let fate = fate(from: start, end) {
      phrase.fate = fate
      phrase.words = number.tokens.lowerBound..<(fate + 1)
    }
    phrase.isPart = isPart(number.tokens.lowerBound)
    return phrase
  }

  /// The head of the noun phrase that begins here.
  private func noun(from start: Int, _ end: Int) -> Int? {
    var at = start
    var found: Int?
    while at < end, at - start < Self.reach {
      let token = text.tokens[at]
      if token.upos == "NOUN" || token.upos == "PROPN",
        !isFate(at) || found == nil && isNounOfFate(at)
      {
        found = at
      } else if found != nil || !isBeforeNoun(at) {
        break
      }
      at += 1
    }
    return found
  }

  /// "three young Arvanian men", "12 more people", "20 of their fighters".
  private func isBeforeNoun(_ i: Int) -> Bool {
    let token = text.tokens[i]
    if isFate(i), ["VBN", "VBD"].contains(token.xpos) {
      return i + 1 < text.tokens.count && text.tokens[i + 1].upos == "NOUN" && !isFate(i + 1)
    }
    if isFate(i) { return false }
    return token.upos == "ADJ" || token.text == "-" || text.isForm(i, .further)
      || text.isForm(i, .article) || text.isForm(i, .ofWhole) || token.xpos == "PRP$"
  }

  /// What became of them, behind the noun: "were killed", "dead", "have been displaced", "surrendered".
  private func fate(from start: Int, _ end: Int) -> Int? {
    var at = start
    var passed = 0
    while at < end, passed < 4,
      text.tokens[at].upos == "AUX" || text.tokens[at].upos == "ADV" || text.isForm(at, .further)
    {
      at += 1
      passed += 1
    }
    guard at < end else { return nil }
    if isFate(at) { return at }
    let token = text.tokens[at]
    guard token.upos == "VERB", ["VBN", "VBD"].contains(token.xpos) else { return nil }
    // "confirmed dead", "feared drowned"
    return at + 1 < end && isFate(at + 1) ? at + 1 : at
  }

  /// A word that tells what became of somebody.
  private func isFate(_ i: Int) -> Bool {
    text.is(i, .countedAs) && !isNounOfFate(i)
  }

  /// "12 deaths", "9 bodies": the noun is counted itself.
  private func isNounOfFate(_ i: Int) -> Bool {
    ["NN", "NNS"].contains(text.tokens[i].xpos) && text.isForm(i, .countsItself)
  }

  /// Whether "of" and the number hang on one person, who is no body of people.
  private func isOwned(_ first: Int) -> Bool {
    let owner = first - 2
    guard owner >= text.sentence(of: first).lowerBound, text.isForm(owner + 1, .ofWhole),
      text.tokens[owner].xpos == "NN", text.tokens[owner].mentionType == "person"
    else { return false }
    return !text.isLemma(owner, .hasMembers)
  }

  private func isPart(_ first: Int) -> Bool {
    var at = first - 1
    let start = text.sentence(of: first).lowerBound
    while at >= start, text.isForm(at, .article) || text.tokens[at].upos == "ADV" { at -= 1 }
    guard at >= start else { return false }
    if text.isForm(at, .includesFigures) { return true }
    // "among them four boys"
    return text.tokens[at].upos == "PRON" && at > start && text.isForm(at - 1, .includesFigures)
  }

  // MARK: - What several numbers share

  private func share(_ numbers: [ToldNumber], _ phrases: inout [CountPhrase]) {
    // Backwards: "two guards and six drivers were killed" gives the guards their fate.
    for index in phrases.indices.dropLast().reversed() where phrases[index].fate == nil {
      guard phrases[index].noun != nil, let next = phrases[index + 1].fate,
        phrases[index + 1].noun != nil, !phrases[index + 1].isPart,
        isListed(from: phrases[index].words.upperBound, to: numbers[index + 1].tokens.lowerBound)
      else { continue }
      phrases[index].fate = next
    }
    // Forwards: "30 rebels were killed, 12 captured", "of the 50 killed, 30 were miners, including 12 boys".
    for index in phrases.indices.dropFirst() {
      let before = phrases[index - 1]
      guard sameSentence(numbers[index - 1], numbers[index]) else { continue }
      if phrases[index].noun == nil, phrases[index].fate != nil,
        let noun = before.noun, before.fate != nil
      {
        phrases[index].noun = noun
      }
      if phrases[index].isPart, phrases[index].fate == nil {
        phrases[index].fate = before.fate
      }
      if let predicate = predicate(numbers[index]), before.fate != nil, phrases[index].noun == nil {
        phrases[index].noun = predicate
        phrases[index].fate = before.fate
        phrases[index].words = numbers[index].tokens.lowerBound..<(predicate + 1)
      }
    }
  }

  /// "30 were miners": the noun that a number is said to be.
  private func predicate(_ number: ToldNumber) -> Int? {
    let at = number.tokens.upperBound
    let end = text.sentence(of: number.tokens.lowerBound).upperBound
    guard at + 1 < end, text.isLemma(at, .copula) else { return nil }
    return noun(from: at + 1, end)
  }

  private func sameSentence(_ one: ToldNumber, _ other: ToldNumber) -> Bool {
    text.sentenceOfToken[one.tokens.lowerBound] == text.sentenceOfToken[other.tokens.lowerBound]
  }

  /// Whether only commas, "and" and one more noun stand between; nothing does where a phrase reaches into the next number.
  private func isListed(from start: Int, to end: Int) -> Bool {
    guard start < end, end - start <= 5 else { return false }
    return (start..<end).allSatisfy {
      ["PUNCT", "CCONJ", "DET", "NOUN", "ADJ"].contains(text.tokens[$0].upos)
    } && (start..<end).contains { text.tokens[$0].text == "," || text.tokens[$0].upos == "CCONJ" }
  }
}
