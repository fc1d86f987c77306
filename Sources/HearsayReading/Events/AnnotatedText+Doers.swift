import HearsayLanguage

extension AnnotatedText {
  /// Whose jets, tanks and helicopters they are: "Sorrati jets bombed the port" tells that Sorrat did.
  ///
  /// Rockets and drones are no sign: they are called after whoever made them.
  func owner(ofCraft noun: Int) -> Int? {
    guard isLemma(noun, .crewed) else { return nil }
    return children(of: noun, "amod", "compound", "nmod:poss").first { word in
      word < noun && (isCapitalised(word) || isNameOfMany(word))
    }
  }

  /// Whether a word names nobody who did what an event tells: whoever it only befalls, and whoever stands beside him who did it.
  func isNoDoer(_ head: Int, of verb: Int) -> Bool {
    isIdleSubject(head, of: verb) || isBesideAgent(head, of: verb)
  }

  /// "The boy, whom police had chased, was hit by a tram": where a passive names who did it, nobody else in the sentence did. (A bomb
  /// by which somebody was killed is another's.)
  private func isBesideAgent(_ head: Int, of verb: Int) -> Bool {
    let agents = children(of: verb, "obl:agent")
    guard !agents.isEmpty, sentenceOfToken[head] == sentenceOfToken[verb] else { return false }
    return !agents.contains { self.is($0, .weapon) || subtree(of: $0).contains(head) }
  }

  private func isNameOfMany(_ word: Int) -> Bool {
    names.contains { name in
      name.tokens.contains(word)
        && [.politicalPlace, .organization, .group].contains(name.type)
    }
  }

  /// "Sorrati" of "the Sorrati jets": an adjective with a capital that no sentence begins with.
  private func isCapitalised(_ word: Int) -> Bool {
    tokens[word].upos == "ADJ" && word > sentence(of: word).lowerBound
      && tokens[word].text.first?.isUppercase ?? false && !Self.isShouted(tokens[word].text)
  }

  /// Whether a word belongs to a dateline, "LEDRA, Sarvia (AP) — ", which no headline and no text in capitals has.
  func isInDateline(_ token: Int) -> Bool {
    let sentence = sentence(of: token)
    guard token - sentence.lowerBound < Self.longestDateline,
      Self.isShouted(tokens[sentence.lowerBound].text),
      let dash = sentence.first(where: { Self.endsDateline.contains(tokens[$0].text) }),
      token < dash, dash - sentence.lowerBound < Self.longestDateline,
      dash + 1 < sentence.upperBound
    else { return false }
    return !Self.isShouted(tokens[dash + 1].text)
      && !(sentence.lowerBound..<dash).contains {
        ["VERB", "AUX", "PRON"].contains(tokens[$0].upos)
      }
  }

  private static let longestDateline = 14
  private static let endsDateline: Set<String> = ["-", "--", "–", "—", ":"]

  private static func isShouted(_ word: String) -> Bool {
    word.count > 2 && word == word.uppercased() && word.contains(where: \.isLetter)
  }
}
