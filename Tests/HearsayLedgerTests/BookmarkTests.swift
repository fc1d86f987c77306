import HearsayLedger
import TestSupport
import Testing

@Test func `a bookmark is found again with its stamp, moved, and taken out`() async throws {
  let folder = try TemporaryFolder()
  let ledger = try Ledger(path: folder.ledger)
  let first = Bookmark(archive: "/a.warc", stamp: "10 1", place: "0.5.0", tally: "{}")
  try await ledger.put(first)
  #expect(try await ledger.bookmark(in: "/a.warc", stamp: "10 1") == first)
  #expect(try await ledger.bookmark(in: "/a.warc", stamp: "11 2") == nil, "the file has changed")
  #expect(try await ledger.bookmark(in: "/b.warc", stamp: "10 1") == nil)
  let moved = Bookmark(archive: "/a.warc", stamp: "10 1", place: "0.9.0", tally: "{}")
  try await ledger.put(moved)
  #expect(try await ledger.bookmark(in: "/a.warc", stamp: "10 1") == moved)
  try await ledger.removeBookmark(in: "/a.warc")
  #expect(try await ledger.bookmark(in: "/a.warc", stamp: "10 1") == nil)
  #expect(try Snapshot(path: ledger.path).verify() == [])
}
