import HearsayLedger

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
    let printer = AnswerPrinter(invocation, console)
    return try printer.print(
      try snapshot.claims(question), key: "claim", from: snapshot
    ) { claim, index in
      ClaimLines(index: index, width: printer.width).lines(of: claim)
    }
  }
}
