import HearsayRecords

/// The cells of one row.
struct ForeignCells {
  let row: CSVReader.Row
  let places: [String: Int]
  /// What stands in cells that hold nothing.
  let absent: String?

  /// The words of a cell; `nil` if there are none.
  func text(_ name: String) -> String? {
    guard let place = places[name], place < row.cells.count else { return nil }
    let words = row.cells[place].trimmed
    return words.isEmpty || words == absent ? nil : words
  }

  /// What a cell lists between semicolons.
  func list(_ name: String) -> [String] {
    (text(name) ?? "").split(separator: ";").map { String($0).trimmed }.filter {
      !$0.isEmpty && $0 != absent
    }
  }

  func flaw(_ name: String, _ words: String) -> ForeignFlaw {
    ForeignFlaw(line: row.line, column: (places[name] ?? -1) + 1, name: name, words: words)
  }

  func needed(_ name: String) throws(ForeignFlaw) -> String {
    guard let words = text(name) else { throw flaw(name, "empty") }
    return words
  }

  func whole(_ name: String) throws(ForeignFlaw) -> Int? {
    guard let words = text(name) else { return nil }
    guard
      let number = Int(words)
        ?? Double(words).flatMap({ $0 == $0.rounded() && abs($0) < 1e15 ? Int($0) : nil }),
      number >= 0
    else { throw flaw(name, "no whole number: \(words.safeLine)") }
    return number
  }

  func degrees(_ name: String, _ most: Double) throws(ForeignFlaw) -> Double? {
    guard let words = text(name) else { return nil }
    guard let number = Double(words), number.isFinite, abs(number) <= most else {
      throw flaw(name, "no degrees from −\(Int(most)) to \(Int(most)): \(words.safeLine)")
    }
    return number
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// `2031-03-04`, with or without a clock, `04 March 2031`, `20310304`.
  func day(_ name: String) throws(ForeignFlaw) -> Int {
    let words = try needed(name)
    var parts = words.prefix { $0 != "T" }.split { $0 == "-" || $0 == " " || $0 == "/" }.map(
      String.init)
    if parts.count == 1, words.count == 8, words.allSatisfy(\.isNumber) {
      parts = [
        String(words.prefix(4)), String(words.dropFirst(4).prefix(2)), String(words.suffix(2)),
      ]
    }
    var numbers = parts.prefix(3).map { part in
      Int(part) ?? Self.months.firstIndex { part.count >= 3 && $0.hasPrefix(part.lowercased()) }.map
      { $0 + 1 } ?? -1
    }
    if numbers.count == 3, parts[2].count == 4 { numbers.reverse() }
    guard numbers.count == 3, (1...9999).contains(numbers[0]), (1...12).contains(numbers[1]),
      (1...CivilCalendar.days(inMonth: numbers[1], of: numbers[0])).contains(numbers[2])
    else { throw flaw(name, "no day: \(words.safeLine)") }
    return CivilCalendar.number(numbers[0], numbers[1], numbers[2])
  }
}
