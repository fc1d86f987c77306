import HearsayRecords

/// How reports are named.
package enum ReportID {
  /// Hexadecimal digits of an id: 48 bits, so that two of a million reports collide with a chance of 1 in 560;
  /// a colliding report gets a longer id (see `Ledger.append`).
  package static let length = 12

  /// The id of the report whose bytes have the digest `sha256` at `address`: the same everywhere, for ever.
  ///
  /// `version` belongs to it only for bytes that stood there before and have come back. `longer` adds digits when the
  /// usual ones are taken.
  package static func make(
    address: String, sha256: String, version: Int? = nil, longer: Int = 0
  ) -> String {
    let back = version.map { "\n\($0)" } ?? ""
    return String(SHA256.hex("\(address)\n\(sha256)\(back)".utf8).prefix(length + longer))
  }

  /// The address a report is kept under: what was given, or its digest for a report without one (standard input).
  package static func address(given: String?, sha256: String) -> String {
    given.flatMap { $0.isEmpty ? nil : $0 } ?? "urn:sha256:\(sha256)"
  }
}
