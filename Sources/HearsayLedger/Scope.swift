import HearsayDatabase

/// Which reports of a ledger a question is about.
package struct Scope: Hashable, Sendable {
  /// Which of several versions of one address count.
  package enum Versions: Hashable, Sendable {
    /// Only the newest.
    case latest
    /// Every version that was ever seen.
    case all
  }

  /// Which versions count.
  package var versions: Versions = .latest
  /// The beginning of the ids of the reports that count; every version is meant then.
  package var report: String?
  /// Words in the name of the outlet.
  package var outlet: String?
  /// Outlets of which one must be that of a report, by their whole names; `nil` for any.
  package var outlets: Set<String>?
  /// Published at this moment or later.
  package var publishedSince: Moment?
  /// Published at this moment or earlier.
  package var publishedUntil: Moment?
  /// The ledger as it was at the end of this moment; `nil` for now.
  package var asOf: Moment?
  /// Only what stands behind this reading (a row of this ledger), in the order in which the answers come; `nil` for all from the first
  /// on.
  package var behind: Int?
  /// At most so many answers; `nil` for all.
  package var limit: Int?

  /// Every report in its newest version, as of now.
  package init() {}
}

/// The parts of a `WHERE` clause, with the values they need in order.
struct Conditions {
  private var clauses: [String] = []
  private(set) var values: [Value] = []

  /// The clauses joined; true if there are none.
  var sql: String { clauses.isEmpty ? "TRUE" : clauses.joined(separator: "\n  AND ") }

  mutating func add(_ clause: String, _ values: Value...) { add(clause, of: values) }

  mutating func add(_ clause: String, of values: [Value]) {
    clauses.append(clause)
    self.values += values
  }

  /// Adds "column is one of"; nothing if there are no choices.
  mutating func add(_ column: String, isOneOf choices: [String]) {
    guard !choices.isEmpty else { return }
    clauses.append("\(column) IN (\(choices.map { _ in "?" }.joined(separator: ", ")))")
    values += choices.map { .text($0) }
  }

  /// Adds what a scope asks of `reports r` and `readings g`.
  mutating func add(_ scope: Scope, _ dialect: Dialect) {
    let versions = scope.report == nil ? scope.versions : .all
    if let then = scope.asOf {
      add(known: then, versions: versions)
    } else {
      add(
        "EXISTS (SELECT 1 FROM shelf s WHERE s.reading = g.number AND s.newest >= ?)",
        Value(versions == .latest ? 2 : 1))
    }
    if let prefix = scope.report {
      add(idPrefix: prefix)
    }
    if let outlet = scope.outlet {
      add("g.outlet \(dialect.like) ? ESCAPE '\\'", .text("%\(Self.literal(outlet))%"))
    }
    if let outlets = scope.outlets {
      if outlets.isEmpty { add("FALSE") }
      add("g.outlet", isOneOf: outlets.sorted())
    }
    if let since = scope.publishedSince { add("g.published_at >= ?", .real(since.first)) }
    if let until = scope.publishedUntil { add("g.published_at <= ?", .real(until.last)) }
  }

  /// Adds that ids of `reports r` begin so.
  mutating func add(idPrefix prefix: String) {
    let digits = prefix.lowercased().filter(\.isHexDigit)
    // Behind all that begin so: no digit is a g.
    add("r.id >= ? AND r.id < ?", .text(digits), .text(digits + "g"))
  }

  /// Adds that a reading was the newest of its report, and that of its address, at the end of a moment.
  mutating func add(known then: Moment, versions: Scope.Versions) {
    let end = Value(then.lastText)
    add("r.first_seen <= ?", end)
    add("g.read_at <= ?", end)
    add(
      """
      NOT EXISTS (SELECT 1 FROM readings n
        WHERE n.report = r.number AND n.ordinal > g.ordinal AND n.read_at <= ?)
      """, end)
    guard versions == .latest else { return }
    add(
      """
      NOT EXISTS (SELECT 1 FROM reports n
        WHERE n.address = r.address AND n.first_seen <= ?
          AND \(VersionOrder.key("n")) > \(VersionOrder.key("r")))
      """, end)
  }

  static func literal(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_")
  }
}

/// What tells which of two versions of one address is the newer: the one that stood there later, wherever that is known,
/// not the one that was read later.
///
/// Archives of long ago may be read after the page of today.
enum VersionOrder {
  /// What is compared, of the table or alias `reports`.
  static func key(_ reports: String) -> String {
    "(coalesce(\(reports).stood, \(reports).first_seen), \(reports).version)"
  }

  /// `ORDER BY`: the newest first.
  static func descending(_ reports: String) -> String {
    "coalesce(\(reports).stood, \(reports).first_seen) DESC, \(reports).version DESC"
  }
}
