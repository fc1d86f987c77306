package import HearsayLedger
import HearsayRecords

/// How a record stands with the people who looked at it.
package struct ReviewState: Sendable, Hashable {
  /// The four states: machine work is neither coded nor reviewed.
  package enum Word: String, Sendable, Hashable, CaseIterable {
    case machine, coded, reviewed, disputed
  }

  package let word: Word
  /// The decisions that hold, in the order in which they were made; notes among them.
  package let decisions: [Decision]

  /// What holds of everything that was decided about one record.
  ///
  /// A decision that a later one undoes is as if it had not been. Two people who decide differently make it disputed, until
  /// somebody decides after that with the last word: only *undo* of one of the two, or the same verdict by both, ends it.
  package init(_ all: [Decision]) {
    let undone = Self.undone(all)
    decisions = all.filter { $0.verdict != .undo && !undone.contains($0.number) }
    var last: [String: Decision] = [:]
    for decision in decisions where decision.verdict != .note { last[decision.person] = decision }
    let verdicts = Set(last.values.map { Verdict($0) })
    if last.values.contains(where: { $0.verdict == .dispute }) || verdicts.count > 1 {
      word = .disputed
    } else if verdicts.isEmpty {
      word = .machine
    } else {
      word = last.count > 1 ? .reviewed : .coded
    }
  }

  /// The numbers of the decisions that others undo; an undone *undo* undoes nothing.
  static func undone(_ all: [Decision]) -> Set<Int> {
    var undone: Set<Int> = []
    for decision in all.reversed()
    where decision.verdict == .undo && !undone.contains(decision.number) {
      if let number = decision.undoes { undone.insert(number) }
    }
    return undone
  }

  /// What tells two verdicts apart.
  private struct Verdict: Hashable {
    let verdict: Decision.Verdict
    let values: String?

    init(_ decision: Decision) {
      verdict = decision.verdict
      values = decision.verdict == .edit ? decision.values : nil
    }
  }

  /// Whether somebody said that there should be no such record, and nobody contradicts.
  package var isRejected: Bool {
    word != .disputed && decisions.last { $0.verdict != .note }?.verdict == .reject
  }

  var badge: HTML {
    let last = decisions.last { $0.verdict != .note }
    let how =
      last.map { " · \($0.verdict.rawValue) by \($0.person), \(Dates.short($0.made))" } ?? ""
    return .tag("p", [.class("state \(word.rawValue)")], .text(word.rawValue + how))
  }

  var notes: HTML {
    let said = decisions.filter { !$0.reason.isEmpty || $0.verdict == .note }
    guard !said.isEmpty else { return .none }
    return .tag(
      "ul", [.class("notes")],
      .all(
        said.map {
          .tag(
            "li", [],
            .text("\($0.person), \(Dates.short($0.made)), \($0.verdict.rawValue): \($0.reason)"))
        }))
  }
}

/// The decisions about the records of one report, by record.
package struct Reviews {
  private let byRecord: [String: [Decision]]

  package init(_ decisions: [Decision], of report: String) {
    let undos = decisions.filter { $0.verdict == .undo }
    var byRecord: [String: [Decision]] = [:]
    for decision in decisions where decision.verdict != .undo {
      for target in [decision.target, decision.other].compactMap(\.self)
      where target.report == report {
        byRecord[target.record, default: []].append(decision)
      }
    }
    for (record, made) in byRecord {
      let numbers = Set(made.map(\.number))
      byRecord[record] = (made + undos.filter { $0.undoes.map(numbers.contains) == true })
        .sorted { $0.number < $1.number }
    }
    self.byRecord = byRecord
  }

  package func state(of record: String) -> ReviewState { ReviewState(byRecord[record] ?? []) }
}
