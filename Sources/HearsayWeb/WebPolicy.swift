/// What a fetch may do.
package struct WebPolicy: Hashable, Sendable {
  /// Whether addresses of the own machine and of private networks may be fetched.
  package var allowsPrivate = false
  /// The proxy to fetch through; those named in the environment are not used, since behind a proxy it
  /// cannot be seen whether an address is private.
  package var proxy: String?
  /// Larger pages are refused: main texts are far smaller.
  package var largestPage = 32 << 20
  /// Addresses a page may send on to before it is given up; as many as browsers and curl's own advice allow is 20 to
  /// 50, news sites use at most 4.
  package var redirects = 10
  /// Seconds until a connection must stand.
  package var connectSeconds = 15
  /// Seconds until a page must be there.
  package var seconds = 60
  /// How the program names itself to servers.
  package var userAgent: String

  /// The policy for what a user asks for by name.
  package init(userAgent: String) { self.userAgent = userAgent }
}

/// A page as a server gave it.
package struct WebPage: Hashable, Sendable {
  /// Where it came from in the end.
  package let address: String
  /// The Content-Type header.
  package let contentType: String?
  /// What it holds, decompressed.
  package let bytes: [UInt8]
}

/// Why a page could not be fetched.
package struct WebError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of failure that a caller may want to tell apart.
  package enum Code: Hashable, Sendable {
    /// Not http or https.
    case scheme
    /// Not an address.
    case malformed
    /// The own machine or a private network.
    case privateAddress
    /// The server answered with an error.
    case status(Int)
    /// It sends on and on.
    case redirects
    /// Larger than allowed.
    case tooLarge
    /// No answer in time.
    case timeout
    /// No such host, no connection, or it broke.
    case unreachable
  }

  /// The kind of failure.
  package let code: Code
  /// What a person is told.
  package let reason: String

  /// What a person is told.
  package var description: String { reason }
}
