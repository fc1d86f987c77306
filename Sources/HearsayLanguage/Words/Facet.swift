/// What we know of a word: each facet is told in exactly one file of `Data/language`, and asked for by somebody.
///
/// A facet stands in the files by the name of its case. What a facet means is told here; which words have it, there.
/// To add one: a case with its comment under the heading it belongs to, its values in ``values`` if it has any, and the
/// words in a file.
package enum Facet: UInt16, CaseIterable, Sendable {
  // MARK: - Negation (negators.tsv)

  /// Negates the clause that it stands in: "not", "never".
  case negates
  /// Leaves next to nothing of the clause that it stands in: "hardly".
  case barely
  /// Stands for nobody or nothing, and so negates the clause that it is subject or object of: "nobody".
  case nobody
  /// Before a noun, says that there is none of it: "no", "neither".
  case none
  /// What it marks is lacking: "without".
  case without

  // MARK: - Prepositions (prepositions.tsv)

  /// After a verb, before what it is about: "warned of".
  case aboutOfVerb
  /// The same after a noun: "fears of".
  case aboutOfNoun

  /// The values that a facet may have.
  package enum Values: Hashable, Sendable {
    /// None: the word has the facet or it has not.
    case nothing
    /// Any word of the data's own.
    case anything
    /// One of these.
    case one(of: [String])
  }

  /// The values that this facet may have in the files; anything else there is an error.
  package var values: Values {
    switch self {
    default: .nothing
    }
  }

  /// The facet of a name, as the files spell it.
  static let named: [String: Facet] = Dictionary(
    uniqueKeysWithValues: allCases.map { ("\($0)", $0) })
}
