import FoundationEssentials
package import HearsayLedger
import HearsayRecords

extension StoryKeeper {
  /// What is told otherwise, or newly contested, since a moment, the oldest first.
  ///
  /// - Throws: ``LedgerError``.
  package func changes(since: Moment) throws -> [Change] {
    func isSince(_ date: String?) -> Bool {
      date.flatMap(Moment.init).map { $0.last >= since.first } ?? false
    }
    var changes: [Change] = []
    for first in try endingSince(since) {
      guard let story = try story(first: first) else { continue }
      for revision in story.revisions where isSince(revision.at) {
        changes.append(
          Change(
            at: revision.at, kind: revision.kind.rawValue, words: Self.words(revision),
            report: revision.report, story: story.report))
      }
      for question in story.contested {
        for answer in question.answers where isSince(answer.since) {
          guard let first = answer.by.first else { continue }
          changes.append(
            Change(
              at: answer.since, kind: "answer",
              words:
                "\(question.kind.words) \(answer.label), by \(first.speaker ?? first.outlet ?? first.report)",
              report: first.report, story: story.report))
        }
        for answer in question.answers where isSince(answer.dropped) {
          changes.append(
            Change(
              at: answer.dropped, kind: "dropped",
              words: "\(question.kind.words) \(answer.label)",
              report: answer.by.last?.report ?? story.report, story: story.report))
        }
      }
    }
    changes += try versions(since: since)
    return changes.sorted {
      ($0.at ?? "", $0.report, $0.kind, $0.words) < ($1.at ?? "", $1.report, $1.kind, $1.words)
    }
  }

  /// The stories whose newest report has no date, or one since a moment.
  private func endingSince(_ moment: Moment) throws(LedgerError) -> [String] {
    try catchUp()
    return try file.stories(endingSince: Self.day(of: moment))
  }

  /// The day of a moment, and the one before it where it is another in some country: what is found by it is looked at closely.
  private static func day(of moment: Moment) -> String {
    String(Date(timeIntervalSince1970: moment.first - 86_400).ledgerText.prefix(10))
  }

  private static func words(_ revision: Revision) -> String {
    let whose = revision.by.map { " (\($0))" } ?? ""
    let what = revision.counts.map { "\($0): " } ?? ""
    if revision.from.isEmpty { return "\(what)now “\(revision.to)”\(whose)" }
    if revision.to.isEmpty { return "\(what)no longer “\(revision.from)”\(whose)" }
    return "\(what)“\(revision.from)” → “\(revision.to)”\(whose)"
  }

  /// What changed in reports of which a new version came since.
  private func versions(since: Moment) throws -> [Change] {
    var changes: [Change] = []
    var scope = Scope()
    scope.asOf = asOf
    for line in try snapshot.newVersions(since: Self.day(of: since), scope) {
      guard let before = line.supersedes,
        Moment(line.firstSeen).map({ $0.last >= since.first }) ?? false
      else { continue }
      var old = try reading(of: before)
      var new = try reading(of: line.id)
      old.report.id = before
      new.report.id = line.id
      let story = try self.story(of: line)?.report ?? line.id
      changes += ArticleChanges.between(old, new).map {
        Change(
          at: $0.at ?? line.firstSeen, kind: $0.kind.rawValue, words: Self.words($0),
          report: line.id, story: story)
      }
    }
    return changes
  }
}
