import HearsayText

/// The columns of a table that hold reports and what is told of them, by their names or numbers (from 1).
package struct TableColumns: Hashable, Sendable {
  package var text: String
  package var title: String?
  package var date: String?
  package var address: String?
  package var outlet: String?
  package var byline: String?

  package init(text: String) { self.text = text }
}

/// Reads the reports in a column of a table (CSV, tab-separated), a row at a time.
final class TableReader: PlacedReader {
  var tally = ArchiveTally()
  let bytes: PlacedBytes
  private let separator: UInt8
  private let places: Places

  /// Where in a row each part stands.
  private struct Places {
    let text: Int
    let title: Int?
    let date: Int?
    let address: Int?
    let outlet: Int?
    let byline: Int?
  }

  /// - Throws: ``ArchiveError`` if it is no table, or has no such column.
  init(_ bytes: PlacedBytes, _ columns: TableColumns) throws(ArchiveError) {
    self.bytes = bytes
    if bytes.reader.comes([0xEF, 0xBB, 0xBF]) { bytes.reader.skip(3) }
    let head = bytes.reader.peek(TableText.head)
    let table = TableText(head[...])
    // A table of one column is as good as any if somebody says that it is one.
    let separator = table?.separator ?? UInt8(ascii: ",")
    self.separator = separator
    guard let row = TableRow(head[...], separator, isEnd: true) else {
      throw ArchiveError(.notAnArchive, "no table")
    }
    let names = row.cells.map { TableRow.text($0) }
    func place(_ column: String?) throws(ArchiveError) -> Int? {
      guard let column else { return nil }
      let wanted = column.lowercased()
      if let index = names.firstIndex(where: { $0.lowercased() == wanted }) { return index }
      if let number = Int(column), (1...names.count).contains(number) { return number - 1 }
      throw ArchiveError(
        .notAnArchive,
        "no column \(column); there are: \(names.prefix(40).joined(separator: ", "))")
    }
    guard let text = try place(columns.text) else {
      throw ArchiveError(.notAnArchive, "no column \(columns.text)")
    }
    places = Places(
      text: text, title: try place(columns.title), date: try place(columns.date),
      address: try place(columns.address), outlet: try place(columns.outlet),
      byline: try place(columns.byline))
    // A column that is told by its name means that the first row holds names; an address is no name.
    let holdsAddress =
      places.text < names.count
      && ["http://", "https://"].contains {
        names[places.text].lowercased().hasPrefix($0)
      }
    let isNamed = Int(columns.text) == nil || (table?.isNamed ?? true) && !holdsAddress
    if isNamed { bytes.reader.skip(row.length) }
  }

  func next() throws(ArchiveError) -> ArchivedPage? {
    while true {
      let place = bytes.place
      guard let cells = try cells() else { return nil }
      guard cells.indices.contains(places.text) else {
        tally.damaged += 1
        continue
      }
      guard let page = page(cells, place) else {
        tally.withoutText += 1
        continue
      }
      tally.pages += 1
      return page
    }
  }

  private func page(_ cells: [String], _ place: ArchivePlace) -> ArchivedPage? {
    func cell(_ index: Int?) -> String? {
      guard let index, cells.indices.contains(index) else { return nil }
      return cells[index].contains { !$0.isWhitespace } ? cells[index] : nil
    }
    guard let text = cell(places.text) else { return nil }
    let title = cell(places.title).map(MarkupText.line)
    let body = MarkupText.paragraphs(text)
    let whole = title.map { body.hasPrefix($0) ? body : $0 + "\n\n" + body } ?? body
    var page = ArchivedPage(place: place, bytes: Array(whole.utf8))
    page.contentType = "text/plain; charset=utf-8"
    page.title = title
    page.published = cell(places.date).flatMap(StatedDate.iso)
    page.address = cell(places.address)
    page.outlet = cell(places.outlet)
    page.byline = cell(places.byline)
    return page
  }

  /// The cells of the next row that is not empty; `nil` at the end.
  private func cells() throws(ArchiveError) -> [String]? {
    var wanted = 1 << 14
    while true {
      let got = reader.fill(wanted)
      guard got > 0 else {
        guard let problem = reader.problem else { return nil }
        guard problem.code == .damaged else { throw problem }
        tally.damaged += 1
        tally.cutShort = 1
        return nil
      }
      let separator = separator
      let isEnd = got < wanted
      let row = reader.look(got) { bytes in
        TableRow(bytes, separator, isEnd: isEnd).map { row in
          (row.length, row.isBlank ? [] : row.cells.map { TableRow.text($0) })
        }
      }
      if let row {
        reader.skip(row.0)
        if !row.1.isEmpty { return row.1 }
      } else if got >= ArchiveFile.largestEntry {
        // A quotation mark that is never closed takes in all that follows.
        tally.tooLarge += 1
        reader.skip(reader.find([0x0A], within: got).map { $0 + 1 } ?? got)
      } else {
        wanted = min(wanted * 4, ArchiveFile.largestEntry)
      }
    }
  }
}
