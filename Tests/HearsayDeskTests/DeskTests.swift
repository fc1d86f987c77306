import Foundation
import HearsayLedger
import HearsayRecords
import TestSupport
import Testing

@testable import HearsayDesk

/// A desk over one report, and a browser that keeps its cookie.
private struct Browser {
  let folder: TemporaryFolder
  let desk: Desk
  var session = ""

  init(hostile: Bool = false, writes: Bool = true) async throws {
    folder = try TemporaryFolder()
    let ledger = try Ledger(path: folder.ledger)
    var reading = sampleReading()
    if hostile {
      reading.report.title = "<script>alert(1)</script>"
      reading.report.outlet = "\"><img src=x onerror=alert(2)>"
      for index in reading.entities.indices {
        reading.entities[index].name = "</a><script>alert(3)</script>"
      }
      for index in reading.happenings.indices {
        reading.happenings[index].label = "<svg onload=alert(4)>"
      }
    }
    _ = try await ledger.append(reading)
    var setting = Desk.Setting(ledger: folder.ledger, assets: folder(""), person: "ana")
    setting.tables = try StoryBrowser.tables()
    setting.writes = writes
    setting.now = { Date(timeIntervalSince1970: 1_930_000_000) }
    desk = try Desk(setting, door: Door(hosts: Door.loopback(port: 8731)))
    let first = answer(.get, "/")
    let cookie =
      first.head.first { $0.name == "Set-Cookie" && $0.value.hasPrefix("desk=") }?.value ?? ""
    session = String(cookie.dropFirst("desk=".count).prefix { $0 != ";" })
  }

  func answer(
    _ method: DeskRequest.Method, _ target: String, form: [DeskRequest.Pair] = [],
    host: String? = "127.0.0.1:8731", origin: String? = nil
  ) -> DeskAnswer {
    desk.answer(
      DeskRequest(
        method, target, form: form, host: host, origin: origin,
        cookies: session.isEmpty ? [:] : ["desk": session]))
  }

  func page(_ target: String) -> String {
    String(decoding: answer(.get, target).body, as: UTF8.self)
  }

  /// What the first form of a page sends.
  func form(on page: String) -> [DeskRequest.Pair] {
    var pairs: [DeskRequest.Pair] = []
    let form = page.components(separatedBy: "<form class=\"decide\"").dropFirst().first ?? ""
    for input in form.prefix(upTo: form.firstRange(of: "</form>")?.lowerBound ?? form.endIndex)
      .components(separatedBy: "<input type=\"hidden\" name=\"").dropFirst()
    {
      let parts = input.components(separatedBy: "\"")
      pairs.append(.init(name: parts[0], value: parts[2]))
    }
    return pairs
  }

  func report() throws -> String { try Snapshot(path: folder.ledger).reports()[0].id }
  func decisions() throws -> [Decision] { try Snapshot(path: folder.ledger).decisions() }
}

