/// A denial in one report and what it denies of what another tells, with what speaks for it.
package struct DenialLink: Hashable, Sendable {
  /// What both have in common.
  package enum Reason: String, CaseIterable, Codable, Hashable, Sendable {
    /// Whoever denies it, or is said not to have done it, is who did it in the other report.
    case who
    /// The same kind of event, or the same word for it.
    case what
    /// The same names of places and people.
    case names
    /// The same other words.
    case words
    /// The days overlap.
    case when
  }

  /// Id of the claim that denies, in its report.
  package let denial: String
  /// Id of the event that is denied, or of the claim if no event was read from it, in the other report.
  package let told: String
  /// What speaks for it, in the order of ``Reason``.
  package let reasons: [Reason]
  /// How much speaks for it; to be compared between events of one report only.
  package let weight: Int

  package init(denial: String, told: String, reasons: [Reason], weight: Int) {
    self.denial = denial
    self.told = told
    self.reasons = reasons
    self.weight = weight
  }
}
