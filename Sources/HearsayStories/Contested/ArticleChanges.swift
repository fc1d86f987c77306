package import HearsayRecords

/// What changed between two versions of one report, as far as it is a matter of fact: headline, figures, sources, hedges and quotations.
///
/// The rest is style and is left out. Pure.
package enum ArticleChanges {
  /// The changes from an older version to a newer, in a fixed order.
  ///
  /// - Parameters:
  ///   - before: The older reading, with the id of its report.
  ///   - after: The newer.
  /// - Returns: One revision for each fact that differs.
  package static func between(_ before: Reading, _ after: Reading) -> [Revision] {
    let (old, new) = (ReadingIndex(before), ReadingIndex(after))
    let at = after.report.modified ?? after.report.published
    func revision(_ kind: Revision.Kind, _ from: String, _ to: String, _ counts: String? = nil)
      -> Revision
    {
      Revision(
        kind: kind, from: from, to: to, at: at, report: after.report.id,
        before: before.report.id, by: nil, counts: counts)
    }
    var all: [Revision] = []
    if before.report.title != after.report.title {
      all.append(
        revision(.headline, before.report.title ?? "", after.report.title ?? ""))
    }
    all += figures(old, new).map { revision(.figure, $0.from, $0.to, $0.counts) }
    let speakers = { (index: ReadingIndex) in
      Set(index.reading.claims.compactMap { index.speaker(of: $0) })
    }
    all += differences(speakers(old), speakers(new)).map { revision(.attribution, $0.0, $0.1) }
    let hedges = { (index: ReadingIndex) in
      Set(index.reading.wording.map { index.words($0.evidence).lowercased() })
    }
    all += differences(hedges(old), hedges(new)).map { revision(.wording, $0.0, $0.1) }
    let quotes = { (index: ReadingIndex) in
      Set(index.reading.claims.flatMap(\.quoted).map(index.words))
    }
    all += differences(quotes(old), quotes(new)).map { revision(.claim, $0.0, $0.1) }
    return all
  }

  /// What is only in one of two sets: what went, with an empty other side, then what came.
  private static func differences(_ old: Set<String>, _ new: Set<String>) -> [(String, String)] {
    old.subtracting(new).sorted().map { ($0, "") } + new.subtracting(old).sorted().map { ("", $0) }
  }

  private struct Change {
    let from: String
    let to: String
    let counts: String
  }

  /// Figures that count the same thing with another value; and those that went or came.
  private static func figures(_ old: ReadingIndex, _ new: ReadingIndex) -> [Change] {
    func told(_ index: ReadingIndex) -> [(key: [String], counts: String, words: String)] {
      index.reading.figures.compactMap { figure in
        guard let counts = figure.counts, let words = figure.evidence.first else { return nil }
        return (CountedThing.key(counts), counts, index.words(words))
      }
    }
    let before = told(old)
    let after = told(new)
    var changes: [Change] = []
    for one in before where !after.contains(where: { $0.words == one.words }) {
      let same = after.first { other in
        CountedThing.isSame(one.key, other.key) && !before.contains { $0.words == other.words }
      }
      changes.append(Change(from: one.words, to: same?.words ?? "", counts: one.counts))
    }
    for one in after
    where !before.contains(where: { $0.words == one.words })
      && !changes.contains(where: { $0.to == one.words })
    {
      changes.append(Change(from: "", to: one.words, counts: one.counts))
    }
    return changes
  }
}
