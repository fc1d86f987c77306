import FoundationEssentials

/// The lines of `Data/places.tsv`, looked up by their key in a file that stays mapped and is never parsed as a whole.
///
/// Or of the same told in parts, as ``PlaceParts`` has them.
///
/// `key TAB fields` or `key TAB >key of the record TAB which of several with that key, from 1`, sorted by the bytes of the key.
struct PlaceTable: Sendable {
  private enum Form {
    case whole(PlaceLines)
    case parts(PlaceParts)
  }

  private let form: Form

  /// - Throws: ``PlaceParts/Broken`` for a file in parts that is cut off or of another version.
  init(_ data: Data) throws(PlaceParts.Broken) {
    form = PlaceParts.isOne(data) ? .parts(try PlaceParts(data)) : .whole(PlaceLines(data))
  }

  /// A line without its key.
  typealias Fields = PlaceLines.Fields

  /// What the lines of a key say, other names led to their records.
  func records(_ key: String) -> [Fields] {
    lines(key).flatMap { fields -> [Fields] in
      guard let first = fields.first, first.hasPrefix(">") else {
        return [[Substring(key)] + fields]
      }
      let main = first.dropFirst()
      let bearers = lines(String(main)).filter { $0.count > 2 }
      // One that bears its name alone needs no number.
      let number = fields.count > 1 ? Int(fields[1]) : bearers.count == 1 ? 1 : nil
      guard let number, bearers.indices.contains(number - 1) else { return [] }
      return [[main] + bearers[number - 1]]
    }
  }

  private func lines(_ key: String) -> [Fields] {
    switch form {
    case .whole(let lines): lines.find(key).lines
    case .parts(let parts): parts.lines(key)
    }
  }
}
