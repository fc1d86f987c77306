import Hearsay
import HearsayText
import HearsayWeb

/// `hearsay annotate`.
enum AnnotateCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    let list = InputList(invocation.operands)
    for error in list.errors { console.tell(error.message) }
    var outcome: Outcome = list.errors.isEmpty ? .done : .failed
    guard !list.inputs.isEmpty else { return outcome.and(.nothingFound) }
    let reader = try Hearsay.Reader(
      Resources(
        model: invocation["model"], environment: console.environment, program: console.program))
    let workspace = reader.makeWorkspace()
    let fetcher = WebFetcher(ReadCommand.webPolicy(invocation))
    for input in list.inputs where !console.isClosed {
      do {
        var request = ReadingRequest(address: input.name)
        let bytes: [UInt8]
        switch input {
        case .file(let path): bytes = try FileSystem.bytes(of: path)
        case .standardInput: bytes = try FileSystem.bytes(of: nil)
        case .page(let address):
          let page = try fetcher.fetch(address)
          request.contentType = page.contentType
          bytes = page.bytes
        }
        try console.print(try reader.annotate(bytes, request, workspace))
      } catch let error as InputError {
        console.tell(error.message)
        outcome = .failed
      } catch let error as WebError {
        console.tell("\(input.name): \(error.reason)")
        outcome = .failed
      } catch let error as TextError {
        console.tell("\(input.name): \(error.description)")
        outcome = .failed
      }
    }
    return outcome
  }
}
