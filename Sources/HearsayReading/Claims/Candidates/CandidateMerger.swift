import HearsayLanguage
import HearsayRecords

/// Joins what the model marked and what the syntax shows into one list without doubles.
///
/// The model sees attributions of every wording but knows no nesting and no roles; the syntax sees roles
/// and nesting but only known cue words. Where both see one cue, extents come from the model and roles from
/// the syntax.
struct CandidateMerger {
  let text: AnnotatedText

  /// Contents that share this much of the shorter one are the same content, if their sentences agree.
  private static let sameContent = 0.8
  /// A noun is no further than this from the words before it that belong to it.
  private static let longestPhrase = 8
  private static let marks: Set<String> = ["\"", "“", "”", "``", "''", "«", "»", "‘", "„"]

  func merge(model attributions: [Attribution], syntax: [ClaimCandidate]) -> [ClaimCandidate] {
    let leadIns = Set(syntax.flatMap(\.chain))
    var merged = attributions.filter { !isPartOfName($0) }.map(candidate(from:))
    for found in syntax {
      guard let head = found.cueHead, !leadIns.contains(head) else { continue }
      if let index = merged.firstIndex(where: {
        $0.origin == .model && $0.cue?.contains(head) ?? false
      }) {
        join(found, into: &merged[index])
      } else if let index = merged.firstIndex(where: { model in
        model.origin == .model && found.chain.contains { model.cue?.contains($0) ?? false }
      }), !found.contents.isEmpty {
        // "seems to be suggesting": the model took the verb above for the cue.
        merged[index].contents = found.contents
        merged[index].cue = found.cue
        join(found, into: &merged[index])
      } else if !merged.contains(where: { isSame($0, found) }) {
        merged.append(found)
      }
    }
    merged = merged.map(withSubject).map(withoutSource).map(withoutSufferer)
    return RejectedClaims(text: text).joined(merged).sorted { position($0) < position($1) }
  }

  /// A candidate whose source the model missed, with the subject of its verb for it: "the mayor bashes critics".
  private func withSubject(_ candidate: ClaimCandidate) -> ClaimCandidate {
    guard candidate.origin == .model, candidate.sources.isEmpty, !candidate.contents.isEmpty,
      let cue = candidate.cueHead, text.child(of: cue, "nsubj:pass", "aux:pass") == nil
    else { return candidate }
    let syntax = SyntaxCandidates(text: text)
    let owner: Int? =
      switch text.tokens[cue].upos {
      case "VERB": text.subject(of: cue)
      case "NOUN": text.child(of: cue, "nmod:poss")
      default: nil
      }
    guard let subject = owner, candidate.contents.contains(where: { !$0.contains(subject) }) else {
      return candidate
    }
    var candidate = candidate
    candidate.contents.removeAll { $0.contains(subject) }
    candidate.sources = syntax.jointSources(subject)
    candidate.sourceHead = subject
    return candidate
  }

  /// "About 4,000 people marched to demand an inquiry": those who say something are not what they say.
  private func withoutSource(_ candidate: ClaimCandidate) -> ClaimCandidate {
    let others = candidate.contents.filter { content in
      !candidate.sources.contains { $0.overlaps(content) && $0.contains(content.upperBound - 1) }
    }
    guard !others.isEmpty else { return candidate }
    var candidate = candidate
    candidate.contents = others
    return candidate
  }

  /// "The race seems close", "asked why he left, Brandt left": what seems says nothing, and whoever is asked, told or expected is no source.
  private func withoutSufferer(_ candidate: ClaimCandidate) -> ClaimCandidate {
    guard candidate.origin == .model, let cue = candidate.cueHead, !candidate.contents.isEmpty,
      text.tokens[cue].upos == "VERB"
    else { return candidate }
    var candidate = candidate
    if text.is(cue, .hinting) {
      candidate.sources = []
      candidate.sourceHead = nil
      return candidate
    }
    guard text.tokens[cue].xpos == "VBN",
      text.verbCue(cue).map({ $0.object != ClaimRole.none }) ?? false,
      !text.children(of: cue, "aux").contains(where: { text.is($0, .ofPerfect) }),
      text.child(of: cue, "obl:agent") == nil,
      !text.children(of: cue, "obl").contains(where: {
        text.child(of: $0, "case").map { text.isForm($0, .byAgent) } ?? false
      })
    else { return candidate }
    let isFull = text.child(of: cue, "nsubj:pass") != nil
    let isReduced =
      text.tokens[cue].relation == "advcl" && text.child(of: cue, "nsubj", "aux") == nil
    guard isFull || isReduced else { return candidate }
    candidate.sources = []
    candidate.sourceHead = nil
    return candidate
  }

