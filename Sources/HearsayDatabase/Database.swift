/// An open database, of a file or of a server: what the ledger needs of one, and no more.
///
/// Statements are written once, with `?` for each value, or `?1` where one is used again; where databases speak differently, a word
/// of their ``Dialect`` stands in them. Not `Sendable`: one connection belongs to one actor or one thread at a time.
package protocol Database: AnyObject {
  var dialect: Dialect { get }
  /// Told of every statement that is run, so that tests can ask how it is answered.
  var onStatement: ((String) -> Void)? { get set }

  /// Runs every statement of `sql`, none of which has parameters; rows are thrown away.
  func execute(_ sql: String) throws(DatabaseError)

  /// Runs one statement to its end.
  ///
  /// - Returns: How many rows it added, changed or removed.
  @discardableResult
  func run(_ sql: String, _ values: [Value]) throws(DatabaseError) -> Int

  /// Runs one statement of whose answer nobody asks anything: a server may be given it without being waited for, and what is wrong
  /// with it is told by a later statement or at the end of the transaction.
  func post(_ sql: String, _ values: [Value]) throws(DatabaseError)

  /// What `make` makes of each row.
  func rows<Result>(
    _ sql: String, _ values: [Value], _ make: (Row) -> Result
  ) throws(DatabaseError) -> [Result]

  /// The same of a statement that is best answered one way for some values and another way for others.
  func plannedRows<Result>(
    _ sql: String, _ values: [Value], _ make: (Row) -> Result
  ) throws(DatabaseError) -> [Result]

  /// The same of a statement whose rows are found by an index of words, and by no walk through a table in order: a server that cannot
  /// tell how few rows have one of very many words would rather walk.
  func gatheredRows<Result>(
    _ sql: String, _ values: [Value], _ make: (Row) -> Result
  ) throws(DatabaseError) -> [Result]

  /// What `make` makes of the first row; `nil` if there is none.
  func first<Result>(
    _ sql: String, _ values: [Value], _ make: (Row) -> Result
  ) throws(DatabaseError) -> Result?

  /// Runs one statement that answers with few rows and shows each to `body` until it says `false`.
  ///
  /// - Throws: ``DatabaseError``, or what `body` throws.
  func forEach(_ sql: String, _ values: [Value], _ body: (Row) throws -> Bool) throws

  /// The same of a statement that may answer with very many rows, of which perhaps few are wanted, in a transaction.
  ///
  /// - Throws: ``DatabaseError``, or what `body` throws.
  func stream(_ sql: String, _ values: [Value], _ body: (Row) throws -> Bool) throws

  /// Adds a row that nobody asks for before the transaction ends: it may be held back until then.
  func add(_ row: [Value], _ insertion: Insertion) throws(DatabaseError)

  /// Sends what is held back, and need not wait until it is there.
  func sendHeld() throws(DatabaseError)

  /// Runs `body` in one transaction of which there is only one at a time; an error undoes all of it.
  ///
  /// - Throws: ``DatabaseError`` with ``DatabaseError/Code/busy`` if somebody else is not done in time; what `body` throws.
  @discardableResult
  func transaction<Result>(_ body: () throws -> Result) throws -> Result

  /// Begins to answer all questions as of now, until it is asked to again.
  func standStill() throws(DatabaseError)

  /// Moves what was written to where it is to stay.
  func settle() throws(DatabaseError)
}

extension Database {
  /// Runs one statement without values to its end.
  @discardableResult
  package func run(_ sql: String) throws(DatabaseError) -> Int { try run(sql, []) }

  /// What `make` makes of each row.
  package func rows<Result>(
    _ sql: String, _ make: (Row) -> Result
  ) throws(DatabaseError) -> [Result] { try rows(sql, [], make) }

  /// What `make` makes of the first row; `nil` if there is none.
  package func first<Result>(
    _ sql: String, _ make: (Row) -> Result
  ) throws(DatabaseError) -> Result? { try first(sql, [], make) }

  /// Shows each row of few to `body` until it says `false`.
  package func forEach(_ sql: String, _ body: (Row) throws -> Bool) throws {
    try forEach(sql, [], body)
  }

  /// Shows each row of many to `body` until it says `false`.
  package func stream(_ sql: String, _ body: (Row) throws -> Bool) throws {
    try stream(sql, [], body)
  }
}

/// How rows are added to a table.
package struct Insertion: Hashable, Sendable {
  package let table: String
  package let columns: [String]
  /// The statement that adds one.
  package let sql: String

  package init(_ table: String, _ columns: [String]) {
    self.table = table
    self.columns = columns
    let marks = Array(repeating: "?", count: columns.count).joined(separator: ", ")
    sql = "INSERT INTO \(table)(\(columns.joined(separator: ", "))) VALUES (\(marks))"
  }
}
