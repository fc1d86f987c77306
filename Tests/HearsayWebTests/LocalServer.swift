import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A real HTTP server on this machine that answers each path with prepared bytes, one connection a request.
final class LocalServer: Sendable {
  /// What to answer to the path of a request; `nil` keeps the connection open and says nothing.
  typealias Answers = @Sendable (_ path: String) -> String?

  /// The port it listens on.
  let port: Int
  private let listener: Int32
  private let seen = Mutex<[String]>([])

  init(_ answers: @escaping Answers) throws {
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

  struct Failure: Error {
    let code: Int32
  }

  /// The address of a path.
  func address(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  /// The heads of the requests that came, in order.
  var requests: [String] { seen.withLock { $0 } }

  /// Ends it: waiting for connections then fails.
  func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  private func serve(_ answers: Answers) {
    var silent: [Int32] = []
    while true {
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { break }
      let head = Self.head(of: connection)
      seen.withLock { $0.append(head) }
      let words = head.split(separator: " ")
      guard words.count > 1, let answer = answers(String(words[1])) else {
        silent.append(connection)
        continue
      }
      Self.send(Array(answer.utf8), to: connection)
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
