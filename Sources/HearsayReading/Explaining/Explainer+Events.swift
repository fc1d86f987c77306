import HearsayLanguage
import HearsayRecords

extension Explainer {
  /// Why an event is as it is.
  func lines(of finding: EventFinding) -> [Explanation.Line] {
    let event = finding.record
    var lines = [type(finding)]
    if let mention = finding.basis?.proposal?.mention { lines += heads(mention) }
    lines += status(finding)
    for field in ["actors", "recipients", "place", "time"] {
      guard let names = event.by.fields[field] else { continue }
      lines.append(
        Explanation.Line(
          field, told(event, field), source: names.map(maker).joined(separator: "; ")))
    }
    lines.append(certainty(finding))
    return lines
  }

  private func told(_ event: Event, _ field: String) -> String? {
    func words(_ parties: [Participant]) -> String {
      parties.compactMap { party in
        party.span.map(text.exact)
          ?? party.entityID.flatMap { id in
            draft.entities.first { $0.record.id == id }.map { "\(id) \($0.record.name)" }
          }
      }.joined(separator: ", ")
    }
    switch field {
    case "actors": return words(event.actors)
    case "recipients": return words(event.recipients)
    case "place": return event.place
    default: return event.time
    }
  }

  private func type(_ finding: EventFinding) -> Explanation.Line {
    let proposal = finding.basis?.proposal
    return Explanation.Line(
      "type", finding.record.type.rawValue, words: text.exact(finding.record.trigger),
      source: proposal.map { $0.by.map(maker).joined(separator: "; ") } ?? "done by saying it",
      known: proposal.map { known($0.trigger.token, .verbTells, .nounTells) } ?? [])
  }

  /// What the network says of the words, the likeliest first.
  private func heads(_ mention: HappeningMention) -> [Explanation.Line] {
    func percent(_ score: Float) -> String { "\(Int((score * 100).rounded())) %" }
    let statuses = mention.statuses.sorted {
      ($0.value, $1.key.rawValue) > ($1.value, $0.key.rawValue)
    }.prefix(3).map { "\($0.key.rawValue) \(percent($0.value))" }.joined(separator: ", ")
    return [
      Explanation.Line(
        "type", nil,
        source:
          "happening-head: a happening \(percent(mention.score)), \(mention.type.rawValue) of these \(percent(mention.typeScore))"
      ),
      Explanation.Line("status", nil, source: "status-head: \(statuses)"),
      Explanation.Line(
        "saidBy", nil, source: "voice-head: told by somebody else \(percent(mention.mouth))"),
    ]
  }

  private func status(_ finding: EventFinding) -> [Explanation.Line] {
    let event = finding.record
    let signs = finding.basis?.signs ?? []
    let names = event.by.fields["status"] ?? []
    let deciding = signs.filter { $0.status == event.status && names.contains($0.rule) }
    var lines = deciding.map { line($0, decides: true) }
    if deciding.isEmpty {
      let claim = draft.claims.first { $0.record.id == event.saidBy }?.record
      let isClaim = names.contains("claim-act")
      lines.append(
        Explanation.Line(
          "status", event.status.rawValue,
          words: isClaim ? claim?.cue.map(text.exact) ?? "" : "",
          source: isClaim
            ? "the claim \(event.saidBy ?? "") (\(claim?.act.rawValue ?? ""))"
            : names.isEmpty ? "no sign to the contrary" : names.map(maker).joined(separator: "; ")))
    }
    let others = signs.filter { sign in !deciding.contains { $0.rule == sign.rule } }
    return lines + others.map { line($0, decides: false) }
  }

  private func line(_ sign: Unreal.Sign, decides: Bool) -> Explanation.Line {
    let known = (sign.match?.words(in: text) ?? []).map { word in
      "“\(word.word)” \(word.facet)\(word.value.map { ":\($0)" } ?? "") (\(word.file))"
    }
    let source =
      sign.match.map { "rule \($0.rule.name) (\($0.rule.family).rules:\($0.rule.line))" }
      ?? "the walk: \(sign.rule)"
    return Explanation.Line(
      "status", decides ? sign.status.rawValue : nil,
      words: sign.tokens.sorted().map { text.tokens[$0].text }.joined(separator: " … "),
      source: decides ? source : "\(source) said \(sign.status.rawValue)", known: known)
  }

  private func certainty(_ finding: EventFinding) -> Explanation.Line {
    let event = finding.record
    let hedge = finding.basis?.proposal.flatMap {
      EventCertainty(text: text).told(of: $0.trigger)
    }
    if let hedge {
      return Explanation.Line(
        "certainty", hedge.certainty.rawValue, words: text.exact(hedge.hedge),
        source: "a hedge")
    }
    guard let id = event.saidBy, let claim = draft.claims.first(where: { $0.record.id == id })
    else { return Explanation.Line("certainty", event.certainty.rawValue, source: "no hedge") }
    return Explanation.Line(
      "certainty", event.certainty.rawValue, words: claim.record.cue.map(text.exact) ?? "",
      source: "the claim \(id)")
  }
}
