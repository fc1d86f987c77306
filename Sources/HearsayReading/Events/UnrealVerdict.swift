import HearsayLanguage
import HearsayRecords

extension Unreal.Verdict {
  init(_ status: EventStatus, _ rule: String, _ tokens: [Int]) {
    self.status = status
    signs = [Unreal.Sign(rule: rule, status: status, tokens: tokens)]
  }

  init(_ match: RuleMatch, _ status: EventStatus) {
    self.status = status
    signs = [
      Unreal.Sign(rule: match.rule.name, status: status, tokens: match.tokens, match: match)
    ]
  }

  /// The same where what goes on is as good as what has been.
  var done: Unreal.Verdict {
    guard status == .ongoing else { return self }
    var other = self
    other.status = .happened
    return other
  }

  mutating func add(_ match: RuleMatch) {
    guard let status = match.value("status").flatMap(EventStatus.init) else { return }
    add(Unreal.Verdict(match, status))
  }

  mutating func add(_ status: EventStatus, _ rule: String, _ tokens: [Int]) {
    self.add(Unreal.Verdict(status, rule, tokens))
  }

  mutating func add(_ other: Unreal.Verdict?) {
    guard let other else { return }
    signs += other.signs
    status = EventStatus.farther(status, other.status)
  }
}

extension EventStatus {
  private static let distance: [EventStatus] = [
    .happened, .ongoing, .attempted, .expected, .planned, .threatened, .demanded, .hypothetical,
    .negated, .denied,
  ]

  /// Of two statuses the one farther from "happened".
  static func farther(_ one: EventStatus, _ other: EventStatus) -> EventStatus {
    let a = distance.firstIndex(of: one) ?? 0
    let b = distance.firstIndex(of: other) ?? 0
    return a >= b ? one : other
  }
}
