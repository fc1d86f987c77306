import HearsayLedger
import HearsayRecords
import HearsayStories

/// `hearsay claims`.
enum ClaimsCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    let snapshot = try LedgerDoor.snapshot(invocation, console)
    var question = ClaimQuestion()
    question.speaker = invocation["speaker"]
    question.blames = invocation["blames"]
    question.words = invocation["words"]
    question.acts = invocation.choices("act")
    question.certainties = invocation.choices("certainty")
    question.scope = LedgerDoor.scope(invocation)
    let printer = AnswerPrinter(snapshot, invocation, console)
    let found = try snapshot.claims(question)
    let others = OtherReports(snapshot, invocation, console)
    let reports = Dictionary(found.map { ($0.report.id, $0.report) }) { first, _ in first }
    return try printer.print(found, key: "claim") { claim, index in
      ClaimLines(index: index, width: printer.width).lines(of: claim)
        + others.denied(by: claim, reports[index.reading.report.id], index)
    }
  }
}
