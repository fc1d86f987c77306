import Hearsay
import HearsayFeeds
import HearsayIntake
import HearsayLedger

/// The whole program: words in, results and messages out, an exit code at the end.
enum Tool {
  /// Does what the words after the program's name ask for.
  static func run(_ words: [String], _ console: Console) async -> Outcome {
    do {
      let invocation = try ArgumentParser(commands: CommandList.all).parse(words)
      return try await invocation.command.run(invocation, console)
    } catch {
      console.tell(message(for: error))
      return .failed
    }
  }

  /// The one place where an error becomes words for a person.
  private static func message(for error: any Error) -> String {
    switch error {
    case let error as UsageError:
      error.message + (error.command.map { " (see hearsay help \($0))" } ?? "")
    case let error as InputError: error.message
    case let error as LedgerError: error.message
    case let error as WatchError: error.description
    case let error as ReaderError: error.description
    case let error as OutputError: "cannot write the output: \(SystemError.words(for: error.code))"
    default: "\(error)"
    }
  }
}
