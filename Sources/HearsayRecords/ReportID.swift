/// How reports are named.
package enum ReportID {
  /// Hexadecimal digits of an id: 48 bits, so that two of a million reports collide with a chance of 1 in 560;
  /// a colliding report gets a longer id (see `Ledger.append`).
  package static let length = 12

  /// The whole digest of the report whose bytes have the digest `sha256` at `address`: the same everywhere, for ever.
  ///
  /// `version` belongs to it only for bytes that stood there before and have come back.
  package static func key(address: String, sha256: String, version: Int? = nil) -> String {
    let back = version.map { "\n\($0)" } ?? ""
    return SHA256.hex("\(address)\n\(sha256)\(back)".utf8)
  }

  /// The id of a report: as much of its key as tells it from others; `longer` adds digits when the usual ones are taken.
  package static func make(key: String, longer: Int = 0) -> String {
    String(key.prefix(length + longer))
  }
}
