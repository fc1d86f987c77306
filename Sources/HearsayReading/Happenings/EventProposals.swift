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
  private let shown: ShownModes

  init(draft: Draft) {
    self.draft = draft
    shown = ShownModes(draft.text)
    names = HappeningNames(draft.text.language)
  }

  /// The model proposes what is likelier than this to tell a happening.
  private static let proposed: Float = 0.5
  /// Words of events propose what is at least as likely as this; rules for words together, all that the network marks at all.
  private static let supported: Float = 0.3

  func find() -> [EventProposal] {
    let sport = SportReport(draft.text)
    let senses = OtherSenses(draft.text)
    let words = EventTriggers(draft).find().filter {
      !sport.isGame($0.words) && !senses.excludes($0.words, as: $0.sense.type)
    }
    guard let mentions = draft.text.happenings else {
      return words.map {
        EventProposal(
          trigger: $0, mention: nil, by: [$0.rule ?? "event-words"],
          confidence: $0.sense.needsEvidence ? 0.6 : 0.8)
      }
    }
    var found: [EventProposal] = []
    for (number, mention) in mentions.enumerated()
    where !isFigurative(mention) && !sport.isGame(mention.tokens)
      && !senses.excludes(mention.tokens, as: mention.type) && !isPartOfWord(number, mentions)
    {
      let near = words.filter { $0.words.overlaps(mention.tokens) }
      let same = near.first { $0.rule != nil } ?? near.first
      if mention.score >= Self.proposed {
        found.append(proposal(mention, number, same))
      } else if let same,
        same.rule != nil || mention.score >= Self.supported && mention.type == same.sense.type
      {
        found.append(
          EventProposal(
            trigger: same, mention: mention, number: number,
            by: [same.rule ?? "event-words", "happening-head"],
            confidence: Double(mention.score)))
      }
    }
    // What a rule reads from words together ("renewed diplomatic ties") is told though the network has no eye for it.
    for word in words {
      guard let rule = word.rule, !mentions.contains(where: { $0.tokens.overlaps(word.words) })
      else { continue }
      found.append(EventProposal(trigger: word, mention: nil, by: [rule], confidence: 0.6))
    }
    return found
  }

  private func proposal(
    _ mention: HappeningMention, _ number: Int, _ word: EventTrigger?
  ) -> EventProposal {
    let text = draft.text
    let type = type(of: mention, word)
    let same = word.flatMap { $0.sense.type == type ? $0.sense : nil }
    let ruled = word?.rule == nil ? nil : same?.mode
    let mode =
      ruled
      ?? mention.mode.flatMap {
        type == mention.type && names.isMode($0, of: type) && shown.allow($0) ? $0 : nil
      }
      ?? same?.mode
    let sense = EventSense(
      type: type, mode: mode, cameo: same?.cameo, needsEvidence: same?.needsEvidence ?? true)
    let token = word?.token ?? text.head(of: mention.tokens)
    let trigger = EventTrigger(
      token: token,
      words: words(of: mention, as: type, word), sense: sense, outer: word?.outer)
    return EventProposal(
      trigger: trigger, mention: mention, number: number,
      by: ["happening-head"] + (word?.rule.map { [$0] } ?? (same == nil ? [] : ["event-words"])),
      confidence: Double(mention.score))
  }

  /// A phrase that the field's words know means one thing, whatever the model makes of a word of it: an "air strike" is no walkout.
  private func type(of mention: HappeningMention, _ word: EventTrigger?) -> EventType {
    guard let word else { return mention.type }
    // A rule knows what words tell together.
    guard word.rule == nil else { return word.sense.type }
    guard word.words.count > 1, !word.sense.needsEvidence else { return mention.type }
    return word.sense.type
  }

  /// What the model marks, and what the field's words tell together with it: "took to the streets", "air strike".
  private func words(
    of mention: HappeningMention, as type: EventType, _ word: EventTrigger?
  ) -> Range<Int> {
    guard let word, word.rule != nil || word.sense.type == type else { return mention.tokens }
    return min(
      word.words.lowerBound, mention.tokens.lowerBound)..<max(
        word.words.upperBound, mention.tokens.upperBound)
  }

  /// "Called off", "backed down", "cease-fire": what the network marks at a particle, at a hyphen or before one is no other thing
  /// than what it marks at the word that these belong to.
  private func isPartOfWord(_ number: Int, _ mentions: [HappeningMention]) -> Bool {
    let text = draft.text
    let mention = mentions[number]
    guard mention.tokens.count == 1, let token = mention.tokens.first,
      let head = text.tokens[token].head, head != token
    else { return false }
    func isMarked(_ word: Int) -> Bool {
      mentions.contains {
        $0.tokens.contains(word) && $0.score >= Self.proposed && $0.tokens != mention.tokens
      }
    }
    // "Cordoned off the roads": a preposition tells nothing, whatever it hangs on.
    if text.tokens[token].upos == "ADP", token > 0, isMarked(token - 1) { return true }
    guard isMarked(head) else { return false }
    if text.tokens[token].relation == "compound:prt" || text.tokens[token].upos == "PUNCT" {
      return true
    }
    return token + 2 == head && text.tokens[token + 1].text == "-"
  }

  /// "heart attack", "price war", "hit our targets": what stands with a word of violence makes it a manner of speaking.
  private func isFigurative(_ mention: HappeningMention) -> Bool {
    let text = draft.text
    let head = text.head(of: mention.tokens)
    guard mention.type == .assault, ["NOUN", "VERB"].contains(text.tokens[head].upos) else {
      return false
    }
    return text.language.rules.family("events.senses").matches(text, at: head).contains {
      $0.value("of") == mention.type.rawValue
    }
  }
}
