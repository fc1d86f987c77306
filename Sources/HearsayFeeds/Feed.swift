/// What some bytes hold that may lead to reports.
package enum FeedDocument: Hashable, Sendable {
  /// Reports, each with its address.
  case feed(Feed)
  /// Addresses of feeds.
  case list(FeedList)
}

/// A feed or sitemap: a list of reports that is kept up to date.
package struct Feed: Hashable, Sendable {
  /// How it is written.
  package enum Form: String, Hashable, Sendable, CaseIterable {
    case rss, atom, json, sitemap
  }

  /// How it is written.
  package var form: Form
  /// Its name, without markup.
  package var title: String?
  /// The page it belongs to.
  package var home: String?
  /// BCP 47 code of its language, as it states it.
  package var language: String?
  /// After how many minutes it asks to be fetched again.
  package var minutes: Int?
  /// The reports, in the order they are listed.
  package var entries: [FeedEntry] = []
}

/// One report as a feed tells of it.
package struct FeedEntry: Hashable, Sendable {
  /// What tells it from the feed's other entries: its own id, otherwise its address, otherwise its words.
  package var id: String
  /// Where it is to be read, whole and without what only tells who was sent there by whom.
  package var address: String?
  /// Its headline, without markup.
  package var title: String?
  /// When it was published: ISO 8601, in the time zone that was told.
  package var published: String?
  /// When it was last changed: ISO 8601.
  package var updated: String?
  /// Who wrote it.
  package var author: String?
  /// Its whole text, if the feed carries it.
  package var content: FeedText?
  /// A few words on it.
  package var summary: FeedText?
}

/// Text of a feed.
package struct FeedText: Hashable, Sendable {
  /// Whether it is HTML; plain text otherwise.
  package var isHTML: Bool
  /// The characters.
  package var text: String

  package init(isHTML: Bool, text: String) {
    self.isHTML = isHTML
    self.text = text
  }
}

/// Addresses of feeds that a document names.
package struct FeedList: Hashable, Sendable {
  /// What sort of document names them.
  package enum Kind: Hashable, Sendable {
    /// An OPML list, which somebody put together to be followed as a whole.
    case subscriptions
    /// A sitemap that is divided into several.
    case sitemaps
    /// A web page that names its feeds, the main one first.
    case page
  }

  /// What sort of document it is.
  package var kind: Kind
  /// Its name.
  package var title: String?
  /// The feeds, each once, in the order they are named.
  package var references: [FeedReference]

  package init(kind: Kind, title: String? = nil, references: [FeedReference]) {
    self.kind = kind
    self.title = title
    self.references = references
  }
}

/// The address of a feed.
package struct FeedReference: Hashable, Sendable {
  /// The address, whole.
  package var address: String
  /// What it is called there.
  package var title: String?
  /// When it last changed: ISO 8601.
  package var updated: String?

  package init(address: String, title: String? = nil, updated: String? = nil) {
    self.address = address
    self.title = title
    self.updated = updated
  }
}

/// Why bytes lead to no report.
package struct FeedError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of failure that a caller may want to tell apart.
  package enum Code: Hashable, Sendable {
    /// Nothing, or only white space.
    case empty
    /// Larger than any feed, perhaps only once it is unpacked.
    case tooLarge
    /// No text.
    case binary
    /// A web page that names no feed.
    case page
    /// Something else.
    case other
  }

  /// The kind of failure.
  package let code: Code
  /// What a person is told.
  package let description: String
}
