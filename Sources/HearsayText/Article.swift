public import HearsayRecords

/// One report as read from its bytes: the text that anchors all positions, and what stands around it.
public struct Article: Sendable, Hashable {
  /// The headline (when the page has one), a blank line, and the main text; paragraphs are separated by one blank
  /// line.
  ///
  /// For plain text: the decoded file as it is.
  public var text: String
  /// Where the headline stands in `text`.
  public var titleSpan: TextSpan?
  /// The headline.
  public var title: String?
  /// The authors as printed.
  public var byline: String?
  /// The place line that opens the text ("BAGHDAD (Reuters) —").
  public var dateline: String?
  /// Where the dateline stands in `text`.
  public var datelineSpan: TextSpan?
  /// Who published it.
  public var outlet: String?
  /// The section of the outlet.
  public var section: String?
  /// The page's own address, when it states one.
  public var canonicalURL: String?
  /// When it was published: ISO 8601.
  public var published: String?
  /// Where `published` was found.
  public var publishedFrom: PublishedFrom
  /// When it was last changed: ISO 8601.
  public var modified: String?
  /// BCP 47 code of the text's language.
  public var language: String?

  /// Whether the page shows only the beginning, the rest being for subscribers.
  public var isStub = false
  /// The posts of social networks that the page shows.
  public var posts: [EmbeddedPost] = []

  /// The entries of a live blog, each with its own time.
  public var entries: [LiveEntry] = []

  /// Whether its text is plainly not in English, which alone can be annotated.
  package var isForeign: Bool { Language.isForeign(text, told: language) }

  /// Creates an article from its text; everything else is unknown at first.
  public init(text: String) {
    self.text = text
    publishedFrom = .none
  }
}
