import HearsayLedger
import HearsayRecords
import HearsayStories

/// Finds what an incident's record only names in the reports that it was drawn from.
struct IncidentFacts {
  let tellings: [ExportedIncident.Telling]

  // MARK: Parties

  func side(_ party: Incident.Party) -> ExportedIncident.Side {
    for member in party.members {
      guard let colon = member.firstIndex(of: ":"),
        let telling = tellings.first(where: { $0.line.id == member[..<colon] })
      else { continue }
      let id = String(member[member.index(after: colon)...])
      if let entity = telling.index.entities[id] {
        return ExportedIncident.Side(
          name: party.name, kind: entity.kind, country: party.country ?? entity.country,
          code: party.code ?? entity.code, role: entity.role,
          wider: wider(than: id, in: telling),
          words: entity.mentions.first.map(telling.index.words) ?? entity.name.safeLine)
      }
      if let place = telling.index.places[id] {
        return ExportedIncident.Side(
          name: party.name, kind: place.kind == "country" ? .country : .other,
          country: party.country ?? place.country, code: party.code, role: nil, wider: [],
          words: place.name.safeLine)
      }
    }
    return ExportedIncident.Side(
      name: party.name, kind: .other, country: party.country, code: party.code, role: nil,
      wider: [], words: party.name)
  }

  private func wider(than id: String, in telling: ExportedIncident.Telling) -> [String] {
    telling.index.reading.relations.filter {
      $0.from == id && ["memberOf", "partOf"].contains($0.kind)
    }.map { telling.index.name($0.to) }.distinct
  }

  func blamed() -> [ExportedIncident.Blame] {
    tellings.flatMap { telling in
      telling.happening.blamed.map { slot in
        ExportedIncident.Blame(
          whom: slot.id.map(telling.index.name) ?? telling.index.words(slot.span),
          by: telling.index.voiceName(of: slot.saidBy))
      }
    }.distinct
  }

  // MARK: Numbers

  /// How many took part, in the words of the first report that counts them: neither those who came to harm, nor a number that is denied.
  func crowd(_ tables: ExchangeTables) -> String? {
    for telling in tellings where telling.copyOf == nil {
      for figure in telling.happening.figures.compactMap({ telling.index.figures[$0] }) {
        let claim = figure.saidBy.flatMap { telling.index.claims[$0] }
        guard figure.unit == nil, Toll.of(figure) == nil, claim?.act != .deny,
          figure.counts.flatMap({ tables.term(in: $0, of: [.civil, .crowd]) }) != nil,
          let words = figure.evidence.first
        else { continue }
        return telling.index.words(words)
      }
    }
    return nil
  }

  // MARK: Place

  func spot(_ place: Incident.Where?) -> ExportedIncident.Spot? {
    guard let place else { return nil }
    for telling in tellings {
      for slot in telling.happening.places {
        guard let record = slot.id.flatMap({ telling.index.places[$0] }),
          record.name == place.place, record.precision.rawValue == place.precision
        else { continue }
        let above = record.within.flatMap { telling.index.places[$0] }
        return ExportedIncident.Spot(
          name: record.name.safeLine, kind: record.kind, country: record.country ?? place.country,
          admin1: record.admin1, admin2: above?.precision == .admin2 ? above?.name : nil,
          latitude: record.lat, longitude: record.lon, geonameid: record.geonameid,
          precision: record.precision, words: telling.index.words(slot.span))
      }
    }
    return ExportedIncident.Spot(
      name: place.place.safeLine, kind: nil, country: place.country, admin1: nil, admin2: nil,
      latitude: place.lat, longitude: place.lon, geonameid: nil,
      precision: PlacePrecision(rawValue: place.precision) ?? .country, words: place.place.safeLine)
  }
}
