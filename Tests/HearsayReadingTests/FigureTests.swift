import HearsayLanguage
import HearsayRecords
import TestSupport
import Testing

@testable import HearsayReading

@Suite struct NumberTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var value: Double?
    var low: Double?
    var high: Double?
    var isApproximate = false
    var unit: String?

    init(
      _ words: String, _ value: Double? = nil, low: Double? = nil, high: Double? = nil,
      about: Bool = false, unit: String? = nil
    ) {
      testDescription = words
      self.value = value
      self.low = low
      self.high = high
      isApproximate = about
      self.unit = unit
    }
  }

  static let cases = [
    Case("47", 47), Case("1,200", 1200), Case("1.2 million", 1_200_000),
    Case("twenty-five".replacing("-", with: " - "), 25), Case("three hundred and fifty", 350),
    Case("half a million", 500_000), Case("a dozen", 12), Case("a couple", 2, about: true),
    Case("at least 20", low: 20, about: true), Case("more than a hundred", low: 100, about: true),
    Case("up to 30", high: 30, about: true), Case("fewer than ten", high: 10, about: true),
    Case("about 40", 40, about: true), Case("nearly two thousand", 2000, about: true),
    Case("between 20 and 30", low: 20, high: 30, about: true),
    Case("20 to 30", low: 20, high: 30, about: true), Case("dozens", low: 24, about: true),
    Case("tens of thousands", low: 20_000, about: true), Case("several", low: 3, about: true),
    Case("scores of", low: 40, about: true), Case("a handful", low: 3, about: true),
    Case("12 percent", 12, unit: "percent"), Case("12 per cent", 12, unit: "percent"),
    Case("$ 3 billion", 3e9, unit: "USD"), Case("1.5 lakh", 150_000), Case("2 crore", 2e7),
    Case("some 15 to 20", low: 15, high: 20, about: true),
    Case("as many as 50 and at least 35", low: 35, high: 50, about: true),
    Case("two thirds of", 66.67, unit: "percent"), Case("no casualties", 0),
  ]

  @Test(arguments: cases) func `words are a number`(_ told: Case) throws {
    let text = tagged(
      told.testDescription.split(separator: " ").map { "\($0)/NOUN" }.joined(separator: " "))
    let found = try #require(NumberScanner(text: text).scan().first)
    #expect(found.value == told.value)
    #expect(found.low == told.low)
    #expect(found.high == told.high)
    #expect(found.isApproximate == told.isApproximate)
    #expect(found.unit == told.unit)
  }

  @Test(arguments: ["scores", "some", "over"]) func `words that are no number`(
    _ word: String
  ) {
    #expect(NumberScanner(text: tagged("\(word)/NOUN fell/VERB")).scan().isEmpty)
  }
}

@Suite struct FigureTests {
  private func figures(_ words: String, names: KeyValuePairs<String, NameType> = [:]) -> [Figure] {
    FigureReader.read(Draft(text: handmade(words, names: names), context: ReportContext()))
  }

  @Test func `a number counts the noun that it modifies and what is done to it`() {
    let found = figures(
      """
      Three three NUM CD 2 nummod
      drones drone NOUN NNS 4 nsubj:pass
      were be AUX VBD 4 aux:pass
      shot shoot VERB VBN 0 root
      down down ADP RP 4 compound:prt
      """)
    #expect(found.map(\.value) == [3])
    #expect(found.map(\.counts) == ["drones shot down"])
  }

  @Test func `whoever is harmed without a noun is counted as people`() {
    let found = figures(
      """
      The the DET DT 2 det
      blast blast NOUN NN 3 nsubj
      killed kill VERB VBD 0 root
      20 20 NUM CD 3 obj
      """)
    #expect(found.map(\.value) == [20])
    #expect(found.map(\.counts) == ["people killed"])
  }

  @Test func `a number behind a label is no figure`() {
    let found = figures(
      """
      Flight Flight PROPN NNP 3 nsubj
      17 17 NUM CD 1 nummod
      fell fall VERB VBD 0 root
      """)
    #expect(found.isEmpty)
  }

