import HearsayLanguage
import HearsayRecords

/// Gives every quotation a claim: ties it to the cue beside it, lets it go on with the quotation before it, or
/// reads a `Name:` lead-in.
///
/// A few quoted words without a cue stay what they are: scare quotes.
struct QuotationLinker {
  let text: AnnotatedText
  let quotations: [Quotation]

  /// Fewer quoted words than this, without a cue, are a name, a title or scare quotes.
  private static let shortestSpeech = 5
  /// A cue farther from the quotation than this many tokens does not introduce it.
  private static let reach = 14
  /// A quotation of which less than this share is in contents is not told yet.
  private static let covered = 0.5

  func link(_ candidates: [ClaimCandidate]) -> [ClaimCandidate] {
    var candidates = candidates.map(withinParagraph)
    var previous: (claim: Int, end: Int)?
    for quotation in quotations {
      let tokens = text.trimmed(text.tokens(touching: quotation.inside))
      guard !tokens.isEmpty else { continue }
      let signed = signature(after: tokens)
      if let (claim, end) = previous, let owner = owner(of: tokens, in: candidates),
        owner != claim, let cue = candidates[owner].cue, cue.lowerBound >= tokens.upperBound,
        endsSentence(tokens), follows(tokens, after: end, quotation)
      {
        // “…,” said A. “….” B said …: a quotation that ends with a full stop has no cue behind it.
        let held = candidates[owner].contents
        candidates[owner].contents = held.flatMap { text.runs(of: $0, without: [tokens]) }
        candidates[claim].contents.append(tokens)
        previous = (claim, tokens.upperBound)
      } else if let owner = owner(of: tokens, in: candidates), signed == nil {
        complete(&candidates[owner], with: tokens)
        previous = (owner, tokens.upperBound)
      } else if let cue = cueBeside(tokens, quotation, in: candidates) {
        candidates[cue].contents.append(tokens)
        candidates[cue].contents.sort { $0.lowerBound < $1.lowerBound }
        previous = (cue, tokens.upperBound)
      } else if let signed {
        candidates.append(signed)
        previous = (candidates.count - 1, tokens.upperBound)
      } else if let leadIn = leadIn(before: tokens) {
        candidates.append(leadIn)
        previous = (candidates.count - 1, tokens.upperBound)
      } else if let (claim, end) = previous, follows(tokens, after: end, quotation) {
        candidates[claim].contents.append(tokens)
        previous = (claim, tokens.upperBound)
      } else if tokens.count >= Self.shortestSpeech, isSentence(tokens), let (claim, _) = previous,
        candidates[claim].source != nil
      {
        // A quotation that stands alone is most often by whoever spoke last.
        var alone = ClaimCandidate(origin: .quotation)
        alone.sources = []
        alone.sourceHead = candidates[claim].sourceHead
        alone.contents = [tokens]
        alone.by = ["quotation"]
        alone.confidence = 0.4
        candidates.append(alone)
        previous = (candidates.count - 1, tokens.upperBound)
      } else if tokens.count >= Self.shortestSpeech, isSentence(tokens) {
        var alone = ClaimCandidate(origin: .quotation)
        alone.contents = [tokens]
        alone.by = ["quotation"]
        alone.confidence = 0.3
        candidates.append(alone)
        previous = (candidates.count - 1, tokens.upperBound)
      }
    }
    return once(candidates.map(withinOpen))
  }

  /// What is told ends with a quotation that nothing closes.
  private func withinOpen(_ candidate: ClaimCandidate) -> ClaimCandidate {
    var candidate = candidate
    for quotation in quotations where !quotation.isClosed && !quotation.continues {
      let tokens = text.trimmed(text.tokens(touching: quotation.inside))
      guard let last = tokens.last else { continue }
      candidate.contents = candidate.contents.map { content in
        content.contains(last)
          && content.upperBound > last + 1
          && text.paragraphOfToken[content.upperBound - 1] == text.paragraphOfToken[last]
          && tokens.lowerBound >= content.lowerBound
          ? content.lowerBound..<(last + 1) : content
      }
    }
    return candidate
  }

