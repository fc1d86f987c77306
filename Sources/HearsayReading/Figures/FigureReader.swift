import HearsayLanguage
package import HearsayRecords

/// Reads the numbers told in a report, each with what it counts.
///
/// Pure.
package enum FigureReader {
  /// What makes the `counts` of a figure that counts what the figure before it does.
  static let rival = "rival-number"

  /// The figures of a report in the order of the text.
  package static func read(_ draft: Draft) -> [Figure] {
    let context = FigureContext(draft: draft)
    let numbers = NumberScanner(text: draft.text).scan()
    let phrases = CountPhraseReader(text: draft.text).phrases(numbers)
    var figures: [Figure] = []
    for (number, phrase) in zip(numbers, phrases) {
      if let figure = context.figure(number, phrase, after: figures.last) { figures.append(figure) }
    }
    for index in figures.indices { figures[index].by.add("number-words") }
    let told = figures.flatMap(\.evidence)
    figures += context.indefinites(phrases).filter { one in
      !told.contains { span in one.evidence.contains { $0.overlaps(span) } }
    }
    figures.sort {
      ($0.evidence.first ?? TextSpan(start: 0, end: 0))
        < ($1.evidence.first ?? TextSpan(start: 0, end: 0))
    }
    for index in figures.indices { figures[index].id = "f\(index + 1)" }
    return figures
  }
}

/// Finds what a number counts, whose it is, when it holds and who tells it.
struct FigureContext {
  let draft: Draft
  let text: AnnotatedText

  init(draft: Draft) {
    self.draft = draft
    text = draft.text
  }

  /// What a number tells; `earlier` is the figure told before it.
  func figure(_ number: ToldNumber, _ phrase: CountPhrase, after earlier: Figure?) -> Figure? {
    let first = number.tokens.lowerBound
    let last = number.tokens.upperBound - 1
    guard !isDate(number), !isIdentifier(number), !isAge(number) else { return nil }
    let head = text.head(of: number.tokens)
    // "A mother of 12 was killed": her children are no number of those killed.
    guard !phrase.isOwned || phrase.noun != nil else { return nil }
    let own = counted(number, phrase) ?? counted(number, head)
    let rival = own == nil ? rival(number, head, of: earlier) : nil
    let counted = own ?? rival ?? elsewhere(number, head)
    if number.unit == nil, counted == nil { return nil }
    // "one of", "no one": a pronoun more often than a number.
    if number.tokens.count == 1, text.formValue(of: first, for: .number) == "1",
      text.tokens[first].relation != "nummod"
    {
      return nil
    }
    var low = first
    var high = last + 1
    if let counted {
      low = min(low, counted.words.lowerBound)
      high = max(high, counted.words.upperBound)
      if high - low > 12 {
        low = first
        high = last + 1
      }
    }
    let noun = counted?.noun
    let unit = number.unit ?? noun.flatMap(measure)
    var figure = Figure(
      id: "", value: number.value, low: number.low ?? number.value,
      high: number.high ?? (number.low == nil ? number.value : nil),
      approximate: number.isApproximate, unit: unit, counts: counted?.description,
      of: noun.flatMap { whose($0) } ?? teller(head),
      about: phrase.isOwned
        ? nil
        : phrase.fate.flatMap { fate in event(at: fate) } ?? noun.flatMap { event(near: $0) }
          ?? event(near: head),
      at: time(near: head), cumulative: isTotal(number),
      saidBy: claim(at: first), evidence: [text.span(low..<high)])
    if rival != nil { figure.by.add(FigureReader.rival, to: "counts") }
    return figure
  }

  // MARK: - What is counted

  struct Counted {
    let noun: Int?
    let words: Range<Int>
    let description: String
  }

