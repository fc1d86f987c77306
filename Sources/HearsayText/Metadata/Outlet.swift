/// Who published a page, as its markup and its address tell, and titles without that name.
struct Outlet {
  let name: String?
  /// The letters of the host's parts: "orvapost" of "www.orva-post.example".
  private let hostNames: [String]

  private static let marks = [
    " | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", "|", " « ", " ‹ ",
  ]
  /// Marks that stand in headlines too: what follows them is the outlet only if it is called so.
  private static let dashes: Set<String> = [" - ", " – ", " — ", " · ", " • "]

  /// `stated` are the names in the markup, the most trusted first; `title` is the page's.
  init(stated: [String], title: String?, address: String?) {
    let host = WebAddressParts(address ?? "").host
    let hostNames = host.split(separator: ".").dropLast()
      .filter { !Self.commonLabels.contains(String($0)) }
      .map { Self.letters($0) }
    self.hostNames = hostNames
    let names = stated.map(\.collapsed).filter {
      !$0.isEmpty && $0.utf8.count <= 120 && !$0.hasPrefix("http") && !$0.hasPrefix("@")
    }
    if let first = names.first {
      name = Self.withoutMotto(first, hostNames)
    } else {
      // "Bridge at Orva shelled | The Orva Post" on orvapost.example.
      name = title.flatMap { title in
        Self.pieces(title).last { Self.isCalled($0, hostNames) && $0.utf8.count <= 40 }
      }
    }
  }

  private static let commonLabels: Set<String> = [
    "www", "com", "org", "net", "news", "blog", "blogs", "edition", "de", "uk", "co", "info",
    "wordpress",
    "blogspot", "m", "en", "amp",
  ]

  /// A title without the outlet's name before or behind it.
  func stripped(_ title: String) -> String {
    var title = beforeOwnName(title.collapsed)
    for _ in 0..<3 {
      guard let shorter = strippedOnce(title) else { break }
      title = shorter
    }
    return title.trimming { $0.isWhitespace || "|·•–—".contains($0) }
  }

  /// Of "Bridge shelled - The Orva Post - News from the harbour" what stands before the name.
  private func beforeOwnName(_ title: String) -> String {
    for mark in Self.marks(in: title) {
      let ranges = title.ranges(of: mark)
      for (number, range) in ranges.enumerated() where number + 1 < ranges.count {
        let piece = title[range.upperBound..<ranges[number + 1].lowerBound]
        if isOwnName(String(piece)), title[..<range.lowerBound].count >= 8 {
          return String(title[..<range.lowerBound]).collapsed
        }
      }
    }
    return title
  }

  /// The marks that may stand in a title: those of which a byte does.
  ///
  /// Searching for each takes much longer.
  private static func marks(in title: String) -> [String] {
    var bytes = SIMD32<UInt8>()
    for byte in title.utf8 { bytes[Int(byte >> 3)] |= 1 << (byte & 7) }
    return marks.filter { mark in
      mark.utf8.allSatisfy { bytes[Int($0 >> 3)] & (1 << ($0 & 7)) != 0 }
    }
  }

  private func strippedOnce(_ title: String) -> String? {
    var last: (range: Range<String.Index>, mark: String)?
    var first: (range: Range<String.Index>, mark: String)?
    for mark in Self.marks(in: title) {
      let ranges = title.ranges(of: mark)
      if let range = ranges.last, range.lowerBound > last?.range.lowerBound ?? title.startIndex {
        last = (range, mark)
      }
      if let range = ranges.first, range.lowerBound < first?.range.lowerBound ?? title.endIndex {
        first = (range, mark)
      }
    }
    if let last {
      let head = String(title[..<last.range.lowerBound]).collapsed
      let tail = String(title[last.range.upperBound...]).collapsed
      let isShort = tail.count <= 30 && head.count > tail.count && head.count >= 15
      if !head.isEmpty, isOwnName(tail) || (isShort && !Self.dashes.contains(last.mark)) {
        return head
      }
    }
    if let first {
      let head = String(title[..<first.range.lowerBound]).collapsed
      let tail = String(title[first.range.upperBound...]).collapsed
      if !tail.isEmpty, tail.count >= head.count, isOwnName(head) { return tail }
    }
    return nil
  }

  private func isOwnName(_ text: String) -> Bool {
    let letters = Self.letters(text)
    guard !letters.isEmpty else { return true }
    if let name {
      let own = Self.letters(name)
      if letters == own || letters.count >= 4 && own.hasPrefix(letters) { return true }
      if own.count >= 4, letters.hasPrefix(own), letters.count <= own.count + 12 { return true }
    }
    return Self.isCalled(text, hostNames)
  }

  /// Whether a text is what the host is called, give or take an article or a place.
  private static func isCalled(_ text: some StringProtocol, _ hostNames: [String]) -> Bool {
    let letters = letters(text)
    return hostNames.contains { host in
      guard host.utf8.count >= 3 else { return false }
      // "stol.it" is called after its country too.
      if letters == host || letters.hasPrefix(host) && letters.utf8.count <= host.utf8.count + 3 {
        return true
      }
      if host.utf8.count <= 4 {
        return letters.utf8.count <= 24 && DateTokens.split(text).contains { $0.word == host }
      }
      return letters.contains(host) && letters.utf8.count <= host.utf8.count + 14
        || letters.utf8.count >= 5 && host.contains(letters)
    }
  }

  /// "The Orva Post - News from the harbour" is called "The Orva Post".
  private static func withoutMotto(_ name: String, _ hostNames: [String]) -> String {
    let pieces = pieces(name)
    guard pieces.count > 1, name.count > 24 else { return name }
    return pieces.first { isCalled($0, hostNames) } ?? name
  }

  private static func pieces(_ text: String) -> [String] {
    var pieces = [text]
    for mark in marks(in: text) where text.contains(mark) {
      pieces = pieces.flatMap { piece in
        piece.split(separator: mark).map { String($0).collapsed }
      }
    }
    return pieces.filter { !$0.isEmpty }
  }

  private static func letters(_ text: some StringProtocol) -> String {
    DateTokens.split(text).map { token in
      switch token.kind {
      case .word(let word): word
      case .number(let value, _): String(value)
      case .mark: ""
      }
    }.joined()
  }
}
