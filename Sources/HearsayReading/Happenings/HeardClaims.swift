import HearsayLanguage
import HearsayRecords

/// Makes claims of what the model hears in somebody's mouth where no cue was read: "The villagers' account: soldiers burned the
/// mill." Without them a happening would be told as the reporter's own.
struct HeardClaims {
  let draft: Draft

  /// As sure as this the model must be that somebody tells it.
  private static let mouth: Float = 0.6
  /// As sure as this it must be of who that is.
  private static let source: Float = 0.4

  /// The claims to add, in the order of the text, their ids after those that are there.
  func found() -> [ClaimFinding] {
    guard let mentions = draft.text.happenings else { return [] }
    var found: [ClaimFinding] = []
    for mention in mentions where mention.score >= 0.5 && mention.mouth >= Self.mouth {
      let token = draft.text.head(of: mention.tokens)
      guard !(draft.claims + found).contains(where: { $0.says(token) }) else { continue }
      if let claim = claim(mention, token, number: draft.claims.count + found.count + 1) {
        found.append(claim)
      }
    }
    return found
  }

  private func claim(_ mention: HappeningMention, _ token: Int, number: Int) -> ClaimFinding? {
    let text = draft.text
    let parties = Parties(draft: draft).phrases(.mouth, of: mention).filter {
      $0.score >= Self.source && !$0.tokens.contains(token)
    }
    let source = parties.min {
      abs(text.sentenceOfToken[$0.head] - text.sentenceOfToken[token])
        < abs(text.sentenceOfToken[$1.head] - text.sentenceOfToken[token])
    }
    let content = clause(around: token, without: source)
    guard !content.isEmpty else { return nil }
    let hedge = EventCertainty(text: text).told(of: mention.tokens, token)?.certainty
    let claim = Claim(
      id: "c\(number)", speaker: source?.id, source: source.map { text.span($0.tokens) },
      content: [text.span(content)], act: .state,
      certainty: hedge ?? (source == nil ? .reported : .asserted),
      confidence: (Double(mention.mouth) * 50).rounded() / 100, by: "voice-head")
    return ClaimFinding(record: claim, source: source?.tokens, cue: nil, contents: [content])
  }

  /// The clause that tells an event, without the words that name who tells it.
  private func clause(around token: Int, without source: Party?) -> Range<Int> {
    let text = draft.text
    let sentence = text.sentence(of: token)
    var top = token
    while let head = text.tokens[top].head, sentence.contains(head),
      source.map({ !text.subtree(of: head).contains($0.head) }) ?? true
    {
      top = head
    }
    return text.trimmed(text.subtree(of: top).clamped(to: sentence))
  }
}
