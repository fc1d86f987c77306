import FoundationEssentials
import HearsayRecords
import TestSupport
import Testing

private struct NumberCase: Sendable, CustomTestStringConvertible {
  let number: Double
  let json: String
  var testDescription: String { json }
}

private let numbers = [
  NumberCase(number: 0, json: "0"), NumberCase(number: 12, json: "12"),
  NumberCase(number: -3, json: "-3"), NumberCase(number: 0.1, json: "0.1"),
  NumberCase(number: 1_500_000_000, json: "1500000000"),
  NumberCase(number: 2.5e-7, json: "2.5e-07"), NumberCase(number: 1e300, json: "1e+300"),
  NumberCase(number: 9_007_199_254_740_992, json: "9007199254740992.0"),
]

@Test(arguments: numbers) private func `numbers are written plainly and read back equal`(
  _ example: NumberCase
) throws {
  let json = try ContractWriter(positions: PositionMap("")).json(example.number)
  #expect(json == example.json)
  #expect(try JSONDecoder().decode(Double.self, from: Data(json.utf8)) == example.number)
}

@Test func `a number that JSON does not have is an error`() {
  let writer = ContractWriter(positions: PositionMap(""))
  for number in [Double.nan, .infinity] {
    #expect(throws: EncodingError.self) { try writer.json(number) }
  }
}

@Test func `every character survives, and none ends a line`() throws {
  var text = "\"\\/ \u{2028}\u{2029}\u{85} 💥 e\u{301} </script>"
  for value in UInt32(0)..<0x300 {
    if let s = Unicode.Scalar(value) { text.unicodeScalars.append(s) }
  }
  let json = try ContractWriter(positions: PositionMap("")).json(text)
  #expect(
    try JSONDecoder().decode(String.self, from: Data(json.utf8)).utf8.elementsEqual(text.utf8))
  let lineEnds = json.unicodeScalars.filter {
    $0.properties.generalCategory == .control || [0x2028, 0x2029].contains($0.value)
  }
  #expect(lineEnds.isEmpty)
}

@Test func `fields stand in the contract's order and absent ones are null`() throws {
  let text = "it"
  let claim = Claim(
    id: "c1", cue: TextSpan(start: 0, end: 2), about: ["v1", "v2"], confidence: 0.5)
  let json = try ContractWriter(positions: PositionMap(text)).json(claim)
  #expect(
    json == """
      {"id":"c1","speaker":null,"speakers":[],"source":null,"via":[],"cue":{"start":0,"end":2,"exact":"it"},\
      "content":[],"quoted":[],"act":"state","polarity":"positive","certainty":"asserted",\
      "addressee":null,"about":["v1","v2"],"blames":[],"parent":null,"confidence":0.5,"by":null}
      """)
}

@Test func `an indented object keeps each span on one line`() throws {
  let json = try ContractWriter(positions: PositionMap("it"), indented: true).json([
    Wording(kind: .hedge, evidence: TextSpan(start: 0, end: 2))
  ])
  #expect(
    json == """
      [
        {
          "kind": "hedge",
          "evidence": {"start": 0, "end": 2, "exact": "it"},
          "by": null
        }
      ]
      """)
}

@Test func `a span that does not say what the text says is not read`() throws {
  let decoder = JSONDecoder()
  decoder.userInfo[.positionMap] = PositionMap("it is")
  let wrong = Data(#"{"start":0,"end":2,"exact":"is"}"#.utf8)
  #expect(throws: DecodingError.self) { try decoder.decode(TextSpan.self, from: wrong) }
  let right = Data(#"{"start":0,"end":2,"exact":"it"}"#.utf8)
  #expect(try decoder.decode(TextSpan.self, from: right) == TextSpan(start: 0, end: 2))
  // A span without its words is no evidence.
  let bare = Data(#"{"start":0,"end":2}"#.utf8)
  #expect(throws: DecodingError.self) { try decoder.decode(TextSpan.self, from: bare) }
}
