import FoundationEssentials
import HearsayRecords

/// Reads JSON Feed 1 and 1.1; a field of another type than it should have is passed over, not the whole feed.
enum JSONFeed {
  static func read(_ text: String, base: WebAddress) -> Feed? {
    guard let document = try? JSONDecoder().decode(Document.self, from: Data(text.utf8)) else {
      return nil
    }
    var feed = Feed(form: .json)
    feed.title = line(document.title)
    feed.home = address(document.home, base)
    feed.language = document.language
    var seen: Set<String> = []
    for item in document.items {
      let address = (address(item.url, base) ?? address(item.externalURL, base)).map {
        WebAddress($0).withoutTrackers.text
      }
      guard let id = item.id ?? address ?? item.title, seen.insert(id).inserted,
        seen.count <= FeedReader.mostEntries
      else { continue }
      var entry = FeedEntry(id: id, address: address)
      entry.title = line(item.title)
      entry.published = item.published.flatMap(FeedDate.iso)
      entry.updated = item.modified.flatMap(FeedDate.iso)
      let authors = item.authors.isEmpty ? document.authors : item.authors
      let names = authors.compactMap { $0.name.flatMap(line) }
      entry.author = names.isEmpty ? nil : names.joined(separator: ", ")
      entry.content =
        item.html.map { FeedText(isHTML: true, text: $0) }
        ?? item.text.map { FeedText(isHTML: false, text: $0) }
      entry.summary = item.summary.map { FeedText(isHTML: false, text: $0) }
      feed.entries.append(entry)
    }
    return feed
  }

  private static func line(_ text: String?) -> String? {
    let line = text.map(PlainWords.onOneLine)
    return line.flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func address(_ written: String?, _ base: WebAddress) -> String? {
    guard let written, written.utf8.contains(where: { $0 > 0x20 }) else { return nil }
    let address = base.resolving(written)
    return address.isWeb ? address.withoutFragment.text : nil
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }

  private struct Document: Decodable {
    let title, home, language: String?
    let authors: [Author]
    let items: [Item]

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: Key.self)
      // Without the one field that every feed has, it is other JSON.
      items = try fields.decode([Loose<Item>].self, forKey: Key("items")).compactMap(\.value)
      title = fields.words("title")
      home = fields.words("home_page_url")
      language = fields.words("language")
      authors = fields.authors()
    }
  }

  private struct Item: Decodable {
    let id, url, externalURL, title, html, text, summary, published, modified: String?
    let authors: [Author]

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: Key.self)
      id = fields.words("id")
      url = fields.words("url")
      externalURL = fields.words("external_url")
      title = fields.words("title")
      html = fields.words("content_html")
      text = fields.words("content_text")
      summary = fields.words("summary")
      published = fields.words("date_published")
      modified = fields.words("date_modified")
      authors = fields.authors()
    }
  }

  struct Author: Decodable {
    let name: String?

    init(from decoder: any Decoder) throws {
      name = try decoder.container(keyedBy: Key.self).words("name")
    }
  }

  /// A value, or nothing where it is not one.
  private struct Loose<Value: Decodable>: Decodable {
    let value: Value?

    init(from decoder: any Decoder) throws { value = try? Value(from: decoder) }
  }
}

extension KeyedDecodingContainer {
  /// A text, or a number as text: some feeds number their items.
  fileprivate func words(_ name: String) -> String? {
    guard let key = Key(stringValue: name) else { return nil }
    if let text = try? decodeIfPresent(String.self, forKey: key) { return text }
    return (try? decodeIfPresent(Int.self, forKey: key)).map { String($0) }
  }

  /// `authors` of version 1.1, `author` of version 1.
  fileprivate func authors() -> [JSONFeed.Author] {
    guard let many = Key(stringValue: "authors"), let one = Key(stringValue: "author") else {
      return []
    }
    if let authors = try? decodeIfPresent([JSONFeed.Author].self, forKey: many) { return authors }
    return (try? decodeIfPresent(JSONFeed.Author.self, forKey: one)).map { [$0] } ?? []
  }
}
