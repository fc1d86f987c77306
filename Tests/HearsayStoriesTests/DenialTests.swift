import HearsayRecords
import HearsayStories
import Testing

@Suite struct DenialTests {
  /// A pair of reports, and whether the first denies what the second tells.
  struct Pair: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let told: String
    var actor = "Kolvanian guns"
    var verb = "shelled"
    var type = EventType.assault
    var status = EventStatus.happened
    var published = "2031-03-04"
    let reasons: [DenialLink.Reason]?
  }

  static let pairs = [
    Pair(
      testDescription: "the same attack told of the same army",
      told: "Kolvanian guns shelled the hospital in Tarn.", reasons: [.who, .what, .names, .words]),
    Pair(
      testDescription: "an attack somewhere else",
      told: "Kolvanian guns shelled a barracks in Pirna.",
      reasons: nil),
    Pair(
      testDescription: "an attack by somebody else",
      told: "Sarvian drones shelled the hospital in Tarn.", actor: "Sarvian drones", reasons: nil),
    Pair(
      testDescription: "an attack that is only planned",
      told: "Kolvanian guns shelled the hospital in Tarn.", status: .planned, reasons: nil),
    Pair(
      testDescription: "a rally by the same actor",
      told: "Kolvanian guns rallied at the hospital in Tarn.",
      verb: "rallied", type: .protest, reasons: nil),
    Pair(
      testDescription: "the same attack months before",
      told: "Kolvanian guns shelled the hospital in Tarn.", published: "2030-11-04", reasons: nil),
  ]

  @Test(arguments: pairs)
  func `a denial is linked only to what it denies`(_ pair: Pair) {
    let denying = reading(
      "Kolvania denied shelling the hospital in Tarn.", actor: "Kolvania", verb: "shelling",
      status: .denied, published: "2031-03-05", denial: "shelling the hospital in Tarn")
    let telling = reading(
      pair.told, actor: pair.actor, verb: pair.verb, type: pair.type, status: pair.status,
      published: pair.published)
    let links = Denials.links(from: Dossier(denying), to: Dossier(telling))
    #expect(links.map(\.reasons) == (pair.reasons.map { [$0] } ?? []))
  }

  @Test func `who does not deny something denies nothing anywhere`() {
    var denying = reading(
      "Kolvania denied shelling the hospital in Tarn.", actor: "Kolvania", verb: "shelling",
      status: .denied, published: "2031-03-05", denial: "shelling the hospital in Tarn")
    denying.claims[0].polarity = .negative
    let telling = reading(
      "Kolvanian guns shelled the hospital in Tarn.", actor: "Kolvanian guns", verb: "shelled",
      published: "2031-03-04")
    #expect(Denials.links(from: Dossier(denying), to: Dossier(telling)).isEmpty)
  }

  @Test(arguments: pairs)
  func `what is noted for comparing denials is read back as it was, and links the same`(
    _ pair: Pair
  ) throws {
    let denying = reading(
      "Kolvania denied shelling the hospital in Tarn.", actor: "Kolvania", verb: "shelling",
      status: .denied, published: "2031-03-05", denial: "shelling the hospital in Tarn")
    let telling = reading(
      pair.told, actor: pair.actor, verb: pair.verb, type: pair.type, status: pair.status,
      published: pair.published)
    let sheets = [denying, telling].map { DenialSheet(Dossier($0)) }
    let again = try sheets.map { try #require(DenialSheet($0.bytes)) }
    #expect(again == sheets)
    #expect(
      Denials.links(from: again[0], to: again[1])
        == Denials.links(from: Dossier(denying), to: Dossier(telling)))
    for length in stride(from: 1, to: sheets[0].bytes.count, by: 13) {
      #expect(DenialSheet(Array(sheets[0].bytes.prefix(length))) == nil)
    }
  }

  /// A reading with one event, and a denial of it if `denial` is what is denied.
  private func reading(
    _ text: String, actor: String, verb: String, type: EventType = .assault,
    status: EventStatus = .happened, published: String, denial: String? = nil
  ) -> Reading {
    func span(_ words: String) -> TextSpan {
      let bytes = Array(text.utf8)
      let wanted = Array(words.utf8)
      guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: wanted) }) else {
        preconditionFailure("not in the text: \(words)")
      }
      return TextSpan(start: start, end: start + wanted.count)
    }
    var reading = Reading(
      report: Report(
        id: "r", url: nil, published: published, publishedFrom: .option, text: text,
        sha256: "", reader: Reader(version: "1", model: nil)))
    reading.entities = [
      Entity(id: "e1", name: actor, kind: .military, mentions: [span(actor)])
    ]
    reading.events = [
      Event(
        id: "v1", type: type, trigger: span(verb), actors: denial == nil ? [.entity("e1")] : [],
        status: status, certainty: .asserted, saidBy: denial == nil ? nil : "c1", confidence: 1,
        evidence: [span(verb)])
    ]
    if let denial {
      reading.claims = [
        Claim(
          id: "c1", speaker: "e1", speakers: ["e1"], source: span(actor), cue: span("denied"),
          content: [span(denial)], act: .deny, about: ["v1"], confidence: 1)
      ]
    }
    return reading
  }
}
