import HearsayRecords
import HearsayText

/// A report as a JSON object tells it, by the first of the shapes that it has.
struct JSONReport {
  /// The text, with the headline before it, or the page.
  private(set) var content: String?
  private(set) var isHTML = false
  /// Whether the text is said to be cut off.
  private(set) var isCut = false
  private(set) var address: String?
  private(set) var title: String?
  private(set) var published: String?
  private(set) var modified: String?
  private(set) var fetched: String?
  private(set) var byline: String?
  private(set) var outlet: String?
  private(set) var language: String?

  private let node: JSONNode
  private let holder: JSONNode

  /// A report within a report within a report: none that people hold goes deeper.
  private static let deepest = 4

  /// Reads an object; `holder` has the members of what holds it.
  init(_ node: JSONNode, in holder: JSONNode = .null) {
    var node = node
    self.holder = holder
    var shape = Self.shape(of: node, holder)
    for _ in 0..<Self.deepest {
      guard let path = shape?.inside, let inner = node[path] else { break }
      node = inner
      shape = Self.shape(of: node, holder)
    }
    self.node = node
    guard let shape, shape.inside == nil else { return }
    take(shape)
  }

  private static func shape(of node: JSONNode, _ holder: JSONNode) -> JSONShape? {
    guard case .object = node else { return nil }
    return JSONShape.all.first { shape in
      shape.told.split(separator: " ").allSatisfy { needed in
        needed.split(separator: "|").contains { Self.isTold($0, node, holder) }
      }
    }
  }

  private static func isTold(_ needed: Substring, _ node: JSONNode, _ holder: JSONNode) -> Bool {
    let path = needed.prefix { $0 != "=" && $0 != "~" }
    let values = values(path, node, holder)
    guard path.count < needed.count else { return !values.isEmpty }
    let wanted = needed[path.endIndex...].dropFirst()
    let isWhole = needed[path.endIndex] == "="
    return values.contains { value in
      let words = value.words?.lowercased() ?? ""
      return isWhole ? words == wanted : words.contains(wanted)
    }
  }

  private static func values(
    _ path: Substring, _ node: JSONNode, _ holder: JSONNode
  ) -> [JSONNode] {
    path.first == "^" ? holder.values(path.dropFirst()) : node.values(path)
  }

  private mutating func take(_ shape: JSONShape) {
    title = first(shape.title) { Self.whole($0) }.map(MarkupText.line)
    address = address(shape.address)
    published = first(shape.published) { $0.words.flatMap(StatedDate.iso) }
    modified = first(shape.modified) { $0.words.flatMap(StatedDate.iso) }
    if modified == published { modified = nil }
    fetched = first(shape.fetched) { $0.words.flatMap(StatedDate.iso) }
    outlet = all(shape.outlet)
    byline = all(shape.byline).flatMap { $0 == outlet ? nil : $0 }
    language = first(shape.language) { $0.words.flatMap(StatedLanguage.code) }
    if let text = first(shape.text, Self.whole) {
      content = withHeadline(text)
    } else if let page = first(shape.page, Self.whole) {
      content = page
      isHTML = true
    }
  }

  /// The page that it holds; `nil` if it has no text.
  func page(_ place: ArchivePlace) -> ArchivedPage? {
    guard let content else { return nil }
    var page = ArchivedPage(place: place, bytes: Array(content.utf8))
    page.contentType = isHTML ? "text/html; charset=utf-8" : "text/plain; charset=utf-8"
    page.address = address
    page.fetched = fetched
    page.title = title
    page.published = published
    page.modified = modified
    page.byline = byline
    page.outlet = outlet
    page.language = language
    page.isCut = isCut
    return page
  }

  /// Whether it names a page and has no text of it, as lists of links do.
  var isOnlyAddress: Bool { content == nil && (address?.hasPrefix("http") ?? false) }

  /// What an object without a text may hold, such as the number of a post by which one is answered.
  var names: [String: JSONNode] { if case .object(let members) = node { members } else { [:] } }
}

// The values at paths.
extension JSONReport {
  /// What the first path gives that gives anything.
  private func first<Value>(_ paths: String, _ read: (JSONNode) -> Value?) -> Value? {
    for path in paths.split(separator: " ") {
      for node in Self.values(path, node, holder) {
        if let value = read(node) { return value }
      }
    }
    return nil
  }

  /// The names that the first path gives, each once, with commas between them.
  private func all(_ paths: String) -> String? {
    for path in paths.split(separator: " ") {
      let values = Self.values(path, node, holder).flatMap(Self.names)
      let names = values.map(MarkupText.line).filter { !$0.isEmpty }.distinct
      if !names.isEmpty { return names.joined(separator: ", ") }
    }
    return nil
  }

  /// The names in a value: those of a list, and of an object what it calls itself.
  private static func names(_ node: JSONNode) -> [String] {
    switch node {
    case .array(let items): items.flatMap(names)
    case .object:
      ["name", "title", "domain"].lazy.compactMap { node[$0]?.words }.first.map { [$0] } ?? []
    default: node.words.map { [$0] } ?? []
    }
  }

  /// The words of a value: of a list of pieces, as Telegram writes marked-up text, the pieces in a row.
  private static func whole(_ node: JSONNode) -> String? {
    let text: String?
    switch node {
    case .array(let items):
      let pieces = items.compactMap { $0.words ?? $0["text"]?.words }
      let isPieces = items.contains { $0["type"] != nil }
      text = pieces.isEmpty ? nil : pieces.joined(separator: isPieces ? "" : "\n\n")
    default: text = node.words
    }
    return text.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
  }

  /// The first address of which all parts are there.
  private func address(_ paths: String) -> String? {
    for path in paths.split(separator: " ") {
      guard path.contains("{") else {
        if let words = first(String(path), { $0.words }), !words.isEmpty { return words }
        continue
      }
      var address = ""
      var rest = path
      while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
        let name = rest[open...].dropFirst().prefix { $0 != "}" }
        guard let words = first(String(name), { $0.words }), !words.isEmpty else { break }
        address += rest[..<open] + words
        rest = rest[close...].dropFirst()
      }
      if !rest.contains("{") { return address + rest }
    }
    return nil
  }

  /// The text under its headline, as a plain text file would have it.
  private mutating func withHeadline(_ text: String) -> String {
    var text = text.contains("<") || text.contains("&") ? MarkupText.paragraphs(text) : text
    text = text.replacing("\r\n", with: "\n")
    // Extractors put one line end between paragraphs.
    if !text.contains("\n\n") { text = text.replacing("\n", with: "\n\n") }
    text = withoutCount(text)
    guard let title, !title.isEmpty, !Self.begins(text, with: title) else { return text }
    return title + "\n\n" + text
  }

  /// Whether a text has the headline at its start: a short one by itself, or it would be the first word.
  private static func begins(_ text: String, with title: String) -> Bool {
    guard text.hasPrefix(title) else { return false }
    return title.count >= 20 || text.dropFirst(title.count).first?.isNewline ?? true
  }

  /// Without "… [+1234 chars]", by which NewsAPI says how much it has cut off.
  private mutating func withoutCount(_ text: String) -> String {
    guard text.hasSuffix(" chars]"), let mark = text.range(ofLast: "[+") else { return text }
    isCut = true
    var end = text[..<mark]
    while let last = end.last, last.isWhitespace || last == "…" { end = end.dropLast() }
    return String(end)
  }
}

extension String {
  /// Where some characters last begin.
  fileprivate func range(ofLast mark: String) -> Index? {
    ranges(of: mark).last?.lowerBound
  }
}
