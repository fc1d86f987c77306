/// The manual page in the man(7) language, made from the definitions.
///
/// Pure.
struct ManualPage: Sendable {
  let commands: [CommandDefinition]
  let version: String

  /// The page.
  func text() -> String {
    var lines = [
      #".TH HEARSAY 1 "" "hearsay \#(version)" "User Commands""#,
      ".SH NAME", #"hearsay \- keep the ledger of what news reports say, and who says so"#,
      ".SH SYNOPSIS", ".B hearsay", ".I command", "[flags] ...",
      ".SH DESCRIPTION",
      """
      Hearsay reads news reports of contested events and keeps the ledger: what happened, who says so, in \
      whose words.
      """,
      ".SH COMMANDS",
    ]
    for command in commands {
      lines += [".SS " + Self.escaped("\(command.name) \(command.operands.usage)")]
      lines += [Self.escaped(command.summary)]
      for paragraph in command.details { lines += [".PP", Self.escaped(paragraph)] }
      for flag in command.flags {
        lines += [".TP", ".B " + Self.escaped(flag.usage), Self.escaped(flag.summary)]
      }
      for example in command.examples {
        lines += [
          ".PP",
          Self.escaped(example.meaning.prefix(1).uppercased() + example.meaning.dropFirst() + ":"),
          ".PP", ".in +4n", ".nf", Self.escaped(example.line), ".fi", ".in",
        ]
      }
    }
    lines += [
      ".SH ENVIRONMENT",
      ".TP", ".B HEARSAY_LEDGER", "The ledger, where --ledger does not name one.",
      ".TP", ".B HEARSAY_MODEL", "The weights, where --model does not name them.",
      ".TP", ".B HEARSAY_SHARE", "The folder that holds Models and Data.",
      ".TP", ".B NO_COLOR", "If set, nothing is coloured unless --color always is given.",
      ".SH EXIT STATUS",
      "0 done, 1 nothing found, 2 an error; one bad input does not stop the others.",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// A text line of troff: no command at its start, no escape within.
  static func escaped(_ text: String) -> String {
    let line = text.replacing("\\", with: #"\e"#).replacing("-", with: #"\-"#)
    return line.hasPrefix(".") || line.hasPrefix("'") ? #"\&"# + line : line
  }
}
