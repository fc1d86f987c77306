import FoundationEssentials
import HearsayRecords
import TestSupport
import Testing

/// What is held against the table of fields here comes from the Swift types alone, so a property without its line is found.
struct FieldTests {
  private static let properties: [(String, [String], [String])] = {
    let reading = sampleReading()
    func both<Owner: Tabled>(_ owner: Owner) -> (String, [String], [String]) {
      (
        "\(Owner.self)", Mirror(reflecting: owner).children.compactMap(\.label),
        Owner.fields.map(\.definition.name)
      )
    }
    return [both(reading.report)]
      + RecordKind.allCases.flatMap { kind in
        reading.records(of: kind).prefix(1).map { both($0) }
      }
  }()

  @Test func `every property of a record has a line in the table of fields, in the same order`() {
    #expect(Self.properties.count == RecordKind.allCases.count + 1)
    for (type, properties, fields) in Self.properties {
      #expect(
        fields == properties,
        "\(type): its properties and `fields` differ; a field is a property, a place in init and a line of `fields`"
      )
    }
  }

  @Test(arguments: RecordKind.allCases) func `a field has one name, and what it holds has its form`(
    kind: RecordKind
  ) throws {
    let names = kind.definitions.map(\.name)
    #expect(Set(names).count == names.count)
    let record = try #require(sampleReading().records(of: kind).first)
    for (definition, value) in record.values {
      #expect(fits(value, definition.content), "\(kind.rawValue).\(definition.name)")
      #expect(!definition.meaning.hasSuffix("."), "\(definition.name)")
      if case .word(let words) = definition.content, case .text(let word?) = value {
        #expect(words.contains(word), "\(definition.name): \(word)")
      }
    }
  }

  private func fits(_ value: FieldValue, _ content: FieldContent) -> Bool {
    switch (content, value) {
    case (.id, .text(.some)), (.text, .text), (.date, .text), (.word, .text), (.reference, .text),
      (.referenceOrText, .text), (.saidBy, .text), (.texts, .texts), (.references, .texts),
      (.referencesOrTexts, .texts), (.number, .number), (.number, .integer), (.flag, .flag),
      (.span, .span), (.spans, .spans), (.parties, .parties), (.slots, .slots),
      (.statuses, .statuses), (.reader, .reader), (.credit, .credit):
      true
    default: false
    }
  }

  @Test func `JSON that is read and written again is the same`() throws {
    let reading = sampleReading()
    let json = try reading.json()
    let decoder = JSONDecoder()
    decoder.userInfo[.positionMap] = PositionMap(reading.report.text)
    let back = try decoder.decode(Reading.self, from: Data(json.utf8))
    #expect(back == reading)
    #expect(try back.json() == json)
  }

  @Test func `a slot stands under the name of what it refers to`() throws {
    let writer = ContractWriter(positions: PositionMap("at Kéta"))
    let slot = Slot(.place, id: "p1", span: TextSpan(start: 3, end: 8), lent: true)
    #expect(
      try writer.json(slot)
        == #"{"place":"p1","span":{"start":3,"end":7,"exact":"Kéta"},"saidBy":null,"lent":true,"confidence":1}"#
    )
  }
}

struct CreditTests {
  private func json(_ credit: Credit) throws -> String {
    try ContractWriter(positions: PositionMap("")).json(credit)
  }

  @Test func `by tells who made the record and who made a value of it`() throws {
    var credit: Credit = "assault-verbs"
    credit.add("foiled", to: "status")
    credit.add("foiled", to: "status")
    credit.add("head.place", to: "place")
    #expect(
      try json(credit)
        == #"{"record":["assault-verbs"],"place":["head.place"],"status":["foiled"]}"#)
    #expect(credit.names == ["assault-verbs", "head.place", "foiled"])
    #expect(try json(Credit()) == "null")
  }

  @Test func `by of older versions is read`() throws {
    for (old, names) in [
      ("null", []), (#""gazetteer""#, ["gazetteer"]), (#"["a","b"]"#, ["a", "b"]),
      (#"{"record":["a"],"status":["c"]}"#, ["a", "c"]),
    ] {
      let credit = try JSONDecoder().decode([Credit].self, from: Data("[\(old)]".utf8))
      #expect(credit.first?.names == names)
    }
    let wording = Data(#"{"kind":"hedge","evidence":{"start":0,"end":2,"exact":"it"}}"#.utf8)
    let decoder = JSONDecoder()
    decoder.userInfo[.positionMap] = PositionMap("it")
    #expect(try decoder.decode(Wording.self, from: wording).by.isEmpty)
  }
}
