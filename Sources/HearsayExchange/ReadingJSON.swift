private import FoundationEssentials
package import HearsayRecords

/// The contract's JSON of a reading: one line, or indented for people.
///
/// Fields come in the contract's order, and the same reading gives the same bytes every time.
///
/// - Throws: `EncodingError` if a number is not finite.
package func json(of reading: Reading, pretty: Bool = false) throws -> String {
  try reading.json(indented: pretty)
}

/// Reads the contract's JSON of one report, in any order of fields.
///
/// - Throws: `DecodingError` if it is not of this contract, or a span does not say what the text says.
package func reading(json: String) throws -> Reading {
  let data = Data(json.utf8)
  // Positions can be understood only with the text at hand, which may stand anywhere in the object.
  let head = try JSONDecoder().decode(Head.self, from: data)
  guard head.schema == Reading.schema else {
    throw DecodingError.dataCorrupted(
      .init(
        codingPath: [],
        debugDescription: "its schema is \(head.schema), this program knows \(Reading.schema)"))
  }
  let decoder = JSONDecoder()
  decoder.userInfo[.positionMap] = PositionMap(head.report.text)
  return try decoder.decode(Reading.self, from: data)
}

private struct Head: Decodable {
  struct ReportHead: Decodable {
    let text: String
  }
  let schema: String
  let report: ReportHead
}
