#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// How much each kind of evidence weighs: a readable table, fitted once and shipped (`Data/stories/incidents.tsv`).
package struct IncidentModel: Sendable {
  private let weights: [String: Double]
  private let bias: Double
  /// Clusters whose members are on average less probably one stay apart.
  package let join: Double
  /// So probable a pair is worth a person's look.
  package let look: Double

  /// Reads the table: `name TAB weight` a line; `bias`, `join` and `look` are names too.
  package init(_ table: String) {
    var weights: [String: Double] = [:]
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t")
      if fields.count >= 2, let weight = Double(fields[1]) { weights[String(fields[0])] = weight }
    }
    bias = weights["bias"] ?? 0
    join = weights["join"] ?? 0.5
    look = weights["look"] ?? 0.25
    self.weights = weights
  }

  /// What a person's decision weighs: more than anything that can be read.
  static let decided = 100.0

  /// What one piece of evidence adds to the logarithm of the odds.
  func weight(of evidence: Evidence) -> Double {
    evidence.kind == .decision ? Self.decided : (weights[evidence.name] ?? 0) * evidence.amount
  }

  /// The logarithm of the odds that two tellings are one; `nil` if something forbids it.
  func score(_ evidence: [Evidence]) -> Double? {
    guard !evidence.contains(where: Self.forbids), !Self.isElsewhere(evidence) else { return nil }
    return evidence.reduce(bias) { $0 + weight(of: $1) }
  }

  /// Two days told exactly and far from each other, two named places far from each other.
  ///
  /// Of what is only lent nothing is forbidden.
  static func forbids(_ evidence: Evidence) -> Bool {
    switch evidence.name {
    case "when.apart", "where.far": true
    default: false
    }
  }

  /// Another town on another day, each told and not only lent: a look-alike.
  private static func isElsewhere(_ evidence: [Evidence]) -> Bool {
    evidence.contains { $0.name == "where.apart" }
      && evidence.contains { ["when.nextDay", "when.days", "when.weeks"].contains($0.name) }
  }

  /// The probability of a score.
  static func probability(_ score: Double) -> Double { 1 / (1 + exp(-score)) }
}
