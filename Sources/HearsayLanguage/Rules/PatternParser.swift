/// Reads patterns; `Documentation/Rules.md` has the grammar.
struct PatternParser {
  struct Fault: Error {
    let reason: String
  }

  /// The pattern of a rule, given as its parts between spaces.
  static func pattern(_ parts: [String], _ symbols: inout Symbols) throws(Fault) -> Pattern {
    guard let first = parts.first else { throw Fault(reason: "no pattern") }
    var pattern = Pattern(nodes: [try node(first, &symbols)], steps: [])
    var current = 0
    var index = 1
    while index < parts.count {
      let part = parts[index]
      index += 1
      if part == ";" {
        current = 0
        guard index < parts.count else { throw Fault(reason: "nothing behind ;") }
        if try step(parts[index], &symbols) == nil {
          guard let named = pattern.node(named: parts[index]) else {
            throw Fault(reason: "“\(parts[index])” behind ; is no name of a word before it")
          }
          current = named
          index += 1
        }
        continue
      }
      guard var step = try step(part, &symbols) else {
        throw Fault(reason: "“\(part)” where a relation such as >obj should be")
      }
      guard index < parts.count else { throw Fault(reason: "no word behind \(part)") }
      let new = try node(parts[index], &symbols)
      index += 1
      if let name = new.name, pattern.node(named: name) != nil {
        throw Fault(reason: "two words named \(name)")
      }
      step.from = current
      step.to = pattern.nodes.count
      pattern.nodes.append(new)
      pattern.steps.append(step)
      if step.kind == .needed { current = step.to }
    }
    return pattern
  }

  // MARK: - Steps

  private static let directions: [(sign: String, direction: Pattern.Direction)] = [
    (">>", .below), ("<<", .above), (">", .child), ("<", .head), ("+", .next), ("-", .previous),
    ("~", .sentence),
  ]

  private static func step(_ part: String, _ symbols: inout Symbols) throws(Fault) -> Pattern.Step?
  {
    var rest = part[...]
    var kind = Pattern.Kind.needed
    if rest.hasPrefix("!") { kind = .forbidden } else if rest.hasPrefix("*") { kind = .optional }
    if kind != .needed { rest = rest.dropFirst() }
    guard let (sign, direction) = directions.first(where: { rest.hasPrefix($0.sign) }) else {
      return nil
    }
    rest = rest.dropFirst(sign.count)
    if rest == "@held", direction == .child || direction == .head {
      return Pattern.Step(
        kind: kind, direction: direction, relations: [], isHeld: true, from: 0, to: 0)
    }
    let relations = rest.isEmpty ? [] : rest.split(separator: "|", omittingEmptySubsequences: false)
    guard relations.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isLowercase || $0 == ":" } })
    else { throw Fault(reason: "“\(part)” is no relation") }
    return Pattern.Step(
      kind: kind, direction: direction, relations: relations.map { symbols.intern(String($0)) },
      isHeld: false, from: 0, to: 0)
  }

  // MARK: - Words

  private static func node(_ part: String, _ symbols: inout Symbols) throws(Fault) -> Pattern.Node {
    var node = Pattern.Node()
    var rest = part[...]
    if rest.hasSuffix("]"), let open = rest.firstIndex(of: "[") {
      let inside = rest[rest.index(after: open)...].dropLast()
      for written in inside.split(separator: ",", omittingEmptySubsequences: false) {
        node.terms.append(try term(written, &symbols))
      }
      rest = rest[..<open]
    }
    if let colon = rest.firstIndex(of: ":"), rest[..<colon].allSatisfy({ $0.isLetter }) {
      node.name = String(rest[..<colon])
      rest = rest[rest.index(after: colon)...]
    }
    if rest == "_" || rest.isEmpty && !node.terms.isEmpty { return node }
    for written in rest.split(separator: "|", omittingEmptySubsequences: false) {
      node.tests.append(try test(written, &symbols))
    }
    return node
  }

  private static func test(_ written: Substring, _ symbols: inout Symbols) throws(Fault)
    -> Pattern.Test
  {
    guard !written.isEmpty else { throw Fault(reason: "an empty word; _ is any word") }
    if written.hasPrefix("$") {
      let pair = written.dropFirst().split(separator: ":", maxSplits: 1).map(String.init)
      guard let name = pair.first, let facet = Facet.named[name] else {
        throw Fault(reason: "“\(written)” is no facet")
      }
      return .facet(facet, value: pair.count == 2 ? pair[1] : nil)
    }
    guard written == written.lowercased() else {
      throw Fault(reason: "“\(written)”: words stand in lower case")
    }
    if written.hasPrefix("="), written.count > 1 {
      return .form(symbols.intern(String(written.dropFirst())))
    }
    return .word(symbols.intern(String(written)))
  }

  private static func term(_ written: Substring, _ symbols: inout Symbols) throws(Fault)
    -> Pattern.Term
  {
    var term = Pattern.Term()
    var rest = written
    if rest.hasPrefix("!") {
      term.isNegated = true
      rest = rest.dropFirst()
    }
    for part in rest.split(separator: "|", omittingEmptySubsequences: false) {
      term.either.append(try property(part, &symbols))
    }
    return term
  }

  private static func property(_ part: Substring, _ symbols: inout Symbols) throws(Fault)
    -> Pattern.Property
  {
    guard let first = part.first else { throw Fault(reason: "nothing between brackets") }
    if first == "?" {
      guard let question = Pattern.Question(rawValue: String(part.dropFirst())) else {
        let known = Pattern.Question.allCases.map { "?\($0)" }.joined(separator: ", ")
        throw Fault(reason: "“\(part)” is no question; they are \(known)")
      }
      return .question(question)
    }
    if first == "$" || first == "=" { return .test(try test(part, &symbols)) }
    if first == "@" { return .mention(String(part.dropFirst())) }
    if part.contains("=") { return .feature(String(part)) }
    return first.isUppercase
      ? .tag(symbols.intern(String(part))) : .relation(symbols.intern(String(part)))
  }
}
