import FoundationEssentials
import HearsayLanguage
import HearsayModel

/// What the place of a word in the tree of its sentence says of its part in an event: weights of features, learned from coded
/// reports.
///
/// Source: Data/roles.tsv.
package struct RoleTable: Sendable {
  /// The parts that the table tells apart, in the order of its columns; "no part" is what they are weighed against.
  static let parts: [HappeningRole] = [
    .actor, .recipient, .place, .time, .instrument, .blamed, .count,
  ]

  /// Why the table cannot be used.
  package struct LoadError: Error, CustomStringConvertible {
    package let description: String
  }

  /// Where the weights of a feature begin.
  private var rows: [String: Int] = [:]
  /// Those of all features, in the order of ``parts``.
  private var weights: [Float] = []
  private static let bias = "bias"

  /// Log-odds are kept in so many parts of one.
  private static let scale: Float = 50

  /// A table that knows nothing.
  package init() {}

  /// Opens `roles.tsv` in a folder.
  package init(folder: String) throws(LoadError) {
    let path = folder + "/roles.tsv"
    guard let data = FileManager.default.contents(atPath: path),
      String(validating: data, as: UTF8.self) != nil
    else { throw LoadError(description: "\(path): the table of roles cannot be read") }
    var number = 0
    // Read by bytes, since this is done at every start.
    for line in Array(data).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      let fields = line.split(separator: UInt8(ascii: "\t"))
      let values = fields.dropFirst().compactMap(Self.number)
      guard let feature = fields.first, values.count == Self.parts.count,
        values.count == fields.count - 1
      else {
        throw LoadError(
          description: "\(path):\(number): a feature and \(Self.parts.count) numbers are wanted")
      }
      rows[String(decoding: feature, as: UTF8.self)] = weights.count
      weights += values.map { $0 / Self.scale }
    }
  }

  /// A number; nearly all are whole and short.
  private static func number(_ digits: ArraySlice<UInt8>) -> Float? {
    let isBelow = digits.first == UInt8(ascii: "-")
    let plain = isBelow ? digits.dropFirst() : digits
    var value = 0
    for digit in plain {
      guard plain.count < 7, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else {
        return Float(String(decoding: digits, as: UTF8.self))
      }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    guard !plain.isEmpty else { return nil }
    return Float(isBelow ? -value : value)
  }

  /// Whether it knows nothing.
  var isEmpty: Bool { rows.isEmpty }

  /// The log-odds of each part, in the order of ``parts``, for a word with these features.
  func logOdds(_ features: [String]) -> [Float] {
    // "No part" is what they are weighed against.
    var scores = [Float](repeating: 0, count: 1 + Self.parts.count)
    for feature in [Self.bias] + features {
      guard let row = rows[feature] else { continue }
      for part in Self.parts.indices { scores[1 + part] += weights[row + part] }
    }
    return Softmax.probabilities(scores[...]).dropFirst().map(RoleOdds.logit)
  }
}
