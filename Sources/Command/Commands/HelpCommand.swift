import Hearsay

/// `hearsay help`.
enum HelpCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    let help = Help(commands: CommandList.all, width: console.width)
    if invocation.has("man") {
      try console.print(
        ManualPage(commands: CommandList.all, version: Hearsay.Reader.version).text())
      return .done
    }
    guard let name = invocation.operands.first else {
      try console.print(help.overview(), colors: console.usesColors(invocation))
      return .done
    }
    guard let command = CommandList.all.first(where: { $0.name == name }) else {
      throw UsageError(message: "no command \(name); hearsay help lists them")
    }
    try console.print(help.page(of: command), colors: console.usesColors(invocation))
    return .done
  }
}

/// `hearsay version`.
enum VersionCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    try console.print("hearsay \(Hearsay.Reader.version)\n")
    return .done
  }
}

/// `hearsay completions`.
enum CompletionsCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    let name = invocation.operands[0]
    guard let shell = Completions.Shell(rawValue: name) else {
      throw UsageError(
        message: "completions takes bash, zsh or fish; not \(name)", command: "completions")
    }
    try console.print(Completions(commands: CommandList.all).script(for: shell))
    return .done
  }
}
