import FoundationEssentials
import HearsayRecords

/// What a page's markup says about itself: meta tags, JSON-LD, time elements.
struct PageMetadata {
  private let document: HTMLDocument
  private let meta: [String: String]
  private let linked: [[String: JSONValue]]

  init(_ document: HTMLDocument) {
    self.document = document
    var meta: [String: String] = [:]
    for index in document.elements("meta") {
      let attributes = document.nodes[index].attributes
      guard
        let key = attributes["property"] ?? attributes["name"] ?? attributes["itemprop"]
          ?? attributes["http-equiv"],
        let content = attributes["content"], !content.isEmpty
      else { continue }
      if meta[key.lowercased()] == nil { meta[key.lowercased()] = content }
    }
    self.meta = meta
    linked = document.elements("script").filter {
      document.nodes[$0].attributes["type"]?.lowercased().contains("ld+json") ?? false
    }
    .flatMap { Self.articles(document.text($0)) }
  }

  // MARK: - Fields

  var title: String? {
    let heading = document.elements("h1").map { document.text($0).collapsed }.filter {
      $0.count > 8
    }
    let stated =
      first(["og:title", "twitter:title", "dc.title", "headline", "title"])
      ?? linkedString("headline")
    let page = document.elements("title").first.map { document.text($0).collapsed }
    // The heading that the page's title begins with is the headline without the outlet's name.
    if let match = heading.first(where: { (page ?? "").contains($0) || (stated ?? "").contains($0) }
    ) {
      return match
    }
    if let stated { return withoutOutlet(stated.collapsed) }
    return heading.first ?? page.map(withoutOutlet)
  }

  var byline: String? {
    if let author = linkedAuthor { return author }
    if let author = first([
      "author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl",
      "twitter:creator",
    ]), !author.hasPrefix("http"), !author.hasPrefix("@") {
      return author.collapsed
    }
    for index in document.nodes.indices {
      let node = document.nodes[index]
      guard
        node.attributes["rel"] == "author" || node.attributes["itemprop"] == "author"
          || node.labels.contains("byline") || node.labels.contains("author-name")
      else { continue }
      var text = document.text(index).collapsed
      if text.lowercased().hasPrefix("by ") { text = String(text.dropFirst(3)) }
      if !text.isEmpty, text.count < 90 { return text }
    }
    return nil
  }

  var outlet: String? {
    if let site = first(["og:site_name", "application-name", "publisher", "dc.publisher", "cre"]) {
      return site.collapsed
    }
    for object in linked {
      if case .object(let publisher)? = object["publisher"],
        case .string(let name)? = publisher["name"]
      {
        return name.collapsed
      }
    }
    return nil
  }

  var section: String? { first(["article:section", "section"]) ?? linkedString("articleSection") }

  var canonical: String? {
    document.elements("link").first {
      document.nodes[$0].attributes["rel"]?.lowercased() == "canonical"
    }.flatMap { document.nodes[$0].attributes["href"] }
      ?? meta["og:url"]
  }

  var language: String? {
    let stated =
      document.elements("html").first.flatMap {
        document.nodes[$0].attributes["lang"] ?? document.nodes[$0].attributes["xml:lang"]
      }
      ?? meta["og:locale"] ?? meta["content-language"]
    guard let stated, stated.count >= 2 else { return nil }
    return String(stated.prefix(2)).lowercased()
  }

  /// When it was published, and where that stands.
  func published(address: String?, body: String) -> (String?, PublishedFrom) {
    if let value = first(Self.dateNames).flatMap(Self.moment) { return (value, .meta) }
    if let value = linkedString("datePublished").flatMap(Self.moment)
      ?? linkedString("dateCreated").flatMap(Self.moment)
    {
      return (value, .jsonld)
    }
    for index in document.nodes.indices
    where document.nodes[index].attributes["itemprop"]?.lowercased() == "datepublished" {
      let node = document.nodes[index]
      if let value = Self.moment(
        node.attributes["content"] ?? node.attributes["datetime"] ?? document.text(index))
      {
        return (value, .meta)
      }
    }
    if let address = canonical ?? address, let day = PublicationDate.inAddress(address) {
      return (day, .url)
    }
    if let address, let day = PublicationDate.inAddress(address),
      address.contains("/") && address.hasPrefix("http")
    {
      return (day, .url)
    }
    for index in document.elements("time") {
      if let value =
        (document.nodes[index].attributes["datetime"] ?? document.nodes[index].attributes["content"])
        .flatMap(Self.moment)
      {
        return (value, .text)
      }
      if let value = DayWords.find(in: document.text(index).collapsed) { return (value, .text) }
    }
    if let value = visibleDate() { return (value, .text) }
    if let value = linkedString("dateModified").flatMap(Self.moment)
      ?? first(Self.modifiedNames).flatMap(Self.moment)
    {
      return (value, .meta)
    }
    if let value = StatusNumber.latest(in: body) { return (value, .status) }
    return (nil, .none)
  }

  var modified: String? {
    first(Self.modifiedNames).flatMap(Self.moment)
      ?? linkedString("dateModified").flatMap(Self.moment)
  }

  private static let dateNames = [
    "article:published_time", "og:article:published_time", "datepublished", "date", "pubdate",
    "publishdate", "publish-date", "publish_date", "published-date", "dc.date", "dc.date.issued",
    "dcterms.date", "dcterms.created", "dcterms.issued", "sailthru.date", "parsely-pub-date",
    "article.published", "cxenseparse:recs:publishtime", "originalpublicationdate", "ptime",
    "pdate",
    "article:published", "published_time", "displaydate", "rnews:datepublished",
    "og:published_time", "article_date_original", "timestamp", "citation_publication_date",
    "datecreated", "og:pubdate", "dcsext.articlefirstpublished",
  ]
  private static let modifiedNames = [
    "article:modified_time", "og:updated_time", "last-modified", "datemodified", "dcterms.modified",
    "lastmod",
  ]

