/// The families of time expressions that `times.patterns` tells: what each is, with examples that are tests.
///
///     time-digits: a date in digits
///       yes "The bridge fell on 2031-02-14." = 2031-02-14
///       no "The vote ended 14/2 for the motion."
package struct TimePatterns: Sendable {
  /// One family.
  package struct Family: Sendable {
    package let name: String
    /// The line of its name in the file.
    package let line: Int
    /// What it is, in words.
    package let meaning: String
    /// Sentences and the value that is read of each; empty where a time of this family has none.
    package fileprivate(set) var yes: [(text: String, value: String)] = []
    package fileprivate(set) var no: [String] = []
  }

  /// In the order of the file.
  package let families: [Family]

  /// The families of a file; none of an empty text.
  ///
  /// - Throws: ``LanguageError`` that names the file and line.
  init(name file: String, text: String) throws(LanguageError) {
    var families: [Family] = []
    for (index, row) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let words = row.drop { $0 == " " }
      if words.isEmpty || words.first == "#" { continue }
      func fault(_ reason: String) -> LanguageError {
        LanguageError(file: file, line: index + 1, reason: reason)
      }
      guard row.first == " " else {
        guard let colon = row.firstRange(of: ": "), colon.lowerBound > row.startIndex else {
          throw fault("no “name: what it is”")
        }
        let name = String(row[..<colon.lowerBound])
        guard name.allSatisfy({ $0.isLowercase || $0 == "-" }),
          !families.contains(where: { $0.name == name })
        else { throw fault("“\(name)” is no name, or told twice") }
        families.append(
          Family(name: name, line: index + 1, meaning: String(row[colon.upperBound...])))
        continue
      }
      guard !families.isEmpty else { throw fault("an example that belongs to no family") }
      guard let open = words.firstIndex(of: "\""), let close = words.lastIndex(of: "\""),
        open < close
      else { throw fault("an example stands in \"quotation marks\"") }
      let sentence = String(words[words.index(after: open)..<close])
      let rest = words[words.index(after: close)...].split(separator: " ")
      switch (words[..<open], rest.first, rest.count) {
      case ("yes ", "=", 1...2):
        families[families.count - 1].yes.append(
          (sentence, rest.dropFirst().first.map(String.init) ?? ""))
      case ("no ", nil, _): families[families.count - 1].no.append(sentence)
      default: throw fault("an example is: yes \"…\" = VALUE, or: no \"…\"")
      }
    }
    self.families = families
  }

  private init(_ families: [Family]) { self.families = families }

  /// Whether a family is told, and so read.
  package func has(_ name: String) -> Bool { families.contains { $0.name == name } }

  /// The family of a name.
  package func family(_ name: String) -> Family? { families.first { $0.name == name } }

  /// The same without one family.
  func without(_ name: String) -> TimePatterns {
    TimePatterns(families.filter { $0.name != name })
  }
}
