/// One file of words, read and checked: `word or phrase TAB facets TAB "example"`.
struct WordFile {
  /// A word with all that the file says of it.
  struct Line {
    /// One word, or the words of a phrase; in lower case.
    let words: [String]
    let facets: [(facet: Facet, value: String?)]
    /// A sentence that shows what is meant.
    let example: String?
    /// Counted from 1.
    let number: Int
  }

  let name: String
  let lines: [Line]

  /// Reads a file.
  ///
  /// - Throws: ``LanguageError`` for a file that does not say at its head what it holds, a line without a tab, an
  ///   unknown facet, a value that the facet cannot have, or a word that stands there twice.
  init(name: String, text: String) throws(LanguageError) {
    var lines: [Line] = []
    var seen: [String: Int] = [:]
    guard text.hasPrefix("# ") else {
      throw LanguageError(
        file: name, line: 1, reason: "the file does not begin with # and what it holds")
    }
    for (index, row) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !row.isEmpty && !row.hasPrefix("#") {
      let line: Line
      do {
        line = try Self.line(row, number: index + 1)
      } catch {
        throw LanguageError(file: name, line: index + 1, reason: error.reason)
      }
      let word = line.words.joined(separator: " ")
      if let first = seen[word] {
        throw LanguageError(
          file: name, line: index + 1, reason: "“\(word)” stands already in line \(first)")
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

  private static func line(_ row: Substring, number: Int) throws(Fault) -> Line {
    let columns = row.split(separator: "\t", omittingEmptySubsequences: false)
    guard columns.count == 2 || columns.count == 3 else {
      throw Fault(reason: "\(columns.count) columns where word, facets and perhaps an example are")
    }
    let words = columns[0].split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard words.allSatisfy({ !$0.isEmpty }) else {
      throw Fault(reason: "no word, or a space too many")
    }
    guard columns[0] == columns[0].lowercased() else {
      throw Fault(reason: "“\(columns[0])”: words are looked up in lower case")
    }
    var facets: [(facet: Facet, value: String?)] = []
    for part in columns[1].split(separator: " ", omittingEmptySubsequences: false) {
      let told = try facet(part)
      if facets.contains(where: { $0.facet == told.facet }) {
        throw Fault(reason: "the facet \(told.facet) twice")
      }
      facets.append(told)
    }
    var example: String?
    if columns.count == 3 {
      guard columns[2].count > 2, columns[2].hasPrefix("\""), columns[2].hasSuffix("\"") else {
        throw Fault(reason: "an example stands in \"quotation marks\"")
      }
      example = String(columns[2].dropFirst().dropLast())
    }
    return Line(words: words, facets: facets, example: example, number: number)
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
