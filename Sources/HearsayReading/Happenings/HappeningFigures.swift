import HearsayLanguage
import HearsayRecords

/// Ties figures to the events whose figures they are, and says what became of those counted.
enum HappeningFigures {
  /// A number of an event's own sentence belongs to the event that makes it likeliest, if it is as likely as this; found on the
  /// coded reports' development part.
  private static let least: Float = 0.25
  /// One of another sentence belongs to an event only if the network makes it as likely as this.
  private static let elsewhere: Float = 0.7
  /// How far from a number, up the tree, the word stands that says what became of those counted.
  private static let reach = 4

  /// The figures of a draft whose events are read.
  static func tied(_ draft: Draft, roles: RoleTable = RoleTable()) -> [Figure] {
    guard draft.text.happenings != nil else { return draft.figures }
    let odds = RoleOdds(draft, roles)
    let fates = fates(draft.text.language)
    var settled: [Figure] = []
    for figure in draft.figures {
      var figure = figure
      // What somebody else's figure before it counts, and of which event, it does too.
      if figure.by.names.contains(FigureReader.rival), let earlier = settled.last {
        (figure.counts, figure.about) = (earlier.counts, earlier.about)
        settled.append(figure)
        continue
      }
      let tokens = figure.evidence.flatMap { Array(draft.text.tokens(touching: $0)) }
      let told = event(of: tokens, draft, odds)
      if let told {
        figure.about = told
        figure.by.add("happening-head", to: "about")
      }
      let text = draft.text
      let own = tokens.first { text.is($0, .countedAs) }
      let teller = own ?? (figure.unit == nil ? fateAround(tokens, text) : nil)
      let fate =
        figure.counts?.split(separator: " ").lazy.compactMap { fates[String($0)] }.first
        ?? teller.flatMap { text.value(of: $0, for: .countedAs) }
      // What the syntax alone ties to an event is its count only where it counts who came to harm.
      if told == nil, let about = figure.about {
        let isCount = fate != nil && isNear(tokens, about, draft)
        figure.about = isCount ? ownEvent(of: tokens, draft) ?? about : nil
      }
      if figure.about != nil, let teller, let fate, own != nil || !areThings(tokens, teller, text) {
        let counts = figure.counts ?? ""
        if !counts.contains(fate) { figure.counts = counts.isEmpty ? fate : counts + " " + fate }
      }
      settled.append(figure)
    }
    return settled
  }

  /// What became of those who are counted by a word for them: of "injured" that they were wounded, whatever became of others.
  private static func fates(_ language: Language) -> [String: String] {
    let forms = WordForms(language)
    var fates: [String: String] = [:]
    for lemma in language.words(with: .countedAs) {
      guard let fate = language.value(of: lemma, for: .countedAs) else { continue }
      for form in [lemma, forms.participle(lemma), forms.plural(lemma)] { fates[form] = fate }
    }
    return fates
  }

  /// The id of the event that a number belongs to most likely.
  private static func event(of tokens: [Int], _ draft: Draft, _ odds: RoleOdds) -> String? {
    let text = draft.text
    guard let first = tokens.first else { return nil }
    let sentence = text.sentence(of: first)
    let number =
      tokens.first { text.tokens[$0].upos == "NUM" } ?? tokens.first { text.is($0, .number) }
      ?? first
    let here = draft.events.filter { sentence.contains($0.token) }
      .map { (event: $0.record.id, score: odds.count(number, in: $0)) }
      .max { $0.score < $1.score }
    if let here, here.score >= Self.least {
      return ownEvent(of: tokens, draft) ?? here.event
    }
    let far = draft.events.filter { !sentence.contains($0.token) }.compactMap { event in
      event.mention.flatMap { text.happenings?[$0] }?.roles
        .filter { $0.role == .count && tokens.contains($0.token) }.map(\.score).max()
        .map { (event: event.record.id, score: $0) }
    }.max { $0.score < $1.score }
    return far.flatMap { $0.score >= Self.elsewhere ? $0.event : nil }
  }

  /// The event of which a number counts those who do or suffer it, by the participle that is counted or the verb right above.
  ///
  /// Of "killed two guards, abducted four teachers and burned six houses" each figure is its own verb's.
  private static func ownEvent(of tokens: [Int], _ draft: Draft) -> String? {
    let text = draft.text
    guard let first = tokens.first, let last = tokens.last else { return nil }
    let head = text.head(of: first..<(last + 1))
    var words = tokens.filter { ["VBN", "VBD", "JJ"].contains(text.tokens[$0].xpos) }
    if let verb = text.tokens[head].head, text.tokens[verb].upos == "VERB",
      counted.contains(text.tokens[head].relation)
    {
      words.append(verb)
    }
    // "300 families displaced"
    words += text.children(of: head, "acl").filter {
      $0 == last + 1 && text.tokens[$0].xpos == "VBN"
    }
    return words.lazy.compactMap { word in draft.events.first { $0.token == word }?.record.id }
      .first
  }

  private static let counted: Set<String> = ["obj", "nsubj", "nsubj:pass"]

  /// Whether an event that the syntax ties a figure to stands in its sentence.
  private static func isNear(_ tokens: [Int], _ event: String, _ draft: Draft) -> Bool {
    guard let first = tokens.first,
      let event = draft.events.first(where: { $0.record.id == event })
    else { return false }
    return draft.text.sentenceOfToken[first] == draft.text.sentenceOfToken[event.token]
  }

  /// "seized 30 boats", "a bomb killed nine": what became of people became of none of those counted.
  private static func areThings(_ tokens: [Int], _ teller: Int, _ text: AnnotatedText) -> Bool {
    guard let noun = tokens.last(where: { text.tokens[$0].upos == "NOUN" }) else { return false }
    if text.is(noun, .weapon) { return true }
    return text.is(teller, .ofPeople) && text.tokens[noun].mentionType.map(things.contains) ?? false
  }

  /// Kinds of mentions that are nobody.
  private static let things: Set<String> = [
    "object", "substance", "animal", "plant", "place", "abstract",
  ]

  /// The word that tells what became of those counted ("killed", "wounded"), behind the number or above it.
  private static func fateAround(_ tokens: [Int], _ text: AnnotatedText) -> Int? {
    guard let first = tokens.first, let last = tokens.last else { return nil }
    // "264 others injured": the participle right behind those counted tells of them, whatever verb stands above.
    let sentence = text.sentence(of: last)
    for token in (last + 1)..<min(last + 4, sentence.upperBound) {
      let tag = text.tokens[token]
      guard ["AUX", "ADV", "VERB", "ADJ"].contains(tag.upos) else { break }
      if ["VBN", "JJ", "VBD"].contains(tag.xpos), text.is(token, .countedAs) { return token }
    }
    var current = first
    for _ in 0..<reach {
      guard let head = text.tokens[current].head else { return nil }
      // "Shot three guards and fled": the guards did not flee.
      let isDoneTo = text.tokens[current].relation == "obj"
      let around = text.children(of: head).filter {
        !(isDoneTo && text.tokens[$0].relation == "conj" && text.tokens[$0].upos == "VERB")
      }
      if let teller = ([head] + around).first(where: { text.is($0, .countedAs) }) { return teller }
      // Who does something came to no harm by it: "a man drove …"; whom it was done to, to no other: "killed two guards and
      // abducted four teachers".
      if text.tokens[head].upos == "VERB", counted.contains(text.tokens[current].relation) {
        return nil
      }
      current = head
    }
    return nil
  }
}
