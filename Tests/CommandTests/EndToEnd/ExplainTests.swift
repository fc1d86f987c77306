import Foundation
import HearsayRecords
import TestSupport
import Testing

/// `hearsay explain`: for every record the words, what made it, and what spoke against.
@Suite(.tags(.model), .enabled(if: Program.hasModel, "no weights in Models"))
struct ExplainTests {
  private static let text = """
    President Ilsa Dorn denied on Sunday that the army had shelled the hospital near Paris, killing at least nine people. Mediators \
    headed off a clash. The police called the “heroes” brutal.
    """

  /// The reading of a text that the program has put into its ledger.
  private func reading(_ program: Program) throws -> Reading {
    let file = try program.write(Self.text, to: "in/a.txt")
    let run = try program.start(["read", "--format", "json", "--published", "2031-03-05", file])
      .wait()
    let json = Data(run.output.utf8)
    let whole = try #require(JSONSerialization.jsonObject(with: json) as? [String: Any])
    let report = try #require(whole["report"] as? [String: Any])
    let decoder = JSONDecoder()
    decoder.userInfo[.positionMap] = PositionMap(try #require(report["text"] as? String))
    return try decoder.decode(Reading.self, from: json)
  }

  @Test func `every kind of record is explained, with its words`() throws {
    let program = try Program()
    let reading = try reading(program)
    let ids =
      [reading.entities.map(\.id), reading.places.map(\.id), reading.times.map(\.id)]
      + [reading.events.map(\.id), reading.claims.map(\.id), reading.figures.map(\.id)]
      + [reading.happenings.map(\.id)]
      + [
        reading.relations.indices.map { "r\($0 + 1)" },
        reading.wording.indices.map { "w\($0 + 1)" },
      ]
    for ids in ids {
      let id = try #require(ids.first)
      let run = try program.start(["explain", reading.report.id, id]).wait()
      #expect(run.status == 0, "\(id): \(run.messages)")
      #expect(run.output.contains("“"), "\(id): \(run.output)")
      #expect(!run.output.contains("nobody is told"), "\(id): \(run.output)")
    }
    let run = try program.start(["explain", reading.report.id, "c99"]).wait()
    #expect(run.status == 1)
  }

  @Test func `a verb of one line of data averts, and is named`() throws {
    let program = try Program()
    let reading = try reading(program)
    let bytes = Array(reading.report.text.utf8)
    let clash = try #require(
      reading.events.first { event in
        String(decoding: bytes[event.trigger.start..<event.trigger.end], as: UTF8.self)
          .contains("clash")
      })
    #expect(clash.status == .attempted)
    let run = try program.start(["explain", reading.report.id, clash.id]).wait()
    #expect(run.output.contains("rule averted (unreal.governed.rules:"))
    #expect(run.output.contains("“head off” averts (events.verbs.bearing.tsv)"))
  }
}
