import HearsayLanguage
import HearsayRecords

/// Words over whose clauses another world stands: "in the film's last act …", "as if …", "word spread that …".
///
/// Other signs of the unreal lead up from an event step by step, and stop where a step no longer bears on it; what these
/// rules find stands over everything beneath a word, however deep.
struct OtherWorlds {
  /// The file of the rules.
  static let family = "unreal.scope"

  private let text: AnnotatedText
  /// Rules by the word beneath which they hold, and by the one word that they tell of.
  private let byTop: [Int: [RuleMatch]]
  private let byEvent: [Int: [RuleMatch]]

  init(_ text: AnnotatedText) {
    self.text = text
    let matches = text.language.rules.family(Self.family).matches(text, in: text.tokens.indices)
    let named = matches.compactMap { match in match.token("top").map { ($0, match) } }
    let frames = WorldFrames(text: text)
    let carried = matches.flatMap { match in frames.tops(of: match).map { ($0, match) } }
    byTop = Dictionary(grouping: named + carried) { $0.0 }.mapValues { $0.map(\.1) }
    let alone = matches.compactMap { match in match.token("event").map { ($0, match) } }
    byEvent = Dictionary(grouping: alone) { $0.0 }.mapValues { $0.map(\.1) }
  }

  /// What stands over an event, the nearest first.
  func signs(over token: Int, as type: EventType?) -> [RuleMatch] {
    guard !byTop.isEmpty || !byEvent.isEmpty else { return [] }
    let over = ([token] + text.ancestors(of: token)).flatMap { byTop[$0] ?? [] }
    // "In the film about a riot": the word that opens the other world tells nothing of itself.
    return ((byEvent[token] ?? []) + over.filter { $0.token("world") != token }).filter {
      KindsOfEvents($0.value("only")).contain(type)
    }
  }
}

/// The types of events that a rule speaks of: all, one by its name in lower case, or a kind.
struct KindsOfEvents {
  private let name: String?

  init(_ name: String?) { self.name = name }

  func contain(_ type: EventType?) -> Bool {
    guard let name, let type else { return true }
    switch name {
    // Harm, force and misfortune.
    case "harm":
      return [.assault, .coerce, .crime, .accident, .disaster, .protest, .retreat].contains(type)
    // What people do, and not only say.
    case "deed":
      return ![.accuse, .request, .reject, .support, .threaten, .consult].contains(type)
    default: return type.rawValue.lowercased() == name
    }
  }
}
