import HearsayLedger
import HearsayRecords
import HearsayStories

/// `hearsay events`.
enum EventsCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    let snapshot = try LedgerDoor.snapshot(invocation, console)
    let question = question(invocation)
    let printer = AnswerPrinter(snapshot, invocation, console)
    func mention(_ found: Found<Event>) -> AnswerPrinter.Line {
      AnswerPrinter.Line(found, key: "event") { event, index in
        EventLines(index: index, width: printer.width).lines(of: event)
      }
    }
    func happening(_ found: Found<Happening>) -> AnswerPrinter.Line {
      AnswerPrinter.Line(found, key: "happening") { happening, index in
        HappeningLines(
          index: index, width: printer.width, showsEvidence: invocation.has("evidence")
        ).briefLines(of: happening)
      }
    }
    if invocation.has("mentions") {
      return try printer.printLines { take in
        try snapshot.forEachEvent(question) { try take(mention($0)) }
      }
    }
    // Readings of older versions were not settled into happenings: their mentions stand for them.
    let mentions = try snapshot.events(question, ofUnsettled: true).map(mention)
    guard !mentions.isEmpty else {
      return try printer.printLines { take in
        try snapshot.forEachHappening(question) { try take(happening($0)) }
      }
    }
    let answers = merged(try snapshot.happenings(question).map(happening), mentions)
    return try printer.printLines { take in
      for answer in answers.prefix(question.scope.limit ?? .max) {
        guard try take(answer) else { return }
      }
    }
  }

  /// What the flags ask of events and happenings.
  static func question(_ invocation: Invocation) -> EventQuestion {
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
    return question
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
