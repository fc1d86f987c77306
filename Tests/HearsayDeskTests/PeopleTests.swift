import Foundation
import HearsayLedger
import HearsayRecords
import Synchronization
import TestSupport
import Testing

@testable import HearsayDesk

@Suite struct PeopleTests {
  private static let password = "correct horse battery"
  /// Made once: it takes its time by design.
  private static let digest = Passwords.digest(of: password)

  /// A desk that others can reach, where ana is admin and rita may only look.
  private static func browser() async throws -> StoryBrowser {
    let browser = try await StoryBrowser(adjust: { $0.asksWho = true })
    let file = try DeskFile(besideLedger: browser.path)
    for (name, role) in [("ana", Visit.Role.admin), ("rita", .read), ("carl", .code)] {
      try file.add(
        name, role, digest: try #require(digest), made: "2032-01-01")
    }
    return browser
  }

  private static func signedIn(_ name: String, _ password: String = password) async throws -> (
    StoryBrowser, DeskAnswer
  ) {
    var browser = try await browser()
    let page = browser.answer("/sign-in")
    browser.take(page)
    let text = browser.page("/sign-in")
    let form = try #require(StoryBrowser.forms("stack", on: text).first)
    let answer = browser.answer(
      "/sign-in", .post, form: form + [("name", name), ("password", password)])
    browser.take(answer)
    return (browser, answer)
  }

  @Test func `who has not signed in sees nothing but the door`() async throws {
    let browser = try await Self.browser()
    for path in ["/", "/review", "/report/abc", "/log"] {
      let answer = browser.answer(path)
      #expect(answer.status == 303)
      #expect(
        answer.head.contains { $0.name == "Location" && $0.value.hasPrefix("/sign-in?next=") })
    }
    #expect(browser.answer("/index.json").status == 401)
    #expect(browser.answer("/sign-in").status == 200)
  }

  @Test func `a right password opens, with a new session`() async throws {
    let (browser, answer) = try await Self.signedIn("ana")
    #expect(answer.status == 303)
    #expect(browser.page("/").contains("Granary burned"))
    #expect(browser.page("/").contains("Decisions are kept as “ana”"))
  }

  @Test(arguments: [("ana", "wrong password"), ("nobody", "correct horse battery"), ("", "")])
  func `a wrong name or password does not, and is not told apart`(
    _ name: String, _ password: String
  ) async throws {
    let (browser, answer) = try await Self.signedIn(name, password)
    #expect(answer.status == 403)
    let page = String(decoding: answer.body, as: UTF8.self)
    #expect(page.contains("Name and password do not fit"))
    if !password.isEmpty { #expect(!page.contains(password)) }
    #expect(browser.answer("/").status == 303)
  }

  @Test func `after many wrong passwords one has to wait`() {
    let signedIn = SignedIn()
    let now = Date(timeIntervalSince1970: 1_000_000)
    for _ in 0..<SignedIn.most { signedIn.fail(["name ana"], now: now) }
    #expect(signedIn.mustWait(["name ana"], now: now + 60))
    #expect(!signedIn.mustWait(["name ben"], now: now + 60))
    #expect(!signedIn.mustWait(["name ana"], now: now + 3_600))
  }

  @Test func `a session ends when it was not used for long`() {
    let signedIn = SignedIn()
    let now = Date(timeIntervalSince1970: 1_000_000)
    signedIn.add("s", "ana", now: now)
    #expect(signedIn.person(of: "s", now: now + 3_600) == "ana")
    #expect(signedIn.person(of: "s", now: now + 3_600 + SignedIn.lasts + 1) == nil)
  }

  @Test func `a reader can look and take away, and write nothing`() async throws {
    let (browser, _) = try await Self.signedIn("rita")
    let page = browser.page("/report/\(try browser.line("Granary").id)")
    #expect(page.contains("Granary burned"))
    #expect(!page.contains("class=\"decide\""))
    let token = String(
      try #require(page.components(separatedBy: "name=\"token\" value=\"").dropFirst().first)
        .prefix { $0 != "\"" })
    let line = try browser.line("Granary")
    let decide = [
      ("token", token), ("verdict", "accept"), ("report", line.report.key ?? line.id),
      ("kind", "claims"), ("record", "c1"),
    ]
    for (path, form) in [
      ("/decide", decide), ("/add", [("token", token), ("addresses", "https://a.example/")]),
      ("/assign", [("token", token), ("person", "ana"), ("report", line.id)]),
    ] {
      #expect(browser.answer(path, .post, form: form).status == 403)
    }
    #expect(try browser.decisions().isEmpty)
    #expect(browser.answer("/exports").status == 403)
  }

  @Test func `who takes what away is noted`() async throws {
    let (browser, _) = try await Self.signedIn("ana")
    _ = browser.answer("/claims.csv?speaker=Mross")
    let exports = try DeskFile(besideLedger: browser.path).exports(limit: 10)
    #expect(exports.map(\.person) == ["ana"])
    #expect(exports.first?.page == "/claims.csv?speaker=Mross")
    #expect(browser.page("/exports").contains("/claims.csv?speaker=Mross"))
  }

  @Test func `who is let in no more is out at once`() async throws {
    let (browser, _) = try await Self.signedIn("carl")
    #expect(browser.answer("/").status == 200)
    try DeskFile(besideLedger: browser.path).remove("carl", made: "2032-02-01")
    #expect(browser.answer("/").status == 303)
  }

  @Test func `passwords stand nowhere as they are, and the file is its owner's`() async throws {
    let browser = try await Self.browser()
    let path = DeskFile.path(besideLedger: browser.path)
    var bytes = try Data(contentsOf: URL(filePath: path))
    bytes += (try? Data(contentsOf: URL(filePath: path + "-wal"))) ?? Data()
    #expect(bytes.range(of: Data(Self.password.utf8)) == nil)
    #expect(bytes.range(of: Data("$argon2id$".utf8)) != nil)
    let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(rights == 0o600)
  }
}

@Suite struct AddingTests {
  /// A desk whose reader only notes what it is asked.
  private static func browser(
    _ asked: Asked
  ) async throws -> StoryBrowser {
    try await StoryBrowser(adjust: {
      $0.adding = Adding(
        begin: { request, tell in
          asked.requests.withLock { $0.append(request) }
          tell(.kept(id: "abcabcabcabc", title: "<b>Read</b>", note: "report abc"))
          tell(.failed(name: "https://b.example/", reason: "no report"))
          tell(.ended)
        }, follow: { feeds in asked.feeds.withLock { $0 = feeds } })
    })
  }

