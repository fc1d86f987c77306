public import HearsayRecords

/// A post of a social network that a page shows.
public struct EmbeddedPost: Sendable, Hashable {
  /// What it says; empty where the page only points to it.
  public var text: String
  /// Who wrote it, as shown: "Ada Lind (@adalind)".
  public var author: String?
  /// Where it stands.
  public var address: String?
  /// When it was written: ISO 8601.
  public var published: String?
  /// Where `published` was found: `status` for the post's number, `text` for the words that the page shows.
  public var publishedFrom: PublishedFrom
  /// The words that show when it was written, as they stand on the page.
  public var dateWords: String?

  /// Creates a post of which only the text is known.
  public init(text: String) {
    self.text = text
    publishedFrom = .none
  }
}

/// Finds the posts that a page shows: block quotations that a network's script would replace, frames and elements that
/// name a post by its address or number.
struct EmbeddedPosts {
  private let document: HTMLDocument
  private let parts: PageParts
  private let scanner: DateScanner

  /// More posts than this are a wall of them.
  private static let most = 200
  /// A quotation with more nodes than this is no post.
  private static let mostNodes = 400

  init(_ metadata: PageMetadata) {
    document = metadata.document
    parts = metadata.parts
    scanner = DateScanner(
      order: DateOrder.usual(language: metadata.languageTag, address: metadata.canonical),
      language: metadata.language)
  }

  /// The posts in the order of the page, each once.
  func posts() -> [EmbeddedPost] {
    var posts: [EmbeddedPost] = []
    var seen: Set<String> = []
    for index in (parts.quotations + parts.frames).sorted() {
      guard posts.count < Self.most,
        let post = document.nodes[index].name == "blockquote" ? quoted(index) : framed(index)
      else { continue }
      guard seen.insert(post.address.map(Self.key) ?? post.text).inserted else { continue }
      posts.append(post)
    }
    return posts
  }

  /// The number of a post, by which it is the same under several addresses.
  private static func key(_ address: String) -> String {
    let path = WebAddressParts(address).path.prefix { $0 != "?" && $0 != "#" }
    return path.split(separator: "/").last { $0.utf8.count >= 10 }.map(String.init) ?? address
  }

  // MARK: - Block quotations

  private static let labels = SubstringSets([
    [
      "twitter-tweet", "twitter-video", "instagram-media", "tiktok-embed", "mastodon-embed",
      "bluesky-embed",
      "text-post-media", "fb-post", "truthsocial-embed",
    ]
  ])

  private func quoted(_ index: Int) -> EmbeddedPost? {
    let node = document.nodes[index]
    guard document.end(index) - index <= Self.mostNodes else { return nil }
    let links = (index..<document.end(index)).filter { document.nodes[$0].name == "a" }
    let named = [
      "cite", "data-instgrm-permalink", "data-text-post-permalink", "data-bluesky-uri",
      "data-embed-url",
    ]
    .compactMap { node.attributes[$0] }
    let hrefs = links.compactMap { document.nodes[$0].attributes["href"] }
    let address = named.first(where: Self.isPost) ?? hrefs.last(where: Self.isPost)
    guard address != nil || node.labelled(by: Self.labels) != 0 else { return nil }
    var post = EmbeddedPost(text: words(index))
    post.author = author(index, address)
    post.address = address ?? named.first ?? hrefs.last
    let shown = links.last.map { document.text($0).collapsed } ?? ""
    date(&post, shown: shown)
    return post
  }

  private static func isPost(_ address: String) -> Bool {
    StatusNumber.time(ofPostAt: address) != nil
  }

  /// The paragraphs of a quotation; without any, its text but for the last link.
  private func words(_ index: Int) -> String {
    var paragraphs: [String] = []
    for child in index..<document.end(index) where document.nodes[child].name == "p" {
      let text = lines(child, except: nil)
      if !text.isEmpty { paragraphs.append(text) }
    }
    if !paragraphs.isEmpty { return paragraphs.joined(separator: "\n\n") }
    let last = (index..<document.end(index)).last { document.nodes[$0].name == "a" }
    return lines(index, except: last)
  }

  /// Text below a node with its line breaks.
  private func lines(_ index: Int, except skipped: Int?) -> String {
    var text = ""
    let hidden = skipped.map { $0..<document.end($0) } ?? 0..<0
    for child in index..<document.end(index) where !hidden.contains(child) {
      let node = document.nodes[child]
      if node.isText { text += node.text.replacing("\n", with: " ") }
      if node.name == "br" { text += "\n" }
    }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).collapsed }.joined(separator: "\n").trimming(\.isWhitespace)
  }

  /// "— Ada Lind (@adalind)": what stands behind the paragraphs and outside of links.
  private func author(_ index: Int, _ address: String?) -> String? {
    var text = ""
    for child in index..<document.end(index) where document.nodes[child].isText {
      var current = document.nodes[child].parent
      var isOutside = true
      while current > index {
        if ["p", "a"].contains(document.nodes[current].name) { isOutside = false }
        current = document.nodes[current].parent
      }
      if isOutside { text += " " + document.nodes[child].text }
    }
    let name = text.collapsed.trimming { $0.isWhitespace || "—–-,".contains($0) }
    if name.count >= 2, name.count <= 90, name.contains(where: \.isLetter) { return name }
    // The address names the account.
    let steps = WebAddressParts(address ?? "").path.split(separator: "/").map(String.init)
    guard let account = steps.first, steps.count > 1 else { return nil }
    if account.hasPrefix("@") { return account }
    return steps.dropFirst().first.map { $0 == "status" || $0 == "statuses" } ?? false
      ? "@" + account : nil
  }

  // MARK: - Frames

  /// A frame or an element that names a post by address or number.
  private func framed(_ index: Int) -> EmbeddedPost? {
    let node = document.nodes[index]
    var address: String?
    if let number = node.attributes["data-tweet-id"] ?? node.attributes["data-tweetid"] {
      address = "https://twitter.com/i/status/\(number)"
    } else if let source = node.attributes["src"] ?? node.attributes["data-src"] {
      address = Self.shown(source)
    }
    guard let address, Self.isPost(address) else { return nil }
    var post = EmbeddedPost(text: "")
    post.address = address
    post.author = author(index, address)
    if post.author == "@i" { post.author = nil }
    date(&post, shown: "")
    return post
  }

  /// The address of the post that a frame shows.
  private static func shown(_ source: String) -> String? {
    let parts = WebAddressParts(source.hasPrefix("//") ? "https:" + source : source)
    let steps = parts.path.prefix { $0 != "?" }.split(separator: "/")
    if parts.host == "platform.twitter.com", let range = parts.path.firstRange(of: "id=") {
      return
        "https://twitter.com/i/status/\(parts.path[range.upperBound...].prefix { $0.isNumber })"
    }
    // "https://orva.social/@lind/112233445566778899/embed"
    guard steps.last == "embed" || steps.last == "captioned" else { return nil }
    return "https://\(parts.host)/"
      + steps.dropLast(steps.last == "captioned" ? 2 : 1).joined(separator: "/")
  }

  // MARK: - Time

  private func date(_ post: inout EmbeddedPost, shown: String) {
    let found = scanner.dates(in: shown).first
    post.dateWords = found.map { String(shown[$0.start..<$0.end]) }
    if let time = post.address.flatMap(StatusNumber.time(ofPostAt:)) {
      post.published = time.iso
      post.publishedFrom = .status
    } else if let found {
      post.published = found.date.iso
      post.publishedFrom = .text
    }
  }
}
