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
