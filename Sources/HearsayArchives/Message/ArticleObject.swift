import FoundationEssentials

/// A news article as a JSON object, by whichever of the usual names its parts have.
struct ArticleObject: Decodable {
  /// The text, with the headline before it, or the page.
  private(set) var content: String?
  private(set) var isHTML = false
  private(set) var address: String?
  private(set) var title: String?
  private(set) var published: String?
  private(set) var fetched: String?
  private(set) var byline: String?
  private(set) var outlet: String?
  private(set) var language: String?

  /// Names of each part, best first, in lower case without `_` and `-`; from the documentation or output of news-please
  /// 1.6, CC-News on Hugging Face, Fundus, GDELT DOC 2.0 and GKG 2.1, and schema.org.
  private enum Names {
    static let text = [
      "maintext", "plaintext", "text", "articlebody", "body", "content", "fulltext", "articletext",
      "article",
    ]
    static let page = ["html", "rawhtml", "pagehtml"]
    static let address = [
      "url", "requestedurl", "respondedurl", "canonicalurl", "articleurl", "link",
      "documentidentifier", "uri",
    ]
    static let title = ["title", "headline", "titlepage", "titlerss", "pagetitle"]
    static let published = [
      "datepublish", "publisheddate", "publishdate", "datepublished", "publicationdate",
      "publishedat", "published", "publishingdate", "pubdate", "publishtime", "date",
    ]
    static let fetched = [
      "datedownload", "crawldate", "downloaddate", "fetched", "fetchedat", "crawledat", "seendate",
      "dateadded",
    ]
    static let byline = ["authors", "author", "byline", "creator"]
    static let outlet = [
      "publisher", "outlet", "sourcename", "sitename", "source", "sourcecommonname", "sourcedomain",
      "domain",
    ]
    static let language = ["language", "lang"]
    static let all = Set(
      text + page + address + title + published + fetched + byline + outlet + language)
  }

  /// Reads a line; `nil` if it is no object.
  init?(json: ArraySlice<UInt8>) {
    guard let object = try? JSONDecoder().decode(Self.self, from: Data(json)) else { return nil }
    self = object
  }

  /// Reads a list of objects; `nil` if it is none.
  static func list(json: ArraySlice<UInt8>) -> [ArticleObject]? {
    try? JSONDecoder().decode([ArticleObject].self, from: Data(json))
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
    page.byline = byline
    page.outlet = outlet
    page.language = language
    return page
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    var values: [String: Value] = [:]
    for key in container.allKeys {
      let name = key.stringValue.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
      guard Names.all.contains(name), values[name] == nil else { continue }
      values[name] = try container.decode(Value.self, forKey: key)
    }
    func first(_ names: [String]) -> String? {
      for name in names {
        if let words = values[name]?.words, !words.isEmpty { return words }
      }
      return nil
    }
    func firstDate(_ names: [String]) -> String? {
      names.lazy.compactMap { values[$0]?.words.flatMap(StatedDate.iso) }.first
    }
    title = first(Names.title)
    address = first(Names.address)
    published = firstDate(Names.published)
    fetched = firstDate(Names.fetched)
    byline = first(Names.byline)
    outlet = first(Names.outlet)
    // A language by its English name ("English") is no code.
    language = first(Names.language).flatMap { $0.utf8.count <= 8 && $0 != "English" ? $0 : nil }
    if let text = first(Names.text) {
      content = Self.withHeadline(title, text)
    } else if let page = first(Names.page) {
      content = page
      isHTML = true
    }
  }

  /// The text under its headline, as a plain text file would have it.
  private static func withHeadline(_ title: String?, _ text: String) -> String {
    var text = text.replacing("\r\n", with: "\n")
    // Extractors put one line end between paragraphs.
    if !text.contains("\n\n") { text = text.replacing("\n", with: "\n\n") }
    guard let title, !text.hasPrefix(title) else { return text }
    return title + "\n\n" + text
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// A value as words: a list is joined by commas, of an object the name counts.
  private struct Value: Decodable {
    var words: String?

    private struct Named: Decodable {
      let name: String?
      let title: String?
      let domain: String?
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        words = text
      } else if let number = try? container.decode(Int.self) {
        words = String(number)
      } else if let list = try? container.decode([Value].self) {
        words = list.compactMap(\.words).filter { !$0.isEmpty }.joined(separator: ", ")
      } else if let named = try? container.decode(Named.self) {
        words = named.name ?? named.title ?? named.domain
      }
    }
  }
}
