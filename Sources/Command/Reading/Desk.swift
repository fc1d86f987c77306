/// Hands out inputs to the workers and puts their results back into the order of the inputs.
///
/// Workers may run ahead of the slowest by `lead` results only, so that memory does not grow with the
/// number of reports.
actor Desk<Result: Sendable> {
  private let count: Int
  private let lead: Int
  private var next = 0
  private var taken = 0
  private var results: [Int: Result] = [:]
  private var isStopped = false
  private var reader: CheckedContinuation<Void, Never>?
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(count: Int, lead: Int) {
    self.count = count
    self.lead = lead
  }

  /// The number of the next input to work on; `nil` when there is none or the run was stopped.
  func assignment() async -> Int? {
    while true {
      guard !isStopped, next < count else { return nil }
      if next < taken + lead {
        next += 1
        return next - 1
      }
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  /// Takes in a worker's result.
  func hand(in result: Result, of number: Int) {
    results[number] = result
    if number == taken { wakeReader() }
  }

  /// The next result in the order of the inputs; `nil` after the last.
  func result() async -> Result? {
    while true {
      if let result = results.removeValue(forKey: taken) {
        taken += 1
        wakeWorkers()
        return result
      }
      // After a stop everything that was handed out is still waited for.
      guard taken < (isStopped ? next : count) else { return nil }
      await withCheckedContinuation { reader = $0 }
    }
  }

  /// Hands out no more; what is being worked on is still taken in.
  func stop() {
    isStopped = true
    wakeWorkers()
    wakeReader()
  }

  private func wakeReader() {
    reader?.resume()
    reader = nil
  }

  private func wakeWorkers() {
    for worker in waiting { worker.resume() }
    waiting = []
  }
}
