package import HearsayRecords

extension PositionMap {
  /// The words before and after a span in its line, cut between words; "…" where something is left out.
  package func surroundings(of span: TextSpan, characters: Int) -> (before: String, after: String) {
    let line = line(around: span)
    let left = exact(TextSpan(start: line.start, end: span.start))
    let right = exact(TextSpan(start: span.end, end: line.end))
    var before = left[...]
    if left.count > characters {
      before = left.suffix(characters).drop { !$0.isWhitespace }
    }
    var after = right[...]
    if right.count > characters {
      after = right.prefix(characters)
      while let last = after.last, !last.isWhitespace { after.removeLast() }
    }
    return (
      (before.count < left.count ? "…" : "") + String(before).safeLine,
      String(after).safeLine + (after.count < right.count ? "…" : "")
    )
  }
}
