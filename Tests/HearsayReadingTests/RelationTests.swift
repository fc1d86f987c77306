import HearsayLanguage
import HearsayPlaces
import HearsayReading
import HearsayRecords
import TestSupport
import Testing

private let countries = Countries(
  tsv: """
    ARV\tAV\tArvania\t\tArvan City\tArvanian\t1
    """)

/// Relations as "kind: from → to", with names for ids.
private func relations(_ text: AnnotatedText, times: [TimeFinding] = []) -> [String] {
  var draft = Draft(text: text, context: ReportContext())
  draft.times = times
  draft.entities = EntityReader.read(draft, countries: countries)
  let names = Dictionary(
    uniqueKeysWithValues: draft.entities.map { ($0.record.id, $0.record.name) })
  return RelationReader.read(draft, countries: countries).map { relation in
    let since = relation.since.map { " since \($0)" } ?? ""
    return
      "\(relation.kind): \(names[relation.from] ?? "?") → \(names[relation.to] ?? relation.to)\(since)"
  }
}

@Test func `a title before a name is an office of its country`() {
  let text = tagged(
    "The/DET attack/NOUN wounded/VERB Arvanian/ADJ Prime/PROPN Minister/PROPN Ilsa/PROPN Dorn/PROPN ./PUNCT",
    names: ["Ilsa Dorn": .person])
  #expect(relations(text) == ["holdsOffice: Ilsa Dorn → Prime Minister of Arvania"])
}

@Test func `who once held an office does not hold it`() {
  let text = tagged(
    "Former/ADJ President/PROPN Ilsa/PROPN Dorn/PROPN spoke/VERB ./PUNCT",
    names: ["Ilsa Dorn": .person])
  #expect(relations(text) == ["heldOffice: Ilsa Dorn → President"])
}

@Test func `a candidate holds no office`() {
  let text = tagged(
    "Presidential/ADJ candidate/NOUN Ilsa/PROPN Dorn/PROPN spoke/VERB ./PUNCT",
    names: ["Ilsa Dorn": .person])
  #expect(relations(text).isEmpty)
}

@Test func `a spokesman speaks for what stands before the noun or after "for"`() {
  let before = tagged(
    "Arvanian/ADJ Foreign/PROPN Ministry/PROPN spokesman/NOUN Oto/PROPN Marn/PROPN said/VERB so/ADV ./PUNCT",
    names: ["Oto Marn": .person])
  #expect(relations(before).contains("speaksFor: Oto Marn → Arvanian Foreign Ministry"))
  let after = tagged(
    "Oto/PROPN Marn/PROPN ,/PUNCT a/DET spokesman/NOUN for/ADP the/DET port/NOUN ,/PUNCT said/VERB so/ADV ./PUNCT",
    names: ["Oto Marn": .person])
  #expect(relations(after) == ["speaksFor: Oto Marn → port"])
}

@Test func `those a coalition comprises are its members`() {
  let text = tagged(
    "The/DET Dawn/PROPN coalition/NOUN ,/PUNCT which/PRON comprises/VERB the/DET Sea/PROPN League/PROPN ,/PUNCT Orla/PROPN and/CCONJ Vest/PROPN among/ADP others/NOUN ,/PUNCT lost/VERB to/ADP Kern/PROPN ./PUNCT",
    names: [
      "Dawn": .organization, "Sea League": .organization, "Orla": .organization,
      "Vest": .organization, "Kern": .organization,
    ])
  #expect(
    Set(relations(text)) == [
      "memberOf: Sea League → Dawn coalition", "memberOf: Orla → Dawn coalition",
      "memberOf: Vest → Dawn coalition",
    ])
}

@Test func `an office is held since the month that the clause tells`() {
  let text = tagged(
    """
    President/PROPN Ilsa/PROPN Dorn/PROPN spoke/VERB ./PUNCT
    Dorn/PROPN ,/PUNCT who/PRON has/AUX been/AUX in/ADP power/NOUN since/ADP May/PROPN 2020/NUM ,/PUNCT left/VERB ./PUNCT
    """, names: ["Ilsa Dorn": .person, "Dorn": .person])
  let time = TimeFinding(
    record: TimeSpan(
      id: "t1", earliest: "2020-05-01", latest: "2020-05-31", granularity: .month,
      evidence: text.span(13..<15)), tokens: 13..<15)
  #expect(relations(text, times: [time]) == ["holdsOffice: Ilsa Dorn → President since 2020-05"])
}