  /// "Said Khatibzadeh": a cue that is a word of a person's name is none.
  private func isPartOfName(_ attribution: Attribution) -> Bool {
    guard let cue = attribution.cues.first, cue.count == 1 else { return false }
    return text.names.contains { $0.type == .person && $0.tokens.contains(cue.lowerBound) }
  }

  private func candidate(from attribution: Attribution) -> ClaimCandidate {
    var candidate = ClaimCandidate(origin: .model)
    candidate.by = ["attribution"]
    candidate.sources = near(attribution.sources, cue: attribution.cues.first)
      .map { completed(text.trimmed($0)) }.filter { !$0.isEmpty }
    candidate.cue = attribution.cues.first
    candidate.cueHead = attribution.cues.first.map(cueHead(in:))
    candidate.contents = joined(attribution.contents).map {
      inParagraph($0, cue: attribution.cues.first)
    }
    .map { whole(text.trimmed($0, dropping: .subordinates)) }
    .filter { !$0.isEmpty }
    candidate.isNegative = attribution.cues.joined().contains { index in
      text.is(index, .withholding) && text.tokens[index].upos == "VERB"
        || text.is(index, .negates)
    }
    candidate.confidence = Double(attribution.score)
    if let first = candidate.sources.first { candidate.sourceHead = text.head(of: first) }
    return candidate
  }

