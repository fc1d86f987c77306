/// What was known of a report's bytes besides themselves when they were read: enough to read them again to the same
/// effect.
package struct Provenance: Codable, Hashable, Sendable {
  /// What tells that two reports are versions of one: an address, or the absolute path of a file.
  ///
  /// Only in records of web archives; a ledger knows it anyway.
  package var address: String?
  /// The address or path as it was given.
  package var url: String?
  /// The Content-Type header.
  package var contentType: String?
  /// The time that words like "on Tuesday" were read against where no date of publication is known.
  package var fetched: String?
  /// The headline, as whoever passed the report on told it.
  package var title: String?
  /// When it was published, as he told it.
  package var published: String?
  /// Where that was found.
  package var publishedFrom: PublishedFrom?
  /// When it was last changed, as he told it.
  package var modified: String?
  /// The file that it was saved in, where the bytes tell of what page they are a copy.
  package var file: String?
  /// The authors, as he told it.
  package var byline: String?
  /// Who published it, as he told it.
  package var outlet: String?
  /// In which language it is, as he told it.
  package var language: String?

  /// Nothing is known at first.
  package init() {}
}
