import FoundationEssentials
import Hearsay

/// What a caller asks for, in JSON that is not as the header tells.
struct BadRequest: Error {
  let description: String
}

/// What is asked of a reader when it is opened.
struct Options: Decodable {
  var anyLanguage = false

  private enum Field: String, CodingKey, CaseIterable {
    case anyLanguage
  }

  init(json: [UInt8]) throws(BadRequest) {
    guard !json.isEmpty else { return }
    self = try decode(Options.self, json, "the options", Field.allCases.map(\.rawValue))
  }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Field.self)
    anyLanguage = try fields.decodeIfPresent(Bool.self, forKey: .anyLanguage) ?? false
  }
}

/// What is known of a report besides its bytes.
struct Request: Decodable {
  private var url: String?
  private var contentType: String?
  private var published: String?
  private var fetched: String?

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case url, contentType, published, fetched
  }

  init(json: [UInt8]) throws(BadRequest) {
    guard !json.isEmpty else { return }
    self = try decode(Request.self, json, "the request", CodingKeys.allCases.map(\.rawValue))
  }

  /// The same for the reader.
  var reading: ReadingRequest {
    var request = ReadingRequest(address: url, contentType: contentType, published: published)
    request.fetched = fetched
    return request
  }
}

/// Larger ones are a mistake: nobody has an address of a megabyte.
private let largest = 1 << 20

/// A value from a JSON object that has no other fields than these: a misspelt one would be passed over in silence otherwise.
private func decode<Value: Decodable>(
  _ type: Value.Type, _ json: [UInt8], _ what: String, _ fields: [String]
) throws(BadRequest) -> Value {
  guard json.count <= largest else {
    throw BadRequest(description: "\(what): longer than \(largest) bytes")
  }
  do {
    let data = Data(json)
    let names = try JSONDecoder().decode(Names.self, from: data).names
    if let other = names.first(where: { !fields.contains($0) }) {
      throw BadRequest(
        description: "\(what): no field is called \"\(other)\"; there are "
          + fields.joined(separator: ", "))
    }
    return try JSONDecoder().decode(type, from: data)
  } catch let error as BadRequest {
    throw error
  } catch DecodingError.typeMismatch(_, let context) where !context.codingPath.isEmpty {
    throw BadRequest(
      description: "\(what): \(context.codingPath[0].stringValue) is of another type")
  } catch {
    throw BadRequest(description: "\(what): not a JSON object")
  }
}

/// The names of an object's fields.
private struct Names: Decodable {
  struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  let names: [String]

  init(from decoder: any Decoder) throws {
    names = try decoder.container(keyedBy: Name.self).allKeys.map(\.stringValue).sorted()
  }
}
