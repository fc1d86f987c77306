import Foundation
import HearsayWeb
import Testing

@testable import HearsayFeeds

struct WatchStateTests {
  /// 4 March 2031, 12:00 UTC.
  private static let noon = 1_930_392_000.0
  private let path = FileManager.default.temporaryDirectory
    .appending(path: "hearsay-watch-\(UUID().uuidString)").path

  private func entry(
    _ name: String, published: String? = "2031-03-04T08:00Z", updated: String? = nil
  )
    -> FeedEntry
  {
    var entry = FeedEntry(id: name, address: "https://news.example/\(name)")
    entry.title = name
    entry.published = published
    entry.updated = updated
    return entry
  }

  private func keep(
    _ entries: [FeedEntry], _ state: WatchState, feed address: String = "https://news.example/feed",
    form: Feed.Form = .rss, since: Double? = nil, now: Double = noon
  ) async throws -> Int {
    var read = Feed(form: form)
    read.entries = entries
    let feed = try await state.feed(address) ?? FollowedFeed(address: address)
    return try await state.keep(
      feed, naming: read, Selection(now: now, since: since), now: now)
  }

  private func pending(_ state: WatchState, now: Double = noon) async throws -> [String] {
    try await state.pending(
      of: ["https://news.example/feed", "https://news.example/other"], now: now, limit: 100
    ).map { String($0.address.dropFirst(21)) }
  }

  private func markRead(_ name: String, _ state: WatchState, at now: Double = noon) async throws {
    var page = FollowedPage(
      address: "https://news.example/\(name)", feed: "https://news.example/feed")
    page.state = .read
    page.read = now
    try await state.keep(page)
  }

  @Test func `what is new is read once, earliest first, also after the file was closed`()
    async throws
  {
    do {
      let state = try WatchState(besideLedger: path)
      let entries = [entry("b"), entry("a", published: "2031-03-03")]
      #expect(try await keep(entries, state) == 2)
      #expect(try await pending(state) == ["a", "b"])
      try await markRead("a", state)
    }
    let state = try WatchState(besideLedger: path)
    #expect(try await pending(state) == ["b"])
    #expect(try await keep([entry("b"), entry("a", published: "2031-03-03")], state) == 0)
    #expect(try await pending(state) == ["b"])
    #expect(try await state.feed("https://news.example/feed")?.polled == Self.noon)
  }

  @Test func `a page under several spellings of its address is read once, under the first`()
    async throws
  {
    let state = try WatchState(besideLedger: path)
    var other = entry("a/?utm_source=feed")
    other.address = "http://www.news.example/a/?utm_source=feed"
    #expect(try await keep([entry("a"), other, entry("a#comments"), entry("b")], state) == 2)
    #expect(try await pending(state) == ["a", "b"])
    try await markRead("a", state)
    #expect(try await keep([other, entry("a/")], state, now: Self.noon + 4_000) == 0)
    #expect(try await pending(state, now: Self.noon + 4_000) == ["b"])
  }

  @Test func `what has changed is read again, though not at every touch`() async throws {
    let state = try WatchState(besideLedger: path)
    _ = try await keep([entry("a")], state)
    try await markRead("a", state)
    let changed = entry("a", updated: "2031-03-04T12:01Z")
    #expect(try await keep([changed], state, now: Self.noon + 60) == 1)
    #expect(try await pending(state, now: Self.noon + 60) == [])
    #expect(try await pending(state, now: Self.noon + 300) == ["a"])
  }

  @Test func `a page that two feeds name is read once, until the second says that it changed`()
    async throws
  {
    let state = try WatchState(besideLedger: path)
    let other = "https://news.example/other"
    _ = try await keep([entry("a")], state)
    #expect(try await keep([entry("a", updated: "2031-03-04T09:00Z")], state, feed: other) == 0)
    try await markRead("a", state)
    _ = try await keep([entry("b")], state)
    try await markRead("b", state)
    let older = entry("b", updated: "2031-03-04T09:00Z")
    #expect(try await keep([older], state, feed: other, now: Self.noon + 900) == 0)
    let third = "https://news.example/third"
    let newer = entry("b", updated: "2031-03-04T12:05Z")
    #expect(try await keep([newer], state, feed: third, now: Self.noon + 900) == 1)
  }

