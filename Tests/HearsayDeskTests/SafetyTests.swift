import Foundation
import FoundationNetworking
import Glibc
import HearsayLedger
import HearsayRecords
import TestSupport
import Testing

@testable import HearsayDesk

/// What strangers may try, by kind.
@Suite struct SafetyTests {
  private static let hostile =
    "</title></option></textarea><script>alert(1)</script><img src=x onerror=alert(2)>"

  private static func browser() async throws -> StoryBrowser {
    var report = InventedReport.fire[0]
    report.title = hostile + report.title
    report.outlet = hostile
    report.text = hostile + " \"'><svg onload=alert(3)> " + report.text
    return try await StoryBrowser([report, InventedReport.fire[1], InventedReport.fire[2]])
  }

  @Test(arguments: [
    "/", "/story", "/incident", "/report", "/review", "/reports", "/claims", "/log",
  ])
  func `script in a headline, an outlet and the words stays words`(_ path: String) async throws {
    let browser = try await Self.browser()
    let lines = try Snapshot(path: browser.path).reports()
    let id = try #require(lines.first { $0.report.outlet == Self.hostile }).id
    let page =
      path == "/story" || path == "/report"
      ? browser.page("\(path)/\(id)")
      : path == "/incident" ? browser.page("/incident/\(id):h1") : browser.page(path)
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    for markup in ["<script>", "<img", "<svg onload", "</textarea><script"] {
      #expect(!page.contains(markup), "\(path): \(markup)")
    }
  }

  @Test func `script in a reason, a name and a feed stays words`() async throws {
    let browser = try await StoryBrowser(adjust: {
      $0.adding = Adding(begin: { request, tell in
        tell(.failed(name: request.words, reason: Self.hostile))
        tell(.ended)
      })
    })
    let form = try #require(StoryBrowser.forms(on: browser.page("/review")).first)
    _ = browser.answer(
      "/decide", .post, form: form + [("verdict", "note"), ("reason", Self.hostile)])
    let token = try #require(form.first { $0.0 == "token" })
    _ = browser.answer(
      "/add", .post, form: [token],
      files: [DeskRequest.File(name: Self.hostile, bytes: [1])])
    for path in ["/log", "/add", "/review", "/agreement"] {
      let page = browser.page(path)
      #expect(!page.contains("<script>") && !page.contains("<img"), "\(path)")
    }
  }

  @Test(arguments: [
    "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/desk.css/../../l.sqlite", "/..%2fl.sqlite",
    "/l.sqlite", "/l.sqlite.desk", "/report/../../l.sqlite", "/world.txt/..",
  ])
  func `no path leads to a file`(_ path: String) async throws {
    let answer = try await StoryBrowser().answer(path)
    #expect(answer.status == 404)
    #expect(!String(decoding: answer.body, as: UTF8.self).contains("SQLite format"))
  }

  @Test(arguments: ["/decide", "/add", "/assign", "/choose", "/sign-out"])
  func `nothing is done without the token of the browser's own session`(_ path: String) async throws
  {
    let browser = try await StoryBrowser()
    for form in [[], [("token", String(repeating: "0", count: 64))]] {
      #expect(browser.answer(path, .post, form: form).status == 403)
    }
  }

  @Test(arguments: ["/decide", "/add", "/assign", "/choose"])
  func `looking does nothing: an address alone decides nothing`(_ path: String) async throws {
    let browser = try await StoryBrowser()
    let status = browser.answer(path + "?verdict=accept&report=x").status
    #expect(status == 404 || path == "/add")
    #expect(try browser.decisions().isEmpty)
  }

  // MARK: The socket

  /// An open connection that sends what it is told and no more.
  private final class Line {
    let socket: Int32

    init?(_ port: UInt16, _ text: String) {
      socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = port.bigEndian
      address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
      let socket = socket
      let failed = unsafe withUnsafePointer(to: &address) {
        unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          unsafe connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
      guard failed == 0 else { return nil }
      let bytes = Array(text.utf8)
      _ = unsafe send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    /// Waits till the other side has closed, for so many seconds at most.
    func isClosed(within seconds: Int32) -> Bool {
      var wait = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
      guard unsafe poll(&wait, 1, seconds * 1000) > 0 else { return false }
      var byte: UInt8 = 0
      while unsafe recv(socket, &byte, 1, 0) > 0 {}
      return true
    }

    deinit { close(socket) }
  }

  private static func server(_ limits: DeskServer.Limits) throws -> DeskServer {
    try DeskServer(address: "127.0.0.1", port: 0, limits: limits) { _ in
      DeskAnswer(type: "text/plain", body: Array("here".utf8))
    }
  }

  private static func isAnswered(_ port: UInt16) async throws -> Bool {
    let url = try #require(URL(string: "http://127.0.0.1:\(port)/"))
    let (data, _) = try await URLSession(configuration: .ephemeral).data(from: url)
    return String(decoding: data, as: UTF8.self) == "here"
  }

  @Test func `who sends its head too slowly is let go, and others are answered`() async throws {
    var limits = DeskServer.Limits()
    limits.seconds = 1
    let server = try Self.server(limits)
    defer { server.stop() }
    let slow = try #require(Line(server.port, "GET / HTTP/1.1\r\nHost: 127.0"))
    #expect(try await Self.isAnswered(server.port))
    #expect(slow.isClosed(within: 60))
  }

  @Test func `two thousand connections of one address do not keep others out for long`()
    async throws
  {
    var limits = DeskServer.Limits()
    limits.seconds = 2
    let server = try Self.server(limits)
    defer { server.stop() }
    // In loads, so that a machine with few descriptors can run it.
    for _ in 0..<10 {
      var lines: [Line] = []
      for _ in 0..<200 {
        if let line = Line(server.port, "GET / HTTP/1.1\r\n") { lines.append(line) }
      }
      #expect(lines.count > limits.connectionsAnAddress)
      lines = []
    }
    // As soon as the server has noticed that they are gone.
    var isAnswered = false
    for _ in 0..<120 where !isAnswered {
      isAnswered = (try? await Self.isAnswered(server.port)) ?? false
      if !isAnswered { try await Task.sleep(for: .milliseconds(500)) }
    }
    #expect(isAnswered)
  }

  @Test func `a head that is too large is refused`() async throws {
    let server = try Self.server(DeskServer.Limits())
    defer { server.stop() }
    let line = try #require(
      Line(
        server.port,
        "GET / HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "a", count: 60_000))\r\n\r\n"))
    #expect(line.isClosed(within: 60))
    #expect(try await Self.isAnswered(server.port))
  }
}
