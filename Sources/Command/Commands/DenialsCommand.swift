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
    let finder = Answers(try StoryDoor.keeper(snapshot, invocation, console))
    let most = invocation.number("limit") ?? .max
    let printer = AnswerPrinter(snapshot, invocation, console)
    var before: Answer?
    func lines(_ found: Found) -> [StyledText] {
      let answer = found.answer
      defer { before = answer }
      var lines: [StyledText] = []
      let isNewReport = before?.denying.id != answer.denying.id
      if isNewReport {
        if before != nil { lines.append("") }
        lines += AnswerPrinter.heading(of: answer.denying, width: printer.width)
      }
      if isNewReport || before?.denial.id != answer.denial.id {
        lines += ClaimLines(index: found.own, width: printer.width).lines(of: answer.denial)
      }
      return lines + AnswerLines(width: printer.width).denied(answer)
    }
    return try printer.print(
      json: json, lines: lines, { try forEachAnswer(question, finder, snapshot, most, $0) })
  }

  /// A link, with what of the report that denies is needed to show it.
  private struct Found {
    let answer: Answer
    let own: ReadingIndex
  }

  /// Shows the links that are wanted as they are found, at most so many: a large ledger has more than fit into memory.
  private static func forEachAnswer(
    _ question: ClaimQuestion, _ finder: Answers, _ snapshot: Snapshot, _ most: Int,
    _ body: (Found) throws -> Bool
  ) throws {
    var shown = 0
    var seen: Set<String> = []
    /// Shows what a report denies in others, so far as `isWanted` has it.
    func take(_ line: ReportLine, _ isWanted: (Claim) -> Bool) throws -> Bool {
      guard seen.insert(line.id).inserted else { return true }
      guard let given = try finder.given(by: line) else { return true }
      for answer in given.answers where isWanted(answer.denial) {
        guard shown < most else { return false }
        shown += 1
        guard try body(Found(answer: answer, own: given.index)) else { return false }
      }
      return shown < most
    }
    var narrowed = question.scope
    narrowed.asOf = nil
    if question.speaker == nil, question.words == nil, narrowed == Scope() {
      try finder.forEachDenying { try take($0) { question.acts.contains($0.act) } }
    } else {
      var wanted: [String: Set<String>] = [:]
      var lines: [ReportLine] = []
      try snapshot.forEachClaim(question) { found in
        if wanted[found.report.id] == nil { lines.append(found.report) }
        wanted[found.report.id, default: []].insert(found.record.id)
        return true
      }
      for line in lines {
        guard try take(line, { wanted[line.id]?.contains($0.id) ?? false }) else { break }
      }
    }
  }

  /// One link as JSON: both records as the contract has them, each with its report, and what speaks for the link.
  private static func json(_ found: Found) throws -> String {
    let answer = found.answer
    let claim = try ContractWriter(positions: found.own.positions).json(answer.denial)
    let writer = ContractWriter(positions: answer.other.positions)
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
