package import HearsayLedger

/// What people decided about which happenings of reports are one, so far as it holds.
///
/// Two people who decided otherwise about one pair are both shown and neither counts: that is for people to settle.
package struct Verdicts: Sendable {
  /// One decision about two happenings.
  package struct Ruling: Hashable, Sendable {
    package let decision: Decision
    /// `report:record` of either.
    package let one: String
    package let other: String
    /// The rows of the two readings.
    let readings: [Int]

    package var isSame: Bool { decision.verdict == .same }
  }

  static let none = Verdicts([])

  /// In the order in which they were made.
  package let rulings: [Ruling]
  private let byReading: [Int: [Ruling]]

  private init(_ rulings: [Ruling]) {
    self.rulings = rulings
    var byReading: [Int: [Ruling]] = [:]
    for ruling in rulings {
      for reading in Set(ruling.readings) { byReading[reading, default: []].append(ruling) }
    }
    self.byReading = byReading
  }

  /// Those of a ledger that hold at a moment.
  ///
  /// A decision about a reading that is not in the ledger waits until that is read.
  package init(_ snapshot: Snapshot, asOf: Moment? = nil) throws(LedgerError) {
    let made = try snapshot.decisions(verdicts: [.same, .notSame, .undo], asOf: asOf)
    var rulings: [Ruling] = []
    for decision in ReviewState.holding(made) {
      guard let other = decision.other,
        let mine = try snapshot.report(key: decision.target.report, asOf: asOf),
        let theirs = try snapshot.report(key: other.report, asOf: asOf)
      else { continue }
      rulings.append(
        Ruling(
          decision: decision, one: "\(mine.id):\(decision.target.record)",
          other: "\(theirs.id):\(other.record)", readings: [mine.row, theirs.row]))
    }
    self.init(rulings)
  }

  /// Those about happenings of some readings.
  func about(_ readings: [Int]) -> [Ruling] {
    Set(readings.flatMap { byReading[$0] ?? [] }).sorted {
      $0.decision.number < $1.decision.number
    }
  }

  /// The readings whose happenings people took for one, in pairs; none about which people disagree.
  var ties: [[Int]] {
    let settled = IncidentDrawing.Decisions(rulings)
    return rulings.filter { settled.verdict($0.one, $0.other) == true }.map(\.readings)
  }
}

extension IncidentDrawing.Decisions {
  /// What the rulings say of pairs of happenings.
  init(_ rulings: [Verdicts.Ruling]) {
    self.init()
    for ruling in rulings {
      let key = Self.key(ruling.one, ruling.other)
      if ruling.isSame { same.insert(key) } else { different.insert(key) }
    }
  }
}
