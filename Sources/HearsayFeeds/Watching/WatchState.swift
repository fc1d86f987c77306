import HearsayDatabase
import HearsaySQLite
package import HearsayWeb

/// What a watch remembers, in a file beside the ledger: its feeds, the pages they named, and the ways of sites.
///
/// A page is marked as read only after the ledger has it. A watch that is killed between the two reads the page once
/// more, which the ledger knows; none is lost. As long as it is open, no other watch can open it.
package actor WatchState {
  /// The file.
  package nonisolated let path: String
  private let connection: Connection

  /// Entries that a feed has not named for so long are forgotten.
  private static let memorySeconds = 90 * 86_400.0

  /// Opens the memory of the watch on a ledger and makes it where there is none.
  ///
  /// - Throws: ``WatchError``.
  package init(besideLedger ledger: String) throws(WatchError) {
    path = ledger + ".watch"
    do {
      connection = try Connection(path: path, busyTimeoutMilliseconds: 0)
      try connection.execute(
        "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
      let version = try connection.first("PRAGMA user_version") { $0.int(0) } ?? 0
      guard version <= 2 else {
        throw WatchError("\(path) was made by a newer version of hearsay; update hearsay to use it")
      }
      if version == 0 { try connection.execute(Self.tables) }
      if version < 2 { try Spellings(connection).make() }
      // The lock is taken with the first write and kept.
      try connection.execute("BEGIN IMMEDIATE; COMMIT")
    } catch let error as WatchError {
      throw error
    } catch {
      throw WatchError(error, path: path)
    }
  }

  private static let tables = """
    BEGIN IMMEDIATE;
    CREATE TABLE feeds(
      address TEXT PRIMARY KEY,
      target TEXT NOT NULL,
      is_list INTEGER NOT NULL,
      title TEXT,
      etag TEXT,
      last_modified TEXT,
      next REAL NOT NULL,
      interval REAL NOT NULL,
      failures INTEGER NOT NULL,
      polled REAL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE members(
      list TEXT NOT NULL,
      feed TEXT NOT NULL,
      PRIMARY KEY(list, feed)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE entries(
      feed TEXT NOT NULL,
      page TEXT NOT NULL,
      stamp TEXT NOT NULL,
      seen REAL NOT NULL,
      PRIMARY KEY(feed, page)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE pages(
      address TEXT PRIMARY KEY,
      feed TEXT NOT NULL,
      title TEXT,
      published TEXT,
      state INTEGER NOT NULL,
      tries INTEGER NOT NULL,
      next REAL NOT NULL,
      etag TEXT,
      last_modified TEXT,
      read REAL,
      first_read REAL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX pages_by_state ON pages(state, next);
    CREATE TABLE sites(
      origin TEXT PRIMARY KEY,
      robots TEXT,
      robots_until REAL NOT NULL,
      paused_until REAL NOT NULL,
      refusals INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    PRAGMA user_version = 1;
    COMMIT;
    """

  /// Runs a query and speaks of its failure as a person would.
  @discardableResult
  private func answering<Result>(_ body: () throws -> Result) throws(WatchError) -> Result {
    do {
      return try body()
    } catch {
      throw WatchError(error, path: path)
    }
  }
}

// Feeds.
extension WatchState {
  private static let feedColumns =
    "address, target, is_list, title, etag, last_modified, next, interval, failures, polled"

  /// The feed with an address; `nil` if it was never followed.
  ///
  /// - Throws: ``WatchError``.
  package func feed(_ address: String) throws(WatchError) -> FollowedFeed? {
    try answering {
      try connection.first(
        "SELECT \(Self.feedColumns) FROM feeds WHERE address = ?", [.text(address)], Self.feed)
    }
  }

  /// The feeds that a list names.
  ///
  /// - Throws: ``WatchError``.
  package func feeds(in list: String) throws(WatchError) -> [FollowedFeed] {
    try answering {
      try connection.rows(
        """
        SELECT \(Self.feedColumns) FROM members JOIN feeds ON address = feed WHERE list = ?
        ORDER BY address
        """, [.text(list)], Self.feed)
    }
  }

  private static func feed(_ row: Row) -> FollowedFeed {
    var feed = FollowedFeed(address: row.string(0))
    feed.target = row.string(1)
    feed.isList = row.int(2) != 0
    feed.title = row.text(3)
    feed.validators = Validators(etag: row.text(4), lastModified: row.text(5))
    feed.next = row.double(6) ?? 0
    feed.interval = row.double(7) ?? 0
    feed.failures = row.int(8)
    feed.polled = row.double(9)
    return feed
  }

  /// Keeps what is known of a feed.
  ///
  /// - Throws: ``WatchError``.
  package func keep(_ feed: FollowedFeed) throws(WatchError) {
    try answering { try insert(feed) }
  }

  private func insert(_ feed: FollowedFeed) throws(DatabaseError) {
    try connection.run(
      "INSERT OR REPLACE INTO feeds(\(Self.feedColumns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [
        .text(feed.address), .text(feed.target), Value(feed.isList),
        Value(feed.title), Value(feed.validators.etag), Value(feed.validators.lastModified),
        .real(feed.next),
        .real(feed.interval), Value(feed.failures), Value(feed.polled),
      ])
  }

  /// Keeps a list with the feeds that it names now; those it no longer names are not followed through it any more.
  ///
  /// - Returns: The feeds, as they are known.
  /// - Throws: ``WatchError``.
  package func keep(
    _ list: FollowedFeed, naming addresses: [String]
  ) throws(WatchError) -> [FollowedFeed] {
    try answering {
      try connection.transaction {
        try insert(list)
        try connection.run("DELETE FROM members WHERE list = ?", [.text(list.address)])
        return try addresses.filter { $0 != list.address }.map { address in
          let known = try feed(address)
          let feed = known ?? FollowedFeed(address: address)
          if known == nil { try insert(feed) }
          try connection.run(
            "INSERT OR IGNORE INTO members(list, feed) VALUES (?, ?)",
            [.text(list.address), .text(address)])
          return feed
        }
      }
    }
  }

  /// Keeps a feed with what it names now.
  ///
  /// - Returns: How many pages are to be read for it.
  /// - Throws: ``WatchError``.
  package func keep(
    _ feed: FollowedFeed, naming read: Feed, _ selection: Selection, now: Double
  ) throws(WatchError) -> Int {
    try answering {
      try connection.transaction {
        var count = 0
        for entry in read.entries {
          guard let address = entry.address else { continue }
          let before = try connection.first(
            "SELECT stamp, seen FROM entries WHERE feed = ? AND page = ?",
            [.text(feed.address), .text(address)]
          ) { (stamp: $0.string(0), seen: $0.double(1) ?? 0) }
          let stamp = before?.stamp
          // Long sitemaps say the same of nearly all their entries every time.
          if let before, before.stamp == Selection.stamp(of: entry),
            now - before.seen < Self.memorySeconds / 10
          {
            continue
          }
          // One page under two addresses is read under the one that was named first.
          let spelled = try Spellings(connection).first(for: address)
          let known = try page(spelled)
          let decision = selection.decide(
            entry, stamp: stamp, page: known, form: read.form, isFirstPoll: feed.polled == nil)
          try connection.run(
            "INSERT OR REPLACE INTO entries(feed, page, stamp, seen) VALUES (?, ?, ?, ?)",
            [
              .text(feed.address), .text(address), .text(Selection.stamp(of: entry)), .real(now),
            ])
          guard decision != .nothing else { continue }
          if try take(entry, spelled, decision, known, feed: feed.address, now: now) { count += 1 }
        }
        try connection.run(
          "DELETE FROM entries WHERE feed = ? AND seen < ?",
          [.text(feed.address), .real(now - Self.memorySeconds)])
        var feed = feed
        feed.polled = now
        try insert(feed)
        return count
      }
    }
  }

  /// - Returns: Whether the page is to be read now and was not already.
  private func take(
    _ entry: FeedEntry, _ address: String, _ decision: Selection.Decision,
    _ known: FollowedPage?, feed: String, now: Double
  ) throws(DatabaseError) -> Bool {
    var page = known ?? FollowedPage(address: address, feed: feed)
    page.feed = feed
    page.title = entry.title ?? page.title
    page.published = entry.published ?? page.published
    guard decision == .read else {
      if known == nil {
        page.state = .noted
        try insert(page)
      }
      return false
    }
    let isNew = page.state != .pending || known == nil
    if isNew { page.tries = 0 }
    page.state = .pending
    // Some feeds touch their entries at every poll.
    page.next = max(now, (page.read ?? 0) + PollSchedule.shortest)
    try insert(page)
    return isNew
  }
}

