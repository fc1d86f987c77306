/// What read the report: versions that make a reading repeatable.
public struct Reader: Codable, Hashable, Sendable {
  /// The version of Hearsay.
  public var version: String
  /// The name and digest of the annotation model.
  public var model: String?

  /// Creates the record from its values.
  public init(
    version: String,
    model: String? = nil
  ) {
    self.version = version
    self.model = model
  }

  /// Writes every field, absent ones as `null`, as the contract asks.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(version, forKey: .version)
    try container.encode(model, forKey: .model)
  }
}

/// How much of a report its page shows.
public enum ReportAccess: String, Codable, Hashable, Sendable, CaseIterable {
  /// Only the beginning: the page says that the rest is for subscribers.
  case stub
}

/// One version of one report: its text, which anchors all positions, and what is known about it.
public struct Report: Hashable, Sendable {
  /// Unique in a ledger: the beginning of ``key``, as much of it as tells the report from others.
  public var id: String
  /// The same everywhere, for ever: the digest of the address (however it was come by) and of the bytes' digest.
  public var key: String?
  /// The address or path as it was given.
  public var url: String?
  /// Who published it.
  public var outlet: String?
  /// The headline.
  public var title: String?
  /// The authors as printed.
  public var byline: String?
  /// The place line that opens the text.
  public var dateline: String?
  /// When it was published: ISO 8601, a day or an instant with offset.
  public var published: String?
  /// Where `published` was found.
  public var publishedFrom: PublishedFrom
  /// When it was last changed: ISO 8601.
  public var modified: String?
  /// BCP 47 code of the text's language.
  public var language: String?
  /// How much of the report was to be had; `nil` where nothing says that there is more.
  public var access: ReportAccess?
  /// The text that all positions count in.
  public var text: String
  /// SHA-256 of the bytes that were read, lower-case hexadecimal.
  public var sha256: String
  /// What read it.
  public var reader: Reader

  /// Creates the record from its values.
  public init(
    id: String,
    key: String? = nil,
    url: String? = nil,
    outlet: String? = nil,
    title: String? = nil,
    byline: String? = nil,
    dateline: String? = nil,
    published: String? = nil,
    publishedFrom: PublishedFrom = .none,
    modified: String? = nil,
    language: String? = nil,
    access: ReportAccess? = nil,
    text: String,
    sha256: String,
    reader: Reader
  ) {
    self.id = id
    self.key = key
    self.url = url
    self.outlet = outlet
    self.title = title
    self.byline = byline
    self.dateline = dateline
    self.published = published
    self.publishedFrom = publishedFrom
    self.modified = modified
    self.language = language
    self.access = access
    self.text = text
    self.sha256 = sha256
    self.reader = reader
  }
}

extension Report: Tabled {
  /// Its fields.
  public static let fields: [Field<Self>] = [
    Field(
      "id", .id,
      "12 hexadecimal digits: the first of `key`. In a ledger, 4 digits more when they are taken; of bytes that stood at the address before and have come back, the first of the SHA-256 of that, a line feed and the version"
    ) { .text($0.id) },
    Field(
      "key", .text,
      "the whole digest that `id` begins: the same everywhere, for ever; `null` in readings of older versions",
      since: "0.2.0"
    ) { .text($0.key) },
    Field("url", .text, "the address or path as it was given; `-` for standard input") {
      .text($0.url)
    },
    Field("outlet", .text, "who published it") { .text($0.outlet) },
    Field("title", .text, "as printed, without the outlet's name") { .text($0.title) },
    Field("byline", .text, "as printed, without \"By\", roles, addresses and dates") {
      .text($0.byline)
    },
    Field("dateline", .text, "the place line that opens the text, as printed") {
      .text($0.dateline)
    },
    Field("published", .date, "when it was published") { .text($0.published) },
    Field(
      "publishedFrom", PublishedFrom.words,
      "where that was found: `meta` are meta elements, microdata, RDFa and data for the page's scripts, `text` what readers see and time elements, `url` the page's address, or of its picture if nothing else is known, `status` the number of a social post"
    ) { .text($0.publishedFrom.rawValue) },
    Field("modified", .date, "when it was last changed") { .text($0.modified) },
    Field(
      "language", .text,
      "BCP 47, as the page states it unless its words are plainly of another language"
    ) { .text($0.language) },
    Field(
      "access", ReportAccess.words,
      "`stub` where the page shows only the beginning and says that the rest is for subscribers, in its data or in words; `null` where nothing says that there is more"
    ) { .text($0.access?.rawValue) },
    Field(
      "text", .text,
      "what all positions count in: the title where the page has one, a blank line, and the main text"
    ) { .text($0.text) },
    Field("sha256", .text, "of the bytes that were read, lower-case hexadecimal") {
      .text($0.sha256)
    },
    Field("reader", .reader, "what read it") { .reader($0.reader) },
  ]
}
