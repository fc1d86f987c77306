private import CSQLite
package import HearsayDatabase

/// A compiled SQL statement: owns SQLite's handle and frees it.
///
/// It belongs to one ``Connection`` and, like it, to one thread at a time.
// Safe: the handle never leaves the object, which frees it once.
@safe package final class Statement: RowSource {
  private let handle: OpaquePointer
  private let connection: OpaquePointer
  /// The SQL it was made from.
  package let sql: String
  /// Whether somebody stands on a row of it.
  var isLent = false

  /// Compiles the first statement of `sql`.
  ///
  /// - Throws: ``DatabaseError`` if the SQL is wrong, or empty.
  init(_ sql: String, on connection: OpaquePointer, persistent: Bool) throws(DatabaseError) {
    var handle: OpaquePointer?
    let flags = persistent ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
    let code = unsafe sqlite3_prepare_v3(
      connection, sql, Int32(sql.utf8.count), flags, &handle, nil)
    guard code == SQLITE_OK else { throw unsafe failure(on: connection, sql: sql) }
    guard let handle = unsafe handle else {
      throw ResultCode.error(SQLITE_MISUSE, message: "no statement", sql: sql)
    }
    unsafe self.handle = handle
    unsafe self.connection = connection
    self.sql = sql
  }

  deinit { unsafe sqlite3_finalize(handle) }

  /// Gives the parameters their values, in order.
  ///
  /// - Throws: ``DatabaseError`` if a value is too big or there are fewer parameters.
  func bind(_ values: [Value]) throws(DatabaseError) {
    for (offset, value) in values.enumerated() {
      let code = bind(value, at: Int32(offset + 1))
      guard code == SQLITE_OK else { throw unsafe failure(on: connection, sql: sql) }
    }
  }

  private func bind(_ value: Value, at index: Int32) -> Int32 {
    // SQLITE_TRANSIENT, a C macro with a cast that Swift does not import: SQLite copies the bytes.
    let copied = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    switch value {
    case .null: return unsafe sqlite3_bind_null(handle, index)
    case .integer(let number): return unsafe sqlite3_bind_int64(handle, index, number)
    case .real(let number): return unsafe sqlite3_bind_double(handle, index, number)
    case .text(var text):
      // The length is given, so that a NUL inside the text does not cut it short.
      return text.withUTF8 { bytes in
        unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
          guard let start = characters.baseAddress else {
            return unsafe sqlite3_bind_text(handle, index, "", 0, copied)
          }
          return unsafe sqlite3_bind_text64(
            handle, index, start, UInt64(characters.count), copied, UInt8(SQLITE_UTF8))
        }
      }
    case .blob(let bytes):
      return unsafe bytes.withUnsafeBytes { bytes in
        guard let start = bytes.baseAddress, bytes.count > 0 else {
          return unsafe sqlite3_bind_zeroblob(handle, index, 0)
        }
        return unsafe sqlite3_bind_blob64(handle, index, start, UInt64(bytes.count), copied)
      }
    }
  }

  /// Goes to the next row.
  ///
  /// - Returns: Whether there is one.
  /// - Throws: ``DatabaseError`` if the statement fails.
  func step() throws(DatabaseError) -> Bool {
    switch unsafe sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw unsafe failure(on: connection, sql: sql)
    }
  }

  /// Makes the statement ready to run again and forgets its values.
  func reset() {
    unsafe sqlite3_reset(handle)
    unsafe sqlite3_clear_bindings(handle)
  }

  package var columnCount: Int { Int(unsafe sqlite3_column_count(handle)) }

  package func value(_ column: Int) -> Value {
    switch unsafe sqlite3_column_type(handle, Int32(column)) {
    case SQLITE_INTEGER: .integer(unsafe sqlite3_column_int64(handle, Int32(column)))
    case SQLITE_FLOAT: .real(unsafe sqlite3_column_double(handle, Int32(column)))
    case SQLITE_TEXT: Value(text(column))
    case SQLITE_BLOB: .blob(bytes(column) ?? [])
    default: .null
    }
  }

  package func text(_ column: Int) -> String? {
    guard let start = unsafe sqlite3_column_text(handle, Int32(column)) else { return nil }
    let count = Int(unsafe sqlite3_column_bytes(handle, Int32(column)))
    return unsafe String(
      decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  package func bytes(_ column: Int) -> [UInt8]? {
    guard unsafe sqlite3_column_type(handle, Int32(column)) != SQLITE_NULL else { return nil }
    guard let start = unsafe sqlite3_column_blob(handle, Int32(column)) else { return [] }
    let count = Int(unsafe sqlite3_column_bytes(handle, Int32(column)))
    return unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  package func integer(_ column: Int) -> Int? {
    guard unsafe sqlite3_column_type(handle, Int32(column)) != SQLITE_NULL else { return nil }
    return Int(unsafe sqlite3_column_int64(handle, Int32(column)))
  }

  package func double(_ column: Int) -> Double? {
    guard unsafe sqlite3_column_type(handle, Int32(column)) != SQLITE_NULL else { return nil }
    return unsafe sqlite3_column_double(handle, Int32(column))
  }
}

/// The error that `connection` remembers of its last call.
func failure(on connection: OpaquePointer, sql: String?) -> DatabaseError {
  let message = unsafe sqlite3_errmsg(connection).map { unsafe String(cString: $0) }
  return unsafe ResultCode.error(
    sqlite3_extended_errcode(connection), message: message ?? "unknown", sql: sql)
}
