import Synchronization
import TestSupport
import Testing

@testable import HearsayWeb

struct CourteousFetcherTests {
  private let time = FakeTime()

  private func fetcher(
    allowsPrivate: Bool = true, notes: [String: SiteNote] = [:]
  ) -> CourteousFetcher {
    var web = WebPolicy(userAgent: "Hearsay/test")
    web.allowsPrivate = allowsPrivate
    web.seconds = 20
    let time = time
    return CourteousFetcher(
      web, CourtesyPolicy(product: "Hearsay"),
      time: Timekeeper(now: { time.now }, wait: { time.wait($0) }), notes: notes)
  }

  private static let plain: LocalServer.Answers = { path in
    switch path {
    case "/robots.txt":
      LocalServer.answer(
        "200 OK", ["Content-Type: text/plain"],
        "User-agent: *\nDisallow: /private\nSitemap: /s.xml")
    case "/moved": LocalServer.answer("301 Moved", ["Location: /new"])
    case "/moved-for-now": LocalServer.answer("302 Found", ["Location: /new"])
    case "/to-private": LocalServer.answer("302 Found", ["Location: /private/x"])
    case "/gone": LocalServer.answer("404 Not Found")
    default: LocalServer.answer("200 OK", ["Content-Type: text/html"], "<p>\(path)</p>")
    }
  }

  private func page(_ answer: WebAnswer) throws -> WebPage {
    guard case .page(let page) = answer else { throw Unexpected() }
    return page
  }

  struct Unexpected: Error {}

