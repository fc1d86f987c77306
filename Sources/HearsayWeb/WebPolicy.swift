/// What a fetch may do.
package struct WebPolicy: Hashable, Sendable {
  /// Whether addresses of the own machine and of private networks may be fetched.
  package var allowsPrivate = false
  /// Hosts that the user named.
  ///
  /// Addresses of a link, and those at which clouds tell machines their secrets, are fetched of
  /// these alone, also where private ones are allowed: no feed and no redirect leads to them.
  package var named: Set<String> = []
  /// Addresses that may be fetched although they are private.
  var trusted: Set<NetworkAddress> = []
  /// The proxy to fetch through; those named in the environment are not used, since behind a proxy it
  /// cannot be seen whether an address is private.
  package var proxy: String?
  /// Larger pages are refused: main texts are far smaller.
  package var largestPage = 32 << 20
  /// Whether larger pages are cut off there rather than refused.
  package var cutsOff = false
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
  /// What names this state of the page, to be sent along when it is asked for again.
  package var validators = Validators()
  /// Where the server says that the page has moved for good; `nil` if it is where it was asked for.
  package var movedTo: String?

  package init(address: String, contentType: String?, bytes: [UInt8]) {
    self.address = address
    self.contentType = contentType
    self.bytes = bytes
  }
}

/// What a server calls the state in which it gave a page: asked with them, it gives the page only if it has changed.
package struct Validators: Hashable, Sendable {
  /// The ETag header.
  package var etag: String?
  /// The Last-Modified header.
  package var lastModified: String?

  package init(etag: String? = nil, lastModified: String? = nil) {
    self.etag = etag
    self.lastModified = lastModified
  }
}

/// A page that may be as it was when it was fetched before.
package enum WebAnswer: Hashable, Sendable {
  /// It has changed, or was never fetched.
  case page(WebPage)
  /// It is as it was.
  case unchanged
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
    /// The site's robots.txt asks robots not to fetch it.
    case robots
    /// The site wants to be left alone for a time.
    case paused
    /// The run is being stopped.
    case stopped
  }

  /// The kind of failure.
  package let code: Code
  /// What a person is told.
  package let reason: String
  /// After how many seconds the server wants to be asked again, if it says so.
  package var retryAfter: Double?

  package init(code: Code, reason: String, retryAfter: Double? = nil) {
    self.code = code
    self.reason = reason
    self.retryAfter = retryAfter
  }

  /// What a person is told.
  package var description: String { reason }
}