@Suite struct DeskTests {
  @Test(arguments: [
    "/", "/reports", "/claims", "/happenings", "/search?q=depot", "/review", "/changes", "/log",
    "/agreement", "/settings",
  ])
  func `every page is a page, and JSON`(_ path: String) async throws {
    let browser = try await Browser()
    let page = browser.answer(.get, path)
    #expect(page.status == 200)
    #expect(String(decoding: page.body, as: UTF8.self).hasPrefix("<!DOCTYPE html>"))
    let parts = path.split(separator: "?", omittingEmptySubsequences: false).map(String.init)
    let json = browser.answer(
      .get,
      (parts[0] == "/" ? "/index" : parts[0]) + ".json" + (parts.count > 1 ? "?" + parts[1] : ""))
    #expect(json.status == 200)
    #expect(throws: Never.self) {
      try JSONDecoder().decode(Anything.self, from: Data(json.body))
    }
  }

  /// Any JSON.
  private struct Anything: Decodable {
    init(from decoder: any Decoder) throws { _ = try decoder.singleValueContainer() }
  }

  @Test func `a report's page has its text, and each claim's words lead to their place`()
    async throws
  {
    let browser = try await Browser()
    let page = browser.page("/report/\(try browser.report())")
    #expect(page.contains("class=\"mark"))
    let link = page.firstMatch(of: /href="(\/report\/[0-9a-f]+\?at=(\d+)-(\d+))#s/)
    let found = try #require(link)
    let lit = browser.page(String(found.1))
    #expect(lit.contains("<mark id=\"s\(found.2)-\(found.3)\">"))
  }

  @Test(arguments: [
    "/", "/claims", "/happenings", "/search?q=depot", "/review", "/report", "/entity", "/log",
  ])
  func `what was read never becomes markup`(_ path: String) async throws {
    let browser = try await Browser(hostile: true)
    let id = try browser.report()
    let page = browser.page(
      path == "/report" ? "/report/\(id)" : path == "/entity" ? "/entity/\(id):e1" : path)
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    for tag in ["<script>", "<img", "<svg onload", "onerror=alert(2)>"] {
      #expect(!page.contains(tag))
    }
  }

  @Test(arguments: [
    nil, "evil.example", "evil.example:8731", "127.0.0.1:80", "127.0.0.1.evil.example:8731",
  ])
  func `a name that was pointed at this machine reaches nothing`(_ host: String?) async throws {
    let browser = try await Browser()
    #expect(browser.answer(.get, "/", host: host).status == 421)
  }

  @Test(arguments: [
    "http://evil.example", "null", "https://127.0.0.1:8731", "http://127.0.0.1:9999",
  ])
  func `a page of another site reaches nothing`(_ origin: String) async throws {
    let browser = try await Browser()
    #expect(browser.answer(.post, "/decide", origin: origin).status == 403)
    #expect(browser.answer(.get, "/", origin: origin).status == 403)
  }

  @Test func `a form without its token decides nothing`() async throws {
    let browser = try await Browser()
    var form = browser.form(on: browser.page("/review"))
    #expect(form.contains { $0.name == "token" })
    form.removeAll { $0.name == "token" }
    #expect(
      browser.answer(.post, "/decide", form: form + [.init(name: "verdict", value: "accept")])
        .status == 403)
    form.append(.init(name: "token", value: String(repeating: "0", count: 64)))
    #expect(
      browser.answer(.post, "/decide", form: form + [.init(name: "verdict", value: "accept")])
        .status == 403)
    #expect(try browser.decisions().isEmpty)
  }

  @Test func `a decision is kept with what was seen, and the queue goes on`() async throws {
    let browser = try await Browser()
    let form = browser.form(on: browser.page("/review"))
    let record = try #require(form.first { $0.name == "record" }).value
    let answer = browser.answer(
      .post, "/decide",
      form: form + [
        .init(name: "verdict", value: "accept"), .init(name: "reason", value: "as it says"),
      ],
      origin: "http://127.0.0.1:8731")
    #expect(answer.status == 303)
    #expect(answer.head.contains(.init(name: "Location", value: "/review")))
    let kept = try #require(try browser.decisions().first)
    #expect(kept.person == "ana" && kept.verdict == .accept && kept.reason == "as it says")
    #expect(kept.target.record == record)
    #expect(kept.seen?.contains(#""id":"\#(record)""#) == true)
    let next = browser.form(on: browser.page("/review"))
    #expect(next.first { $0.name == "record" }?.value != record)
    #expect(browser.page("/report/\(try browser.report())").contains("coded · accept by ana"))
  }

  @Test func `an undone decision is as if it had not been, and both stay in the log`() async throws
  {
    let browser = try await Browser()
    let form = browser.form(on: browser.page("/review")).filter { $0.name != "next" }
    _ = browser.answer(.post, "/decide", form: form + [.init(name: "verdict", value: "reject")])
    let number = try #require(try browser.decisions().first).number
    let undo = browser.answer(
      .post, "/decide",
      form: form + [
        .init(name: "verdict", value: "undo"), .init(name: "undoes", value: "\(number)"),
      ])
    #expect(undo.status == 303)
    #expect(try browser.decisions().count == 2)
    #expect(!browser.page("/report/\(try browser.report())").contains("reject by ana"))
    #expect(browser.page("/log").contains("reject (undone)"))
  }

  @Test func `a decision is about a record that is there`() async throws {
    let browser = try await Browser()
    let form = browser.form(on: browser.page("/review")).map {
      $0.name == "record" ? DeskRequest.Pair(name: "record", value: "c999") : $0
    }
    #expect(
      browser.answer(.post, "/decide", form: form + [.init(name: "verdict", value: "accept")])
        .status == 400)
    #expect(try browser.decisions().isEmpty)
  }

  @Test(arguments: [
    "//evil.example/", "https://evil.example/", "javascript:alert(1)", "/\\evil.example", "/a b",
  ])
  func `after a decision only pages of the desk are gone on to`(_ next: String) async throws {
    let browser = try await Browser()
    let form = browser.form(on: browser.page("/review")).filter { $0.name != "next" }
    let answer = browser.answer(
      .post, "/decide",
      form: form + [.init(name: "verdict", value: "note"), .init(name: "next", value: next)])
    #expect(answer.head.contains(.init(name: "Location", value: "/")))
  }

  @Test func `a desk that only shows decides nothing and offers nothing`() async throws {
    let browser = try await Browser(writes: false)
    let page = browser.page("/report/\(try browser.report())")
    #expect(!page.contains("class=\"decide\""))
    let token = Door(hosts: []).token(of: browser.session)
    #expect(
      browser.answer(.post, "/decide", form: [.init(name: "token", value: token)]).status == 403)
  }

  @Test(arguments: [
    "/nothing", "/report/ffffffffffff", "/report/..%2f..%2fetc", "/entity/x", "/claims.feed",
    "/report",
  ])
  func `what is not there is said not to be`(_ path: String) async throws {
    #expect(try await Browser().answer(.get, path).status == 404)
  }

  @Test(arguments: [
    "/?as-of=soon", "/claims?act=shout", "/happenings?type=x", "/?since=yesterdayish",
  ])
  func `what cannot be understood is said`(_ path: String) async throws {
    #expect(try await Browser().answer(.get, path).status == 400)
  }

  @Test func `the ledger before it was read is empty`() async throws {
    let browser = try await Browser()
    #expect(browser.page("/reports?as-of=2001-01-01").contains("No report fits"))
  }
}

