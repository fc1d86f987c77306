import HearsayExchange
import HearsayLedger
import HearsayRecords

/// `hearsay copies`.
enum CopiesCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    let snapshot = try LedgerDoor.snapshot(invocation, console)
    let line = try ShowCommand.line(invocation.operands[0], invocation, snapshot)
    let copies = try snapshot.nearCopies(of: line, LedgerDoor.scope(invocation))
    let printer = AnswerPrinter(snapshot, invocation, console)
    return try printer.print(copies, json: json) { copy in
      let address = StyledText(copy.report.address.safeLine, .faint)
      return ListCommand.lines(of: copy.report, width: printer.width)
        + address.wrapped(width: printer.width, first: "    ", rest: "      ") + [
          StyledText("    has \(StoredNote.percent(copy.shared)) of its words", .faint)
        ]
    }
  }

  private static func json(of copy: NearCopy) throws -> String {
    let writer = ContractWriter.spanless
    return #"{"report":\#(try copy.report.json()),"#
      + #""shared":\#(try writer.json(copy.shared)),"likeness":\#(try writer.json(copy.likeness))}"#
  }
}
