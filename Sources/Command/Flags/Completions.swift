/// What lets a shell complete commands and flags, made from the definitions.
///
/// Pure.
struct Completions: Sendable {
  /// The shells that are known.
  enum Shell: String, CaseIterable, Sendable {
    case bash, zsh, fish
  }

  let commands: [CommandDefinition]

  /// The script that the shell runs.
  func script(for shell: Shell) -> String {
    switch shell {
    case .bash: bash()
    case .zsh: zsh()
    case .fish: fish()
    }
  }

  private var names: String { commands.map(\.name).joined(separator: " ") }

  private func operands(_ command: CommandDefinition) -> String? {
    switch command.operands.kind {
    case .command: names
    case .shell: Shell.allCases.map(\.rawValue).joined(separator: " ")
    case .words, .paths: nil
    }
  }

  private func bash() -> String {
    var lines = [
      "# bash completion for hearsay, made by: hearsay completions bash",
      "_hearsay() {",
      "  local word=\"${COMP_WORDS[COMP_CWORD]}\" before=\"${COMP_WORDS[COMP_CWORD-1]}\"",
      "  COMPREPLY=()",
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then",
      "    COMPREPLY=($(compgen -W \"\(names)\" -- \"$word\"))",
      "    return",
      "  fi",
      "  case \"${COMP_WORDS[1]}\" in",
    ]
    for command in commands {
      lines.append("  \(command.name))")
      lines.append("    case \"$before\" in")
      for flag in command.flags {
        let typed = ["--\(flag.name)"] + (flag.short.map { ["-\($0)"] } ?? [])
        switch flag.value {
        case .choice(let words):
          lines.append(
            "    \(typed.joined(separator: "|"))) COMPREPLY=($(compgen -W \"\(words.joined(separator: " "))\" -- \"$word\")); return ;;"
          )
        case .path:
          lines.append(
            "    \(typed.joined(separator: "|"))) COMPREPLY=($(compgen -f -- \"$word\")); return ;;"
          )
        case .words, .number, .numberOrAll, .date:
          lines.append("    \(typed.joined(separator: "|"))) return ;;")
        case nil: break
        }
      }
      lines.append("    esac")
      let flags = (command.flags.map { "--\($0.name)" } + ["--help"]).joined(separator: " ")
      lines.append("    case \"$word\" in")
      lines.append("    -*) COMPREPLY=($(compgen -W \"\(flags)\" -- \"$word\")) ;;")
      if let words = operands(command) {
        lines.append("    *) COMPREPLY=($(compgen -W \"\(words)\" -- \"$word\")) ;;")
      } else if command.operands.kind == .paths {
        lines.append("    *) COMPREPLY=($(compgen -f -- \"$word\")) ;;")
      }
      lines.append("    esac ;;")
    }
    lines += ["  esac", "}", "complete -o filenames -F _hearsay hearsay"]
    return lines.joined(separator: "\n") + "\n"
  }

  private func zsh() -> String {
    var lines = [
      "#compdef hearsay", "# zsh completion for hearsay, made by: hearsay completions zsh",
      "_hearsay() {", "  local -a commands", "  commands=(",
    ]
    lines += commands.map { "    \(Self.quoted("\($0.name):\(Self.zshEscaped($0.summary))"))" }
    lines += [
      "  )", "  if (( CURRENT == 2 )); then", "    _describe 'command' commands", "    return",
      "  fi", "  local command=$words[2]", "  shift words", "  (( CURRENT-- ))",
      "  case $command in",
    ]
    for command in commands {
      lines.append("  \(command.name))")
      var arguments = command.flags.map { flag in
        var text = "\(flag.isRepeatable ? "*" : "")--\(flag.name)[\(Self.zshEscaped(flag.summary))]"
        switch flag.value {
        case .choice(let words): text += ":\(flag.name):(\(words.joined(separator: " ")))"
        case .path: text += ":\(flag.name):_files"
        case .words, .number, .numberOrAll, .date: text += ":\(flag.name):"
        case nil: break
        }
        return text
      }
      if let words = operands(command) {
        arguments.append("1:word:(\(words))")
      } else if command.operands.kind == .paths {
        arguments.append("*:file:_files")
      }
      lines.append("    _arguments " + arguments.map(Self.quoted).joined(separator: " \\\n      "))
      lines.append("    ;;")
    }
    lines += ["  esac", "}", "_hearsay \"$@\""]
    return lines.joined(separator: "\n") + "\n"
  }

  private func fish() -> String {
    var lines = [
      "# fish completion for hearsay, made by: hearsay completions fish", "complete -c hearsay -f",
    ]
    for command in commands {
      lines.append(
        "complete -c hearsay -n __fish_use_subcommand -a \(command.name) -d \(Self.quoted(command.summary))"
      )
      let when = "-n '__fish_seen_subcommand_from \(command.name)'"
      for flag in command.flags {
        var line = "complete -c hearsay \(when) -l \(flag.name)"
        if let short = flag.short { line += " -s \(short)" }
        switch flag.value {
        case .choice(let words): line += " -x -a '\(words.joined(separator: " "))'"
        case .path: line += " -r -F"
        case .words, .number, .numberOrAll, .date: line += " -x"
        case nil: break
        }
        lines.append(line + " -d \(Self.quoted(flag.summary))")
      }
      if let words = operands(command) {
        lines.append("complete -c hearsay \(when) -a '\(words)'")
      } else if command.operands.kind == .paths {
        lines.append("complete -c hearsay \(when) -F")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A word in single quotes, in which shells read nothing but the end.
  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: #"'\''"#) + "'"
  }

  /// What `_arguments` and `_describe` would read as their own signs.
  private static func zshEscaped(_ text: String) -> String {
    text.replacing(":", with: #"\:"#).replacing("[", with: #"\["#).replacing("]", with: #"\]"#)
  }
}
