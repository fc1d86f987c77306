import HearsayRecords

/// A file of ACLED, UCDP GED, GDELT 2.0 or POLECAT, told apart by its first line.
package struct ForeignFile: Sendable {
  package let maker: ForeignRow.Maker
  package private(set) var rows: [ForeignRow] = []
  /// Rows that are none, with their places; they are left out.
  package private(set) var flaws: [ForeignFlaw] = []
  /// Rows of a kind that the ledger has no type for.
  package private(set) var passedOver = 0

  /// Reads all rows.
  ///
  /// - Throws: ``ForeignFlaw`` if it is no such file.
  package init(_ bytes: [UInt8], _ tables: ExchangeTables) throws(ForeignFlaw) {
    let first = bytes.prefix { $0 != 0x0A }
    let isTabbed = first.count { $0 == 0x09 } > first.count { $0 == 0x2C }
    var reader = CSVReader(bytes, separator: isTabbed ? "\t" : ",")
    var names: [String]
    var pending: CSVReader.Row?
    let head: CSVReader.Row?
    do {
      head = try reader.next()
    } catch {
      throw ForeignFlaw(line: error.line, column: error.column, name: nil, words: error.words)
    }
    guard let head else {
      throw ForeignFlaw(line: 1, column: 0, name: nil, words: "the file is empty")
    }
    names = head.cells.map { $0.trimmed }
    if names.contains("event_id_cnty") {
      maker = .acled
    } else if names.contains("dyad_name"), names.contains("best") {
      maker = .ged
    } else if names.contains("Event ID"), names.contains("Event Mode") {
      maker = .polecat
    } else if isTabbed, names.count == TableFormat.gdeltEvents.columns.count {
      maker = .gdelt
      // The file has no header, unless somebody added one.
      if names.first != "GLOBALEVENTID" { pending = head }
      names = TableFormat.gdeltEvents.columns.map(\.name)
    } else {
      throw ForeignFlaw(
        line: 1, column: 0, name: nil,
        words:
          "no file of ACLED (a column event_id_cnty), UCDP GED (dyad_name and best), POLECAT (Event ID and Event Mode) or GDELT (\(TableFormat.gdeltEvents.columns.count) columns between tabs)"
      )
    }
    let coder = ForeignCoder(maker, names, tables)
    if let missing = coder.missing {
      throw ForeignFlaw(line: 1, column: 0, name: nil, words: "no column is named \(missing)")
    }
    while true {
      do {
        guard let row = try pending ?? reader.next() else { break }
        pending = nil
        // Where parts of a file were put behind each other, each has its header.
        if row.cells.map(\.trimmed) == names { continue }
        guard let coded = try coder.row(row) else {
          passedOver += 1
          continue
        }
        rows.append(coded)
      } catch let flaw as ForeignFlaw {
        flaws.append(flaw)
      } catch let flaw as CSVReader.Flaw {
        // What follows a broken quotation cannot be told apart any more.
        flaws.append(
          ForeignFlaw(line: flaw.line, column: flaw.column, name: nil, words: flaw.words))
        break
      } catch {
        break
      }
    }
  }
}

extension String {
  /// Without white space at its ends.
  var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text)
  }
}
