import HearsayDatabase

/// Compares the full-text tables with what they should hold.
protocol FullTextCheck: AnyObject {
  /// Bands that should be there.
  var bands: Int { get set }

  /// Takes in what a reading should be found by.
  func expect(_ found: [FoundBy], at row: ShelfRow) throws(DatabaseError)

  /// What is wrong, after every reading was looked at.
  func problems() throws -> [Problem]
}

extension FullTextCheck {
  /// What is wrong with the bands, which every database keeps alike.
  func bandProblems(in connection: any Database) throws(DatabaseError) -> [Problem] {
    let stored = try connection.first("SELECT count(*) FROM bands") { $0.int(0) }
    return stored == bands
      ? [] : [Problem(report: nil, reason: "the bands of signatures are not those of the texts")]
  }
}
