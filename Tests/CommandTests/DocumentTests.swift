import Foundation
import Hearsay
import HearsayRecords
import TestSupport
import Testing

@testable import Command

/// What documents say of the house and of the tool, held against the house and the tool.
struct DocumentTests {
  private static let root = URL(filePath: Program.root)

  private static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
  }

  // MARK: - Rooms

  /// A room as the manifest has it.
  private struct Room: Sendable, CustomTestStringConvertible {
    let name: String
    let dependencies: Set<String>
    var testDescription: String { name }

    /// What the sources of a room import of the package's own targets.
    func imports() throws -> Set<String> {
      let folder = root.appending(path: "Sources/\(name)")
      let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
      var imports: Set<String> = []
      while let file = files?.nextObject() as? URL {
        guard file.pathExtension == "swift" else { continue }
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
          let words = line.split(separator: " ")
          guard let at = words.firstIndex(of: "import"), at <= 1, words.count == at + 2,
            at == 0 || ["public", "package", "internal", "private", "@testable"].contains(words[0])
          else { continue }
          imports.insert(String(words[at + 1]))
        }
      }
      return imports.filter { name in
        FileManager.default.fileExists(atPath: root.appending(path: "Sources/\(name)").path)
      }
    }
  }

  /// The rooms of `Package.swift`, in its order, from the calls that define them.
  private static func rooms() throws -> [Room] {
    let manifest = try text("Package.swift")
    let call = try Regex(
      #"(?:room\(|\.target\(|\.executableTarget\()\s*(?:name:\s*)?"(\w+)"(?:,\s*(?:dependencies:\s*)?\[([^\]]*)\])?"#
    )
    return manifest.matches(of: call).compactMap { match in
      guard let name = match.output[1].substring.map(String.init) else { return nil }
      let folder = root.appending(path: "Sources/\(name)")
      let isSwift =
        (try? FileManager.default.subpathsOfDirectory(atPath: folder.path))?
        .contains { $0.hasSuffix(".swift") } ?? false
      guard isSwift else { return nil }
      let names = match.output[2].substring?.matches(of: /"(\w+)"/).map { String($0.output.1) }
      return Room(name: name, dependencies: Set(names ?? []))
    }
  }

  @Test func `the manifest lists every folder of Sources that holds Swift`() throws {
    let rooms = try Self.rooms()
    #expect(rooms.count > 12)
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Self.root.appending(path: "Sources").path
    ).filter { !$0.hasPrefix("C") || $0 == "Command" }
    #expect(Set(rooms.map(\.name)) == Set(folders))
  }

  @Test func `a room imports what the manifest says, and the manifest says nothing else`() throws {
    for room in try Self.rooms() {
      #expect(
        try room.imports() == room.dependencies,
        "\(room.name): its dependencies in Package.swift are not what its files import")
    }
  }

  @Test func `a room imports only rooms above it in the manifest`() throws {
    var above: Set<String> = []
    for room in try Self.rooms() {
      let rooms = room.dependencies.filter { $0.hasPrefix("Hearsay") }
      #expect(rooms.isSubset(of: above), "\(room.name)")
      above.insert(room.name)
    }
  }

  @Test func `Architecture.md tells of every room what it imports`() throws {
    let page = try Self.text("Documentation/Architecture.md")
    var told: [String: Set<String>] = [:]
    for line in page.split(separator: "\n") where line.hasPrefix("| ") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 3 else { continue }
      told[cells[0]] = Set(
        cells[2].replacing(/\([^)]*\)/, with: "").split(separator: ",").map {
          $0.trimmingCharacters(in: .whitespaces)
        })
    }
    for room in try Self.rooms() {
      let names = room.dependencies.map { name in
        name.hasPrefix("Hearsay") && name != "Hearsay" ? String(name.dropFirst(7)) : name
      }
      #expect(
        told[room.name] == (names.isEmpty ? ["nothing"] : Set(names)),
        "Architecture.md on \(room.name): it imports \(names.sorted().joined(separator: ", "))")
    }
  }

  @Test(arguments: ["Documentation/Architecture.md", "CONTRIBUTING.md"])
  func `files and folders that documents name are there`(_ document: String) throws {
    let words = try Self.text(document).matches(of: /`([A-Za-z]+\/[A-Za-z\/+.]+)`/)
    #expect(!words.isEmpty)
    for path in words.map({ String($0.output.1) }) {
      let places = ["", "Sources/", "Sources/Hearsay"].map { Self.root.appending(path: $0 + path) }
      #expect(
        places.contains { FileManager.default.fileExists(atPath: $0.path) },
        "\(document) names \(path), which is not there")
    }
  }

  @Test func `no field is said to be of a version that is still to come`() {
    let definitions = RecordKind.allCases.flatMap(\.definitions) + Report.definitions
    for definition in definitions {
      let order = definition.since.compare(Hearsay.Reader.version, options: .numeric)
      #expect(order != .orderedDescending, "\(definition.name)")
    }
  }

  // MARK: - Commands

  /// The command lines in the code blocks of a document.
  private static func commands(in document: String) throws -> [[String]] {
    var isCode = false
    var commands: [[String]] = []
    for line in try text(document).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") { isCode.toggle() }
      let command = line.hasPrefix("$ ") ? line.dropFirst(2) : line
      guard isCode, command.hasPrefix("hearsay ") else { continue }
      commands.append(words(of: String(command)))
    }
    return commands
  }

  /// The words of a command line as a shell takes them apart; a comment ends it.
  private static func words(of line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in line {
      if character == quote {
        quote = nil
      } else if quote == nil, character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if quote == nil, character == " " {
        if let word { words.append(word) }
        word = nil
      } else if quote == nil, word == nil, character == "#" {
        break
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    return words
  }

  @Test(arguments: ["README.md", "Documentation/Watching.md", "Documentation/Server.md"])
  func `every command that documents show is understood`(_ document: String) throws {
    let parser = ArgumentParser(commands: CommandList.all)
    let commands = try Self.commands(in: document)
    #expect(!commands.isEmpty || document != "README.md")
    for command in commands {
      #expect(throws: Never.self, "\(document): \(command.joined(separator: " "))") {
        try parser.parse(Array(command.dropFirst()))
      }
    }
  }

  @Test(arguments: [
    "README.md", "Documentation/Watching.md", "Documentation/Formats.md",
    "Documentation/Exchange.md", "Documentation/Server.md",
  ])
  func `every flag that documents name is one of the tool's`(_ document: String) throws {
    let flags = Set(CommandList.all.flatMap(\.flags).map(\.name)).union(["help", "version"])
    for match in try Self.text(document).matches(of: /`(?:[a-z -]+ )?--([a-z][a-z-]+)/) {
      #expect(flags.contains(String(match.output.1)), "\(document): --\(match.output.1)")
    }
  }
}

/// The example of the README, run.
@Suite(.tags(.model), .enabled(if: Program.hasModel, "no weights in Models"))
struct ReadmeTests {
  private static let path = URL(filePath: Program.root).appending(path: "README.md")

  /// `HEARSAY_RECORD=1` writes the output anew, and such a run fails, so that a recording never passes for a test.
  @Test func `the README shows what the program prints, whole`() throws {
    let page = String(decoding: try Data(contentsOf: Self.path), as: UTF8.self)
    let report = page.split(separator: "\n").filter { $0.hasPrefix("> ") }
      .map { String($0.dropFirst(2)) }.joined(separator: " ")
    let start = try #require(page.range(of: "```\n$ hearsay read report.txt"))
    let rest = page[start.lowerBound...].dropFirst(4)
    let end = try #require(rest.range(of: "\n```"))
    let block = rest[..<end.lowerBound].split(
      separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    let words = block[0].split(separator: " ").dropFirst(2).map(String.init)
    let program = try Program()
    _ = try program.write(report + "\n", to: "report.txt")
    let run = try program.start(
      words, environment: ["COLUMNS": "96"], folder: program.folder("")
    ).wait()
    #expect(run.status == 0, "\(run.messages)")
    let printed = run.output.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.replacing(/\s+$/, with: "") }.joined(separator: "\n")
      .trimmingCharacters(in: .newlines)
    if ProcessInfo.processInfo.environment["HEARSAY_RECORD"] == "1" {
      let written = page[..<start.lowerBound] + "```\n" + block[0] + "\n" + printed
      try Data((written + page[end.lowerBound...]).utf8).write(to: Self.path)
      Issue.record("recorded README.md; run again without HEARSAY_RECORD")
    } else {
      #expect(block.last.map(String.init) == printed, "README.md shows another output than this")
    }
  }
}
