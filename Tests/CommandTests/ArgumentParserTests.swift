import Testing

@testable import Command

struct ArgumentParserTests {
  private let parser = ArgumentParser(commands: CommandList.all)

  @Test func `flags and operands may stand in any order`() throws {
    let invocation = try parser.parse(["read", "a.html", "--format", "json", "b.txt", "-j2", "-q"])
    #expect(invocation.command.name == "read")
    #expect(invocation.operands == ["a.html", "b.txt"])
    #expect(invocation["format"] == "json")
    #expect(invocation.number("jobs") == 2)
    #expect(invocation.has("quiet"))
    #expect(!invocation.has("no-store"))
  }

  @Test func `letters may be joined and the last may take a value`() throws {
    let invocation = try parser.parse(["read", "-qfjsonl", "-"])
    #expect(invocation.has("quiet"))
    #expect(invocation["format"] == "jsonl")
    #expect(invocation.operands == ["-"])
  }

  @Test func `everything after two dashes is an operand`() throws {
    #expect(try parser.parse(["search", "--", "-word", "--x"]).operands == ["-word", "--x"])
  }

  @Test func `a value may follow an equals sign and hold another`() throws {
    #expect(try parser.parse(["claims", "--speaker=a=b"])["speaker"] == "a=b")
  }

  @Test func `several choices may be given with commas or one by one, in any case`() throws {
    let invocation = try parser.parse(["events", "--type", "assault,Protest", "--type", "AID"])
    #expect(invocation.all("type") == ["ASSAULT", "PROTEST", "AID"])
  }

  @Test func `help is found before, after and instead of a command`() throws {
    #expect(try parser.parse([]).command.name == "help")
    #expect(try parser.parse(["--help"]).command.name == "help")
    #expect(try parser.parse(["read", "x", "--help"]).operands == ["read"])
    #expect(try parser.parse(["--version"]).command.name == "version")
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    let words: [String]
    let message: String

    var testDescription: String { words.joined(separator: " ") }
  }

  static let mistakes: [Mistake] = [
    Mistake(words: ["reed"], message: "no command reed; did you mean read?"),
    Mistake(words: ["xyzzy"], message: "no command xyzzy; hearsay help lists them"),
    Mistake(
      words: ["--ledger", "x"],
      message: "no flag --ledger before a command; hearsay help lists them"),
    Mistake(
      words: ["read"],
      message: "read needs a file, a folder, an address, or - for standard input"),
    Mistake(
      words: ["read", "--formt", "json", "x"],
      message: "read has no flag --formt; did you mean --format?"),
    Mistake(words: ["read", "-z", "x"], message: "read has no flag -z"),
    Mistake(
      words: ["read", "x", "--format", "xml"],
      message: "--format takes text, json, jsonl; not xml"),
    Mistake(
      words: ["read", "x", "--jobs", "0"],
      message: "--jobs takes a whole number from 1 on; not 0"),
    Mistake(
      words: ["read", "x", "--jobs"], message: "--jobs needs a value: -j, --jobs N"),
    Mistake(words: ["read", "x", "--quiet=no"], message: "--quiet takes no value"),
    Mistake(
      words: ["events", "--since", "yesterday"],
      message: "--since takes a date such as 2031, 2031-03 or 2031-03-04T18:30Z; not yesterday"),
    Mistake(words: ["list", "x"], message: "list: too many words, from x on"),
  ]

  @Test(arguments: mistakes)
  func `what cannot be understood is said`(_ mistake: Mistake) {
    let error = #expect(throws: UsageError.self) { try parser.parse(mistake.words) }
    #expect(error?.message == mistake.message)
  }
}