  @Test func `of a sitemap only what is recent is read at first, later everything new`()
    async throws
  {
    let state = try WatchState(besideLedger: path)
    let first = [
      entry("old", published: nil, updated: "2029-01-01"), entry("undated", published: nil),
      entry("new", published: nil, updated: "2031-03-03"),
    ]
    #expect(try await keep(first, state, form: .sitemap) == 1)
    #expect(try await pending(state) == ["new"])
    #expect(try await keep(first + [entry("later", published: nil)], state, form: .sitemap) == 1)
    #expect(try await pending(state).sorted() == ["later", "new"])
  }

  @Test func `a date bounds what is read, and what tells no date is read`() async throws {
    let state = try WatchState(besideLedger: path)
    let entries = [
      entry("before", published: "2031-03-02"), entry("that-day", published: "2031-03-03"),
      entry("undated", published: nil),
    ]
    let since = Self.noon - 36 * 3_600
    #expect(try await keep(entries, state, since: since) == 2)
    #expect(try await pending(state) == ["that-day", "undated"])
  }

  @Test func `pages of other feeds are left to those who follow them`() async throws {
    let state = try WatchState(besideLedger: path)
    _ = try await keep([entry("a")], state, feed: "https://elsewhere.example/feed")
    #expect(try await pending(state) == [])
    #expect(try await state.nextPage(of: ["https://elsewhere.example/feed"]) == Self.noon)
  }

  @Test func `a list remembers its feeds, and forgets those it no longer names`() async throws {
    let state = try WatchState(besideLedger: path)
    var list = FollowedFeed(address: "/home/list.opml")
    list.isList = true
    _ = try await state.keep(
      list, naming: ["https://a.example/", "https://b.example/", list.address])
    var feed = try #require(try await state.feed("https://a.example/"))
    feed.target = "https://moved.example/"
    feed.validators = Validators(etag: "\"x\"", lastModified: "Tue")
    feed.failures = 2
    try await state.keep(feed)
    let named = try await state.keep(list, naming: ["https://a.example/", "https://c.example/"])
    #expect(named.map(\.address) == ["https://a.example/", "https://c.example/"])
    #expect(named.first == feed)
    #expect(try await state.feeds(in: list.address).map(\.address) == named.map(\.address))
  }

  @Test func `sites are remembered until what is known of them holds no longer`() async throws {
    let state = try WatchState(besideLedger: path)
    let notes = [
      "https://a.example": SiteNote(robots: "x", robotsUntil: 200, pausedUntil: 0, refusals: 0),
      "https://b.example": SiteNote(robots: nil, robotsUntil: 0, pausedUntil: 300, refusals: 3),
    ]
    try await state.keep(notes, now: 100)
    #expect(try await state.sites() == notes)
    try await state.keep([:], now: 10_000_000)
    #expect(try await state.sites().isEmpty)
  }

  @Test func `two watches cannot share a ledger at the same time`() async throws {
    let state = try WatchState(besideLedger: path)
    let error = #expect(throws: WatchError.self) { try WatchState(besideLedger: path) }
    #expect(error?.description == "another hearsay watch is at work on this ledger")
    _ = try await state.sites()
  }

  @Test func `a file that is something else is left alone`() throws {
    let text = Data("nothing that a watch would write, but long enough to be looked at".utf8)
    try text.write(to: URL(filePath: path + ".watch"))
    #expect(throws: WatchError.self) { try WatchState(besideLedger: path) }
    #expect(try Data(contentsOf: URL(filePath: path + ".watch")) == text)
  }

  @Test func `dates are ordered whatever zone and coarseness they have`() {
    #expect(FeedDate.seconds("1970-01-01T00:00:00Z") == 0)
    #expect(FeedDate.seconds("2031-03-04T12:00:00Z") == Self.noon)
    #expect(FeedDate.seconds("2031-03-04T15:00:00+03:00") == Self.noon)
    #expect(FeedDate.seconds("2031-03-04T07:30-04:30") == Self.noon)
    #expect(FeedDate.lastSecond("2031-03-04") == Self.noon + 12 * 3_600 - 1)
    #expect(FeedDate.seconds("2031") == FeedDate.seconds("2031-01-01"))
  }
}
