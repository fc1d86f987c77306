import HearsayExchange
import HearsayLedger
import HearsayRecords

/// Prints readings one after the other in the form that was asked for.
final class ReadingPrinter {
  private let console: Console
  private let format: String
  private let colors: Bool
  private let isQuiet: Bool
  private let isOne: Bool
  private let showsEvidence: Bool
  private let hasBands: Bool
  private var count = 0

  /// A printer; `isOne` says that only one reading can come, so that JSON needs no array.
  init(_ invocation: Invocation, _ console: Console, isOne: Bool) {
    self.console = console
    self.isOne = isOne
    format = invocation["format"] ?? "text"
    colors = console.usesColors(invocation)
    isQuiet = invocation.has("quiet")
    showsEvidence = invocation.has("evidence")
    hasBands = invocation.has("with-bands")
  }

  func begin() throws {
    if format == "json", !isOne { try console.print("[") }
  }

  /// Prints a reading; `delivered` says what tells its near copies.
  func print(_ reading: Reading, note: String?, delivered: Delivered? = nil) throws {
    switch format {
    case "json":
      let separator = isOne ? "" : count == 0 ? "\n" : ",\n"
      try console.print(separator + (try json(of: reading, pretty: true)) + (isOne ? "\n" : ""))
    case "jsonl":
      var line = try json(of: reading)
      if hasBands, let delivered {
        let linking = try ContractWriter.spanless.json(LinkingKey(delivered))
        line.removeLast()
        line += ",\"linking\":\(linking)}"
      }
      try console.print(line + "\n")
    default:
      guard !isQuiet else { break }
      let page =
        reading.happenings.isEmpty
        ? ReportPage(reading, width: console.width, note: note).lines()
        : DossierPage(
          reading, width: console.width, note: note, showsEvidence: showsEvidence
        ).lines()
      try console.print((count == 0 ? [] : [""]) + page, colors: colors)
    }
    count += 1
  }

  func end() throws {
    if format == "json", !isOne { try console.print(count == 0 ? "]\n" : "\n]\n") }
  }
}
