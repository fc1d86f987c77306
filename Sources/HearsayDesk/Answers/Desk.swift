package import FoundationEssentials
package import HearsayLedger
import HearsayRecords
package import HearsayStories

/// The desk: a question of a browser in, an answer out.
///
/// It holds a ledger and knows nothing of sockets.
package final class Desk: Sendable {
  /// What a desk is opened with.
  package struct Setting: Sendable {
    /// The path of the ledger.
    package var ledger: String
    /// The folder of the style sheet, the script and the map.
    package var assets: String
    /// The name that is kept with decisions, where nobody signs in.
    package var person: String
    /// By what stories are drawn.
    package var tables: StoryMaker.Tables?
    /// What the stories of more reports were at a past moment is shown page by page; as many as usual if `nil`.
    package var mostDrawnWhole: Int?
    /// Whether anything may be decided or added.
    package var writes = true
    /// Whether people have to sign in.
    package var asksWho = false
    /// What reads reports that are added here.
    package var adding: Adding?
    package var now: @Sendable () -> Date = { Date() }

    package init(ledger: String, assets: String, person: String) {
      self.ledger = ledger
      self.assets = assets
      self.person = person
    }
  }

  let setting: Setting
  let door: Door
  let assets: Assets
  let book: DecisionBook?
  let file: DeskFile?
  let signedIn = SignedIn()
  let board = AddBoard()
  let inHand = InHand()
  let stories = StoryCache()
  let readings = OpenReadings()

  /// - Throws: ``LedgerError`` if there is no ledger.
  package init(_ setting: Setting, door: Door) throws(LedgerError) {
    self.setting = setting
    self.door = door
    assets = Assets(folder: setting.assets)
    // Made sure of before a decision is waited for.
    _ = try Snapshot(path: setting.ledger)
    book = setting.writes ? try DecisionBook(path: setting.ledger) : nil
    file =
      setting.writes || setting.asksWho ? try DeskFile(besideLedger: setting.ledger) : nil
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
    if known == nil, !answer.head.contains(where: { $0.value.hasPrefix("desk=") }) {
      answer.head.append(cookie(session))
    }
    return answer
  }

  /// The feeds that are followed.
  package func followed() throws(LedgerError) -> [String] { try file?.follows() ?? [] }

  func cookie(_ session: String) -> DeskRequest.Pair {
    let secure = door.isSecure ? "; Secure" : ""
    return .init(
      name: "Set-Cookie", value: "desk=\(session); Path=/; HttpOnly; SameSite=Strict\(secure)")
  }

  private static func isSession(_ text: String) -> Bool {
    text.utf8.count == 48 && text.allSatisfy(\.isHexDigit)
  }

  private func answer(_ request: DeskRequest, _ session: String) throws -> DeskAnswer {
    let who = try who(request, session)
    if let answer = who.answer { return answer }
    let snapshot = try Snapshot(path: setting.ledger)
    let hidden = try file?.assignments(of: who.person).filter(\.blind).map(\.report) ?? []
    if !hidden.isEmpty {
      snapshot.blindness = Blindness(person: who.person, reports: Set(hidden))
    }
    var visit = try Visit(
      request, snapshot, person: who.person, role: book == nil ? .read : who.role,
      token: door.token(of: session))
    visit.tables = setting.tables
    visit.mostDrawnWhole = setting.mostDrawnWhole
    visit.file = file
    visit.map = assets.map
    visit.countries = assets.countries
    visit.now = setting.now()
    visit.inHand = inHand
    visit.stories = stories
    visit.readings = readings
    visit.asksWho = setting.asksWho
    visit.adds = setting.adding != nil && book != nil
    if request.method == .post { return try act(visit) }
    let content = try page(visit)
    switch request.suffix {
    case "json":
      let answer = DeskAnswer.json(try content.json())
      try keepExport(visit, answer)
      return answer
    case "csv":
      guard let sheet = try content.sheet?() else { throw DeskFault(404, "this page is no list") }
      let answer = DeskAnswer.csv(
        sheet.addressed(base(request)).csv, name: request.path.last ?? "stories")
      try keepExport(visit, answer)
      return answer
    case "feed":
      guard let feed = try content.feed?() else { throw DeskFault(404, "this page has no feed") }
      return DeskAnswer(
        type: "application/atom+xml; charset=utf-8",
        body: feed.xml(base: base(request), page: visit.again([]), now: visit.now).bytes)
    case "bib":
      guard let works = try content.bibliography?() else {
        throw DeskFault(404, "this page has no bibliography")
      }
      let answer = DeskAnswer(
        type: "application/x-bibtex; charset=utf-8", body: Array(works.bibTeX.utf8))
      try keepExport(visit, answer)
      return answer
    case nil:
      var answer = DeskAnswer.page(Frame(visit: visit).page(content))
      answer.head += content.head
      return answer
    default: throw DeskFault(404, "there is no such page")
    }
  }

  /// The address of this desk as the browser knows it.
  private func base(_ request: DeskRequest) -> String {
    "\(door.isSecure ? "https" : "http")://\(request.host ?? "")"
  }

  /// Notes who takes what away, where people sign in.
  private func keepExport(_ visit: Visit, _ answer: DeskAnswer) throws {
    guard setting.asksWho, let file else { return }
    try file.keep(
      DeskFile.Export(
        made: visit.now.ledgerText, person: visit.person,
        page: visit.again([], suffix: visit.request.suffix).text, bytes: answer.body.count))
  }

  private func page(_ visit: Visit) throws -> Content {
    let path = visit.request.path
    switch (path.first, path.count) {
    case (nil, _): return try StoriesPage(visit: visit).content()
    case ("story", 2): return try StoryPage(visit: visit).content(path[1])
    case ("incident", 2): return try IncidentPage(visit: visit).content(path[1])
    case ("reports", 1): return try ReportsPage(visit: visit).content()
    case ("report", 2): return try ReportPage(visit: visit).content(path[1])
    case ("compare", 2): return try ComparePage(visit: visit).content(path[1])
    case ("entity", 2): return try EntityPage(visit: visit).content(path[1])
    case ("claims", 1): return try Lists(visit: visit).claims()
    case ("happenings", 1): return try Lists(visit: visit).happenings()
    case ("search", 1): return try SearchPage(visit: visit).content()
    case ("review", 1): return try ReviewPage(visit: visit).content()
    case ("changes", 1): return try ChangesPage(visit: visit).content()
    case ("add", 1):
      return try AddPage(
        visit: visit, board: board, file: file, adding: book == nil ? nil : setting.adding
      ).content()
    case ("log", 1): return try LogPage(visit: visit).content()
    case ("exports", 1):
      guard let file, visit.role >= .admin else {
        throw DeskFault(403, "the log of exports is for whoever runs the desk")
      }
      return try ExportLog(visit: visit, file: file).content()
    case ("agreement", 1): return try AgreementPage(visit: visit).content()
    case ("settings", 1): return try SettingsPage(visit: visit).content()
    default: throw DeskFault(404, "there is no page /\(path.joined(separator: "/"))")
    }
  }

  /// Only pages of the desk are gone on to.
  static func next(_ text: String?) -> Link {
    guard let text, text.hasPrefix("/"), !text.hasPrefix("//"),
      text.utf8.allSatisfy({ $0 > 32 && $0 < 127 && $0 != 92 })
    else { return .home }
    let parts = text.split(separator: "#", maxSplits: 1).map(String.init)
    let request = DeskRequest(.get, parts.first ?? "/")
    return .page(
      request.path, request.query.map { ($0.name, $0.value) },
      fragment: parts.count > 1 ? parts[1] : nil)
  }

  static func sorry(_ status: UInt32, _ words: String) -> DeskAnswer {
    .page(
      Frame.bare(
        "That did not work",
        .tag("h1", [], "That did not work") + .tag("p", [], .text(words))
          + .tag("p", [], .tag("a", [.href(.home)], "To the first page"))), status: status)
  }
}
