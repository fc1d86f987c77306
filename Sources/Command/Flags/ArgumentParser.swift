import HearsayLedger

/// Understands what was typed, by the definitions of ``CommandList``.
struct ArgumentParser: Sendable {
  let commands: [CommandDefinition]

  /// Reads the words after the program's name.
  ///
  /// `--help` after a command and `--version` anywhere stand for commands of their own.
  func parse(_ words: [String]) throws(UsageError) -> Invocation {
    var rest = words[...]
    guard let first = rest.popFirst() else { return try invocation(of: "help", []) }
    switch first {
    case "--help", "-h": return try invocation(of: "help", [])
    case "--version", "-V": return try invocation(of: "version", [])
    default: break
    }
    guard let command = commands.first(where: { $0.name == first }) else {
      let near = nearest(to: first, among: commands.map(\.name))
      let hint = near.map { "; did you mean \($0)?" } ?? "; hearsay help lists them"
      let what = first.hasPrefix("-") ? "no flag \(first) before a command" : "no command \(first)"
      throw UsageError(message: what + hint)
    }
    return try parse(rest, for: command)
  }

  private func invocation(of name: String, _ operands: [String]) throws(UsageError) -> Invocation {
    guard let command = commands.first(where: { $0.name == name }) else {
      throw UsageError(message: "no command \(name)")
    }
    return Invocation(command: command, operands: operands, values: [:])
  }

  private func parse(
    _ words: ArraySlice<String>, for command: CommandDefinition
  ) throws(UsageError) -> Invocation {
    var rest = words
    var operands: [String] = []
    var values: [String: [String]] = [:]
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        break
      } else if word == "--help" || word == "-h" {
        return try invocation(of: "help", [command.name])
      } else if word.hasPrefix("--") {
        try long(word.dropFirst(2), &rest, command, &values)
      } else if word.hasPrefix("-"), word.count > 1 {
        try letters(word.dropFirst(), &rest, command, &values)
      } else {
        operands.append(word)
      }
    }
    guard command.operands.count.contains(operands.count) else {
      throw UsageError(
        message: operands.count < command.operands.count.lowerBound
          ? command.operands.missing
          : "\(command.name): too many words, from \(operands[command.operands.count.upperBound]) on",
        command: command.name)
    }
    return Invocation(command: command, operands: operands, values: values)
  }

  private func long(
    _ word: Substring, _ rest: inout ArraySlice<String>, _ command: CommandDefinition,
    _ values: inout [String: [String]]
  ) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts.first ?? "")
    guard let flag = command.flags.first(where: { $0.name == name }) else {
      let near = nearest(to: name, among: command.flags.map(\.name))
      throw UsageError(
        message: "\(command.name) has no flag --\(name)"
          + (near.map { "; did you mean --\($0)?" } ?? ""), command: command.name)
    }
    let given = parts.count == 2 ? String(parts[1]) : nil
    try take(flag, given, &rest, command, &values)
  }

  /// `-qj4` is `-q -j 4`.
  private func letters(
    _ word: Substring, _ rest: inout ArraySlice<String>, _ command: CommandDefinition,
    _ values: inout [String: [String]]
  ) throws(UsageError) {
    var letters = word
    while let letter = letters.popFirst() {
      guard let flag = command.flags.first(where: { $0.short == letter }) else {
        throw UsageError(message: "\(command.name) has no flag -\(letter)", command: command.name)
      }
      guard flag.value != nil else {
        try take(flag, nil, &rest, command, &values)
        continue
      }
      try take(flag, letters.isEmpty ? nil : String(letters), &rest, command, &values)
      return
    }
  }

  private func take(
    _ flag: Flag, _ given: String?, _ rest: inout ArraySlice<String>, _ command: CommandDefinition,
    _ values: inout [String: [String]]
  ) throws(UsageError) {
    guard let value = flag.value else {
      guard given == nil else {
        throw UsageError(message: "--\(flag.name) takes no value", command: command.name)
      }
      values[flag.name] = [""]
      return
    }
    guard let word = given ?? rest.popFirst() else {
      throw UsageError(
        message: "--\(flag.name) needs a value: \(flag.usage)", command: command.name)
    }
    var words = [word]
    if case .choice(let choices) = value {
      words = flag.isRepeatable ? word.split(separator: ",").map(String.init) : [word]
      words = try words.map { (word) throws(UsageError) in
        guard let choice = choices.first(where: { $0.lowercased() == word.lowercased() }) else {
          throw UsageError(
            message: "--\(flag.name) takes \(choices.joined(separator: ", ")); not \(word)",
            command: command.name)
        }
        return choice
      }
    }
    if case .number = value, (Int(word) ?? 0) < 1 {
      throw UsageError(
        message: "--\(flag.name) takes a whole number from 1 on; not \(word)",
        command: command.name)
    }
    if case .numberOrAll = value, (Int(word) ?? -1) < 0 {
      throw UsageError(
        message: "--\(flag.name) takes a whole number from 0 on, 0 for all; not \(word)",
        command: command.name)
    }
    if case .date = value, Moment(word) == nil {
      throw UsageError(
        message:
          "--\(flag.name) takes a date such as 2031, 2031-03 or 2031-03-04T18:30Z; not \(word)",
        command: command.name)
    }
    if flag.isRepeatable {
      values[flag.name, default: []] += words
    } else {
      values[flag.name] = words
    }
  }

  /// The word that at most two slips of the finger tell from `word`.
  private func nearest(to word: String, among words: [String]) -> String? {
    let ranked = words.map { (name: $0, slips: slips(from: word, to: $0)) }
    guard let best = ranked.min(by: { $0.slips < $1.slips }), best.slips <= min(2, word.count / 2)
    else { return nil }
    return best.name
  }

  private func slips(from left: String, to right: String) -> Int {
    let left = Array(left)
    let right = Array(right)
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let changed = diagonal + (a == b ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(changed, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[right.count]
  }
}
