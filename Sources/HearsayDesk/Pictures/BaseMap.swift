/// Coasts, land borders and disputed borders of the world, from Natural Earth, made ready once.
///
/// It names nothing: the map says nothing about whose anything is.
package struct BaseMap: Sendable {
  /// A ring or a line.
  struct Line: Sendable {
    enum Kind: String, Sendable { case land, border, disputed, country }
    let kind: Kind
    /// The ISO 3166 code of a country.
    let code: String?
    /// Longitudes and latitudes in degrees.
    let points: [Point]
    let box: Box
  }

  /// A place in degrees.
  struct Point: Sendable, Hashable {
    let lon: Double
    let lat: Double
  }

  /// A part of the world in degrees.
  struct Box: Sendable, Hashable {
    var west: Double
    var south: Double
    var east: Double
    var north: Double

    func touches(_ other: Box) -> Bool {
      west <= other.east && other.west <= east && south <= other.north && other.south <= north
    }
  }

  private static let unit = 50.0
  let lines: [Line]

  /// Reads the table; lines that are broken are left out.
  package init(_ text: String) {
    lines = text.split(separator: "\n").compactMap { Self.line($0) }
  }

  private static func line(_ text: Substring) -> Line? {
    var words = text.split(separator: " ")
    guard let first = words.first, let kind = Line.Kind(rawValue: String(first)) else { return nil }
    words.removeFirst()
    var code: String?
    if kind == .country { code = String(words.removeFirst()) }
    let numbers = words.compactMap { Int($0) }
    guard numbers.count == words.count, numbers.count > 3, numbers.count.isMultiple(of: 2) else {
      return nil
    }
    var (x, y) = (0, 0)
    var points: [Point] = []
    var box = Box(west: 999, south: 999, east: -999, north: -999)
    for index in stride(from: 0, to: numbers.count, by: 2) {
      x += numbers[index]
      y += numbers[index + 1]
      let point = Point(lon: Double(x) / unit, lat: Double(y) / unit)
      points.append(point)
      box = Box(
        west: min(box.west, point.lon), south: min(box.south, point.lat),
        east: max(box.east, point.lon), north: max(box.north, point.lat))
    }
    return Line(kind: kind, code: code, points: points, box: box)
  }
}
