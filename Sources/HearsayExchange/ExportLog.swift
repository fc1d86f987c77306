import HearsayLedger

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What left a ledger, a line of JSON for each export in a file beside it, so that it can be told later who passed on what.
package struct ExportLog: Sendable {
  /// Where it lies.
  package let path: String

  package init(besideLedger ledger: String) {
    path = LedgerLocation.beside(ledger) + ".exports.jsonl"
  }

  /// One export.
  package struct Entry: Hashable, Sendable {
    /// When, ISO 8601 in UTC.
    package var at: String
    package var by: String
    package var format: String
    /// The flags that picked what was written.
    package var query: String
    /// The file; `nil` for standard output.
    package var file: String?
    package var rows: Int
    package var version: String

    package init(
      at: String, by: String, format: String, query: String, file: String?, rows: Int,
      version: String
    ) {
      self.at = at
      self.by = by
      self.format = format
      self.query = query
      self.file = file
      self.rows = rows
      self.version = version
    }

    var json: JSONTree {
      .object(of: [
        "at": .text(at), "by": .text(by), "format": .text(format), "query": .text(query),
        "file": JSONTree(file), "rows": .integer(rows), "version": .text(version),
      ])
    }
  }

  /// Adds a line, whole even if others add theirs in the same moment.
  ///
  /// - Returns: Whether there was a place for it: whoever may only read the ledger leaves no line.
  package func add(_ entry: Entry) -> Bool {
    guard let line = try? entry.json.line() else { return false }
    let bytes = Array((line + "\n").utf8)
    let descriptor = unsafe open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return unsafe bytes.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
      == bytes.count
  }
}
