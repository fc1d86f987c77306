import HearsayLanguage
import HearsayRecords

/// Ties figures to the events whose figures they are, and says what became of those counted.
enum HappeningFigures {
  /// A number belongs to an event if the model makes that at least as likely as this.
  private static let least: Float = 0.5
  /// How far from a number, up the tree, the word stands that says what became of those counted.
  private static let reach = 4

  /// The figures of a draft whose events are read.
  static func tied(_ draft: Draft) -> [Figure] {
    guard let mentions = draft.text.happenings else { return draft.figures }
    // Number word → the event that it belongs to most likely.
    var best: [Int: (event: String, score: Float)] = [:]
    for event in draft.events {
      guard let number = event.mention else { continue }
      for role in mentions[number].roles
      where role.role == .count && role.score >= Self.least
        && role.score > best[role.token]?.score ?? 0
      {
        best[role.token] = (event.record.id, role.score)
      }
    }
    return draft.figures.map { figure in
      var figure = figure
      let tokens = figure.evidence.flatMap { Array(draft.text.tokens(touching: $0)) }
      let told = tokens.compactMap { best[$0] }.max { $0.score < $1.score }
      if let told {
        figure.about = told.event
        figure.by.add("happening-head", to: "about")
      }
      let fate = fate(tokens, draft.text)
      // What the syntax alone ties to an event is its count only where it counts who came to harm.
      if told == nil, let about = figure.about, fate == nil || !isNear(tokens, about, draft) {
        figure.about = nil
      }
      if figure.about != nil, let fate {
        let counts = figure.counts ?? ""
        if !counts.contains(fate) { figure.counts = counts.isEmpty ? fate : counts + " " + fate }
      }
      return figure
    }
  }

  /// Whether an event that the syntax ties a figure to stands in its sentence.
  private static func isNear(_ tokens: [Int], _ event: String, _ draft: Draft) -> Bool {
    guard let first = tokens.first,
      let event = draft.events.first(where: { $0.record.id == event })
    else { return false }
    return draft.text.sentenceOfToken[first] == draft.text.sentenceOfToken[event.token]
  }

  /// "killed", "wounded", …: what became of those counted, as the words at the number and those above it say.
  private static func fate(_ tokens: [Int], _ text: AnnotatedText) -> String? {
    for token in tokens {
      if let fate = text.value(of: token, for: .countedAs) { return fate }
    }
    guard let first = tokens.first else { return nil }
    var current = first
    for _ in 0..<reach {
      guard let head = text.tokens[current].head else { return nil }
      if let fate = text.value(of: head, for: .countedAs) { return fate }
      for child in text.children(of: head) {
        if let fate = text.value(of: child, for: .countedAs) { return fate }
      }
      current = head
    }
    return nil
  }
}
