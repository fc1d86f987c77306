import FoundationEssentials
import Hearsay
import HearsayExchange
import HearsayLedger
import HearsayRecords

/// `hearsay export`.
enum ExportCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    let format = invocation.has("warc") ? "warc" : invocation["format"] ?? "jsonl"
    let incidents = IncidentFormat(format)
    guard format == "csv" || !invocation.has("records") else {
      throw UsageError(message: "--records goes with --format csv", command: "export")
    }
    guard format == "csv" || incidents?.table?.style == .commas || !invocation.has("spreadsheet")
    else {
      throw UsageError(
        message: "--spreadsheet goes with csv, acled, ged and hxl", command: "export")
    }
    try ExportFlags.check(invocation, isIncidents: incidents != nil)
    guard !invocation.has("warc") || invocation["format"] ?? "warc" == "warc" else {
      throw UsageError(message: "--warc is --format warc", command: "export")
    }
    let snapshot = try LedgerDoor.snapshot(invocation, console)
    if let incidents {
      return try export(incidents, from: snapshot, invocation, console)
    }
    var output = try ExportOutput(invocation["output"], console)
    do {
      let count =
        switch format {
        case "warc": try archive(from: snapshot, invocation, console, to: output)
        case "decisions":
          try DecisionLines(snapshot, asOf: invocation.moment("as-of")).lines {
            try output.write($0)
          }
        default: try tables(from: snapshot, invocation, isCSV: format == "csv", to: &output)
        }
      try output.finish()
      log(format, count, to: invocation["output"], snapshot, invocation, console)
      return count == 0 ? .nothingFound : .done
    } catch is ExportOutput.Closed {
      return .done
    }
  }

  /// What was asked, without where files are.
  static func words(of invocation: Invocation) -> String {
    invocation.values.filter { !["ledger", "output", "package", "quiet"].contains($0.key) }
      .sorted { $0.key < $1.key }.map { flag in
        let values = flag.value.filter { !$0.isEmpty }.joined(separator: ",")
        return "--\(flag.key)" + (values.isEmpty ? "" : " \(values)")
      }.joined(separator: " ")
  }

  /// Notes beside the ledger that so much of it was written somewhere.
  private static func log(
    _ format: String, _ rows: Int, to file: String?, _ snapshot: Snapshot, _ invocation: Invocation,
    _ console: Console
  ) {
    let log = ExportLog(besideLedger: snapshot.path)
    let isNoted = log.add(
      ExportLog.Entry(
        at: Date().ledgerText, by: LedgerDoor.person(invocation, console), format: format,
        query: words(of: invocation), file: file, rows: rows,
        version: Hearsay.Reader.version))
    if !isNoted, !invocation.has("quiet") {
      console.tell("not noted in \(log.path), which cannot be written")
    }
  }

  private static func export(
    _ format: IncidentFormat, from snapshot: Snapshot, _ invocation: Invocation, _ console: Console
  ) throws -> Outcome {
    let command = try IncidentExportCommand(format, snapshot, invocation, console)
    if let folder = invocation["package"] {
      let count = try command.write(package: folder)
      log(format.name, count, to: folder, snapshot, invocation, console)
      return count == 0 ? .nothingFound : .done
    }
    var output = try ExportOutput(invocation["output"], console)
    do {
      let count = try command.write(to: &output)
      try output.finish()
      log(format.name, count, to: invocation["output"], snapshot, invocation, console)
      return count == 0 ? .nothingFound : .done
    } catch is ExportOutput.Closed {
      return .done
    }
  }

  private static func tables(
    from snapshot: Snapshot, _ invocation: Invocation, isCSV: Bool, to output: inout ExportOutput
  ) throws -> Int {
    let export = Export(snapshot, LedgerDoor.scope(invocation))
    guard isCSV else { return try export.jsonLines { try output.write($0) } }
    let style = invocation.has("spreadsheet") ? CSVStyle.spreadsheet : .exact
    switch invocation["records"] ?? "events" {
    case "reports": return try export.csvOfReports(style) { try output.write($0) }
    case "copies": return try export.csvOfCopies(style) { try output.write($0) }
    case let name:
      guard let kind = RecordKind(rawValue: name) else {
        preconditionFailure("the parser let \(name) through")
      }
      return try export.csv(kind, style) { try output.write($0) }
    }
  }

  private static func archive(
    from snapshot: Snapshot, _ invocation: Invocation, _ console: Console,
    to output: borrowing ExportOutput
  ) throws -> Int {
    let export = WARCExport(
      snapshot, Archive(besideLedger: snapshot.path), LedgerDoor.scope(invocation),
      compresses: output.compresses)
    let tally = try export.write(software: "Hearsay/\(Hearsay.Reader.version)", now: Date()) {
      try output.write($0)
    }
    if tally.missing > 0 {
      console.tell(
        "\(Counted.words(tally.missing, "report")) without original bytes: "
          + "read with --no-archive, or before there was an archive")
    }
    return tally.records
  }
}
