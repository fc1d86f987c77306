import Foundation
import HearsayPlaces
import HearsayRecords

/// Place names on LGL (local newspapers, with GeoNames numbers) and GeoVirus (reports on epidemics, with coordinates): whether they
/// are found, and whether the place is the right one.
///
/// An extent is right if it is the gold one to the character. Of those that overlap a gold one, the place is right if its number is
/// (LGL; or where both lie within 161 km and are of one kind, told apart below), or if it lies within 161 km (GeoVirus), the bound that
/// the literature uses.
enum PlaceNames {
  static let lgl = Measure(name: "places.lgl", needs: ["places/lgl.xml"]) { data in
    try run(data.appending(path: "places/lgl.xml"), name: "lgl", articles: GoldPlaces.lgl)
  }
  static let geovirus = Measure(name: "places.geovirus", needs: ["places/GeoVirus.xml"]) { data in
    try run(
      data.appending(path: "places/GeoVirus.xml"), name: "geovirus", articles: GoldPlaces.geovirus)
  }

  /// Reach within which a place is the right one, in kilometres.
  private static let reach = 161.0

  private struct Tally {
    var gold = 0
    var told = 0
    var exact = 0
    var overlapping = 0
    /// Of those found, with a gold place at all: how many, with the right number, and near by.
    var located = 0
    var sameNumber = 0
    var near = 0
    /// Near by, or the land or division that the collection's page is on, wherever in it the point was put.
    var right = 0

    mutating func add(_ other: Tally) {
      gold += other.gold
      told += other.told
      exact += other.exact
      overlapping += other.overlapping
      located += other.located
      sameNumber += other.sameNumber
      near += other.near
      right += other.right
    }

    var figures: String {
      "\(gold) gold, \(told) told; extents F1 \(rounded(f1(exact))), overlapping \(rounded(f1(overlapping))); of \(located) found: number \(rounded(Double(sameNumber) / Double(max(located, 1)))), within 161 km \(rounded(Double(near) / Double(max(located, 1)))), or the same land \(rounded(Double(right) / Double(max(located, 1))))"
    }

    func f1(_ right: Int) -> Double { 2 * Double(right) / Double(max(gold + told, 1)) }
  }

  private static func run(
    _ file: URL, name: String, articles: (String) -> [GoldPlaces.Article]
  ) throws -> [Score] {
    let tools = try EvaluationTools()
    let all = articles(try decoded(file))
    // Misses are read on one half of the texts only, parted by a sum over their bytes; the other half shows what it was worth.
    var halves = [Tally(), Tally()]
    for article in all {
      let half = article.text.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xffff } % 2
      var tally = Tally()
      defer { halves[half].add(tally) }
      let reading = tools.read(article.text, tools.annotate(article.text))
      let told = reading.places.flatMap { place in place.mentions.map { (place, $0) } }
      tally.told += told.count
      tally.gold += article.places.count
      for gold in article.places {
        let hit =
          told.first { $0.1 == gold.span } ?? told.first { $0.1.overlaps(gold.span) }
        let exact = PositionMap(article.text).exact(gold.span)
        guard let hit else {
          if half == 0 { miss("NOT FOUND", exact, gold, nil, article) }
          continue
        }
        tally.overlapping += 1
        tally.exact += hit.1 == gold.span ? 1 : 0
        guard gold.latitude != nil || gold.geonameid != nil else { continue }
        tally.located += 1
        let place = hit.0
        if let number = gold.geonameid, place.geonameid == number { tally.sameNumber += 1 }
        let isNear = isNear(gold, place)
        tally.near += isNear ? 1 : 0
        tally.right += isNear || isSameLand(gold, place) ? 1 : 0
        if half == 0, !(gold.geonameid == nil ? isNear : place.geonameid == gold.geonameid) {
          miss("OTHER", exact, gold, place, article)
        }
      }
      if half == 0, CommandLine.arguments.contains("--misses") {
        for (place, span) in told where !article.places.contains(where: { $0.span.overlaps(span) })
        {
          print(
            "EXTRA\t\(PositionMap(article.text).exact(span))\t\(place.kind ?? "-")\t\(place.country ?? "-")"
          )
        }
      }
    }
    var tally = halves[0]
    tally.add(halves[1])
    let strict = tally.f1(tally.exact)
    let number = Double(tally.sameNumber) / Double(max(tally.located, 1))
    let near = Double(tally.near) / Double(max(tally.located, 1))
    for (half, figures) in zip(["half that is looked at", "other half"], halves) {
      print("         \(half): \(figures.figures)")
    }
    print("         \(tally.figures)")
    return [
      Score(key: "places.\(name).extents", value: strict, of: all.count),
      Score(key: "places.\(name).near", value: near, of: all.count),
      name == "lgl"
        ? Score(key: "places.lgl.number", value: number, of: all.count)
        : Score(
          key: "places.geovirus.right",
          value: Double(tally.right) / Double(max(tally.located, 1)), of: all.count),
    ]
  }

  private static func miss(
    _ what: String, _ words: String, _ gold: GoldPlaces.Mention, _ place: Place?,
    _ article: GoldPlaces.Article
  ) {
    guard CommandLine.arguments.contains("--misses") else { return }
    let told = place.map {
      "\($0.name)|\($0.kind ?? "-")|\($0.country ?? "-")|\($0.admin1 ?? "-")|\($0.geonameid ?? 0)|\($0.by)"
    }
    let map = PositionMap(article.text)
    let around = TextSpan(
      start: max(0, gold.span.start - 60), end: min(article.text.utf8.count, gold.span.end + 60))
    print(
      "\(what)\t\(words)\t\(gold.note)\t\(gold.geonameid ?? 0)\t\(told ?? "-")\t\(map.exact(around).replacing("\n", with: " "))"
    )
  }

  /// Countries and divisions are wide, and every list puts their points elsewhere: of one the page's title tells that it is the same.
  private static func isSameLand(_ gold: GoldPlaces.Mention, _ place: Place) -> Bool {
    guard ["country", "region", "continent"].contains(place.kind ?? ""),
      let page = gold.note.split(separator: "/").last, place.lat != nil
    else { return false }
    let title = (page.removingPercentEncoding ?? String(page)).replacing("_", with: " ")
    let bare = title.prefix { $0 != "," && $0 != "(" }.trimmingCharacters(in: .whitespaces)
    return Gazetteer.fold(bare) == Gazetteer.fold(place.name)
  }

  private static func isNear(_ gold: GoldPlaces.Mention, _ place: Place) -> Bool {
    guard let one = gold.latitude, let two = gold.longitude, let lat = place.lat,
      let lon = place.lon
    else { return false }
    return kilometres(one, two, lat, lon) <= reach
  }

  /// The great circle between two points.
  private static func kilometres(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Double {
    let radians = Double.pi / 180
    let x = sin((c - a) * radians / 2)
    let y = sin((d - b) * radians / 2)
    let h = x * x + cos(a * radians) * cos(c * radians) * y * y
    return 2 * 6371 * asin(min(1, h.squareRoot()))
  }
}

