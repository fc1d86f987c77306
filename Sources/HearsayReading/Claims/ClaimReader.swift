import HearsayLanguage
import HearsayRecords

/// Reads who says what: candidates from the model and the syntax, quotations tied to them, then speakers, acts,
/// blame and nesting.
///
/// Pure.
package enum ClaimReader {
  /// Candidates of the syntax alone are dropped below this confidence; tuned on PolNeAR's development half.
  private static let leastConfidence = 0.3
  /// Those of the model alone that nobody says, with a cue that no lexicon knows, are dropped below this; by a fifth of PolNeAR's
  /// training texts.
  private static let leastUnsaid = 0.8
  /// And of those that somebody says, with such a cue, below this.
  private static let leastUnknown = 0.5

  /// The claims of a report in the order of the text, and the entities with those added that only speak.
  package static func read(_ draft: Draft) -> (claims: [ClaimFinding], entities: [EntityFinding]) {
    let text = draft.text
    let quotations = Quotations.find(in: text.utf8)
    let merged = CandidateMerger(text: text).merge(
      model: text.attributions, syntax: SyntaxCandidates(text: text).find())
    let linked = PassedOn(text: text).add(
      to: QuotationLinker(text: text, quotations: quotations).link(merged))
    let candidates = HeadlineClaims(draft).add(to: linked).map { withoutHeading($0, draft) }
      .compactMap { withoutScraps($0, text) }
      .filter { isClaim($0, text) && !isQuotedCue($0, quotations, text) && !isBareBlame($0, text) }
      .sorted { start($0) < start($1) }
    let told = candidates.filter {
      !isThinkingAloud($0, candidates, text) && !isNounInSpeech($0, candidates, text)
    }
    return record(told, quotations: quotations, draft: draft)
  }

  /// "threats of war" in what somebody says: a noun of whom nobody says it, which neither accuses nor reports.
  private static func isNounInSpeech(
    _ candidate: ClaimCandidate, _ candidates: [ClaimCandidate], _ text: AnnotatedText
  ) -> Bool {
    guard let cue = candidate.cueHead, candidate.sources.isEmpty, text.tokens[cue].upos == "NOUN",
      let lexical = candidate.lexical, ![.alleged, .reported].contains(lexical.certainty)
    else { return false }
    return isInSpeech(candidate, cue, candidates)
  }

  /// "I think" in what somebody says: how sure he is of his words, and nothing that he says besides.
  private static func isThinkingAloud(
    _ candidate: ClaimCandidate, _ candidates: [ClaimCandidate], _ text: AnnotatedText
  ) -> Bool {
    // "I want", "we believe": what whoever speaks thinks or wishes is said by speaking.
    guard let cue = candidate.cueHead, text.tokens[cue].upos == "VERB",
      let source = candidate.source, source.count == 1,
      text.is(source.lowerBound, .firstPerson),
      text.is(cue, .thinks)
        || !text.is(cue, .saying)
          && [.state, .demand, .predict].contains(candidate.lexical?.act ?? .ask)
    else { return false }
    return isInSpeech(candidate, cue, candidates)
  }

  /// Whether a candidate's cue stands in what another one says, and more than it.
  private static func isInSpeech(
    _ candidate: ClaimCandidate, _ cue: Int, _ candidates: [ClaimCandidate]
  ) -> Bool {
    candidates.contains {
      $0.cueHead != cue && $0.says(cue) && $0.contentCount > candidate.contentCount
    }
  }

  /// What a cue in the story tells does not begin in the headline or the dateline above it.
  private static func withoutHeading(_ candidate: ClaimCandidate, _ draft: Draft) -> ClaimCandidate
  {
    guard let cue = candidate.cue else { return candidate }
    var candidate = candidate
    let cueSpan = draft.text.span(cue)
    for heading in [draft.context.titleSpan, draft.context.datelineSpan].compactMap({ $0 })
    where !heading.overlaps(cueSpan) {
      let above = draft.text.tokens(touching: heading)
      let kept = candidate.contents.flatMap { draft.text.runs(of: $0, without: [above]) }
      if !kept.isEmpty { candidate.contents = kept }
    }
    return candidate
  }

  private static func isClaim(_ candidate: ClaimCandidate, _ text: AnnotatedText) -> Bool {
    guard candidate.confidence >= leastConfidence else { return false }
    if candidate.contents.isEmpty {
      return candidate.lexical?.act == .claimResponsibility
        || candidate.lexical?.act == .deny && candidate.origin == .syntax
    }
    // What might have happened, or not, stays somebody's: only phrases are dropped so easily.
    return candidate.origin != .model || candidate.lexical != nil
      || candidate.confidence >= (candidate.sources.isEmpty ? leastUnsaid : leastUnknown)
      || candidate.contents.joined().contains {
        text.tokens[$0].upos == "AUX" || ["VBD", "VBZ", "VBP"].contains(text.tokens[$0].xpos)
      }
  }

  /// "as blame is traded": a noun that accuses nobody of nothing; what stands before it is not what it says.
  private static func isBareBlame(_ candidate: ClaimCandidate, _ text: AnnotatedText) -> Bool {
    guard candidate.sources.isEmpty, candidate.blamed.isEmpty, let cue = candidate.cue,
      let head = candidate.cueHead, text.tokens[head].upos == "NOUN",
      text.nounCue(head)?.act == .accuse
    else { return false }
    return candidate.contents.allSatisfy { $0.upperBound <= cue.lowerBound }
  }

  /// The contents of which something is left beside "the", "to" and "which".
  private static func withoutScraps(_ candidate: ClaimCandidate, _ text: AnnotatedText)
    -> ClaimCandidate?
  {
    if let cue = candidate.cue, candidate.origin == .model, candidate.source == nil,
      !text.string(cue).contains(where: \.isLetter)
    {
      return nil
    }
    var candidate = candidate
    let hadContents = !candidate.contents.isEmpty
    candidate.contents = candidate.contents.filter { content in
      content.contains {
        !["DET", "PART", "ADP", "PUNCT", "CCONJ", "SCONJ", "AUX"].contains(text.tokens[$0].upos)
      }
    }
    return hadContents && candidate.contents.isEmpty ? nil : candidate
  }

  /// "Ex-guard ‘ordered to burn files’": words in quotation marks tell nothing of whoever stands outside them.
  private static func isQuotedCue(
    _ candidate: ClaimCandidate, _ quotations: [Quotation], _ text: AnnotatedText
  ) -> Bool {
    guard let cue = candidate.cue, let source = candidate.source else { return false }
    let span = text.span(cue)
    return quotations.contains { quotation in
      quotation.inside.start == span.start && !quotation.outside.overlaps(text.span(source))
        && candidate.contents.allSatisfy { quotation.inside.contains(text.span($0)) }
    }
  }

  private static func start(_ candidate: ClaimCandidate) -> Int {
    ([candidate.cue, candidate.source].compactMap { $0 } + candidate.contents).map(\.lowerBound)
      .min() ?? 0
  }

  private static func record(
    _ candidates: [ClaimCandidate], quotations: [Quotation], draft: Draft
  ) -> (claims: [ClaimFinding], entities: [EntityFinding]) {
    let text = draft.text
    let parents = candidates.indices.map { parent(of: $0, in: candidates) }
    let qualities = ClaimQualities(text: text)
    var resolver = SpeakerResolver(
      text: text, outlet: draft.context.outlet, entities: draft.entities)
    var speakers = [String?](repeating: nil, count: candidates.count)
    var findings: [ClaimFinding?] = candidates.map { _ in nil }
    // Outer claims first, so that "I" inside them knows who speaks.
    let order = candidates.indices.sorted { depth($0, parents) < depth($1, parents) }
    for index in order {
      let candidate = candidates[index]
      let enclosing = parents[index].flatMap { speakers[$0] }
      var ids: [String] = []
      if let head = candidate.sourceHead {
        let words = candidate.sources.first { $0.contains(head) } ?? candidate.sources.first
        if let id = resolver.speaker(head: head, words: words, enclosing: enclosing) {
          ids.append(id)
        }
        for other in candidate.sources where !other.contains(head) && candidate.sources.count > 1 {
          if let id = resolver.speaker(
            head: text.head(of: other), words: other, enclosing: enclosing),
            !ids.contains(id)
          {
            ids.append(id)
          }
        }
      }
      speakers[index] = ids.first
      // What somebody did not say blames nobody.
      let blamed =
        candidate.isNegative
        ? [] : candidate.blamed + qualities.blamedInContent(candidate).map(\.words)
      let addressee = candidate.addressee.flatMap {
        resolver.party($0, enclosing: enclosing, mayBeNew: true)
      }
      let isPeople = candidate.addressee.map(PassedOn(text: text).isPeople) ?? false
      let isVia =
        !isPeople
        && (addressee.map { resolver.kind($0) == .media } ?? false
          || candidate.addressee.map(PassedOn(text: text).isOutlet) ?? false)
      let via =
        candidate.via.map { resolver.entity(of: $0) ?? text.oneLine($0) }
        + (isVia ? [addressee ?? candidate.addressee.map { text.oneLine($0) }] : []).compactMap {
          $0
        }
      let contents = candidate.contents.map { text.span($0) }
      let act = qualities.act(candidate, speaker: ids.first.flatMap { resolver.kind($0) })
      var by = Credit()
      for name in candidate.by { by.add(name) }
      by.add(act.rule ?? "lexical-cue", to: "act")
      if !candidate.isNegative {
        for blame in qualities.blamedInContent(candidate) { by.add(blame.rule, to: "blames") }
      }
      let record = Claim(
        id: "c\(index + 1)",
        speaker: ids.first,
        speakers: ids,
        source: candidate.source.map { text.span($0) },
        via: via,
        cue: candidate.cue.map { text.span($0) },
        content: contents,
        quoted: quoted(contents, quotations),
        act: act.act,
        polarity: candidate.isNegative ? .negative : .positive,
        certainty: qualities.certainty(candidate),
        addressee: isVia ? nil : addressee,
        blames: blamed.compactMap {
          resolver.party($0, enclosing: enclosing ?? ids.first, mayBeNew: true)
        }.reduce(into: []) {
          if !$0.contains($1) { $0.append($1) }
        },
        parent: parents[index].map { "c\($0 + 1)" },
        confidence: (ClaimConfidence.of(candidate, isNested: parents[index] != nil) * 100)
          .rounded() / 100, by: by)
      findings[index] = ClaimFinding(
        record: record, source: candidate.source, cue: candidate.cue,
        contents: candidate.contents, by: candidate.by + [act.rule].compactMap { $0 })
    }
    return (findings.compactMap { $0 }, resolver.entities)
  }

  /// The narrowest claim in whose content this one is made.
  private static func parent(of index: Int, in candidates: [ClaimCandidate]) -> Int? {
    let candidate = candidates[index]
    if let keeper = candidate.passedOnBy,
      let passing = candidates.firstIndex(where: { $0.cueHead == keeper })
    {
      return passing
    }
    guard let anchor = candidate.cueHead ?? candidate.contents.first?.lowerBound else { return nil }
    return candidates.indices.filter { other in
      other != index && candidates[other].says(anchor)
        && candidates[other].contentCount > candidate.contentCount
        && !(candidates[other].cue.map { candidate.says($0.lowerBound) } ?? false)
    }.min { candidates[$0].contentCount < candidates[$1].contentCount }
  }

  private static func depth(_ index: Int, _ parents: [Int?]) -> Int {
    var depth = 0
    var current = parents[index]
    while let parent = current, depth < parents.count {
      depth += 1
      current = parents[parent]
    }
    return depth
  }

  /// The parts of the content that stand in quotation marks.
  private static func quoted(_ contents: [TextSpan], _ quotations: [Quotation]) -> [TextSpan] {
    contents.flatMap { content in
      quotations.filter { $0.inside.overlaps(content) }.map {
        TextSpan(start: max($0.inside.start, content.start), end: min($0.inside.end, content.end))
      }
    }
  }
}
