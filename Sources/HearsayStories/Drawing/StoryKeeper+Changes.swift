import FoundationEssentials
package import HearsayLedger
import HearsayRecords

extension StoryKeeper {
  /// What is told otherwise, or newly contested, since a moment, the oldest first.
  ///
  /// - Throws: ``LedgerError``.
  package func changes(since: Moment) throws -> [Change] {
    try catchUp()
    func isSince(_ date: String) -> Bool {
      Moment(date).map { $0.last >= since.first } ?? false
    }
    let day = Self.day(of: since)
    var changes = try storyChanges(since: day).filter { isSince($0.at) }.map {
      Change(at: $0.at, kind: $0.kind, words: $0.words, report: $0.report, story: $0.story)
    }
    let edits = Dictionary(
      grouping: try file.edits(since: day).filter { isSince($0.seen) }, by: \.reading)
    for (reading, kept) in edits {
      let line = try snapshot.line(ofRow: reading)
      let story = try file.story(of: reading) ?? line.id
      let told =
        try isDecided(line) ? try Self.edits(of: line, eyes ?? snapshot, asOf: asOf) ?? [] : kept
      changes += told.map {
        Change(at: $0.at, kind: $0.kind, words: $0.words, report: line.id, story: story)
      }
    }
    return changes.sorted {
      ($0.at ?? "", $0.report, $0.kind, $0.words) < ($1.at ?? "", $1.report, $1.kind, $1.words)
    }
  }

  /// The day of a moment, and the one before it where it is another in some country: what is found by it is looked at closely.
  private static func day(of moment: Moment) -> String {
    String(Date(timeIntervalSince1970: moment.first - 86_400).ledgerText.prefix(10))
  }

  /// Whether people decided about a report or the version before it: what changed is then looked at anew.
  private func isDecided(_ line: ReportLine) throws(LedgerError) -> Bool {
    let decided = try snapshot.decidedReports()
    return decided.contains { key in
      key == line.key || (line.supersedes.map { key.hasPrefix($0) } ?? false)
    }
  }

  /// What changed in a report since the version before it; `nil` if there is none.
  static func edits(
    of line: ReportLine, _ snapshot: Snapshot, asOf: Moment?
  ) throws -> [DrawnFile.Edit]? {
    guard let before = line.supersedes else { return nil }
    var old = try snapshot.reviewed(try snapshot.report(before, asOf: asOf), asOf: asOf)
    var new = try snapshot.reviewed(line, asOf: asOf)
    old.report.id = before
    new.report.id = line.id
    return ArticleChanges.between(old, new).map {
      DrawnFile.Edit(
        reading: line.row, seen: line.firstSeen, at: $0.at ?? line.firstSeen,
        kind: $0.kind.rawValue, words: $0.words)
    }
  }
}

extension Story {
  /// What it tells otherwise than before, or newly contests, where it is known since when.
  var changes: [DrawnFile.Change] {
    var changes: [DrawnFile.Change] = []
    func add(_ at: String?, _ kind: String, _ words: String, _ told: String) {
      guard let at else { return }
      changes.append(.init(story: report, at: at, kind: kind, words: words, report: told))
    }
    for revision in revisions {
      add(revision.at, revision.kind.rawValue, revision.words, revision.report)
    }
    for question in contested {
      for answer in question.answers {
        let words = "\(question.kind.words) \(answer.label)"
        if let first = answer.by.first {
          let who = first.speaker ?? first.outlet ?? first.report
          add(answer.since, "answer", "\(words), by \(who)", first.report)
        }
        add(answer.dropped, "dropped", words, answer.by.last?.report ?? report)
      }
    }
    return changes
  }
}

extension Revision {
  /// What became of what, in words.
  fileprivate var words: String {
    let whose = by.map { " (\($0))" } ?? ""
    let what = counts.map { "\($0): " } ?? ""
    if from.isEmpty { return "\(what)now “\(to)”\(whose)" }
    if to.isEmpty { return "\(what)no longer “\(from)”\(whose)" }
    return "\(what)“\(from)” → “\(to)”\(whose)"
  }
}