// Pages.
extension WatchState {
  private static let pageColumns =
    "address, feed, title, published, state, tries, next, etag, last_modified, read, first_read"

  /// The page with an address; `nil` if no feed named it.
  private func page(_ address: String) throws(DatabaseError) -> FollowedPage? {
    try connection.first(
      "SELECT \(Self.pageColumns) FROM pages WHERE address = ?", [.text(address)], Self.page)
  }

  /// Pages that are to be read, with those to be looked at again if the parameter after it is 1.
  private static let due = "(state = 0 OR (state = 1 AND next > 0 AND ?))"

  /// The pages of some feeds that are to be read by now, the earliest published first.
  ///
  /// - Throws: ``WatchError``.
  package func pending(
    of feeds: Set<String>, revisits: Bool = false, now: Double, limit: Int
  ) throws(WatchError) -> [FollowedPage] {
    try answering {
      var pages: [FollowedPage] = []
      try connection.forEach(
        """
        SELECT \(Self.pageColumns) FROM pages WHERE \(Self.due) AND next <= ?
        ORDER BY published IS NULL, published, address
        """, [Value(revisits), .real(now)]
      ) { row in
        let page = Self.page(row)
        if feeds.contains(page.feed) { pages.append(page) }
        return pages.count < limit
      }
      return pages
    }
  }

