/// Which items of one list to remove and which of another to add, so that the first becomes the second with the
/// fewest steps: Myers's comparison in linear space (An O(ND) Difference Algorithm, Algorithmica 1, 1986).
///
/// Written here because the standard library's `difference(from:)` keeps every step of the search: two unlike texts
/// of 5,000 words would take hundreds of megabytes.
struct ShortestEdit {
  /// Differences on one level after which the search takes the best way it has found.
  ///
  /// Two unlike texts of 2,000 words stay below it; beyond, a shortest answer is worth less than a quick one.
  static let patience = 2_000

  /// For each item of the first list, whether the second lacks it.
  private(set) var isRemoved: [Bool]
  /// For each item of the second list, whether the first lacks it.
  private(set) var isAdded: [Bool]

  private let old: [Int]
  private let new: [Int]
  /// The furthest position in `old` on each diagonal (position in `old` less that in `new`), going forward.
  private var forward: [Int]
  /// The same going back, both positions counted from the ends.
  private var backward: [Int]
  /// Marks a diagonal that cannot be reached without leaving the lists.
  private static let unreachable = -1

  init(from old: [Int], to new: [Int]) {
    self.old = old
    self.new = new
    isRemoved = Array(repeating: false, count: old.count)
    isAdded = Array(repeating: false, count: new.count)
    forward = Array(repeating: Self.unreachable, count: old.count + new.count + 3)
    backward = forward
    compare()
  }

  /// Two ranges that remain to be compared.
  private struct Field {
    var olds: Range<Int>
    var news: Range<Int>
  }

  private mutating func compare() {
    var waiting = [Field(olds: 0..<old.count, news: 0..<new.count)]
    while var field = waiting.popLast() {
      trim(&field)
      guard !field.olds.isEmpty, !field.news.isEmpty else {
        for index in field.olds { isRemoved[index] = true }
        for index in field.news { isAdded[index] = true }
        continue
      }
      let (i, j) = middle(of: field)
      waiting.append(Field(olds: i..<field.olds.upperBound, news: j..<field.news.upperBound))
      waiting.append(Field(olds: field.olds.lowerBound..<i, news: field.news.lowerBound..<j))
    }
  }

  /// Takes off what is equal at both ends.
  private func trim(_ field: inout Field) {
    var (a, b) = (field.olds, field.news)
    while !a.isEmpty, !b.isEmpty, old[a.lowerBound] == new[b.lowerBound] {
      a = (a.lowerBound + 1)..<a.upperBound
      b = (b.lowerBound + 1)..<b.upperBound
    }
    while !a.isEmpty, !b.isEmpty, old[a.upperBound - 1] == new[b.upperBound - 1] {
      a = a.lowerBound..<(a.upperBound - 1)
      b = b.lowerBound..<(b.upperBound - 1)
    }
    field = Field(olds: a, news: b)
  }

  /// A point that a shortest way goes through, found by walking from both ends until the ways meet.
  ///
  /// The field is trimmed, so at least two steps are needed and the point is at neither corner.
  private mutating func middle(of field: Field) -> (Int, Int) {
    let (a, b) = (field.olds, field.news)
    let (width, height) = (a.count, b.count)
    let shift = height + 1
    let delta = width - height
    let limit = min((width + height + 1) / 2, Self.patience)
    for steps in 0...limit {
      for diagonal in Self.diagonals(steps, width, height) {
        var x = Self.furthest(forward, diagonal, steps, width, height)
        if x != Self.unreachable {
          while x < width, x - diagonal < height,
            old[a.lowerBound + x] == new[b.lowerBound + x - diagonal]
          { x += 1 }
        }
        forward[diagonal + shift] = x
        let facing = delta - diagonal
        if delta & 1 != 0, facing.magnitude < steps, x != Self.unreachable,
          backward[facing + shift] != Self.unreachable, x + backward[facing + shift] >= width
        {
          return (a.lowerBound + x, b.lowerBound + x - diagonal)
        }
      }
      for diagonal in Self.diagonals(steps, width, height) {
        var x = Self.furthest(backward, diagonal, steps, width, height)
        if x != Self.unreachable {
          while x < width, x - diagonal < height,
            old[a.upperBound - 1 - x] == new[b.upperBound - 1 - x + diagonal]
          { x += 1 }
        }
        backward[diagonal + shift] = x
        let facing = delta - diagonal
        if delta & 1 == 0, facing.magnitude <= steps, x != Self.unreachable,
          forward[facing + shift] != Self.unreachable, x + forward[facing + shift] >= width
        {
          return (a.upperBound - x, b.upperBound - x + diagonal)
        }
      }
    }
    return bestSoFar(field, steps: limit)
  }

  /// The diagonals that so many steps end on, inside the field.
  private static func diagonals(_ steps: Int, _ width: Int, _ height: Int) -> StrideThrough<Int> {
    let low = steps <= height ? -steps : -height + ((steps - height) & 1)
    let high = steps <= width ? steps : width - ((steps - width) & 1)
    return stride(from: low, through: high, by: 2)
  }

  /// Where a way of so many steps begins to slide on a diagonal: one item removed after the diagonal below, or
  /// one added after the diagonal above, whichever is further and inside the field.
  private static func furthest(
    _ reached: [Int], _ diagonal: Int, _ steps: Int, _ width: Int, _ height: Int
  ) -> Int {
    if steps == 0 { return 0 }
    let shift = height + 1
    var best = unreachable
    if diagonal > -steps, diagonal > -height {
      let x = reached[diagonal - 1 + shift]
      if x != unreachable, x < width { best = x + 1 }
    }
    if diagonal < steps, diagonal < width {
      let x = reached[diagonal + 1 + shift]
      if x != unreachable, x - diagonal <= height { best = max(best, x) }
    }
    return best
  }

  private func bestSoFar(_ field: Field, steps: Int) -> (Int, Int) {
    let (width, height) = (field.olds.count, field.news.count)
    var best = (1, 0)
    for diagonal in Self.diagonals(steps, width, height) {
      let x = forward[diagonal + height + 1]
      guard x != Self.unreachable, x + x - diagonal > best.0 + best.1,
        x + x - diagonal < width + height
      else { continue }
      best = (x, x - diagonal)
    }
    return (field.olds.lowerBound + best.0, field.news.lowerBound + best.1)
  }
}
