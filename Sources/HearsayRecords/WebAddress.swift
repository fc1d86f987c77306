/// An address on the web, or a part of one, taken to pieces and put together as RFC 3986 has it.
///
///     WebAddress("https://news.example/world/").resolving("../a?b=1").text  // "https://news.example/a?b=1"
package struct WebAddress: Hashable, Sendable {
  /// `https`, in lower case.
  package private(set) var scheme: String?
  /// `user@host:port`, as written.
  package private(set) var authority: String?
  /// What stands between the host and the question mark.
  package internal(set) var path: String
  /// What follows the question mark.
  package internal(set) var query: String?
  /// What follows the number sign.
  package internal(set) var fragment: String?

  /// Takes an address to pieces; characters that none may have are escaped, white space around it is cut off.
  package init(_ text: String) {
    var rest = Self.escaped(text)[...]
    scheme = Self.takeScheme(&rest)
    if let mark = rest.firstIndex(of: "#") {
      fragment = String(rest[rest.index(after: mark)...])
      rest = rest[..<mark]
    }
    if let mark = rest.firstIndex(of: "?") {
      query = String(rest[rest.index(after: mark)...])
      rest = rest[..<mark]
    }
    if rest.hasPrefix("//") {
      let after = rest.dropFirst(2)
      let end = after.firstIndex(of: "/") ?? after.endIndex
      authority = String(after[..<end])
      rest = after[end...]
    }
    path = String(rest)
  }

  private static func takeScheme(_ rest: inout Substring) -> String? {
    guard let colon = rest.firstIndex(of: ":"), let first = rest.first, first.isLetter else {
      return nil
    }
    let scheme = rest[..<colon]
    guard scheme.allSatisfy({ $0.isLetter || $0.isNumber || "+-.".contains($0) }) else {
      return nil
    }
    rest = rest[rest.index(after: colon)...]
    return scheme.lowercased()
  }

  /// Addresses in pages and feeds are often broken over lines, or have letters that must be escaped.
  private static func escaped(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    let whole = Array(text.utf8)
    let first = whole.firstIndex { $0 > 0x20 } ?? whole.endIndex
    let last = whole.lastIndex { $0 > 0x20 } ?? first - 1
    for byte in whole[first..<(last + 1)] {
      switch byte {
      case 0x09, 0x0A, 0x0D: continue
      case 0...0x20, 0x7F..., UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"),
        UInt8(ascii: "|"), UInt8(ascii: "}"):
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension WebAddress {
  /// The address put together again.
  package var text: String {
    (scheme.map { $0 + ":" } ?? "") + (authority.map { "//" + $0 } ?? "") + path
      + (query.map { "?" + $0 } ?? "") + (fragment.map { "#" + $0 } ?? "")
  }

  /// Whether it can be fetched: http or https, with a host.
  package var isWeb: Bool { (scheme == "http" || scheme == "https") && !(host ?? "").isEmpty }

  /// The host in lower case, without user and port.
  package var host: String? {
    guard var host = authority?.lowercased() else { return nil }
    if let at = host.lastIndex(of: "@") { host = String(host[host.index(after: at)...]) }
    // The colons of an IPv6 address stand in brackets.
    if let colon = host.lastIndex(of: ":"), !host[colon...].contains("]") {
      host = String(host[..<colon])
    }
    return host
  }

  /// Scheme, host and port: what one robots.txt holds for; `nil` for what is not on the web.
  package var origin: String? {
    guard isWeb, let scheme, let host, let authority else { return nil }
    let port = authority.lastIndex(of: ":").map { authority[authority.index(after: $0)...] }
    guard let port, !port.isEmpty, port.allSatisfy(\.isNumber),
      port != (scheme == "http" ? "80" : "443")
    else { return "\(scheme)://\(host)" }
    return "\(scheme)://\(host):\(port)"
  }

  /// The path with the query, as a request names it; at least a slash.
  package var request: String {
    (path.isEmpty ? "/" : path) + (query.map { "?" + $0 } ?? "")
  }

  /// The same without the part after the number sign, which servers never see.
  package var withoutFragment: WebAddress {
    var address = self
    address.fragment = nil
    return address
  }

  /// The same with another query.
  package func with(query: String?) -> WebAddress {
    var address = self
    address.query = query
    return address
  }

  /// What a reference means that stands in a document at this address (RFC 3986, 5.2).
  package func resolving(_ reference: String) -> WebAddress {
    var target = WebAddress(reference)
    if target.scheme != nil {
      target.path = Self.withoutDots(target.path, hasAuthority: target.authority != nil)
      return target
    }
    target.scheme = scheme
    if target.authority != nil {
      target.path = Self.withoutDots(target.path, hasAuthority: true)
      return target
    }
    target.authority = authority
    if target.path.isEmpty {
      target.path = path
      if target.query == nil { target.query = query }
    } else {
      target.path = Self.withoutDots(
        target.path.hasPrefix("/") ? target.path : merged(with: target.path),
        hasAuthority: authority != nil)
    }
    return target
  }

  private func merged(with relative: String) -> String {
    if authority != nil, path.isEmpty { return "/" + relative }
    guard let slash = path.lastIndex(of: "/") else { return relative }
    return path[...slash] + relative
  }

  /// Takes `.` and `..` out of a path.
  private static func withoutDots(_ path: String, hasAuthority: Bool) -> String {
    // A dot that matters stands after a slash, or first.
    var before = UInt8(ascii: "/")
    let hasDots = path.utf8.contains { byte in
      defer { before = byte }
      return byte == UInt8(ascii: ".") && before == UInt8(ascii: "/")
    }
    guard hasDots else { return path }
    let isRooted = path.hasPrefix("/")
    var parts: [Substring] = []
    let all = path.split(separator: "/", omittingEmptySubsequences: false)
    for (index, part) in all.enumerated() {
      let isLast = index == all.count - 1
      switch part {
      case ".": if isLast { parts.append("") }
      case "..":
        // The empty part before the first slash stays.
        if parts.count > (isRooted ? 1 : 0) { parts.removeLast() }
        if isLast { parts.append("") }
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
