import HearsayExchange
import HearsayRecords
import TestSupport
import Testing

@Test(arguments: [false, true]) func `a reading comes back as it went out`(pretty: Bool) throws {
  let original = sampleReading()
  let text = try json(of: original, pretty: pretty)
  #expect(try reading(json: text) == original)
  #expect(try json(of: original, pretty: pretty) == text)
  #expect(text.contains("\n") == pretty)
}

@Test func `JSON of another contract is refused`() throws {
  let text = try json(of: sampleReading()).replacing("hearsay.ledger/1", with: "hearsay.ledger/9")
  #expect(throws: DecodingError.self) { try reading(json: text) }
}
