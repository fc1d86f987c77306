import HearsayRecords

/// Writes incidents as a table, line by line.
package struct TableFile: Sendable {
  /// How cells that a spreadsheet would run are written.
  package var csv = CSVStyle.exact
  /// Whether what only the ledger knows follows after the last column.
  package var hasExtra = false
  /// Whether the tags that aid workers' tools know columns by stand below the header.
  package var hasTags = false
  package let format: TableFormat

  package init(_ format: TableFormat) { self.format = format }

  package var columns: [ExportColumn] { format.columns + (hasExtra ? ExtraColumns.all : []) }

  /// The lines above the first row.
  package var head: String {
    var head = ""
    if format.hasHeader { head += line(columns.map { .text($0.name) }) }
    if hasTags { head += line(columns.map { Cell($0.tag ?? "") }) }
    return head
  }

  /// A row with its line end.
  package func line(_ row: ExportRow) -> String { line(columns.map { $0.value(row) }) }

  private func line(_ cells: [Cell]) -> String {
    switch format.style {
    case .commas: csv.line(cells.map(\.words))
    case .tabs(let absent):
      cells.map { cell in
        cell == .absent ? absent : cell.words.replacing("\t", with: " ")
      }.joined(separator: "\t") + "\n"
    }
  }
}
