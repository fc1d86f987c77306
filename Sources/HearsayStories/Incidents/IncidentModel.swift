#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// How much each kind of evidence weighs: a readable table, fitted once and shipped (`Data/stories/incidents.tsv`).
package struct IncidentModel: Sendable {
  /// By kind and level.
  private let weights: [Double]
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
    self.weights = Evidence.Kind.allCases.flatMap { kind in
      Evidence.Level.allCases.map { weights["\(kind.word).\($0.word)"] ?? 0 }
    }
  }

  /// What a person's decision weighs: more than anything that can be read.
  static let decided = 100.0

  /// What one piece of evidence adds to the logarithm of the odds.
  func weight(of evidence: Evidence) -> Double {
    guard evidence.kind != .decision else { return Self.decided }
    let place = evidence.kind.rawValue * Evidence.Level.allCases.count + evidence.level.rawValue
    return weights[place] * evidence.amount
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
    switch (evidence.kind, evidence.level) {
    case (.when, .apart), (.where, .far): true
    default: false
    }
  }

  /// Another town on another day, each told and not only lent: a look-alike.
  private static func isElsewhere(_ evidence: [Evidence]) -> Bool {
    evidence.contains { $0.kind == .where && $0.level == .apart }
      && evidence.contains {
        $0.kind == .when && ($0.level == .nextDay || $0.level == .days || $0.level == .weeks)
      }
  }

  /// The probability of a score.
  static func probability(_ score: Double) -> Double { 1 / (1 + exp(-score)) }
}
