import Foundation
import FoundationNetworking
import Testing

@testable import HearsayDesk

@Suite struct ServerTests {
  private static func server(_ limits: DeskServer.Limits = .init()) throws -> DeskServer {
    try DeskServer(address: "127.0.0.1", port: 0, limits: limits) { request in
      let words = [
        request.method.rawValue, request.path.joined(separator: "|"), request.suffix ?? "-",
        request.query.map { "\($0.name)=\($0.value)" }.joined(separator: ";"),
        request.form.map { "\($0.name)=\($0.value)" }.joined(separator: ";"), request.host ?? "",
        request.cookies["desk"] ?? "", request.peer,
      ]
      return DeskAnswer(
        type: "text/plain; charset=utf-8", body: Array(words.joined(separator: "\n").utf8))
    }
  }

  @Test func `what a browser sends comes as a value`() async throws {
    let server = try Self.server()
    defer { server.stop() }
    var request = URLRequest(
      url: try #require(
        URL(string: "http://127.0.0.1:\(server.port)/report/3fa9.json?q=a%26b+c&x=")))
    request.setValue("desk=abc; other=1", forHTTPHeaderField: "Cookie")
    let (data, answer) = try await URLSession.shared.data(for: request)
    let lines = String(decoding: data, as: UTF8.self).components(separatedBy: "\n")
    #expect(
      lines == [
        "GET", "report|3fa9", "json", "q=a&b c;x=", "", "127.0.0.1:\(server.port)", "abc",
        "127.0.0.1",
      ])
    let head = try #require(answer as? HTTPURLResponse)
    #expect(
      head.value(forHTTPHeaderField: "Content-Security-Policy")?.hasPrefix("default-src 'none'")
        == true)
  }

  @Test func `a form that is too large is refused, and the next is answered`() async throws {
    var limits = DeskServer.Limits()
    limits.bodyBytes = 1000
    let server = try Self.server(limits)
    defer { server.stop() }
    var request = URLRequest(
      url: try #require(URL(string: "http://127.0.0.1:\(server.port)/decide")))
    request.httpMethod = "POST"
    request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
    request.httpBody = Data(String(repeating: "a", count: 5000).utf8)
    let (_, large) = try await URLSession.shared.data(for: request)
    #expect((large as? HTTPURLResponse)?.statusCode == 413)
    request.httpBody = Data("verdict=accept&reason=a+b%21".utf8)
    let (data, _) = try await URLSession.shared.data(for: request)
    #expect(String(decoding: data, as: UTF8.self).contains("verdict=accept;reason=a b!"))
  }

  @Test func `a port that is taken is said to be`() throws {
    let server = try Self.server()
    defer { server.stop() }
    #expect(throws: DeskServer.CannotListen.self) {
      try DeskServer(address: "127.0.0.1", port: server.port) { _ in DeskAnswer(type: "", body: [])
      }
    }
  }
}
