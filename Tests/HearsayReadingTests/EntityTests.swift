import HearsayLanguage
import HearsayPlaces
import HearsayReading
import HearsayRecords
import TestSupport
import Testing

private let countries = Countries(
  tsv: """
    ARV\tAV\tArvania\t\tMarvel\tArvanian\t1\tNorth Bank|South Strip=Strip
    SUL\tSU\tSullia\t\tSullia City\tSullian\t2
    """)
private let actors = KnownActors(
  tsv: """
    # kind, code, names
    armedGroup\tUZBREB\tislamic movement of uzbekistan|imu
    civil\tNGOHRIAMN\tamnesty international
    """)

private func entities(_ text: AnnotatedText) -> [Entity] {
  EntityReader.read(
    Draft(text: text, context: ReportContext()), countries: countries, actors: actors
  )
  .map(\.record)
}

@Test func `a surname means the person whose full name was told`() {
  let found = entities(
    tagged(
      "Ilsa/PROPN Dorn/PROPN spoke/VERB ./PUNCT\nDorn/PROPN left/VERB ./PUNCT",
      names: ["Ilsa Dorn": .person, "Dorn": .person]))
  #expect(found.map(\.name) == ["Ilsa Dorn"])
  #expect(found.first?.mentions.count == 2)
}

@Test func `two persons of one surname stay two`() {
  let found = entities(
    tagged(
      "Ilsa/PROPN Dorn/PROPN met/VERB Karl/PROPN Dorn/PROPN ./PUNCT",
      names: ["Ilsa Dorn": .person, "Karl Dorn": .person]))
  #expect(found.map(\.name) == ["Ilsa Dorn", "Karl Dorn"])
}

@Test func `a title is the person's role and names nobody else`() {
  let found = entities(
    handmade(
      """
      Arvanian arvanian ADJ JJ 2 amod
      Minister minister NOUN NN 5 nsubj
      Ilsa Ilsa PROPN NNP 2 flat
      Dorn Dorn PROPN NNP 2 flat
      spoke speak VERB VBD 0 root
      """, names: ["Ilsa Dorn": .person]))
  #expect(found.map(\.name) == ["Ilsa Dorn"])
  #expect(found.first?.role == "Arvanian Minister")
  #expect(found.first?.country == "ARV")
  #expect(found.first?.code == "ARVGOV")
}

@Test(arguments: [("(", ")"), ("[", "]")])
func `a short form in brackets is the name before it`(open: String, close: String) {
  let found = entities(
    tagged(
      "The/DET Harbour/PROPN Watch/PROPN \(open)/PUNCT HWX/PROPN \(close)/PUNCT spoke/VERB ./PUNCT\nHWX/PROPN left/VERB ./PUNCT",
      names: ["Harbour Watch": .organization, "HWX": .organization]))
  #expect(found.map(\.name) == ["Harbour Watch"])
  #expect(found.first?.aliases == ["HWX"])
}

@Test func `an acronym is the name whose initials it has`() {
  let found = entities(
    tagged(
      "Front/PROPN of/ADP the/DET Harbour/PROPN Watch/PROPN spoke/VERB ./PUNCT\nFHW/PROPN left/VERB ./PUNCT",
      names: ["Front of the Harbour Watch": .organization, "FHW": .organization]))
  #expect(found.map(\.name) == ["Front of the Harbour Watch"])
}

@Test func `a capital that acts is its country and a capital where things happen is none`() {
  let acts = entities(
    handmade(
      """
      Marvel Marvel PROPN NNP 2 nsubj
      denied deny VERB VBD 0 root
      it it PRON PRP 2 obj
      """, names: ["Marvel": .politicalPlace]))
  #expect(acts.map(\.name) == ["Arvania"])
  #expect(acts.first?.kind == .country)
  let holds = entities(
    handmade(
      """
      It it PRON PRP 2 nsubj
      rained rain VERB VBD 0 root
      in in ADP IN 4 case
      Marvel Marvel PROPN NNP 2 obl
      """, names: ["Marvel": .politicalPlace]))
  #expect(holds.isEmpty)
}

