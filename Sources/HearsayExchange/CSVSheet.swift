import HearsayRecords

/// The records of one reading as cells: ids are resolved to names beside them, spans take three columns
/// (`start`, `end` in code points of the text, and the exact words), lists are joined by " | ".
struct CSVSheet {
  private let reading: Reading
  private let id: String
  private let positions: PositionMap
  private let names: [String: String]
  private let claims: [String: Claim]
  private let times: [String: TimeSpan]

  init(_ reading: Reading, id: String) {
    self.reading = reading
    self.id = id
    positions = PositionMap(reading.report.text)
    names = Dictionary(
      reading.entities.map { ($0.id, $0.name) } + reading.places.map { ($0.id, $0.name) },
      uniquingKeysWith: { first, _ in first })
    claims = Dictionary(reading.claims.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    times = Dictionary(reading.times.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
  }

  private static func spanColumns(_ name: String) -> [String] {
    ["\(name)_start", "\(name)_end", name]
  }

  /// The names of the columns of a kind; the first five are the same for all.
  static func header(of kind: RecordKind) -> [String] {
    let own: [String] =
      switch kind {
      case .entities:
        ["id", "name", "kind", "aliases", "role", "country", "code"] + spanColumns("mentions")
      case .places:
        [
          "id", "name", "kind", "country", "admin1", "lat", "lon", "geonameid", "precision",
          "within", "by",
        ] + spanColumns("mentions")
      case .times:
        ["id", "earliest", "latest", "granularity", "timex", "by"] + spanColumns("words")
      case .events:
        [
          "id", "type", "mode", "cameo", "status", "certainty", "actors", "recipients",
          "instruments", "place", "place_name", "time", "earliest", "latest", "said_by",
          "said_by_name", "confidence",
        ] + spanColumns("trigger") + spanColumns("evidence")
      case .claims:
        [
          "id", "speaker", "speaker_name", "via", "act", "polarity", "certainty", "addressee",
          "about", "blames", "parent", "confidence",
        ] + spanColumns("source") + spanColumns("cue") + spanColumns("content")
          + spanColumns("quoted")
      case .figures:
        [
          "id", "value", "low", "high", "approximate", "unit", "counts", "of", "about", "at",
          "cumulative", "said_by", "said_by_name",
        ] + spanColumns("evidence")
      case .relations:
        ["kind", "from", "from_name", "to", "to_name", "since", "until", "said_by", "said_by_name"]
          + spanColumns("evidence")
      case .wording: ["kind"] + spanColumns("words")
      }
    return ["report", "url", "outlet", "title", "published"] + own
  }

  /// One row for each record of the kind.
  func rows(of kind: RecordKind) -> [[String]] {
    let rows: [[String]] =
      switch kind {
      case .entities: reading.entities.map(cells)
      case .places: reading.places.map(cells)
      case .times: reading.times.map(cells)
      case .events: reading.events.map(cells)
      case .claims: reading.claims.map(cells)
      case .figures: reading.figures.map(cells)
      case .relations: reading.relations.map(cells)
      case .wording: reading.wording.map { [$0.kind.rawValue] + cells([$0.evidence]) }
      }
    let report = reading.report
    let lead = [
      id, report.url ?? "", report.outlet ?? "", report.title ?? "", report.published ?? "",
    ]
    return rows.map { lead + $0 }
  }

  private func cells(_ entity: Entity) -> [String] {
    [
      entity.id, entity.name, entity.kind.rawValue, joined(entity.aliases), entity.role ?? "",
      entity.country ?? "", entity.code ?? "",
    ] + cells(entity.mentions)
  }

  private func cells(_ place: Place) -> [String] {
    [
      place.id, place.name, place.kind ?? "", place.country ?? "", place.admin1 ?? "",
      number(place.lat), number(place.lon), place.geonameid.map(String.init) ?? "",
      place.precision.rawValue, place.within ?? "", place.by ?? "",
    ] + cells(place.mentions)
  }

  private func cells(_ time: TimeSpan) -> [String] {
    [
      time.id, time.earliest ?? "", time.latest ?? "", time.granularity?.rawValue ?? "",
      time.timex ?? "", time.by ?? "",
    ] + cells([time.evidence])
  }

  private func cells(_ event: Event) -> [String] {
    let time = event.time.flatMap { times[$0] }
    let what: [String] = [
      event.id, event.type.rawValue, event.mode ?? "", event.cameo ?? "", event.status.rawValue,
      event.certainty.rawValue, joined(event.actors.map(name)), joined(event.recipients.map(name)),
      joined(event.instruments.map(positions.exact)),
    ]
    let whereWhenWho: [String] = [
      event.place ?? "", event.place.flatMap { names[$0] } ?? "", event.time ?? "",
      time?.earliest ?? "", time?.latest ?? "", event.saidBy ?? "", sayer(event.saidBy),
      number(event.confidence),
    ]
    return what + whereWhenWho + cells([event.trigger]) + cells(event.evidence)
  }

  private func cells(_ claim: Claim) -> [String] {
    let head: [String] = [
      claim.id, claim.speaker ?? "", claim.speaker.flatMap { names[$0] } ?? "",
      joined(claim.via.map { names[$0] ?? $0 }), claim.act.rawValue, claim.polarity.rawValue,
      claim.certainty.rawValue, claim.addressee.map { names[$0] ?? $0 } ?? "",
      joined(claim.about), joined(claim.blames.map { names[$0] ?? $0 }), claim.parent ?? "",
      number(claim.confidence),
    ]
    return head + cells([claim.source].compactMap(\.self)) + cells([claim.cue].compactMap(\.self))
      + cells(claim.content) + cells(claim.quoted)
  }

  private func cells(_ figure: Figure) -> [String] {
    [
      figure.id, number(figure.value), number(figure.low), number(figure.high),
      String(figure.approximate), figure.unit ?? "", figure.counts ?? "",
      figure.of.map { names[$0] ?? $0 } ?? "", figure.about ?? "", figure.at ?? "",
      figure.cumulative.map { String($0) } ?? "", figure.saidBy ?? "", sayer(figure.saidBy),
    ] + cells(figure.evidence)
  }

  private func cells(_ relation: Relation) -> [String] {
    [
      relation.kind, relation.from, names[relation.from] ?? "", relation.to,
      names[relation.to] ?? "", relation.since ?? "", relation.until ?? "", relation.saidBy ?? "",
      sayer(relation.saidBy),
    ] + cells(relation.evidence)
  }

  private func cells(_ spans: [TextSpan]) -> [String] {
    [
      joined(spans.map { String(positions.scalarOffset(ofUTF8: $0.start)) }),
      joined(spans.map { String(positions.scalarOffset(ofUTF8: $0.end)) }),
      joined(spans.map(positions.exact)),
    ]
  }

  private func name(_ participant: Participant) -> String {
    switch participant {
    case .entity(let id): names[id] ?? id
    case .mention(let span): positions.exact(span)
    }
  }

  /// Who says the claim with this id: the speaker's name, or the words naming the source.
  private func sayer(_ claim: String?) -> String {
    guard let claim = claim.flatMap({ claims[$0] }) else { return "" }
    return claim.speaker.flatMap { names[$0] } ?? claim.source.map(positions.exact) ?? ""
  }

  private func joined(_ items: [String]) -> String { items.joined(separator: " | ") }

  private func number(_ number: Double?) -> String {
    guard let number else { return "" }
    let isWhole = number == number.rounded() && number.magnitude < 9_007_199_254_740_992
    return isWhole ? String(Int64(number)) : String(number)
  }
}