  /// When the next page of some feeds is to be read; `nil` if none is waiting.
  ///
  /// - Throws: ``WatchError``.
  package func nextPage(
    of feeds: Set<String>, revisits: Bool = false
  ) throws(WatchError) -> Double? {
    try answering {
      var next: Double?
      try connection.forEach(
        "SELECT feed, next FROM pages WHERE \(Self.due) ORDER BY next", [Value(revisits)]
      ) { row in
        if feeds.contains(row.string(0)) { next = row.double(1) }
        return next == nil
      }
      return next
    }
  }

  /// Keeps what is known of a page.
  ///
  /// - Throws: ``WatchError``.
  package func keep(_ page: FollowedPage) throws(WatchError) {
    try answering { try insert(page) }
  }

  private static func page(_ row: Row) -> FollowedPage {
    var page = FollowedPage(address: row.string(0), feed: row.string(1))
    page.title = row.text(2)
    page.published = row.text(3)
    page.state = FollowedPage.State(rawValue: row.int(4)) ?? .pending
    page.tries = row.int(5)
    page.next = row.double(6) ?? 0
    page.validators = Validators(etag: row.text(7), lastModified: row.text(8))
    page.read = row.double(9)
    page.firstRead = row.double(10)
    return page
  }

  private func insert(_ page: FollowedPage) throws(DatabaseError) {
    try connection.run(
      "INSERT OR REPLACE INTO pages(\(Self.pageColumns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [
        .text(page.address), .text(page.feed), Value(page.title), Value(page.published),
        Value(page.state.rawValue), Value(page.tries), .real(page.next),
        Value(page.validators.etag),
        Value(page.validators.lastModified), Value(page.read), Value(page.firstRead),
      ])
  }
}

// Sites.
extension WatchState {
  /// What is remembered of sites, by origin.
  ///
  /// - Throws: ``WatchError``.
  package func sites() throws(WatchError) -> [String: SiteNote] {
    try answering {
      let rows = try connection.rows(
        "SELECT origin, robots, robots_until, paused_until, refusals FROM sites"
      ) { row in
        (
          row.string(0),
          SiteNote(
            robots: row.text(1), robotsUntil: row.double(2) ?? 0, pausedUntil: row.double(3) ?? 0,
            refusals: row.int(4))
        )
      }
      return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }
  }

  /// Keeps what is known of sites, and forgets what holds no longer.
  ///
  /// - Throws: ``WatchError``.
  package func keep(_ sites: [String: SiteNote], now: Double) throws(WatchError) {
    try answering {
      try connection.transaction {
        for (origin, site) in sites {
          try connection.run(
            """
            INSERT OR REPLACE INTO sites(origin, robots, robots_until, paused_until, refusals)
            VALUES (?, ?, ?, ?, ?)
            """,
            [
              .text(origin), Value(site.robots), .real(site.robotsUntil), .real(site.pausedUntil),
              Value(site.refusals),
            ])
        }
        try connection.run(
          "DELETE FROM sites WHERE robots_until < ? AND paused_until < ?",
          [.real(now), .real(now - Self.memorySeconds)])
      }
    }
  }
}
