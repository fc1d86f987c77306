import HearsayDatabase
import HearsayRecords

/// Checks the order of versions and readings.
struct OrderCheck {
  private let connection: any Database

  init(_ connection: any Database) { self.connection = connection }

  /// Numbers of versions without gaps, each after the one it supersedes, both in being read and in standing there; readings without
  /// gaps; and which of them are the newest.
  func problems() throws -> [Problem] {
    try connection.rows(
      """
      SELECT r.id FROM reports r LEFT JOIN reports old ON old.number = r.supersedes
      WHERE (r.supersedes IS NOT NULL AND (old.address <> r.address OR old.version >= r.version
          OR \(VersionOrder.key("old")) > \(VersionOrder.key("r"))))
        OR (r.supersedes IS NULL AND EXISTS (SELECT 1 FROM reports p WHERE p.address = r.address
          AND p.version < r.version AND \(VersionOrder.key("p")) < \(VersionOrder.key("r"))))
        OR (r.version > 1 AND NOT EXISTS (SELECT 1 FROM reports p
          WHERE p.address = r.address AND p.version = r.version - 1))
      UNION ALL SELECT r.id FROM reports r
        WHERE NOT EXISTS (SELECT 1 FROM readings g WHERE g.report = r.number AND g.ordinal = 1)
      UNION ALL SELECT r.id FROM readings g JOIN reports r ON r.number = g.report
        WHERE g.ordinal > 1 AND NOT EXISTS
          (SELECT 1 FROM readings p WHERE p.report = r.number AND p.ordinal = g.ordinal - 1)
      """
    ) { Problem(report: $0.string(0), reason: "its versions or readings are not in order") }
      + connection.rows(
        """
        SELECT r.id FROM shelf s JOIN readings g ON g.number = s.reading
          JOIN reports r ON r.number = g.report
        WHERE s.newest <> CASE
          WHEN EXISTS (SELECT 1 FROM readings n WHERE n.report = r.number AND n.ordinal > g.ordinal)
            THEN 0
          WHEN EXISTS (SELECT 1 FROM reports n WHERE n.address = r.address
            AND \(VersionOrder.key("n")) > \(VersionOrder.key("r"))) THEN 1
          ELSE 2 END
        """
      ) { Problem(report: $0.string(0), reason: "it is not known whether it is the newest") }
  }
}
