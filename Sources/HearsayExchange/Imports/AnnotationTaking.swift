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
  private var added: AddedRecords

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
    let decisions = try snapshot.decisions()
    known = Dictionary(
      decisions.map { (Self.known($0), $0) }, uniquingKeysWith: { first, _ in first })
    added = AddedRecords(decisions)
  }

  /// Takes in annotations: decisions in the order in which they were made, since later ones may be about records that were added.
  ///
  /// - Throws: `LedgerError`; what `keep` throws.
  package mutating func take(_ annotations: [AnnotationFile.Annotation]) throws {
    let numbered = annotations.map { ($0, number: $0.id.flatMap(AnnotationFile.decision)) }
    for (annotation, number) in numbered where number == nil { try take(annotation) }
    let decisions = numbered.enumerated().filter { $0.element.number != nil }.sorted {
      ($0.element.number ?? 0, $0.offset) < ($1.element.number ?? 0, $1.offset)
    }
    for decision in decisions { try take(decision.element.0) }
  }

  private mutating func take(_ annotation: AnnotationFile.Annotation) throws {
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
      } else if verdict == .add {
        try add(annotation, reason)
      } else if verdict == .same || verdict == .notSame {
        let found = try annotation.targets.map { target throws(Left) in try place(target) }
        guard found.count == 2 else { throw Left("\(verdict.rawValue) needs two records") }
        try decide(annotation, verdict, reason, found[0], found[1])
      } else {
        for target in annotation.targets {
          let place =
            try annotation.isOwnNote ? words(of: target) : self.place(target)
          try decide(annotation, verdict, reason, place, nil)
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
    /// Words of the report that a note is about, whatever records they are in.
    var words: NotedWords?
  }

  /// Words of a report, or the whole of it, as a note of this program is about them.
  private func words(of target: AnnotationFile.Target) throws(Left) -> Place {
    guard let line = try noted(target) else {
      throw Left("no report from \(target.source.safeLine) is in this ledger")
    }
    let index = try index(line)
    let span = target.span(in: index.positions)
    return Place(
      target: Decision.Target(report: line.key), seen: nil, index: index, record: nil,
      quoted: span == nil ? target.exact : nil,
      words: span.map { NotedWords($0, index.positions) })
  }

  /// The version that a note was made on, if this ledger has it, else the newest of that page.
  private func noted(_ target: AnnotationFile.Target) throws(Left) -> ReportLine? {
    do {
      if let id = AnnotationFile.report(target.source) { return try snapshot.report(id) }
      let page = String(target.source.prefix { $0 != "#" })
      let versions = try snapshot.versions(of: page)
      return versions.last { $0.report.sha256 == target.digest } ?? versions.last
    } catch {
      if error.code == .noReport { return nil }
      throw Left(error)
    }
  }

  private func place(_ target: AnnotationFile.Target) throws(Left) -> Place {
    if let named = AnnotationFile.record(target.source) {
      let line = try report(named.report)
      let index = try index(line)
      let id = added.id(of: named.record, in: line.key)
      for kind in RecordKind.allCases {
        let all = index.reading.records(of: kind)
        guard let record = all.first(where: { $0.recordID == id }) else { continue }
        return try place(line, index, kind, record)
      }
      if let (kind, record) = added.record(id, in: line.key, index.positions) {
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

  private func report(_ id: String) throws(Left) -> ReportLine {
    do {
      return try snapshot.report(id)
    } catch {
      throw Left("no report \(id.safeLine) is in this ledger")
    }
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
      seen: place.seen, values: place.words?.json ?? annotation.values)
    let quoted = place.quoted.map { "“\($0.safeLine)”: \(reason)" }
    try keep(decision, annotation, quoted ?? reason)
  }

  /// A record that somebody added; where its id is taken here, it has another.
  private mutating func add(
    _ annotation: AnnotationFile.Annotation, _ reason: String
  ) throws(Left) {
    guard let named = annotation.targets.first.flatMap({ AnnotationFile.record($0.source) }) else {
      throw Left("a record that was added is about no report")
    }
    guard let values = annotation.values, let given = AddedRecords.Given(values) else {
      throw Left("it adds a record and does not tell which")
    }
    let line = try report(named.report)
    let index = try index(line)
    let record = added.record(given, called: named.record, in: line.key, index)
    var decision = Decision(
      made: made, person: "", verdict: .add,
      target: Decision.Target(report: line.key, kind: given.kind, record: record.id),
      values: record.json)
    if let flaw = added.flaw(of: decision, index) {
      throw Left("its record does not fit report \(line.id): \(flaw)")
    }
    decision = try keep(
      decision, annotation, reason, was: record.id == named.record ? nil : named.record)
    added.take(decision, called: named.record)
  }

  @discardableResult
  private mutating func keep(
    _ decision: Decision, _ annotation: AnnotationFile.Annotation, _ reason: String,
    was: String? = nil
  ) throws(Left) -> Decision {
    var decision = decision
    decision.made = made
    decision.person = annotation.person ?? "unnamed"
    // No more than whoever types it on the desk can give.
    var (words, mark) = ImportMark.split(String(reason.prefix(2000)))
    // What was imported before is told to have been made when it was made first, and called as it was called then.
    if mark == nil { mark = ImportMark(made: annotation.made) }
    if mark?.was == nil { mark?.was = was }
    if let mark { words += " " + mark.text }
    decision.reason = words.trimmed
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
    return decision
  }

  // MARK: Known again

  /// A decision as it was where it was made.
  private static func known(_ decision: Decision) -> Known {
    let (reason, mark) = ImportMark.split(decision.reason)
    return Known(
      person: decision.person, verdict: decision.verdict.rawValue, report: decision.target.report,
      record: mark?.was ?? decision.target.record, reason: reason,
      made: mark.map { $0.made ?? "" } ?? decision.made)
  }
}
