package import HearsayRecords

/// How an event stands in a report, in one word that cannot be mistaken.
///
/// Only what the reporter tells as fact, or somebody confirms, is called "happened".
package struct Standing: Hashable, Sendable {
  /// What kind of standing it is, for those who show each in a way of its own.
  package enum Manner: Hashable, Sendable {
    case happened, said, alleged, planned, denied
  }

  /// The word.
  package let word: String
  /// A mark that differs for what happened, what is only said, what is not yet, and what is denied.
  package let mark: String
  /// What it is shown as.
  package let manner: Manner

  package init(_ event: Event) {
    switch event.status {
    case .happened, .ongoing: self.init(told: event)
    case .attempted:
      self.init(
        word: event.certainty == .asserted && event.saidBy == nil
          ? "attempted" : "said attempted",
        mark: "◐", manner: .said)
    case .denied: self.init(word: "denied", mark: "✗", manner: .denied)
    case .negated: self.init(word: "did not happen", mark: "✗", manner: .denied)
    case .threatened, .planned, .expected, .hypothetical, .demanded:
      self.init(word: event.status.rawValue, mark: "○", manner: .planned)
    }
  }

  /// How a happening stands: as the reporter tells it, else as those do in whose mouths it is.
  package init(_ happening: Happening, _ index: ReadingIndex) {
    var told = Event(
      id: happening.id, type: happening.type, trigger: TextSpan(start: 0, end: 0),
      status: happening.status, certainty: happening.certainty, confidence: happening.confidence)
    if !Self.isTold(happening, index) {
      // Any claim stands for "not the reporter".
      told.saidBy = happening.id
    }
    self.init(told)
  }

  /// Whether the reporter tells in his own voice what the status of a happening says.
  package static func isTold(_ happening: Happening, _ index: ReadingIndex) -> Bool {
    let told = happening.statuses.filter { $0.status == happening.status }
    if told.contains(where: { $0.saidBy == nil }) { return true }
    let events = happening.events.compactMap { index.events[$0] }
    if events.contains(where: { $0.status == happening.status && $0.saidBy == nil }) { return true }
    // Of a happening that tells of no voice at all, nobody but the reporter can be the teller.
    return told.isEmpty && events.isEmpty
  }

  private init(told event: Event) {
    let ongoing = event.status == .ongoing
    switch event.certainty {
    case .asserted where event.saidBy == nil:
      self.init(word: ongoing ? "going on" : "happened", mark: "●", manner: .happened)
    case .confirmed: self.init(word: "confirmed", mark: "●", manner: .happened)
    case .asserted: self.init(word: "said", mark: "◐", manner: .said)
    case .reported: self.init(word: "reported", mark: "◐", manner: .said)
    case .alleged, .suspected, .possible, .hinted, .speculated:
      self.init(word: event.certainty.rawValue, mark: "?", manner: .alleged)
    }
  }

  private init(word: String, mark: String, manner: Manner) {
    self.word = word
    self.mark = mark
    self.manner = manner
  }
}
