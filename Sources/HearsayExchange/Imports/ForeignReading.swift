package import HearsayRecords

extension ForeignRow {
  /// The row as a report whose only speaker is its maker: its notes and the cells that values come from are the text, so that every
  /// value has its words, and nothing of it stands in the ledger's own voice.
  package func reading(version: String) -> Reading {
    var page = ForeignPage("\(maker.name) \(id)")
    let source = TextSpan(start: 0, end: maker.name.utf8.count)
    if !notes.isEmpty { page.add(notes.safeLine) }
    for cell in cells { page.add(cell) }

    let date = page.span(dateColumns[0]) ?? source
    let type = page.span(typeColumns.first { page.span($0) != nil } ?? "") ?? source
    var entities = [Entity(id: "e1", name: maker.name, kind: .other, mentions: [source])]
    func slots(_ names: [String], _ column: String) -> [Slot] {
      names.map { name in
        let id = "e\(entities.count + 1)"
        let span = page.span(column, name) ?? source
        entities.append(
          Entity(id: id, name: name.safeLine, kind: Self.kind(of: name, maker), mentions: [span]))
        return Slot(id: id, span: span, saidBy: "c1")
      }
    }
    let doers = slots(actors, partyColumns[0])
    let sufferers = slots(recipients, partyColumns[1])
    let spot = placeColumns.compactMap { page.span($0, place ?? "") }.first
    let places = spot.map { span in
      [
        Place(
          id: "p1", name: (place ?? country ?? page.words(span)).safeLine, kind: nil,
          country: country,
          admin1: admin1, lat: latitude, lon: longitude, precision: precision, by: "import",
          mentions: [span])
      ]
    }
    let (first, last) = (CivilCalendar.text(days.lowerBound), CivilCalendar.text(days.upperBound))
    let killed = best.flatMap { number in
      page.span(killedColumn, killedWords ?? "").map { span in
        Figure(
          id: "f1", value: Double(number), low: low.map(Double.init), high: high.map(Double.init),
          counts: "people killed", about: "v1", saidBy: "c1", evidence: [span], by: "import")
      }
    }
    let text = page.text
    return Reading(
      report: Report(
        id: "unset", url: address, outlet: maker.name, title: "\(maker.name) \(id)",
        published: last,
        publishedFrom: .text, language: "en", text: text, sha256: SHA256.hex(text.utf8),
        reader: Reader(version: version)),
      entities: entities, places: places ?? [],
      times: [
        TimeSpan(
          id: "t1", earliest: first, latest: last,
          granularity: days.count == 1 ? .day : days.count <= 7 ? .week : .month,
          timex: first, by: "import", evidence: date)
      ],
      events: [
        Event(
          id: "v1", type: self.type, mode: mode, cameo: cameo, trigger: type,
          actors: doers.compactMap { $0.id.map(Participant.entity) },
          recipients: sufferers.compactMap { $0.id.map(Participant.entity) },
          place: places == nil ? nil : "p1", time: "t1", status: .happened, certainty: .asserted,
          saidBy: "c1", confidence: 1, evidence: [type])
      ],
      claims: [
        Claim(
          id: "c1", speaker: "e1", source: source, content: [page.notes ?? type], act: .state,
          about: ["v1"], confidence: 1)
      ],
      figures: [killed].compactMap(\.self),
      happenings: [
        Happening(
          id: "h1", type: self.type, mode: mode, cameo: cameo,
          label: "\(typeWords.lowercased()), \((place ?? country ?? "place not told").safeLine)"
            .safeLine,
          events: ["v1"], main: true, status: .happened, certainty: .asserted,
          statuses: [ToldStatus(status: .happened, saidBy: "c1", events: ["v1"])], actors: doers,
          recipients: sufferers,
          places: places.flatMap { _ in
            spot.map { [Slot(.place, id: "p1", span: $0, saidBy: "c1")] }
          } ?? [],
          times: [Slot(.time, id: "t1", span: date, saidBy: "c1")],
          figures: killed == nil ? [] : ["f1"], claims: ["c1"], confidence: 1)
      ])
  }

  private var dateColumns: [String] {
    switch maker {
    case .acled: ["event_date"]
    case .ged: ["date_start"]
    case .gdelt: ["SQLDATE"]
    case .polecat: ["Event Date"]
    case .atlos: ["date"]
    }
  }

  private var typeColumns: [String] {
    switch maker {
    case .acled: ["sub_event_type", "event_type"]
    case .ged: ["type_of_violence"]
    case .gdelt: ["EventCode"]
    case .polecat: ["Event Type"]
    case .atlos: ["type", "incident_type", "description"]
    }
  }

  private var partyColumns: [String] {
    switch maker {
    case .acled: ["actor1", "actor2"]
    case .ged: ["side_a", "side_b"]
    case .gdelt: ["Actor1Name", "Actor2Name"]
    case .polecat: ["Actor Name", "Recipient Name"]
    case .atlos: ["description", "description"]
    }
  }

  private var placeColumns: [String] {
    switch maker {
    case .acled: ["location", "country"]
    case .ged: ["where_coordinates", "country"]
    case .gdelt: ["ActionGeo_FullName"]
    case .polecat: ["Placename", "Country"]
    case .atlos: place == nil ? ["geolocation", "latitude"] : ["description"]
    }
  }

  private var killedColumn: String {
    switch maker {
    case .acled: "fatalities"
    case .atlos: "description"
    default: "best"
    }
  }

  /// What a party is, as far as the beginning of its name tells: makers write states and people always in the same way.
  private static func kind(of name: String, _ maker: Maker) -> EntityKind {
    let beginnings: KeyValuePairs<String, EntityKind> = [
      "Military Forces of": .military, "Police Forces of": .police, "Government of": .government,
      "Civilians": .civil, "Protesters": .civil, "Rioters": .civil,
    ]
    if let known = beginnings.first(where: { name.hasPrefix($0.key) }) { return known.value }
    // The others write of fighting alone.
    return maker == .acled || maker == .ged ? .armedGroup : .other
  }
}

/// The text of a row while it is put together.
private struct ForeignPage {
  private(set) var text: String
  private(set) var notes: TextSpan?
  private var spans: [String: TextSpan] = [:]

  init(_ title: String) { text = title + "\n\n" }

  /// Adds the notes.
  mutating func add(_ words: String) {
    let start = text.utf8.count
    text += words
    notes = TextSpan(start: start, end: text.utf8.count)
    text += "\n\n"
  }

  mutating func add(_ cell: ForeignRow.Column) {
    text += "\(cell.name): "
    let start = text.utf8.count
    text += cell.words
    spans[cell.name] = TextSpan(start: start, end: text.utf8.count)
    text += "\n"
  }

  /// The words of a column.
  func span(_ name: String) -> TextSpan? { spans[name] }

  /// The words of a span.
  func words(_ span: TextSpan) -> String {
    String(decoding: Array(text.utf8)[span.start..<span.end], as: UTF8.self)
  }

  /// The words of a column that are a name, of several there; all of them if it is none.
  func span(_ column: String, _ name: String) -> TextSpan? {
    guard let whole = spans[column] else { return nil }
    guard !name.isEmpty else { return whole }
    let utf8 = text.utf8
    let cell = utf8[
      utf8.index(
        utf8.startIndex, offsetBy: whole.start)..<utf8.index(
          utf8.startIndex, offsetBy: whole.end)]
    guard let found = Substring(cell).firstRange(of: name.safeLine) else { return whole }
    let start = utf8.distance(from: utf8.startIndex, to: found.lowerBound)
    return TextSpan(start: start, end: start + name.safeLine.utf8.count)
  }
}
