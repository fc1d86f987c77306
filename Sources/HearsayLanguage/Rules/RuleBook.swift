/// All rules, by family, each family indexed by the words that its rules begin with.
package struct RuleBook: Sendable {
  /// Every rule in the order of the files.
  package let rules: [Rule]
  private let families: [String: RuleFamily]

  init(files: [(name: String, text: String)], _ symbols: inout Symbols) throws(LanguageError) {
    var rules: [Rule] = []
    var seen: [String: Rule] = [:]
    for file in files {
      for rule in try RuleFile(name: file.name, text: file.text, &symbols).rules {
        if let first = seen[rule.name] {
          throw LanguageError(
            file: file.name, line: rule.line,
            reason: "a rule named \(rule.name) stands in \(first.family), line \(first.line)")
        }
        seen[rule.name] = rule
        rules.append(rule)
      }
    }
    self.init(rules)
  }

  private init(_ rules: [Rule]) {
    self.rules = rules
    families = Dictionary(grouping: rules, by: \.family).mapValues { RuleFamily($0) }
  }

  /// The names of the families.
  package var names: [String] { families.keys.sorted() }

  /// The rules of a file, by its name without ending; none if there is no such file.
  package func family(_ name: String) -> RuleFamily { families[name] ?? RuleFamily([]) }

  /// The same without one rule, to see who notices.
  package func without(_ name: String) -> RuleBook { RuleBook(rules.filter { $0.name != name }) }
}

/// The rules of one file, indexed by their anchors: a sentence touches only rules whose first word may stand in it.
package struct RuleFamily: Sendable {
  package let rules: [Rule]
  /// Rules by the lemma or form of their anchor.
  private var byWord: [Symbols.Symbol: [Int]] = [:]
  /// Rules by the tag of their anchor.
  private var byTag: [Symbols.Symbol: [Int]] = [:]
  /// Rules by a facet of their anchor.
  private var byFacet: [(facet: Facet, rules: [Int])] = []
  /// Rules whose anchor may be any word.
  private var anywhere: [Int] = []

  init(_ rules: [Rule]) {
    self.rules = rules
    var facets: [Facet: [Int]] = [:]
    for (number, rule) in rules.enumerated() {
      let anchor = rule.pattern.nodes[0]
      for test in anchor.tests {
        switch test {
        case .word(let symbol), .form(let symbol): byWord[symbol, default: []].append(number)
        case .facet(let facet, _): facets[facet, default: []].append(number)
        }
      }
      guard anchor.tests.isEmpty else { continue }
      let tags = anchor.terms.first { term in
        !term.isNegated
          && term.either.allSatisfy { if case .tag = $0 { true } else { false } }
      }
      guard let tags else {
        anywhere.append(number)
        continue
      }
      for case .tag(let tag) in tags.either { byTag[tag, default: []].append(number) }
    }
    byFacet = facets.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key, $0.value) }
  }

  /// Where the rules fire in some tokens, in the order of the anchors, rules of one anchor in the order of the file.
  package func matches(
    _ text: AnnotatedText, in range: Range<Int>, _ scene: RuleScene = RuleScene()
  ) -> [RuleMatch] {
    var found: [RuleMatch] = []
    for token in range { found += matches(text, at: token, scene) }
    return found
  }

  /// Where the rules fire with a token as their anchor.
  package func matches(
    _ text: AnnotatedText, at token: Int, _ scene: RuleScene = RuleScene()
  ) -> [RuleMatch] {
    var found: [RuleMatch] = []
    for number in candidates(text, token) where rules[number].holds(at: token, text, scene) {
      let rule = rules[number]
      PatternMatcher(text: text).matches(rule.pattern, at: token) { bound in
        found.append(RuleMatch(rule: rule, bound: bound, values: rule.values(bound, text)))
      }
    }
    return found
  }

  private func candidates(_ text: AnnotatedText, _ token: Int) -> [Int] {
    var found = anywhere
    let (lemma, form) = (text.lemmaSymbols[token], text.formSymbols[token])
    if lemma >= 0 { found += byWord[lemma] ?? [] }
    if form >= 0, form != lemma { found += byWord[form] ?? [] }
    let (upos, xpos) = (text.uposSymbols[token], text.xposSymbols[token])
    if upos >= 0 { found += byTag[upos] ?? [] }
    if xpos >= 0, xpos != upos { found += byTag[xpos] ?? [] }
    if lemma >= 0 || form >= 0 {
      for (facet, rules) in byFacet where text.is(token, facet) { found += rules }
    }
    return found.count < 2 ? found : Set(found).sorted()
  }
}

/// What a rule may ask of the report around a sentence.
package struct RuleScene: Sendable {
  /// What is said by somebody: the contents of claims.
  package var contents: [Range<Int>]
  /// What stands in quotation marks.
  package var quoted: [Range<Int>]

  package init(contents: [Range<Int>] = [], quoted: [Range<Int>] = []) {
    self.contents = contents
    self.quoted = quoted
  }
}

extension Rule {
  /// Whether the rule's places, if it names any, hold at a token.
  func holds(at token: Int, _ text: AnnotatedText, _ scene: RuleScene) -> Bool {
    places.allSatisfy { place in
      switch place {
      case .headline: text.isInHeadline(token)
      case .quoted: scene.quoted.contains { $0.contains(token) }
      case .content: scene.contents.contains { $0.contains(token) }
      }
    }
  }

  func values(_ bound: [Int], _ text: AnnotatedText) -> [String: String] {
    var values: [String: String] = [:]
    for making in makes {
      switch making.value {
      case .told(let value): values[making.key] = value
      case .facet(let facet, let node) where bound[node] >= 0:
        values[making.key] = text.value(of: bound[node], for: facet)
      case .facet: break
      }
    }
    return values
  }
}
