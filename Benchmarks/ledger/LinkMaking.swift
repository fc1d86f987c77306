import FoundationEssentials
import HearsayLedger
import HearsayRecords

/// Links the same reports as they come, in three orders, and writes what a join over all of them needs: see README.md.
struct LinkMaking {
  let count: Int
  /// Gets `parts/all.jsonl`, as `hearsay read --no-store --with-bands` writes it, and `links-ORDER.tsv`.
  let folder: String

  func run() async throws {
    let world = World(seed: 1)
    var newsroom = Newsroom(world, count: count, seed: 2)
    let plans = (0..<count).map { _ in newsroom.next() }
    try writeLines(plans, world)
    var dice = Dice(7)
    let clock = ContinuousClock()
    for (name, order) in [
      ("made", plans), ("reversed", plans.reversed()), ("shuffled", plans.shuffled(using: &dice)),
    ] {
      let path = "\(folder)/\(name).sqlite"
      let ledger = try Ledger(path: path)
      let start = clock.now
      for first in stride(from: 0, to: order.count, by: 64) {
        let batch = order[first..<min(first + 64, order.count)]
        _ = try await ledger.append(batch.map { delivered($0, world) })
      }
      try await ledger.settle()
      print("\(name): \(count) reports in \(clock.now - start)")
      try writeLinks(path, name)
    }
  }

  /// One paragraph: copies are told by words, and these are enough of them.
  private func delivered(_ plan: StoryPlan, _ world: World) -> Delivered {
    var reading = PressRun.reading(of: plan, world, paragraphs: 1)
    reading.report.key = ReportID.key(address: plan.address, sha256: reading.report.sha256)
    return Delivered(reading, address: plan.address)
  }

  private func writeLines(_ plans: [StoryPlan], _ world: World) throws {
    try FileManager.default.createDirectory(
      atPath: folder + "/parts", withIntermediateDirectories: true)
    var lines = ""
    for plan in plans {
      let delivered = delivered(plan, world)
      var line = try delivered.reading.json()
      line.removeLast()
      let linking = try ContractWriter.spanless.json(LinkingKey(delivered))
      lines += "\(line),\"linking\":\(linking)}\n"
    }
    try Data(lines.utf8).write(to: URL(filePath: folder + "/parts/all.jsonl"))
  }

  /// The key of every report that is a near copy, with that of the earliest report that it is one of.
  private func writeLinks(_ path: String, _ name: String) throws {
    let snapshot = try Snapshot(path: path)
    var links: [String] = []
    var scope = Scope()
    scope.versions = .all
    for line in try snapshot.lines(scope) {
      guard let original = try snapshot.original(of: line) else { continue }
      links.append("\(line.key)\t\(original.report.key)\n")
    }
    let text = links.sorted().joined()
    try Data(text.utf8).write(to: URL(filePath: "\(folder)/links-\(name).tsv"))
  }
}
