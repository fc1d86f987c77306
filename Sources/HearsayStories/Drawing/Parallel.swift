import Dispatch
import Synchronization

/// Work on many things at once, each by itself.
enum Parallel {
  /// What `body` makes of each thing, in the order of the things.
  static func map<Thing: Sendable, Result: Sendable>(
    _ things: [Thing], _ body: @Sendable (Thing) -> Result
  ) -> [Result] {
    guard things.count > 1 else { return things.map(body) }
    let results = Mutex([Result?](repeating: nil, count: things.count))
    DispatchQueue.concurrentPerform(iterations: things.count) { index in
      let result = body(things[index])
      results.withLock { $0[index] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
  }

  /// Cuts things into so many parts of about one size.
  static func parts<Thing>(_ things: [Thing], _ count: Int) -> [ArraySlice<Thing>] {
    let size = max(1, (things.count + count - 1) / count)
    return stride(from: 0, to: things.count, by: size).map {
      things[$0..<min(things.count, $0 + size)]
    }
  }
}
