package import HearsayRecords

/// The text of ``sampleReading(url:text:published:reader:)``: invented, with characters of one to four bytes.
package let sampleText = """
  Général Osei said on 3 May that “rebels” shelled the depôt at Kéta 💥, killing 12 people.
  The Northern Front denied it. No group has claimed responsibility for the attack on 漢口.
  """

/// A small reading with every kind of record.
///
/// `text` may be changed as long as it still holds the words read.
package func sampleReading(
  url: String? = "https://news.example/depot", text: String = sampleText,
  published: String? = "2024-05-04T08:00:00+02:00",
  reader: Reader = Reader(version: "1", model: "m1")
) -> Reading {
  func span(_ words: String) -> TextSpan {
    let bytes = Array(text.utf8)
    let wanted = Array(words.utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: wanted) }
    guard let start else { preconditionFailure("not in the text: \(words)") }
    return TextSpan(start: start, end: start + wanted.count)
  }
  return Reading(
    report: Report(
      id: "unset", url: url, outlet: "The Example", title: "Depôt shelled, général says",
      byline: "A. Writer", dateline: "ACCRA", published: published, publishedFrom: .meta,
      language: "en", text: text, sha256: SHA256.hex(text.utf8), reader: reader),
    entities: [
      Entity(
        id: "e1", name: "Général Osei", kind: .person, aliases: ["the general"], role: "Général",
        country: "GHA", code: "GHAMIL", mentions: [span("Général Osei")]),
      Entity(
        id: "e2", name: "Northern Front", kind: .armedGroup, aliases: ["rebels"],
        mentions: [span("rebels"), span("Northern Front")]),
    ],
    places: [
      Place(
        id: "p1", name: "Kéta", kind: "city", country: "GHA", admin1: "Volta", lat: 5.9167,
        lon: 0.9833, geonameid: 2_299_522, precision: .named, by: "gazetteer",
        mentions: [span("Kéta")])
    ],
    times: [
      TimeSpan(
        id: "t1", earliest: "2024-05-03", latest: "2024-05-03", granularity: .day,
        timex: "2024-05-03", by: "year of publication", evidence: span("3 May"))
    ],
    events: [
      Event(
        id: "v1", type: .assault, mode: "artillery", cameo: "194", trigger: span("shelled"),
        actors: [.entity("e2")], recipients: [.mention(span("the depôt"))], place: "p1",
        time: "t1", status: .happened, certainty: .asserted, saidBy: "c1", confidence: 0.75,
        evidence: [span("“rebels” shelled the depôt at Kéta 💥")])
    ],
    claims: [
      Claim(
        id: "c1", speaker: "e1", source: span("Général Osei"), via: ["The Example"],
        cue: span("said"), content: [span("“rebels” shelled the depôt at Kéta 💥")],
        quoted: [span("“rebels”")], act: .accuse, about: ["v1"], blames: ["e2"], confidence: 0.9),
      Claim(
        id: "c2", speaker: "e2", source: span("The Northern Front"), cue: span("denied"),
        content: [span("it")], act: .deny, about: ["v1"], confidence: 0.5),
      Claim(
        id: "c3", source: span("No group"), cue: span("claimed"),
        content: [span("responsibility for the attack on 漢口")], act: .claimResponsibility,
        polarity: .negative, confidence: 1),
    ],
    figures: [
      Figure(
        id: "f1", value: 12, unit: nil, counts: "people killed", about: "v1", at: "t1",
        saidBy: "c1", evidence: [span("killing 12 people")])
    ],
    happenings: [
      Happening(
        id: "h1", type: .assault, mode: "artillery", cameo: "194", label: "shelling of the depôt",
        events: ["v1"], main: true, status: .happened, certainty: .asserted,
        statuses: [
          ToldStatus(status: .happened, saidBy: "c1", events: ["v1"]),
          ToldStatus(status: .denied, saidBy: "c2"),
        ],
        recipients: [Slot(span: span("the depôt"), saidBy: "c1", confidence: 0.9)],
        places: [Slot(.place, id: "p1", span: span("Kéta"), saidBy: "c1")],
        times: [Slot(.time, id: "t1", span: span("3 May"), lent: true)],
        blamed: [Slot(id: "e2", span: span("“rebels”"), saidBy: "c1")], figures: ["f1"],
        claims: ["c1", "c2"], confidence: 0.75, by: ["head.event"])
    ],
    relations: [
      Relation(
        kind: "holdsOffice", from: "e1", to: "Général", evidence: [span("Général Osei")])
    ],
    wording: [Wording(kind: .scareQuote, evidence: span("“rebels”"))])
}
