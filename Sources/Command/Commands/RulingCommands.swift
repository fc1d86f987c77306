import FoundationEssentials
import HearsayLedger
import HearsayRecords
import HearsayStories

/// A happening of a report, as command lines name it: `REPORT:RECORD`.
struct NamedHappening {
  let line: ReportLine
  let reading: Reading
  let happening: Happening

  /// `report:record`.
  var id: String { "\(line.id):\(happening.id)" }

  /// - Throws: ``UsageError`` if the name is none, ``LedgerError`` if the ledger has no such record.
  init(
    _ name: String, _ invocation: Invocation, _ snapshot: Snapshot, command: String
  ) throws {
    guard let named = RecordName(name) else {
      throw UsageError(
        message: "\(command) needs a record as REPORT:RECORD, such as 3fa9:h1; not \(name)",
        command: command)
    }
    line = try ShowCommand.line(named.report, invocation, snapshot)
    reading = try snapshot.reading(of: line)
    guard let found = reading.happening(told: named.record) else {
      throw LedgerError(.noReport, "report \(line.id) has no happening \(named.record)")
    }
    happening = found
  }

  /// What a decision about it is kept with.
  var target: Decision.Target {
    Decision.Target(report: line.key, kind: .happenings, record: happening.id)
  }
}

/// `hearsay same` and `hearsay not-same`.
enum RulingCommands {
  static func same(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    invocation.operands.isEmpty
      ? try waiting(invocation, console) : try decide(.same, invocation, console)
  }

  static func notSame(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    try decide(.notSame, invocation, console)
  }

  private static func decide(
    _ verdict: Decision.Verdict, _ invocation: Invocation, _ console: Console
  ) throws -> Outcome {
    let command = verdict.rawValue
    guard invocation.operands.count == 2 else {
      throw UsageError(
        message: "\(command) needs two records, such as 3fa9:h1 77c0:h2", command: command)
    }
    let snapshot = try LedgerDoor.snapshot(invocation, console)
    let named = try invocation.operands.map {
      try NamedHappening($0, invocation, snapshot, command: command)
    }
    guard named[0].id != named[1].id else {
      throw UsageError(message: "\(named[0].id) is one record, given twice", command: command)
    }
    let book = try DecisionBook(path: snapshot.path)
    let made = Date().ledgerText
    let person = LedgerDoor.person(invocation, console)
    func decision(_ verdict: Decision.Verdict, undoes: Int? = nil) throws -> Decision {
      let positions = PositionMap(named[0].reading.report.text)
      return Decision(
        made: made, person: person, verdict: verdict, target: named[0].target,
        other: named[1].target,
        seen: try ContractWriter(positions: positions).json(named[0].happening),
        reason: invocation["because"] ?? "", undoes: undoes)
    }
    guard invocation.has("undo") else {
      let number = try book.keep(try decision(verdict))
      if !invocation.has("quiet") {
        console.tell(
          "kept as decision \(number): \(named[0].id) and \(named[1].id) are "
            + (verdict == .same ? "one" : "not one"))
      }
      return .done
    }
    let ids = Set(named.map(\.id))
    let held = try Verdicts(snapshot).rulings.filter {
      $0.decision.verdict == verdict && Set([$0.one, $0.other]) == ids
    }
    for ruling in held { _ = try book.keep(try decision(.undo, undoes: ruling.decision.number)) }
    if !invocation.has("quiet") {
      let numbers = held.map { "\($0.decision.number)" }.joined(separator: ", ")
      console.tell(held.isEmpty ? "nobody decided that" : "taken back: decision \(numbers)")
    }
    return held.isEmpty ? .nothingFound : .done
  }

  /// The pairs that may be one and about which nobody decided.
  private static func waiting(_ invocation: Invocation, _ console: Console) throws -> Outcome {
    let snapshot = try LedgerDoor.snapshot(invocation, console)
    let keeper = try StoryDoor.keeper(snapshot, invocation, console)
    // What is hardest to tell comes first: there a person's word is worth most.
    let pairs = try keeper.unsure(limit: Wanted.most(invocation, orElse: 20)).map(Pair.init)
    let printer = AnswerPrinter(snapshot, invocation, console)
    return try printer.print(
      pairs,
      json: {
        #"{"story":"\#($0.open.story.report)","link":\#(try ContractWriter.spanless.json($0.open.link))}"#
      },
      lines: { $0.lines(width: printer.width) })
  }

  /// Two records of a story that may be one.
  private struct Pair {
    let open: OpenPair

    func lines(width: Int) -> [StyledText] {
      let link = open.link
      var head = StyledText("\(link.from) ", .speaker)
      head.append("\(label(link.from))  ")
      head.append("and ", .faint)
      head.append("\(link.to) ", .speaker)
      head.append(label(link.to))
      let share = Int((link.score * 100).rounded())
      let why = StyledText(
        "  \(share) of 100; \(link.words.replacing("linked because", with: "for it:"))", .faint)
      return head.wrapped(width: width, rest: "  ") + why.wrapped(width: width, rest: "  ")
    }

    private func label(_ record: String) -> String {
      open.story.incidents.first { $0.records.contains(record) }?.label.safeLine ?? ""
    }
  }
}