  /// "reports", "that the militia looted the mosque were false": contents without a word between them are one.
  private func joined(_ contents: [Range<Int>]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for content in contents.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, last.upperBound == content.lowerBound,
        text.sentenceOfToken[last.lowerBound] == text.sentenceOfToken[content.lowerBound]
      {
        joined[joined.count - 1] = last.lowerBound..<content.upperBound
      } else {
        joined.append(content)
      }
    }
    return joined
  }

  /// The parts of the sources in the cue's paragraph, if there are any: the last words of a headline are not in the story's first
  /// sentence.
  private func near(_ sources: [Range<Int>], cue: Range<Int>?) -> [Range<Int>] {
    guard let cue else { return sources }
    let paragraph = text.paragraphOfToken[cue.lowerBound]
    let parts = sources.flatMap { source in
      text.runs(
        of: source,
        without: source.filter { text.paragraphOfToken[$0] != paragraph }.map { $0..<($0 + 1) })
    }
    return onOneSide(parts.isEmpty ? sources : parts, of: cue)
  }

  /// Of sources on both sides of a cue, those on the side of the nearest: the others speak in the next sentence.
  private func onOneSide(_ sources: [Range<Int>], of cue: Range<Int>) -> [Range<Int>] {
    let before = sources.filter { $0.upperBound <= cue.lowerBound }
    let after = sources.filter { $0.lowerBound >= cue.upperBound }
    guard let last = before.last, let first = after.first else { return sources }
    // "was told by his staff".
    if text.isForm(first.lowerBound - 1, .byAgent) { return after }
    return cue.lowerBound - last.upperBound <= first.lowerBound - cue.upperBound ? before : after
  }

  /// What of a content stands in the cue's paragraph: only what is quoted begins in an earlier one.
  private func inParagraph(_ content: Range<Int>, cue: Range<Int>?) -> Range<Int> {
    guard let cue, content.upperBound <= cue.lowerBound else { return content }
    let paragraph = text.paragraphOfToken[cue.lowerBound]
    guard text.paragraphOfToken[content.upperBound - 1] == paragraph,
      let first = content.first(where: { text.paragraphOfToken[$0] == paragraph }),
      !content.contains(where: { Self.marks.contains(text.tokens[$0].text) })
    else { return content }
    return first..<content.upperBound
  }

  /// "burn the docks last" of "burn the docks last month": what ends before its noun, with the noun.
  private func whole(_ content: Range<Int>) -> Range<Int> {
    guard let last = content.last, !content.isEmpty,
      ["det", "amod", "compound", "nummod", "case", "nmod:poss"].contains(
        text.tokens[last].relation),
      let noun = text.tokens[last].head, noun > last, noun - last <= Self.longestPhrase
    else { return content }
    let end = text.trimmed(text.subtree(of: noun)).upperBound
    return content.lowerBound..<max(content.upperBound, end)
  }

  /// "A" of "A note found in his pocket": an article alone names nobody, its noun does.
  private func completed(_ source: Range<Int>) -> Range<Int> {
    guard source.count == 1, let only = source.first, text.tokens[only].upos == "DET",
      let noun = text.tokens[only].head, noun > only,
      ["NOUN", "PROPN"].contains(text.tokens[noun].upos)
    else { return source }
    return text.trimmed(text.subtree(of: noun))
  }

  /// The cue word of a cue: the last known cue verb in it, else its syntactic head.
  private func cueHead(in cue: Range<Int>) -> Int {
    cue.last { text.verbCue($0) != nil && text.tokens[$0].upos == "VERB" }
      ?? text.head(of: cue)
  }

  private func join(_ found: ClaimCandidate, into candidate: inout ClaimCandidate) {
    candidate.cueHead = found.cueHead
    candidate.by += found.by
    candidate.lexical = candidate.lexical ?? found.lexical
    candidate.isNegative = candidate.isNegative || found.isNegative
    candidate.certainty = candidate.certainty ?? found.certainty
    candidate.addressee = candidate.addressee ?? found.addressee
    if candidate.blamed.isEmpty { candidate.blamed = found.blamed }
    // In a passive whoever is accused is no source of it, whatever the model took him for.
    candidate.sources.removeAll { source in found.blamed.contains { $0.overlaps(source) } }
    // For an accusation the syntax knows who is accused from what of.
    if candidate.contents.isEmpty || found.isWhole || isCutShort(candidate.contents, found.contents)
      || found.lexical?.object == .blamed && !found.contents.isEmpty
        && found.contents != found.blamed
    {
      candidate.contents = found.contents
    }
    // "asked the court to annul the vote": the court is asked, the rest is what for.
    if found.lexical?.object == .addressee, let asked = found.addressee,
      found.cueHead.map({ text.child(of: $0, "xcomp", "ccomp") != nil }) ?? false
    {
      let rest = candidate.contents.flatMap { text.runs(of: $0, without: [asked]) }
      if !rest.isEmpty, candidate.contents.contains(where: { $0.lowerBound == asked.lowerBound }) {
        candidate.contents = rest
      }
    }
    if candidate.sources.isEmpty {
      candidate.sources = found.sources
      candidate.sourceHead = found.sourceHead
    } else if let source = candidate.source, let head = found.sourceHead {
      // The syntax knows the antecedent of "who", and parts joint sources.
      if source.contains(head) || found.source.map(source.overlaps) ?? false {
        candidate.sourceHead = head
        if found.sources.count > candidate.sources.count { candidate.sources = found.sources }
      }
    }
    candidate.confidence = max(candidate.confidence, 0.8)
  }

  /// Whether the model's content breaks off before its noun ("deplored *the* burning") or behind a verb that is about something
  /// ("denied *shelling* the hospital"), and the syntax has all of it.
  private func isCutShort(_ contents: [Range<Int>], _ whole: [Range<Int>]) -> Bool {
    guard contents.count == 1, whole.count == 1, let last = contents[0].last,
      whole[0].contains(last), whole[0].upperBound > contents[0].upperBound,
      whole[0].lowerBound <= contents[0].lowerBound
    else { return false }
    return ["DET", "ADP", "PART", "SCONJ"].contains(text.tokens[last].upos)
      || text.children(of: last, "obj", "xcomp", "ccomp").contains {
        $0 > last && whole[0].contains($0)
      }
  }

  private func isSame(_ one: ClaimCandidate, _ other: ClaimCandidate) -> Bool {
    guard let oneCue = one.cue, let otherCue = other.cue else { return false }
    if oneCue.overlaps(otherCue) { return true }
    if let act = one.lexical?.act, let otherAct = other.lexical?.act, act != otherAct {
      return false
    }
    let ratio =
      Double(min(one.contentCount, other.contentCount))
      / Double(max(one.contentCount, other.contentCount, 1))
    return one.overlap(other) >= Self.sameContent && ratio >= 0.6
      && text.sentenceOfToken[oneCue.lowerBound] == text.sentenceOfToken[otherCue.lowerBound]
      && one.source == other.source
  }

  private func position(_ candidate: ClaimCandidate) -> Int {
    ([candidate.cue, candidate.source].compactMap { $0 } + candidate.contents).map(\.lowerBound)
      .min() ?? 0
  }
}
