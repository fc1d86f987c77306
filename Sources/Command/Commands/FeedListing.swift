import HearsayFeeds
import HearsayIntake
import HearsayLedger
import HearsayRecords
import HearsayWeb

/// Prints what feeds hold and keeps nothing.
struct FeedListing {
  private let console: Console
  private let format: String
  private let since: Double?

  init(_ invocation: Invocation, _ console: Console) {
    self.console = console
    format = invocation["format"] ?? "text"
    since = invocation.moment("since")?.first
  }

  /// One line of JSON.
  private struct Line: Encodable {
    let feed: String
    let id, address, title, published, updated, author: String?

    enum Key: String, CodingKey {
      case feed, id, address, title, published, updated, author
    }

    // Absent values are null, as everywhere.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(feed, forKey: .feed)
      try container.encode(id, forKey: .id)
      try container.encode(address, forKey: .address)
      try container.encode(title, forKey: .title)
      try container.encode(published, forKey: .published)
      try container.encode(updated, forKey: .updated)
      try container.encode(author, forKey: .author)
    }
  }

  func run(_ named: [String], _ fetcher: CourteousFetcher) async throws -> Outcome {
    let poller = FeedPoller(fetcher: fetcher)
    var outcome = Outcome.nothingFound
    var hasFailed = false
    var open = named[...]
    var seen = Set(named)
    while let address = open.popFirst(), !console.isClosed {
      do throws(FeedPoller.Failure) {
        guard case .document(let document, _, _) = try await poller.poll(address) else { continue }
        switch document {
        case .feed(let feed):
          if !feed.entries.isEmpty { outcome = .done }
          do { try print(feed, from: address) } catch { return .failed }
        case .list(let list):
          let selection = Selection(now: Timekeeper.machine.now(), since: since)
          let references =
            list.kind == .sitemaps ? selection.sitemaps(list.references) : list.references
          open += references.map(\.address).filter { seen.insert($0).inserted }
        }
      } catch {
        console.tell("\(address): \(error.reason)")
        hasFailed = true
      }
    }
    return hasFailed ? .failed : outcome
  }

  private func print(_ feed: Feed, from address: String) throws {
    guard format == "text" else {
      let writer = ContractWriter.spanless
      for entry in feed.entries {
        let line = Line(
          feed: address, id: entry.id, address: entry.address, title: entry.title,
          published: entry.published, updated: entry.updated, author: entry.author)
        try console.print(try writer.json(line) + "\n")
      }
      return
    }
    try console.print("\((feed.title ?? address).safeLine)  \(feed.form.rawValue), \(address)\n")
    for entry in feed.entries {
      let date = entry.published ?? entry.updated ?? "no date"
      let title = entry.title?.safeLine ?? ""
      try console.print("  \(date)  \(title)  \((entry.address ?? "no address").safeLine)\n")
    }
  }
}