@Test func `she is not the spokesman`() {
  let text = """
    Ilsa Ilsa PROPN NNP 3 nsubj
    Dorn Dorn PROPN NNP 1 flat
    met meet VERB VBD 0 root
    spokesman spokesman NOUN NN 5 compound
    Oto Oto PROPN NNP 3 obj
    Marn Marn PROPN NNP 5 flat

    She she PRON PRP 2 nsubj
    left leave VERB VBD 0 root
    """
  let found = entities(handmade(text, names: ["Ilsa Dorn": .person, "Oto Marn": .person]))
  #expect(found.first { $0.name == "Ilsa Dorn" }?.mentions.count == 2)
  #expect(found.first { $0.name == "Oto Marn" }?.mentions.count == 1)
}

@Test func `nobody is no entity`() {
  let found = entities(
    handmade(
      """
      No no DET DT 2 det
      group group NOUN NN 3 nsubj
      spoke speak VERB VBD 0 root
      """))
  #expect(found.isEmpty)
}

@Test func `a capitalised word between an office and a surname is the first name`() {
  let found = entities(
    tagged(
      "There/ADV ,/PUNCT Spokesman/NOUN Said/VERB Marn/PROPN spoke/VERB ./PUNCT",
      names: ["Marn": .person]))
  #expect(found.map(\.name).contains("Said Marn"))
}

@Test func `a son and a father of one surname stay two, and the surname means who was named last`()
{
  let found = entities(
    tagged(
      """
      Oto/PROPN Marn/PROPN left/VERB ./PUNCT
      Marn/PROPN fled/VERB ./PUNCT
      Edo/PROPN Lasz/PROPN Marn/PROPN stayed/VERB ./PUNCT
      Marn/PROPN slept/VERB ./PUNCT
      """, names: ["Oto Marn": .person, "Edo Lasz Marn": .person, "Marn": .person]))
  #expect(found.map(\.name) == ["Oto Marn", "Edo Lasz Marn"])
  #expect(found.map(\.mentions.count) == [2, 2])
}

@Test func `a city's name that is somebody's surname means that person where nothing is located`() {
  let found = entities(
    tagged(
      "Ilsa/PROPN Marvel/PROPN left/VERB ./PUNCT\nMarvel/PROPN claims/VERB so/ADV ./PUNCT",
      names: ["Ilsa Marvel": .person, "Marvel": .politicalPlace]))
  #expect(found.map(\.name) == ["Ilsa Marvel"])
}

@Test(arguments: [
  ("Irving Police Department", EntityKind.police), ("Arvanian Ministry", .government),
  ("Harbour Party", .party), ("Dawn Brigades", .armedGroup), ("Coast News", .media),
  ("Amnesty International", .civil), ("Islamic Movement of Uzbekistan", .armedGroup),
])
func `what a body is shows in its name or is known`(_ name: String, _ kind: EntityKind) {
  let words = name.split(separator: " ").map { "\($0)/PROPN" }.joined(separator: " ")
  let found = entities(tagged("\(words) spoke/VERB ./PUNCT", name: name))
  #expect(found.first?.kind == kind)
}

@Test func `a known actor has its code, "the" or not`() {
  let found = entities(
    tagged(
      "The/DET Islamic/PROPN Movement/PROPN of/ADP Uzbekistan/PROPN spoke/VERB ./PUNCT",
      name: "The Islamic Movement of Uzbekistan"))
  #expect(found.map(\.code) == ["UZBREB"])
}

// What joins a name to another's aliases: issue 12.