  final class Asked: Sendable {
    let requests = Mutex<[AddRequest]>([])
    let feeds = Mutex<[String]>([])
  }

  private static func token(_ browser: StoryBrowser) throws -> (String, String) {
    let page = browser.page("/add")
    let rest = try #require(
      page.components(separatedBy: "name=\"token\" value=\"").dropFirst().first)
    return ("token", String(rest.prefix { $0 != "\"" }))
  }

  @Test func `addresses and files are read, and what became of them stands there`() async throws {
    let asked = Asked()
    let browser = try await Self.browser(asked)
    let token = try Self.token(browser)
    let answer = browser.answer(
      "/add", .post,
      form: [token, ("addresses", "https://a.example/1\r\n\r\n https://b.example/ ")],
      files: [DeskRequest.File(name: "../../etc/passwd", bytes: [65])])
    #expect(answer.status == 303)
    let requests = asked.requests.withLock { $0 }
    #expect(requests.first?.addresses == ["https://a.example/1", "https://b.example/"])
    #expect(requests.first?.files.count == 1)
    let page = browser.page("/add")
    #expect(page.contains("&lt;b&gt;Read&lt;/b&gt;"))
    #expect(page.contains("1 report, 1 could not be read"))
  }

  @Test(arguments: ["", "file:///etc/passwd", "javascript:alert(1)", "ftp://a.example"])
  func `what is no address of the web is not read`(_ address: String) async throws {
    let asked = Asked()
    let browser = try await Self.browser(asked)
    let form = [try Self.token(browser), ("addresses", address)]
    #expect(browser.answer("/add", .post, form: form).status == 400)
    #expect(asked.requests.withLock { $0.isEmpty })
  }

  @Test func `a feed is followed until it is followed no more`() async throws {
    let asked = Asked()
    let browser = try await Self.browser(asked)
    let token = try Self.token(browser)
    _ = browser.answer("/add", .post, form: [token, ("feed", "https://a.example/rss")])
    #expect(asked.feeds.withLock { $0 } == ["https://a.example/rss"])
    #expect(asked.requests.withLock { $0.first?.feeds } == ["https://a.example/rss"])
    #expect(browser.page("/add").contains("https://a.example/rss"))
    _ = browser.answer("/add", .post, form: [token, ("unfollow", "https://a.example/rss")])
    #expect(asked.feeds.withLock { $0.isEmpty })
  }
}