  /// A quotation that two cues claim, neither within what the other says, is told by the nearer one: “You must,” replied B.
  private func once(_ candidates: [ClaimCandidate]) -> [ClaimCandidate] {
    var candidates = candidates
    for quotation in quotations {
      let tokens = text.trimmed(text.tokens(touching: quotation.inside))
      guard !tokens.isEmpty else { continue }
      let owners = candidates.indices.filter { index in
        guard let head = candidates[index].cueHead, !tokens.contains(head) else { return false }
        return candidates[index].contents.contains {
          $0.clamped(to: tokens).count == tokens.count && isQuoted($0)
        }
      }
      guard owners.count > 1,
        let nearest = owners.min(by: {
          distance(candidates[$0].cueHead ?? 0, tokens)
            < distance(candidates[$1].cueHead ?? 0, tokens)
        })
      else { continue }
      for other in owners where other != nearest {
        let isNested =
          candidates[other].cueHead.map(candidates[nearest].says) ?? false
          || candidates[nearest].cueHead.map(candidates[other].says) ?? false
        let rest = candidates[other].contents.flatMap { text.runs(of: $0, without: [tokens]) }
        if !isNested, !rest.isEmpty { candidates[other].contents = rest }
      }
    }
    return candidates
  }

  /// What a cue tells stands in its own paragraph, if any of it does; a quotation that goes on over paragraphs is added again.
  private func withinParagraph(_ candidate: ClaimCandidate) -> ClaimCandidate {
    guard let cue = candidate.cueHead else { return candidate }
    var near = candidate
    near.contents = candidate.contents.filter { !crossesParagraph(cue, $0) }
    return near.contents.isEmpty ? candidate : near
  }

  /// Whether the last character of quoted words is a full stop.
  private func endsSentence(_ tokens: Range<Int>) -> Bool {
    tokens.upperBound < text.tokens.count && text.tokens[tokens.upperBound].text == "."
  }

  /// The narrowest candidate whose content holds most of the quotation.
  private func owner(of tokens: Range<Int>, in candidates: [ClaimCandidate]) -> Int? {
    candidates.indices.filter { index in
      let held = candidates[index].contents.reduce(0) { $0 + $1.clamped(to: tokens).count }
      return Double(held) >= Self.covered * Double(tokens.count)
        && !(candidates[index].cue.map(tokens.overlaps) ?? false)
    }.min { candidates[$0].contentCount < candidates[$1].contentCount }
  }

  /// Widens the content run that holds most of a quotation to the whole of it.
  private func complete(_ candidate: inout ClaimCandidate, with tokens: Range<Int>) {
    guard let index = candidate.contents.firstIndex(where: { $0.overlaps(tokens) }) else { return }
    let run = candidate.contents[index]
    let whole = min(run.lowerBound, tokens.lowerBound)..<max(run.upperBound, tokens.upperBound)
    let holes = candidate.sources + [candidate.cue].compactMap { $0 }
    guard !holes.contains(where: whole.overlaps) else { return }
    candidate.contents[index] = whole
    candidate.contents.removeAll {
      $0 != whole && whole.contains($0.lowerBound) && whole.contains($0.upperBound - 1)
    }
  }

  /// A cue in the quotation's sentence, outside all quotation marks and near, that has no content yet or
  /// content on the quotation's other side.
  private func cueBeside(
    _ tokens: Range<Int>, _ quotation: Quotation, in candidates: [ClaimCandidate]
  ) -> Int? {
    let sentences = Set([
      text.sentenceOfToken[tokens.lowerBound], text.sentenceOfToken[tokens.upperBound - 1],
    ])
    return candidates.indices.filter { index in
      guard let head = candidates[index].cueHead, candidates[index].source != nil,
        text.tokens[head].upos == "VERB" || candidates[index].origin == .model,
        !crossesParagraph(head, tokens), sentences.contains(text.sentenceOfToken[head]),
        !tokens.contains(head),
        distance(head, tokens) <= Self.reach,
        tokens.count >= Self.shortestSpeech || candidates[index].contents.isEmpty
      else { return false }
      return candidates[index].contents.isEmpty
        || !candidates[index].says(head)
          && candidates[index].contents.allSatisfy { isQuoted($0) }
    }.min { left, right in
      distance(candidates[left].cueHead ?? 0, tokens)
        < distance(candidates[right].cueHead ?? 0, tokens)
    }
  }

