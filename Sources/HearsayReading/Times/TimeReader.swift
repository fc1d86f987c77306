import HearsayLanguage
import HearsayRecords

/// Reads the times told in a report, resolved against its publication date, or the day it was fetched where that is
/// all that is known, or the time of the live entry that they stand in; `by` says which.
///
/// Pure.
package enum TimeReader {
  /// The times of a report in the order of the text.
  package static func read(_ draft: Draft) -> [TimeFinding] {
    let context = draft.context
    let entries = context.entries.compactMap { entry in
      CivilDay(iso: entry.written).map {
        (tokens: draft.text.tokens(touching: entry.span), day: $0)
      }
    }.filter { !$0.tokens.isEmpty }.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    var scanner = TimeScanner(
      text: draft.text, published: context.anchor.flatMap { CivilDay(iso: $0) }, entries: entries)
    // The page tells the minute or second of what its words show more coarsely.
    let shown = context.shownTimes.map { (tokens: draft.text.tokens(touching: $0.span), time: $0) }
      .filter { !$0.tokens.isEmpty }
    var findings = shown.map { tokens, time in
      TimeFinding(
        record: TimeSpan(
          id: "", earliest: time.instant, latest: time.instant, granularity: .instant,
          timex: time.instant, by: Credit(time.by), evidence: draft.text.span(tokens)),
        tokens: tokens)
    }
    for match in TimeExtents(text: draft.text).aligned(scanner.scan())
    where !shown.contains(where: { $0.tokens.overlaps(match.tokens) }) {
      let clock = match.span.clock
      let evidence = draft.text.span(match.tokens)
      let isInEntry = context.entries.contains { $0.span.overlaps(evidence) }
      let anchor = isInEntry ? "entry" : context.published == nil ? "fetched" : "published"
      var by = Credit(match.span.by?.replacing("published", with: anchor))
      if let family = match.family { by.add(family.rawValue, to: "timex") }
      findings.append(
        TimeFinding(
          record: TimeSpan(
            id: "",
            earliest: match.span.first.map { $0.iso + (clock ?? "") },
            latest: match.span.last.map { $0.iso + (clock ?? "") },
            granularity: match.span.granularity, timex: match.span.timex,
            by: by, evidence: evidence),
          tokens: match.tokens))
    }
    return findings.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }.enumerated().map {
      number, finding in
      var finding = finding
      finding.record.id = "t\(number + 1)"
      return finding
    }
  }
}
