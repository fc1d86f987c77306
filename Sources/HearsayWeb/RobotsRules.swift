import HearsayRecords

/// What a site's robots.txt asks of one robot (RFC 9309).
///
/// The group that names the robot counts, otherwise the one for all; of the rules that match a path, the longest, and of
/// two equally long the one that allows.
package struct RobotsRules: Hashable, Sendable {
  private struct Rule: Hashable, Sendable {
    let allows: Bool
    /// Normalised, with `*` and a `$` at the end as they are.
    let pattern: [UInt8]
  }

  private var rules: [Rule] = []
  /// Seconds that the site wants between two requests; `nil` if it does not say.
  package private(set) var delay: Double?
  /// The sitemaps it names, as written.
  package private(set) var sitemaps: [String] = []

  /// Rules of a site that has none.
  package static let allowingAll = RobotsRules()
  /// Rules of a site whose rules cannot be had: nothing may be fetched.
  package static let unknown: RobotsRules = {
    var rules = RobotsRules()
    rules.rules = [Rule(allows: false, pattern: [UInt8(ascii: "/")])]
    rules.isUnknown = true
    return rules
  }()
  /// Whether they could not be had.
  package private(set) var isUnknown = false

  /// More of a robots.txt is not read; the least that RFC 9309 asks for.
  package static let longest = 500 << 10

  private init() {}

  /// Reads a robots.txt for the robot with the name `product`; what is no rule is passed over.
  package init(_ text: String, product: String) {
    var groups = Groups(product: product.lowercased())
    // A mark of byte order, and whatever ends lines anywhere.
    let text = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
    for line in text.prefix(Self.longest).split(whereSeparator: \.isNewline) {
      guard let (key, value) = Self.parts(of: line) else { continue }
      switch key {
      case .userAgent: groups.enter(value)
      case .allow, .disallow:
        // "Disallow:" with nothing after it forbids nothing.
        groups.add(
          value.isEmpty
            ? nil : Rule(allows: key == .allow, pattern: Self.normalised(value, isPattern: true)))
      case .crawlDelay:
        if let seconds = Double(value), seconds >= 0, seconds.isFinite { groups.wait(seconds) }
      case .sitemap: if sitemaps.count < 1_000 { sitemaps.append(value) }
      }
    }
    (rules, delay) = groups.applicable
  }

  /// Whether an address may be fetched.
  package func allows(_ address: String) -> Bool {
    let path = Self.normalised(WebAddress(address).request)
    if path.elementsEqual("/robots.txt".utf8) { return true }
    var longest = -1
    var isAllowed = true
    for rule in rules where rule.pattern.count >= longest {
      guard rule.pattern.count > longest || (rule.allows && !isAllowed),
        Self.matches(rule.pattern, path)
      else { continue }
      longest = rule.pattern.count
      isAllowed = rule.allows
    }
    return isAllowed
  }
}

// Lines and groups.
extension RobotsRules {
  private enum Key {
    case userAgent, allow, disallow, crawlDelay, sitemap
  }

  /// What site owners write for each; those beside the first are mistakes that can mean nothing else.
  private static let keys: [String: Key] = [
    "user-agent": .userAgent, "useragent": .userAgent, "user agent": .userAgent,
    "allow": .allow, "disallow": .disallow, "dissallow": .disallow, "dissalow": .disallow,
    "disalow": .disallow, "diasllow": .disallow, "disallaw": .disallow,
    "crawl-delay": .crawlDelay, "sitemap": .sitemap, "site-map": .sitemap,
  ]

