import HearsayLanguage
import HearsayRecords

/// Where the model and the rules against the unreal disagree on whether an event happened: the one place where that is settled.
///
/// Rules may hold an event back, never raise it. What the model takes for unreal stays unreal unless it is of two minds.
/// The figures are told in Documentation/Measurements.md.
enum EventJudgement {
  /// As real as this the model must find what is told as having happened.
  private static let real: Float = 0.7
  /// The model overrules a sign of the unreal where it is as sure as this that the thing is real.
  private static let overruling: Float = 0.9995

  /// A way of being unreal that a rule tells holds unless the network finds it less likely than this.
  private static let possible: Float = 0.03

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
  /// - Returns: The status, and who decided.
  static func status(
    _ mention: HappeningMention?, rules: EventStatus, by names: [String] = []
  ) -> Verdict {
    guard let mention, !mention.statuses.isEmpty else {
      return Verdict(status: rules, by: names)
    }
    let isReal = rules == .happened || rules == .ongoing
    let real = mention.real
    // What a rule with a name says has happened ("failed to prevent the attacks") has, and no sign speaks against it.
    if rules == .happened, !names.isEmpty { return Verdict(status: .happened, by: names) }
    if isReal {
      if real >= Self.real {
        let lasts = (mention.statuses[.ongoing] ?? 0) > (mention.statuses[.happened] ?? 0)
        return Verdict(status: lasts ? .ongoing : .happened, by: ["status-head"])
      }
      return Verdict(status: mention.likeliestUnreal ?? rules, by: ["status-head"])
    }
    if real >= Self.overruling { return Verdict(status: .happened, by: ["status-head"]) }
    // Both say that it is not real: in which way, the rules say where the network holds that possible at all.
    if real < 0.5, (mention.statuses[rules] ?? 0) < Self.possible,
      let unreal = mention.likeliestUnreal
    {
      return Verdict(status: unreal, by: ["status-head"])
    }
    return Verdict(status: rules, by: names)
  }
}

extension HappeningMention {
  /// Probability that it is told as having happened or going on.
  var real: Float { (statuses[.happened] ?? 0) + (statuses[.ongoing] ?? 0) }

  /// The likeliest of the other statuses.
  var likeliestUnreal: EventStatus? {
    statuses.filter { $0.key != .happened && $0.key != .ongoing }
      .max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key
  }
}
