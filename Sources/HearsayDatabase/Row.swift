/// What a row is read from: a statement that stands on it, or an answer that holds it.
package protocol RowSource: AnyObject {
  /// The number of columns.
  var columnCount: Int { get }
  /// The value of a column, counted from 0, as it is stored.
  func value(_ column: Int) -> Value
  /// The text of a column; `nil` for NULL.
  func text(_ column: Int) -> String?
  /// The number in a column; `nil` for NULL.
  func integer(_ column: Int) -> Int?
  /// The number in a column; `nil` for NULL.
  func double(_ column: Int) -> Double?
  /// The bytes of a column; `nil` for NULL.
  func bytes(_ column: Int) -> [UInt8]?
}

/// The row a statement stands on; good only inside the closure that receives it.
package struct Row {
  private let source: any RowSource

  package init(of source: any RowSource) { self.source = source }

  /// The number of columns.
  package var count: Int { source.columnCount }

  /// The value of a column, counted from 0, as it is stored.
  package subscript(column: Int) -> Value { source.value(column) }

  /// The text of a column; `nil` for NULL.
  package func text(_ column: Int) -> String? { source.text(column) }

  /// The text of a column that the schema declares NOT NULL.
  package func string(_ column: Int) -> String { source.text(column) ?? "" }

  /// The number in a column; `nil` for NULL.
  package func integer(_ column: Int) -> Int? { source.integer(column) }

  /// The number in a column that the schema declares NOT NULL.
  package func int(_ column: Int) -> Int { source.integer(column) ?? 0 }

  /// The number in a column; `nil` for NULL.
  package func double(_ column: Int) -> Double? { source.double(column) }

  /// The bytes of a column; `nil` for NULL.
  package func bytes(_ column: Int) -> [UInt8]? { source.bytes(column) }
}
