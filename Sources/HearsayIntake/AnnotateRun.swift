package import Hearsay
import HearsayText
package import HearsayWeb

/// Annotates inputs on as many threads as there are workers.
package struct AnnotateRun: Sendable {
  /// The annotation of one input, or why there is none.
  package typealias Result = Swift.Result<String, InputError>

  private let reader: Hearsay.Reader
  private let fetcher: WebFetcher
  private let form: AnnotationForm
  private let isPretokenized: Bool
  private let jobs: Int

  /// - Parameters:
  ///   - reader: What annotates.
  ///   - fetcher: What fetches addresses.
  ///   - form: How annotations are written.
  ///   - isPretokenized: Whether the inputs are CoNLL-U whose words and sentences stay.
  ///   - jobs: How many texts are annotated at a time.
  package init(
    reader: Hearsay.Reader, fetcher: WebFetcher, form: AnnotationForm, isPretokenized: Bool,
    jobs: Int
  ) {
    self.reader = reader
    self.fetcher = fetcher
    self.form = form
    self.isPretokenized = isPretokenized
    self.jobs = jobs
  }

  /// Annotates inputs; `body` is called for each in order and ends the run by returning `false`.
  package func run(_ inputs: [Input], _ body: (Result) throws -> Bool) async throws {
    let workers = min(jobs, inputs.count)
    let desk = Desk<Result>(count: inputs.count, lead: workers * 4)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<workers { group.addTask { await work(inputs, desk) } }
      while let result = await desk.result() {
        if try !body(result) { await desk.stop() }
      }
    }
  }

  /// One worker: takes inputs until there are no more.
  private func work(_ inputs: [Input], _ desk: Desk<Result>) async {
    let workspace = reader.makeWorkspace()
    while let number = await desk.assignment() {
      let input = inputs[number]
      await desk.hand(
        in: Result { () throws(InputError) in try annotation(of: input, workspace) }, of: number)
    }
  }

  private func annotation(of input: Input, _ workspace: Workspace) throws(InputError) -> String {
    var request = ReadingRequest(address: input.name)
    let bytes: [UInt8]
    switch input {
    case .file(let path), .archive(let path, _): bytes = try FileSystem.bytes(of: path)
    case .bytes(let given):
      request.contentType = given.contentType
      bytes = given.bytes
    case .standardInput: bytes = try FileSystem.bytes(of: nil)
    case .page(let address):
      do {
        let page = try fetcher.fetch(address)
        request.contentType = page.contentType
        bytes = page.bytes
      } catch {
        throw InputError(name: address, reason: error.reason)
      }
    }
    do {
      return isPretokenized
        ? try reader.annotate(pretokenized: bytes, request, workspace, as: form)
        : try reader.annotate(bytes, request, workspace, as: form)
    } catch {
      throw InputError(name: input.name, reason: error.description)
    }
  }
}
