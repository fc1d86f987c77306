import HearsayRecords
import HearsayStories

/// Where the incidents of a story were, each drawn as closely as it is told: a point for a spot, a circle for a town and its
/// surroundings, a wider one for a district or province, a wash for a country.
struct MapPicture {
  let base: BaseMap
  let visit: Visit
  private static let width = 720.0
  /// How far around a place of each precision it may have been, in kilometres.
  private static let reach: [String: Double] = ["named": 20, "admin2": 60, "admin1": 150]

  /// An incident with its place.
  private struct Spot {
    let incident: Incident
    let place: Incident.Where
    let at: BaseMap.Point
  }

  /// The map with its shelf; nothing where no incident has coordinates or a known country.
  func html(_ story: Story) -> HTML {
    let placed = story.incidents.compactMap { incident in
      incident.where.map { (incident: incident, place: $0) }
    }
    let spots = placed.compactMap { one -> Spot? in
      guard let lat = one.place.lat, let lon = one.place.lon, abs(lat) <= 90, abs(lon) <= 180 else {
        return nil
      }
      return Spot(incident: one.incident, place: one.place, at: .init(lon: lon, lat: lat))
    }
    let shelf = placed.filter { $0.place.lat == nil || $0.place.lon == nil }
    let nowhere = story.incidents.count - placed.count
    guard !placed.isEmpty else { return .none }
    let count =
      "\(spots.count) of \(story.incidents.count) happenings on the map"
      + (nowhere > 0 ? ", \(nowhere) without a place" : "")
    let picture = spots.isEmpty ? HTML.none : Parts.scrolled("Map", draw(spots))
    return .tag(
      "section", [.data("id", "map")],
      [
        .tag("h2", [], "Where"), picture,
        .tag(
          "p", [.class("legend")],
          .text(
            spots.isEmpty
              ? count
              : count
                + ". A point is an exact spot, a circle a town, a wider one a district or province, a wash a country. Dashed borders are disputed. Base map: Natural Earth."
          )),
        shelfList(shelf.map { ($0.incident, $0.place) }),
        table(placed),
      ])
  }

  private func shelfList(_ shelf: [(Incident, Incident.Where)]) -> HTML {
    guard !shelf.isEmpty else { return .none }
    let names = Dictionary(grouping: shelf, by: { $0.1.place.safeLine })
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      .prefix(20).map { "\($0.key) (\($0.value.count))" }
    return .tag(
      "p", [.class("quiet")],
      .text("Named, but in no gazetteer: " + names.joined(separator: ", ")))
  }

  private func table(_ placed: [(incident: Incident, place: Incident.Where)]) -> HTML {
    let rows: [[HTML]] = placed.map { one in
      let there = visit.link(["incident", one.incident.event])
      return [
        .tag("a", [.href(there)], .text(one.incident.label.safeLine)),
        .text(one.place.place.safeLine), .text(one.place.precision),
        .text(one.place.country?.safeLine ?? ""),
      ]
    }
    return .tag(
      "details", [],
      .tag("summary", [], .text("The \(rows.count) places as a table"))
        + Parts.table("Places", ["what", "where", "how closely", "country"], rows))
  }

  // MARK: Drawing

  private func draw(_ spots: [Spot]) -> HTML {
    let view = Self.view(of: spots.map(\.at), spots.map { Self.reach[$0.place.precision] ?? 0 })
    let projection = Projection(view: view, width: Self.width)
    var content = Picture.rect(0, 0, projection.width, projection.height, class: "sea")
    let countries = Set(
      spots.filter { $0.place.precision == "country" }.compactMap(\.place.country))
    var layers: [BaseMap.Line.Kind: String] = [:]
    for line in base.lines where line.box.touches(view) {
      if line.kind == .country, !(line.code.map(countries.contains) ?? false) { continue }
      let isRing = line.kind == .land || line.kind == .country
      layers[line.kind, default: ""] += projection.path(line.points, isRing: isRing)
    }
    for (kind, name) in [
      (BaseMap.Line.Kind.land, "land"), (.country, "wash"), (.border, "border"),
      (.disputed, "disputed"),
    ] {
      if let steps = layers[kind], !steps.isEmpty { content += Picture.path(steps, class: name) }
    }
    for spot in spots {
      let (x, y) = projection.place(spot.at)
      let title =
        "\(spot.incident.label.safeLine): \(spot.place.place.safeLine), \(spot.place.precision)"
      if let reach = Self.reach[spot.place.precision] {
        content += Picture.circle(
          x, y, max(6, projection.pixels(kilometres: reach)), class: "around")
      }
      if spot.place.precision != "country" {
        content += .tag(
          "a",
          [
            .href(visit.link(["incident", spot.incident.event])), .data("aria-label", title),
            .data("data-incident", spot.incident.event),
          ],
          Picture.circle(x, y, 5, class: "dot", title: title))
      }
    }
    for (name, group) in Dictionary(grouping: spots, by: \.place.place).sorted(by: {
      $0.key < $1.key
    })
    .prefix(12) {
      let (x, y) = projection.place(group[0].at)
      content += Picture.words(
        x + 8, y + 4, name.safeLine + (group.count > 1 ? " (\(group.count))" : ""))
    }
    content += Self.scale(projection)
    return .tag(
      "svg",
      [
        .class("map"), .data("tabindex", "0"), .data("role", "group"),
        .data(
          "viewBox",
          "0 0 \(Picture.number(projection.width)) \(Picture.number(projection.height))"),
        .data("width", Picture.number(projection.width)),
        .data("height", Picture.number(projection.height)),
        .data("aria-label", "Map of \(spots.count) happenings; the table below tells each"),
      ], content)
  }

