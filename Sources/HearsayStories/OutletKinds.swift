/// Of what kind an outlet is, as far as its name or the host it is named by tells: a table of ours (`Data/stories/outlets.tsv`).
///
/// An outlet whose name tells nothing has no kind; which side it is on is never told.
package struct OutletKinds: Sendable {
  /// How one line of the table fits.
  private enum Sign: Sendable {
    /// Words that stand together in the name.
    case words([String])
    /// All words of the name.
    case whole([String])
    /// A host, and all under it.
    case host([String])
    /// A part of the end of a host: `gov` of `army.gov.example`.
    case end([String])
  }

  private let lines: [(kind: String, sign: Sign)]
  /// The kinds in the order of the table.
  package let kinds: [String]

  /// Reads the table: `kind TAB sign` a line.
  package init(_ table: String) {
    var lines: [(kind: String, sign: Sign)] = []
    for line in table.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count >= 2 else { continue }
      lines.append((fields[0], Self.sign(fields[1])))
    }
    self.lines = lines
    var kinds: [String] = []
    for line in lines where !kinds.contains(line.kind) { kinds.append(line.kind) }
    self.kinds = kinds
  }

  /// A table that knows of no outlet.
  package static let none = OutletKinds("")

  private static func sign(_ text: String) -> Sign {
    if text.hasPrefix("=") { return .whole(words(String(text.dropFirst()))) }
    if text.hasPrefix(".") { return .end(labels(String(text.dropFirst()))) }
    return text.contains(".") ? .host(labels(text)) : .words(words(text))
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static func labels(_ host: String) -> [String] {
    host.lowercased().split(separator: ".").map(String.init)
  }

  /// The kind of an outlet; `nil` if its name tells none.
  package func kind(of outlet: String) -> String? {
    let words = Self.words(outlet)
    guard !words.isEmpty else { return nil }
    let isHost = outlet.contains(".") && !outlet.contains(where: \.isWhitespace)
    let labels = isHost ? Self.labels(outlet) : []
    return lines.first { line in
      switch line.sign {
      case .words(let wanted): Self.holds(words, wanted)
      case .whole(let wanted): words == wanted
      case .host(let host): !labels.isEmpty && labels.suffix(host.count) == host[...]
      // The name of a country may follow.
      case .end(let end): labels.count > end.count && Self.holds(labels.suffix(end.count + 1), end)
      }
    }?.kind
  }

  private static func holds(_ words: some Collection<String>, _ wanted: [String]) -> Bool {
    let words = Array(words)
    guard words.count >= wanted.count else { return false }
    return (0...(words.count - wanted.count)).contains { start in
      words[start..<(start + wanted.count)] == wanted[...]
    }
  }
}
