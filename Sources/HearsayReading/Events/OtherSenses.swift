import HearsayLanguage
import HearsayRecords

/// Uses of words of events that tell none: sport, crafts, manners of speaking, names of things.
struct OtherSenses {
  private let text: AnnotatedText
  private let byToken: [Int: [RuleMatch]]

  init(_ text: AnnotatedText) {
    self.text = text
    let matches = text.language.rules.family("unreal.sense").matches(text, in: text.tokens.indices)
    let named = matches.compactMap { match in match.token("event").map { ($0, match) } }
    byToken = Dictionary(grouping: named) { $0.0 }.mapValues { $0.map(\.1) }
  }

  /// Whether the chief word of an event is used in a sense in which it tells none of this type.
  func excludes(_ tokens: Range<Int>, as type: EventType) -> Bool {
    guard !byToken.isEmpty, let rules = byToken[text.head(of: tokens)] else { return false }
    return rules.contains { KindsOfEvents($0.value("only")).contain(type) }
  }
}
