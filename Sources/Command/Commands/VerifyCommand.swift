import HearsayIntake
import HearsayLedger
import HearsayRecords

/// `hearsay verify`.
enum VerifyCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    let snapshot = try LedgerDoor.snapshot(invocation, console)
    let clock = ContinuousClock()
    let counts = try snapshot.counts()
    var progress = Progress(of: counts.readings, at: clock.now)
    var problems = try snapshot.verify { done, _ in
      let soFar = IntakeProgress(done: done, allBytes: 0)
      if !invocation.has("quiet"),
        let line = progress.line(soFar, hasArchives: false, at: clock.now)
      {
        console.showProgress(line)
      }
      return true
    }
    let archive = Archive(besideLedger: snapshot.path)
    var files = 0
    problems += try snapshot.verifyPresence(in: archive)
    problems += archive.verify { done, all in
      files = all
      if !invocation.has("quiet") { console.showProgress("\(done) of \(all) archived files") }
      return true
    }
    console.clearProgress()
    for problem in problems { try console.print("\(problem.description.safeLine)\n") }
    guard problems.isEmpty else {
      console.tell(
        "\(problems.count) problem\(problems.count == 1 ? "" : "s") in \(LedgerLocation.shown(snapshot.path))"
      )
      return .failed
    }
    if !invocation.has("quiet") {
      let records = counts.records.values.reduce(0, +)
      try console.print(
        "\(counts.reports) reports, \(counts.readings) readings, \(records) records: every span says what the text says\n"
      )
      if files > 0 {
        try console.print("\(files) archived files: each holds the bytes it is named after\n")
      }
    }
    return .done
  }
}
