import HearsayLedger

/// `hearsay figures`.
enum FiguresCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    let snapshot = try LedgerDoor.snapshot(invocation, console)
    var question = FigureQuestion()
    question.counts = invocation["counts"]
    question.unit = invocation["unit"]
    question.atLeast = invocation.number("at-least").map(Double.init)
    question.atMost = invocation.number("at-most").map(Double.init)
    question.scope = LedgerDoor.scope(invocation)
    let printer = AnswerPrinter(snapshot, invocation, console)
    return try printer.print(
      try snapshot.figures(question), key: "figure"
    ) { figure, index in
      FigureLines(index: index, width: printer.width).lines(of: figure, column: 16)
    }
  }
}
