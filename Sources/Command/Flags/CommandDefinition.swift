/// One command of the tool, with everything that help, the manual and completions say of it.
struct CommandDefinition: Sendable {
  /// What may follow a command.
  struct Operands: Sendable {
    /// What completion offers for an operand.
    enum Kind: Sendable {
      case words
      case paths
      case command
      case shell
    }

    /// How usage shows them: `FILE…`.
    let usage: String
    /// What they are.
    let kind: Kind
    /// How many there may be.
    let count: ClosedRange<Int>
    /// What one who gives none is told.
    let missing: String

    static let none = Operands(usage: "", kind: .words, count: 0...0, missing: "")

    /// One report of the ledger, as `command` is asked about.
    static func oneReport(_ command: String) -> Operands {
      Operands(
        usage: "REPORT", kind: .words, count: 1...1,
        missing: "\(command) needs a report: the beginning of its id, its address or its path")
    }
  }

  /// An example with what it does.
  struct Example: Sendable {
    let line: String
    let meaning: String
  }

  /// The word typed.
  let name: String
  /// What follows it.
  let operands: Operands
  /// One sentence.
  let summary: String
  /// Paragraphs for who asks for help on this command.
  let details: [String]
  /// Its flags, in the order that help shows them.
  let flags: [Flag]
  /// Examples.
  let examples: [Example]
  /// Does it.
  let run: @Sendable (Invocation, Console) async throws -> Outcome

  /// `hearsay read [FLAGS] FILE…`.
  var usage: String {
    let words = ["hearsay", name, "[flags]", operands.usage]
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// How a run ended, as the shell is told.
enum Outcome: Int32, Sendable {
  /// Done.
  case done = 0
  /// Done, but there was nothing.
  case nothingFound = 1
  /// Something went wrong; the message says what.
  case failed = 2
  /// Stopped by Ctrl-C, as shells count it: 128 and the signal's number.
  case interrupted = 130

  /// The worse of two.
  func and(_ other: Outcome) -> Outcome { rawValue >= other.rawValue ? self : other }
}
