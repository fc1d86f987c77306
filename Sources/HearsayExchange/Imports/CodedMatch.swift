import HearsayLedger
import HearsayRecords
import HearsayStories

/// Whether a row of somebody else's tells of an incident of ours, and why.
///
/// Nothing is a match that is not of one type, in one country and on neighbouring days; and beside these a place, a party, an outlet or
/// the same number of dead must speak for it. A row that bears the ledger's own number needs nothing else: it was exported, and perhaps
/// mended by hand. The weights are ours, tuned together with ``least``.
struct CodedMatch {
  /// Days by which both may differ.
  static let slack = 1
  /// Kilometres up to which two places are one neighbourhood.
  static let near = 50.0
  /// Below this it is none.
  private static let least = 3.5
  /// More than all else together gives.
  static let certain = 100.0

  let score: Double
  let reasons: [String]

  init?(_ theirs: ForeignRow, _ ours: CodedIncident) {
    guard ours.type == theirs.type.rawValue, let days = ours.days else { return nil }
    if let mine = ours.country, let other = theirs.country, mine != other { return nil }
    var score = 0.0
    var reasons: [String] = []
    let gap = max(
      days.lowerBound - theirs.days.upperBound, theirs.days.lowerBound - days.upperBound)
    guard gap <= Self.slack else { return nil }
    score += gap <= 0 && !ours.isPublication ? 2 : 1
    reasons.append(
      gap <= 0
        ? (ours.isPublication ? "the days before the report" : "the same day") : "a day apart")
    if let distance = Self.distance(theirs, ours), ours.isNear {
      guard distance <= Self.near || theirs.precision != .exact && theirs.precision != .named else {
        return nil
      }
      if distance <= Self.near {
        score += distance <= 5 ? 3 : 2
        reasons.append(distance <= 5 ? "the same place" : "\(Int(distance.rounded())) km apart")
      }
    } else if let place = theirs.place, let own = ours.place, place.lowercased() == own.lowercased()
    {
      score += 2
      reasons.append("a place by the same name")
    }
    let doers = theirs.actors + theirs.actorsBeside
    let sufferers = theirs.recipients + theirs.recipientsBeside
    if Self.share(doers, ours.actors) || Self.share(doers, ours.recipients) {
      score += 2
      reasons.append("a party by the same name")
    }
    if Self.share(sufferers, ours.recipients) || Self.share(sufferers, ours.actors) {
      score += 1.5
      reasons.append("the other party by the same name")
    } else if ours.isCivil, theirs.recipients.contains(where: { $0.hasPrefix("Civilians") }) {
      score += 0.5
      reasons.append("civilians")
    }
    if theirs.typeWords == ours.kind || theirs.mode != nil && theirs.mode == ours.mode {
      score += 1
      reasons.append("the same kind")
    }
    if let best = theirs.best, best > 0, let low = ours.low, let high = ours.high,
      (low...max(low, high)).contains(best)
    {
      score += 1
      reasons.append("the same number of dead")
    }
    let outlets = Set(ours.outlets.map { $0.lowercased() })
    if theirs.outlets.contains(where: { outlets.contains($0.lowercased()) }) {
      score += 1
      reasons.append("the same outlet")
    }
    guard score >= Self.least else { return nil }
    self.score = score
    self.reasons = reasons
  }

  // MARK: Differences

  static func differences(_ theirs: ForeignRow, _ ours: CodedIncident) -> [CodedComparison
    .Difference]
  {
    var differences: [CodedComparison.Difference] = []
    func add(_ field: CodedComparison.Difference.Field, _ other: String, _ mine: String) {
      differences.append(.init(field: field, theirs: other, ours: mine))
    }
    if let best = theirs.best {
      if let low = ours.low, let high = ours.high {
        if !(min(low, theirs.low ?? low)...max(high, low)).contains(best) || best < low {
          add(.fatalities, "\(best)", low == high ? "\(low)" : "\(low) to \(high)")
        }
      } else if best > 0 {
        add(.fatalities, "\(best)", "nobody tells")
      }
    }
    if let distance = distance(theirs, ours), distance > 5, ours.isNear {
      add(
        .place, theirs.place ?? "no name",
        "\(ours.place ?? "no name"), \(Int(distance.rounded())) km off")
    }
    if let days = ours.days, !ours.isPublication, !days.overlaps(theirs.days) {
      add(.day, text(theirs.days), text(days))
    }
    if !theirs.actors.isEmpty, !ours.actors.isEmpty,
      !share(theirs.actors + theirs.actorsBeside, ours.actors)
    {
      add(.actor, theirs.actors.joined(separator: "; "), ours.actors.joined(separator: "; "))
    } else if !theirs.actors.isEmpty, ours.actors.isEmpty {
      add(.actor, theirs.actors.joined(separator: "; "), "nobody is told to have done it")
    }
    let areCivil = ours.isCivil && theirs.recipients.contains { $0.hasPrefix("Civilians") }
    if !theirs.recipients.isEmpty, !ours.recipients.isEmpty, !areCivil,
      !share(theirs.recipients + theirs.recipientsBeside, ours.recipients)
    {
      add(
        .recipient, theirs.recipients.joined(separator: "; "),
        ours.recipients.joined(separator: "; "))
    }
    if let mode = theirs.mode, let mine = ours.mode, mode != mine { add(.kind, mode, mine) }
    return differences
  }

  private static func text(_ days: ClosedRange<Int>) -> String {
    days.count == 1
      ? CivilCalendar.text(days.lowerBound)
      : "\(CivilCalendar.text(days.lowerBound)) to \(CivilCalendar.text(days.upperBound))"
  }

  // MARK: Comparing

  /// Words that names of all sides share.
  private static let common: Set<String> = [
    "forces", "force", "military", "police", "government", "group", "armed", "unidentified",
    "civilians", "people", "republic",
    "state", "national", "army", "front", "movement", "party", "members", "gunmen", "militia",
    "rebels", "protesters", "rioters",
  ]

  static func share(_ left: [String], _ right: [String]) -> Bool {
    let mine = Set(left.flatMap(words))
    return right.contains { !mine.isDisjoint(with: words($0)) }
  }

  private static func words(_ name: String) -> Set<String> {
    Set(
      name.prefix { $0 != "(" }.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        .filter { $0.count > 2 && !common.contains($0) }
        // "Sorrati" and "Sorrat" are one.
        .map { String($0.prefix(5)) })
  }

  /// Kilometres between both.
  static func distance(_ theirs: ForeignRow, _ ours: CodedIncident) -> Double? {
    GroundPoint(theirs.latitude, theirs.longitude).flatMap { point in
      ours.point.map(point.kilometres)
    }
  }

  /// The number of a row that the ledger itself exported; `nil` for those of makers, which have ten digits at most.
  static func number(_ theirs: ForeignRow) -> Int? {
    let digits = theirs.id.drop { $0.isLetter }
    return digits.count > 10 ? Int(digits) : nil
  }
}
