private import CSQLite
package import HearsayDatabase

/// Cuts text into words as SQLite's full-text tables do, for databases that are to find the same.
///
/// It belongs to one thread at a time.
// Safe: the handles never leave the object, which frees each once.
@safe package final class Tokenizer {
  /// A word.
  package struct Token: Hashable, Sendable {
    /// In small letters, without marks on them.
    package let word: String
    /// Where it begins in the text, in bytes of UTF-8.
    package let start: Int
    /// Behind its end.
    package let end: Int
  }

  private let connection: OpaquePointer
  private var methods = fts5_tokenizer()
  private let tokenizer: OpaquePointer

  /// - Throws: ``DatabaseError`` if this SQLite has no full-text tables.
  package init() throws(DatabaseError) {
    var handle: OpaquePointer?
    let code = unsafe sqlite3_open_v2(
      ":memory:", &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let connection = unsafe handle else {
      unsafe sqlite3_close_v2(handle)
      throw ResultCode.error(code, message: "out of memory")
    }
    var methods = fts5_tokenizer()
    guard let tokenizer = unsafe Self.tokenizer(connection, &methods) else {
      unsafe sqlite3_close_v2(connection)
      throw ResultCode.error(SQLITE_MISUSE, message: "this SQLite was built without FTS5")
    }
    unsafe self.connection = connection
    self.methods = methods
    unsafe self.tokenizer = tokenizer
  }

  deinit {
    unsafe methods.xDelete?(tokenizer)
    unsafe sqlite3_close_v2(connection)
  }

  /// The tokenizer of the full-text tables: see `Schema.fullText`.
  private static func tokenizer(
    _ connection: OpaquePointer, _ methods: inout fts5_tokenizer
  ) -> OpaquePointer? {
    var statement: OpaquePointer?
    guard unsafe sqlite3_prepare_v2(connection, "SELECT fts5(?1)", -1, &statement, nil) == SQLITE_OK
    else { return nil }
    defer { unsafe sqlite3_finalize(statement) }
    var api: UnsafeMutablePointer<fts5_api>?
    unsafe withUnsafeMutablePointer(to: &api) { place in
      unsafe sqlite3_bind_pointer(statement, 1, place, "fts5_api_ptr", nil)
      _ = unsafe sqlite3_step(statement)
    }
    guard let api = unsafe api else { return nil }
    var context: UnsafeMutableRawPointer?
    guard unsafe api.pointee.xFindTokenizer(api, "unicode61", &context, &methods) == SQLITE_OK
    else { return nil }
    var made: OpaquePointer?
    // It reads them and keeps nothing.
    let isMade = unsafe "remove_diacritics".withCString { name in
      unsafe "2".withCString { value in
        var words = unsafe [UnsafePointer<CChar>?(name), UnsafePointer<CChar>?(value)]
        return unsafe methods.xCreate(context, &words, 2, &made) == SQLITE_OK
      }
    }
    return isMade ? unsafe made : nil
  }

  /// The words of a text, in order.
  package func tokens(_ text: String) -> [Token] {
    var text = text
    var tokens: [Token] = []
    text.withUTF8 { bytes in
      unsafe withUnsafeMutablePointer(to: &tokens) { place in
        unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
          _ = unsafe methods.xTokenize(
            tokenizer, place, FTS5_TOKENIZE_DOCUMENT, characters.baseAddress,
            Int32(characters.count)
          ) { context, _, word, count, start, end in
            guard let context = unsafe context, let word = unsafe word else { return SQLITE_OK }
            let bytes = unsafe UnsafeRawBufferPointer(start: word, count: Int(count))
            unsafe context.assumingMemoryBound(to: [Token].self).pointee.append(
              Token(
                word: unsafe String(decoding: bytes, as: UTF8.self), start: Int(start),
                end: Int(end)))
            return SQLITE_OK
          }
        }
      }
    }
    return tokens
  }
}