/// The two collections in their own XML, read as far as is needed here.
enum GoldPlaces {
  struct Mention {
    var span: TextSpan
    var geonameid: Int?
    var latitude: Double?
    var longitude: Double?
    /// What the collection says of it.
    var note = ""
  }

  struct Article {
    var text: String
    var places: [Mention]
  }

  static func lgl(_ source: String) -> [Article] {
    articles(source, place: "toponym") { element in
      let number = element.range(of: "geonameid=\"").map { element[$0.upperBound...] }
      return Mention(
        span: TextSpan(start: 0, end: 0),
        geonameid: number.flatMap { Int($0.prefix { $0 != "\"" }) },
        note: [value("fcode", element), value("admin1", element), value("country", element)]
          .compactMap { $0 }.joined(separator: " "))
    }
  }

  /// Its positions count from one, and what it leaves out stands in comments.
  static func geovirus(_ source: String) -> [Article] {
    articles(uncommented(source), place: "location", countsFrom: 1) { element in
      Mention(span: TextSpan(start: 0, end: 0), note: value("page", element) ?? "")
    }
  }

  private static func articles(
    _ source: String, place: String, countsFrom first: Int = 0, _ mention: (Substring) -> Mention
  ) -> [Article] {
    elements("article", source[...]).compactMap { article in
      guard let inside = value("text", article) else { return nil }
      let text = decoded(inside)
      let map = PositionMap(text)
      let places = elements(place, article).compactMap { element -> Mention? in
        guard let start = value("start", element).flatMap({ Int($0) }),
          let end = value("end", element).flatMap({ Int($0) }),
          let low = map.utf8Offset(ofScalar: start - first),
          let high = map.utf8Offset(ofScalar: end - first),
          low < high
        else { return nil }
        var found = mention(element)
        found.span = TextSpan(start: low, end: high)
        found.latitude = value("lat", element).flatMap { Double($0) }
        found.longitude = value("lon", element).flatMap { Double($0) }
        return found
      }
      return Article(text: text, places: places)
    }
  }

  private static func uncommented(_ source: String) -> String {
    var kept = ""
    var rest = source[...]
    while let open = rest.range(of: "<!--") {
      kept += rest[..<open.lowerBound]
      rest = rest[open.upperBound...]
      guard let close = rest.range(of: "-->") else { return kept }
      rest = rest[close.upperBound...]
    }
    return kept + rest
  }

  /// What stands inside each element of a name, attributes included.
  private static func elements(_ name: String, _ source: Substring) -> [Substring] {
    var found: [Substring] = []
    var rest = source
    while let open = rest.range(of: "<\(name)") {
      let after = rest[open.upperBound...]
      guard let next = after.first else { break }
      guard next == ">" || next.isWhitespace else {
        rest = after
        continue
      }
      guard let close = after.range(of: "</\(name)>") else { break }
      found.append(after[..<close.lowerBound])
      rest = after[close.upperBound...]
    }
    return found
  }

  private static func value(_ name: String, _ source: Substring) -> String? {
    elements(name, source).first.map { inside in
      String(inside.drop { $0 != ">" }.dropFirst())
    }
  }

  private static func decoded(_ text: String) -> String {
    if text.hasPrefix("<![CDATA["), text.hasSuffix("]]>") {
      return String(text.dropFirst("<![CDATA[".count).dropLast("]]>".count))
    }
    return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing(
      "&quot;", with: "\""
    ).replacing("&apos;", with: "'").replacing("&amp;", with: "&")
  }
}
