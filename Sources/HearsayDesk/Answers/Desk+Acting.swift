import HearsayLedger
import HearsayRecords

// What forms do: each act is kept, and answered by the page to go on with.
extension Desk {
  func act(_ visit: Visit) throws -> DeskAnswer {
    switch visit.request.path {
    case ["sign-out"]: return signOut(visit)
    case ["decide"]: return try decide(visit)
    case ["add"]: return try add(visit)
    case ["assign"]: return try assign(visit)
    case ["choose"]: return try choose(visit)
    case ["save"]:
      try SavedSearches(visit).keep(visit.request)
      return .see(.page(["search"]))
    default: throw DeskFault(404, "nothing is sent there")
    }
  }

  // MARK: Deciding

  private func decide(_ visit: Visit) throws -> DeskAnswer {
    let form = visit.request
    guard let book, visit.role >= .code else { throw DeskFault(403, "you may look, not decide") }
    guard let verdict = form.field("verdict").flatMap(Decision.Verdict.init) else {
      throw DeskFault(400, "a decision needs a verdict")
    }
    let reason = form.field("reason") ?? ""
    guard reason.count <= 2000 else {
      throw DeskFault(400, "a reason has at most 2,000 characters")
    }
    var decision = Decision(
      made: visit.now.ledgerText, person: visit.person, verdict: verdict,
      target: Decision.Target(report: "", kind: nil, record: ""), reason: reason,
      blind: form.field("blind") != nil)
    switch verdict {
    case .undo:
      let undone = try undone(form, visit)
      decision.undoes = undone.number
      decision.target = undone.target
      decision.other = undone.other
    case .add: return try addRecords(decision, visit, book)
    case .note where form.field("record") == nil: try setWords(of: &decision, visit)
    default:
      let isPair = verdict == .same || verdict == .notSame
      guard !isPair || form.field("other-report") != nil else {
        throw DeskFault(400, "that takes two records")
      }
      let target = try target(form, "report", "record", visit)
      decision.target = target.target
      decision.seen = target.json
      if form.field("other-report") != nil {
        decision.other = try self.target(form, "other-report", "other-record", visit).target
      }
      if verdict == .edit {
        decision.values = try RecordEdit(
          shown: target.record, read: target.json, positions: target.positions
        ).values(form)
      }
    }
    try book.keep(decision)
    return .see(Self.next(form.field("next")))
  }

  private func undone(_ form: DeskRequest, _ visit: Visit) throws -> Decision {
    guard let number = form.field("undoes").flatMap({ Int($0) }),
      let undone = try visit.snapshot.decisions(after: number - 1, limit: 1).first,
      undone.number == number
    else { throw DeskFault(400, "there is no such decision to undo") }
    guard undone.person == visit.person || visit.role >= .review else {
      throw DeskFault(403, "only \(undone.person) or a reviewer can undo that")
    }
    return undone
  }

  /// A record that is there.
  private struct Target {
    let target: Decision.Target
    let record: any Record
    let positions: PositionMap
    let json: String
  }

  /// A record that is there, as people left it so far, with its JSON as it was read.
  private func target(
    _ form: DeskRequest, _ report: String, _ record: String, _ visit: Visit
  ) throws -> Target {
    guard let key = form.field(report), let id = form.field(record),
      let line = try visit.report(key)
    else { throw DeskFault(400, "a decision is about a record of a report") }
    guard let kind = form.field("kind").flatMap(RecordKind.init) else {
      throw DeskFault(400, "a decision is about a kind of record")
    }
    let raw = try visit.snapshot.reading(of: line)
    let positions = PositionMap(raw.report.text)
    let reviewing = Reviewing(try visit.snapshot.reviews(of: line), positions)
    let read = raw.records(of: kind).first { $0.recordID == id }
    let left = reviewing.reading(raw).records(of: kind).first { $0.recordID == id }
    guard let seen = read ?? left else {
      throw DeskFault(400, "report \(line.id) has no such record as \(id)")
    }
    return Target(
      target: Decision.Target(report: line.key, kind: kind, record: id),
      // Who is blind edits what was read, not what another made of it.
      record: form.field("blind") == nil ? left ?? seen : seen, positions: positions,
      json: try ContractWriter(positions: positions).json(seen))
  }

  /// Makes a note one on words of a report, or on the whole of it.
  private func setWords(of note: inout Decision, _ visit: Visit) throws {
    let form = visit.request
    guard let key = form.field("report"), let line = try visit.report(key) else {
      throw DeskFault(400, "a note is about a report")
    }
    guard note.reason.contains(where: { !$0.isWhitespace }) else {
      throw DeskFault(400, "the note says nothing")
    }
    note.target = Decision.Target(report: line.key)
    let positions = PositionMap(try visit.snapshot.reading(of: line).report.text)
    let picked = PickedWords(positions: positions, form: form)
    if picked.areTold { note.values = NotedWords(try picked.span(), positions).json }
  }

