import Foundation
import FoundationNetworking
import HearsayDesk
import HearsayLedger
import HearsayRecords
import Synchronization
import TestSupport
import Testing

/// `hearsay review` and `hearsay desk`, run as people run them.
@Suite struct DeskProgramTests {
  private static let password = "a stable of correct horses"

  /// The program with a small ledger.
  private static func program() async throws -> Program {
    let program = try Program()
    _ = try await Ledger(path: program.ledger).append(sampleReading())
    return program
  }

  private static func decisions(_ program: Program) throws -> [Decision] {
    try Snapshot(path: program.ledger).decisions()
  }

  // MARK: Reviewing

  @Test func `records are reviewed by single keys at a terminal`() async throws {
    let program = try await Self.program()
    let typed = try PseudoTerminal(program.process(["review", "--as", "ana"]))
    try typed.wait(for: "a accept")
    try typed.type("a")
    try typed.wait(for: "2 of")
    try typed.type("r")
    try typed.wait(for: "why:")
    try typed.type("2\n")
    try typed.wait(for: "3 of")
    try typed.type("u")
    try typed.wait(for: "undone")
    try typed.type("q")
    #expect(try typed.end() == 0)
    let kept = try Self.decisions(program)
    #expect(kept.map(\.verdict) == [.accept, .reject, .undo])
    #expect(kept.map(\.person) == ["ana", "ana", "ana"])
    #expect(kept[1].reason == ReviewReasons.all[1])
    #expect(kept[2].undoes == kept[1].number)
    #expect(kept[0].seen?.contains("\"id\"") == true)
  }

  @Test func `a field is edited at a terminal, and what it does not take is told`() async throws {
    let program = try await Self.program()
    let typed = try PseudoTerminal(program.process(["review", "--as", "ana", "-n", "1"]))
    try typed.wait(for: "e edit")
    try typed.type("e")
    try typed.wait(for: "field:")
    try typed.type("colour\n")
    try typed.wait(for: "value:")
    try typed.type("red\n")
    try typed.wait(for: "no field colour")
    try typed.type("e")
    try typed.wait(for: "field:")
    try typed.type("label\n")
    try typed.wait(for: "value:")
    try typed.type("bombardment of the depôt\n")
    try typed.wait(for: "why:")
    try typed.type("as the text has it\n")
    #expect(try typed.end() == 0)
    let kept = try Self.decisions(program)
    #expect(kept.count == 1 && kept[0].verdict == .edit)
    #expect(kept[0].values == "{\"label\":\"bombardment of the depôt\"}")
    #expect(kept[0].reason == "as the text has it")
    let shown = try program.run("events", "-f", "jsonl")
    #expect(shown.output.contains("bombardment of the depôt"))
    #expect(shown.output.contains("\"review\":{\"by\":[\"ana\"]"))
  }

  @Test func `keys from a pipe do the same, and none is lost after a reason`() async throws {
    let program = try await Self.program()
    let run = try program.run("review", "--as", "ben", "--blind", input: "r\nwrong party\nasq")
    #expect(run.status == 0)
    let kept = try Self.decisions(program)
    #expect(kept.map(\.verdict) == [.reject, .accept])
    #expect(kept[0].reason == "wrong party")
    #expect(kept.map(\.blind) == [true, true])
  }

  @Test func `words of the text are noted at a terminal, and the next who looks is told`()
    async throws
  {
    let program = try await Self.program()
    let first = try program.run(
      "review", "--as", "ana", "--order", "newest", input: "w\nthese are not there\nq")
    #expect(first.messages.contains("the text does not have these words"))
    let text = try Snapshot(path: program.ledger).reading(
      of: try #require(try Snapshot(path: program.ledger).reports().first)
    ).report.text
    let words = String(text.prefix(6))
    let run = try program.run("review", "--as", "ana", input: "w\n\(words)\nwho says so?\nq")
    #expect(run.status == 0)
    let note = try #require(try Self.decisions(program).first)
    #expect(note.verdict == .note && note.words?.exact == words && note.reason == "who says so?")
    #expect(note.target.record.isEmpty)
    let next = try program.run("review", "--as", "ben", input: "q")
    #expect(next.output.contains("note by ana on “\(words)”: who says so?"))
    let blind = try program.run("review", "--as", "ben", "--blind", input: "q")
    #expect(!blind.output.contains("note by ana"))
    let written = try program.run("export", "-f", "decisions")
    #expect(written.output.contains("\"motivation\":\"commenting\""))
    #expect(written.output.contains("who says so?"))
  }

  // MARK: People

  private static func add(_ program: Program, _ name: String, _ role: String) throws {
    let typed = try PseudoTerminal(program.process(["desk", "--add-user", name, "--role", role]))
    try typed.wait(for: "password for \(name):")
    try typed.type(password + "\n")
    #expect(try typed.end() == 0)
    #expect(!typed.seen.contains(password), "a password is not shown while it is typed")
    #expect(typed.seen.contains("\(name) may sign in now, and \(role)"))
  }

