import FoundationEssentials
package import HearsayRecords

/// How a report's bytes came here.
package struct Delivery: Hashable, Sendable {
  /// When they stood at the address: when they were fetched or read from a file, now or long ago.
  ///
  /// `nil` if nobody knows; the bytes of an older version then count as seen again, never as having come back.
  package var stood: Moment?
  /// Where they were met, if the page calls itself by another address.
  package var met: String?
  /// Whether they are in the archive.
  package var isKept = false
  /// What was known of them besides.
  package var provenance = Provenance()

  /// Nothing is known at first.
  package init() {}
}

extension Moment {
  /// The first instant it may mean, in the form of the ledger's own times.
  var firstText: String { Date(timeIntervalSince1970: first).ledgerText }
}

/// A reading with what the ledger keeps besides.
package struct Delivered: Sendable {
  /// What was read; the id of its report is replaced by the ledger's.
  package let reading: Reading
  /// What tells that two reports are versions of one; `report.url` if `nil`.
  package let address: String?
  /// How the bytes came here.
  package let delivery: Delivery

  package init(_ reading: Reading, address: String? = nil, delivery: Delivery = Delivery()) {
    self.reading = reading
    self.address = address
    self.delivery = delivery
  }
}
