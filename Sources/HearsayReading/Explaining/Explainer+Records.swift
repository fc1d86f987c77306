import HearsayLanguage
import HearsayRecords

// Why claims, entities, places, times, figures, happenings, ties and wordings are as they are.

extension Explainer {
  func lines(of finding: ClaimFinding) -> [Explanation.Line] {
    let claim = finding.record
    let words = ([claim.source, claim.cue].compactMap { $0 } + claim.content).sorted()
    var lines = made(
      claim, "claim", claim.act.rawValue,
      words: words.map(text.exact).joined(separator: " … "))
    let isCue = claim.by.fields["act"] == ["lexical-cue"]
    if let cue = finding.cue {
      let heard = cue.flatMap {
        known($0, .cue, .nounCue, .cueSure, .nounSure, .negates, .leaves, .hinting, .withholding)
      }
      lines.append(
        Explanation.Line(
          "act", isCue ? claim.act.rawValue : nil, words: text.oneLine(cue),
          source: isCue ? "the cue" : "the cue alone leaves it open",
          known: heard))
    }
    lines.append(
      Explanation.Line(
        "certainty", claim.certainty.rawValue,
        source: claim.certainty == .asserted ? "no hedge" : "the cue, or a hedge in what is said",
        known: finding.contents.joined().flatMap { known($0, .leaves, .mayBe) }))
    if claim.polarity == .negative {
      lines.append(
        Explanation.Line(
          "polarity", "negative", words: claim.cue.map(text.exact) ?? "",
          source: "said not to be said"))
    }
    return lines + unheard(finding)
  }

  /// Rules on acts of speech that fired on what is said, and did not decide.
  private func unheard(_ finding: ClaimFinding) -> [Explanation.Line] {
    let decided = Set(finding.record.by.names)
    let rules = text.language.rules.family("claims.acts")
    return finding.contents.compactMap { text.head(of: $0) }.flatMap {
      rules.matches(text, at: $0)
    }.filter { !decided.contains($0.rule.name) && $0.token("cue") == nil }.map { match in
      Explanation.Line(
        "act", nil,
        words: match.tokens.map { text.tokens[$0].text }.joined(separator: " … "),
        source: "\(maker(match.rule.name)) said \(match.value("act") ?? "")")
    }
  }

  func lines(of entity: Entity) -> [Explanation.Line] {
    var lines = made(
      entity, "entity", "\(entity.name), \(entity.kind.rawValue)",
      words: entity.mentions.map(text.exact).joined(separator: " … "))
    if let role = entity.role {
      lines.append(Explanation.Line("role", role, source: "the words of an office beside a name"))
    }
    return lines
  }

  func lines(of place: Place) -> [Explanation.Line] {
    var lines = made(
      place, "place", place.name, words: place.mentions.map(text.exact).joined(separator: " … "))
    lines.append(
      Explanation.Line(
        "country", place.country, source: place.country == nil ? "nothing tells it" : "as the place"
      ))
    return lines
  }

  func lines(of time: TimeSpan) -> [Explanation.Line] {
    let value = [time.earliest, time.latest].compactMap { $0 }
    return made(
      time, "time",
      value.isEmpty ? time.timex : Array(Set(value)).sorted().joined(separator: " … "),
      words: text.exact(time.evidence))
  }

  func lines(of figure: Figure) -> [Explanation.Line] {
    let tokens = figure.evidence.flatMap { Array(text.tokens(touching: $0)) }
    let span = [figure.low, figure.high].map { $0.map { "\($0)" } ?? "" }.joined(separator: " … ")
    var lines = made(
      figure, "figure", figure.value.map { "\($0)" } ?? span,
      words: figure.evidence.map(text.exact).joined(separator: " … "))
    lines.append(
      Explanation.Line(
        "low, high", span,
        source: figure.approximate ? "words that make it less exact" : "the number itself",
        known: tokens.flatMap { known($0, .number, .scale, .atLeast, .vagueCount, .qualifies) }))
    if figure.cumulative == true {
      lines.append(Explanation.Line("cumulative", "true", source: "a word of totals beside it"))
    }
    return lines
  }

  func lines(of happening: Happening) -> [Explanation.Line] {
    var lines = made(happening, "happening", happening.label, words: "")
    for finding in draft.events where happening.events.contains(finding.record.id) {
      let event = finding.record
      let decides = event.status == happening.status
      lines.append(
        Explanation.Line(
          "status", decides ? event.status.rawValue : nil, words: text.exact(event.trigger),
          source: "event \(event.id)\(event.saidBy.map { ", in the mouth of \($0)" } ?? "")"
            + (decides ? "" : " said \(event.status.rawValue)")))
    }
    for (field, slots) in [
      ("actors", happening.actors), ("recipients", happening.recipients),
      ("places", happening.places), ("times", happening.times), ("blamed", happening.blamed),
    ] {
      lines += slots.map { slot in
        Explanation.Line(
          field, slot.id ?? text.exact(slot.span), words: text.exact(slot.span),
          source: slot.lent
            ? "the words stand outside its own sentences" : "the words of its sentences")
      }
    }
    return lines
  }

  func lines(of tie: Relation) -> [Explanation.Line] {
    made(
      tie, "relation", "\(tie.from) \(tie.kind) \(tie.to)",
      words: tie.evidence.map(text.exact).joined(separator: " … "))
  }

  func lines(of wording: Wording) -> [Explanation.Line] {
    let tokens = text.tokens(touching: wording.evidence)
    let lines = made(
      wording, "wording", wording.kind.rawValue, words: text.exact(wording.evidence))
    let heard = tokens.flatMap { known($0, .loaded, .hedge) }
    guard !heard.isEmpty else { return lines }
    return lines + [
      Explanation.Line("kind", wording.kind.rawValue, source: "the word", known: heard)
    ]
  }
}
