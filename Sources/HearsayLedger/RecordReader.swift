import FoundationEssentials
import HearsayRecords

/// Reads records back from the JSON of the contract.
struct RecordReader {
  private let decoder = JSONDecoder()

  /// Creates a reader for records of the text that `positions` was made from.
  init(positions: PositionMap) { decoder.userInfo[.positionMap] = positions }

  /// - Throws: `DecodingError` if it is not such a record, or a span does not say what the text says.
  func read<Result: Decodable>(_ type: Result.Type, _ json: String) throws -> Result {
    try decoder.decode(type, from: Data(json.utf8))
  }
}
