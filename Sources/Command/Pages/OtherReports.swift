import HearsayLedger
import HearsayRecords
import HearsayStories

/// What pages say of other reports: what a denial denies there, and who denies there what is told here.
final class OtherReports {
  private let snapshot: Snapshot
  private let console: Console
  /// `nil` where stories are not drawn yet.
  private let finder: Answers?
  private let isShown: Bool
  private let colors: Bool
  /// The answers of the report looked at last: claims come report by report.
  private var last: (report: String, answers: [Answer])?

  init(_ snapshot: Snapshot, _ invocation: Invocation, _ console: Console) {
    self.snapshot = snapshot
    self.console = console
    isShown = (invocation["format"] ?? "text") == "text" && !invocation.has("quiet")
    // Of a ledger as it was, stories would have to be drawn for this alone.
    let keeper =
      isShown && !invocation.has("as-of")
      ? try? StoryDoor.keeper(snapshot, invocation, console) : nil
    finder = (try? keeper?.isNearlyDrawn()) == true ? keeper.map(Answers.init) : nil
    colors = console.usesColors(invocation)
  }

  /// Lines for what a claim denies in other reports; none for one that denies nothing.
  func denied(by claim: Claim, _ line: ReportLine?, _ index: ReadingIndex) -> [StyledText] {
    guard let line else { return [] }
    if last?.report != line.id {
      // What cannot be read here was told when the record itself was read.
      last = (line.id, (try? finder?.given(by: line, index.reading)) ?? [])
    }
    return (last?.answers ?? []).filter { $0.denial.id == claim.id }
      .flatMap(AnswerLines(width: console.width).denied)
  }

  /// Prints the part of a report's page about other reports, if there is anything to print.
  func print(_ line: ReportLine, _ reading: Reading) throws {
    guard isShown, let finder else { return }
    let index = ReadingIndex(reading)
    let page = AnswerLines(width: console.width)
    let given = try finder.given(by: line, reading).flatMap { answer in
      ClaimLines(index: index, width: console.width).lines(of: answer.denial) + page.denied(answer)
    }
    let received = try finder.received(by: line, reading).flatMap { page.denier($0, index) }
    guard !given.isEmpty || !received.isEmpty else { return }
    try console.print(
      ["", StyledText("DENIED ACROSS REPORTS", .heading)] + given + received, colors: colors)
  }
}
