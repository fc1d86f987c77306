import HearsayRecords
import HearsayStories

/// Claims as people read them: the speaker first, then what is done, then the words.
struct ClaimLines: Sendable {
  let index: ReadingIndex
  let width: Int

  /// All claims in the order of the text; what is said within a claim stands below it.
  func lines() -> [StyledText] {
    let claims = index.reading.claims
    let nested = Dictionary(grouping: claims) { $0.parent ?? "" }
    var seen: Set<String> = []
    var lines: [StyledText] = []
    func add(_ claim: Claim, depth: Int) {
      guard seen.insert(claim.id).inserted else { return }
      lines += self.lines(of: claim, depth: depth)
      for inner in nested[claim.id] ?? [] { add(inner, depth: depth + 1) }
    }
    for claim in claims where claim.parent.flatMap({ index.claims[$0] }) == nil {
      add(claim, depth: 0)
    }
    // Claims that stand only within each other would be lost; the ledger reports them as flaws.
    for claim in claims { add(claim, depth: 0) }
    return lines
  }

  /// One claim.
  func lines(of claim: Claim, depth: Int = 0) -> [StyledText] {
    let indent = String(repeating: "  ", count: min(depth, 4) + 1)
    var lines = head(of: claim).wrapped(
      width: width, first: StyledText(indent), rest: StyledText(indent + "  "))
    let content = content(of: claim)
    if !content.isEmpty {
      lines += content.wrapped(
        width: width, first: StyledText(indent + "    "), rest: StyledText(indent + "    "))
    }
    return lines
  }

  private func head(of claim: Claim) -> StyledText {
    var head = StyledText()
    if claim.polarity == .negative { head.append("not said: ", .denied) }
    head.append(index.speaker(of: claim) ?? "somebody unnamed", .speaker)
    if let speaker = claim.speaker.flatMap({ index.entities[$0] }),
      let role = speaker.role?.safeLine, !speaker.name.contains(role)
    {
      head.append(", \(role),")
    }
    head.append(" ")
    head.append(claim.act.verb, claim.act.style)
    let blamed = claim.blames.map(index.name)
    if !blamed.isEmpty {
      head.append(claim.act == .accuse ? " " : ", blaming ")
      head.append(ReadingIndex.list(blamed), .alleged)
    }
    if let addressee = claim.addressee { head.append(" to \(index.name(addressee))") }
    if let adverb = claim.certainty.adverb {
      head.append(" (")
      head.append(adverb, .alleged)
      head.append(")")
    }
    if !claim.via.isEmpty {
      head.append(", through \(claim.via.map(index.name).joined(separator: ", then "))")
    }
    let at = claim.source ?? claim.cue ?? claim.content.first
    if let at { head.append(" \(index.location(at))", .faint) }
    return head
  }

  /// The content with what stands in quotation marks set off.
  private func content(of claim: Claim) -> StyledText {
    StyledText(
      claim.content.map { span in
        var text = StyledText()
        var at = span.start
        for quote in claim.quoted.sorted() where quote.overlaps(span) {
          let from = max(quote.start, at)
          let to = min(quote.end, span.end)
          guard from < to else { continue }
          if at < from { text.append(index.words(TextSpan(start: at, end: from))) }
          text.append(index.words(TextSpan(start: from, end: to)), .quote)
          at = to
        }
        if at < span.end { text.append(index.words(TextSpan(start: at, end: span.end))) }
        text.append(index.closingMark(after: span))
        return text
      }, separator: StyledText(" … ", .faint))
  }
}