  /// What the words right behind the number tell, if they tell what became of those counted, or share a noun with another number.
  private func counted(_ number: ToldNumber, _ phrase: CountPhrase) -> Counted? {
    guard number.unit == nil else { return nil }
    guard let fate = phrase.fate else { return behindVerb(number, phrase) }
    // A verb that no number's fate is told by is the parser's business.
    guard
      text.is(fate, .countedAs) || phrase.noun == nil
        || text.tokens[text.head(of: number.tokens)].head != phrase.noun
        || phrase.noun.map({ !phrase.words.contains($0) }) ?? false
    else { return nil }
    let isOwn = phrase.noun.map { phrase.words.contains($0) } ?? false
    let noun: String
    if isOwn, let head = phrase.noun {
      noun = (number.tokens.upperBound..<(head + 1)).filter {
        !["DET", "PUNCT", "ADP", "AUX"].contains(text.tokens[$0].upos)
      }.map { text.tokens[$0].text }.joined(separator: " ")
    } else {
      noun = phrase.noun.map { text.tokens[$0].text } ?? (text.is(fate, .countedAs) ? "people" : "")
    }
    let done = withParticle(fate)
    guard !noun.isEmpty else { return nil }
    return Counted(
      noun: isOwn ? phrase.noun : nil, words: phrase.words,
      description: noun.lowercased().hasSuffix(done.lowercased()) ? noun : "\(noun) \(done)")
  }

  /// "Killing four and injuring 22": the verb right before the number tells what became of them.
  private func behindVerb(_ number: ToldNumber, _ phrase: CountPhrase) -> Counted? {
    let verb = number.tokens.lowerBound - 1
    guard phrase.noun == nil, verb >= 0, verb >= text.sentence(of: verb + 1).lowerBound,
      text.tokens[verb].upos == "VERB", text.is(verb, .countedAs),
      text.isLemma(verb, .countsVictims)
    else { return nil }
    let done = WordForms(text.language).participle(text.tokens[verb].lemma.lowercased())
    return Counted(
      noun: nil, words: number.tokens, description: "people \(done)\(particle(of: verb))")
  }

  /// "Organisers spoke of a quarter of a million", "put the toll at 30": a number by itself counts what the number before it does, or the total
  /// that it is compared with.
  private func elsewhere(_ number: ToldNumber, _ head: Int) -> Counted? {
    let first = number.tokens.lowerBound
    guard first > text.sentence(of: first).lowerBound, number.unit == nil,
      text.isForm(first - 1, .beforeFigure)
    else { return nil }
    let sentence = text.sentence(of: first)
    if let total = (sentence.lowerBound..<first).last(where: { text.isForm($0, .totals) }) {
      return Counted(noun: nil, words: number.tokens, description: text.tokens[total].text)
    }
    // "Spoke of a quarter of a million", not "of 20th-century".
    guard standsAlone(number.tokens), let verb = text.tokens[head].head,
      text.isLemma(verb, .tellsFigure),
      let noun = earlierNoun(before: first)
        ?? (sentence.lowerBound..<first).last(where: { text.is($0, .countedAs) })
    else { return nil }
    return Counted(noun: nil, words: number.tokens, description: text.tokens[noun].text)
  }

