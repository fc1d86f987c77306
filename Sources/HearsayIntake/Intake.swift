import Dispatch
import FoundationEssentials
package import Hearsay
package import HearsayArchives
package import HearsayLedger
package import HearsayRecords
import HearsayText
package import HearsayWeb

/// Takes in reports: from files, archives, addresses or bytes to readings that are kept, with the bytes in the archive and
/// the records in the ledger, in one act.
///
///     let intake = Intake(reader: reader, ledger: ledger, archive: archive, fetcher: fetcher, jobs: 4)
///     let summary = try await intake.read([.page(address)], halt: Halt()) { event in … }
package struct Intake: Sendable {
  /// Bytes of pages that may be worked on at a time, if they are several: a parsed page takes some ten times as much.
  static let heaviest = 8 << 20

  /// What reads.
  package let reader: Hearsay.Reader
  /// Where readings are kept; `nil` for nowhere.
  package let ledger: Ledger?
  /// Where the original bytes are kept; `nil` for nowhere.
  package let archive: Archive?
  /// What fetches addresses.
  package let fetcher: WebFetcher
  /// The date of publication of every report, if it is known better than they say.
  package let published: String?
  /// The folder that the paths of files are told from, so that reports have the same ids wherever it lies; `nil` for the root.
  package let base: String?
  /// Where in tables reports stand; without it, tables are none.
  package var columns: TableColumns?
  /// What `-` stands for.
  package var standardInput = StandardInput()
  /// How many reports are read at a time.
  package let jobs: Int

  package init(
    reader: Hearsay.Reader, ledger: Ledger?, archive: Archive?, fetcher: WebFetcher,
    published: String? = nil, base: String? = nil, jobs: Int
  ) {
    self.reader = reader
    self.ledger = ledger
    self.archive = archive
    self.fetcher = fetcher
    self.published = published
    self.base = base.map(FileSystem.absolute)
    self.jobs = jobs
  }

  /// What stands for a file at a path from the root.
  func address(ofFile path: String) -> String {
    guard let base, path.hasPrefix(base.hasSuffix("/") ? base : base + "/") else { return path }
    return String(path.dropFirst(base.count).drop { $0 == "/" })
  }

  /// A desk for the results of a run.
  func makeDesk() -> Desk<Result> { Desk(lead: jobs * 4, heaviest: Self.heaviest) }
}

/// A reading that was taken in.
package struct Kept: Sendable {
  /// With the ledger's id, if there is a ledger.
  package let reading: Reading
  /// What the ledger did; `nil` without one.
  package let stored: Stored?
  /// What tells its near copies.
  package let delivered: Delivered
}

/// What happens while reports are taken in, in the order of the inputs.
package enum IntakeEvent: Sendable {
  /// So many reports were read in an earlier run that was stopped; this one goes on after them.
  case continues(after: Int)
  /// A report was read, and kept.
  case kept(Kept)
  /// The same report was met before in this run, at another address of its page or in another place: by its name and id.
  case repeated(name: String, id: String)
  /// Something cannot be read or kept; the others still are.
  case failed(InputError)
  /// An archive has come to its end.
  case endOfArchive(ArchiveLog.Summary)
  /// So much is done.
  case progress(IntakeProgress)
}

/// How far a run is.
package struct IntakeProgress: Hashable, Sendable {
  /// Reports that were read, or could not be.
  package var done = 0
  /// Bytes of all inputs that are done with.
  package var bytesDone = 0
  /// Bytes of all inputs.
  package let allBytes: Int

  package init(done: Int = 0, bytesDone: Int = 0, allBytes: Int) {
    self.done = done
    self.bytesDone = bytesDone
    self.allBytes = allBytes
  }
}

/// What a run came to.
package struct IntakeSummary: Hashable, Sendable {
  /// Reports that were read, or could not be, in this run.
  package var done = 0
  /// Reports in archives that were read, in this run and those that it continues.
  package var inArchives = 0
  /// Whether it was asked to stop before everything was read.
  package var isStopped = false
}

