/// Fetches pages over http and https, and nothing else.
///
/// Whether an address is private is judged by the number a connection is about to be made to, for every
/// redirect anew, so that neither a name that resolves to it nor a redirect can lead around the check.
package struct WebFetcher: Sendable {
  private let policy: WebPolicy

  /// A fetcher that keeps to `policy`.
  package init(_ policy: WebPolicy) { self.policy = policy }

  /// The page at an address; follows redirects and blocks until it is there.
  ///
  /// - Throws: ``WebError``.
  package func fetch(_ address: String) throws(WebError) -> WebPage {
    var at = address
    for _ in 0...policy.redirects {
      try Self.check(at)
      let answer = try Transfer.run(at, policy)
      if let next = answer.redirect {
        at = next
        continue
      }
      guard (200..<300).contains(answer.status) else {
        throw WebError(
          code: .status(answer.status), reason: "the server answered \(answer.status)")
      }
      return WebPage(address: at, contentType: answer.contentType, bytes: answer.bytes)
    }
    throw WebError(code: .redirects, reason: "sent on more than \(policy.redirects) times")
  }

  private static func check(_ address: String) throws(WebError) {
    let scheme = address.prefix { $0 != ":" }.lowercased()
    guard scheme == "http" || scheme == "https" else {
      throw WebError(code: .scheme, reason: "only http and https addresses are fetched")
    }
    guard address.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7f }) else {
      throw WebError(code: .malformed, reason: "not an address")
    }
  }
}
