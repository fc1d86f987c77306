import HearsayIntake
import HearsayLedger
import HearsayRecords
import HearsayStories

/// `hearsay show`.
enum ShowCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    let snapshot = try LedgerDoor.snapshot(invocation, console)
    let line = try line(invocation.operands[0], invocation, snapshot)
    let reading = try snapshot.reviewed(line, asOf: invocation.moment("as-of"))
    if invocation.has("text") {
      try console.print(numbered(reading.report.text), colors: console.usesColors(invocation))
      return .done
    }
    var note = "report \(line.id), first seen \(line.firstSeen)"
    if line.version > 1 { note += ", version \(line.version)" }
    if let original = try snapshot.original(of: line, asOf: invocation.moment("as-of")) {
      note +=
        ", "
        + StoredNote.nearCopy(
          of: original.report.id, outlet: original.report.report.outlet, shared: original.shared)
    }
    try ReadingPrinter(invocation, console, isOne: true).print(reading, note: note)
    try OtherReports(snapshot, invocation, console).print(line, reading)
    return .done
  }

  /// The report of an address or path, else of the beginning of an id.
  static func line(
    _ name: String, _ invocation: Invocation, _ snapshot: Snapshot
  ) throws -> ReportLine {
    for address in [name, FileSystem.absolute(name)] {
      if let newest = try snapshot.versions(of: address).last { return newest }
    }
    if InputList.isAddress(name) || name.contains("/") {
      throw InputError(
        name: name,
        reason: InputList.isAddress(name)
          ? "no report at this address in the ledger" : "no report of this path in the ledger")
    }
    return try snapshot.report(name, asOf: invocation.moment("as-of"))
  }

  /// The text with its line numbers.
  static func numbered(_ text: String) -> [StyledText] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let column = String(lines.count).count
    return lines.enumerated().map { offset, line in
      let number = String(offset + 1)
      var numbered = StyledText(
        String(repeating: " ", count: column - number.count) + number + "  ", .faint)
      numbered.append(String(line).safeLine)
      return numbered
    }
  }
}
