import FoundationEssentials
import Hearsay
import HearsayFeeds
import HearsayLedger
import HearsayRecords
import HearsayWeb

/// Fetches pages ahead of the workers that read them: one at a time from a host, many hosts at a time.
actor FetchQueue: AssignmentQueue {
  /// What became of a page that there is nothing to read of.
  enum Miss: Sendable {
    /// It is as it was when it was read last.
    case unchanged
    case failure(WebError)
  }

  /// Hosts that are asked at a time; most of them wait for the end of a pause.
  private static let mostHosts = 512
  /// Pages that may be under way or wait for a worker, and the bytes of those that wait.
  private static let mostReady = 512
  private static let heaviest = 32 << 20

  private let lanes: [[FollowedPage]]
  private let fetcher: CourteousFetcher
  private let time: Timekeeper
  private let missed: @Sendable (FollowedPage, Miss) async -> Void
  private var ready: [Assignment] = []
  private var underWay = 0
  private var readyBytes = 0
  private var states: [String: Validators] = [:]
  private var given = 0
  private var isOver = false
  private var workers: [CheckedContinuation<Void, Never>] = []
  private var fetchers: [CheckedContinuation<Void, Never>] = []

  /// A queue of pages; `missed` is told of those that come to nothing.
  init(
    _ pages: [FollowedPage], _ fetcher: CourteousFetcher, _ time: Timekeeper,
    missed: @escaping @Sendable (FollowedPage, Miss) async -> Void
  ) {
    let byHost = Dictionary(grouping: pages) { WebAddress($0.address).host ?? "" }
    // The longest lanes first, so that none is left alone at the end.
    lanes = byHost.values.sorted { $0.count > $1.count }
    self.fetcher = fetcher
    self.time = time
    self.missed = missed
  }

  /// How many assignments were given out.
  var count: Int { given }

  /// What names the state in which a page was fetched.
  func validators(of address: String) -> Validators { states[address] ?? Validators() }

  /// The next page that was fetched; waits for it, and is `nil` when there is none left to wait for.
  func assignment() async -> Assignment? {
    while true {
      if !ready.isEmpty {
        let assignment = ready.removeFirst()
        readyBytes -= assignment.weight
        wake(&fetchers)
        given += 1
        return assignment
      }
      guard !isOver else { return nil }
      await withCheckedContinuation { workers.append($0) }
    }
  }

  /// Fetches all pages, until the task is cancelled or nobody wants more of them.
  func fetchAll() async {
    await withTaskGroup { group in
      var rest = lanes[...]
      for lane in rest.prefix(Self.mostHosts) { group.addTask { await self.fetch(lane) } }
      rest = rest.dropFirst(Self.mostHosts)
      while await group.next() != nil, let lane = rest.popFirst() {
        group.addTask { await self.fetch(lane) }
      }
    }
    stop()
  }

  /// Gives out nothing more than what is there.
  func stop() {
    isOver = true
    wake(&workers)
    wake(&fetchers)
  }

  private func fetch(_ lane: [FollowedPage]) async {
    for page in lane {
      while !isOver, ready.count + underWay >= Self.mostReady || readyBytes >= Self.heaviest {
        await withCheckedContinuation { fetchers.append($0) }
      }
      guard !isOver, !Task.isCancelled else { return }
      underWay += 1
      defer { underWay -= 1 }
      do throws(WebError) {
        switch try await fetcher.fetch(page.address, unless: page.validators) {
        case .page(let fetched): take(fetched, of: page)
        case .unchanged: await missed(page, .unchanged)
        }
      } catch {
        await missed(page, .failure(error))
      }
      // One that came to nothing leaves its room to others.
      wake(&fetchers)
    }
  }

  private func take(_ fetched: WebPage, of page: FollowedPage) {
    states[page.address] = fetched.validators
    var stated = StatedDetails()
    stated.title = page.title
    stated.published = page.published
    stated.publishedFrom = .feed
    let work = FetchedPage(
      address: page.address, bytes: fetched.bytes, contentType: fetched.contentType,
      fetched: Date(timeIntervalSince1970: time.now()).ledgerText, stated: stated)
    let assignment = Assignment(
      number: given + ready.count, work: .fetched(work), archive: nil, bytesDone: 0)
    readyBytes += assignment.weight
    ready.append(assignment)
    wake(&workers)
  }

  private func wake(_ waiting: inout [CheckedContinuation<Void, Never>]) {
    for continuation in waiting { continuation.resume() }
    waiting = []
  }
}
