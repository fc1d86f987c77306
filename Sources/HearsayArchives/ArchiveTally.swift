/// What an archive was found to hold, up to some place in it.
package struct ArchiveTally: Hashable, Sendable, Codable {
  /// Entries that hold a page or text.
  package var pages = 0
  /// Records about pages rather than pages: requests, metadata, indexes.
  package var otherRecords = 0
  /// Records that only say that a page was the same as before.
  package var revisits = 0
  /// Answers of other types: pictures, scripts, feeds.
  package var otherTypes = 0
  /// Pages that are packed in ways not known here (brotli, zstd), by the name of the coding.
  ///
  /// `nil` for none: bookmarks of older versions do not have it.
  package var packed: [String: Int]?
  /// Answers other than success: redirects, pages not found.
  package var failedAnswers = 0
  /// Entries of the right kind without any text.
  package var withoutText = 0
  /// Entries that name a page and have no text of it; `nil` for none, as in bookmarks of older versions.
  package var onlyAddresses: Int?
  /// Entries larger than ``ArchiveFile/largestEntry``.
  package var tooLarge = 0
  /// Entries that are cut off, or cannot be what they should be.
  package var damaged = 0
  /// Archives that end in the middle of an entry; `nil` for none, as in bookmarks of older versions.
  package var cutShort: Int?

  package init() {}

  /// Everything that was passed over.
  package var skipped: Int {
    otherRecords + revisits + otherTypes + packedPages + failedAnswers + withoutText + tooLarge
      + damaged + (onlyAddresses ?? 0)
  }

  /// Pages that are packed in ways not known here.
  package var packedPages: Int { (packed ?? [:]).values.reduce(0, +) }

  /// Counts a page that is packed in a way not known here; names come from outside and are kept short and few.
  mutating func countPacked(_ coding: String) {
    let names = [
      "br": "brotli", "zstd": "zstd", "compress": "compress", "zip": "zip", "gz": "gzip",
    ]
    packed = (packed ?? [:]).merging([names[coding] ?? "other codings": 1], uniquingKeysWith: +)
  }
}

extension ArchiveTally {
  /// The counts of two parts together.
  package static func + (one: ArchiveTally, other: ArchiveTally) -> ArchiveTally {
    var sum = one
    sum.pages += other.pages
    sum.otherRecords += other.otherRecords
    sum.revisits += other.revisits
    sum.otherTypes += other.otherTypes
    sum.failedAnswers += other.failedAnswers
    sum.withoutText += other.withoutText
    sum.tooLarge += other.tooLarge
    sum.damaged += other.damaged
    if let only = other.onlyAddresses { sum.onlyAddresses = (sum.onlyAddresses ?? 0) + only }
    if let cut = other.cutShort { sum.cutShort = (sum.cutShort ?? 0) + cut }
    if let packed = other.packed {
      sum.packed = (sum.packed ?? [:]).merging(packed, uniquingKeysWith: +)
    }
    return sum
  }
}