  /// How long a round number of kilometres is in the map's middle.
  private static func scale(_ projection: Projection) -> HTML {
    let lengths = [5000.0, 2000, 1000, 500, 200, 100, 50, 20, 10]
    let length = lengths.first { projection.pixels(kilometres: $0) <= width / 4 } ?? 5
    let (x, y) = (14.0, projection.height - 14)
    let end = x + projection.pixels(kilometres: length)
    return Picture.path(
      "M\(Picture.number(x)) \(Picture.number(y - 5))V\(Picture.number(y))H\(Picture.number(end))V\(Picture.number(y - 5))",
      class: "scale") + Picture.words(end + 6, y, "\(QuietNumber.words(length)) km", class: "tick")
  }

  /// The part of the world that shows all places with what is around them, at least some 400 km wide.
  static func view(of places: [BaseMap.Point], _ reaches: [Double]) -> BaseMap.Box {
    let lats = places.map(\.lat)
    let lons = places.map(\.lon)
    let most = max(reaches.max() ?? 0, 60) / 111
    let middle = ((lats.min() ?? 0) + (lats.max() ?? 0)) / 2
    let narrowing = Projection.narrowing(middle)
    var box = BaseMap.Box(
      west: (lons.min() ?? 0) - most / narrowing, south: (lats.min() ?? 0) - most,
      east: (lons.max() ?? 0) + most / narrowing, north: (lats.max() ?? 0) + most)
    // Two to one, in kilometres.
    let wide = (box.east - box.west) * narrowing
    let high = box.north - box.south
    let width = max(wide, high * 2, 4) * 1.15
    let height = max(high, width / 2)
    let (x, y) = ((box.west + box.east) / 2, (box.south + box.north) / 2)
    box.west = max(-180, x - width / narrowing / 2)
    box.east = min(180, x + width / narrowing / 2)
    box.south = max(-85, y - height / 2)
    box.north = min(85, y + height / 2)
    return box
  }

  /// Degrees to points of the picture, true to scale in its middle.
  struct Projection {
    let view: BaseMap.Box
    let width: Double
    let height: Double
    private let scale: Double
    private let narrowing: Double

    init(view: BaseMap.Box, width: Double) {
      self.view = view
      self.width = width
      narrowing = Self.narrowing((view.south + view.north) / 2)
      scale = width / max(0.001, (view.east - view.west) * narrowing)
      height = min(width, max(width / 4, (view.north - view.south) * scale))
    }

    /// How much narrower a degree of longitude is at a latitude: its cosine, to a thousandth, and never nothing.
    static func narrowing(_ latitude: Double) -> Double {
      let square = latitude * latitude * (.pi / 180) * (.pi / 180)
      return max(0.2, 1 - square / 2 + square * square / 24 - square * square * square / 720)
    }

    func place(_ point: BaseMap.Point) -> (x: Double, y: Double) {
      ((point.lon - view.west) * narrowing * scale, (view.north - point.lat) * scale)
    }

    /// How long a stretch is.
    func pixels(kilometres: Double) -> Double { kilometres / 111.2 * scale }

    /// The steps of a line; points that would fall onto the one before are left out, and those far outside are drawn in to the edge.
    func path(_ points: [BaseMap.Point], isRing: Bool) -> String {
      var steps = ""
      var last: (x: Double, y: Double)?
      for point in points {
        var (x, y) = place(point)
        x = min(max(x, -width), 2 * width)
        y = min(max(y, -height), 2 * height)
        if let last, abs(x - last.x) + abs(y - last.y) < 1 { continue }
        steps += (last == nil ? "M" : "L") + Picture.number(x) + " " + Picture.number(y)
        last = (x, y)
      }
      return isRing && !steps.isEmpty ? steps + "Z" : steps
    }
  }
}
