import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A real HTTP server on this machine that answers each request with prepared bytes, one connection a request.
package final class LocalServer: Sendable {
  /// What to answer to the path of a request; `nil` keeps the connection open and says nothing.
  package typealias Answers = @Sendable (_ path: String) -> String?

  /// What somebody asks for.
  package struct Request: Sendable {
    /// The path with the query.
    package let path: String
    /// All lines of the request.
    package let head: String

    /// The value of a header.
    package subscript(header: String) -> String? {
      for line in head.split(whereSeparator: \.isNewline) {
        guard let colon = line.firstIndex(of: ":"),
          line[..<colon].lowercased() == header.lowercased()
        else { continue }
        return line[line.index(after: colon)...].drop { $0 == " " }.description
      }
      return nil
    }
  }

  /// The port it listens on.
  package let port: Int
  private let listener: Int32
  private let seen = Mutex<[String]>([])

  /// A server that answers paths with texts.
  package convenience init(_ answers: @escaping Answers) throws {
    try self.init(requests: { request in answers(request.path).map { Array($0.utf8) } })
  }

  /// A server that answers requests with bytes.
  package init(requests answers: @escaping @Sendable (Request) -> [UInt8]?) throws {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    let isListening = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe bind(listener, address, length) == 0 && listen(listener, 16) == 0
          && getsockname(listener, address, &length) == 0
      }
    }
    guard isListening else { throw Failure(code: errno) }
    port = Int(UInt16(bigEndian: address.sin_port))
    // A thread of its own: the pool may have only as many as there are processors.
    DispatchQueue(label: "server").async { [self] in serve(answers) }
  }

  package struct Failure: Error {
    let code: Int32
  }

  /// An answer with a status line, headers and a body.
  package static func answer(
    _ status: String, _ headers: [String] = [], _ body: String = ""
  ) -> String {
    (["HTTP/1.1 \(status)", "Connection: close"] + headers).map { $0 + "\r\n" }.joined() + "\r\n"
      + body
  }

  /// The address of a path.
  package func address(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  /// The heads of the requests that came, in order.
  package var requests: [String] { seen.withLock { $0 } }

  /// The paths that were asked for, in order.
  package var paths: [String] {
    requests.map { $0.split(separator: " ").dropFirst().first.map(String.init) ?? "" }
  }

  /// Ends it: waiting for connections then fails.
  package func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  private func serve(_ answers: (Request) -> [UInt8]?) {
    var silent: [Int32] = []
    while true {
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { break }
      let head = Self.head(of: connection)
      seen.withLock { $0.append(head) }
      let words = head.split(separator: " ")
      guard words.count > 1, let answer = answers(Request(path: String(words[1]), head: head))
      else {
        silent.append(connection)
        continue
      }
      Self.send(answer, to: connection)
      close(connection)
    }
    for connection in silent { close(connection) }
    close(listener)
  }

  private static func head(of connection: Int32) -> String {
    var head: [UInt8] = []
    var byte: UInt8 = 0
    while !head.suffix(4).elementsEqual([13, 10, 13, 10]), unsafe read(connection, &byte, 1) == 1 {
      head.append(byte)
    }
    return String(decoding: head, as: UTF8.self)
  }

  private static func send(_ bytes: [UInt8], to connection: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { buffer in
        unsafe Glibc.send(
          connection, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL))
      }
      // The other side may have had enough.
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
