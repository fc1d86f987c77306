import HearsayRecords

/// What tells near copies among readings that lie in no ledger: what the ledger itself ties them by.
///
/// A backlog is linked by a join over the bands (`scripts/links.sql`), which gives the ties that a ledger of the same reports has.
package struct LinkingKey: Encodable, Hashable, Sendable {
  /// What tells that two reports are versions of one page.
  private let address: String
  /// When the text came out, in seconds since 1970: by publication, else by when it stood on the web.
  private let time: Double?
  /// When it stood on the web, in whole seconds since 1970, if it was fetched.
  private let stood: Double?
  /// A number for each of the 64 bands of the text's signature; none of a text too short to be told from others.
  private let bands: [UInt32]

  package init(_ delivered: Delivered) {
    let report = delivered.reading.report
    address = delivered.address ?? report.url ?? ""
    let delivery = delivered.delivery
    stood =
      delivery.provenance.fetched == nil ? nil : delivery.stood.map { $0.first.rounded(.down) }
    time = report.published.flatMap(Moment.init)?.first ?? stood
    bands = Shingles(report.text).signature
  }
}
