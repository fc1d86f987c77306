import HearsayLedger
import HearsayRecords
import HearsayStories

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
    let lines: (Found<Figure>, ReadingIndex) -> [StyledText] = { found, index in
      FigureLines(index: index, width: printer.width).lines(of: found.record, column: 16)
    }
    return try printer.print(key: "figure", lines: lines) {
      try snapshot.forEachFigure(question, $0)
    }
  }
}