  private func counted(_ number: ToldNumber, _ head: Int) -> Counted? {
    let token = text.tokens[head]
    // "three drones": the noun that the number modifies.
    if ["nummod", "amod", "det", "advmod", "compound"].contains(token.baseRelation),
      let noun = token.head, noun >= number.tokens.lowerBound,
      ["NOUN", "PROPN", "SYM", "ADJ"].contains(text.tokens[noun].upos)
    {
      return describe(noun, number)
    }
    // "hundreds of supporters", "multiple of the guard", "dozens".
    for child in text.children(of: head, "nmod", "obl")
    where text.child(of: child, "case").map({ text.isForm($0, .ofWhole) }) ?? false {
      let described = describe(child, number)
      return Counted(
        noun: child, words: number.tokens.lowerBound..<described.words.upperBound,
        description: described.description)
    }
    // "two were shot down", "killing 20": the verb tells, and the noun counted before stands for it.
    if let verb = token.head, text.tokens[verb].upos == "VERB" || text.tokens[verb].upos == "ADJ" {
      let last = earlierNoun(before: number.tokens.lowerBound)
      let verbText = text.tokens[verb].text
      if ["nsubj", "nsubj:pass"].contains(token.relation) {
        let words = [last.map { text.tokens[$0].text }, withParticle(verb)].compactMap { $0 }
          .joined(
            separator: " ")
        return Counted(noun: nil, words: number.tokens, description: words)
      }
      if ["obj", "obl", "xcomp", "nmod"].contains(token.baseRelation) {
        if text.isLemma(verb, .countsVictims) {
          return Counted(
            noun: nil, words: number.tokens, description: "people \(done(verb, to: head))")
        }
        // "decrease from 47 … to about 20 seats": both count what the other or the subject names.
        if let other = laterNoun(after: number.tokens.upperBound, in: verb) {
          return Counted(noun: other, words: number.tokens, description: text.tokens[other].text)
        }
        if number.unit != nil {
          return Counted(
            noun: nil, words: number.tokens,
            description: text.is(verb, .idleForCounted) ? "" : verbText)
        }
        if let mark = text.child(of: head, "case"), text.isForm(mark, .comparesFigures),
          let object = text.child(of: verb, "obj") ?? text.child(of: verb, "nsubj")
        {
          return Counted(noun: object, words: number.tokens, description: withOf(object))
        }
      }
    }
    if number.unit != nil {
      // "$4bn over ten years" counts no years.
      let of = text.children(of: head, "nmod").first { child in
        !text.isForm(child, .measure) && !draft.times.contains { $0.tokens.contains(child) }
      }
      return Counted(
        noun: of,
        words: of.map { number.tokens.lowerBound..<max(number.tokens.upperBound, $0 + 1) }
          ?? number.tokens, description: of.map { text.tokens[$0].text } ?? "")
    }
    return nil
  }

  /// "number of victims" of "brings the number of victims to 240".
  private func withOf(_ noun: Int) -> String {
    let of = noun + 1
    guard of + 1 < text.tokens.count, text.isForm(of, .ofWhole),
      let child = text.children(of: noun, "nmod").first, child > of, child - of <= 3
    else { return text.tokens[noun].text }
    return text.oneLine(noun..<(child + 1))
  }

  private func describe(_ noun: Int, _ number: ToldNumber) -> Counted {
    var low = min(noun, number.tokens.lowerBound)
    var high = max(noun + 1, number.tokens.upperBound)
    for child in text.children(of: noun, "compound", "amod") {
      low = min(low, max(child, number.tokens.lowerBound))
    }
    var words = [low..<high].flatMap { Array($0) }.filter {
      !number.tokens.contains($0) && text.tokens[$0].upos != "PUNCT"
        && text.tokens[$0].upos != "DET"
    }.map { text.tokens[$0].text }
    for child in text.children(of: noun, "nmod")
    where text.child(of: child, "case").map({ text.isForm($0, .ofWhole) }) ?? false
      && text.subtree(of: child).count <= 5
    {
      high = max(high, text.subtree(of: child).upperBound)
    }
    // What is done to them belongs to what is counted: "three drones were launched".
    if let verb = text.tokens[noun].head,
      ["nsubj", "nsubj:pass", "obj"].contains(text.tokens[noun].relation),
      text.tokens[verb].upos == "VERB", !text.is(verb, .idleForCounted)
    {
      words.append(done(verb, to: noun))
    }
    if let participle = text.children(of: noun, "acl").first,
      ["VBN", "VBG"].contains(text.tokens[participle].xpos)
    {
      words.append(text.tokens[participle].text)
    }
    return Counted(
      noun: noun, words: low..<max(high, low + 1), description: words.joined(separator: " "))
  }

  /// What is done to a noun, or what it does: of "killing nine people" those killed are counted.
  private func done(_ verb: Int, to noun: Int) -> String {
    text.tokens[noun].relation == "obj"
      ? WordForms(text.language).participle(text.tokens[verb].lemma.lowercased())
        + particle(of: verb)
      : withParticle(verb)
  }

  /// A verb with its particle: "shot down".
  private func withParticle(_ verb: Int) -> String {
    text.tokens[verb].text + particle(of: verb)
  }

