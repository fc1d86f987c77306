import HearsayLanguage
import HearsayRecords
import Testing

@testable import HearsayReading

/// What is said of a report is not said of what it tells, and what is denied is denied whole.
@Suite(.tags(.model), .enabled(if: ModelReading.hasModel, "no weights in Models"))
struct RejectedReportTests {
  @Test(arguments: [
    "The colonel said reports that soldiers had beaten and robbed farmers in Kelm were false.",
    "The bishop said claims that guards had tortured the prisoners were baseless.",
    "The harbour office said rumours that pirates had shot two sailors were untrue.",
  ])
  func `whoever says that a report is false denies what it tells`(_ text: String) throws {
    let draft = try ModelReading().draft(text)
    #expect(draft.claims.map(\.record.act) == [.deny])
    #expect(draft.claims.map(\.contents.count) == [1])
    let said = EventReader.read(draft)
    #expect(!said.isEmpty)
    #expect(said.allSatisfy { ![.happened, .ongoing].contains($0.record.status) })
  }

  @Test func `a plain report is still a statement`() throws {
    let draft = try ModelReading().draft(
      "The colonel said soldiers had beaten farmers in Kelm and were leaving the valley.")
    #expect(draft.claims.map(\.record.act) == [.state])
  }

  @Test(arguments: [
    (
      "Sarvia's navy on Monday denied sinking the ferry in Kalt.",
      "sinking the ferry in Kalt"
    ),
    ("The guards denied beating the prisoners.", "beating the prisoners"),
  ])
  func `what is denied is the deed with whom it struck`(_ text: String, _ whole: String) throws {
    let draft = try ModelReading().draft(text)
    let contents = draft.claims.filter { $0.record.act == .deny }.flatMap(\.record.content)
    #expect(contents.map { draft.text.exact($0) } == [whole])
  }
}
