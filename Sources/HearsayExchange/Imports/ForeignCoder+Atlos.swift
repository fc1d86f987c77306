import HearsayLedger
import HearsayRecords
import HearsayStories

/// Rows of Atlos, as its bulk import reads them and its export writes them: incidents that people verify from pictures and posts.
///
/// What kind it is stands in a list of the project's own, or only in the description, which is read like any report then.
extension ForeignCoder {
  /// The columns that every such file has.
  static let ofAtlos = ["description", "status", "sensitive"]

  func atlos(_ cells: ForeignCells) throws(ForeignFlaw) -> ForeignFile.Coded {
    let description = try cells.needed("description")
    // What Atlos calls hoaxes and what it gave up nobody says to have happened.
    let remarks = (cells.text("sensitive") ?? "").lowercased()
    if remarks.contains("deceptive") || remarks.contains("misleading") { return .passed(.doubted) }
    if (cells.text("status") ?? "").lowercased() == "cancelled" { return .passed(.givenUp) }
    guard cells.text("date") != nil else { return .passed(.undated) }
    let day = try cells.day("date")
    let told = reading?(description, CivilCalendar.text(day)).flatMap(ToldIncident.init)
    let coded = ["type", "incident_type"].compactMap { cells.text($0) }.compactMap {
      tables.kind(named: $0)
    }.first
    guard let kind = coded ?? told.map({ (type: $0.type, mode: $0.mode) }) else {
      return .passed(.kind)
    }
    // What is told of another kind of thing than the row is about tells nothing of it.
    let same = told.flatMap { $0.type == kind.type ? $0 : nil }
    let point = try point(cells)
    let precision: PlacePrecision =
      switch cells.text("geolocation_resolution")?.lowercased() {
      case "exact", "vicinity": .exact
      default: point == nil ? same?.place?.precision ?? .country : .named
      }
    let sources = names.filter { $0.hasPrefix("source_") }
    var row = ForeignRow(
      maker: .atlos, id: cells.text("slug") ?? Self.number(description, day),
      days: day...day, type: kind.type, mode: kind.mode, cameo: nil,
      typeWords: cells.text("type") ?? cells.text("incident_type")
        ?? kind.type.rawValue.lowercased(),
      actors: same?.actors ?? [], recipients: same?.recipients ?? [], place: same?.place?.name,
      admin1: same?.place?.admin1, country: same?.place?.country,
      latitude: point?.latitude, longitude: point?.longitude, precision: precision,
      low: same?.killed?.low, best: same?.killed?.value, high: same?.killed?.high,
      notes: cells.text("more_info") ?? "", line: cells.row.line,
      cells: kept(
        cells,
        [
          "slug", "description", "type", "incident_type", "date", "latitude", "longitude",
          "geolocation", "geolocation_resolution", "status", "sensitive",
        ] + sources))
    row.killedWords = same?.killed?.words
    row.outlets = sources.compactMap { cells.text($0) }.compactMap(Self.host).distinct
    return .row(row)
  }

  /// Two columns in what Atlos writes, one in what it reads.
  private func point(
    _ cells: ForeignCells
  ) throws(ForeignFlaw) -> (latitude: Double, longitude: Double)? {
    if let latitude = try cells.degrees("latitude", 90),
      let longitude = try cells.degrees("longitude", 180)
    {
      return (latitude, longitude)
    }
    guard let words = cells.text("geolocation") else { return nil }
    let numbers = words.split(separator: ",").map { Double(String($0).trimmed) }
    guard numbers.count == 2, let latitude = numbers[0], let longitude = numbers[1],
      abs(latitude) <= 90, abs(longitude) <= 180
    else { throw cells.flaw("geolocation", "no latitude and longitude: \(words.safeLine)") }
    return (latitude, longitude)
  }

  /// Rows to be read by Atlos have no names: what they tell is theirs.
  private static func number(_ description: String, _ day: Int) -> String {
    String(SHA256.hex("\(CivilCalendar.text(day))\n\(description)".utf8).prefix(12))
  }

  private static func host(_ address: String) -> String? {
    WebAddress(address).authority.map { $0.hasPrefix("www.") ? String($0.dropFirst(4)) : $0 }
  }
}

/// What a few sentences tell to have happened, in their own voice and surely.
struct ToldIncident {
  struct Killed {
    let low: Int?
    let value: Int
    let high: Int?
    let words: String
  }

  let type: EventType
  let mode: String?
  let actors: [String]
  let recipients: [String]
  let place: Place?
  let killed: Killed?

  /// `nil` if they tell of nothing that happened.
  init?(_ reading: Reading) {
    let index = ReadingIndex(reading)
    func isTold(_ happening: Happening) -> Bool {
      happening.certainty == .asserted
        && (happening.statuses.contains { $0.saidBy == nil && $0.status.isReal }
          || happening.events.compactMap { index.events[$0] }.contains {
            $0.saidBy == nil && $0.status.isReal
          })
    }
    let told = reading.happenings.filter(isTold)
    guard let happening = told.first(where: \.main) ?? told.first else { return nil }
    func names(_ slots: [Slot]) -> [String] {
      // The words of the description, where they are found again.
      slots.filter { $0.saidBy == nil }.map { index.words($0.span) }.distinct
    }
    type = happening.type
    mode = happening.mode
    actors = names(happening.actors)
    recipients = names(happening.recipients)
    place = happening.places.compactMap { $0.id.flatMap { index.places[$0] } }.first.flatMap {
      place in
      // Where its name is not among the words, there are none to show for it.
      reading.report.text.contains(place.name) ? place : nil
    }
    // In so few words all who died died of it: "shelled the town and killed four" tells two happenings.
    let events = Set(told.flatMap(\.events))
    killed = reading.figures.first { figure in
      figure.saidBy == nil && Toll.of(figure) == .killed
        && figure.about.map(events.contains) ?? false
    }.flatMap { figure in
      guard let value = figure.value ?? figure.low ?? figure.high, value >= 0, value < 1e9,
        let words = figure.evidence.first.map(index.words)
      else { return nil }
      return Killed(
        low: figure.low.map { Int($0) }, value: Int(value), high: figure.high.map { Int($0) },
        words: words)
    }
  }
}
