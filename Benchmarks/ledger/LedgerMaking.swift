import FoundationEssentials
import HearsayLedger
import HearsayRecords

#if canImport(Glibc)
  import Glibc
#endif

/// Makes a ledger of so many reports, then times what one more costs.
struct LedgerMaking {
  let path: String
  let count: Int

  private static let batch = 64
  private static let singles = 200

  func run() async throws {
    let world = World(seed: 1)
    let ledger = try Ledger(path: path)
    let before = try Snapshot(path: path).counts().reports
    var newsroom = Newsroom(world, count: count, seed: 2)
    let clock = ContinuousClock()
    let start = clock.now
    var writing = Duration.zero
    var processor = 0
    var written = 0
    var done = 0
    while done < count {
      var batch: [Delivered] = []
      while batch.count < Self.batch, done < count {
        let plan = newsroom.next()
        done += 1
        // The same plans again: a run that was stopped goes on where it was.
        if done > before { batch.append(Delivered(PressRun.reading(of: plan, world))) }
      }
      let (begun, worked) = (clock.now, Glibc.clock())
      _ = try await ledger.append(batch)
      writing += clock.now - begun
      processor += Glibc.clock() - worked
      written += batch.count
      if done % 10_000 < Self.batch {
        print("\(done) reports, \(clock.now - start), writing \(writing)")
      }
    }
    if written > 0 {
      let rate = Double(written) / (writing / .seconds(1))
      // POSIX counts a million to the second.
      print(
        "in batches: \(Int(rate)) reports a second by the clock, \(Double(processor / written) / 1_000) ms of this program's processor time each"
      )
    }
    try await ledger.settle()
    try await add(to: ledger, world, after: count)
  }

  /// Only the last: what one more report costs in a ledger that is there.
  func add() async throws {
    let ledger = try Ledger(path: path)
    try await add(to: ledger, World(seed: 1), after: try Snapshot(path: path).counts().reports)
  }

  /// One report at a time, as `hearsay read` of one file adds it, each put onto the disk.
  private func add(to ledger: Ledger, _ world: World, after reports: Int) async throws {
    var newsroom = Newsroom(
      world, count: Self.singles, seed: UInt64(reports) + 3, name: "late-\(reports)")
    let clock = ContinuousClock()
    var times: [Duration] = []
    let before = Self.written
    var processor = 0
    for _ in 0..<Self.singles {
      let reading = PressRun.reading(of: newsroom.next(), world)
      let (start, begun) = (clock.now, Glibc.clock())
      _ = try await ledger.append(reading)
      times.append(clock.now - start)
      processor += Glibc.clock() - begun
      try await ledger.settle()
    }
    let whole = Self.written
    for number in 0..<Self.singles {
      _ = try await ledger.append(Self.tiny(reports + number, world))
      try await ledger.settle()
    }
    let apart = Self.written
    for number in 0..<Self.singles {
      _ = try await ledger.append(Self.tiny(reports + Self.singles + number, world))
    }
    try await ledger.settle()
    let together = Self.written
    times.sort()
    print(
      "insert, one at a time: median \(times[times.count / 2]), p95 \(times[times.count * 95 / 100])"
    )
    // POSIX counts a million to the second.
    print("processor time of an insert: \(Double(processor / Self.singles) / 1_000) ms")
    print("written for a whole report: \((whole - before) / Self.singles / 1_000) KB")
    print("written for a tiny report: \((apart - whole) / Self.singles / 1_000) KB")
    print(
      "the same in one run that goes on: \((together - apart) / Self.singles / 1_000) KB")
  }

  private static func tiny(_ number: Int, _ world: World) -> Reading {
    var dice = Dice(UInt64(number) + 77)
    let plan = StoryPlan(
      seed: dice.next(), moment: 1_710_000_000 + Double(number) * 1_000, isBareDay: false,
      outlet: number % world.outlets.count,
      address: "https://tiny.example/\(count(of: world))/\(number)")
    return PressRun.reading(of: plan, world, paragraphs: 1)
  }

  private static func count(of world: World) -> Int { world.people.count }

  /// Bytes that this process had written to the disk.
  private static var written: Int {
    let lines = (try? String(contentsOfFile: "/proc/self/io", encoding: .utf8)) ?? ""
    let line = lines.split(separator: "\n").first { $0.hasPrefix("write_bytes:") }
    return line.flatMap { Int($0.dropFirst(12).drop { $0 == " " }) } ?? 0
  }
}
