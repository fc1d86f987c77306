import Foundation
import Hearsay
import HearsayRecords
import HearsayStories

/// Pairs of short reports of our own, one with a denial (`Probes/denials.jsonl`): half of them deny what the other tells, half do not.
///
/// A pair that belongs together is right if the denial is linked to the event; one that does not is right without a link. Of the unseen
/// third nothing but the sums is ever printed.
enum DenialProbes {
  static let measure = Measure(name: "probes.denials", needs: [], run: run)

  private struct Probe: Decodable {
    struct Text: Decodable {
      let text: String
      let published: String
    }

    let id: String
    let kind: String
    let part: String
    let links: Bool
    let denial: Text
    let report: Text
    /// Words of what is denied.
    let denied: String
    /// Words of the trigger of the event.
    let of: String
  }

  @Sendable private static func run(_ data: URL) throws -> [Score] {
    let file = Folders.root.appending(path: "Evaluation/Probes/denials.jsonl")
    let reader = try Hearsay.Reader(Resources(environment: ProcessInfo.processInfo.environment))
    let workspace = reader.makeWorkspace()
    var right = ["seen": 0, "unseen": 0]
    var all = ["seen": 0, "unseen": 0]
    var linked = 0
    var wrong = 0
    for line in try decoded(file).split(separator: "\n") {
      let probe = try JSONDecoder().decode(Probe.self, from: Data(line.utf8))
      func dossier(_ text: Probe.Text) throws -> Dossier {
        Dossier(
          try reader.read(
            Array(text.text.utf8), ReadingRequest(published: text.published), workspace))
      }
      let telling = try dossier(probe.report)
      let links = Denials.links(from: try dossier(probe.denial), to: telling)
      let triggers = links.compactMap { link in
        telling.reading.events.first { $0.id == link.told }.map { exact($0.trigger, telling) }
          ?? telling.reading.claims.first { $0.id == link.told }.map { claim in
            claim.content.map { exact($0, telling) }.joined(separator: " ")
          }
      }
      linked += links.count
      if !probe.links { wrong += links.count }
      let isRight =
        probe.links ? triggers.contains { $0.contains(probe.of) } : links.isEmpty
      all[probe.part, default: 0] += 1
      if isRight {
        right[probe.part, default: 0] += 1
      } else if probe.part == "seen", CommandLine.arguments.contains("--misses") {
        print(
          "         \(probe.id) \(probe.kind) \(probe.links ? "not linked" : "linked"): \(probe.denial.text)"
        )
        print("             \(probe.report.text) \(triggers) \(links.map(\.reasons))")
      }
    }
    func share(_ part: String) -> Double {
      Double(right[part] ?? 0) / Double(max(all[part] ?? 0, 1))
    }
    print(
      "         pairs right: seen \(rounded(share("seen"))) of \(all["seen"] ?? 0), unseen \(rounded(share("unseen"))) of \(all["unseen"] ?? 0); \(linked) links, \(wrong) of them between pairs that do not belong together"
    )
    return [
      Score(key: "probes.denials.seen", value: share("seen"), of: all["seen"] ?? 0),
      Score(key: "probes.denials.unseen", value: share("unseen"), of: all["unseen"] ?? 0),
      Score(
        key: "probes.denials.precision", value: 1 - Double(wrong) / Double(max(linked, 1)),
        of: all.values.reduce(0, +)),
    ]
  }

  private static func exact(_ span: TextSpan, _ dossier: Dossier) -> String {
    let bytes = Array(dossier.reading.report.text.utf8)
    return String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }
}
