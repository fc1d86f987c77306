/// What a rule looks for: words, and how they hang together.
///
/// ``PatternParser`` compiles it. Words, tags and relations are numbers (``Symbols``); a step leads from one node to another.
struct Pattern: Sendable {
  typealias Symbol = Symbols.Symbol

  /// A word that is looked for.
  struct Node: Sendable {
    /// The name it is captured by.
    var name: String?
    /// One of these must hold; none for any word.
    var tests: [Test] = []
    /// All of these must hold, each by one of its alternatives.
    var terms: [Term] = []
  }

  /// What a word is.
  enum Test: Sendable {
    /// Its lemma or form.
    case word(Symbol)
    /// Its form.
    case form(Symbol)
    case facet(Facet, value: String?)
  }

  /// What stands in brackets behind a word.
  struct Term: Sendable {
    var isNegated = false
    var either: [Property] = []
  }

  enum Property: Sendable {
    /// The universal part of speech or the Penn tag.
    case tag(Symbol)
    /// The relation by which it hangs on its head, with or without subtype.
    case relation(Symbol)
    /// A feature as the tree has it: "Mood=Imp".
    case feature(String)
    /// What the mention that it heads is.
    case mention(String)
    case question(Question)
    /// A facet or form besides.
    case test(Test)
  }

  /// The questions about a tree that a rule may ask: ``AnnotatedText`` answers them.
  enum Question: String, CaseIterable, Sendable {
    case negated, passive, infinitive, perfect, finite, definite, bare, question, headline, name
    case none, first, inverted
  }

  enum Kind: Sendable {
    case needed, forbidden, optional
  }

  enum Direction: Sendable {
    /// To a dependent, to any word below, to the head, to any word above.
    case child, below, head, above
    /// To the next word, to the one before, to any word of the sentence.
    case next, previous, sentence
  }

  struct Step: Sendable {
    var kind: Kind
    var direction: Direction
    /// Any, if there are none.
    var relations: [Symbol]
    /// Whether what it leads to must be what the word it sets out from is about: `>@held`.
    var isHeld: Bool
    /// The number of the node it sets out from.
    var from: Int
    /// The number of the node it leads to.
    var to: Int
  }

  /// The first is the anchor.
  var nodes: [Node]
  var steps: [Step]

  /// The number of a node by its name.
  func node(named name: String) -> Int? { nodes.firstIndex { $0.name == name } }
}
