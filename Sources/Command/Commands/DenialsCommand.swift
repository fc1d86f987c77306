import HearsayExchange
import HearsayLedger
import HearsayRecords
import HearsayStories

/// `hearsay denials`.
enum DenialsCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    let snapshot = try LedgerDoor.snapshot(invocation, console)
    var question = ClaimQuestion()
    question.speaker = invocation["speaker"]
    question.words = invocation["words"]
    question.acts = [.deny, .disavow]
    question.scope = LedgerDoor.scope(invocation)
    question.scope.limit = nil
    let found = try snapshot.claims(question)
    let wanted = Dictionary(grouping: found, by: \.report.id)
    let finder = Answers(snapshot: snapshot, asOf: question.scope.asOf)
    var answers: [Answer] = []
    var seen: Set<String> = []
    let most = invocation.number("limit") ?? .max
    for claim in found where seen.insert(claim.report.id).inserted && answers.count < most {
      let ids = Set((wanted[claim.report.id] ?? []).map(\.record.id))
      let reading = try snapshot.reading(of: claim.report)
      answers += try finder.given(by: claim.report, reading).filter { ids.contains($0.denial.id) }
    }
    answers = Array(answers.prefix(most))
    let printer = AnswerPrinter(snapshot, invocation, console)
    var before: Answer?
    func lines(_ answer: Answer) -> [StyledText] {
      defer { before = answer }
      var lines: [StyledText] = []
      let isNewReport = before?.denying.id != answer.denying.id
      if isNewReport {
        if before != nil { lines.append("") }
        lines += AnswerPrinter.heading(of: answer.denying, width: printer.width)
      }
      if isNewReport || before?.denial.id != answer.denial.id,
        let reading = try? snapshot.reading(of: answer.denying)
      {
        lines += ClaimLines(index: ReadingIndex(reading), width: printer.width)
          .lines(of: answer.denial)
      }
      return lines + AnswerLines(width: printer.width).denied(answer)
    }
    return try printer.print(answers, json: { try json($0, snapshot) }, lines: lines)
  }

  /// One link as JSON: both records as the contract has them, each with its report, and what speaks for the link.
  private static func json(_ answer: Answer, _ snapshot: Snapshot) throws -> String {
    let denying = try snapshot.reading(of: answer.denying)
    let claim = try ContractWriter(positions: PositionMap(denying.report.text)).json(answer.denial)
    let writer = ContractWriter(positions: PositionMap(answer.other.reading.report.text))
    let told =
      switch answer.told {
      case .event(let event): #""event":\#(try writer.json(event))"#
      case .claim(let claim): #""claim":\#(try writer.json(claim))"#
      }
    let reasons = answer.reasons.map { "\"\($0.rawValue)\"" }.joined(separator: ",")
    return """
      {"denial":{"report":\(try answer.denying.json()),"claim":\(claim)},\
      "denied":{"report":\(try answer.telling.json()),\(told)},\
      "by":[\(reasons)]}
      """
  }
}
