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
public struct Report: Codable, Hashable, Sendable {
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

  /// Writes every field, absent ones as `null`, as the contract asks.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(key, forKey: .key)
    try container.encode(url, forKey: .url)
    try container.encode(outlet, forKey: .outlet)
    try container.encode(title, forKey: .title)
    try container.encode(byline, forKey: .byline)
    try container.encode(dateline, forKey: .dateline)
    try container.encode(published, forKey: .published)
    try container.encode(publishedFrom, forKey: .publishedFrom)
    try container.encode(modified, forKey: .modified)
    try container.encode(language, forKey: .language)
    try container.encode(access, forKey: .access)
    try container.encode(text, forKey: .text)
    try container.encode(sha256, forKey: .sha256)
    try container.encode(reader, forKey: .reader)
  }
}
