import Foundation
import Hearsay
import HearsayRecords

/// Sentences of our own with one event each and how it stands (`Probes/status.jsonl`).
enum StatusProbes {
  static let measure = Measure(name: "probes.status", needs: [], run: run)

  private struct Probe: Decodable {
    let text: String
    let trigger: String
    /// `nil` where the word tells no event.
    let status: EventStatus?
    let unseen: Bool
  }

  @Sendable private static func run(_ data: URL) throws -> [Score] {
    let file = Folders.root.appending(path: "Evaluation/Probes/status.jsonl")
    let reader = try Hearsay.Reader(Resources(environment: ProcessInfo.processInfo.environment))
    let workspace = reader.makeWorkspace()
    var right = [false: 0, true: 0]
    var all = [false: 0, true: 0]
    var open = 0
    var asHappened = 0
    for line in try decoded(file).split(separator: "\n") {
      let probe = try JSONDecoder().decode(Probe.self, from: Data(line.utf8))
      let reading = try reader.read(Array(probe.text.utf8), ReadingRequest(), workspace)
      let bytes = Array(reading.report.text.utf8)
      let found = reading.events.filter {
        String(decoding: bytes[$0.trigger.start..<$0.trigger.end], as: UTF8.self)
          .contains(probe.trigger)
      }
      all[probe.unseen, default: 0] += 1
      guard let status = probe.status else {
        if found.isEmpty { right[probe.unseen, default: 0] += 1 }
        continue
      }
      if found.contains(where: { $0.status == status }) {
        right[probe.unseen, default: 0] += 1
      }
      if status != .happened, status != .ongoing {
        open += 1
        let wrong = found.contains {
          ($0.status == .happened || $0.status == .ongoing) && $0.saidBy == nil
        }
        if wrong { asHappened += 1 }
      }
    }
    func share(_ unseen: Bool) -> Double {
      Double(right[unseen] ?? 0) / Double(max(all[unseen] ?? 0, 1))
    }
    print(
      "         status right: seen \(rounded(share(false))) of \(all[false] ?? 0), unseen \(rounded(share(true))) of \(all[true] ?? 0); not happened, recorded as happened: \(asHappened) of \(open)"
    )
    return [
      Score(key: "probes.status.seen", value: share(false), of: all[false] ?? 0),
      Score(key: "probes.status.unseen", value: share(true), of: all[true] ?? 0),
      Score(
        key: "probes.status.notHappened", value: 1 - Double(asHappened) / Double(max(open, 1)),
        of: open),
    ]
  }
}
