import HearsayLanguage
import HearsayRecords
import TestSupport
import Testing

@testable import HearsayReading

/// Every record tells who made it, by names that are rules or that can be told in words.
@Suite(.tags(.model), .enabled(if: ModelReading.hasModel, "no weights in Models"))
struct MakerTests {
  private static let text = """
    Kern, a member of the Sea League, said on Sunday that reportedly three soldiers had shot five farmers near Paris with rifles.

    President Ilsa Dorn, who has been in power since May 2020, denied shelling the hospital. “We did not fire,” she told Reuters. \
    Arvania-backed groups accused the army of the massacre; dozens of people demonstrated at noon against the brutal raid, which \
    police foiled. Mediators headed off a clash. The so-called “heroes” will march in two weeks, according to the ministry.
    """

  @Test func `every record of a reading tells who made it`() throws {
    let reading = try ModelReading().reading(Self.text)
    let rules = Set(
      Language.forTests.rules.rules.map(\.name) + Language.forTests.times.families.map(\.name))
    func check(_ records: [any Record]) {
      for record in records {
        #expect(!record.by.isEmpty, "\(type(of: record)) \(record.recordID ?? "")")
        for name in record.by.names where !name.contains(" ") {
          #expect(rules.contains(name) || Makers.told[name] != nil, "\(name)")
        }
      }
    }
    for records: [any Record] in [
      reading.entities, reading.places, reading.times, reading.events, reading.claims,
      reading.figures, reading.happenings, reading.relations, reading.wording,
    ] {
      #expect(!records.isEmpty)
      check(records)
    }
  }
}
