import Hearsay
import HearsayIntake
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
      isPretokenized: invocation.has("pretokenized"),
      jobs: invocation.number("jobs") ?? Environment.processors)
    try await run.run(list.inputs) { result in
      do {
        try console.print(try result.get())
      } catch let error as InputError {
        console.tell(error.message)
        outcome = .failed
      }
      return !console.isClosed
    }
    return outcome
  }
}
