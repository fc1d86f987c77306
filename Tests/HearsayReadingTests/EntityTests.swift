import HearsayLanguage
import HearsayPlaces
import HearsayReading
import HearsayRecords
import TestSupport
import Testing

private let countries = Countries(
  tsv: """
    ARV\tAV\tArvania\t\tMarvel\tArvanian\t1
    """)

private func entities(_ text: AnnotatedText) -> [Entity] {
  EntityReader.read(Draft(text: text, context: ReportContext()), countries: countries).map(\.record)
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
