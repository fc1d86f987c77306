import Foundation
import Hearsay
import HearsayRecords

/// The events of one real report that a careful coder recorded: how many are found, and how often their parts are right.
///
/// The coder has each event once, Hearsay every mention of it: recall and the parts tell more than precision. Counted as the
/// report's own scorer does. It was looked at while building.
enum SeedReport {
  private static let folder = "../seed"

  static let measure = Measure(name: "events.seed", needs: [folder], run: run)

  private struct Expected: Decodable {
    struct Published: Decodable { let published: String }
    let report: Published
    let events: [Coded]
  }

  private struct Coded: Decodable {
    let trigger: String
    let n: Int?
    let type: String
    let status: EventStatus?
    let actors, recipients: [String]?
    let place: String?
    let time: [String]?
    let saidBy: String?
  }

  @Sendable private static func run(_ data: URL) throws -> [Score] {
    let folder = data.appending(path: folder)
    let expected = try JSONDecoder().decode(
      Expected.self, from: Data(contentsOf: folder.appending(path: "expected.json")))
    let file = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .first { $0.hasSuffix(".txt") }
    guard let file else { return [] }
    let reader = try Hearsay.Reader(Resources(environment: ProcessInfo.processInfo.environment))
    let reading = try reader.read(
      Array(Data(contentsOf: folder.appending(path: file))),
      ReadingRequest(address: file, published: expected.report.published), reader.makeWorkspace())
    return scores(expected.events, reading)
  }

  private static func scores(_ coded: [Coded], _ reading: Reading) -> [Score] {
    let dyads = Dyads(reading)
    var taken: Set<String> = []
    var pairs: [(Coded, Event)] = []
    for event in coded {
      let near = reading.events.filter { !taken.contains($0.id) && touches($0, event, dyads) }
      let best = near.first { event.type.split(separator: "|").contains($0.type.rawValue[...]) }
      guard let best = best ?? near.first else {
        print("         missed: \(event.type) “\(event.trigger)”")
        continue
      }
      taken.insert(best.id)
      pairs.append((event, best))
    }
    var parts: [String: (right: Int, asked: Int)] = [:]
    for (coded, event) in pairs {
      for (name, isRight) in judged(coded, event, reading, dyads) {
        parts[name, default: (0, 0)].asked += 1
        if isRight { parts[name, default: (0, 0)].right += 1 }
      }
    }
    let shares = parts.sorted { $0.key < $1.key }.map { name, part in
      (name, Double(part.right) / Double(part.asked))
    }
    let mean = shares.reduce(0) { $0 + $1.1 } / Double(max(shares.count, 1))
    let f1 = 2 * Double(pairs.count) / Double(max(coded.count + reading.events.count, 1))
    print(
      "         \(pairs.count) of \(coded.count) found, \(reading.events.count) mentions read; "
        + shares.map { "\($0.0) \(rounded($0.1))" }.joined(separator: ", ")
        + "; F1 × parts \(rounded(f1 * mean))")
    return [
      Score(
        key: "events.seed.found", value: Double(pairs.count) / Double(max(coded.count, 1)), of: 1),
      Score(key: "events.seed.parts", value: mean, of: 1),
    ]
  }

  private static func touches(_ event: Event, _ coded: Coded, _ dyads: Dyads) -> Bool {
    let words = Array(coded.trigger.utf8)
    let starts = dyads.bytes.indices.filter { dyads.bytes[$0...].starts(with: words) }
    guard !starts.isEmpty else { return false }
    let at = starts[min(coded.n ?? 1, starts.count) - 1]
    return event.trigger.start < at + words.count && at < event.trigger.end
  }

  private static func judged(
    _ coded: Coded, _ event: Event, _ reading: Reading, _ dyads: Dyads
  ) -> [(String, Bool)] {
    let real: Set<EventStatus> = [.happened, .ongoing]
    func agree(_ wanted: [String], _ told: [String]) -> Bool {
      wanted.allSatisfy { wanted in told.contains { PlainWords.alike(wanted, $0) } }
    }
    var judged = [("type", coded.type.split(separator: "|").contains(event.type.rawValue[...]))]
    if let status = coded.status {
      judged.append(
        ("status", status == event.status || real.isSuperset(of: [status, event.status])))
    }
    if let actors = coded.actors, !actors.isEmpty {
      judged.append(("actors", agree(actors, event.actors.flatMap(dyads.names))))
    }
    if let recipients = coded.recipients, !recipients.isEmpty {
      judged.append(("recipients", agree(recipients, event.recipients.flatMap(dyads.names))))
    }
    if let place = coded.place {
      let told = reading.places.first { $0.id == event.place }
      judged.append(
        ("place", agree([place], [told?.name, told?.within, told?.country].compactMap { $0 })))
    }
    if let span = coded.time, let first = span.first, let last = span.last {
      let told = reading.times.first { $0.id == event.time }
      judged.append(
        (
          "time",
          (told?.earliest).map { $0.prefix(10) >= first } ?? false
            && (told?.latest).map { $0.prefix(10) <= last } ?? false
        ))
    }
    if let source = coded.saidBy {
      let claim = reading.claims.first { $0.id == event.saidBy }
      judged.append(("saidBy", agree([source], claim.map(dyads.speakers) ?? [])))
    }
    return judged
  }
}
