import HearsayExchange
import HearsayLedger
import HearsayRecords

/// `hearsay search`.
enum SearchCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    let snapshot = try LedgerDoor.snapshot(invocation, console)
    let words = invocation.operands.joined(separator: " ")
    let hits = try snapshot.search(words, LedgerDoor.scope(invocation))
    let printer = AnswerPrinter(snapshot, invocation, console)
    var isFirst = true
    return try printer.print(hits, json: json) { hit in
      defer { isFirst = false }
      return (isFirst ? [] : [""]) + AnswerPrinter.heading(of: hit.report, width: printer.width)
        + marked(hit.snippet).wrapped(width: printer.width, first: "  ", rest: "  ")
    }
  }

  private static func marked(_ pieces: [SearchHit.Piece]) -> StyledText {
    StyledText(pieces.map { StyledText($0.text.safeLine, $0.isHit ? .hit : .plain) })
  }

  private static func json(of hit: SearchHit) throws -> String {
    let writer = ContractWriter.spanless
    let snippet = hit.snippet.map(\.text).joined()
    let words = hit.snippet.filter(\.isHit).map(\.text)
    return #"{"report":\#(try hit.report.json()),"#
      + #""snippet":\#(try writer.json(snippet)),"hits":\#(try writer.json(words))}"#
  }
}
