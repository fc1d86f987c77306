import HearsayRecords

/// Reads the times told in a report, resolved against its publication date, or the day it was fetched where that is
/// all that is known; `by` says which.
///
/// Pure.
package enum TimeReader {
  /// The times of a report in the order of the text.
  package static func read(_ draft: Draft) -> [TimeFinding] {
    let anchor = draft.context.anchor.flatMap { CivilDay(iso: $0) }
    let isFetched = draft.context.published == nil
    var scanner = TimeScanner(text: draft.text, anchor: anchor)
    return scanner.scan().enumerated().map { number, match in
      let clock = match.span.clock
      let evidence = draft.text.span(match.tokens)
      if let post = draft.context.postTimes.first(where: { $0.span.overlaps(evidence) }) {
        // The post's number tells the second in which it was written, its words only the day.
        return TimeFinding(
          record: TimeSpan(
            id: "t\(number + 1)", earliest: post.instant, latest: post.instant,
            granularity: .instant, timex: post.instant, by: "status", evidence: evidence),
          tokens: match.tokens)
      }
      return TimeFinding(
        record: TimeSpan(
          id: "t\(number + 1)",
          earliest: match.span.first.map { $0.iso + (clock ?? "") },
          latest: match.span.last.map { $0.iso + (clock ?? "") },
          granularity: match.span.granularity, timex: match.span.timex,
          by: isFetched ? match.span.by?.replacing("published", with: "fetched") : match.span.by,
          evidence: evidence),
        tokens: match.tokens)
    }
  }
}
