import HearsayLanguage
import HearsayRecords

/// Why a record is as it is, in words: for each value the words it was read from and the rule, head or table that made it, and what
/// spoke against.
package struct Explanation: Hashable, Sendable {
  /// One reason.
  package struct Line: Hashable, Sendable {
    /// The field of the record: "status".
    package let field: String
    /// Its value; `nil` for a sign that did not decide it.
    package let value: String?
    /// The words that were seen, as they stand in the text.
    package let words: String
    /// The rule or table, and what it knows: "rule averted (unreal.governed.rules:30)".
    package let source: String
    /// What is known of single words: "“head off” averts (events.verbs.bearing.tsv)".
    package let known: [String]
  }

  package var lines: [Line] = []
}

extension Explanation {
  /// Why an event is as it is.
  ///
  /// - Returns: `nil` if no event of the draft is triggered by that span.
  init?(ofEventAt trigger: TextSpan, in draft: Draft) {
    guard let finding = draft.events.first(where: { $0.record.trigger == trigger }) else {
      return nil
    }
    let text = draft.text
    let event = finding.record
    let proposal = EventProposals(draft: draft).find().first {
      text.span($0.trigger.words) == trigger
    }
    let told = proposal?.trigger
    lines.append(Self.type(event, proposal, text))
    let token = finding.token
    let verdict =
      told.map { Unreal(text).verdict(of: $0) }
      ?? Unreal(text).verdict(of: token, as: event.type)
    if let mention = proposal?.mention { lines += Self.heads(event, mention) }
    lines += Self.status(event, verdict, draft)
    if let hedge = told.flatMap({ EventCertainty(text: text).told(of: $0) }) {
      lines.append(
        Line(
          field: "certainty", value: hedge.certainty.rawValue,
          words: hedge.hedge.map(text.exact) ?? "", source: "a hedge", known: []))
    } else if let id = event.saidBy, let claim = draft.claims.first(where: { $0.record.id == id }) {
      lines.append(
        Line(
          field: "certainty", value: event.certainty.rawValue,
          words: claim.record.cue.map(text.exact) ?? "", source: "the claim \(id)", known: []))
    }
  }

  private static func type(_ event: Event, _ proposal: EventProposal?, _ text: AnnotatedText)
    -> Line
  {
    var known: [String] = []
    if let token = proposal?.trigger.token {
      for facet in [Facet.verbTells, .nounTells] {
        if let word = text.known(token, facet) { known.append(Self.known(word, facet, text)) }
      }
    }
    return Line(
      field: "type", value: event.type.rawValue, words: text.exact(event.trigger),
      source: proposal.map { $0.by.joined(separator: ", ") } ?? "done by saying it", known: known)
  }

  /// What the network says of the words, the likeliest first.
  private static func heads(_ event: Event, _ mention: HappeningMention) -> [Line] {
    func percent(_ score: Float) -> String { "\(Int((score * 100).rounded())) %" }
    let statuses = mention.statuses.sorted {
      ($0.value, $1.key.rawValue) > ($1.value, $0.key.rawValue)
    }.prefix(3).map { "\($0.key.rawValue) \(percent($0.value))" }.joined(separator: ", ")
    return [
      Line(
        field: "type", value: nil, words: "",
        source:
          "happening-head: a happening \(percent(mention.score)), \(mention.type.rawValue) of these \(percent(mention.typeScore))",
        known: []),
      Line(field: "status", value: nil, words: "", source: "status-head: \(statuses)", known: []),
      Line(
        field: "saidBy", value: nil, words: "",
        source: "voice-head: told by somebody else \(percent(mention.mouth))", known: []),
    ]
  }

  private static func known(
    _ word: AnnotatedText.Known, _ facet: Facet, _ text: AnnotatedText
  ) -> String {
    let value = word.value.map { ":\($0)" } ?? ""
    return "“\(word.word)” \(facet)\(value) (\(text.language.fileName(of: facet)))"
  }

  private static func status(_ event: Event, _ verdict: Unreal.Verdict, _ draft: Draft) -> [Line] {
    let text = draft.text
    var lines: [Line] = []
    func line(_ sign: Unreal.Sign, decides: Bool) -> Line {
      let words = sign.tokens.sorted().map { text.tokens[$0].text }.joined(separator: " … ")
      let known = (sign.match?.words(in: text) ?? []).map { word in
        "“\(word.word)” \(word.facet)\(word.value.map { ":\($0)" } ?? "") (\(word.file))"
      }
      let source =
        sign.match.map { "rule \($0.rule.name) (\($0.rule.family).rules:\($0.rule.line))" }
        ?? "the walk: \(sign.rule)"
      return Line(
        field: "status", value: decides ? sign.status.rawValue : nil, words: words,
        source: decides ? source : "\(source) said \(sign.status.rawValue)", known: known)
    }
    let deciding = verdict.signs.filter { $0.status == event.status }
    lines += deciding.map { line($0, decides: true) }
    if deciding.isEmpty, event.by.fields["status"] == ["status-head"] {
      lines.append(
        Line(
          field: "status", value: event.status.rawValue, words: "", source: "status-head",
          known: []))
    } else if deciding.isEmpty {
      let claim = draft.claims.first { $0.record.id == event.saidBy }
      let isPlain = event.status == .happened || claim == nil
      lines.append(
        Line(
          field: "status", value: event.status.rawValue,
          words: isPlain ? "" : claim?.record.cue.map(text.exact) ?? "",
          source: isPlain
            ? "no sign to the contrary"
            : "the claim \(event.saidBy ?? "") (\(claim?.record.act.rawValue ?? ""))",
          known: []))
    }
    lines += verdict.signs.filter { $0.status != event.status }.map { line($0, decides: false) }
    return lines
  }
}
