import HearsayLedger
import HearsayRecords
import HearsayStories

extension TableFormat {
  /// The 16 columns of GDELT 2.0's table of mentions: a row a record.
  package static let gdeltMentions = TableFormat(
    name: "gdelt-mentions",
    title: "records of incidents in the shape of GDELT 2.0's table of mentions",
    style: .tabs(absent: ""), hasHeader: false, columns: GDELTMentions.columns,
    leftOut: "no CAMEO code",
    rows: { incident, context in
      guard !GDELTEvents.rows(incident, context).isEmpty else { return [] }
      return incident.tellings.indices.map {
        ExportRow(incident, context, telling: $0)
      }
    })
}

/// The columns of ``TableFormat/gdeltMentions``.
private enum GDELTMentions {
  static let columns: [ExportColumn] = [
    ExportColumn("GLOBALEVENTID", .integer, "the incident's number") { Cell($0.incident.number) },
    ExportColumn(
      "EventTimeDate", .integer, "when the ledger first saw a report of it, `YYYYMMDDHHMMSS` in UTC"
    ) {
      Cell(GDELTTime.number($0.incident.added))
    },
    ExportColumn("MentionTimeDate", .integer, "when the report was published, else first seen") {
      row in
      Cell(GDELTTime.number(row.record.line.report.published ?? row.record.line.firstSeen))
    },
    ExportColumn("MentionType", .code, "1, the web; 6, another document, for files") { row in
      .integer(host(row) == nil ? 6 : 1)
    },
    ExportColumn("MentionSourceName", "the host of the address, else the outlet") { row in
      Cell(host(row) ?? row.record.outlet)
    },
    ExportColumn("MentionIdentifier", "the report's address") { row in
      Cell(row.record.line.report.url ?? row.record.line.address)
    },
    ExportColumn(
      "SentenceID", .integer, "which sentence tells it, from 1, counted by full stops and line ends"
    ) { row in
      Cell(row.record.trigger.map { sentence(of: $0, row.record.index.positions) })
    },
    ExportColumn(
      "Actor1CharOffset", .integer,
      "where the first of `actors` stands in `text`, in code points; −1 if nowhere"
    ) {
      offset($0, $0.record.happening.actors.first?.span)
    },
    ExportColumn("Actor2CharOffset", .integer, "the first of `recipients`") {
      offset($0, $0.record.happening.recipients.first?.span)
    },
    ExportColumn("ActionCharOffset", .integer, "the word that tells it") {
      offset($0, $0.record.trigger)
    },
    ExportColumn("InRawText", .code, "1: words are read as they stand") { _ in .integer(1) },
    ExportColumn("Confidence", .integer, "`confidence` in steps of ten, 10 to 100") { row in
      .integer(min(100, max(10, Int((row.record.happening.confidence * 10).rounded()) * 10)))
    },
    ExportColumn("MentionDocLen", .integer, "length of `text` in code points") { row in
      let positions = row.record.index.positions
      return .integer(positions.scalarOffset(ofUTF8: positions.utf8.count))
    },
    .empty("MentionDocTone", .number, "Hearsay does not score tone"),
    .empty("MentionDocTranslationInfo", "nothing is translated"),
    ExportColumn(
      "Extras", "`saidBy=…;status=…;start-end`: who says it, how it stands, where its words are"
    ) { row in
      let record = row.record
      let said =
        record.happening.statuses.first?.saidBy.map { record.index.voiceName(of: $0) } ?? ""
      let words = record.trigger.map { span in
        let positions = record.index.positions
        return
          ";\(positions.scalarOffset(ofUTF8: span.start))-\(positions.scalarOffset(ofUTF8: span.end))"
      }
      return Cell(
        "saidBy=\(said.replacing(";", with: ","));status=\(record.happening.status.rawValue)\(words ?? "")"
      )
    },
  ]

  private static func host(_ row: ExportRow) -> String? {
    guard let url = row.record.line.report.url, WebAddress(url).isWeb else { return nil }
    return url.split(separator: "/").dropFirst().first.map(String.init)
  }

  private static func offset(_ row: ExportRow, _ span: TextSpan?) -> Cell {
    .integer(span.map { row.record.index.positions.scalarOffset(ofUTF8: $0.start) } ?? -1)
  }

  private static func sentence(of span: TextSpan, _ positions: PositionMap) -> Int {
    let bytes = positions.utf8[..<min(span.start, positions.utf8.count)]
    var count = 1
    var ended = false
    var hasWords = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\n"):
        if hasWords { count += 1 }
        (ended, hasWords) = (false, false)
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): ended = true
      case UInt8(ascii: " "):
        if ended, hasWords { count += 1 }
        if ended { hasWords = false }
        ended = false
      case UInt8(ascii: "\""), 0x80...: hasWords = true
      default: (ended, hasWords) = (false, true)
      }
    }
    return count
  }
}
