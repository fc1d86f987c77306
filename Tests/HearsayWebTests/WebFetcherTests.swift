import TestSupport
import Testing

@testable import HearsayWeb

struct WebFetcherTests {
  private static let answers: LocalServer.Answers = { path in
    func page(_ status: String, _ headers: String, _ body: String) -> String {
      "HTTP/1.1 \(status)\r\nConnection: close\r\n\(headers)\r\n\(body)"
    }
    switch path {
    case "/page": return page("200 OK", "Content-Type: text/html; charset=utf-8\r\n", "<p>Hé</p>")
    case "/moved": return page("301 Moved", "Location: /page\r\n", "")
    case "/round": return page("302 Found", "Location: /round\r\n", "")
    case "/file": return page("302 Found", "Location: file:///etc/passwd\r\n", "")
    case "/large": return page("200 OK", "", String(repeating: "x", count: 200_000))
    case "/told": return page("200 OK", "Content-Length: 99999999999\r\n", "x")
    case "/cut": return page("200 OK", "Content-Length: 100\r\n", "x")
    case "/silent": return nil
    case "/garbage": return "nothing that a server would say\r\n\r\n"
    default: return page("404 Not Found", "", "no such page")
    }
  }

  private func policy(allowsPrivate: Bool = true) -> WebPolicy {
    var policy = WebPolicy(userAgent: "Hearsay/test")
    policy.allowsPrivate = allowsPrivate
    policy.largestPage = 100_000
    policy.seconds = 20
    return policy
  }

  /// Runs `body` with a server and a fetcher that may reach it.
  private func fetch(
    _ path: String, _ policy: WebPolicy? = nil
  ) throws -> (page: Result<WebPage, WebError>, requests: [String]) {
    let server = try LocalServer(Self.answers)
    defer { server.stop() }
    let fetcher = WebFetcher(policy ?? self.policy())
    let page = Result { () throws(WebError) in try fetcher.fetch(server.address(path)) }
    return (page, server.requests)
  }

  @Test func `a page comes with its bytes, its type and where it was in the end`() throws {
    let (page, requests) = try fetch("/moved")
    let fetched = try page.get()
    #expect(fetched.bytes == Array("<p>Hé</p>".utf8))
    #expect(fetched.contentType == "text/html; charset=utf-8")
    #expect(fetched.address.hasSuffix("/page"))
    #expect(requests.count == 2)
    #expect(requests.allSatisfy { $0.contains("User-Agent: Hearsay/test\r\n") })
  }

  @Test(arguments: [
    "127.0.0.1", "localhost", "0.0.0.0", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]",
  ])
  func `this machine is not fetched from, however its address is written`(_ host: String) throws {
    let server = try LocalServer(Self.answers)
    defer { server.stop() }
    let fetcher = WebFetcher(policy(allowsPrivate: false))
    let error = #expect(throws: WebError.self) {
      try fetcher.fetch("http://\(host):\(server.port)/page")
    }
    #expect(error?.code == .privateAddress, "\(error?.reason ?? "")")
    #expect(server.requests.isEmpty)
  }

  struct Failure: Sendable, CustomTestStringConvertible {
    let path: String
    let code: WebError.Code

    var testDescription: String { path }
  }

  static let failures: [Failure] = [
    Failure(path: "/nothing", code: .status(404)),
    Failure(path: "/round", code: .redirects),
    Failure(path: "/file", code: .scheme),
    Failure(path: "/large", code: .tooLarge),
    Failure(path: "/told", code: .tooLarge),
    Failure(path: "/cut", code: .unreachable),
    Failure(path: "/garbage", code: .unreachable),
  ]

  @Test(arguments: failures)
  func `what is no page is an error that says why`(_ failure: Failure) throws {
    let (page, _) = try fetch(failure.path)
    let error = #expect(throws: WebError.self) { try page.get() }
    #expect(error?.code == failure.code, "\(error?.reason ?? "")")
  }

  @Test func `a server that says nothing is given up`() throws {
    var policy = policy()
    policy.seconds = 1
    let (page, _) = try fetch("/silent", policy)
    #expect(throws: WebError.self) { try page.get() }
    if case .failure(let error) = page { #expect(error.code == .timeout) }
  }

  @Test(arguments: ["ftp://news.example/a", "file:///etc/passwd", "gopher://x/", "javascript:1"])
  func `only http and https are fetched`(_ address: String) {
    let error = #expect(throws: WebError.self) { try WebFetcher(policy()).fetch(address) }
    #expect(error?.code == .scheme)
  }

  @Test func `an address with a line break in it is none`() {
    let error = #expect(throws: WebError.self) {
      try WebFetcher(policy()).fetch("http://news.example/\r\nHost: other")
    }
    #expect(error?.code == .malformed)
  }

  @Test func `a head that is too large is told as such`() throws {
    let long = String(repeating: "x", count: 200_000)
    let many = String(repeating: "X-Filler: \(String(repeating: "y", count: 4_000))\r\n", count: 80)
    for headers in ["X-Long: \(long)\r\n", many] {
      let server = try LocalServer { _ in "HTTP/1.1 200 OK\r\nConnection: close\r\n\(headers)\r\nx"
      }
      defer { server.stop() }
      #expect {
        try WebFetcher(policy()).fetch(server.address("/"))
      } throws: { error in
        let error = error as? WebError
        return error?.code == .tooLarge && error?.reason.contains("head") == true
      }
    }
  }

  @Test(arguments: ["169.254.169.254", "[fe80::1]", "[fd00:ec2::254]", "100.100.100.200"])
  func `no redirect leads to a link's or a cloud's own address, though private ones are allowed`(
    _ host: String
  ) throws {
    let server = try LocalServer { _ in
      "HTTP/1.1 302 Found\r\nConnection: close\r\nLocation: http://\(host)/latest\r\n\r\n"
    }
    defer { server.stop() }
    #expect {
      try WebFetcher(policy()).fetch(server.address("/"))
    } throws: { error in
      let error = error as? WebError
      return error?.code == .privateAddress && error?.reason.contains("named") == true
    }
  }
}
