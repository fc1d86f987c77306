import Dispatch
import Hearsay
import HearsayLedger
import HearsayRecords
import HearsayText
import HearsayWeb

/// One run of `hearsay read`: inputs in, readings out in the order of the inputs, each kept before it is printed.
struct ReadRun: Sendable {
  /// What became of one input.
  struct Result: Sendable {
    let input: Input
    /// The reading with the ledger's id, and what the ledger did; or why there is none.
    let outcome: Swift.Result<Reading, InputError>
    /// Under which address it is kept; `nil` for standard input.
    var address: String?
    /// What the ledger has of these bytes already.
    var known: Stored?
  }

  let reader: Hearsay.Reader
  let ledger: Ledger?
  let published: String?
  let fetcher: WebFetcher
  let jobs: Int

  /// Works through the inputs; `body` is called for each in order and ends the run by returning `false`.
  func run(
    _ inputs: [Input], desk: Desk<Result>, _ body: (Result) async throws -> Bool
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<min(jobs, inputs.count) {
        group.addTask { await work(inputs, desk) }
      }
      do {
        while let result = await desk.result() {
          guard try await body(result) else { break }
        }
      } catch {
        await desk.stop()
        throw error
      }
      await desk.stop()
    }
  }

  private func work(_ inputs: [Input], _ desk: Desk<Result>) async {
    let workspace = reader.makeWorkspace()
    while let number = await desk.assignment() {
      await desk.hand(in: await result(of: inputs[number], workspace), of: number)
    }
  }

  private func result(of input: Input, _ workspace: Workspace) async -> Result {
    do throws(InputError) {
      let source = try await source(of: input)
      let known = try await known(source)
      if let known { return known }
      var reading: Reading
      do {
        let request = ReadingRequest(
          address: input.name, contentType: source.contentType, published: published)
        reading = try reader.read(source.bytes, request, workspace)
      } catch {
        throw InputError(name: input.name, reason: error.description)
      }
      reading.report.url = input.name
      return Result(input: input, outcome: .success(reading), address: source.address)
    } catch {
      return Result(input: input, outcome: .failure(error))
    }
  }

  private struct Source: Sendable {
    let input: Input
    let bytes: [UInt8]
    var contentType: String?
    var address: String?
  }

  private func source(of input: Input) async throws(InputError) -> Source {
    switch input {
    case .standardInput:
      return Source(input: input, bytes: try FileSystem.bytes(of: nil))
    case .file(let path):
      return Source(
        input: input, bytes: try FileSystem.bytes(of: path), address: FileSystem.absolute(path))
    case .page(let address):
      // A slow server must not hold up the threads that read reports.
      let fetcher = fetcher
      let result = await withCheckedContinuation { continuation in
        DispatchQueue.global().async {
          continuation.resume(
            returning: Swift.Result { () throws(WebError) in try fetcher.fetch(address) })
        }
      }
      switch result {
      case .success(let page):
        return Source(
          input: input, bytes: page.bytes, contentType: page.contentType, address: address)
      case .failure(let error):
        throw InputError(name: address, reason: error.reason)
      }
    }
  }

  /// What the ledger knows of these bytes, so that they need not be read again.
  ///
  /// A date that is given now may differ from the one they were read with.
  private func known(_ source: Source) async throws(InputError) -> Result? {
    guard let ledger, published == nil else { return nil }
    let sha256 = SHA256.hex(source.bytes)
    do {
      let address = source.address ?? ReportID.address(given: nil, sha256: sha256)
      guard
        let stored = try await ledger.known(
          address: address, sha256: sha256, reader: reader.reader)
      else { return nil }
      let snapshot = try Snapshot(path: ledger.path)
      var reading = try snapshot.reading(of: try snapshot.report(stored.id))
      reading.report.url = source.input.name
      return Result(
        input: source.input, outcome: .success(reading), address: address, known: stored)
    } catch {
      throw InputError(name: source.input.name, reason: error.message)
    }
  }
}
