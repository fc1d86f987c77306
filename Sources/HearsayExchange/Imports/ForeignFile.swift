package import HearsayRecords

/// A file of ACLED, UCDP GED, GDELT 2.0, POLECAT or Atlos, told apart by its first line.
package struct ForeignFile: Sendable {
  /// Reads words, of which it may be known when they were written.
  package typealias WordReader = (_ words: String, _ day: String?) -> Reading?

  /// A row that is an event, or why it is none.
  enum Coded {
    case row(ForeignRow)
    case passed(Passed)
  }

  /// Why a row that is in order is passed over.
  package enum Passed: Hashable, Sendable, CaseIterable {
    case kind, undated, doubted, givenUp

    package var words: String {
      switch self {
      case .kind: "of a kind for which the ledger has no type"
      case .undated: "without a day"
      case .doubted: "marked as deceptive or misleading"
      case .givenUp: "given up by their makers"
      }
    }
  }

  package let maker: ForeignRow.Maker
  package private(set) var rows: [ForeignRow] = []
  /// Rows that are none, with their places; they are left out.
  package private(set) var flaws: [ForeignFlaw] = []
  /// How many rows are passed over, by why.
  package private(set) var passed: [Passed: Int] = [:]

  /// How many rows are passed over in all.
  package var passedOver: Int { passed.values.reduce(0, +) }

  /// Reads all rows; `reading` reads what they tell in words alone.
  ///
  /// - Throws: ``ForeignFlaw`` if it is no such file.
  package init(
    _ bytes: [UInt8], _ tables: ExchangeTables, reading: WordReader? = nil
  ) throws(ForeignFlaw) {
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
    let header = names
    let plain = names.map { $0.lowercased().replacing(" ", with: "_") }
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
    } else if ForeignCoder.ofAtlos.allSatisfy(plain.contains) {
      maker = .atlos
      // What Atlos writes has "Source 1" where what it reads has source_1.
      names = plain
    } else {
      throw ForeignFlaw(
        line: 1, column: 0, name: nil,
        words:
          "no file of ACLED (a column event_id_cnty), UCDP GED (dyad_name and best), POLECAT (Event ID and Event Mode), Atlos (description, status and sensitive) or GDELT (\(TableFormat.gdeltEvents.columns.count) columns between tabs)"
      )
    }
    let coder = ForeignCoder(maker, names, tables, reading: reading)
    if let missing = coder.missing {
      throw ForeignFlaw(line: 1, column: 0, name: nil, words: "no column is named \(missing)")
    }
    while true {
      do {
        guard let row = try pending ?? reader.next() else { break }
        pending = nil
        // Where parts of a file were put behind each other, each has its header.
        if row.cells.map(\.trimmed) == header, maker != .gdelt || header == names { continue }
        switch try coder.row(row) {
        case .row(let coded): rows.append(coded)
        case .passed(let why): passed[why, default: 0] += 1
        }
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
