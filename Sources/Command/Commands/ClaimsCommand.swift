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
    let others = OtherReports(snapshot, invocation, console)
    let lines: (Found<Claim>, ReadingIndex) -> [StyledText] = { found, index in
      ClaimLines(index: index, width: printer.width).lines(of: found.record)
        + others.denied(by: found.record, found.report, index)
    }
    return try printer.print(key: "claim", lines: lines) {
      try snapshot.forEachClaim(question, $0)
    }
  }
}
