/// Krippendorff's alpha: how far people agree beyond what chance would have them agree.
///
/// 1 is full agreement, 0 what chance gives, below 0 is worse than chance. A unit that only one person judged tells nothing.
package enum Agreement {
  /// For nominal values: two are the same or they are not.
  ///
  /// - Parameter units: For each thing that was judged, the values that people gave it.
  /// - Returns: `nil` if no unit has two values, or if all values are the same (nothing could have differed).
  package static func alpha(_ units: [[String]]) -> Double? {
    alpha(units) { $0 == $1 ? 0 : 1 }
  }

  /// For numbers: the further apart, the less they agree (the square of the difference).
  ///
  /// - Returns: `nil` as for nominal values.
  package static func alpha(ofNumbers units: [[Double]]) -> Double? {
    alpha(units) { ($0 - $1) * ($0 - $1) }
  }

  private static func alpha<Value: Hashable>(
    _ units: [[Value]], _ difference: (Value, Value) -> Double
  ) -> Double? {
    let pairable = units.filter { $0.count > 1 }
    var counts: [Value: Double] = [:]
    var observed = 0.0
    for values in pairable {
      for value in values { counts[value, default: 0] += 1 }
      let each = Dictionary(grouping: values, by: \.self).mapValues { Double($0.count) }
      // Pairs of different values within the unit, each unit weighing as many values as it has.
      observed += pairs(each, difference) / (Double(values.count) - 1)
    }
    let n = counts.values.reduce(0, +)
    guard n > 1 else { return nil }
    let expected = pairs(counts, difference) / (n - 1)
    return expected > 0 ? 1 - observed / expected : nil
  }

  /// The differences of all ordered pairs of values.
  private static func pairs<Value: Hashable>(
    _ counts: [Value: Double], _ difference: (Value, Value) -> Double
  ) -> Double {
    var sum = 0.0
    for (one, mine) in counts {
      for (other, theirs) in counts where one != other {
        sum += mine * theirs * difference(one, other)
      }
    }
    return sum
  }
}
