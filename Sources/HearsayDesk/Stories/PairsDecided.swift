import HearsayLedger
import HearsayStories

/// What people said of pairs of records of one story: same, or not.
struct PairsDecided {
  private var byPair: [[String]: [Decision]] = [:]

  init(_ visit: Visit, _ story: Story) throws {
    let all = try visit.snapshot.decisions(
      verdicts: [.same, .notSame, .undo, .dispute, .note], asOf: visit.asOf
    ).filter { $0.other != nil || $0.verdict == .undo }
    let undone = ReviewState.undone(all)
    let ids = Set(story.reports.map(\.id))
    for decision in all where !undone.contains(decision.number) {
      guard let other = decision.other, let one = Self.id(decision.target, ids),
        let two = Self.id(other, ids)
      else { continue }
      byPair[[one, two].sorted(), default: []].append(decision)
    }
  }

  /// `report:record` as stories name it.
  private static func id(_ target: Decision.Target, _ ids: Set<String>) -> String? {
    // A report's id is the beginning of its key.
    ids.first { target.report.hasPrefix($0) }.map { "\($0):\(target.record)" }
  }

  /// Who said what of a pair, in words; nothing if nobody did.
  func words(_ one: String, _ other: String) -> HTML {
    guard let made = byPair[[one, other].sorted()], !made.isEmpty else { return .none }
    return .tag(
      "ul", [.class("notes")],
      .all(
        made.map { decision in
          let reason = decision.reason.isEmpty ? "" : ": " + decision.reason
          return .tag(
            "li", [],
            .text(
              "\(decision.person) said “\(Self.word(decision.verdict))”, \(Dates.short(decision.made))\(reason)"
            ))
        }))
  }

  /// Whether somebody has said anything of a pair.
  func hasSaid(_ person: String, _ one: String, _ other: String) -> Bool {
    byPair[[one, other].sorted()]?.contains { $0.person == person && $0.verdict != .note } == true
  }

  static func word(_ verdict: Decision.Verdict) -> String {
    switch verdict {
    case .notSame: "not the same"
    default: verdict.rawValue
    }
  }

  /// Pairs that somebody keeps apart, with a record of some on one side and another on the other.
  func apart(from records: Set<String>) -> [(mine: String, other: String)] {
    byPair.filter { $0.value.contains { $0.verdict == .notSame } }.keys.compactMap { pair in
      let (first, second) = (pair[0], pair[1])
      if records.contains(first), !records.contains(second) { return (first, second) }
      if records.contains(second), !records.contains(first) { return (second, first) }
      return nil
    }.sorted { $0 < $1 }
  }
}
