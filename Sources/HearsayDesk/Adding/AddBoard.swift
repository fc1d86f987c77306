import Synchronization

/// What somebody asked to be read.
package struct AddRequest: Sendable {
  package var addresses: [String] = []
  package var files: [DeskRequest.File] = []
  /// Feeds of which what is there now is read.
  package var feeds: [String] = []

  package init(
    addresses: [String] = [], files: [DeskRequest.File] = [], feeds: [String] = []
  ) {
    self.addresses = addresses
    self.files = files
    self.feeds = feeds
  }

  /// In a few words.
  package var words: String {
    var parts: [String] = []
    if let first = addresses.first {
      parts.append(addresses.count == 1 ? first : "\(addresses.count) addresses")
    }
    if let first = files.first {
      parts.append(files.count == 1 ? first.name : "\(files.count) files")
    }
    if let first = feeds.first {
      parts.append("feed " + (feeds.count == 1 ? first : "and \(feeds.count - 1) more"))
    }
    return parts.joined(separator: ", ")
  }
}

/// What happens to it, in order.
package enum AddEvent: Sendable {
  /// A report is in the ledger: its id, its headline, and whether it was there before, is a new version or a copy.
  case kept(id: String, title: String, note: String)
  case failed(name: String, reason: String)
  /// So many reports are done.
  case progress(done: Int, words: String)
  case ended
}

/// What reads: the program gives it to the desk, which knows nothing of models or networks.
package struct Adding: Sendable {
  /// Begins to read; `tell` is called from any thread until it was told of the end.
  package let begin: @Sendable (AddRequest, _ tell: @escaping @Sendable (AddEvent) -> Void) -> Void
  /// Learns which feeds are followed, whenever that changes.
  package let follow: @Sendable ([String]) -> Void

  package init(
    begin: @escaping @Sendable (AddRequest, _ tell: @escaping @Sendable (AddEvent) -> Void) -> Void,
    follow: @escaping @Sendable ([String]) -> Void = { _ in }
  ) {
    self.begin = begin
    self.follow = follow
  }
}

/// What is being added, and what was lately: kept in memory for people to look at.
package final class AddBoard: Sendable {
  /// One request with what became of it.
  package struct Job: Sendable, Encodable {
    /// A line about one report.
    package struct Line: Sendable, Encodable {
      package let report: String?
      package let words: String
      package let note: String
    }

    package let number: Int
    package let person, made, words: String
    package var lines: [Line] = []
    package var added = 0
    package var failures = 0
    package var progress = ""
    package var isDone = false
  }

  private static let mostJobs = 50
  private static let mostLines = 500
  private let jobs = Mutex<[Job]>([])

  package init() {}

  /// The newest first.
  package var all: [Job] { jobs.withLock { $0.reversed() } }
  package var isBusy: Bool { jobs.withLock { $0.contains { !$0.isDone } } }

  /// Notes a new request, and has it read.
  package func begin(
    _ request: AddRequest, by person: String, made: String, _ adding: Adding
  ) -> Int {
    let number = jobs.withLock { jobs in
      let number = (jobs.last?.number ?? 0) + 1
      jobs.append(Job(number: number, person: person, made: made, words: request.words))
      if jobs.count > Self.mostJobs, let old = jobs.firstIndex(where: \.isDone) {
        jobs.remove(at: old)
      }
      return number
    }
    adding.begin(request) { [weak self] in self?.take($0, number) }
    return number
  }

  private func take(_ event: AddEvent, _ number: Int) {
    jobs.withLock { jobs in
      guard let index = jobs.firstIndex(where: { $0.number == number }) else { return }
      func add(_ line: Job.Line) {
        if jobs[index].lines.count < Self.mostLines { jobs[index].lines.append(line) }
      }
      switch event {
      case .kept(let id, let title, let note):
        jobs[index].added += 1
        add(Job.Line(report: id, words: title, note: note))
      case .failed(let name, let reason):
        jobs[index].failures += 1
        add(Job.Line(report: nil, words: name, note: reason))
      case .progress(_, let words): jobs[index].progress = words
      case .ended: jobs[index].isDone = true
      }
    }
  }
}