  @Test func `robots.txt is asked for once and kept to, also behind a redirect`() async throws {
    let server = try LocalServer(Self.plain)
    defer { server.stop() }
    let fetcher = fetcher()
    #expect(
      try page(try await fetcher.fetch(server.address("/a"))).bytes == Array("<p>/a</p>".utf8))
    for path in ["/private/x", "/to-private"] {
      let error = await #expect(throws: WebError.self) {
        try await fetcher.fetch(server.address(path))
      }
      #expect(error?.code == .robots)
    }
    #expect(server.paths == ["/robots.txt", "/a", "/to-private"])
    #expect(try await fetcher.sitemaps(of: server.address("/a")) == [server.address("/s.xml")])
  }

  @Test func `between two requests to a host there is a pause`() async throws {
    let server = try LocalServer(Self.plain)
    defer { server.stop() }
    let fetcher = fetcher()
    for path in ["/a", "/b"] { _ = try await fetcher.fetch(server.address(path)) }
    #expect(time.waits == [2, 2])
    time.pass(10)
    _ = try await fetcher.fetch(server.address("/c"))
    #expect(time.waits == [2, 2])
  }

  @Test func `requests to one host never overlap`() async throws {
    let open = Mutex((now: 0, most: 0))
    let server = try LocalServer(requests: { request in
      open.withLock {
        $0.now += 1
        $0.most = max($0.most, $0.now)
      }
      defer { open.withLock { $0.now -= 1 } }
      return Array((Self.plain(request.path) ?? "").utf8)
    })
    defer { server.stop() }
    let fetcher = fetcher()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<8 {
        group.addTask { _ = try await fetcher.fetch(server.address("/\(number)")) }
      }
      try await group.waitForAll()
    }
    #expect(server.paths.count == 9)
    #expect(server.paths.first == "/robots.txt")
    #expect(time.waits == Array(repeating: 2, count: 8))
  }

  @Test func `a site's own delay counts, up to a limit`() async throws {
    for (asked, waited) in [("7.5", 7.5), ("3600", 60), ("0.1", 2)] {
      let server = try LocalServer { path in
        path == "/robots.txt"
          ? LocalServer.answer("200 OK", [], "User-agent: hearsay\nCrawl-delay: \(asked)")
          : Self.plain(path)
      }
      defer { server.stop() }
      let time = FakeTime()
      var web = WebPolicy(userAgent: "Hearsay/test")
      web.allowsPrivate = true
      let fetcher = CourteousFetcher(
        web, CourtesyPolicy(product: "Hearsay"),
        time: Timekeeper(now: { time.now }, wait: { time.wait($0) }))
      for path in ["/a", "/b"] { _ = try await fetcher.fetch(server.address(path)) }
      #expect(time.waits.last == waited)
    }
  }

  @Test func `what was fetched before is asked for on condition`() async throws {
    let server = try LocalServer(requests: { request in
      if request["If-None-Match"] == #""v1""#,
        request["If-Modified-Since"] == "Tue, 04 Mar 2031 05:00:00 GMT"
      {
        return Array(LocalServer.answer("304 Not Modified").utf8)
      }
      let headers = [#"ETag: "v1""#, "LAST-MODIFIED: Tue, 04 Mar 2031 05:00:00 GMT "]
      return Array(LocalServer.answer("200 OK", headers, "x").utf8)
    })
    defer { server.stop() }
    let fetcher = fetcher()
    let page = try page(try await fetcher.fetch(server.address("/feed")))
    #expect(
      page.validators
        == Validators(etag: #""v1""#, lastModified: "Tue, 04 Mar 2031 05:00:00 GMT"))
    #expect(
      try await fetcher.fetch(server.address("/feed"), unless: page.validators) == .unchanged)
    // A line break would smuggle another header in.
    let forged = Validators(etag: "\"v1\"\r\nHost: other")
    _ = try await fetcher.fetch(server.address("/feed"), unless: forged)
    #expect(server.requests.last?.contains("other") == false)
  }

  @Test func `a feed that has moved for good tells where to`() async throws {
    let server = try LocalServer(Self.plain)
    defer { server.stop() }
    let fetcher = fetcher()
    let moved = try page(try await fetcher.fetch(server.address("/moved")))
    #expect(moved.address == server.address("/new"))
    #expect(moved.movedTo == server.address("/new"))
    let borrowed = try page(try await fetcher.fetch(server.address("/moved-for-now")))
    #expect(borrowed.address == server.address("/new"))
    #expect(borrowed.movedTo == nil)
  }

  @Test func `a redirect to a private address is refused`() async throws {
    let server = try LocalServer(requests: { request in
      // The same machine by an address that is not trusted.
      let host = request["Host"] ?? ""
      let other = "http://127.0.0.2:\(host.split(separator: ":").last ?? "")/secret"
      return Array(
        (request.path == "/robots.txt"
          ? LocalServer.answer("404 Not Found")
          : LocalServer.answer("302 Found", ["Location: \(other)"])).utf8)
    })
    defer { server.stop() }
    var web = WebPolicy(userAgent: "Hearsay/test")
    web.trusted = [NetworkAddress(bytes: [127, 0, 0, 1])]
    let result = await fetch(
      CourteousFetcher(
        web, CourtesyPolicy(product: "Hearsay"),
        time: Timekeeper(now: { [time] in time.now }, wait: { [time] in time.wait($0) })),
      server.address("/a"))
    let error = #expect(throws: WebError.self) { try result.get() }
    #expect(error?.code == .privateAddress)
    #expect(server.paths == ["/robots.txt", "/a"])
    #expect(throws: WebError.self) { try WebFetcher(web).fetch(server.address("/a")) }
  }

  struct Missing: Sendable, CustomTestStringConvertible {
    let answer: String?
    let allows: Bool

    var testDescription: String { answer?.prefix(12).description ?? "silence" }
  }

  static let missing: [Missing] = [
    Missing(answer: LocalServer.answer("404 Not Found"), allows: true),
    Missing(answer: LocalServer.answer("403 Forbidden"), allows: true),
    Missing(answer: LocalServer.answer("301 Moved", ["Location: /robots.txt"]), allows: true),
    Missing(answer: LocalServer.answer("500 Oh no"), allows: false),
    Missing(answer: LocalServer.answer("503 Busy"), allows: false),
    Missing(answer: LocalServer.answer("429 Too Many"), allows: false),
    Missing(answer: "no server speaks so\r\n\r\n", allows: false),
  ]

  @Test(arguments: missing)
  func `without robots.txt all is allowed, with one that cannot be had nothing`(_ missing: Missing)
    async throws
  {
    let server = try LocalServer { path in
      path == "/robots.txt" ? missing.answer : Self.plain(path)
    }
    defer { server.stop() }
    let fetcher = fetcher()
    let result = await fetch(fetcher, server.address("/a"))
    if missing.allows {
      #expect(throws: Never.self) { try result.get() }
    } else {
      let error = #expect(throws: WebError.self) { try result.get() }
      #expect(error?.code == .paused)
      #expect(!server.paths.contains("/a"))
    }
  }

  private func fetch(
    _ fetcher: CourteousFetcher, _ address: String
  ) async -> Result<WebAnswer, WebError> {
    do throws(WebError) {
      return .success(try await fetcher.fetch(address))
    } catch {
      return .failure(error)
    }
  }

  @Test func `a large robots.txt is read as far as the limit`() async throws {
    let server = try LocalServer { path in
      path == "/robots.txt"
        ? LocalServer.answer(
          "200 OK", [],
          "User-agent: *\nDisallow: /first\n" + String(repeating: "# filler\n", count: 200_000)
            + "Disallow: /last")
        : Self.plain(path)
    }
    defer { server.stop() }
    let fetcher = fetcher()
    let first = await fetch(fetcher, server.address("/first"))
    #expect(throws: WebError.self) { try first.get() }
    let last = await fetch(fetcher, server.address("/last"))
    #expect(throws: Never.self) { try last.get() }
  }

  @Test func `a server that asks to wait a moment is asked once more after it`() async throws {
    let asked = Mutex(0)
    let server = try LocalServer { path in
      guard path == "/a" else { return LocalServer.answer("404 Not Found") }
      return asked.withLock {
        $0 += 1
        return $0 == 1
          ? LocalServer.answer("429 Too Many", ["Retry-After: 9"])
          : LocalServer.answer("200 OK", [], "x")
      }
    }
    defer { server.stop() }
    let result = await fetch(fetcher(), server.address("/a"))
    #expect(throws: Never.self) { try result.get() }
    #expect(time.waits == [2, 9])
  }

  @Test func `a server that asks for more is left alone, also by the next run`() async throws {
    let server = try LocalServer { path in
      path == "/a"
        ? LocalServer.answer("503 Busy", ["Retry-After: 600"]) : LocalServer.answer("404 Not Found")
    }
    defer { server.stop() }
    let fetcher = fetcher()
    func code(_ fetcher: CourteousFetcher, _ path: String) async -> WebError.Code? {
      guard case .failure(let error) = await fetch(fetcher, server.address(path)) else {
        return nil
      }
      return error.code
    }
    #expect(await code(fetcher, "/a") == .status(503))
    #expect(await code(fetcher, "/b") == .paused)
    let next = self.fetcher(notes: await fetcher.notes)
    #expect(await code(next, "/b") == .paused)
    #expect(server.paths == ["/robots.txt", "/a"])
    time.pass(601)
    #expect(await code(next, "/b") == .status(404))
    // robots.txt was still believed.
    #expect(server.paths == ["/robots.txt", "/a", "/b"])
  }

  @Test func `pauses double while a server keeps refusing`() async throws {
    let server = try LocalServer { path in
      path == "/robots.txt" ? LocalServer.answer("404 Not Found") : LocalServer.answer("429 No")
    }
    defer { server.stop() }
    let fetcher = fetcher()
    for pause in [60.0, 120, 240] {
      _ = await fetch(fetcher, server.address("/a"))
      let note = try #require(await fetcher.notes.values.first)
      #expect(note.pausedUntil - time.now == pause)
      time.pass(pause)
    }
  }

  @Test func `a run that is stopped ends the transfer in hand`() async throws {
    let server = try LocalServer { path in
      path == "/silent" ? nil : LocalServer.answer("404 Not Found")
    }
    defer { server.stop() }
    let fetcher = fetcher()
    let address = server.address("/silent")
    let task = Task { await fetch(fetcher, address) }
    while !server.paths.contains("/silent") { await Task.yield() }
    task.cancel()
    guard case .failure(let error) = await task.value else { throw Unexpected() }
    #expect(error.code == .stopped)
  }
}