  /// Whether a paragraph ends between a cue and a quotation.
  private func crossesParagraph(_ cue: Int, _ tokens: Range<Int>) -> Bool {
    text.paragraphOfToken[cue] != text.paragraphOfToken[tokens.lowerBound]
      && text.paragraphOfToken[cue] != text.paragraphOfToken[tokens.upperBound - 1]
  }

  private func isQuoted(_ range: Range<Int>) -> Bool {
    let span = text.span(range)
    return quotations.contains { $0.outside.overlaps(span) }
  }

  private func distance(_ token: Int, _ range: Range<Int>) -> Int {
    token < range.lowerBound ? range.lowerBound - token : token - range.upperBound + 1
  }

  /// `Name: “…”` at the start of a line.
  private func leadIn(before tokens: Range<Int>) -> ClaimCandidate? {
    var colon = tokens.lowerBound - 1
    while colon >= 0, text.tokens[colon].upos == "PUNCT", text.tokens[colon].text != ":" {
      colon -= 1
    }
    guard colon > 0, text.tokens[colon].text == ":", tokens.lowerBound - colon <= 2 else {
      return nil
    }
    let sentence = text.sentence(of: colon)
    let source = text.trimmed(sentence.lowerBound..<colon)
    guard !source.isEmpty, source.count <= 8,
      source.contains(where: { text.tokens[$0].upos == "PROPN" }),
      !source.contains(where: { text.tokens[$0].upos == "VERB" })
    else { return nil }
    return ClaimCandidate(source, says: tokens, by: colon, as: "lead-in", in: text)
  }

  /// `“…” — Name, office` at the end of a line: whoever signs the words said them.
  private func signature(after tokens: Range<Int>) -> ClaimCandidate? {
    var dash = tokens.upperBound
    while dash < text.tokens.count, text.tokens[dash].upos == "PUNCT",
      !Self.dashes.contains(text.tokens[dash].text)
    {
      dash += 1
    }
    guard dash + 1 < text.tokens.count, dash - tokens.upperBound <= 3,
      Self.dashes.contains(text.tokens[dash].text)
    else { return nil }
    var end = dash + 1
    while end < text.tokens.count, end - dash <= 14, !breaksLine(before: end) || end == dash + 1 {
      end += 1
    }
    guard end == text.tokens.count || breaksLine(before: end) else { return nil }
    let line = text.trimmed((dash + 1)..<end)
    guard let first = line.first, text.tokens[first].upos == "PROPN",
      !line.contains(where: { ["VERB", "AUX"].contains(text.tokens[$0].upos) })
    else { return nil }
    return ClaimCandidate(line, says: tokens, by: dash, as: "signature", in: text)
  }

  private static let dashes: Set<String> = ["—", "–", "―", "-", "--", "~"]

  private func breaksLine(before token: Int) -> Bool {
    text.utf8[text.tokens[token - 1].span.end..<text.tokens[token].span.start]
      .contains(UInt8(ascii: "\n"))
  }

  /// Whether a quotation goes on with the one that ended at `end`: the marks say so, or nothing but
  /// punctuation and the cue's clause stands between them in one paragraph.
  private func follows(_ tokens: Range<Int>, after end: Int, _ quotation: Quotation) -> Bool {
    if quotation.continues { return true }
    guard tokens.count >= 3, end <= tokens.lowerBound else { return false }
    guard text.paragraphOfToken[end - 1] == text.paragraphOfToken[tokens.lowerBound] else {
      return false
    }
    return text.sentenceOfToken[tokens.lowerBound] - text.sentenceOfToken[end - 1] <= 1
      && isSentence(tokens)
  }

  /// Whether quoted words stand as a sentence of their own: they begin with a capital and end with a mark.
  private func isSentence(_ tokens: Range<Int>) -> Bool {
    let first = text.tokens[tokens.lowerBound].text
    guard first.first?.isUppercase ?? false else { return false }
    guard tokens.upperBound < text.tokens.count else { return true }
    return text.tokens[tokens.upperBound].upos == "PUNCT"
  }
}
