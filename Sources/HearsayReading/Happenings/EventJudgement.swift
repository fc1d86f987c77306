import HearsayLanguage
import HearsayRecords

/// Where the model and the rules against the unreal disagree on whether an event happened: the one place where that is settled.
///
/// Rules may hold an event back, never raise it. What the model takes for unreal stays unreal unless it is of two minds. A firm sign
/// (`firm=yes` in its rule, and all of other worlds) holds whatever the model says: there the model is sure and wrong; one with
/// `firm=kind` says in which way the event is unreal where the model does not find it real. Of the others, a modal verb or a purpose,
/// the model is right far more often than the sign where it is sure. What stands in the reporter's own voice must be surer than what
/// stands in somebody's mouth: only the former is told as a fact.
/// The figures are told in Documentation/Measurements.md.
enum EventJudgement {
  /// How sure the model must be, in the reporter's own voice and in somebody's mouth.
  private struct Bounds {
    /// As real as this it must find what is told as having happened.
    let real: Float
    /// It overrules a sign of the unreal that is not firm where it finds the thing as real as this.
    let overruling: Float
  }
  private static let own = Bounds(real: 0.72, overruling: 0.95)
  private static let mouth = Bounds(real: 0.4, overruling: 0.4)

  /// A way of being unreal that a rule tells holds unless the model finds another so many times likelier.
  private static let likelier: Float = 10

  /// A word by which whoever tells an event keeps his distance from it.
  struct Hedge {
    /// What it leaves of it.
    let leaves: Certainty
    /// Whether a verb in a tense of the past tells it.
    let isPast: Bool

    /// "Perhaps", "probably", "rumour has it": it stays open whether it happened; "apparently", "allegedly" take it for true or tell
    /// it as somebody's.
    var isOpen: Bool { leaves == .possible || leaves == .speculated }
  }

  struct Verdict {
    var status: EventStatus
    /// Who decided: "status-head" or the rules' own names.
    var by: [String]
  }

  /// How an event stands.
  ///
  /// - Parameters:
  ///   - mention: What the model says; `nil` if it did not propose the event.
  ///   - rules: What the signs of the unreal and the claim around it say.
  ///   - names: The names of the rules that say so.
  ///   - hold: How far they hold against the model.
  ///   - hedge: What the words around it leave of it, if anything.
  ///   - isOwn: Whether the reporter tells it himself.
  /// - Returns: The status, and who decided.
  static func status(
    _ mention: HappeningMention?, rules: EventStatus, by names: [String] = [],
    hold: Unreal.Hold = .open, hedge: Hedge? = nil, isOwn: Bool = true
  ) -> Verdict {
    let isReal = rules == .happened || rules == .ongoing
    // In somebody's mouth it is as sure as he is; a reporter who leaves it open tells no fact.
    let isOpen = isOwn && hedge?.isOpen ?? false
    guard let mention, !mention.statuses.isEmpty else {
      return Verdict(status: rules, by: names)
    }
    // What a rule with a name says has happened ("failed to prevent the attacks") has, and no sign speaks against it.
    if rules == .happened, !names.isEmpty { return Verdict(status: .happened, by: names) }
    let bounds = isOwn ? own : mouth
    if mention.real >= (isReal ? bounds.real : bounds.overruling), isReal || hold < .firm && !isOpen
    {
      let lasts = (mention.statuses[.ongoing] ?? 0) > (mention.statuses[.happened] ?? 0)
      return Verdict(status: lasts ? .ongoing : .happened, by: ["status-head"])
    }
    guard let unreal = mention.likeliestUnreal else { return Verdict(status: rules, by: names) }
    if isReal {
      // What is hedged was not tried, and is not to come, because somebody hedges it.
      guard let hedge, [.attempted, .expected, .hypothetical].contains(unreal) else {
        return Verdict(status: unreal, by: ["status-head"])
      }
      return Verdict(
        status: hedge.isPast && !hedge.isOpen ? .happened : .hypothetical, by: ["hedge"])
    }
    // Both say that it is not real: in which way, the rules say unless the model finds another far likelier.
    let told = mention.statuses[rules] ?? 0
    if hold == .open, !isOpen, mention.real < 0.5,
      told * Self.likelier < mention.statuses[unreal] ?? 0
    {
      return Verdict(status: unreal, by: ["status-head"])
    }
    return Verdict(status: rules, by: names)
  }

  /// Whether the model is so sure that it is real that it overrules a sign that is not firm.
  static func isSure(_ mention: HappeningMention?, isOwn: Bool) -> Bool {
    (mention?.real ?? 0) >= (isOwn ? own : mouth).overruling
  }
}

extension HappeningMention {
  /// Probability that it is told as having happened or going on.
  var real: Float { (statuses[.happened] ?? 0) + (statuses[.ongoing] ?? 0) }

  /// The same without the chance that it did not happen.
  var withoutDenial: HappeningMention {
    var mention = self
    mention.statuses[.denied] = nil
    mention.statuses[.negated] = nil
    let sum = mention.statuses.values.reduce(0, +)
    guard sum > 0 else { return self }
    mention.statuses = mention.statuses.mapValues { $0 / sum }
    return mention
  }

  /// The likeliest of the other statuses.
  var likeliestUnreal: EventStatus? {
    statuses.filter { $0.key != .happened && $0.key != .ongoing }
      .max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key
  }
}
