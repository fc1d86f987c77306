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
  /// What whoever passed the report on said about it: its headline …
  package var title: String?
  /// … when it was published …
  package var published: String?
  /// … and where that was found …
  package var publishedFrom: PublishedFrom?
  /// … its authors …
  package var byline: String?
  /// … who published it …
  package var outlet: String?
  /// … and in which language it is.
  package var language: String?

  /// Nothing is known at first.
  package init() {}
}
