import HearsayLanguage
import HearsayRecords

// One of something, told by an article: "a policeman was killed".
extension FigureContext {
  /// "an explosive-laden drone struck": one weapon, or one person hurt, told with an indefinite article in an event; or in a list of
  /// those counted: "two guards, a driver and six miners".
  func indefinites(_ phrases: [CountPhrase]) -> [Figure] {
    draft.events.filter { $0.record.type == .assault || $0.record.type == .accident }.flatMap {
      event -> [Figure] in
      text.children(of: event.token, "nsubj", "nsubj:pass", "obj").compactMap { noun -> Figure? in
        guard text.is(noun, .weapon) || text.tokens[noun].mentionType == "person" else {
          return nil
        }
        return one(noun, event.record)
      }
    } + listed(phrases)
  }

  private func listed(_ phrases: [CountPhrase]) -> [Figure] {
    phrases.compactMap { phrase -> Figure? in
      guard let fate = phrase.fate, let noun = phrase.noun, phrase.words.contains(noun) else {
        return nil
      }
      let sentence = text.sentence(of: noun)
      // ", a driver" behind one count, or "a driver and" before one.
      var article = noun + 1
      while article < sentence.upperBound,
        text.tokens[article].upos == "PUNCT" || text.tokens[article].upos == "CCONJ"
      { article += 1 }
      guard article > noun + 1, article + 1 < sentence.upperBound,
        text.formValue(of: article, for: .article) == "indefinite"
      else { return nil }
      var head = article + 1
      while head + 1 < sentence.upperBound, ["ADJ", "NOUN"].contains(text.tokens[head].upos),
        text.tokens[head + 1].upos == "NOUN"
      { head += 1 }
      guard text.tokens[head].upos == "NOUN", text.tokens[head].xpos == "NN",
        text.is(fate, .countedAs)
      else { return nil }
      return Figure(
        id: "", value: 1, low: 1, high: 1,
        counts: text.tokens[head].text + " " + text.tokens[fate].text, about: event(at: fate),
        saidBy: claim(at: head), evidence: [text.span(article..<(head + 1))],
        by: "one-of-something")
    }
  }

  private func one(_ noun: Int, _ event: Event) -> Figure? {
    guard
      let article = text.children(of: noun, "det").first(where: {
        text.formValue(of: $0, for: .article) == "indefinite"
      }), text.child(of: noun, "nummod") == nil, !tellsMembers(noun)
    else { return nil }
    // "drones", as other reports count them; no ending makes a word of "man" or "child".
    let lemma = text.tokens[noun].lemma
    return Figure(
      id: "", value: 1, low: 1, high: 1,
      counts: text.language.value(of: lemma, for: .plural) == nil
        ? WordForms(text.language).plural(lemma) : lemma,
      about: event.id, at: event.time, saidBy: claim(at: noun),
      evidence: [text.span(article..<(noun + 1))], by: "one-of-something")
  }

  /// "A family of five": how many they are is told behind it.
  private func tellsMembers(_ noun: Int) -> Bool {
    text.isLemma(noun, .hasMembers)
      && text.children(of: noun, "nmod").contains {
        text.tokens[$0].upos == "NUM" || text.child(of: $0, "nummod") != nil
      }
  }
}
