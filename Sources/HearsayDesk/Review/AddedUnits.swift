import HearsayLedger
import HearsayRecords

/// Records that people added, as units of agreement: two who added one of a kind at words that overlap added the same, and whoever
/// looked at that report and added none there holds that there is none.
struct AddedUnits {
  /// A record that somebody added, with where its words stand.
  private struct Added {
    let decision: Decision
    let fields: [String: JSONValue]
    let words: ClosedRange<Double>
  }

  /// The units, in the order of the first decision about each.
  static func units(_ holding: [Decision]) -> [AgreementPage.Unit] {
    let looked = Dictionary(grouping: holding.filter { $0.verdict != .note }, by: \.target.report)
      .mapValues { Set($0.map(\.person)) }
    var groups: [[Added]] = []
    for added in holding.compactMap(added) {
      let group = groups.firstIndex { group in
        group.contains { isSame($0, added) }
          && !group.contains { $0.decision.person == added.decision.person }
      }
      if let group { groups[group].append(added) } else { groups.append([added]) }
    }
    return groups.map { group in
      var unit = AgreementPage.Unit(target: group[0].decision.target)
      for person in looked[unit.target.report] ?? [] { unit.held[person] = .some(nil) }
      for added in group { unit.held[added.decision.person] = .some(added.fields) }
      return unit
    }
  }

  private static func isSame(_ one: Added, _ other: Added) -> Bool {
    one.decision.target.report == other.decision.target.report
      && one.decision.target.kind == other.decision.target.kind && one.words.overlaps(other.words)
  }

  private static func added(_ decision: Decision) -> Added? {
    guard decision.verdict == .add, let kind = decision.target.kind,
      case .object(let fields)? = decision.values.flatMap(JSONValue.init(text:)),
      let words = ["content", "trigger", "evidence", "mentions"].lazy
        .compactMap({ fields[$0].flatMap(words) }).first
    else { return nil }
    // What is no field to be set right, such as the id and the exact ends of the words, is no disagreement.
    let names = Set(EditForm.fields(of: kind).map(\.name))
    return Added(
      decision: decision, fields: fields.filter { names.contains($0.key) }, words: words)
  }

  /// Where a span, or the first of several, stands; both ends are characters of it.
  private static func words(_ value: JSONValue) -> ClosedRange<Double>? {
    switch value {
    case .array(let all): all.first.flatMap(words)
    case .object(let span):
      if case .number(let start)? = span["start"], case .number(let end)? = span["end"],
        start < end
      {
        start...(end - 1)
      } else {
        nil
      }
    default: nil
    }
  }
}
