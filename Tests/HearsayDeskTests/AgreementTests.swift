import HearsayLedger
import HearsayRecords
import Testing

@testable import HearsayDesk

@Suite struct AlphaTests {
  /// What the package `krippendorff` 0.9.0 gives for the same values, recorded.
  private struct Nominal: Sendable {
    let units: [[String]]
    let alpha: Double
  }

  private static let nominal: [Nominal] = [
    Nominal(
      units: [["b", "a"], ["a", "b"], ["a", "a"], ["a", "a"], ["a", "a"], ["a", "a"]], alpha: -0.1),
    Nominal(
      units: [
        ["a", "a"], ["a", "b", "a"], ["b"], ["c", "b"], ["a", "c", "c"], ["b", "c", "a"],
        ["a", "a", "a"], ["c", "c"], ["b", "b"],
      ], alpha: 0.337209302),
    Nominal(
      units: [
        ["c", "c"], ["b", "c", "a"], ["a"], ["a"], ["c", "c", "c", "c"], ["b", "b"], [], ["a"], [],
        ["b", "b"], ["b", "b", "b", "c"], ["c", "b", "b"], ["c", "a", "c"], ["a", "a"],
      ], alpha: 0.443298969),
    Nominal(
      units: [["b", "b"], ["a", "a"], ["a", "a"], ["a", "a"], ["b", "a"], ["a", "a"]],
      alpha: 0.592592593),
    Nominal(
      units: [
        ["b", "b"], ["b", "a", "a"], ["a"], ["b", "b", "a"], ["a", "a"], ["a", "a"], ["b", "b"],
        ["a", "b", "a"], ["b", "b", "a"],
      ], alpha: 0.24),
  ]

  private struct Interval: Sendable {
    let units: [[Double]]
    let alpha: Double
  }

  private static let interval: [Interval] = [
    Interval(units: [[9, 2], [1, 1], [1, 9], [2, 2], [30, 30], [9, 9]], alpha: 0.915113023),
    Interval(
      units: [
        [2, 2], [2], [1, 1], [30], [1, 30, 30], [9], [30, 30], [0, 0, 0], [9, 0],
      ], alpha: 0.638888889),
    Interval(
      units: [
        [0, 0, 30, 0], [30], [1, 1, 1], [0], [2, 2, 2], [9, 9, 9], [0, 9, 0, 0], [30, 30], [1, 9],
        [9, 9], [0, 2], [2], [2, 9, 9], [2, 9, 9, 30],
      ], alpha: 0.415257935),
  ]

  @Test(arguments: nominal) private func `alpha of words is that of the known package`(
    _ example: Nominal
  ) throws {
    #expect(abs(try #require(Agreement.alpha(example.units)) - example.alpha) < 1e-8)
  }

  @Test(arguments: interval) private func `alpha of numbers is that of the known package`(
    _ example: Interval
  ) throws {
    #expect(abs(try #require(Agreement.alpha(ofNumbers: example.units)) - example.alpha) < 1e-8)
  }

  @Test func `fields are compared as each person would have them`() throws {
    func decision(
      _ number: Int, _ person: String, _ verdict: Decision.Verdict, _ record: String,
      _ values: String? = nil
    ) -> Decision {
      var decision = Decision(
        made: "2031-03-04T09:00:00.000Z", person: person, verdict: verdict,
        target: .init(report: "aa", kind: .figures, record: record),
        seen: #"{"id":"\#(record)","value":7,"counts":"people"}"#, values: values)
      decision.number = number
      return decision
    }
    let units = AgreementPage.units([
      decision(1, "ana", .accept, "f1"), decision(2, "ben", .edit, "f1", #"{"value":9}"#),
      decision(3, "ana", .accept, "f2"), decision(4, "ben", .accept, "f2"),
      decision(5, "ana", .reject, "f3"), decision(6, "ben", .accept, "f3"),
    ])
    let rows = AgreementPage.rows(units)
    let there = try #require(rows.first { $0.field == "should be there" })
    #expect(there.judged == 3)
    let value = try #require(rows.first { $0.field == "value" })
    #expect(value.judged == 2)
    #expect(value.alpha == Agreement.alpha(ofNumbers: [[7, 9], [7, 7]]))
    // On what they count nobody differs.
    #expect(!rows.contains { $0.field == "counts" })
  }
}
