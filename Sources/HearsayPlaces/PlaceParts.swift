import FoundationEssentials

/// The lines of `Data/places.tsv` taken apart by what they hold, as they travel in a wheel: words, numbers, other names and sounds pack
/// better each by itself, by a sixth of it all.
///
/// The format is told in Documentation/Library.md. What is found is the same.
struct PlaceParts: Sendable {
  /// Why a file cannot be used.
  struct Broken: Error, CustomStringConvertible {
    let description: String
  }

  private static let magic = "HEARSAYP"
  private static let formatVersion = 1
  private static let headBytes = 28
  /// Lines are counted at every so many bytes.
  private static let stride = 4_096
  /// Bytes of each number: latitude, longitude, population, GeoNames' number.
  private static let widths = [3, 3, 4, 4]
  /// What is added to degrees, in thousandths, and to GeoNames' numbers, so that none is below 0.
  private static let degreesFrom = 1_000_000
  private static let numbersFrom = 1_000_000
  /// A degree that is not known.
  private static let unknown = 0xff_ffff

  private let data: Data
  private let rows: Int
  /// Where the counts and the numbers begin.
  private let counts: Int
  private let numbers: Int
  private let records: PlaceLines
  private let others: PlaceLines
  private let heard: PlaceLines

  static func isOne(_ data: Data) -> Bool { data.prefix(8).elementsEqual(magic.utf8) }

  init(_ data: Data) throws(Broken) {
    self.data = data
    guard data.count >= Self.headBytes else { throw Broken(description: "cut off in its head") }
    let head = (0..<5).map { Self.number(data, at: 8 + 4 * $0, width: 4) }
    guard head[0] == Self.formatVersion else {
      throw Broken(
        description:
          "format \(head[0]) of places, but this program reads format \(Self.formatVersion)")
    }
    rows = head[1]
    counts = Self.headBytes
    numbers = counts + 4 * (head[2] / Self.stride + 1)
    let texts = numbers + Self.widths.reduce(0, +) * rows
    guard data.count == texts + head[2] + head[3] + head[4] else {
      throw Broken(description: "cut off: \(data.count) bytes")
    }
    // Slices would keep the numbers of their bytes: these begin with 0.
    func part(_ start: Int, _ count: Int) -> PlaceLines {
      PlaceLines(data, from: start, count: count)
    }
    records = part(texts, head[2])
    others = part(texts + head[2], head[3])
    heard = part(texts + head[2] + head[3], head[4])
  }

  /// What stands behind a key, in the order of the whole table.
  func lines(_ key: String) -> [PlaceLines.Fields] {
    guard !key.hasPrefix("~") else { return heard.find(key).lines }
    let found = records.find(key)
    var lines: [PlaceLines.Fields] = []
    if !found.lines.isEmpty {
      let block = found.start / Self.stride
      let first =
        Self.number(data, at: counts + 4 * block, width: 4)
        + records.count(block * Self.stride..<found.start)
      for (offset, words) in found.lines.enumerated() where first + offset < rows {
        lines.append(words + told(first + offset))
      }
    }
    // A line with a name of its own stands behind those that lead elsewhere, as it sorts.
    let behind = lines.firstIndex { $0.first?.utf8.first.map { $0 > UInt8(ascii: ">") } ?? false }
    lines.insert(contentsOf: others.find(key).lines, at: behind ?? lines.count)
    return lines
  }

  /// The numbers of a row as its line has them.
  private func told(_ row: Int) -> PlaceLines.Fields {
    var start = numbers
    var values: [Int] = []
    for width in Self.widths {
      // Byte by byte of all rows: the highest ones hardly differ.
      values.append(
        (0..<width).reduce(0) { value, place in
          value | Self.number(data, at: start + place * rows + row, width: 1) << (8 * place)
        })
      start += width * rows
    }
    return [
      degrees(values[0]), degrees(values[1]), Substring(String(values[2])),
      Substring(String(values[3] - Self.numbersFrom)),
    ]
  }

  private func degrees(_ value: Int) -> Substring {
    guard value != Self.unknown else { return "" }
    let thousandths = value - Self.degreesFrom
    let (whole, part) = abs(thousandths).quotientAndRemainder(dividingBy: 1_000)
    let digits = String(part)
    let zeros = String(repeating: "0", count: 3 - digits.utf8.count)
    return Substring("\(thousandths < 0 ? "-" : "")\(whole).\(zeros)\(digits)")
  }

  /// A number of so many bytes, the lowest first.
  private static func number(_ data: Data, at place: Int, width: Int) -> Int {
    unsafe data.withUnsafeBytes { raw in
      var value = 0
      for index in 0..<width { value |= unsafe Int(raw[place + index]) << (8 * index) }
      return value
    }
  }
}
