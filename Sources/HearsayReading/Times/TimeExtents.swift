import HearsayLanguage
import HearsayRecords

/// Brings what the rules found to the words that the model marks as one time expression: "almost two years ago", "early this week",
/// "noon Thursday".
struct TimeExtents {
  let text: AnnotatedText

  /// More words than this are no time expression.
  private static let longest = 9

  func aligned(_ matches: [TimeMatch]) -> [TimeMatch] {
    var aligned: [TimeMatch] = []
    for match in matches {
      var match = match
      if let whole = text.timexes.first(where: {
        $0.tokens.overlaps(match.tokens) && $0.tokens.count <= Self.longest
      }), isWithin(match.tokens, whole.tokens) {
        match.tokens = whole.tokens
      }
      // "noon Thursday" was found twice: what tells the hour knows its day.
      if let last = aligned.last, last.tokens.overlaps(match.tokens) {
        if isFiner(match.span, than: last.span) { aligned[aligned.count - 1] = match }
        continue
      }
      aligned.append(match)
    }
    return aligned
  }

  private func isWithin(_ inner: Range<Int>, _ outer: Range<Int>) -> Bool {
    outer.lowerBound <= inner.lowerBound && inner.upperBound <= outer.upperBound
  }

  private func isFiner(_ one: CalendarSpan, than other: CalendarSpan) -> Bool {
    if other.clock != nil { return false }
    if one.clock != nil { return true }
    return (one.timex?.count ?? 0) > (other.timex?.count ?? 0)
      && !(other.timex?.hasPrefix("P") ?? true)
  }
}
