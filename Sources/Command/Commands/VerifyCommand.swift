import HearsayLedger

/// `hearsay verify`.
enum VerifyCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    let snapshot = try LedgerDoor.snapshot(invocation, console)
    let clock = ContinuousClock()
    let counts = try snapshot.counts()
    var progress = Progress(of: counts.readings, at: clock.now)
    let problems = try snapshot.verify { done, _ in
      if !invocation.has("quiet"), let line = progress.line(done: done, at: clock.now) {
        console.showProgress(line)
      }
      return true
    }
    for problem in problems { try console.print("\(problem.description.safeLine)\n") }
    guard problems.isEmpty else {
      console.tell("\(problems.count) problem\(problems.count == 1 ? "" : "s") in \(snapshot.path)")
      return .failed
    }
    if !invocation.has("quiet") {
      let records = counts.records.values.reduce(0, +)
      try console.print(
        "\(counts.reports) reports, \(counts.readings) readings, \(records) records: every span says what the text says\n"
      )
    }
    return .done
  }
}