@Suite struct ReviewStateTests {
  private static func decision(
    _ number: Int, _ person: String, _ verdict: Decision.Verdict, undoes: Int? = nil
  ) -> Decision {
    var decision = Decision(
      made: "2031-03-04T09:00:00.000Z", person: person, verdict: verdict,
      target: .init(report: "aa", kind: .claims, record: "c1"), undoes: undoes)
    decision.number = number
    return decision
  }

  private struct Case: Sendable {
    let made: [(String, Decision.Verdict, Int?)]
    let state: ReviewState.Word
  }

  private static let cases: [Case] = [
    Case(made: [], state: .machine), Case(made: [("ana", .note, nil)], state: .machine),
    Case(made: [("ana", .accept, nil)], state: .coded),
    Case(made: [("ana", .accept, nil), ("ben", .accept, nil)], state: .reviewed),
    Case(made: [("ana", .accept, nil), ("ben", .reject, nil)], state: .disputed),
    Case(
      made: [("ana", .reject, nil), ("ana", .accept, nil), ("ben", .accept, nil)], state: .reviewed),
    Case(made: [("ana", .accept, nil), ("ben", .dispute, nil)], state: .disputed),
    Case(made: [("ana", .accept, nil), ("ben", .reject, nil), ("ben", .undo, 2)], state: .coded),
    Case(made: [("ana", .accept, nil), ("ana", .undo, 1), ("ana", .undo, 2)], state: .coded),
  ]

  @Test(arguments: cases) private func `four states`(_ example: Case) {
    let made = example.made.enumerated().map {
      Self.decision($0.offset + 1, $0.element.0, $0.element.1, undoes: $0.element.2)
    }
    #expect(ReviewState(made).word == example.state)
  }
}

@Suite struct AgreementTests {
  // Worked by hand from Krippendorff's formula for nominal data; the second is the example with missing values of his
  // "Computing Krippendorff's Alpha-Reliability" (2011), section C.
  @Test func `alpha is as the formula has it`() throws {
    #expect(Agreement.alpha([["a", "a"], ["b", "b"]]) == 1)
    #expect(Agreement.alpha([["a", "a"], ["a", "a"]]) == nil)
    #expect(Agreement.alpha([["a"], ["b"]]) == nil)
    let units = [
      ["1", "1", "1"], ["2", "2", "3", "2"], ["3", "3", "3", "3"], ["3", "3", "3", "3"],
      ["2", "2", "2", "2"],
      ["1", "2", "3", "4"], ["4", "4", "4", "4"], ["1", "1", "2", "1"], ["2", "2", "2", "2"],
      ["5", "5", "5"],
      ["1", "1"], ["3"],
    ]
    let alpha = try #require(Agreement.alpha(units))
    #expect(abs(alpha - 0.743) < 0.0005)
  }
}