  // MARK: - Finding

  private func first(_ names: [String]) -> String? {
    for name in names { if let value = meta[name], !value.collapsed.isEmpty { return value } }
    return nil
  }

  private func withoutOutlet(_ title: String) -> String {
    for mark in [" | ", " - ", " – ", " — ", " :: ", " » "] {
      if let range = title.ranges(of: mark).last {
        let head = title[..<range.lowerBound]
        let tail = title[range.upperBound...]
        if head.count > tail.count, head.count > 15 { return String(head) }
      }
    }
    return title
  }

  /// A day in an element whose label says that it is the date, or after "Published".
  private func visibleDate() -> String? {
    for index in document.nodes.indices {
      let node = document.nodes[index]
      guard !node.isText,
        ["date", "time", "publish", "posted", "dateline", "timestamp", "meta"].contains(
          where: node.labels.contains)
      else { continue }
      let text = document.text(index).collapsed
      if text.count <= 160, let day = DayWords.find(in: text) { return day }
    }
    for node in document.nodes where node.isText {
      let text = node.text.collapsed
      guard text.count <= 90,
        ["publish", "posted", "updated", "date", "on "].contains(where: text.lowercased().contains),
        let day = DayWords.find(in: text)
      else { continue }
      return day
    }
    for node in document.nodes where node.isText && node.text.utf8.count < 60 {
      if let day = DayWords.find(in: node.text.collapsed) { return day }
    }
    return nil
  }

  /// ISO 8601 from what pages write: with or without time and offset, or a date in words.
  static func moment(_ raw: String) -> String? {
    let value = raw.collapsed
    let head = Array(value.unicodeScalars.prefix(10))
    if head.count == 10, head[4] == "-" || head[4] == "/", head[7] == head[4] {
      let parts = value.prefix(10).split { $0 == "-" || $0 == "/" }
      guard parts.count == 3, let day = PublicationDate.day(parts[0], parts[1], parts[2]) else {
        return nil
      }
      let rest = value.dropFirst(10)
      guard let mark = rest.first, mark == "T" || mark == " " || mark == "t" else { return day }
      var clock = rest.dropFirst().prefix { $0.isNumber || $0 == ":" }
      guard clock.count >= 4, clock.contains(":") else { return day }
      if clock.split(separator: ":").count > 3 { clock = clock.prefix(8) }
      let after = rest.dropFirst(1 + clock.count).drop { $0 == "." || $0.isNumber || $0 == " " }
      let offset =
        after.first == "Z" || after.hasPrefix("UTC") || after.hasPrefix("GMT")
        ? "Z" : after.first == "+" || after.first == "-" ? offset(after) : ""
      return day + "T" + clock + offset
    }
    if value.count >= 8, value.prefix(8).allSatisfy({ $0.isASCII && $0.isNumber }) {
      return PublicationDate.day(
        value.prefix(4), value.dropFirst(4).prefix(2), value.dropFirst(6).prefix(2))
    }
    return DayWords.find(in: value)
  }

  private static func offset(_ text: Substring) -> String {
    let sign = text.first == "-" ? "-" : "+"
    let digits = text.dropFirst().filter { $0.isNumber }.prefix(4)
    return digits.count >= 2
      ? sign + digits.prefix(2) + ":" + (digits.count == 4 ? digits.suffix(2) : "00") : ""
  }

  // MARK: - JSON-LD

  private func linkedString(_ key: String) -> String? {
    for object in linked {
      if case .string(let value)? = object[key], !value.isEmpty { return value }
    }
    return nil
  }

  private var linkedAuthor: String? {
    for object in linked {
      guard let author = object["author"] else { continue }
      let names = Self.names(author)
      if !names.isEmpty { return names.joined(separator: ", ") }
    }
    return nil
  }

  /// The text of the article as the page's JSON-LD gives it.
  var articleBody: String? { linkedString("articleBody") }

  private static func names(_ value: JSONValue) -> [String] {
    switch value {
    case .string(let name): name.hasPrefix("http") ? [] : [name.collapsed]
    case .object(let object):
      if case .string(let name)? = object["name"] { [name.collapsed] } else { [] }
    case .array(let values): values.flatMap(names)
    default: []
    }
  }

  /// The objects of a JSON-LD script that tell of an article.
  private static func articles(_ json: String) -> [[String: JSONValue]] {
    guard json.utf8.count < 2_000_000,
      let value = try? JSONDecoder().decode(JSONValue.self, from: Data(json.utf8))
    else { return [] }
    var found: [[String: JSONValue]] = []
    var queue = [value]
    while let next = queue.popLast(), found.count < 50 {
      switch next {
      case .array(let values): queue += values
      case .object(let object):
        if let type = object["@type"],
          type.strings.contains(where: {
            $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "WebPage"
              || $0 == "ReportageNewsArticle"
          })
        {
          found.append(object)
        }
        if let graph = object["@graph"] { queue.append(graph) }
        if let entity = object["mainEntity"] { queue.append(entity) }
      default: break
      }
    }
    // An article tells more than the page it stands on.
    return found.sorted {
      !($0["@type"]?.strings.contains("WebPage") ?? false)
        && $1["@type"]?.strings.contains("WebPage") ?? false
    }
  }
}

/// Any JSON value.
enum JSONValue: Decodable {
  case string(String)
  case number(Double)
  case bool(Bool)
  case array([JSONValue])
  case object([String: JSONValue])
  case null

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  /// A string, or the strings of an array.
  var strings: [String] {
    switch self {
    case .string(let value): [value]
    case .array(let values): values.flatMap(\.strings)
    default: []
    }
  }
}
