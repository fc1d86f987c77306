import FoundationEssentials
import Hearsay
import HearsayDesk
import HearsayFeeds
import HearsayIntake
import HearsayLedger
import HearsayRecords
import HearsayWeb
import Synchronization

/// Reads what people add at the desk, one request after the other, as `hearsay read` and `hearsay watch` do.
///
/// The model is loaded with the first request: a desk that only shows needs none.
final class DeskReading: Sendable {
  private let invocation: Invocation
  private let console: Console
  private let intake = Mutex<Intake?>(nil)
  private let halt = Halt()
  private let line: AsyncStream<@Sendable () async -> Void>.Continuation
  private let watch = Mutex<Task<Void, Never>?>(nil)

  init(_ invocation: Invocation, _ console: Console) {
    self.invocation = invocation
    self.console = console
    let (work, line) = AsyncStream.makeStream(of: (@Sendable () async -> Void).self)
    self.line = line
    Task { for await next in work { await next() } }
  }

  /// What the desk is given.
  var adding: Adding {
    Adding(
      begin: { request, tell in
        self.line.yield { await self.read(request, tell) }
      },
      follow: { feeds in self.follow(feeds) })
  }

  /// Ends what is going on; what is in hand is kept.
  func stop() {
    halt.ask()
    watch.withLock { $0?.cancel() }
    line.finish()
  }

  /// Goes on with the feeds that were followed before.
  func follow(_ desk: Desk) throws {
    let feeds = try desk.followed()
    if !feeds.isEmpty { follow(feeds) }
  }

  private func made() throws -> Intake {
    if let known = intake.withLock({ $0 }) { return known }
    let made = try ReadCommand.intake(
      invocation, console, ledger: try LedgerDoor.open(invocation, console),
      fetcher: WebFetcher(ReadCommand.webPolicy(invocation)))
    return intake.withLock { known in
      known = known ?? made
      return known ?? made
    }
  }

  private func read(
    _ request: AddRequest, _ tell: @escaping @Sendable (AddEvent) -> Void
  ) async {
    defer { tell(.ended) }
    do {
      tell(.progress(done: 0, words: "making ready"))
      let intake = try made()
      if !request.feeds.isEmpty {
        // Only one at a time may watch feeds into a ledger; what was followed goes on with the call of ``follow`` behind this.
        await pause()
        try await readOnce(request.feeds, intake, tell)
      }
      let folder = FileManager.default.temporaryDirectory.appending(
        path: "hearsay-added-\(SHA256.hex(Array("\(Date())".utf8)).prefix(12))")
      defer { try? FileManager.default.removeItem(at: folder) }
      let paths = try Self.put(request.files, into: folder.path)
      let list = InputList(request.addresses + paths, takesArchives: true)
      for error in list.errors { tell(.failed(name: error.name, reason: error.reason)) }
      guard !list.inputs.isEmpty else { return }
      // What stands for a file is its digest and name, not the folder where it lay for a moment.
      let based = Intake(
        reader: intake.reader, ledger: intake.ledger, archive: intake.archive,
        fetcher: intake.fetcher, base: folder.path, jobs: intake.jobs)
      let all = list.inputs.count
      _ = try await based.read(list.inputs, continues: false, halt: halt) { event in
        Self.take(event, of: all, tell)
        return true
      }
      if let ledger = intake.ledger { StoryDoor.keepUp(ledger, invocation, console) }
    } catch {
      tell(.failed(name: "the desk", reason: "\(error)"))
    }
  }

  private static func take(
    _ event: IntakeEvent, of all: Int, _ tell: @Sendable (AddEvent) -> Void
  ) {
    switch event {
    case .kept(let kept):
      let report = kept.reading.report
      tell(
        .kept(
          id: report.id, title: report.title ?? report.url ?? report.id,
          note: kept.note(isDated: false) ?? ""))
    case .failed(let error): tell(.failed(name: error.name, reason: error.reason))
    case .progress(let progress):
      tell(.progress(done: progress.done, words: "\(progress.done) of \(max(all, progress.done))"))
    default: break
    }
  }

  /// Puts files where they can be read, each in a folder named after its digest.
  private static func put(
    _ files: [DeskRequest.File], into folder: String
  ) throws -> [String] {
    try files.map { file in
      // Of the name only its last part counts, and of that only plain characters: it comes from elsewhere.
      let last = file.name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? "file"
      let plain = String(
        last.map { $0.isLetter || $0.isNumber || "._- ".contains($0) ? $0 : "_" }.suffix(100))
      let name = plain.allSatisfy { $0 == "." || $0 == " " } ? "file" : plain
      let path = "\(folder)/added/\(SHA256.hex(file.bytes).prefix(12))"
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      try Data(file.bytes).write(to: URL(filePath: "\(path)/\(name)"))
      return "\(path)/\(name)"
    }
  }

  // MARK: Feeds

  private func run(
    _ intake: Intake, isOnce: Bool, _ listener: @escaping WatchRun.Listener
  ) async throws -> WatchRun {
    guard let ledger = intake.ledger else {
      throw LedgerError(.other, "a feed is followed into a ledger")
    }
    let policy = ReadCommand.webPolicy(
      invocation, what: "reads news feeds; robots.txt is obeyed under the name Hearsay")
    let state = try WatchState(besideLedger: LedgerLocation.beside(ledger.path))
    return WatchRun(
      settings: WatchRun.Settings(schedule: PollSchedule(every: 900), isOnce: isOnce),
      state: state,
      fetcher: CourteousFetcher(
        policy, CourtesyPolicy(product: "Hearsay"), notes: try await state.sites()),
      intake: intake, time: .machine, listener: listener)
  }

  private func readOnce(
    _ feeds: [String], _ intake: Intake, _ tell: @escaping @Sendable (AddEvent) -> Void
  ) async throws {
    let run = try await run(intake, isOnce: true) { event in
      switch event {
      case .kept(let kept):
        let report = kept.reading.report
        tell(
          .kept(
            id: report.id, title: report.title ?? report.id, note: kept.note(isDated: false) ?? ""))
      case .failed(let error): tell(.failed(name: error.name, reason: error.reason))
      case .missed(let page, let error, _):
        tell(.failed(name: page.address, reason: error.reason))
      case .feedFailed(let feed, let failure):
        tell(.failed(name: feed.address, reason: "\(failure)"))
      case .reading(let done, let all):
        tell(.progress(done: done, words: "\(done) of \(all)"))
      default: break
      }
      return true
    }
    _ = try await run.run(feeds)
  }

  /// Follows these feeds from now on, every quarter of an hour, as soon as what is being read is read.
  private func follow(_ feeds: [String]) {
    line.yield {
      await self.pause()
      guard !feeds.isEmpty, !self.halt.isAsked else { return }
      let next = Task {
        do {
          let run = try await self.run(try self.made(), isOnce: false) { _ in true }
          _ = try await run.run(feeds)
        } catch is CancellationError {
          // Others are followed instead.
        } catch {
          self.console.tell("feeds are followed no more: \(error)")
        }
      }
      self.watch.withLock { $0 = next }
    }
  }

  /// Ends the following of feeds, and waits until what is in hand of it is kept.
  private func pause() async {
    let running = watch.withLock { watch in
      defer { watch = nil }
      return watch
    }
    running?.cancel()
    await running?.value
  }
}
