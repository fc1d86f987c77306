package import FoundationEssentials

extension Date {
  /// The form of times in the ledger: UTC with milliseconds, ordered as text.
  package var ledgerText: String {
    formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }
}

extension Moment {
  /// The last millisecond it may mean, in the form of the ledger's own times.
  var lastText: String { Date(timeIntervalSince1970: last + 0.999).ledgerText }
}
