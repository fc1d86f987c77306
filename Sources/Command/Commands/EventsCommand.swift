import HearsayLedger
import HearsayRecords
import HearsayStories

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
    let mention: (Event, ReadingIndex) -> [StyledText] = { event, index in
      EventLines(index: index, width: printer.width).lines(of: event)
    }
    if invocation.has("mentions") {
      return try printer.print(
        try snapshot.events(question), key: "event", lines: mention)
    }
    let happenings = try snapshot.happenings(question).map { found in
      AnswerPrinter.Line(found, key: "happening") { happening, index in
        HappeningLines(
          index: index, width: printer.width, showsEvidence: invocation.has("evidence")
        ).briefLines(of: happening)
      }
    }
    // Readings of older versions were not settled into happenings: their mentions stand for them.
    let mentions = try snapshot.events(question, ofUnsettled: true).map { found in
      AnswerPrinter.Line(found, key: "event", lines: mention)
    }
    let answers = merged(happenings, mentions).prefix(question.scope.limit ?? .max)
    return try printer.print(Array(answers))
  }

  /// Both in the order of publication.
  private static func merged(
    _ happenings: [AnswerPrinter.Line], _ mentions: [AnswerPrinter.Line]
  ) -> [AnswerPrinter.Line] {
    func moment(_ line: AnswerPrinter.Line) -> Double {
      let date = line.report.report.published ?? line.report.firstSeen
      return Moment(date)?.first ?? 0
    }
    var merged: [AnswerPrinter.Line] = []
    var left = mentions[...]
    for happening in happenings {
      while let next = left.first, moment(next) < moment(happening),
        merged.last?.report.id != happening.report.id
      {
        // All of one report together.
        let report = left.prefix { $0.report.id == next.report.id }
        merged += report
        left = left.dropFirst(report.count)
      }
      merged.append(happening)
    }
    return merged + left
  }
}
