import HearsayExchange
import HearsayLedger
import HearsayRecords

/// `hearsay export`.
enum ExportCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    let isCSV = invocation["format"] == "csv"
    guard isCSV || !(invocation.has("records") || invocation.has("spreadsheet")) else {
      throw UsageError(
        message: "--records and --spreadsheet go with --format csv", command: "export")
    }
    let snapshot = try LedgerDoor.snapshot(invocation, console)
    let export = Export(snapshot, LedgerDoor.scope(invocation))
    var pending = ""
    func write(_ text: String) throws {
      pending += text
      guard pending.utf8.count >= 1 << 16 else { return }
      try console.print(pending)
      pending = ""
      if console.isClosed { throw ClosedOutput() }
    }
    let style = invocation.has("spreadsheet") ? CSVStyle.spreadsheet : .exact
    let kind = RecordKind(rawValue: invocation["records"] ?? "events")
    do {
      let count: Int
      if !isCSV {
        count = try export.jsonLines(write)
      } else if let kind {
        count = try export.csv(kind, style, write)
      } else {
        count = try export.csvOfReports(style, write)
      }
      try console.print(pending)
      return count == 0 ? .nothingFound : .done
    } catch is ClosedOutput {
      return .done
    }
  }

  private struct ClosedOutput: Error {}
}
