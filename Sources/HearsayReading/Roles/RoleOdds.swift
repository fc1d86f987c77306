import HearsayLanguage
import HearsayModel
import HearsayRecords

#if canImport(Glibc)
  import Glibc
#endif

/// How likely words of an event's own sentence have a part in it: what the network sees and what the tree says, together.
struct RoleOdds {
  let draft: Draft
  let table: RoleTable
  private let features: RoleFeatures

  /// How much the log-odds of the network and of the tree weigh.
  ///
  /// Found on the coded reports' development part, four settings tried. Tuned together with ``HappeningSlots``.
  private static let network: Float = 0.9
  private static let tree: Float = 0.7
  /// A pronoun has the tree's word alone, and gives way to what is named.
  private static let pronoun: Float = 0.6
  /// What the network finds less likely than this, it does not tell.
  private static let least: Float = 0.08

  init(_ draft: Draft, _ table: RoleTable) {
    self.draft = draft
    self.table = table
    features = RoleFeatures(draft.text)
  }

  /// A phrase with the probability of each part.
  struct Candidate {
    var head: Int
    var tokens: Range<Int>
    var odds: [HappeningRole: Float]
  }

  /// The phrases of an event's sentence, but those in its trigger.
  func candidates(of event: EventFinding) -> [Candidate] {
    let text = draft.text
    let trigger = text.tokens(touching: event.record.trigger)
    let seen = seen(by: event)
    return features.candidates(in: text.sentence(of: event.token)).filter { !trigger.contains($0) }
      .map { head in
        Candidate(
          head: head, tokens: features.phrase(head), odds: odds(of: head, in: event, seen))
      }
  }

  /// The probability that a number of an event's sentence counts something of it.
  func count(_ number: Int, in event: EventFinding) -> Float {
    odds(of: number, in: event, seen(by: event))[.count] ?? 0
  }

  /// What the network sees of the parts in an event; `nil` if there is no network.
  private func seen(by event: EventFinding) -> [HappeningRole: [Int: Float]]? {
    guard let mentions = draft.text.happenings else { return nil }
    var seen: [HappeningRole: [Int: Float]] = [:]
    for role in event.mention.map({ mentions[$0].roles }) ?? [] {
      seen[role.role, default: [:]][role.token] = role.score
    }
    return seen
  }

  private func odds(
    of word: Int, in event: EventFinding, _ seen: [HappeningRole: [Int: Float]]?
  ) -> [HappeningRole: Float] {
    let tree = table.logOdds(
      features.features(of: word, trigger: event.token, type: event.record.type))
    // The network learned from the words that coders copied, and those are no pronouns.
    let isPronoun = draft.text.tokens[word].upos == "PRON"
    let seen = isPronoun && !table.isEmpty ? nil : seen
    var odds: [HappeningRole: Float] = [:]
    for (index, role) in RoleTable.parts.enumerated() {
      let network = seen.map { Self.logit(max($0[role]?[word] ?? 0, Self.least)) }
      let sum =
        switch (network, table.isEmpty) {
        case (let network?, false): Self.network * network + Self.tree * tree[index]
        case (let network?, true): network
        case (nil, _): tree[index]
        }
      odds[role] = Softmax.sigmoid(sum) * (isPronoun ? Self.pronoun : 1)
    }
    return odds
  }

  /// The log-odds of a probability.
  static func logit(_ probability: Float) -> Float {
    let p = min(max(probability, 1e-4), 1 - 1e-4)
    return log(p / (1 - p))
  }
}
