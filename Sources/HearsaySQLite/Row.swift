/// The row a statement stands on; good only inside the closure that receives it.
package struct Row {
  private let statement: Statement

  init(of statement: Statement) { self.statement = statement }

  /// The number of columns.
  package var count: Int { statement.columnCount }

  /// The value of a column, counted from 0, as it is stored.
  package subscript(column: Int) -> Value { statement.value(column) }

  /// The text of a column; `nil` for NULL.
  package func text(_ column: Int) -> String? { statement.text(column) }

  /// The text of a column that the schema declares NOT NULL.
  package func string(_ column: Int) -> String { statement.text(column) ?? "" }

  /// The number in a column; `nil` for NULL.
  package func integer(_ column: Int) -> Int? { statement.integer(column) }

  /// The number in a column that the schema declares NOT NULL.
  package func int(_ column: Int) -> Int { statement.integer(column) ?? 0 }

  /// The number in a column; `nil` for NULL.
  package func double(_ column: Int) -> Double? { statement.double(column) }

  /// The bytes of a column; `nil` for NULL.
  package func bytes(_ column: Int) -> [UInt8]? { statement.bytes(column) }
}