  private func addRecords(
    _ decision: Decision, _ visit: Visit, _ book: DecisionBook
  ) throws -> DeskAnswer {
    let form = visit.request
    guard let key = form.field("report"), let line = try visit.report(key) else {
      throw DeskFault(400, "a record is added to a report")
    }
    let reading = try visit.snapshot.reading(of: line)
    let reportKey = line.key
    let decisions = try visit.snapshot.decisions(report: reportKey)
    let taken = Set(reading.records.compactMap(\.recordID) + decisions.map(\.target.record))
    let adding = AddRecord(positions: PositionMap(reading.report.text), form: form, taken: taken)
    for record in try adding.records() {
      var kept = decision
      kept.target = Decision.Target(report: reportKey, kind: record.kind, record: record.id)
      kept.values = record.json
      try book.keep(kept)
    }
    return .see(Self.next(form.field("next")))
  }

  // MARK: Adding reports

  private func add(_ visit: Visit) throws -> DeskAnswer {
    guard visit.role >= .code else { throw DeskFault(403, "you may look, not add") }
    guard book != nil, let adding = setting.adding, let file else {
      throw DeskFault(403, "this desk adds nothing")
    }
    let form = visit.request
    let made = visit.now.ledgerText
    if let feed = form.field("unfollow") {
      try file.follow(feed, person: visit.person, made: made, holds: false)
      adding.follow(try file.follows())
      return .see(.page(["add"]))
    }
    if let feed = form.field("feed").map({ $0[...].trimmingSpaces }), !feed.isEmpty {
      guard Link.web(feed) != nil else {
        throw DeskFault(400, "\(feed.cut(to: 80)) is no address of the web")
      }
      try file.follow(feed, person: visit.person, made: made)
      // First what is in it now, told as any request is; then it is followed.
      let number = board.begin(
        AddRequest(feeds: [feed]), by: visit.person, made: made, adding)
      adding.follow(try file.follows())
      return .see(.page(["add"], [("watch", "1")], fragment: "job-\(number)"))
    }
    let number = board.begin(
      try AddPage.request(form), by: visit.person, made: made, adding)
    return .see(.page(["add"], [("watch", "1")], fragment: "job-\(number)"))
  }

  // MARK: Who looks at what

  private func assign(_ visit: Visit) throws -> DeskAnswer {
    guard visit.role >= .review else { throw DeskFault(403, "who looks at what, reviewers say") }
    guard let file else { throw DeskFault(403, "this desk only shows") }
    let form = visit.request
    guard let person = form.field("person").map({ $0[...].trimmingSpaces }), !person.isEmpty,
      person.count <= 100
    else { throw DeskFault(400, "assign to whom?") }
    if setting.asksWho, !(try file.people().contains { $0.name == person && $0.role >= .code }) {
      throw DeskFault(400, "nobody called \(person) may code here")
    }
    let reports = form.form.filter { $0.name == "report" }.map(\.value)
    guard !reports.isEmpty, reports.count <= 500 else {
      throw DeskFault(400, "assign which reports? 1 to 500")
    }
    for key in reports {
      guard let line = try visit.report(key) else {
        throw DeskFault(400, "there is no report \(key)")
      }
      try file.assign(
        DeskFile.Assignment(
          made: visit.now.ledgerText, by: visit.person, person: person,
          report: line.key, blind: form.field("blind") != nil),
        holds: form.field("take-back") == nil)
    }
    return .see(Self.next(form.field("next")))
  }

  // MARK: Choosing

  /// Keeps a person's own keys.
  private func choose(_ visit: Visit) throws -> DeskAnswer {
    guard let file else { throw DeskFault(403, "this desk only shows") }
    var chosen: [String: String] = [:]
    for action in Keys.actions {
      guard let key = visit.request.field("key-" + action.name) else { continue }
      guard key.count == 1, let character = key.first, character.isASCII, !character.isWhitespace
      else { throw DeskFault(400, "\(action.does): a key is one letter, digit or sign") }
      guard chosen.updateValue(action.name, forKey: key) == nil else {
        throw DeskFault(400, "the key \(key) would do two things")
      }
    }
    let text = chosen.sorted { $0.value < $1.value }.map { "\($0.value)=\($0.key)" }
      .joined(separator: " ")
    try file.choose("keys", text, person: visit.person, made: visit.now.ledgerText)
    return .see(.page(["settings"]))
  }
}

extension Visit {
  /// The report that a form names by its key or id; `nil` if there is none.
  func report(_ key: String) throws -> ReportLine? {
    do throws(LedgerError) {
      return try line(key)
    } catch {
      guard error.code == .noReport || error.code == .ambiguous else { throw error }
      return nil
    }
  }
}
