import HearsayLedger

/// `hearsay events`.
enum EventsCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    let snapshot = try LedgerDoor.snapshot(invocation, console)
    var question = EventQuestion()
    question.types = invocation.choices("type")
    question.modes = invocation.all("mode")
    question.statuses = invocation.choices("status")
    question.certainties = invocation.choices("certainty")
    question.since = invocation.moment("since")
    question.until = invocation.moment("until")
    question.place = invocation["place"]
    question.actor = invocation["actor"]
    question.recipient = invocation["recipient"]
    question.scope = LedgerDoor.scope(invocation, datesMeanReports: false)
    let printer = AnswerPrinter(snapshot, invocation, console)
    return try printer.print(
      try snapshot.events(question), key: "event"
    ) { event, index in
      EventLines(index: index, width: printer.width).lines(of: event)
    }
  }
}
