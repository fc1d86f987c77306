/// What tells that two reports are versions of one: the address of a page however it was come by, the path of a file, or
/// the digest of bytes that came from nowhere.
package enum ReportAddress {
  /// The address of a report.
  ///
  /// - Parameters:
  ///   - met: The address or path where it was met; `nil` for standard input.
  ///   - canonical: What the page itself calls its address.
  ///   - sha256: The digest of its bytes.
  /// - Returns: The address as it is kept.
  package static func of(met: String?, canonical: String? = nil, sha256: String) -> String {
    guard let met, !met.isEmpty else { return "urn:sha256:\(sha256)" }
    let address = WebAddress(met)
    guard address.isWeb else { return met }
    let page = address.page
    guard let other = canonical.map({ WebAddress($0) }), other.isWeb,
      stands(other.page, for: page)
    else { return page.text }
    return other.page.text
  }

  /// Whether a page may be called by another address that it names: on the same site, and no broader than its own.
  ///
  /// Systems that are set up badly name a front page, a section, or one address for all that a query asks for: whole sites
  /// would be versions of one report.
  private static func stands(_ other: WebAddress, for page: WebAddress) -> Bool {
    guard let one = page.host, let two = other.host,
      one == two || one.hasSuffix("." + two) || two.hasSuffix("." + one)
    else { return false }
    if other.path == page.path { return other.query != nil || page.query == nil }
    let section = other.path.hasSuffix("/") ? other.path : other.path + "/"
    return !page.path.hasPrefix(section)
  }
}

extension WebAddress {
  /// The address of the page as such: the same whatever an address tells of how the page was come by.
  ///
  /// https for http; without `www.`, the usual port, a slash at the end, what tells a site who sent the reader, the mark of
  /// a version for telephones (AMP), and the part after the number sign.
  package var page: WebAddress {
    guard isWeb, let host else { return self }
    var address = WebAddress("https://" + Self.bare(host) + (Self.unusualPort(of: self) ?? ""))
    address.path = Self.withoutAMP(Self.unescaped(path))
    address.query = Self.withoutSenders(query)
    // Some sites keep in it which page is shown.
    if let fragment, fragment.hasPrefix("!") { address.fragment = fragment }
    return address
  }

  /// The address without what tells a site who sent the reader, for fetching: all else may matter to a server.
  package var withoutTrackers: WebAddress {
    guard let query else { return self }
    let parts = query.split(separator: "&", omittingEmptySubsequences: false)
    let kept = parts.filter { !Trackers.isOne(name(of: $0)) }
    guard kept.count < parts.count else { return self }
    return with(query: kept.isEmpty ? nil : kept.joined(separator: "&"))
  }

  private func name(of part: Substring) -> String { Self.name(of: part) }

  private static func name(of part: Substring) -> String {
    part.prefix { $0 != "=" }.lowercased()
  }

  private static func bare(_ host: String) -> String {
    var host = host.hasSuffix(".") ? String(host.dropLast()) : host
    for prefix in ["www.", "amp."]
    where host.hasPrefix(prefix) && host.dropFirst(prefix.count).contains(".") {
      host = String(host.dropFirst(prefix.count))
    }
    return host
  }

  /// `:8080`; `nil` for the port that the scheme means anyway.
  private static func unusualPort(of address: WebAddress) -> String? {
    guard let origin = address.origin, let host = address.host else { return nil }
    let port = origin.dropFirst((address.scheme?.count ?? 0) + 3 + host.count)
    return port.isEmpty ? nil : String(port)
  }

  private static func withoutAMP(_ path: String) -> String {
    var parts = path.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
    if parts.count > 1, parts.last?.lowercased() == "amp" { parts.removeLast() }
    if parts.count > 1, parts.first?.lowercased() == "amp" { parts.removeFirst() }
    if let last = parts.last, parts.count > 0 {
      let lower = last.lowercased()
      if lower.hasSuffix(".amp.html") {
        parts[parts.count - 1] = last.dropLast(".amp.html".count) + ".html"
      } else if lower.hasSuffix(".amp"), lower.count > 4 {
        parts[parts.count - 1] = String(last.dropLast(".amp".count))
      }
    }
    return "/" + parts.joined(separator: "/")
  }

  private static func withoutSenders(_ query: String?) -> String? {
    let kept = (query ?? "").split(separator: "&").filter { part in
      let name = name(of: part)
      let value = part.dropFirst(name.count + 1).lowercased()
      let isAMP = name == "amp" || name == "outputtype" && value == "amp"
      return !Trackers.isOne(name) && !isAMP && !Trackers.isSender(name, value)
    }
    return kept.isEmpty ? nil : kept.joined(separator: "&")
  }

  /// Letters and digits that are escaped though they need not be stand as themselves, and escapes are in capitals
  /// (RFC 3986, 6.2.2).
  private static func unescaped(_ path: String) -> String {
    guard path.utf8.contains(UInt8(ascii: "%")) else { return path }
    var out: [UInt8] = []
    var rest = Array(path.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      else {
        out.append(byte)
        continue
      }
      let digits = rest.prefix(2).map { $0 >= 0x61 ? $0 - 0x20 : $0 }
      rest = rest.dropFirst(2)
      let isPlain =
        (0x30...0x39).contains(value) || (0x41...0x5A).contains(value)
        || (0x61...0x7A).contains(value) || Array("-._~".utf8).contains(value)
      if isPlain { out.append(value) } else { out += [byte] + digits }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

/// Parts of an address that tell a site who sent the reader, and nothing of the page.
///
/// The same report has another address in every feed otherwise, and would be kept as often.
private enum Trackers {
  private static let names: Set<String> = [
    "fbclid", "gclid", "dclid", "msclkid", "yclid", "twclid", "ttclid", "igshid", "igsh", "mc_cid",
    "mc_eid", "_hsenc", "_hsmi", "at_medium", "at_campaign", "at_custom1", "at_custom2",
    "at_custom3", "at_custom4", "cmpid", "ncid", "ocid", "smid", "xtor", "ns_mchannel", "ns_source",
    "ns_campaign", "ns_linkname", "wt.mc_id", "traffic_source", "ref_src", "ref_url", "_ga", "_gl",
    "gaa_at", "guccounter", "guce_referrer", "guce_referrer_sig",
  ]

  /// Names that other sites use for what matters: only a value without digits is the name of a sender.
  private static let senders: Set<String> = ["from", "ref", "referrer", "source", "src", "via"]

  static func isOne(_ name: String) -> Bool { names.contains(name) || name.hasPrefix("utm_") }

  static func isSender(_ name: String, _ value: String) -> Bool {
    senders.contains(name) && !value.contains(where: \.isNumber)
  }
}
