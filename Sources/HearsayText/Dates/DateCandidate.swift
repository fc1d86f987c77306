import HearsayRecords

/// A date that a page gives, and how far it may be believed to be that of its publication.
struct DateCandidate {
  /// Where dates stand, each with its own reasons to be wrong: two places that agree confirm each other.
  enum Place: Hashable {
    case ownNumber, linkedData, meta, microdata, address, timeElement, visible, script, imageAddress
    case shownPosts
  }

  var date: WrittenDate
  /// The other reading of figures that may mean two days.
  var other: WrittenDate?
  var place: Place
  /// 0 to 100; about the share of pages on which such a date is the right one if nothing else is known.
  var trust: Double
  /// Whether it tells of a change and not of the first publication.
  var isChange = false

  var publishedFrom: PublishedFrom {
    switch place {
    case .ownNumber, .shownPosts: .status
    case .linkedData: .jsonld
    case .meta, .microdata, .script: .meta
    case .address, .imageAddress: .url
    case .timeElement, .visible: .text
    }
  }
}
