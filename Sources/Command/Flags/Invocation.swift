import HearsayLedger

/// What was typed after `hearsay`, understood but not yet acted on.
struct Invocation: Sendable {
  /// The command.
  let command: CommandDefinition
  /// What follows the command and is no flag.
  let operands: [String]
  /// The flags given, by long name; a flag without value has an empty word.
  let values: [String: [String]]

  /// Whether a flag was given.
  func has(_ name: String) -> Bool { values[name] != nil }

  /// The value given last.
  subscript(_ name: String) -> String? { values[name]?.last }

  /// Every value given, in order.
  func all(_ name: String) -> [String] { values[name] ?? [] }

  /// The value as a number; the parser let nothing else through.
  func number(_ name: String) -> Int? { self[name].flatMap { Int($0) } }

  /// The value as a date; the parser let nothing else through.
  func moment(_ name: String) -> Moment? { self[name].flatMap { Moment($0) } }

  /// The values as words of a vocabulary; the parser let nothing else through.
  func choices<Word: RawRepresentable>(_ name: String) -> [Word] where Word.RawValue == String {
    all(name).compactMap { Word(rawValue: $0) }
  }
}

/// Words that cannot be understood as a command.
struct UsageError: Error, Hashable, Sendable {
  /// What was not understood.
  let message: String
  /// The command whose help may help.
  var command: String?
}
