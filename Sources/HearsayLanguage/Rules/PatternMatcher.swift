/// Finds what a pattern looks for in a text.
struct PatternMatcher {
  let text: AnnotatedText
  /// In the conditions of words, facets that hang on conditions themselves do not count: nothing can go round.
  var isCondition = false

  /// Calls `each` with the token of every node, -1 for optional ones that are not there, for every way in which the
  /// pattern fits with its anchor at a token.
  func matches(_ pattern: Pattern, at anchor: Int, each: ([Int]) -> Void) {
    guard holds(pattern.nodes[0], anchor) else { return }
    var bound = [Int](repeating: -1, count: pattern.nodes.count)
    bound[0] = anchor
    follow(0, pattern, &bound, each)
  }

  /// Whether the pattern fits in any way.
  func fits(_ pattern: Pattern, at anchor: Int) -> Bool {
    var fits = false
    matches(pattern, at: anchor) { _ in fits = true }
    return fits
  }

  private func follow(
    _ number: Int, _ pattern: Pattern, _ bound: inout [Int], _ each: ([Int]) -> Void
  ) {
    guard number < pattern.steps.count else { return each(bound) }
    let step = pattern.steps[number]
    let node = pattern.nodes[step.to]
    let from = bound[step.from]
    // A step from an optional word that is not there leads nowhere.
    let reached =
      from < 0
      ? [] : reached(step, from).filter { !bound.contains($0) && holds(node, $0) }
    switch step.kind {
    case .forbidden:
      if reached.isEmpty { follow(number + 1, pattern, &bound, each) }
    case .optional:
      bound[step.to] = reached.first ?? -1
      follow(number + 1, pattern, &bound, each)
      bound[step.to] = -1
    case .needed:
      for token in reached {
        bound[step.to] = token
        follow(number + 1, pattern, &bound, each)
      }
      bound[step.to] = -1
    }
  }

  // MARK: - Relations

  private func reached(_ step: Pattern.Step, _ from: Int) -> [Int] {
    switch step.direction {
    case .child:
      return text.children(of: from).filter {
        step.isHeld ? text.isHeld($0, by: from) : hangs($0, by: step.relations)
      }
    case .below:
      return text.subtree(of: from).filter {
        $0 != from && text.isBelow($0, from) && hangs($0, by: step.relations)
      }
    case .head:
      guard let head = text.tokens[from].head,
        step.isHeld ? text.isHeld(from, by: head) : hangs(from, by: step.relations)
      else { return [] }
      return [head]
    case .above:
      return hangs(from, by: step.relations) ? text.ancestors(of: from) : []
    case .next:
      return from + 1 < text.sentence(of: from).upperBound ? [from + 1] : []
    case .previous:
      return from > text.sentence(of: from).lowerBound ? [from - 1] : []
    case .sentence: return text.sentence(of: from).filter { $0 != from }
    }
  }

  private func hangs(_ token: Int, by relations: [Symbols.Symbol]) -> Bool {
    relations.isEmpty || relations.contains(text.relationSymbols[token])
      || relations.contains(text.baseRelationSymbols[token])
  }

  // MARK: - Words

  private func holds(_ node: Pattern.Node, _ token: Int) -> Bool {
    (node.tests.isEmpty || node.tests.contains { holds($0, token) })
      && node.terms.allSatisfy { term in
        term.either.contains { holds($0, token) } != term.isNegated
      }
  }

  private func holds(_ test: Pattern.Test, _ token: Int) -> Bool {
    switch test {
    case .word(let word): text.lemmaSymbols[token] == word || text.formSymbols[token] == word
    case .form(let form): text.formSymbols[token] == form
    case .facet(let facet, nil): text.is(token, facet, isCondition: isCondition)
    case .facet(let facet, let value):
      text.value(of: token, for: facet, isCondition: isCondition) == value
    }
  }

  private func holds(_ property: Pattern.Property, _ token: Int) -> Bool {
    switch property {
    case .tag(let tag): text.uposSymbols[token] == tag || text.xposSymbols[token] == tag
    case .relation(let relation):
      text.relationSymbols[token] == relation || text.baseRelationSymbols[token] == relation
    case .feature(let feature):
      text.tokens[token].features.split(separator: "|").contains { $0 == feature }
    case .mention(let type): text.tokens[token].mentionType == type
    case .question(let question): holds(question, token)
    case .test(let test): holds(test, token)
    }
  }

  private func holds(_ question: Pattern.Question, _ token: Int) -> Bool {
    switch question {
    case .negated: text.isNegated(token)
    case .passive: text.isPassive(token)
    case .infinitive: text.isInfinitive(token)
    case .perfect: text.isPerfectInfinitive(token)
    case .finite: text.isFinite(token)
    case .definite: text.isDefinite(token)
    case .bare: text.isBare(token)
    case .question: text.isQuestion(token)
    case .headline: text.isInHeadline(token)
    case .name: text.names.contains { $0.tokens.contains(token) }
    case .none: text.hasNo(token)
    case .inverted: text.isInverted(token)
    case .first: text.sentence(of: token).lowerBound == token
    }
  }
}