  @Test func `people are let in by a password that is typed unseen, and kept out again`()
    async throws
  {
    let program = try await Self.program()
    try Self.add(program, "ana", "admin")
    let short = try program.run("desk", "--add-user", "ben", input: "short\n")
    #expect(short.status == 2)
    #expect(short.messages.contains("10 characters or more"))
    #expect(try program.run("desk", "--users").output == "admin\tana\n")
    #expect(try program.run("desk", "--remove-user", "ana").status == 0)
    #expect(try program.run("desk", "--remove-user", "ana").status == 1)
    #expect(try program.run("desk", "--users").status == 1)
    let path = DeskFile.path(besideLedger: program.ledger)
    let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(rights == 0o600)
  }

  @Test func `nobody is let in from elsewhere while nobody may sign in`() async throws {
    let run = try await Self.program().run("desk", "--listen", "127.0.0.1", "--port", "0")
    #expect(run.status == 2)
    #expect(run.messages.contains("--add-user"))
  }

  @Test func `who signs in may do what the role allows, and no secret is written anywhere`()
    async throws
  {
    let program = try await Self.program()
    try Self.add(program, "rita", "read")
    try Self.add(program, "carl", "code")
    let started = try program.start(["desk", "--listen", "127.0.0.1", "--port", "0"])
    defer { started.process.terminate() }
    let address = try started.firstLine()
    var secrets = [Self.password]
    for (name, status) in [("rita", 403), ("carl", 303)] {
      let visitor = Visitor(address: address)
      #expect(try await visitor.get("/").status == 303, "one who has not signed in sees nothing")
      #expect(try await visitor.get("/index.json").status == 401)
      let door = try await visitor.get("/sign-in")
      secrets.append(try #require(door.token))
      let wrong = try await visitor.post(
        "/sign-in", ["name": name, "password": "not the password"], door)
      #expect(wrong.status == 403)
      #expect(
        try await visitor.post("/sign-in", ["name": name, "password": Self.password], door).status
          == 303)
      secrets.append(visitor.session)
      let page = try await visitor.get("/review")
      #expect(page.status == 200)
      let report = try Snapshot(path: program.ledger).reports()[0].key
      let decision = [
        "verdict": "accept", "report": report, "kind": "claims", "record": "c1", "next": "/review",
      ]
      // A reader's page has no form; the token of the way out is as good as any.
      secrets.append(try #require(page.token))
      #expect(try await visitor.post("/decide", decision, page).status == status)
      #expect(try await visitor.post("/decide", decision, nil).status == 403)
      #expect(try await visitor.get("/claims.csv").status == 200)
    }
    started.process.interrupt()
    let run = try started.wait()
    #expect(run.status == 0)
    #expect(run.messages.contains("without TLS"))
    #expect(try Self.decisions(program).map(\.person) == ["carl"])
    var written = Data((run.output + run.messages).utf8)
    let folder = URL(filePath: program.ledger).deletingLastPathComponent().path
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      written += FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data()
    }
    for secret in secrets where secret.count > 8 {
      #expect(written.firstRange(of: Data(secret.utf8)) == nil, "a secret was written")
    }
    let desk = FileManager.default.contents(atPath: program.ledger + ".desk") ?? Data()
    let log = FileManager.default.contents(atPath: program.ledger + ".desk-wal") ?? Data()
    #expect((desk + log).firstRange(of: Data("/claims.csv".utf8)) != nil, "exports are noted")
  }
}

/// A browser as far as the door needs one.
private final class Visitor: NSObject, URLSessionTaskDelegate, Sendable {
  struct Answer {
    let status: Int
    let text: String

    /// The token of the first form.
    var token: String? {
      text.firstMatch(of: /name="token" value="([0-9a-f]+)"/).map { String($0.1) }
    }
  }

  let address: String
  private let kept = Mutex("")

  init(address: String) { self.address = address }

  var session: String { kept.withLock { $0 } }

  func get(_ path: String) async throws -> Answer { try await ask(path, nil) }

  func post(_ path: String, _ fields: [String: String], _ form: Answer?) async throws -> Answer {
    var fields = fields
    fields["token"] = form?.token
    let text = fields.map { name, value in
      "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
    }.joined(separator: "&")
    return try await ask(path, text)
  }

  private func ask(_ path: String, _ body: String?) async throws -> Answer {
    var request = URLRequest(url: try #require(URL(string: address + path)))
    if let body {
      request.httpMethod = "POST"
      request.httpBody = Data(body.utf8)
      request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
    }
    request.setValue(session.isEmpty ? nil : "desk=\(session)", forHTTPHeaderField: "Cookie")
    let setting = URLSessionConfiguration.ephemeral
    setting.httpShouldSetCookies = false
    let web = URLSession(configuration: setting, delegate: self, delegateQueue: nil)
    let (data, answer) = try await web.data(for: request)
    let head = try #require(answer as? HTTPURLResponse)
    if let value = head.value(forHTTPHeaderField: "Set-Cookie")?.firstMatch(of: /desk=([0-9a-f]+)/)
    {
      kept.withLock { $0 = String(value.1) }
    }
    return Answer(status: head.statusCode, text: String(decoding: data, as: UTF8.self))
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
    completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) { completionHandler(nil) }
}
