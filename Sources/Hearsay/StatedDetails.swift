public import HearsayRecords
import HearsayText

/// What is said about a report by whoever passed it on, such as an archive of texts or a newsletter's header.
public struct StatedDetails: Hashable, Sendable {
  /// The headline.
  public var title: String?
  /// When it was published, ISO 8601.
  public var published: String?
  /// Where the publication time was found.
  public var publishedFrom = PublishedFrom.meta
  /// When it was last changed, ISO 8601.
  public var modified: String?
  /// The authors.
  public var byline: String?
  /// Who published it.
  public var outlet: String?
  /// BCP 47 code of its language.
  public var language: String?
  /// Whether the text is only the beginning.
  public var isStub = false

  /// Creates details; all are unknown at first.
  public init() {}

  /// Fills in what the report does not say itself.
  ///
  /// A date that was only guessed from the report's words or address gives way; one from its markup does not.
  func complete(_ article: inout Article) {
    if let published, article.publishedFrom != .meta, article.publishedFrom != .jsonld {
      article.published = published
      article.publishedFrom = publishedFrom
    }
    article.modified = article.modified ?? modified
    article.isStub = article.isStub || isStub
    article.byline = article.byline ?? byline
    article.outlet = article.outlet ?? outlet
    article.language = article.language ?? language
    guard let title, article.title == nil else { return }
    article.title = title
    if article.text.hasPrefix(title + "\n") {
      article.titleSpan = TextSpan(start: 0, end: title.utf8.count)
    }
  }
}
