import Hearsay
import HearsayText
import HearsayWeb

/// `hearsay annotate`.
enum AnnotateCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    let list = InputList(
      invocation.operands, endings: invocation.has("pretokenized") ? ["conllu", "conll"] : nil)
    for error in list.errors { console.tell(error.message) }
    ReadCommand.tell(list, invocation, console)
    var outcome: Outcome = list.errors.isEmpty ? .done : .failed
    guard !list.inputs.isEmpty else { return outcome.and(.nothingFound) }
    let reader = try Hearsay.Reader(
      Resources(
        model: invocation["model"], environment: console.environment, program: console.program))
    let run = AnnotateRun(
      reader: reader, fetcher: WebFetcher(ReadCommand.webPolicy(invocation)),
      form: invocation["format"].flatMap(AnnotationForm.init(rawValue:)) ?? .conllu,
      isPretokenized: invocation.has("pretokenized"))
    let jobs = min(invocation.number("jobs") ?? Environment.processors, list.inputs.count)
    let desk = Desk<AnnotateRun.Result>(count: list.inputs.count, lead: jobs * 4)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<jobs { group.addTask { await run.work(list.inputs, desk) } }
      while let result = await desk.result() {
        do {
          try console.print(try result.get())
        } catch let error as InputError {
          console.tell(error.message)
          outcome = .failed
        }
        if console.isClosed { await desk.stop() }
      }
    }
    return outcome
  }
}

/// Annotates inputs on as many threads as there are workers.
struct AnnotateRun: Sendable {
  /// The annotation of one input, or why there is none.
  typealias Result = Swift.Result<String, InputError>

  let reader: Hearsay.Reader
  let fetcher: WebFetcher
  let form: AnnotationForm
  let isPretokenized: Bool

  /// One worker: takes inputs until there are no more.
  func work(_ inputs: [Input], _ desk: Desk<Result>) async {
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
