import FoundationEssentials
import Hearsay
import HearsayArchives
import HearsayLedger
import HearsayRecords
import HearsayText
import HearsayWeb

// Reading, by as many workers as there are jobs.
extension Intake {
  /// What became of one input.
  struct Result: Sendable {
    /// The file or address, as messages name it.
    let name: String
    /// The reading with the ledger's id, and what the ledger did; or why there is none.
    ///
    /// `nil` where none was to be expected: at the end of an archive, and for pages in archives without a report.
    let outcome: Swift.Result<Reading, InputError>?
    /// What tells that others are versions of it.
    var address = ""
    /// How its bytes came here.
    var delivery = Delivery()
    /// What the ledger has of these bytes already.
    var known: Stored?
    /// How far an archive has been read with this.
    var archive: ArchiveState?
    /// Whether this is the end of that archive.
    var isEndOfArchive = false
    /// Bytes of all inputs that are done with this.
    var bytesDone = 0
  }

  /// So many results are kept in one act at most, and for so long the first of them waits for others: as much is in hand when
  /// the program is killed.
  private static let mostInHand = 64
  private static let patience = Duration.milliseconds(400)

  /// Works through the inputs and keeps what comes of them; `body` is called for each in order, when it is kept, and ends the run
  /// by returning `false`.
  ///
  /// - Throws: ``LedgerError`` if the disk is full; what `body` throws.
  func run(
    _ queue: some AssignmentQueue, desk: Desk<Result>,
    _ body: (Result, Keeping) async throws -> Bool
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<jobs {
        group.addTask { await work(queue, desk) }
      }
      do {
        var goesOn = true
        while goesOn {
          let results = await desk.results(most: Self.mostInHand, within: Self.patience)
          guard !results.isEmpty else { break }
          for (result, kept) in zip(results, try await keep(results)) {
            guard try await body(result, kept) else {
              goesOn = false
              break
            }
          }
        }
      } catch {
        await desk.stop()
        throw error
      }
      await desk.stop()
    }
  }

  private func work(_ queue: some AssignmentQueue, _ desk: Desk<Result>) async {
    var workspace: Workspace?
    while await desk.assignment() != nil {
      guard let assignment = await queue.assignment() else {
        await desk.end(at: await queue.count)
        return
      }
      await desk.weigh(assignment.weight, of: assignment.number)
      // Working memory is made only where there is work.
      let own = workspace ?? reader.makeWorkspace()
      workspace = own
      var result = await result(of: assignment, own)
      result.archive = assignment.archive
      result.bytesDone = assignment.bytesDone
      await desk.hand(in: result, of: assignment.number)
    }
  }

  private func result(of assignment: Assignment, _ workspace: Workspace) async -> Result {
    switch assignment.work {
    case .input(let input):
      do throws(InputError) {
        return try await result(of: try await source(of: input), workspace)
      } catch {
        return Result(name: input.name, outcome: .failure(error))
      }
    case .page(let page):
      let source = ReportSource(
        page, in: assignment.archive, from: assignment.archive.map { address(ofFile: $0.path) })
      do throws(InputError) {
        return try await result(of: source, workspace)
      } catch {
        return Result(name: source.name, outcome: error.isWithoutReport ? nil : .failure(error))
      }
    case .fetched(let page):
      do throws(InputError) {
        return try await result(of: ReportSource(page), workspace)
      } catch {
        return Result(name: page.address, outcome: .failure(error))
      }
    case .endOfArchive:
      return Result(name: "", outcome: nil, isEndOfArchive: true)
    case .failure(let error):
      return Result(name: error.name, outcome: .failure(error))
    }
  }

  private func result(
    of source: ReportSource, _ workspace: Workspace
  ) async throws(InputError) -> Result {
    if let known = try await known(source) { return known }
    let read: ReadReport
    do {
      var request = source.request
      request.identity = source.address
      if let published { request.published = published }
      read = try reader.take(source.bytes, request, workspace)
    } catch {
      throw InputError(
        name: source.name, reason: error.description, isWithoutReport: error.code != .broken)
    }
    var reading = read.reading
    reading.report.url = source.name
    var result = Result(name: source.name, outcome: .success(reading), address: read.address)
    result.delivery = source.delivery
    result.delivery.met = source.address
    result.delivery.isKept = try keep(source, digest: reading.report.sha256)
    return result
  }

  /// Puts the bytes into the archive, before the ledger speaks of them.
  private func keep(_ source: ReportSource, digest: String) throws(InputError) -> Bool {
    guard ledger != nil, let archive else { return false }
    do {
      try archive.keep(source.bytes, digest: digest)
      return true
    } catch {
      throw InputError(name: source.name, reason: error.message, isFullDisk: error.code == .full)
    }
  }

  private func source(of input: Input) async throws(InputError) -> ReportSource {
    let now = Date().ledgerText
    switch input {
    case .standardInput:
      let bytes: [UInt8]
      do throws(ArchiveError) {
        bytes = try standardInput.bytes(most: FileSystem.largestFile)
      } catch {
        throw InputError(name: "standard input", reason: error.reason)
      }
      return ReportSource(
        saved: input, bytes, address: ReportAddress.of(met: nil, sha256: SHA256.hex(bytes)),
        stood: now)
    case .bytes(let given): return ReportSource(given, stood: now)
    case .file(let path), .archive(let path, _):
      return ReportSource(
        saved: input, try FileSystem.bytes(of: path),
        address: address(ofFile: FileSystem.absolute(path)), stood: now)
    case .page(let address):
      switch await fetcher.result(of: address) {
      case .success(let page):
        var source = ReportSource(
          input, page.bytes, contentType: page.contentType, address: address, stood: now)
        source.request.fetched = now
        return source
      case .failure(let error):
        throw InputError(name: address, reason: error.reason)
      }
    }
  }

  /// What the ledger knows of these bytes, so that they need not be read again.
  ///
  /// A date that is given now may differ from the one they were read with.
  private func known(_ source: ReportSource) async throws(InputError) -> Result? {
    guard let ledger, published == nil else { return nil }
    let sha256 = SHA256.hex(source.bytes)
    do {
      guard
        let stored = try await ledger.known(
          address: source.address, sha256: sha256, reader: reader.reader,
          stood: source.stood.flatMap(Moment.init))
      else { return nil }
      // What was read without an archive before is kept now.
      _ = try keep(source, digest: sha256)
      let snapshot = try Snapshot(path: ledger.path)
      var reading = try snapshot.reading(of: try snapshot.report(stored.id))
      reading.report.url = source.name
      return Result(
        name: source.name, outcome: .success(reading), address: source.address, known: stored)
    } catch let error as InputError {
      throw error
    } catch let error as LedgerError {
      throw InputError(name: source.name, reason: error.message)
    } catch {
      throw InputError(name: source.name, reason: "\(error)")
    }
  }
}