  /// " down" of "shot down"; empty if a verb has none.
  private func particle(of verb: Int) -> String {
    text.child(of: verb, "compound:prt").map { " " + text.tokens[$0].text } ?? ""
  }

  /// The noun that the last number before this one counts, in this sentence or the one before.
  private func earlierNoun(before index: Int) -> Int? {
    let sentence = text.sentenceOfToken[index]
    for token in stride(from: index - 1, through: 0, by: -1) {
      guard text.sentenceOfToken[token] >= sentence - 1 else { return nil }
      guard text.tokens[token].relation == "nummod", var noun = text.tokens[token].head else {
        continue
      }
      // "1.5 lakh people"
      if text.isForm(noun, .scale), let counted = text.tokens[noun].head { noun = counted }
      if text.tokens[noun].upos == "NOUN", !text.isForm(noun, .scale) { return noun }
    }
    return nil
  }

  private func laterNoun(after index: Int, in verb: Int) -> Int? {
    let sentence = text.sentence(of: verb)
    guard index < sentence.upperBound else { return nil }
    for token in index..<sentence.upperBound where text.tokens[token].relation == "nummod" {
      if let noun = text.tokens[token].head, text.tokens[noun].upos == "NOUN",
        !draft.times.contains(where: { $0.tokens.contains(token) })
      {
        return noun
      }
    }
    return nil
  }

  private func measure(_ noun: Int) -> String? {
    text.isForm(noun, .measure) ? text.tokens[noun].lower : nil
  }

  // MARK: - Whose, what of, when, by whom

  /// Whose count it is: "the army's 20 dead", "the army lost 20 men".
  private func whose(_ noun: Int) -> String? {
    for child in text.children(of: noun, "nmod:poss") {
      if let entity = draft.entity(headedBy: child) { return entity.record.id }
    }
    guard let verb = text.tokens[noun].head, text.isLemma(verb, .losesCounted),
      text.tokens[noun].baseRelation == "obj", let subject = text.subject(of: verb),
      let entity = draft.entity(headedBy: subject)
    else { return nil }
    return entity.record.id
  }

  /// "The governor put the toll at 30": whose count it is where no claim tells it.
  private func teller(_ head: Int) -> String? {
    guard let verb = text.tokens[head].head, text.isLemma(verb, .setsFigure),
      let subject = text.child(of: verb, "nsubj"), subject < verb
    else { return nil }
    return draft.entity(headedBy: subject)?.record.id
  }

  func event(at token: Int) -> String? {
    draft.events.first { $0.token == token }?.record.id
  }

  private func event(near token: Int) -> String? {
    var current: Int? = token
    for _ in 0..<4 {
      guard let here = current else { return nil }
      if let event = draft.events.first(where: { $0.token == here }) { return event.record.id }
      current = text.tokens[here].head
    }
    return nil
  }

  private func time(near token: Int) -> String? {
    let sentence = text.sentence(of: token)
    let times = draft.times.filter {
      sentence.contains($0.tokens.lowerBound) && $0.record.earliest != nil
        && !$0.tokens.contains(token)
    }
    return times.min { abs($0.tokens.lowerBound - token) < abs($1.tokens.lowerBound - token) }
      .flatMap { abs($0.tokens.lowerBound - token) <= 12 ? $0.record.id : nil }
  }

  /// Whether it is a running total, or adds to one; `nil` where the words do not tell.
  private func isTotal(_ number: ToldNumber) -> Bool? {
    let near = text.sentence(of: number.tokens.lowerBound).filter {
      abs($0 - number.tokens.lowerBound) <= 6
    }
    if near.contains(where: { text.isForm($0, .totals) || !text.forms(at: $0, .totals).isEmpty }) {
      return true
    }
    let first = number.tokens.lowerBound
    let around = [first - 1, number.tokens.upperBound].filter { text.tokens.indices.contains($0) }
    return around.contains { text.isForm($0, .further) } ? false : nil
  }

  func claim(at token: Int) -> String? {
    draft.claims.filter { $0.says(token) }.min {
      $0.contents.reduce(0) { $0 + $1.count } < $1.contents.reduce(0) { $0 + $1.count }
    }?.record.id
  }
}
