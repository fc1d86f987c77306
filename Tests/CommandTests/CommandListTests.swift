import Testing

@testable import Command

struct CommandListTests {
  @Test(arguments: CommandList.all.map(\.name))
  func `every command and flag is documented, in help, in the manual and for every shell`(
    _ name: String
  ) throws {
    let command = try #require(CommandList.all.first { $0.name == name })
    let help = Help(commands: CommandList.all, width: 80)
    let manual = ManualPage(commands: CommandList.all, version: "1").text()
    let page = help.page(of: command).map(\.plain).joined(separator: "\n")
    #expect(command.summary.hasSuffix("."))
    #expect(help.overview().map(\.plain).contains { $0.hasPrefix("  \(name) ") })
    #expect(manual.contains("\n.SS " + ManualPage.escaped(name)))
    for flag in command.flags {
      #expect(flag.summary.hasSuffix("."), "--\(flag.name)")
      #expect(page.contains("--\(flag.name)"))
      #expect(manual.contains(ManualPage.escaped(flag.usage)))
    }
    for shell in Completions.Shell.allCases {
      let script = Completions(commands: CommandList.all).script(for: shell)
      #expect(script.contains(name))
      for flag in command.flags {
        #expect(script.contains(shell == .fish ? "-l \(flag.name)" : "--\(flag.name)"))
      }
    }
  }

  @Test func `no two commands, nor two flags of a command, have one name`() {
    #expect(Set(CommandList.all.map(\.name)).count == CommandList.all.count)
    for command in CommandList.all {
      #expect(Set(command.flags.map(\.name)).count == command.flags.count, "\(command.name)")
      let letters = command.flags.compactMap(\.short)
      #expect(Set(letters).count == letters.count, "\(command.name)")
    }
  }

  @Test func `no line of help is wider than the page`() {
    for width in [40, 80] {
      let help = Help(commands: CommandList.all, width: width)
      for line in help.overview() + CommandList.all.flatMap(help.page) {
        // Examples are typed as they stand and are not broken.
        let isExample = line.plain.hasPrefix("  hearsay ") || line.plain.hasPrefix("  curl ")
        let isOneWord = !line.plain.drop { $0 == " " }.dropFirst(2).contains(" ")
        let isUsage = line.plain.contains("--")
        #expect(line.width <= width || isExample || isOneWord || isUsage, "\(line.plain)")
      }
    }
  }

  @Test func `the manual has no line that troff would take for a command by mistake`() {
    let manual = ManualPage(commands: CommandList.all, version: "1").text()
    let known = [".TH", ".SH", ".SS", ".TP", ".B", ".I", ".PP", ".in", ".nf", ".fi"]
    for line in manual.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(known.contains { line.hasPrefix($0) }, "\(line)")
    }
  }
}
