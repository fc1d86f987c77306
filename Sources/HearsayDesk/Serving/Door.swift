private import CSodium

/// Who may come in: requests from pages of other sites are turned away before anything is looked up.
package struct Door: Sendable {
  /// What `Host` may say: a name that a foreign page has pointed at this machine is none of these.
  package let hosts: Set<String>
  /// Whether browsers reach the desk by TLS.
  package let isSecure: Bool
  private let secret: [UInt8]

  // `secret` has 32 bytes; new ones for each run where nobody signs in.
  package init(hosts: Set<String>, isSecure: Bool = false, secret: [UInt8] = Door.random(32)) {
    self.hosts = Set(hosts.map { $0.lowercased() })
    self.isSecure = isSecure
    self.secret = secret
  }

  /// The names by which a desk at a port of this machine is reached.
  package static func loopback(port: UInt16) -> Set<String> {
    Set(
      ["127.0.0.1", "localhost", "[::1]"].flatMap { ["\($0):\(port)"] + (port == 80 ? [$0] : []) })
  }

  /// What is said to a request that must not be answered; `nil` for all others.
  package func refusal(of request: DeskRequest, session: String?) -> DeskAnswer? {
    guard let host = request.host?.lowercased(), hosts.contains(host) else {
      return Self.no(421, "this desk is not reached by that name")
    }
    if let origin = request.origin?.lowercased(),
      origin != "\(isSecure ? "https" : "http")://\(host)"
    {
      return Self.no(403, "this request comes from a page of another site")
    }
    guard request.method == .post else { return nil }
    guard let session, let token = request.field("token"), isToken(token, of: session) else {
      return Self.no(
        403, "this form has expired: go back, load the page again, and send it once more")
    }
    return nil
  }

  /// What forms of a session carry, so that no other page can send them.
  package func token(of session: String) -> String {
    var mark = [UInt8](repeating: 0, count: Int(crypto_auth_BYTES))
    let bytes = Array(session.utf8)
    unsafe crypto_auth(&mark, bytes, UInt64(bytes.count), secret)
    return Self.hex(mark)
  }

  private func isToken(_ text: String, of session: String) -> Bool {
    let (given, right) = (Array(text.utf8), Array(token(of: session).utf8))
    guard given.count == right.count else { return false }
    return unsafe sodium_memcmp(given, right, right.count) == 0
  }

  /// A new session's name.
  package static func newSession() -> String { hex(random(24)) }

  /// Bytes that nobody can guess.
  package static func random(_ count: Int) -> [UInt8] {
    precondition(sodium_init() >= 0, "libsodium does not start")
    var bytes = [UInt8](repeating: 0, count: count)
    unsafe randombytes_buf(&bytes, count)
    return bytes
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    var digits = [CChar](repeating: 0, count: bytes.count * 2 + 1)
    unsafe sodium_bin2hex(&digits, digits.count, bytes, bytes.count)
    return String(
      decoding: digits.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func no(_ status: UInt32, _ why: String) -> DeskAnswer {
    DeskAnswer(status, type: "text/plain; charset=utf-8", body: Array((why + "\n").utf8))
  }
}