  private static func parts(of line: Substring) -> (Key, String)? {
    let line = trimmed(line.prefix { $0 != "#" })
    if let colon = line.firstIndex(of: ":"),
      let key = keys[trimmed(line[..<colon]).lowercased()]
    {
      return (key, String(trimmed(line[line.index(after: colon)...])))
    }
    // A forgotten colon, where there are two words and no more: otherwise it is somebody's prose.
    let words = line.split(whereSeparator: \.isWhitespace)
    guard words.count == 2, let key = keys[words[0].lowercased()] else { return nil }
    return (key, String(words[1]))
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  /// The groups of a file, of which only two matter.
  private struct Groups {
    /// The robot's name in lower case.
    let product: String
    private var named: [Rule] = []
    private var namedDelay: Double?
    private var common: [Rule] = []
    private var commonDelay: Double?
    private var isNamed = false
    private var isCommon = false
    private var hasNamed = false
    /// Whether rules have come since the last name: the next name then begins another group.
    private var hasRules = false

    init(product: String) { self.product = product }

    mutating func enter(_ value: String) {
      if hasRules { (isNamed, isCommon, hasRules) = (false, false, false) }
      // A version or other words may follow the name.
      let name = value.lowercased().prefix { $0 != "/" && !$0.isWhitespace }
      if value.hasPrefix("*") { isCommon = true }
      if name == product {
        isNamed = true
        hasNamed = true
      }
    }

    mutating func add(_ rule: Rule?) {
      hasRules = true
      guard let rule else { return }
      if isNamed { named.append(rule) }
      if isCommon { common.append(rule) }
    }

    mutating func wait(_ seconds: Double) {
      if isNamed { namedDelay = seconds }
      if isCommon { commonDelay = seconds }
    }

    var applicable: (rules: [Rule], delay: Double?) {
      hasNamed ? (named, namedDelay) : (common, commonDelay)
    }
  }
}

// Matching.
extension RobotsRules {
  /// Bytes in the one form in which RFC 9309 compares them: letters, digits and `-._~` plain, everything beyond ASCII
  /// escaped, escapes in capitals; stars and dollar signs escaped where they do not mean something else.
  private static func normalised(_ text: String, isPattern: Bool = false) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    func escape(_ byte: UInt8) {
      result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "%"), index + 2 < bytes.count,
        let high = hex(bytes[index + 1]), let low = hex(bytes[index + 2])
      {
        let escaped = high << 4 | low
        if isUnreserved(escaped) { result.append(escaped) } else { escape(escaped) }
        index += 3
        continue
      }
      let isSpecial =
        isPattern
        && (byte == UInt8(ascii: "*") || byte == UInt8(ascii: "$") && index == bytes.count - 1)
      if byte <= 0x20 || byte >= 0x7F || #""<>\^`{|}*$"#.utf8.contains(byte), !isSpecial {
        escape(byte)
      } else {
        result.append(byte)
      }
      index += 1
    }
    return result
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
      || "-._~".utf8.contains(byte)
  }

  /// Whether a pattern matches the beginning of a path, or all of it after a `$`.
  ///
  /// The first place that fits is taken for each part between stars, which is enough since stars fit anything;
  /// nothing is ever tried twice.
  private static func matches(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
    var parts = pattern.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)[...]
    let isWhole = pattern.last == UInt8(ascii: "$")
    if isWhole, let last = parts.popLast() { parts.append(last.dropLast()) }
    guard let first = parts.popFirst(), path.starts(with: first) else { return false }
    var rest = path[first.count...]
    if parts.isEmpty { return !isWhole || rest.isEmpty }
    let last = isWhole ? parts.popLast() : nil
    for part in parts where !part.isEmpty {
      guard let place = place(of: part, in: rest) else { return false }
      rest = rest[(place + part.count)...]
    }
    guard let last else { return true }
    return rest.count >= last.count && rest.suffix(last.count).elementsEqual(last)
  }

  private static func place(of part: ArraySlice<UInt8>, in path: ArraySlice<UInt8>) -> Int? {
    guard let first = part.first, part.count <= path.count else { return nil }
    var at = path.startIndex
    while at <= path.endIndex - part.count {
      if path[at] == first, path[at..<(at + part.count)].elementsEqual(part) { return at }
      at += 1
    }
    return nil
  }
}
