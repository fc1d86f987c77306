import Synchronization

/// A news site on this machine whose pages can be changed while it runs; what is asked for again on condition and has not
/// changed is answered with 304.
package final class NewsSite: Sendable {
  /// What stands at a path.
  package struct Page: Sendable {
    package var status: String
    package var headers: [String]
    package var body: [UInt8]

    package init(status: String = "200 OK", headers: [String] = [], body: [UInt8]) {
      self.status = status
      self.headers = headers
      self.body = body
    }
  }

  private final class Pages: Sendable {
    let all = Mutex<[String: Page]>([:])
  }

  private let pages = Pages()
  private let server: LocalServer

  /// A site without pages.
  package init() throws {
    let pages = pages
    server = try LocalServer(requests: { request in
      guard let page = pages.all.withLock({ $0[request.path] }) else {
        return Array(LocalServer.answer("404 Not Found", [], "no such page").utf8)
      }
      // As good as any that servers make up: another one for other bytes.
      let tag = "\"\(page.body.reduce(UInt64(5381)) { $0 &* 33 &+ UInt64($1) })\""
      guard request["If-None-Match"] != tag else {
        return Array(LocalServer.answer("304 Not Modified", ["ETag: \(tag)"]).utf8)
      }
      let head = LocalServer.answer(page.status, page.headers + ["ETag: \(tag)"])
      return Array(head.utf8) + page.body
    })
  }

  /// Puts a text at a path, or takes away what stands there.
  package subscript(path: String) -> String? {
    get { pages.all.withLock { $0[path].map { String(decoding: $0.body, as: UTF8.self) } } }
    set { pages.all.withLock { $0[path] = newValue.map { Page(body: Array($0.utf8)) } } }
  }

  /// Puts a whole answer at a path.
  package func put(_ page: Page, at path: String) { pages.all.withLock { $0[path] = page } }

  /// The address of a path.
  package func address(_ path: String) -> String { server.address(path) }

  /// The paths that were asked for, in order.
  package var paths: [String] { server.paths }

  /// The heads of the requests that came, in order.
  package var requests: [String] { server.requests }

  /// Ends it.
  package func stop() { server.stop() }

  deinit { server.stop() }

  /// An RSS feed that names pages, with their dates.
  package static func feed(_ entries: [(path: String, date: String)]) -> String {
    let items = entries.map { entry in
      "<item><title>\(entry.path)</title><link>\(entry.path)</link><pubDate>\(entry.date)</pubDate></item>"
    }
    return "<rss version=\"2.0\"><channel><title>Courier</title>\(items.joined())</channel></rss>"
  }
}
