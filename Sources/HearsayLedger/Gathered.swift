import HearsayDatabase

/// What is found and waits to be asked for together: a server is further away than a file.
///
/// Few are asked for at first, and more and more while they do not answer; a file is asked for each by itself.
struct Gathered<Element> {
  private var open: [Element] = []
  private var enough: Int
  private let most: Int

  /// - Parameters:
  ///   - connection: What is asked.
  ///   - first: So many may answer already; `nil` if any number does.
  init(_ connection: any Database, first: Int?) {
    most =
      switch connection.dialect {
      case .sqlite: 1
      case .postgres: 256
      }
    enough = min(first ?? most, most)
  }

  /// Adds one.
  ///
  /// - Returns: Whether there are enough to be asked for.
  mutating func add(_ one: Element) -> Bool {
    open.append(one)
    guard open.count >= enough else { return false }
    enough = min(enough * 2, most)
    return true
  }

  /// What waits; from now on it does not.
  mutating func take() -> [Element] {
    defer { open = [] }
    return open
  }
}
