package import FoundationEssentials
package import HearsayLedger
import HearsayRecords

/// The desk: a question of a browser in, an answer out.
///
/// It holds a ledger and knows nothing of sockets.
package final class Desk: Sendable {
  private let ledger: String
  private let door: Door
  private let assets: Assets
  private let person: String
  private let book: DecisionBook?
  private let now: @Sendable () -> Date

  /// - Parameters:
  ///   - ledger: Its path.
  ///   - assets: The folder of the style sheet and the script.
  ///   - door: Who may come in.
  ///   - person: The name that is kept with decisions.
  ///   - writes: Whether decisions may be made.
  ///   - now: Tells the time.
  /// - Throws: ``LedgerError`` if there is no ledger.
  package init(
    ledger: String, assets: String, door: Door, person: String, writes: Bool = true,
    now: @escaping @Sendable () -> Date = { Date() }
  ) throws(LedgerError) {
    self.ledger = ledger
    self.door = door
    self.person = person
    self.now = now
    self.assets = Assets(folder: assets)
    // Made sure of before a decision is waited for.
    _ = try Snapshot(path: ledger)
    book = writes ? try DecisionBook(path: ledger) : nil
  }

  /// Answers, whatever is asked.
  package func answer(_ request: DeskRequest) -> DeskAnswer {
    let known = request.cookies["desk"].flatMap { Self.isSession($0) ? $0 : nil }
    if let refusal = door.refusal(of: request, session: known) { return refusal }
    if request.path.count == 1, let asset = assets.answer(request) { return asset }
    let session = known ?? Door.newSession()
    var answer: DeskAnswer
    do {
      answer = try self.answer(request, session)
    } catch let fault as DeskFault {
      answer = Self.sorry(fault.status, fault.words)
    } catch let error as LedgerError {
      answer = Self.sorry(
        error.code == .noReport || error.code == .ambiguous ? 404 : 500, error.message)
    } catch {
      answer = Self.sorry(500, "\(error)")
    }
    if known == nil {
      let secure = door.isSecure ? "; Secure" : ""
      answer.head.append(
        .init(
          name: "Set-Cookie", value: "desk=\(session); Path=/; HttpOnly; SameSite=Strict\(secure)"))
    }
    return answer
  }

  private static func isSession(_ text: String) -> Bool {
    text.utf8.count == 48 && text.allSatisfy(\.isHexDigit)
  }

  private func answer(_ request: DeskRequest, _ session: String) throws -> DeskAnswer {
    let snapshot = try Snapshot(path: ledger)
    let visit = try Visit(
      request, snapshot, person: person, role: book == nil ? .read : .admin,
      token: door.token(of: session))
    if request.method == .post { return try decide(visit) }
    let content = try page(visit)
    switch request.suffix {
    case "json": return .json(try content.json())
    case "csv":
      guard let sheet = try content.sheet?() else { throw DeskFault(404, "this page is no list") }
      return .csv(sheet.csv, name: request.path.last ?? "reports")
    case nil: return .page(Frame(visit: visit).page(content))
    default: throw DeskFault(404, "there is no such page")
    }
  }

  private func page(_ visit: Visit) throws -> Content {
    let path = visit.request.path
    switch (path.first, path.count) {
    case (nil, _), ("reports", 1): return try ReportsPage(visit: visit).content()
    case ("report", 2): return try ReportPage(visit: visit).content(path[1])
    case ("compare", 2): return try ComparePage(visit: visit).content(path[1])
    case ("entity", 2): return try EntityPage(visit: visit).content(path[1])
    case ("claims", 1): return try Lists(visit: visit).claims()
    case ("happenings", 1): return try Lists(visit: visit).happenings()
    case ("search", 1): return try SearchPage(visit: visit).content()
    case ("review", 1): return try ReviewPage(visit: visit).content()
    case ("changes", 1): return try ChangesPage(visit: visit).content()
    case ("log", 1): return try LogPage(visit: visit).content()
    case ("agreement", 1): return try AgreementPage(visit: visit).content()
    case ("settings", 1): return KeysPage(visit: visit).content()
    default: throw DeskFault(404, "there is no page /\(path.joined(separator: "/"))")
    }
  }

  /// Keeps what was decided and goes on.
  private func decide(_ visit: Visit) throws -> DeskAnswer {
    let form = visit.request
    guard form.path == ["decide"] else { throw DeskFault(404, "nothing is sent there") }
    guard let book, visit.role >= .code else { throw DeskFault(403, "this desk only shows") }
    guard let verdict = form.field("verdict").flatMap(Decision.Verdict.init) else {
      throw DeskFault(400, "a decision needs a verdict")
    }
    let reason = form.field("reason") ?? ""
    guard reason.count <= 2000 else {
      throw DeskFault(400, "a reason has at most 2,000 characters")
    }
    let target = try target(form, "report", "kind", "record", visit)
    let other =
      form.field("other-report") == nil
      ? nil : try self.target(form, "other-report", "kind", "other-record", visit)
    if [.same, .notSame].contains(verdict), other == nil {
      throw DeskFault(400, "that takes two records")
    }
    var undoes: Int?
    if verdict == .undo {
      guard let number = form.field("undoes").flatMap({ Int($0) }),
        let undone = try visit.snapshot.decisions(after: number - 1, limit: 1).first,
        undone.number == number
      else { throw DeskFault(400, "there is no such decision to undo") }
      guard undone.person == visit.person || visit.role >= .review else {
        throw DeskFault(403, "only \(undone.person) or a reviewer can undo that")
      }
      undoes = number
    }
    try book.keep(
      Decision(
        made: now().ledgerText, person: visit.person, verdict: verdict, target: target.target,
        other: other?.target,
        seen: target.json, reason: reason, undoes: undoes, blind: form.field("blind") != nil))
    return .see(Self.next(form.field("next")))
  }

  /// A record that is there, with its JSON as it stands.
  private func target(
    _ form: DeskRequest, _ report: String, _ kind: String, _ record: String, _ visit: Visit
  ) throws -> (target: Decision.Target, json: String?) {
    guard let key = form.field(report), let id = form.field(record),
      let line = try visit.snapshot.report(key: key)
    else { throw DeskFault(400, "a decision is about a record of a report") }
    let reading = try visit.snapshot.reading(of: line)
    guard let kind = form.field(kind).flatMap(RecordKind.init),
      let found = reading.records(of: kind).first(where: { $0.recordID == id })
    else { throw DeskFault(400, "report \(line.id) has no such record as \(id)") }
    let json = try ContractWriter(positions: PositionMap(reading.report.text)).json(found)
    return (Decision.Target(report: line.report.key ?? line.id, kind: kind, record: id), json)
  }

  /// Only pages of the desk are gone on to.
  private static func next(_ text: String?) -> Link {
    guard let text, text.hasPrefix("/"), !text.hasPrefix("//"),
      text.utf8.allSatisfy({ $0 > 32 && $0 < 127 && $0 != 92 })
    else { return .home }
    let request = DeskRequest(.get, text)
    return .page(request.path, request.query.map { ($0.name, $0.value) })
  }

  private static func sorry(_ status: UInt32, _ words: String) -> DeskAnswer {
    .page(
      .document(
        .tag(
          "html", [.data("lang", "en")],
          .tag(
            "head", [],
            .tag("title", [], "Hearsay")
              + .void("link", [.data("rel", "stylesheet"), .href(.page(["desk.css"]))]))
            + .tag(
              "body", [],
              .tag(
                "main", [],
                .tag("h1", [], "That did not work") + .tag("p", [], .text(words))
                  + .tag("p", [], .tag("a", [.href(.home)], "To the first page")))))),
      status: status)
  }
}
