import HearsayLanguage
import HearsayRecords

/// A word that may tell an event, with all that speaks for it.
struct EventProposal {
  var trigger: EventTrigger
  /// What the model says of it; `nil` where only words and rules propose it.
  var mention: HappeningMention?
  /// The mention's place among those of the text.
  var number: Int?
  /// Who proposed it: "happening-head", "event-words".
  var by: [String]
  /// How sure it is that an event is told, 0 … 1.
  var confidence: Double
}

/// Gathers what the model and what the words of events propose; one event a word.
///
/// The model proposes. Words of events add codes and modes to what it proposes, and what it finds possible but does not
/// propose by itself; what it finds impossible is none, whatever the word.
struct EventProposals {
  let draft: Draft
  private let names: HappeningNames

  init(draft: Draft) {
    self.draft = draft
    names = HappeningNames(draft.text.language)
  }

  /// The model proposes what is likelier than this to tell a happening.
  private static let proposed: Float = 0.5
  /// Words of events propose what is at least as likely as this.
  private static let supported: Float = 0.3

  func find() -> [EventProposal] {
    let words = EventTriggers(draft).find()
    guard let mentions = draft.text.happenings else {
      return words.map {
        EventProposal(
          trigger: $0, mention: nil, by: ["event-words"],
          confidence: $0.sense.needsEvidence ? 0.6 : 0.8)
      }
    }
    var found: [EventProposal] = []
    for (number, mention) in mentions.enumerated() where !isFigurative(mention) {
      let same = words.first { $0.words.overlaps(mention.tokens) }
      if mention.score >= Self.proposed {
        found.append(proposal(mention, number, same))
      } else if let same, mention.score >= Self.supported, mention.type == same.sense.type {
        found.append(
          EventProposal(
            trigger: same, mention: mention, number: number,
            by: ["event-words", "happening-head"], confidence: Double(mention.score)))
      }
    }
    return found
  }

  private func proposal(
    _ mention: HappeningMention, _ number: Int, _ word: EventTrigger?
  ) -> EventProposal {
    let text = draft.text
    let same = word.flatMap { $0.sense.type == mention.type ? $0.sense : nil }
    let mode = mention.mode.flatMap { names.isMode($0, of: mention.type) ? $0 : nil } ?? same?.mode
    let sense = EventSense(
      type: mention.type, mode: mode, cameo: same?.cameo, needsEvidence: same?.needsEvidence ?? true
    )
    let token = word?.token ?? text.head(of: mention.tokens)
    let trigger = EventTrigger(
      token: token,
      words: words(of: mention, word), sense: sense, outer: word?.outer)
    return EventProposal(
      trigger: trigger, mention: mention, number: number,
      by: word.map { $0.sense.type == mention.type } ?? false
        ? ["happening-head", "event-words"] : ["happening-head"],
      confidence: Double(mention.score))
  }

  /// What the model marks, and what the field's words tell together with it: "took to the streets", "air strike".
  private func words(of mention: HappeningMention, _ word: EventTrigger?) -> Range<Int> {
    guard let word, word.sense.type == mention.type else { return mention.tokens }
    return min(
      word.words.lowerBound, mention.tokens.lowerBound)..<max(
        word.words.upperBound, mention.tokens.upperBound)
  }

  /// "heart attack", "price war": what stands before a word of violence makes it a manner of speaking.
  private func isFigurative(_ mention: HappeningMention) -> Bool {
    let text = draft.text
    let head = text.head(of: mention.tokens)
    guard mention.type == .assault, text.tokens[head].upos == "NOUN" else { return false }
    return text.language.rules.family("events.senses").matches(text, at: head).contains {
      $0.value("of") == mention.type.rawValue
    }
  }
}
