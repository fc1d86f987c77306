import HearsayIntake
import HearsayLedger
import HearsayRecords

/// `hearsay copy`.
enum CopyCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    let (source, target) = (invocation.operands[0], invocation.operands[1])
    if !LedgerLocation.isOnServer(target) { try FileSystem.makeFolder(ofFile: target) }
    func show(_ words: String) {
      if !invocation.has("quiet") { console.showProgress(words) }
    }
    try LedgerCopy.copy(from: source, to: target) { done, all in
      show("\(done) of \(Counted.words(all, "reading"))")
    }
    let kept = Archive(besideLedger: source)
    let copy = Archive(besideLedger: target)
    let digests = kept.digests()
    for (offset, digest) in digests.enumerated() where !copy.contains(digest) {
      guard let bytes = try kept.bytes(digest) else { continue }
      try copy.keep(bytes, digest: digest)
      show("\(offset + 1) of \(digests.count) archived files")
    }
    // A copy that is not the same is no copy: every digest is compared.
    let snapshot = try Snapshot(path: target)
    let problems = try snapshot.verify { done, all in
      show("\(done) of \(Counted.words(all, "reading")) compared")
      return true
    }
    console.clearProgress()
    for problem in problems { try console.print("\(problem.description.safeLine)\n") }
    guard problems.isEmpty else {
      console.tell(
        "\(Counted.words(problems.count, "problem")) in \(LedgerLocation.shown(target))")
      return .failed
    }
    if !invocation.has("quiet") {
      let counts = try snapshot.counts()
      try console.print(
        "\(Counted.words(counts.reports, "report")), \(Counted.words(counts.readings, "reading")) copied to \(LedgerLocation.shown(target)): all is as it was stored\n"
      )
    }
    return .done
  }
}
