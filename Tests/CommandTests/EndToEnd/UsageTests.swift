import TestSupport
import Testing

struct UsageTests {
  @Test func `help and version go to standard output and end well`() throws {
    let program = try Program()
    for words in [["help"], ["--help"], [], ["help", "read"], ["claims", "--help"], ["version"]] {
      let run = try program.start(words).wait()
      #expect(run.status == 0)
      #expect(!run.output.isEmpty)
      #expect(run.messages.isEmpty)
    }
  }

  @Test func `a command that is not understood ends with 2 and one line on standard error`() throws
  {
    let program = try Program()
    for words in [["reed"], ["read"], ["read", "--nonsense", "x"], ["list", "--since", "soon"]] {
      let run = try program.start(words).wait()
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(run.messageLines.count == 1)
      #expect(run.messages.hasPrefix("hearsay: "))
    }
  }

  @Test func `a ledger that is not there is an error that names it`() throws {
    let program = try Program()
    for command in ["list", "claims", "events", "figures", "verify", "export"] {
      let run = try program.run(command)
      #expect(run.status == 2)
      #expect(run.messages.contains(program.ledger))
    }
  }

  @Test func `a file that is not a ledger is left alone`() throws {
    let program = try Program()
    let path = try program.write("not a ledger, but precious\n", to: "notes.txt")
    let run = try program.run("list", "--ledger", path)
    #expect(run.status == 2)
    #expect(run.messageLines.count == 1)
    #expect(try program.run("verify", "--ledger", path).status == 2)
  }

  @Test func `weights that are not there are an error that names them`() throws {
    let program = try Program()
    let page = try program.write(ShortReports.text(1), to: "a.txt")
    let run = try program.run("read", page, "--model", "/nowhere/hearsay.weights")
    #expect(run.status == 2)
    #expect(run.messageLines.count == 1)
    #expect(run.messages.contains("/nowhere/hearsay.weights"))
  }
}
