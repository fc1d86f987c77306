/// One file of words, read and checked: `word or phrase TAB facets TAB if condition TAB "example"`, the last two where needed.
struct WordFile {
  /// A word with all that the file says of it.
  struct Line {
    /// One word, or the words of a phrase; in lower case.
    let words: [String]
    let facets: [(facet: Facet, value: String?)]
    /// What must stand around the word where it means this.
    let condition: Pattern?
    /// Counted from 1.
    let number: Int
  }

  let name: String
  let lines: [Line]

  /// Reads a file.
  ///
  /// - Throws: ``LanguageError`` for a file that does not say at its head what it holds, a line without a tab, an
  ///   unknown facet, a value that the facet cannot have, or a word that stands there twice.
  init(name: String, text: String, _ symbols: inout Symbols) throws(LanguageError) {
    var lines: [Line] = []
    var seen: [String: Int] = [:]
    guard text.hasPrefix("# ") else {
      throw LanguageError(
        file: name, line: 1, reason: "the file does not begin with # and what it holds")
    }
    for (index, row) in text[...].pieces("\n").enumerated()
    where !row.isEmpty && !row.hasPrefix("#") {
      let line: Line
      do {
        line = try Self.line(row, number: index + 1, &symbols)
      } catch {
        throw LanguageError(file: name, line: index + 1, reason: error.reason)
      }
      // Two senses of a word are two lines, told apart by their conditions.
      let word = line.words.joined(separator: " ") + (line.condition == nil ? "" : "\t\(index)")
      if let first = seen[word] {
        throw LanguageError(
          file: name, line: index + 1,
          reason: "“\(line.words.joined(separator: " "))” stands already in line \(first)")
      }
      seen[word] = index + 1
      lines.append(line)
    }
    self.name = name
    self.lines = lines
  }

  private struct Fault: Error {
    let reason: String
  }

  private static func line(_ row: Substring, number: Int, _ symbols: inout Symbols) throws(Fault)
    -> Line
  {
    let columns = row.pieces("\t")
    guard (2...4).contains(columns.count) else {
      throw Fault(reason: "\(columns.count) columns where word, facets and perhaps an example are")
    }
    let words = columns[0].pieces(" ").map(String.init)
    guard words.allSatisfy({ !$0.isEmpty }) else {
      throw Fault(reason: "no word, or a space too many")
    }
    guard columns[0] == columns[0].lowercased() else {
      throw Fault(reason: "“\(columns[0])”: words are looked up in lower case")
    }
    var facets: [(facet: Facet, value: String?)] = []
    for part in columns[1].pieces(" ") {
      let told = try facet(part)
      if facets.contains(where: { $0.facet == told.facet }) {
        throw Fault(reason: "the facet \(told.facet) twice")
      }
      facets.append(told)
    }
    var condition: Pattern?
    for column in columns.dropFirst(2) {
      if column.hasPrefix("if "), condition == nil {
        condition = try Self.condition(column.dropFirst(3), &symbols)
      } else if column.utf8.count < 3 || !column.hasPrefix("\"") || !column.hasSuffix("\"") {
        throw Fault(
          reason: "“\(column)” is no condition (if …) and no example in \"quotation marks\"")
      }
    }
    return Line(words: words, facets: facets, condition: condition, number: number)
  }

  /// A pattern whose anchor is the word itself: `[VERB] >obj $weapon`.
  private static func condition(_ written: Substring, _ symbols: inout Symbols) throws(Fault)
    -> Pattern
  {
    var parts = written.split(separator: " ").map(String.init)
    if parts.first?.hasPrefix("[") ?? false {
      parts[0] = "_" + parts[0]
    } else {
      parts.insert("_", at: 0)
    }
    do {
      return try PatternParser.pattern(parts, &symbols)
    } catch {
      throw Fault(reason: error.reason)
    }
  }

  private static func facet(_ part: Substring) throws(Fault) -> (facet: Facet, value: String?) {
    let pair = part.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = pair.first, let facet = Facet.named[String(name)] else {
      throw Fault(reason: "“\(part)” is no facet; facets are the cases of Facet")
    }
    let value = pair.count == 2 ? String(pair[1]) : nil
    switch (facet.values, value) {
    case (.nothing, nil), (.anything, .some): break
    case (.one(let allowed), .some(let value)) where allowed.contains(value): break
    case (.nothing, .some): throw Fault(reason: "the facet \(facet) has no values")
    case (.anything, nil): throw Fault(reason: "the facet \(facet) needs a value")
    case (.one(let allowed), _):
      throw Fault(
        reason:
          "“\(part)”: \(facet) is one of \(allowed.map { "\(facet):\($0)" }.joined(separator: ", "))"
      )
    }
    return (facet, value)
  }
}

extension Substring {
  /// What stands between one sign and the next, empty pieces too: found by bytes, since all files of words are read at every start.
  fileprivate func pieces(_ sign: Unicode.Scalar) -> [Substring] {
    utf8.split(separator: UInt8(ascii: sign), omittingEmptySubsequences: false).map {
      Substring($0)
    }
  }
}
