/// Krippendorff's alpha for nominal values: how far people agree beyond what chance would have them agree.
///
/// 1 is full agreement, 0 what chance gives, below 0 is worse than chance. A unit that only one person judged tells nothing.
package enum Agreement {
  /// - Parameter units: For each thing that was judged, the values that people gave it.
  /// - Returns: `nil` if no unit has two values, or if all values are the same (nothing could have differed).
  package static func alpha(_ units: [[String]]) -> Double? {
    let pairable = units.filter { $0.count > 1 }
    var counts: [String: Double] = [:]
    var observed = 0.0
    for values in pairable {
      for value in values { counts[value, default: 0] += 1 }
      let each = Dictionary(grouping: values, by: \.self).mapValues { Double($0.count) }
      let n = Double(values.count)
      // Pairs of different values within the unit, each unit weighing as many values as it has.
      let different = n * n - each.values.reduce(0) { $0 + $1 * $1 }
      observed += different / (n - 1)
    }
    let n = counts.values.reduce(0, +)
    guard n > 1 else { return nil }
    let expected = (n * n - counts.values.reduce(0) { $0 + $1 * $1 }) / (n - 1)
    return expected > 0 ? 1 - observed / expected : nil
  }
}
