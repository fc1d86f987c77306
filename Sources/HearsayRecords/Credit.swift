/// Which rules or heads of the model made a record, and which made single values of it.
///
/// In JSON `by` is `null` where nobody is told, else an object of lists: those that made the record stand under
/// `record`, those that made the value of a field under its name.
///
///     event.by.add("assault-verbs")
///     event.by.add("foiled", to: "status")   // {"record":["assault-verbs"],"status":["foiled"]}
public struct Credit: Hashable, Sendable {
  /// Those that made the record.
  public private(set) var record: [String] = []
  /// Those that made the value of a field, by the field's name in JSON.
  public private(set) var fields: [String: [String]] = [:]

  /// Nobody yet.
  public init() {}

  /// One that made the record; nobody if it is `nil`.
  public init(_ name: String?) {
    if let name { record = [name] }
  }

  /// Whether nobody is told.
  public var isEmpty: Bool { record.isEmpty && fields.isEmpty }

  /// Adds one that made the record, or the value of `field`; one that is told already is not told twice.
  public mutating func add(_ name: String, to field: String? = nil) {
    if let field {
      if fields[field]?.contains(name) != true { fields[field, default: []].append(name) }
    } else if !record.contains(name) {
      record.append(name)
    }
  }

  /// Adds everybody told in another credit.
  public mutating func add(_ other: Credit) {
    for name in other.record { add(name) }
    for (field, names) in other.fields { for name in names { add(name, to: field) } }
  }

  /// All names, each once: of the record first, then of its fields in the order of the alphabet.
  public var names: [String] {
    (record + fields.sorted { $0.key < $1.key }.flatMap(\.value)).distinct
  }
}

extension Credit: ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
  /// One that made the record.
  public init(stringLiteral name: String) { self.init(name) }

  /// Those that made the record.
  public init(arrayLiteral names: String...) {
    for name in names { add(name) }
  }
}

extension Credit: Codable {
  /// The name under which those that made the record itself stand; no record has a field of this name.
  private static let recordKey = "record"

  /// Reads the object, or what older versions wrote: a name, or a list of names.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    self.init()
    if container.decodeNil() { return }
    if let name = try? container.decode(String.self) {
      record = [name]
    } else if let names = try? container.decode([String].self) {
      record = names
    } else {
      fields = try container.decode([String: [String]].self)
      record = fields.removeValue(forKey: Self.recordKey) ?? []
    }
  }

  /// Writes the object, fields in the order of the alphabet.
  public func encode(to encoder: any Encoder) throws {
    guard !isEmpty else {
      var container = encoder.singleValueContainer()
      try container.encodeNil()
      return
    }
    var container = encoder.container(keyedBy: FieldKey.self)
    if !record.isEmpty { try container.encode(record, forKey: FieldKey(Self.recordKey)) }
    for (field, names) in fields.sorted(by: { $0.key < $1.key }) {
      try container.encode(names, forKey: FieldKey(field))
    }
  }
}

extension KeyedDecodingContainer {
  /// Records that older versions wrote tell nobody.
  func decode(_ type: Credit.Type, forKey key: Key) throws -> Credit {
    try decodeIfPresent(type, forKey: key) ?? Credit()
  }
}