  @Test func `a measure is the figure's unit and a toll is a total`() {
    let miles = figures(
      """
      They they PRON PRP 2 nsubj
      walked walk VERB VBD 0 root
      30 30 NUM CD 4 nummod
      miles mile NOUN NNS 2 obj
      """)
    #expect(miles.map(\.unit) == ["miles"])
    let toll = figures(
      """
      The the DET DT 2 det
      toll toll NOUN NN 3 nsubj
      reached reach VERB VBD 0 root
      30 30 NUM CD 5 nummod
      people person NOUN NNS 3 obj
      """)
    #expect(toll.map(\.cumulative) == [true])
  }

  @Test func `whose count it is, not who tells of it or does the harm`() throws {
    func whose(_ words: String, names: KeyValuePairs<String, NameType>) throws -> String? {
      var draft = Draft(text: handmade(words, names: names), context: ReportContext())
      draft.entities = ["Sorrat", "Orva"].enumerated().compactMap { number, name in
        draft.text.tokens.firstIndex { $0.text == name }.map { index in
          EntityFinding(
            record: Entity(id: name, name: name, kind: .country),
            mentions: [EntityMention(tokens: index..<(index + 1), head: index, form: .name)])
        }
      }
      return try #require(FigureReader.read(draft).first).of
    }
    #expect(
      try whose(
        """
        Sorrat Sorrat PROPN NNP 2 nsubj
        lost lose VERB VBD 0 root
        30 30 NUM CD 4 nummod
        tanks tank NOUN NNS 2 obj
        """, names: ["Sorrat": .politicalPlace]) == "Sorrat")
    #expect(
      try whose(
        """
        Sorrat Sorrat PROPN NNP 2 nsubj
        reported report VERB VBD 0 root
        30 30 NUM CD 4 nummod
        drones drone NOUN NNS 6 nsubj:pass
        were be AUX VBD 6 aux:pass
        launched launch VERB VBN 2 ccomp
        """, names: ["Sorrat": .politicalPlace]) == nil)
    #expect(
      try whose(
        """
        Sorrat Sorrat PROPN NNP 2 nsubj
        killed kill VERB VBD 0 root
        30 30 NUM CD 4 nummod
        villagers villager NOUN NNS 2 obj
        """, names: ["Sorrat": .politicalPlace]) == nil)
  }

  @Test func `a bare number before what became of them counts whom the number before counts`() {
    let found = figures(
      """
      Nine nine NUM CD 2 nummod
      people people NOUN NNS 4 nsubj:pass
      were be AUX VBD 4 aux:pass
      killed kill VERB VBN 0 root
      and and CCONJ CC 7 cc
      16 16 NUM CD 4 conj
      wounded wound VERB VBN 4 conj
      """)
    #expect(found.map(\.value) == [9, 16])
    #expect(found.map(\.counts) == ["people killed", "people wounded"])
  }

  @Test func `a count may reach over a number in the name of what it counts`() {
    let found = figures(
      """
      Three three NUM CD 9 nummod
      Arvanian Arvanian PROPN NNP 9 compound
      Army Army PROPN NNP 9 compound
      80 80 PROPN NNP 9 compound
      Light Light PROPN NNP 9 compound
      Armoured Armoured PROPN NNP 9 compound
      Brigade Brigade PROPN NNP 9 compound
      Guard Guard PROPN NNP 9 compound
      soldiers soldier NOUN NNS 10 nsubj
      died die VERB VBD 0 root
      """)
    #expect(found.first?.value == 3)
  }

  @Test func `a part of those counted shares what became of them`() {
    let found = figures(
      """
      40 40 NUM CD 2 nummod
      people people NOUN NNS 3 nsubj
      died die VERB VBD 0 root
      , , PUNCT , 7 punct
      including include VERB VBG 7 case
      11 11 NUM CD 7 nummod
      children child NOUN NNS 2 nmod
      """)
    #expect(found.map(\.value) == [40, 11])
    #expect(found.map(\.counts) == ["people died", "children died"])
  }

  @Test func `how old somebody is counts nothing`() {
    let found = figures(
      """
      said say VERB VBD 0 root
      Tolk Tolk PROPN NNP 1 nsubj
      , , PUNCT , 4 punct
      41 41 NUM CD 2 appos
      . . PUNCT . 1 punct
      """)
    #expect(found.isEmpty)
  }
}
