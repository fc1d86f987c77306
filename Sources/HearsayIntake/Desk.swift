/// Hands out inputs to the workers and puts their results back into the order of the inputs.
///
/// Workers may run ahead of the slowest by `lead` results only, and large inputs (above `heaviest` bytes together) are
/// worked on one at a time, so that memory does not grow with the number of reports or their size.
actor Desk<Result: Sendable> {
  /// How many inputs there are; `nil` until that is known.
  private var count: Int?
  private let lead: Int
  private let heaviest: Int
  private var weights: [Int: Int] = [:]
  private var weight = 0
  private var next = 0
  private var taken = 0
  private var results: [Int: Result] = [:]
  private var isStopped = false
  private var reader: CheckedContinuation<Void, Never>?
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(count: Int? = nil, lead: Int, heaviest: Int = .max) {
    self.count = count
    self.lead = lead
    self.heaviest = heaviest
  }

  /// The number of the next input to work on; `nil` when there is none or the run was stopped.
  func assignment() async -> Int? {
    while true {
      guard !isStopped, next < count ?? .max else { return nil }
      if next < taken + lead {
        next += 1
        return next - 1
      }
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  /// Waits until an input of so many bytes may be worked on; the next whose result is due always may.
  func weigh(_ bytes: Int, of number: Int) async {
    while weight + bytes > heaviest, number != taken {
      await withCheckedContinuation { waiting.append($0) }
    }
    weights[number] = bytes
    weight += bytes
  }

  /// Learns that there are no more inputs than `count`, though more assignments may have been given out.
  func end(at count: Int) {
    self.count = count
    wakeWorkers()
    wakeReader()
  }

  /// Whether the results of all inputs there are have been given out.
  var isDone: Bool { taken == count }

  /// Takes in a worker's result.
  func hand(in result: Result, of number: Int) {
    results[number] = result
    if number == taken { wakeReader() }
  }

  /// The next result in the order of the inputs; `nil` after the last.
  func result() async -> Result? {
    while true {
      if let result = results.removeValue(forKey: taken) {
        weight -= weights.removeValue(forKey: taken) ?? 0
        taken += 1
        wakeWorkers()
        return result
      }
      // After a stop everything that was handed out is still waited for.
      guard !isOver else { return nil }
      await withCheckedContinuation { reader = $0 }
    }
  }

  /// The next results in the order of the inputs: the first as soon as it is there, then what follows within `patience`, `most`
  /// of them at most; none after the last.
  func results(most: Int, within patience: Duration) async -> [Result] {
    guard let first = await result() else { return [] }
    var results = [first]
    let deadline = ContinuousClock.now + patience
    let timer = Task {
      try? await Task.sleep(until: deadline, clock: .continuous)
      wakeReader()
    }
    defer { timer.cancel() }
    while results.count < most {
      if self.results[taken] != nil {
        if let next = await result() { results.append(next) }
      } else if isOver || ContinuousClock.now >= deadline {
        break
      } else {
        await withCheckedContinuation { reader = $0 }
      }
    }
    return results
  }

  /// Whether no result is to be waited for.
  private var isOver: Bool { taken >= min(isStopped ? next : .max, count ?? .max) }

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
