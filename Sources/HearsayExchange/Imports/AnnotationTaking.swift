package import HearsayLedger
import HearsayRecords
import HearsayStories

/// Makes decisions and notes of annotations: whatever somebody wrote about words of a report is kept with the record of those words.
///
/// The ledger learns of it now, whenever it was written: what was answered for an earlier moment stays the answer. When it was written
/// is told with the reason.
package struct AnnotationTaking {
  /// What became of a file.
  package struct Tally: Hashable, Sendable {
    package var kept = 0
    /// Those that the ledger has already.
    package var known = 0
    /// Hearsay's own records, which only a reading makes.
    package var records = 0
    /// What could not be taken in, with why.
    package var left: [String] = []

    package init(kept: Int = 0, known: Int = 0, records: Int = 0, left: [String] = []) {
      self.kept = kept
      self.known = known
      self.records = records
      self.left = left
    }
  }

  private let snapshot: Snapshot
  private let made: String
  private let keep: (Decision) throws -> Int
  private var known: [Known: Decision]
  /// Decisions as they are kept here, by the ids that the file knows them by.
  private var met: [String: Decision] = [:]
  package private(set) var tally = Tally()

  /// By what a decision that was taken in before is known again.
  private struct Known: Hashable {
    let person: String
    let verdict: String
    let report: String
    let record: String
    let reason: String
    let made: String
  }

  /// - Parameters:
  ///   - snapshot: The ledger.
  ///   - made: When they are taken in.
  ///   - keep: Keeps a decision and gives its number.
  /// - Throws: ``LedgerError``.
  package init(
    _ snapshot: Snapshot, made: String, keep: @escaping (Decision) throws -> Int
  ) throws(LedgerError) {
    self.snapshot = snapshot
    self.made = made
    self.keep = keep
    known = Dictionary(
      try snapshot.decisions().map { (Self.known($0), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Takes in an annotation.
  ///
  /// - Throws: `LedgerError`; what `keep` throws.
  package mutating func take(_ annotation: AnnotationFile.Annotation) throws {
    if annotation.motivations.contains("classifying"),
      annotation.id.flatMap(AnnotationFile.record) != nil
    {
      tally.records += 1
      return
    }
    let (verdict, reason) = Self.verdict(annotation)
    do throws(Left) {
      if verdict == .undo {
        try undo(annotation, reason)
      } else if verdict == .same || verdict == .notSame {
        let found = try annotation.targets.map { target throws(Left) in try place(target) }
        guard found.count == 2 else { throw Left("\(verdict.rawValue) needs two records") }
        try decide(annotation, verdict, reason, found[0], found[1])
      } else {
        for target in annotation.targets {
          try decide(annotation, verdict, reason, try place(target), nil)
        }
      }
    } catch {
      if let other = error.error { throw other }
      tally.left.append("annotation \(annotation.place): \(error.words)")
    }
  }

  // MARK: Where

  /// Why an annotation is left out, or what ended the whole.
  private struct Left: Error {
    let words: String
    var error: (any Error)?

    init(_ words: String) { self.words = words }
    init(_ error: any Error) {
      words = ""
      self.error = error
    }
  }

  /// A record of a report, or the report.
  private struct Place {
    let target: Decision.Target
    let seen: String?
    let index: ReadingIndex
    let record: (any Record)?
    /// The words that an annotation of a whole report is about.
    let quoted: String?
  }

  private func place(_ target: AnnotationFile.Target) throws(Left) -> Place {
    if let named = AnnotationFile.record(target.source) {
      let line: ReportLine
      do {
        line = try snapshot.report(named.report)
      } catch {
        throw Left("no report \(named.report.safeLine) is in this ledger")
      }
      let index = try index(line)
      for kind in RecordKind.allCases {
        let all = index.reading.records(of: kind)
        guard let record = all.first(where: { $0.recordID == named.record }) else { continue }
        return try place(line, index, kind, record)
      }
      throw Left("report \(line.id) has no record \(named.record.safeLine)")
    }
    guard let line = try newest(target.source) else {
      throw Left("no report from \(target.source.safeLine) is in this ledger")
    }
    let index = try index(line)
    guard let span = target.span(in: index.positions),
      let found = index.record(about: span)
    else {
      return Place(
        target: Decision.Target(report: line.key), seen: nil, index: index, record: nil,
        quoted: target.exact)
    }
    return try place(line, index, found.kind, found.record)
  }

  private func place(
    _ line: ReportLine, _ index: ReadingIndex, _ kind: RecordKind, _ record: any Record
  ) throws(Left) -> Place {
    do {
      return Place(
        target: Decision.Target(report: line.key, kind: kind, record: record.recordID ?? ""),
        seen: try Self.json(record, index), index: index, record: record, quoted: nil)
    } catch {
      throw Left(error)
    }
  }

  private static func json(_ record: some Record, _ index: ReadingIndex) throws -> String {
    try ContractWriter(positions: index.positions).json(record)
  }

  private func index(_ line: ReportLine) throws(Left) -> ReadingIndex {
    do {
      return ReadingIndex(try snapshot.reading(of: line))
    } catch {
      throw Left(error)
    }
  }

  private func newest(_ address: String) throws(Left) -> ReportLine? {
    do {
      // Annotations are made of a page, wherever in it the reader stood.
      let page = String(address.prefix { $0 != "#" })
      return try snapshot.versions(of: page).last
    } catch {
      throw Left(error)
    }
  }

  // MARK: What

  /// What an annotation decides: only assessments decide anything, everything else is a note.
  private static func verdict(
    _ annotation: AnnotationFile.Annotation
  ) -> (Decision.Verdict, String) {
    let words = annotation.words
    if annotation.motivations.contains("assessing") {
      let first = words.prefix { $0 != ":" }
      if let verdict = Decision.Verdict(rawValue: String(first)) {
        return (verdict, String(words.dropFirst(first.count + 1)).trimmed)
      }
    }
    return (.note, words)
  }

  private mutating func undo(
    _ annotation: AnnotationFile.Annotation, _ reason: String
  ) throws(Left) {
    guard let id = annotation.targets.first?.source, let before = met[id] else {
      throw Left("it takes back a decision that is not in the file before it")
    }
    var undo = before
    undo.verdict = .undo
    undo.undoes = before.number
    undo.values = nil
    undo.seen = nil
    try keep(undo, annotation, reason)
  }

  private mutating func decide(
    _ annotation: AnnotationFile.Annotation, _ verdict: Decision.Verdict, _ reason: String,
    _ place: Place, _ other: Place?
  ) throws(Left) {
    guard verdict != .add else { throw Left("a record is added on the desk, with its words") }
    guard verdict == .note || place.record != nil else {
      throw Left("no record stands at the words it is about")
    }
    if verdict == .edit {
      guard let record = place.record,
        case .object(let values)? = annotation.values.flatMap(JSONValue.init(text:))
      else {
        throw Left("it edits a record and does not tell how")
      }
      do {
        try Reviewing(Reviews([], of: place.target.report), place.index.positions)
          .tried(record, values)
      } catch {
        throw Left("its values do not fit the record")
      }
    }
    guard verdict != .note || !reason.isEmpty else { throw Left("it says nothing") }
    let decision = Decision(
      made: made, person: "", verdict: verdict, target: place.target, other: other?.target,
      seen: place.seen, values: annotation.values)
    let quoted = place.quoted.map { "“\($0.safeLine)”: \(reason)" }
    try keep(decision, annotation, quoted ?? reason)
  }

  private mutating func keep(
    _ decision: Decision, _ annotation: AnnotationFile.Annotation, _ reason: String
  ) throws(Left) {
    var decision = decision
    decision.made = made
    decision.person = annotation.person ?? "unnamed"
    // No more than whoever types it on the desk can give.
    let words = String(reason.prefix(2000))
    // What was imported before is told to have been made when it was made first.
    decision.reason =
      (Self.mark(in: words) == nil ? words + Self.mark(annotation.made) : words)
      .trimmed
    let told = Self.known(decision)
    if let before = known[told] {
      tally.known += 1
      decision = before
    } else {
      do {
        decision.number = try keep(decision)
      } catch {
        throw Left(error)
      }
      known[told] = decision
      tally.kept += 1
    }
    if let id = annotation.id { met[id] = decision }
  }

  // MARK: Known again

  private static func mark(_ made: String?) -> String {
    " (imported" + (made.map { "; made \($0.safeLine.prefix(40))" } ?? "") + ")"
  }

  /// Where a reason tells that it was imported.
  private static func mark(in reason: String) -> Range<String.Index>? {
    reason.hasSuffix(")") ? reason.ranges(of: "(imported").last : nil
  }

  /// A decision as it was where it was made.
  private static func known(_ decision: Decision) -> Known {
    var (reason, made) = (decision.reason, decision.made)
    if let mark = mark(in: reason) {
      let told = reason[mark.upperBound...].dropLast()
      made = told.hasPrefix("; made ") ? String(told.dropFirst(7)) : ""
      reason = String(reason[..<mark.lowerBound]).trimmed
    }
    return Known(
      person: decision.person, verdict: decision.verdict.rawValue, report: decision.target.report,
      record: decision.target.record, reason: reason, made: made)
  }
}
