/// One file of rules, read and checked.
///
///     averted: verb:$averts >obj|nsubj:pass event:_
///       → status=attempted
///       yes "Police foiled an attack on the port."
///       no  "They attacked the port after a failed plan."
struct RuleFile {
  let rules: [Rule]

  /// Reads a file, whose name without its ending is the family's; `symbols` takes up what the rules ask for.
  ///
  /// - Throws: ``LanguageError`` with the line where a rule is wrong.
  init(name: String, text: String, _ symbols: inout Symbols) throws(LanguageError) {
    let family = name.hasSuffix(".rules") ? String(name.dropLast(6)) : name
    guard text.hasPrefix("# ") else {
      throw LanguageError(
        file: name, line: 1, reason: "the file does not begin with # and what it holds")
    }
    var rules: [Rule] = []
    var open: Draft?
    func close(_ symbols: inout Symbols) throws(LanguageError) {
      guard let draft = open else { return }
      do {
        rules.append(try draft.rule(family, &symbols))
      } catch {
        throw LanguageError(
          file: name, line: draft.line, reason: "\(draft.name): \(error.reason)")
      }
      open = nil
    }
    for (index, row) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let words = row.drop { $0 == " " }
      if words.isEmpty || words.hasPrefix("#") { continue }
      do {
        if row.first != " " {
          try close(&symbols)
          open = try Draft(words, line: index + 1)
        } else if open == nil {
          throw PatternParser.Fault(reason: "a line set in that belongs to no rule")
        } else {
          try open?.add(words)
        }
      } catch let error as LanguageError {
        throw error
      } catch let error as PatternParser.Fault {
        throw LanguageError(file: name, line: index + 1, reason: error.reason)
      } catch {
        throw LanguageError(file: name, line: index + 1, reason: "\(error)")
      }
    }
    try close(&symbols)
    self.rules = rules
  }

  /// A rule whose lines are being gathered.
  private struct Draft {
    let name: String
    let line: Int
    private var places: [Rule.Place] = []
    private var pattern: [String] = []
    private var makes: [String]?
    private var yes: [String] = []
    private var no: [String] = []

    init(_ head: Substring, line: Int) throws(PatternParser.Fault) {
      self.line = line
      // The name's colon is followed by a space or nothing, unlike those of captures and relations.
      guard
        let colon = head.firstRange(of: ": ")?.lowerBound
          ?? (head.last == ":" ? head.index(before: head.endIndex) : nil)
      else { throw PatternParser.Fault(reason: "no “name: ” at the head of a rule") }
      var title = head[..<colon]
      if title.hasSuffix(")"), let bracket = title.firstIndex(of: "(") {
        for written in title[title.index(after: bracket)...].dropLast().split(separator: ",") {
          let place = String(written.drop { $0 == " " })
          guard let known = Rule.Place(rawValue: place) else {
            throw PatternParser.Fault(reason: "(\(place)): places are headline, quoted, in content")
          }
          places.append(known)
        }
        title = title[..<bracket]
      }
      while title.last == " " { title.removeLast() }
      guard !title.isEmpty, title.allSatisfy({ $0.isLowercase || $0 == "-" || $0.isNumber }) else {
        throw PatternParser.Fault(reason: "“\(title)” is no name: small letters and hyphens")
      }
      name = String(title)
      try add(head[head.index(after: colon)...].drop { $0 == " " })
    }

    mutating func add(_ words: Substring) throws(PatternParser.Fault) {
      if words.hasPrefix("yes ") || words.hasPrefix("no ") {
        let isYes = words.hasPrefix("yes ")
        let sentence = words.drop { $0 != "\"" }
        guard sentence.count > 2, sentence.hasSuffix("\"") else {
          throw PatternParser.Fault(reason: "an example stands in \"quotation marks\"")
        }
        let example = String(sentence.dropFirst().dropLast())
        if isYes { yes.append(example) } else { no.append(example) }
        return
      }
      for part in words.split(separator: " ").map(String.init) {
        if part == "→" || part == "->" {
          guard makes == nil else { throw PatternParser.Fault(reason: "two arrows") }
          makes = []
        } else if makes != nil {
          makes?.append(part)
        } else {
          pattern.append(part)
        }
      }
    }

    func rule(_ family: String, _ symbols: inout Symbols) throws(PatternParser.Fault) -> Rule {
      let compiled = try PatternParser.pattern(pattern, &symbols)
      guard let makes, !makes.isEmpty else {
        throw PatternParser.Fault(reason: "no → and what the rule makes")
      }
      var made: [Rule.Making] = []
      for part in makes { made.append(try Self.making(part, compiled)) }
      return Rule(
        name: name, family: family, line: line, written: pattern.joined(separator: " "), yes: yes,
        no: no, places: places, pattern: compiled, makes: made)
    }

    /// `status=attempted`, or `status=unreal(verb)`: the value of the facet of a captured word.
    private static func making(_ part: String, _ pattern: Pattern) throws(PatternParser.Fault)
      -> Rule.Making
    {
      let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
      guard pair.count == 2 else {
        throw PatternParser.Fault(reason: "“\(part)”: what a rule makes is key=value")
      }
      guard pair[1].hasSuffix(")"), let bracket = pair[1].firstIndex(of: "(") else {
        return Rule.Making(key: pair[0], value: .told(pair[1]))
      }
      let name = String(pair[1][pair[1].index(after: bracket)...].dropLast())
      guard let facet = Facet.named[String(pair[1][..<bracket])],
        let node = pattern.node(named: name)
      else { throw PatternParser.Fault(reason: "“\(pair[1])” is not facet(word of the pattern)") }
      return Rule.Making(key: pair[0], value: .facet(facet, node: node))
    }
  }
}
