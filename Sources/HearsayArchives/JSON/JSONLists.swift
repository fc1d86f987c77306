/// Finds the reports in a JSON document, wherever the service or program that wrote it puts its list.
struct JSONLists {
  /// A report, or what may be one, and the members of what holds it.
  struct Item: Sendable {
    let value: Range<Int>
    let holder: JSONNode
  }

  /// Where lists of reports stand, in order of the services' own documentation; `*` is every item of a list.
  static let paths = [
    "articles.results", "articles", "stories", "story", "data", "messages", "chats.list.*.messages",
    "leftchats.list.*.messages", "hits.hits", "results", "response.results", "response.docs",
    "items", "posts", "result.posts", "tweets", "statuses", "feed", "docs", "documents", "records",
    "entries", "news", "log.entries", "@graph", "value",
  ]

  /// Lists within lists: none that people hold go deeper.
  private static let deepest = 3

  private let scan: JSONScan
  private var items: [Item] = []

  /// The reports in a document, in its order; a document that is a report itself is one.
  static func items(in bytes: [UInt8]) -> [Item] {
    var lists = JSONLists(JSONScan(bytes))
    guard let start = bytes.firstIndex(where: { $0 == 0x7B || $0 == 0x5B }),
      let whole = lists.scan.value(at: start)
    else { return [] }
    lists.take(whole, holder: .null, depth: 0)
    return lists.items
  }

  private init(_ scan: JSONScan) { self.scan = scan }

  private mutating func take(_ value: Range<Int>, holder: JSONNode, depth: Int) {
    guard depth <= Self.deepest else { return }
    if scan.first(of: value) == UInt8(ascii: "[") {
      for item in scan.items(at: value.lowerBound) { take(item, holder: holder, depth: depth + 1) }
      return
    }
    guard scan.first(of: value) == UInt8(ascii: "{") else { return }
    let members = scan.members(at: value.lowerBound)
    let lists =
      depth == Self.deepest ? [] : Self.paths.flatMap { self.lists($0[...], members, holder) }
    guard !lists.isEmpty, !isReport(value, members, holder) else {
      items.append(Item(value: value, holder: holder))
      return
    }
    for list in lists { take(list.value, holder: list.holder, depth: depth + 1) }
  }

  /// Whether an object that has lists is a report all the same.
  ///
  /// A large one is none, and is not taken apart to see that.
  private func isReport(
    _ value: Range<Int>, _ members: [(name: String, value: Range<Int>)], _ holder: JSONNode
  ) -> Bool {
    guard value.count <= ArchiveFile.largestEntry, let node = scan.node(value) else { return false }
    return JSONReport(node, in: holder).content != nil
  }

  /// The lists of objects at a path, with what holds each.
  private func lists(
    _ path: Substring, _ members: [(name: String, value: Range<Int>)], _ holder: JSONNode
  ) -> [Item] {
    let name = path.prefix { $0 != "." }
    let rest = path[name.endIndex...].dropFirst()
    guard let value = members.first(where: { $0.name == name })?.value else { return [] }
    if rest.isEmpty {
      let first = scan.first(of: value)
      let isList =
        first == UInt8(ascii: "[")
        ? scan.items(at: value.lowerBound).first.map { scan.first(of: $0) } == UInt8(ascii: "{")
        : first == UInt8(ascii: "{") && ["data", "story"].contains(name)
      return isList ? [Item(value: value, holder: plain(members))] : []
    }
    guard rest.hasPrefix("*.") else {
      return lists(rest, scan.members(at: value.lowerBound), holder)
    }
    return scan.items(at: value.lowerBound).flatMap {
      lists(rest.dropFirst(2), scan.members(at: $0.lowerBound), holder)
    }
  }

  /// The members that are words or numbers, and the users that posts tell by number.
  private func plain(_ members: [(name: String, value: Range<Int>)]) -> JSONNode {
    var plain: [String: JSONNode] = [:]
    for member in members {
      let isNested = [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(scan.first(of: member.value))
      guard !isNested || member.name == "includes", member.value.count < 8 << 20 else { continue }
      plain[member.name] = scan.node(member.value)
    }
    return .object(plain)
  }
}
