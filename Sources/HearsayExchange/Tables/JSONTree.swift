import HearsayRecords

/// A JSON value whose fields keep their order.
package indirect enum JSONTree: Hashable, Sendable {
  case object([Field])
  case array([JSONTree])
  case text(String)
  case number(Double)
  case integer(Int)
  case flag(Bool)
  case null

  /// One field of an object.
  package struct Field: Hashable, Sendable {
    package let name: String
    package let value: JSONTree

    package init(_ name: String, _ value: JSONTree) {
      self.name = name
      self.value = value
    }
  }

  package init(_ text: String?) { self = text.map(JSONTree.text) ?? .null }
  package init(_ number: Double?) { self = number.map(JSONTree.number) ?? .null }
  package init(_ number: Int?) { self = number.map(JSONTree.integer) ?? .null }
  package init(_ texts: [String]) { self = .array(texts.map(JSONTree.text)) }

  /// An object from names and values; those without value are left out.
  package static func object(of fields: KeyValuePairs<String, JSONTree?>) -> JSONTree {
    .object(
      fields.compactMap { field in
        field.value.map { Field(field.key, $0) }
      })
  }

  /// On one line.
  ///
  /// - Throws: `EncodingError` if a number is not finite.
  package func line() throws -> String {
    try ContractWriter.spanless.json(self)
  }
}

extension JSONTree: Encodable {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  package func encode(to encoder: any Encoder) throws {
    switch self {
    case .object(let fields):
      var container = encoder.container(keyedBy: Key.self)
      for field in fields {
        try container.encode(field.value, forKey: Key(stringValue: field.name))
      }
    case .array(let values):
      var container = encoder.unkeyedContainer()
      for value in values { try container.encode(value) }
    case .text(let text):
      var container = encoder.singleValueContainer()
      try container.encode(text)
    case .number(let number):
      var container = encoder.singleValueContainer()
      try container.encode(number)
    case .integer(let number):
      var container = encoder.singleValueContainer()
      try container.encode(number)
    case .flag(let flag):
      var container = encoder.singleValueContainer()
      try container.encode(flag)
    case .null:
      var container = encoder.singleValueContainer()
      try container.encodeNil()
    }
  }
}
