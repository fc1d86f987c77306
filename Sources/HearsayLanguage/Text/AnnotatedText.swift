package import HearsayRecords

/// A text with everything the model says of it.
///
/// It owns the arrays; all else are views by index.
package struct AnnotatedText: Sendable {
  /// The text that all spans count in.
  package let text: String
  /// What is known of its words.
  package private(set) var language: Language
  /// Its UTF-8 bytes.
  package let utf8: [UInt8]
  /// All words in order.
  package let tokens: [Token]
  /// Ranges of token indices, in order, covering all tokens.
  package let sentences: [Range<Int>]
  /// Names, in order, never overlapping.
  package var names: [NameMention]
  /// Attributions in order of their first token.
  package var attributions: [Attribution]
  /// Event words in order.
  package var eventMentions: [EventMention]
  /// Time expressions in order, never overlapping.
  package var timexes: [TimexMention]
  /// Words that tell happenings, in order; `nil` if the model has no heads for them.
  package var happenings: [HappeningMention]?
  /// The tokens of the report's headline; none where it has none.
  package var headline: Range<Int> = 0..<0

  /// The number of each token's lemma in the language, ``Symbols/unknown`` for words of no file.
  let lemmaSymbols: [Language.Symbol]
  /// The same of each token's form.
  let formSymbols: [Language.Symbol]
  /// The same of each token's universal part of speech.
  let uposSymbols: [Language.Symbol]
  /// The same of each token's Penn tag.
  let xposSymbols: [Language.Symbol]
  /// The same of the relation by which each token hangs.
  let relationSymbols: [Language.Symbol]
  /// The same without subtype.
  let baseRelationSymbols: [Language.Symbol]
  /// Sentence number of each token.
  package let sentenceOfToken: [Int]
  /// Paragraph number of each token.
  package let paragraphOfToken: [Int]
  /// Dependents of each token, in order.
  private let dependents: [[Int]]
  /// First and last token of each token's subtree.
  private let subtreeBounds: [ClosedRange<Int>]

  package init(
    text: String, language: Language, tokens: [Token], sentences: [Range<Int>],
    names: [NameMention] = [], attributions: [Attribution] = [],
    eventMentions: [EventMention] = [], timexes: [TimexMention] = [],
    happenings: [HappeningMention]? = nil
  ) {
    self.text = text
    self.language = language
    lemmaSymbols = tokens.map { language.symbol(ofLemma: $0) }
    formSymbols = tokens.map { language.symbol(of: $0.lower) }
    uposSymbols = tokens.map { language.symbol(of: $0.upos) }
    xposSymbols = tokens.map { language.symbol(of: $0.xpos) }
    relationSymbols = tokens.map { language.symbol(of: $0.relation) }
    baseRelationSymbols = tokens.map { language.symbol(of: $0.baseRelation) }
    utf8 = Array(text.utf8)
    self.tokens = tokens
    self.sentences = sentences
    self.names = names
    self.attributions = attributions
    self.eventMentions = eventMentions
    self.timexes = timexes
    self.happenings = happenings
    var sentenceOfToken = [Int](repeating: 0, count: tokens.count)
    for (number, sentence) in sentences.enumerated() {
      for token in sentence { sentenceOfToken[token] = number }
    }
    self.sentenceOfToken = sentenceOfToken
    let bytes = utf8
    paragraphOfToken = ParagraphNumbers.of(
      tokens.map(\.text),
      breaks: tokens.indices.map { index in
        let start = index == 0 ? 0 : tokens[index - 1].span.end
        let end = max(start, tokens[index].span.start)
        return bytes[start..<end].reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
      })
    var dependents = [[Int]](repeating: [], count: tokens.count)
    for (index, token) in tokens.enumerated() {
      if let head = token.head { dependents[head].append(index) }
    }
    self.dependents = dependents
    subtreeBounds = Self.bounds(dependents: dependents)
  }

  /// The same text, read with one rule less.
  package func without(rule name: String) -> AnnotatedText {
    var other = self
    other.language = Language(language, withoutRule: name)
    return other
  }

  // MARK: - Positions

  /// The bytes that a run of tokens covers, from its first to its last character.
  package func span(_ range: Range<Int>) -> TextSpan {
    precondition(!range.isEmpty, "an empty run of tokens has no span")
    return TextSpan(
      start: tokens[range.lowerBound].span.start, end: tokens[range.upperBound - 1].span.end)
  }

  /// The characters of a span.
  package func exact(_ span: TextSpan) -> String {
    String(decoding: utf8[span.start..<span.end], as: UTF8.self)
  }

  /// The characters of a run of tokens, with the white space between them as printed.
  package func string(_ range: Range<Int>) -> String {
    range.isEmpty ? "" : exact(span(range))
  }

  /// The same on one line: a name broken at the end of a line is the same name.
  package func oneLine(_ range: Range<Int>) -> String {
    let printed = string(range)
    guard printed.utf8.contains(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\t") })
    else { return printed }
    return printed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The run of tokens that touches a span at all; empty if none does.
  package func tokens(touching span: TextSpan) -> Range<Int> {
    let first = tokens.partitioningIndex { $0.span.end > span.start }
    let last = tokens.partitioningIndex { $0.span.start >= span.end }
    return first..<max(first, last)
  }

  /// The sentence (as a run of tokens) that holds a token.
  package func sentence(of token: Int) -> Range<Int> { sentences[sentenceOfToken[token]] }

  // MARK: - Syntax

  /// The direct dependents of a token, in order.
  package func children(of token: Int) -> [Int] { dependents[token] }

  /// The direct dependents with one of the given relations; a relation without subtype matches all its subtypes.
  package func children(of token: Int, _ relations: String...) -> [Int] {
    dependents[token].filter {
      relations.contains(tokens[$0].relation) || relations.contains(tokens[$0].baseRelation)
    }
  }

  /// The first dependent with one of the given relations.
  package func child(of token: Int, _ relations: String...) -> Int? {
    dependents[token].first {
      relations.contains(tokens[$0].relation) || relations.contains(tokens[$0].baseRelation)
    }
  }

  /// From the first to the last token below `token`, itself included.
  package func subtree(of token: Int) -> Range<Int> {
    subtreeBounds[token].lowerBound..<(subtreeBounds[token].upperBound + 1)
  }

  /// The heads above a token, nearest first.
  package func ancestors(of token: Int) -> [Int] {
    var found: [Int] = []
    var current = tokens[token].head
    while let head = current, found.count < tokens.count {
      found.append(head)
      current = tokens[head].head
    }
    return found
  }

  /// Whether `ancestor` is above `token`.
  package func isBelow(_ token: Int, _ ancestor: Int) -> Bool {
    var current = tokens[token].head
    var steps = 0
    while let head = current, steps < tokens.count {
      if head == ancestor { return true }
      current = tokens[head].head
      steps += 1
    }
    return false
  }

  /// The token of a run whose head lies outside the run: the run's syntactic head (the first, if several).
  package func head(of range: Range<Int>) -> Int {
    precondition(!range.isEmpty, "an empty run of tokens has no head")
    for index in range {
      guard let head = tokens[index].head else { return index }
      if !range.contains(head), tokens[index].upos != "PUNCT" { return index }
    }
    return range.lowerBound
  }

  private static func bounds(dependents: [[Int]]) -> [ClosedRange<Int>] {
    var bounds = dependents.indices.map { $0...$0 }
    // Dependents before their heads, so that each head sees theirs complete. What hangs in a circle, which no
    // parser gives, keeps what it has.
    var waiting = dependents.map(\.count)
    var heads = [Int?](repeating: nil, count: dependents.count)
    for (head, all) in dependents.enumerated() {
      for dependent in all { heads[dependent] = head }
    }
    var ready = waiting.indices.filter { waiting[$0] == 0 }
    while let done = ready.popLast() {
      guard let head = heads[done] else { continue }
      bounds[head] =
        min(
          bounds[head].lowerBound, bounds[done].lowerBound)...max(
          bounds[head].upperBound, bounds[done].upperBound)
      waiting[head] -= 1
      if waiting[head] == 0 { ready.append(head) }
    }
    return bounds
  }
}

extension Array {
  /// The first index whose element fulfils a predicate that is false, then true, along the array.
  package func partitioningIndex(where isInSecondPart: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isInSecondPart(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