@Test func `the agency in brackets behind a country is none of its names`() {
  let found = entities(
    tagged(
      "HARVEL/PROPN ,/PUNCT Arvania/PROPN (/PUNCT AP/PROPN )/PUNCT -/PUNCT It/PRON rained/VERB ./PUNCT",
      names: ["HARVEL": .politicalPlace, "Arvania": .politicalPlace, "AP": .organization]))
  let country = found.first { $0.kind == .country }
  #expect(country?.name == "Arvania")
  #expect(country?.aliases == [])
  #expect(found.first { $0.name == "AP" }?.kind == .media)
}

@Test func `a country's own letters in brackets are its short form`() {
  let found = entities(
    tagged(
      "The/DET Republic/PROPN of/ADP Greater/PROPN Harvel/PROPN (/PUNCT RGH/PROPN )/PUNCT spoke/VERB ./PUNCT",
      names: ["Republic of Greater Harvel": .organization, "RGH": .organization]))
  #expect(found.first?.aliases == ["RGH"])
}

@Test func `the short form of what ends in a body's name is not that body's`() {
  let found = entities(
    handmade(
      """
      Members member NOUN NNS 7 nsubj
      of of ADP IN 3 case
      Parliament Parliament PROPN NNP 1 nmod
      ( ( PUNCT -LRB- 5 punct
      MOPs MOPs PROPN NNP 1 appos
      ) ) PUNCT -RRB- 5 punct
      voted vote VERB VBD 0 root
      """, names: ["Parliament": .organization, "MOPs": .organization]))
  #expect(found.first { $0.name == "Parliament" }?.aliases == [])
}

@Test func `a capital that bears its country's name stands for itself`() {
  let found = entities(
    handmade(
      """
      Sullia Sullia PROPN NNP 2 compound
      City City PROPN NNP 3 nsubj
      denied deny VERB VBD 0 root
      it it PRON PRP 3 obj

      Sullia Sullia PROPN NNP 2 nsubj
      agreed agree VERB VBD 0 root
      """, names: ["Sullia City": .politicalPlace, "Sullia": .politicalPlace]))
  #expect(found.map(\.name) == ["Sullia City", "Sullia"])
  #expect(found.map(\.kind) == [.government, .country])
  #expect(found.map(\.aliases) == [[], []])
}

@Test func `a capital with its country behind a comma only tells where something is`() {
  let found = entities(
    handmade(
      """
      Marvel Marvel PROPN NNP 4 nsubj
      , , PUNCT , 3 punct
      Arvania Arvania PROPN NNP 1 appos
      slept sleep VERB VBD 0 root
      """, names: ["Marvel": .politicalPlace, "Arvania": .politicalPlace]))
  #expect(found.map(\.aliases) == [[]])
}

@Test func `the parts of a country are not one another`() {
  let found = entities(
    tagged(
      "The/DET Strip/PROPN and/CCONJ the/DET North/PROPN Bank/PROPN joined/VERB Arvania/PROPN ./PUNCT",
      names: ["Strip": .politicalPlace, "North Bank": .politicalPlace, "Arvania": .politicalPlace]))
  #expect(found.map(\.name) == ["South Strip", "North Bank", "Arvania"])
  #expect(found.map(\.country) == ["ARV", "ARV", "ARV"])
}

@Test(
  arguments: [
    ("general", "ARVMIL"), ("attorney general", "ARVGOV"), ("defence minister", "ARVGOV"),
    ("king", "ARVGOV"), ("secretary-general", "ARVGOV"),
  ] as [(String, String?)])
func `an officer acts for the army and whoever holds a state's office for the government`(
  _ role: String, _ code: String?
) {
  let words = role.split(separator: " ").map { "\($0)/NOUN" }.joined(separator: " ")
  let found = entities(
    tagged(
      "Arvanian/ADJ \(words) Ilsa/PROPN Dorn/PROPN spoke/VERB ./PUNCT",
      names: ["Ilsa Dorn": .person]))
  #expect(found.first { $0.name == "Ilsa Dorn" }?.code == code)
}
