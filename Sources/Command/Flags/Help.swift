/// Help for people, made from the definitions.
///
/// Pure.
struct Help: Sendable {
  let commands: [CommandDefinition]
  let width: Int

  /// What the tool is and which commands there are.
  func overview() -> [StyledText] {
    var lines = StyledText(
      """
      Hearsay reads news reports of contested events and keeps the ledger: what happened, who says so, in \
      whose words.
      """
    ).wrapped(width: width)
    lines += ["", StyledText("USAGE", .heading), "  hearsay COMMAND [flags] …"]
    lines += ["", StyledText("COMMANDS", .heading)]
    let column = (commands.map(\.name.count).max() ?? 0) + 4
    for command in commands { lines += entry(command.name, command.summary, column: column) }
    lines += ["", "hearsay help COMMAND explains one."]
    lines += StyledText("Exit status: 0 done, 1 nothing found, 2 an error.").wrapped(width: width)
    return lines
  }

  /// Everything about one command.
  func page(of command: CommandDefinition) -> [StyledText] {
    var lines = StyledText(command.summary).wrapped(width: width)
    lines += ["", StyledText("USAGE", .heading), StyledText("  " + command.usage)]
    for paragraph in command.details {
      lines += [""] + StyledText(paragraph).wrapped(width: width)
    }
    if !command.flags.isEmpty {
      lines += ["", StyledText("FLAGS", .heading)]
      for flag in command.flags {
        let usage = flag.short == nil ? "    " + flag.usage : flag.usage
        lines += entry(usage, flag.summary, column: 28)
      }
    }
    if !command.examples.isEmpty {
      lines += ["", StyledText("EXAMPLES", .heading)]
      for example in command.examples {
        lines.append(StyledText("  \(example.line)"))
        lines += StyledText(example.meaning, .faint)
          .wrapped(width: width, first: "      ", rest: "      ")
      }
    }
    return lines
  }

  /// A name and what it means, on one line if there is room.
  private func entry(_ name: String, _ meaning: String, column: Int) -> [StyledText] {
    let indent = StyledText(String(repeating: " ", count: column))
    var first = StyledText("  \(name)", .speaker)
    guard first.width + 2 <= column else {
      return [first] + StyledText(meaning).wrapped(width: width, first: indent, rest: indent)
    }
    first.append(String(repeating: " ", count: column - first.width))
    return StyledText(meaning).wrapped(width: width, first: first, rest: indent)
  }
}
