import Foundation

/// Logistic regression with squared weights held small, by Newton's method.
struct LogisticRegression {
  private(set) var weights: [Double]
  private var bias = 0.0

  /// - Parameters:
  ///   - rows: The evidence of each case, all of one width.
  ///   - isTrue: What came of each.
  ///   - rounds: So many steps; it changes nothing any more after some eight.
  init(_ rows: [[Double]], _ isTrue: [Bool], rounds: Int = 12) {
    let width = rows.first?.count ?? 0
    // Each kind of evidence is brought to one spread, so that they are held small alike.
    var spread = [Double](repeating: 0, count: width)
    var mean = spread
    for row in rows { for index in 0..<width { mean[index] += row[index] / Double(rows.count) } }
    for row in rows {
      for index in 0..<width {
        let off = row[index] - mean[index]
        spread[index] += off * off / Double(rows.count)
      }
    }
    spread = spread.map { $0.squareRoot() + 1e-6 }
    var values = [Double](repeating: 0, count: width + 1)
    for _ in 0..<rounds {
      var slope = values.map { $0 }
      slope[width] = 0
      var curve = (0...width).map { row in
        (0...width).map { $0 == row ? (row < width ? 1.0 : 1e-9) : 0 }
      }
      var cells = [Double](repeating: 1, count: width + 1)
      for (number, row) in rows.enumerated() {
        for index in 0..<width { cells[index] = (row[index] - mean[index]) / spread[index] }
        var sum = 0.0
        for index in 0...width { sum += values[index] * cells[index] }
        let chance = 1 / (1 + exp(-sum))
        let off = chance - (isTrue[number] ? 1 : 0)
        let weight = chance * (1 - chance)
        for index in 0...width {
          slope[index] += off * cells[index]
          let scaled = weight * cells[index]
          for other in 0...index { curve[index][other] += scaled * cells[other] }
        }
      }
      for index in 0...width {
        for other in 0..<index { curve[other][index] = curve[index][other] }
      }
      let step = Self.solved(curve, slope)
      for index in 0...width { values[index] -= step[index] }
    }
    weights = (0..<width).map { values[$0] / spread[$0] }
    bias = values[width] - (0..<width).reduce(0.0) { $0 + mean[$1] * weights[$1] }
  }

  /// How probable a case is.
  func probability(_ row: [Double]) -> Double {
    1 / (1 + exp(-row.indices.reduce(bias) { $0 + row[$1] * weights[$1] }))
  }

  /// The solution of a system of equations (elimination with the largest pivot).
  private static func solved(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
    var rows = matrix.enumerated().map { $1 + [right[$0]] }
    let count = rows.count
    for column in 0..<count {
      let pivot = (column..<count).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
      rows.swapAt(column, pivot)
      guard abs(rows[column][column]) > 1e-12 else { continue }
      for row in 0..<count where row != column {
        let factor = rows[row][column] / rows[column][column]
        guard factor != 0 else { continue }
        for index in column...count { rows[row][index] -= factor * rows[column][index] }
      }
    }
    return (0..<count).map { abs(rows[$0][$0]) > 1e-12 ? rows[$0][count] / rows[$0][$0] : 0 }
  }
}
