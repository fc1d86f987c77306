/// What became of a reading that was handed to the ledger.
package struct Stored: Hashable, Sendable {
  /// What the ledger did.
  package enum Outcome: Hashable, Sendable {
    /// The address was not known.
    case added
    /// The address was known with another title or text; the old version stays.
    case newVersion
    /// The bytes were known; the reading is kept beside the older ones.
    case readAgain
    /// Nothing new was said.
    case unchanged
  }

  /// The id of the report.
  package let id: String
  /// The whole digest that the id is the beginning of.
  package let key: String
  /// Which version of its address it is, from 1.
  package let version: Int
  /// The id of the version before it.
  package let supersedes: String?
  /// What the ledger did.
  package let outcome: Outcome
  /// The first version of the address that says the same; the version itself unless its wording has come back.
  package let firstVersion: Int
  /// Whether no version is known that stood at the address later.
  package let isNewest: Bool
  /// The earliest report at another address that it is a near copy of.
  package internal(set) var original: Original?
}

extension Stored {
  /// The report that another is a near copy of.
  package struct Original: Hashable, Sendable {
    /// Its id.
    package let id: String
    /// Who published it.
    package let outlet: String?
    /// The share of the copy's runs of five words that it has, 0 to 1.
    package let shared: Double
  }
}
