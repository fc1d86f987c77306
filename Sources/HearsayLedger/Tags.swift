import HearsayRecords

/// Tags by which records are chosen: words of letters and digits that begin with the letter of the kind.
enum Tag {
  /// The outlet of the report, by its number in the ledger.
  static func outlet(_ number: Int, of kind: AskedKind) -> String { "\(kind.letter)o\(number)" }

  /// Events of readings that were not settled into happenings.
  static let unsettled = "eunsettled"

  /// Type and status together: most questions ask for both, and one tag is half of two.
  static func kind(_ type: EventType, _ status: EventStatus, of kind: AskedKind) -> String {
    value(type.rawValue + status.rawValue, "t", of: kind)
  }

  /// The tags of any of these types in any of these statuses; none of them given means all.
  static func kinds(
    _ types: [EventType], _ statuses: [EventStatus], of kind: AskedKind
  ) -> [String] {
    guard !types.isEmpty || !statuses.isEmpty else { return [] }
    return (types.isEmpty ? EventType.allCases : types).flatMap { type in
      (statuses.isEmpty ? EventStatus.allCases : statuses).map { self.kind(type, $0, of: kind) }
    }
  }

  /// What is plainly asserted has no tag, since nearly everything is.
  static func certainty(_ certainty: Certainty, of kind: AskedKind) -> [String] {
    certainty == .asserted ? [] : [value(certainty.rawValue, "x", of: kind)]
  }

  /// The tags of any of these degrees; none if plain assertion is among them.
  static func certainties(_ certainties: [Certainty], of kind: AskedKind) -> [String] {
    certainties.contains(.asserted) ? [] : certainties.flatMap { certainty($0, of: kind) }
  }

  /// A value of a field, which is told by a letter; whatever is no letter or digit is left out.
  static func value(_ value: String, _ field: String, of kind: AskedKind) -> String {
    let plain = value.lowercased().unicodeScalars.map { scalar in
      scalar.properties.isAlphabetic && scalar.isASCII || ("0"..."9").contains(scalar)
        ? String(scalar) : "z\(scalar.value)"
    }
    return kind.letter + field + plain.joined()
  }
}

/// Blocks of days, by which records are chosen that begin or end before or after a day: days, 32 days and 1,024 days from 1970
/// on.
///
/// A condition on a day becomes some sixty blocks at most. Days before 1970 and after 2059 count as the first and the last.
enum DayBlocks {
  private static let bits = [0, 5, 10]
  private static let last = (1 << 15) - 1

  private static func day(_ moment: Double) -> Int {
    Int(min(max(0, (moment / 86_400).rounded(.down)), Double(last)))
  }

  /// The tags of what lasts from one moment to another, in seconds since 1970: `d` where both lie in one block, otherwise `b` of
  /// the block it begins in and `n` of the one it ends in.
  static func tags(from begin: Double, to end: Double) -> [String] {
    let first = day(begin)
    let final = day(end)
    return bits.indices.flatMap { level in
      let blocks = (first >> bits[level], final >> bits[level])
      return blocks.0 == blocks.1
        ? ["d\(level)x\(blocks.0)"] : ["b\(level)x\(blocks.0)", "n\(level)x\(blocks.1)"]
    }
  }

  /// The tags of what ends at a moment or later.
  static func ending(from moment: Double) -> [String] {
    blocks(day(moment)...last).flatMap { ["d\($0)", "n\($0)"] }
  }

  /// The tags of what begins at a moment or earlier.
  static func beginning(until moment: Double) -> [String] {
    blocks(0...day(moment)).flatMap { ["d\($0)", "b\($0)"] }
  }

  /// The fewest blocks that cover some days, one end of which is the first or the last of all.
  private static func blocks(_ days: ClosedRange<Int>) -> [String] {
    var blocks: [String] = []
    var low = days.lowerBound
    var high = days.upperBound + 1
    for level in bits.indices {
      let size = level + 1 < bits.count ? 1 << (bits[level + 1] - bits[level]) : Int.max
      while low < high, level + 1 == bits.count || low % size != 0 {
        blocks.append("\(level)x\(low)")
        low += 1
      }
      while low < high, level + 1 < bits.count, high % size != 0 {
        high -= 1
        blocks.append("\(level)x\(high)")
      }
      guard level + 1 < bits.count, low < high else { break }
      low /= size
      high /= size
    }
    return blocks
  }
}

/// Numbers by their powers of two.
enum Magnitude {
  private static let most = 62

  private static func power(_ number: Double) -> Int {
    number < 1 ? 0 : min(most, number.exponent.magnitude < 63 ? Int(number.exponent) + 1 : most)
  }

  /// The tags of a figure: `v` where its highest and lowest reading are of one power, otherwise `h` and `l`.
  static func tags(highest: Double?, lowest: Double?) -> [String] {
    guard let highest, let lowest else { return [] }
    let powers = (power(highest), power(lowest))
    return powers.0 == powers.1 ? ["fv\(powers.0)"] : ["fh\(powers.0)", "fl\(powers.1)"]
  }

  /// The tags of figures that may be so high.
  static func atLeast(_ least: Double) -> [String] {
    (power(least)...most).flatMap { ["fv\($0)", "fh\($0)"] }
  }

  /// The tags of figures that may be so low.
  static func atMost(_ most: Double) -> [String] {
    (0...power(most)).flatMap { ["fv\($0)", "fl\($0)"] }
  }
}
