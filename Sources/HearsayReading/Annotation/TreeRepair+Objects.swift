import HearsayLanguage

extension TreeRepair {
  /// Gives verbs the objects and subjects that are theirs.
  func mendObjects(_ tokens: inout [Token], _ sentence: Range<Int>) {
    for noun in sentence where tokens[noun].relation == "conj" {
      guard let verb = verb(before: noun, tokens, sentence) else { continue }
      // The parser may join the verb to the farmers as well.
      if let first = tokens[verb].head, tokens[first].relation == "obj" {
        tokens[verb].head = tokens[first].head
      }
      tokens[noun].head = verb
      tokens[noun].relation = "obj"
    }
    for noun in sentence.dropFirst() { mendJoined(noun, &tokens, sentence) }
    for colon in sentence where tokens[colon].text == ":" {
      if let speaker = speaker(before: colon, tokens, sentence) {
        tokens[speaker].relation = "parataxis"
      }
    }
    guard let last = sentence.last, tokens[last].upos == "PUNCT" else { return }
    for subject in sentence where tokens[subject].relation == "nsubj:pass" {
      if let verb = tokens[subject].head, isActive(verb, after: subject, tokens, sentence) {
        tokens[subject].relation = "nsubj"
        tokens[verb].xpos = "VBD"
      }
    }
  }

  /// "The blast killed five farmers and wounded two guards": the verb that the guards are the object of, where they are joined to the
  /// farmers across it.
  private func verb(before noun: Int, _ tokens: [Token], _ sentence: Range<Int>) -> Int? {
    guard ["NOUN", "PROPN", "NUM"].contains(tokens[noun].upos), let first = tokens[noun].head,
      first < noun, tokens[first].relation == "obj", let governor = tokens[first].head
    else { return nil }
    let verb = (first..<noun).last { tokens[$0].upos == "VERB" }
    guard let verb, tokens[verb].relation == "conj",
      tokens[verb].head == governor || tokens[verb].head == first,
      ["VBD", "VBN", "VB", "VBZ", "VBP", "VBG"].contains(tokens[verb].xpos),
      !sentence.contains(where: { tokens[$0].head == verb && tokens[$0].relation == "obj" }),
      // Another "and" in between joins the noun.
      !(verb..<noun).contains(where: { tokens[$0].relation == "cc" || tokens[$0].lower == "," })
    else { return nil }
    return verb
  }

  /// "A hit squad blew up the port": a word that is a noun together with the verb's form before it is that verb's subject, not its object.
  private func mendJoined(_ noun: Int, _ tokens: inout [Token], _ sentence: Range<Int>) {
    let first = noun - 1
    guard
      language.value(of: tokens[noun].lemma.lowercased(), for: .joinedBehind)
        == tokens[first].lower,
      tokens[first].upos == "VERB", tokens[noun].head == first, tokens[noun].relation == "obj"
    else { return }
    let next = sentence.first {
      $0 > noun && ["VBD", "VBZ", "VBP"].contains(inflected(tokens[$0]))
    }
    guard let next else { return }
    tokens[next].head = tokens[first].head
    tokens[next].relation = tokens[first].relation
    tokens[next].upos = "VERB"
    tokens[next].xpos = inflected(tokens[next])
    for child in sentence where tokens[child].head == first && child != noun {
      tokens[child].head = child < noun ? noun : next
      if child < noun, isSubject(tokens[child]) { tokens[child].relation = "compound" }
    }
    tokens[first].upos = "NOUN"
    tokens[first].xpos = "NN"
    tokens[first].head = noun
    tokens[first].relation = "compound"
    tokens[noun].head = next
    tokens[noun].relation = "nsubj"
  }

  /// The tag of a verb that may be finite: "blew" is past whatever the parser makes of it.
  private func inflected(_ token: Token) -> String {
    guard token.upos == "VERB" else { return "" }
    return token.xpos == "VBN"
      && language.value(of: token.lemma.lowercased(), for: .past) == token.lower
      ? "VBD" : token.xpos
  }

  /// "Officials: Car bomb kills 20": whoever stands before a colon is not the subject of the verb behind it.
  private func speaker(before colon: Int, _ tokens: [Token], _ sentence: Range<Int>) -> Int? {
    sentence.first { word in
      guard word < colon, let verb = tokens[word].head, verb > colon else { return false }
      return isSubject(tokens[word])
        && sentence.contains {
          $0 > colon && tokens[$0].head == verb && isSubject(tokens[$0])
        }
    }
  }

  /// "The court jailed 14 activists": no verb of a whole sentence is passive without a word that makes it so, and has an object.
  private func isActive(
    _ verb: Int, after subject: Int, _ tokens: [Token], _ sentence: Range<Int>
  ) -> Bool {
    guard verb > subject, ["root", "ccomp", "advcl", "parataxis"].contains(tokens[verb].relation),
      ["VBN", "VBD"].contains(tokens[verb].xpos)
    else { return false }
    let below = sentence.filter { tokens[$0].head == verb }
    return below.contains { $0 > verb && tokens[$0].relation == "obj" }
      && !below.contains { tokens[$0].baseRelation == "aux" || tokens[$0].relation == "obl:agent" }
  }
}
