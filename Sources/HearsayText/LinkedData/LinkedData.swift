/// What a page's JSON-LD says of the article on it.
struct LinkedData {
  /// How much the type of an object has to do with a report.
  enum Kind: Int, Comparable {
    case article, page, other

    static func < (first: Kind, second: Kind) -> Bool { first.rawValue < second.rawValue }
  }

  struct Object {
    let kind: Kind
    let members: [String: JSONValue]

    func string(_ key: String) -> String? {
      switch members[key] {
      case .string(let value)? where !value.collapsed.isEmpty: value
      case .array(let values)?: values.first?.strings.first
      case .number(let value)?: value.magnitude < 1e15 ? String(Int(value)) : nil
      default: nil
      }
    }
  }

  /// Articles first, then pages, then what else has a date of its own; in each group as they stand.
  let objects: [Object]

  /// Who publishes the article or the site.
  let publisher: String?
  /// Objects that others refer to by their `@id`.
  private let identified: [String: JSONValue]

  /// More objects than this are those of a list.
  private static let most = 60
  /// Scripts longer than this carry more than an article.
  private static let longestScript = 2_000_000

  init(_ scripts: [String]) {
    var objects: [Object] = []
    var identified: [String: JSONValue] = [:]
    var houses: [String] = []
    for script in scripts where script.utf8.count < Self.longestScript {
      for value in LooseJSON.values(script) {
        Self.collect(value, into: &objects, &identified, &houses)
      }
    }
    self.identified = identified
    let own = objects.filter { $0.kind <= .page }.compactMap { $0.members["publisher"] }
      .flatMap { Self.names($0, identified) }
    publisher = own.first ?? houses.first
    self.objects = [Kind.article, .page, .other].flatMap { kind in
      objects.filter { $0.kind == kind }
    }
  }

  private static func collect(
    _ root: JSONValue, into objects: inout [Object], _ identified: inout [String: JSONValue],
    _ houses: inout [String]
  ) {
    var queue = [root]
    var next = 0
    while next < queue.count, objects.count < most {
      defer { next += 1 }
      switch queue[next] {
      case .array(let values): queue += values
      case .object(let members):
        if case .string(let id)? = members["@id"], members["name"] != nil {
          identified[id] = queue[next]
        }
        if isHouse(members), case .string(let name)? = members["name"] { houses.append(name) }
        if let kind = kind(members) { objects.append(Object(kind: kind, members: members)) }
        for key in ["@graph", "mainEntity", "mainEntityOfPage", "hasPart", "liveBlogPosting"] {
          if let inner = members[key] { queue.append(inner) }
        }
      default: break
      }
    }
  }

  private static func kind(_ members: [String: JSONValue]) -> Kind? {
    let types = (members["@type"] ?? members["type"])?.strings ?? []
    if types.contains(where: { $0.hasSuffix("Article") || $0.hasSuffix("Posting") }) {
      return .article
    }
    if types.contains(where: { ["Report", "Review", "BackgroundNewsArticle"].contains($0) }) {
      return .article
    }
    if types.contains(where: { $0.hasSuffix("Page") }) { return .page }
    let dated = [
      "CreativeWork", "VideoObject", "Recipe", "PodcastEpisode", "Question", "MediaObject",
      "PodcastSeries", "Episode", "RadioEpisode", "TVEpisode", "AudioObject", "HowTo", "Course",
      "Dataset", "Book", "ImageGallery", "Conversation", "DigitalDocument", "ScholarlyWork",
      "JobPosting", "SpecialAnnouncement", "Quotation", "ClaimReview", "Photograph",
    ]
    return types.contains(where: dated.contains) ? .other : nil
  }

  private static func isHouse(_ members: [String: JSONValue]) -> Bool {
    (members["@type"]?.strings ?? []).contains {
      $0 == "Organization" || $0 == "NewsMediaOrganization" || $0 == "WebSite"
    }
  }

  // MARK: - Asking

  /// The names in a value: of people or houses, given in full or by reference.
  func names(_ value: JSONValue) -> [String] { Self.names(value, identified) }

  private static func names(_ value: JSONValue, _ identified: [String: JSONValue]) -> [String] {
    switch value {
    case .string(let name): return name.hasPrefix("http") ? [] : [name.collapsed]
    case .array(let values): return values.flatMap { names($0, identified) }
    case .object(let members):
      if let name = members["name"] { return name.strings.map(\.collapsed).filter { !$0.isEmpty } }
      guard case .string(let id)? = members["@id"], let whole = identified[id] else { return [] }
      return whole["name"]?.strings.map(\.collapsed).filter { !$0.isEmpty } ?? []
    default: return []
    }
  }

  /// The first string under a key, articles before pages.
  func string(_ key: String, upTo kind: Kind = .page) -> String? {
    for object in objects where object.kind <= kind {
      if let value = object.string(key) { return value }
    }
    return nil
  }

  /// The first value under a key, articles before pages.
  func value(_ key: String) -> JSONValue? {
    for object in objects where object.kind <= .page {
      if let value = object.members[key] { return value }
    }
    return nil
  }
}
