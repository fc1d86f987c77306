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
  /// A decision that a later one undoes is as if it had not been. Two people who decide differently make it disputed: only *undo* of
  /// one of the two, or the same verdict by both, ends it.
  package init(_ all: [Decision]) {
    decisions = Self.holding(all)
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
  package static func undone(_ all: [Decision]) -> Set<Int> {
    var undone: Set<Int> = []
    for decision in all.reversed()
    where decision.verdict == .undo && !undone.contains(decision.number) {
      if let number = decision.undoes { undone.insert(number) }
    }
    return undone
  }

  /// The decisions that nobody took back, in their order; the taking back is none of them.
  package static func holding(_ all: [Decision]) -> [Decision] {
    let undone = Self.undone(all)
    return all.filter { $0.verdict != .undo && !undone.contains($0.number) }
  }

  /// What tells two verdicts apart.
  private struct Verdict: Hashable {
    let verdict: Decision.Verdict
    let values: JSONValue?

    init(_ decision: Decision) {
      verdict = decision.verdict
      values = decision.verdict == .edit ? decision.values.flatMap(JSONValue.init(text:)) : nil
    }
  }

  /// The last that is more than a note.
  package var last: Decision? { decisions.last { $0.verdict != .note } }

  /// Whether somebody said that there should be no such record, and nobody contradicts.
  package var isRejected: Bool { word != .disputed && last?.verdict == .reject }

  /// What fields are to be instead, where somebody said so and nobody contradicts.
  package var values: [String: JSONValue]? {
    guard word != .disputed, let last, last.verdict == .edit,
      case .object(let values)? = last.values.flatMap(JSONValue.init(text:))
    else { return nil }
    return values
  }

  /// Who decided, each once, in order.
  package var people: [String] {
    decisions.filter { $0.verdict != .note }.map(\.person).reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }

  /// What is kept beside a record that somebody decided about, as JSON; `nil` of machine work.
  package var json: String? {
    guard let last, word != .machine else { return nil }
    var object: [String: JSONValue] = [
      "state": .string(word.rawValue), "by": .array(people.map { .string($0) }),
      "made": .string(last.made),
    ]
    if let values { object["fields"] = .array(values.keys.sorted().map { .string($0) }) }
    return JSONValue.object(object).text
  }

  /// The same in words: "reviewed by ana, ben"; `nil` of machine work.
  package var words: String? {
    guard word != .machine else { return nil }
    return "\(word.rawValue) by \(people.joined(separator: ", "))"
  }
}

/// The decisions about the records of one report, by record.
package struct Reviews: Sendable {
  private let byRecord: [String: [Decision]]
  /// Records that somebody added and nobody undid: their kinds with their JSON.
  package let added: [Decision]
  /// Notes on words of the report, or on the whole of it, that nobody took back.
  package let notes: [Decision]

  package init(_ decisions: [Decision], of report: String) {
    let undos = decisions.filter { $0.verdict == .undo }
    var byRecord: [String: [Decision]] = [:]
    // A pair says nothing about either record alone.
    for decision in decisions
    where decision.verdict != .undo && decision.other == nil && decision.target.report == report {
      byRecord[decision.target.record, default: []].append(decision)
    }
    for (record, made) in byRecord {
      let numbers = Set(made.map(\.number))
      byRecord[record] = (made + undos.filter { $0.undoes.map(numbers.contains) == true })
        .sorted { $0.number < $1.number }
    }
    self.byRecord = byRecord
    added = ReviewState.holding(decisions).filter {
      $0.verdict == .add && $0.target.report == report
    }
    notes = ReviewState.holding(decisions).filter {
      $0.verdict == .note && $0.target.record.isEmpty && $0.target.report == report
    }
  }

  package func state(of record: String) -> ReviewState { ReviewState(byRecord[record] ?? []) }

  /// Whether nobody decided anything.
  package var isEmpty: Bool { byRecord.isEmpty && added.isEmpty }
}
