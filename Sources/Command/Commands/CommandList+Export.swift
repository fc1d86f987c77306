import HearsayExchange
import HearsayRecords

// What goes out into the world.
extension CommandList {
  static let export = CommandDefinition(
    name: "export", operands: .none,
    summary: "Write the ledger, or its incidents in the shape of other people's files.",
    details: [
      """
      jsonl writes one report a line, as read --format jsonl prints it. csv writes records of one kind, a header \
      line first; positions count Unicode code points of the report's text; copies are reports with the earlier ones that \
      they are near copies of.
      """,
      """
      warc writes the bytes that reports were read from as a web archive (WARC/1.1), with the day they were seen and the \
      address; read reads it again into the same reports. Of a report only the bytes of its newest version are written, \
      with --all-versions all that were seen.
      """,
      """
      decisions writes everything that people decided and noted, in the order in which they did, as W3C Web Annotations; import \
      makes the same decisions and notes of them in another ledger.
      """,
      """
      The others write incidents: happenings that several reports may tell, each once. An incident is written if some \
      report tells in its own voice that it happened; with --claimed also what is only said, marked so. Who is only blamed is \
      never written as who did it. What differs between sources stands in the columns that the format has for it, else in notes. \
      Documentation/Exchange.md tells of every column where it comes from.
      """,
    ],
    flags: [
      Flag(
        "format", short: "f",
        value: .choice(["jsonl", "csv", "warc", "decisions"] + IncidentFormat.names),
        "What to write; jsonl unless given."),
      Flag("warc", "The same as --format warc."),
      Flag(
        "output", short: "o", value: .path("PATH"),
        "Write to this file, compressed if its name ends in .gz; otherwise to standard output."),
      Flag(
        "records", value: .choice(["reports", "copies"] + RecordKind.allCases.map(\.rawValue)),
        "Which records csv writes; events unless given."),
      Flag(
        "spreadsheet",
        "Put an apostrophe before cells that a spreadsheet would run as a formula."),
    ] + ExportFlags.ofIncidents + SharedFlags.eventParts + [
      Flag(
        "since", value: .date("DATE"),
        "Only reports published, or incidents that may have been, on this date or later."),
      Flag(
        "until", value: .date("DATE"),
        "Only reports published, or incidents that may have been, on this date or earlier."),
    ] + SharedFlags.scopeWithoutDates + [SharedFlags.ledger, SharedFlags.quiet],
    examples: [
      .init(
        line: "hearsay export --format csv --records claims > claims.csv",
        meaning: "all claims as a table"),
      .init(
        line: "hearsay export -f acled --since 2031-03 -o march.csv",
        meaning: "what happened since March, in ACLED's columns"),
      .init(
        line: "hearsay export -f ged --figure lowest --package out",
        meaning: "lethal events in UCDP's columns, with a description of them beside"),
      .init(
        line: "hearsay export --warc --all-versions -o reports.warc.gz",
        meaning: "every page as it was"),
    ],
    run: ExportCommand.run)
}

// What comes in from others who code events.
extension CommandList {
  private static let files = """
    A file is told by its columns: ACLED's event_id_cnty, UCDP GED's dyad_name and best, POLECAT's Event ID and Event Mode, \
    Atlos's description, status and sensitive, or GDELT 2.0's 61 columns between tabs. What is malformed is told with its line and column and left out; the rest is read, and the exit status is 2.
    """

  static let importing = CommandDefinition(
    name: "import",
    operands: .init(
      usage: "FILE…", kind: .paths, count: 1...Int.max,
      missing: "import needs a file of ACLED, UCDP GED, GDELT, POLECAT or Atlos"),
    summary: "Take in what others coded, each row as its maker's word.",
    details: [
      files,
      """
      Each row becomes a report whose only speaker is the maker, with the row's notes and cells as its words; nothing of it is \
      told in the ledger's own voice, and none of it is exported.
      """,
      """
      A file of annotations (W3C Web Annotation, as export writes it, or Hypothesis) becomes notes and decisions of the people who \
      made them, on the records of the words they are about.
      """,
    ],
    flags: [SharedFlags.ledger, SharedFlags.quiet],
    examples: [
      .init(
        line: "hearsay import acled.csv", meaning: "so that stories show what ACLED says beside")
    ],
    run: ImportCommand.run)

  static let compare = CommandDefinition(
    name: "compare",
    operands: .init(
      usage: "FILE", kind: .paths, count: 1...1,
      missing: "compare needs a file of ACLED, UCDP GED, GDELT, POLECAT or Atlos"),
    summary:
      "Hold the ledger's incidents against a file of ACLED, UCDP GED, GDELT, POLECAT or Atlos.",
    details: [
      files,
      """
      Shows what both have and where they differ (fatalities, place, day, actor, recipient, kind), what only the file has, and \
      what only the ledger has of a kind that the maker counts, in the countries and days of the file. The file is not kept.
      """,
    ],
    flags: SharedFlags.events + [SharedFlags.outlet, SharedFlags.asOf] + SharedFlags.answer,
    examples: [
      .init(
        line: "hearsay compare acled.csv",
        meaning: "what ACLED has that was not read, and the other way"),
      .init(
        line: "hearsay compare -f jsonl ged.csv", meaning: "a line for each, for other programs"),
    ],
    run: CompareCommand.run)
}

/// Flags that only exports of incidents have.
enum ExportFlags {
  static let ofIncidents: [Flag] = [
    Flag("story", value: .words("REPORT"), "Only incidents of the story that this report is in."),
    Flag(
      "incident", value: .words("REPORT:RECORD"), "Only the incident that this record tells of."),
    Flag(
      "per", value: .choice(["incident", "record"]),
      "What a row of a table, a feature or a line of plover is: an incident, joined over reports (the default), or each record that tells one, by itself."
    ),
    Flag("claimed", "Write what is only said to have happened, too."),
    Flag(
      "figure", value: .choice(TollOfIncident.Choice.allCases.map(\.rawValue)),
      "Which number of several fills a column for one: the lowest, the latest, or what most sources say; as the format has it unless given."
    ),
    Flag("extra", "Add what only the ledger knows, in columns after the last."),
    Flag("hxl", "Add a row of HXL tags below the header."),
    Flag(
      "inter", value: .choice(["words", "numbers"]),
      "How acled writes the kinds of actors: in words, or by number as older files have them; words unless given."
    ),
    Flag("non-lethal", "Write events without dead, too, in ged."),
    Flag("centroids", "Give incidents of which only the country is known a point, in geojson."),
    Flag("desk", value: .words("ADDRESS"), "Link to the desk at this address, with --extra."),
    Flag("deleted", "Write the numbers that no longer stand alone, with what holds them now."),
    Flag(
      "package", value: .path("FOLDER"),
      "Write the table into this folder, with datapackage.json beside it."),
  ]

  /// Refuses flags that say nothing of what is written.
  static func check(_ invocation: Invocation, isIncidents: Bool) throws(UsageError) {
    if !isIncidents {
      let strangers = (ofIncidents + SharedFlags.eventParts).filter { invocation.has($0.name) }
      if let flag = strangers.first {
        throw UsageError(
          message:
            "--\(flag.name) is about incidents, and goes with --format \(IncidentFormat.names.joined(separator: ", "))",
          command: "export")
      }
    }
    guard !(invocation.has("package") && invocation.has("output")) else {
      throw UsageError(message: "--package and --output exclude each other", command: "export")
    }
  }
}