extension Intake {
  /// Reads inputs and keeps every report before telling of it.
  ///
  /// - Parameters:
  ///   - inputs: What to read.
  ///   - range: Which part of archives is read: the entries that begin in these bytes; `nil` for all.
  ///   - continues: Whether to go on in archives where a run before was stopped.
  ///   - halt: By which the run is asked to stop.
  ///   - tell: Told of what happens; ends the run by returning `false`.
  /// - Returns: What it came to.
  /// - Throws: ``LedgerError`` if bookmarks cannot be kept; what `tell` throws.
  package func read(
    _ inputs: [Input], range: Range<Int>? = nil, continues: Bool = true, halt: Halt,
    _ tell: (IntakeEvent) async throws -> Bool
  ) async throws -> IntakeSummary {
    let desk = makeDesk()
    halt.whenAsked { Task { await desk.stop() } }
    // What is read with a date of one's own is another reading: no bookmark tells of those.
    var log = try await ArchiveLog(
      inputs, ledger: published == nil ? ledger : nil, reader: "\(reader.reader)",
      range: range, continues: continues)
    if let before = log.before, !(try await tell(.continues(after: before))) {
      return IntakeSummary()
    }
    let queue = InputQueue(
      inputs, starts: log.starts, range: range, columns: columns, standardInput: standardInput)
    let clock = ContinuousClock()
    var progress = IntakeProgress(allBytes: queue.allBytes)
    var met = MetReports()
    try await run(queue, desk: desk) { result, kept in
      var goesOn = true
      var page = result.outcome == nil ? ArchiveLog.Page.withoutReport : .report
      do {
        if let kept = try kept.get() {
          if met.hasMet(kept, at: result.address) {
            page = .repeated
            goesOn = try await tell(.repeated(name: result.name, id: kept.reading.report.id))
          } else {
            progress.done += 1
            goesOn = try await tell(.kept(kept))
          }
        }
      } catch let error as InputError {
        progress.done += 1
        if let archive = result.archive { log.hold(archive) }
        goesOn = try await tell(.failed(error))
      }
      if let archive = result.archive {
        if result.isEndOfArchive {
          let summary = try await log.end(archive)
          goesOn = try await tell(.endOfArchive(summary)) && goesOn
        } else {
          try await log.count(page, archive, at: clock.now)
        }
      }
      progress.bytesDone = result.bytesDone
      return try await tell(.progress(progress)) && goesOn
    }
    let isDone = await desk.isDone
    if isDone { try await log.finish() } else { try await log.pause() }
    try await ledger?.settle()
    return IntakeSummary(
      done: progress.done, inArchives: log.reports, isStopped: halt.isAsked && !isDone)
  }

  /// What became of a result: nothing, where no report was to be expected.
  typealias Keeping = Swift.Result<Kept?, InputError>

  /// Puts readings, where there are any, into the ledger, if there is one, all in one act, and gives them the ledger's ids.
  ///
  /// - Throws: ``LedgerError`` if the disk is full: nothing more can be kept then.
  func keep(_ results: [Result]) async throws(LedgerError) -> [Keeping] {
    for case .failure(let error)? in results.map(\.outcome) where error.isFullDisk {
      throw LedgerError(.full, error.reason)
    }
    var stored = try await append(results)[...]
    return results.map { result in
      switch result.outcome {
      case nil: return .success(nil)
      case .failure(let error): return .failure(error)
      case .success(var reading):
        let delivered = Delivered(reading, address: result.address, delivery: result.delivery)
        guard ledger != nil else {
          return .success(Kept(reading: reading, stored: nil, delivered: delivered))
        }
        let outcome = result.known.map { .success($0) } ?? stored.popFirst()
        switch outcome {
        case .success(let kept)?:
          reading.report.id = kept.id
          reading.report.key = kept.key
          return .success(Kept(reading: reading, stored: kept, delivered: delivered))
        case .failure(let error)?:
          return .failure(InputError(name: result.name, reason: error.message))
        case nil: preconditionFailure("\(result.name) was not handed to the ledger")
        }
      }
    }
  }

  /// Hands the readings that the ledger does not know to it.
  private func append(
    _ results: [Result]
  ) async throws(LedgerError) -> [Swift.Result<Stored, LedgerError>] {
    guard let ledger else { return [] }
    let deliveries = results.compactMap { result -> Delivered? in
      guard result.known == nil, case .success(let reading)? = result.outcome else { return nil }
      return Delivered(reading, address: result.address, delivery: result.delivery)
    }
    do {
      return try await ledger.append(deliveries, again: true)
    } catch {
      guard error.code != .full else { throw error }
      return deliveries.map { _ in .failure(error) }
    }
  }
}
