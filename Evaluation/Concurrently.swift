import Dispatch
import Synchronization

/// Works on every index on all processors; results come in the order of the indices.
///
/// - Parameters:
///   - count: How many there are.
///   - work: What is done with one; each worker has a workspace of its own.
///   - makeWorkspace: Makes what a worker needs.
/// - Returns: What `work` returned, by index.
func concurrently<Result: Sendable, Workspace>(
  _ count: Int, _ work: @Sendable (Int, Workspace) -> Result,
  makeWorkspace: @Sendable () -> Workspace
) -> [Result] {
  let next = Mutex(0)
  let results = Mutex<[Int: Result]>([:])
  DispatchQueue.concurrentPerform(iterations: 2) { _ in
    let workspace = makeWorkspace()
    while true {
      let index = next.withLock { value in
        value += 1
        return value - 1
      }
      guard index < count else { return }
      let result = work(index, workspace)
      results.withLock { $0[index] = result }
    }
  }
  return results.withLock { all in (0..<count).compactMap { all[$0] } }
}
