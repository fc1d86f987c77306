/// A rule: a name, what it looks for, what it makes of it, and sentences that show both.
package struct Rule: Sendable {
  /// Unique among all rules.
  package let name: String
  /// The name of the file without ending: "unreal".
  package let family: String
  /// Where it stands in the file, counted from 1.
  package let line: Int
  /// The pattern as the file has it.
  package let written: String
  /// Sentences on which it must fire.
  package let yes: [String]
  /// Sentences on which it must not.
  package let no: [String]

  let places: [Place]
  let pattern: Pattern
  let makes: [Making]

  /// Where in a report it holds.
  package enum Place: String, CaseIterable, Sendable {
    case headline, quoted
    case content = "in content"
  }

  /// A value that it makes.
  struct Making: Sendable {
    let key: String
    let value: Value
  }

  enum Value: Sendable {
    case told(String)
    /// The value of a facet of a captured word.
    case facet(Facet, node: Int)
  }

  /// Whether it holds only in headlines.
  package var isForHeadlines: Bool { places.contains(.headline) }
}

/// Where a rule fired, and what it makes.
package struct RuleMatch: Sendable {
  package let rule: Rule
  /// The anchor's token.
  package let anchor: Int
  private let bound: [Int]
  private let values: [String: String]

  init(rule: Rule, bound: [Int], values: [String: String]) {
    self.rule = rule
    anchor = bound[0]
    self.bound = bound
    self.values = values
  }

  /// The token that the rule calls by a name; `nil` if it has no such word, or it was optional and is not there.
  package func token(_ name: String) -> Int? {
    guard let node = rule.pattern.node(named: name), bound[node] >= 0 else { return nil }
    return bound[node]
  }

  /// What the rule makes: `value("status")` of `→ status=attempted`.
  package func value(_ key: String) -> String? { values[key] }

  /// All tokens that the pattern met, in the order of the text.
  package var tokens: [Int] { Set(bound.filter { $0 >= 0 }).sorted() }
}
