package import FoundationEssentials
package import HearsayLedger
import HearsayRecords

/// Writes the original bytes of reports as a web archive, WARC/1.1 (ISO 28500:2017): a `warcinfo` record, then a
/// `resource` record for each sequence of bytes, since the head of the server's answer is not kept.
///
/// Each record also carries what was known of the bytes besides, as JSON in the field `Hearsay-Provenance`, so that reading the
/// archive into an empty ledger gives the same reports. Other programs pass over fields that they do not know, as the
/// standard asks. Memory does not grow with the ledger.
package struct WARCExport {
  /// What was written.
  package struct Tally: Hashable, Sendable {
    /// Records with bytes.
    package var records = 0
    /// Reports whose bytes are not in the archive.
    package var missing = 0
  }

  private let snapshot: Snapshot
  private let archive: Archive
  private let scope: Scope
  private let compresses: Bool

  /// Prepares to export the reports in `scope`; with all versions, every sequence of bytes of each.
  ///
  /// `compresses` makes each record a gzip member of its own, as `.warc.gz` files have it.
  package init(_ snapshot: Snapshot, _ archive: Archive, _ scope: Scope, compresses: Bool) {
    self.snapshot = snapshot
    self.archive = archive
    self.scope = scope
    self.compresses = compresses
  }

  /// Shows the archive piece by piece.
  ///
  /// - Parameters:
  ///   - software: What writes it, as the first record says.
  ///   - now: When it is written.
  ///   - put: Takes the pieces.
  /// - Returns: What was written.
  /// - Throws: `LedgerError`, also for archived bytes that are damaged; what `put` throws.
  package func write(
    software: String, now: Date, _ put: ([UInt8]) throws -> Void
  ) throws -> Tally {
    var tally = Tally()
    let info = WARCRecord.info(software: software, date: now.ledgerText)
    try put(packed(info))
    try snapshot.forEachLine(scope) { line in
      var found = false
      for capture in try snapshot.captures(of: line)
      where scope.versions == .all || capture.sha256 == line.report.sha256 {
        guard let bytes = try archive.bytes(capture.sha256) else { continue }
        found = true
        tally.records += 1
        try put(packed(WARCRecord(line, capture, bytes, partOf: info.id)))
      }
      if !found { tally.missing += 1 }
      return true
    }
    return tally
  }

  private func packed(_ record: WARCRecord) throws -> [UInt8] {
    compresses ? try Gzip.compress(record.bytes) : record.bytes
  }
}

/// One record of a web archive.
private struct WARCRecord {
  /// Its name: a UUID of version 8 (RFC 9562), made of what it holds, so that the same export gives the same names.
  let id: String
  let bytes: [UInt8]

  private init(
    type: String, date: String, fields: [(name: String, value: String)], block: [UInt8]
  ) {
    let digest = SHA256.hex(block)
    let seed = [type, date] + fields.map { "\($0.name) \($0.value)" } + [digest]
    id = Self.uuid(of: SHA256.hex(seed.joined(separator: "\n").utf8))
    let all =
      [
        ("WARC-Type", type), ("WARC-Record-ID", "<urn:uuid:\(id)>"), ("WARC-Date", date),
      ] + fields + [
        ("WARC-Block-Digest", "sha256:\(digest)"), ("Content-Length", String(block.count)),
      ]
    let head = "WARC/1.1\r\n" + all.map { "\($0.0): \(Self.line($0.1))\r\n" }.joined() + "\r\n"
    bytes = Array(head.utf8) + block + Array("\r\n\r\n".utf8)
  }

  static func info(software: String, date: String) -> WARCRecord {
    let block = """
      software: \(software)\r
      format: WARC File Format 1.1\r
      conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r
      description: original bytes of reports, as they were read into a ledger\r

      """
    return WARCRecord(
      type: "warcinfo", date: date, fields: [("Content-Type", "application/warc-fields")],
      block: Array(block.utf8))
  }

  init(_ line: ReportLine, _ capture: Capture, _ block: [UInt8], partOf info: String) throws {
    var known = capture.provenance ?? Provenance()
    known.address = line.address
    known.url = known.url ?? line.report.url
    if line.report.publishedFrom == .option {
      known.published = line.report.published
      known.publishedFrom = .option
    }
    let json = try ContractWriter.spanless.json(known)
    self.init(
      type: "resource", date: capture.time,
      fields: [
        (
          "WARC-Target-URI",
          Self.uri(of: Self.met(known) ?? line.address, sha256: capture.sha256)
        ),
        ("WARC-Warcinfo-ID", "<urn:uuid:\(info)>"),
        ("Content-Type", known.contentType ?? Self.type(of: block)),
        ("WARC-Payload-Digest", "sha256:\(capture.sha256)"),
        ("Hearsay-Provenance", json),
      ], block: block)
  }

  private static func uuid(of digest: String) -> String {
    var digits = Array(digest.prefix(32))
    digits[12] = "8"
    digits[16] = "8"
    let parts = [digits[..<8], digits[8..<12], digits[12..<16], digits[16..<20], digits[20...]]
    return parts.map { String($0) }.joined(separator: "-")
  }

  /// What begins with a tag is a page for whoever replays it; Hearsay itself looks at the bytes.
  private static func type(of block: [UInt8]) -> String {
    let first = block.first { $0 > 0x20 && $0 < 0x80 }
    return first == UInt8(ascii: "<") ? "text/html" : "text/plain"
  }

  /// Where a page was met, as a crawler would have it; `nil` for files.
  private static func met(_ known: Provenance) -> String? {
    known.url.flatMap { WebAddress($0).isWeb ? $0 : nil }
  }

  /// An address as it is, a path as a file's address, all else by its bytes.
  private static func uri(of address: String, sha256: String) -> String {
    let scheme = address.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
    if address.hasPrefix("/") { return "file://" + coded(address, keeping: "/-._~") }
    guard !scheme.isEmpty, address.dropFirst(scheme.count).first == ":" else {
      return "urn:sha256:\(sha256)"
    }
    return coded(address, keeping: "-._~:/?#[]@!$&'()*+,;=%")
  }

  private static func coded(_ text: String, keeping kept: String) -> String {
    let kept = Set(kept.utf8)
    return text.utf8.map { byte -> String in
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      guard !isPlain, !kept.contains(byte) else { return String(UnicodeScalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.count == 1 ? "0" : "") + digits
    }.joined()
  }

  /// A value on one line: a header from the network could break out of the head otherwise.
  private static func line(_ value: String) -> String {
    String(
      String.UnicodeScalarView(value.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F })
    )
  }
}
