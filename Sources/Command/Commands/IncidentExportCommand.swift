import FoundationEssentials
import Hearsay
import HearsayExchange
import HearsayIntake
import HearsayLedger
import HearsayRecords

/// `hearsay export` of incidents.
struct IncidentExportCommand {
  private let invocation: Invocation
  private let console: Console
  private let format: IncidentFormat
  private let export: IncidentExport

  init(
    _ format: IncidentFormat, _ snapshot: Snapshot, _ invocation: Invocation, _ console: Console
  ) throws {
    self.format = format
    self.invocation = invocation
    self.console = console
    guard !invocation.has("all-versions") else {
      throw UsageError(
        message:
          "incidents are drawn from the newest versions: --all-versions goes with jsonl, csv and warc",
        command: "export")
    }
    if invocation["per"] == "record", !format.hasRowAnIncident || invocation.has("deleted") {
      throw UsageError(
        message: invocation.has("deleted")
          ? "--deleted tells of incidents, not of records"
          : "--per record goes with a row an incident: \(format.name) is written record by record or report by report",
        command: "export")
    }
    let tables = try ExchangeDoor.tables(console)
    let keeper = try StoryDoor.keeper(snapshot, invocation, console)
    var context = ExportContext(tables: tables)
    context.figure = invocation["figure"].flatMap(TollOfIncident.Choice.init)
    context.takesClaimed = invocation.has("claimed")
    context.takesNonLethal = invocation.has("non-lethal")
    context.writesNumbers = invocation["inter"] == "numbers"
    context.hasExtra = invocation.has("extra")
    context.desk = invocation["desk"]
    export = IncidentExport(
      IncidentSource(snapshot, keeper, tables), try Self.question(snapshot, invocation), context)
  }

  private static func question(
    _ snapshot: Snapshot, _ invocation: Invocation
  ) throws -> IncidentQuestion {
    var question = IncidentQuestion()
    question.records = EventsCommand.question(invocation)
    question.isByRecord = invocation["per"] == "record"
    question.story = try invocation["story"].map {
      try ShowCommand.line($0, invocation, snapshot)
    }
    if let name = invocation["incident"] {
      guard let colon = name.lastIndex(of: ":") else {
        throw UsageError(
          message: "--incident needs a record as REPORT:RECORD, such as 3fa9:h1; not \(name)",
          command: "export")
      }
      let line = try ShowCommand.line(String(name[..<colon]), invocation, snapshot)
      question.story = line
      question.incident = "\(line.id):\(name[name.index(after: colon)...])"
    }
    return question
  }

  /// Writes it to a file or to standard output.
  ///
  /// - Returns: How many rows there were.
  func write(to output: inout ExportOutput) throws -> Int {
    let tally: IncidentExport.Tally
    if invocation.has("deleted") {
      tally = try export.deleted { try output.write($0) }
    } else {
      switch format {
      case .table:
        guard let file = tableFile else { return 0 }
        tally = try export.table(file) { try output.write($0) }
      case .geojson:
        tally = try export.geojson(centroids: invocation.has("centroids")) { try output.write($0) }
      case .lines:
        guard let lines = format.lines else { return 0 }
        tally = try export.lines(lines) { try output.write($0) }
      case .prov:
        tally = try export.provenance(version: Hearsay.Reader.version) { try output.write($0) }
      }
    }
    tell(tally)
    return tally.rows
  }

  /// Writes the table into a folder, with what tells of its columns beside it.
  ///
  /// - Returns: How many rows there were.
  func write(package folder: String) throws -> Int {
    guard let file = tableFile else {
      throw UsageError(message: "--package goes with tables only", command: "export")
    }
    let name = file.format.name + (file.format.style == .commas ? ".csv" : ".tsv")
    let path = "\(folder)/\(name)"
    try FileSystem.makeFolder(ofFile: path)
    var output = try ExportOutput(path, console)
    let tally = try export.table(file) { try output.write($0) }
    try output.finish()
    let bytes = try FileSystem.bytes(of: path)
    let package = DataPackage(
      query: ExportCommand.words(of: invocation), created: Date().ledgerText,
      version: Hearsay.Reader.version
    )
    var description = try ExportOutput("\(folder)/datapackage.json", console)
    try description.write(
      package.json([
        DataPackage.Resource(
          file: name, sha256: SHA256.hex(bytes), bytes: bytes.count, rows: tally.rows, table: file)
      ]))
    try description.finish()
    tell(tally)
    return tally.rows
  }

  private var tableFile: TableFile? {
    guard let table = format.table else { return nil }
    var file = TableFile(table)
    file.csv = invocation.has("spreadsheet") ? .spreadsheet : .exact
    file.hasExtra = invocation.has("extra")
    file.hasTags = table.hasHeader && (table.name == "hxl" || invocation.has("hxl"))
    return file
  }

  private func tell(_ tally: IncidentExport.Tally) {
    guard !invocation.has("quiet"), tally.leftOut > 0 else { return }
    let why =
      format.table?.leftOut ?? format.lines?.leftOut
      ?? "not told as having happened, or of no such type"
    console.tell("\(Counted.words(tally.leftOut, "incident")) left out: \(why)")
  }
}

/// Finds the tables by which other people's files are written.
enum ExchangeDoor {
  static func tables(_ console: Console) throws -> ExchangeTables {
    let folder =
      Resources(environment: console.environment, program: console.program).data + "/exchange"
    func text(_ name: String) throws -> String {
      String(decoding: try FileSystem.bytes(of: "\(folder)/\(name).tsv"), as: UTF8.self)
    }
    return try ExchangeTables(
      countries: try text("countries"), plover: try text("plover"),
      goldstein: try text("goldstein"), terms: try text("terms"), kinds: try text("kinds"))
  }

  /// Reads what rows of others tell in words alone; the model is loaded when the first such words come.
  static func reading(_ console: Console) -> ForeignFile.WordReader {
    var opened: (reader: Hearsay.Reader, workspace: Workspace)?
    var isClosed = false
    return { words, day in
      if opened == nil, !isClosed {
        let resources = Resources(environment: console.environment, program: console.program)
        do {
          let reader = try Hearsay.Reader(resources)
          opened = (reader, reader.makeWorkspace())
        } catch {
          isClosed = true
          console.tell("what rows tell in words alone is not read: \(error)")
        }
      }
      guard let opened else { return nil }
      var request = ReadingRequest(address: "row")
      request.published = day
      request.contentType = "text/plain; charset=utf-8"
      return try? opened.reader.read(Array(words.utf8), request, opened.workspace)
    }
  }
}
