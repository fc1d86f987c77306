import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

@Suite(.tags(.model), .enabled(if: Program.hasModel, "no weights in Models"))
struct InterruptionTests {
  private static let reports = 10

  private func folder(_ program: Program) throws -> String {
    for number in 0..<Self.reports {
      _ = try program.write(ShortReports.text(number), to: "in/\(number).txt")
    }
    return program.folder("in")
  }

  @Test func `a run that is killed leaves a sound ledger, and the same command completes it`()
    throws
  {
    let whole = try Program()
    #expect(try whole.run("read", try folder(whole), "-q").status == 0)
    let expected = try whole.run("list", "-f", "jsonl").output.split(separator: "\n").count
    #expect(expected == Self.reports)
    let program = try Program()
    let folder = try folder(program)
    for _ in 0..<4 {
      let started = try program.start(["read", folder, "-q"])
      usleep(UInt32.random(in: 1_000...600_000))
      kill(started.process.processIdentifier, SIGKILL)
      _ = try started.wait()
      if FileManager.default.fileExists(atPath: program.ledger) {
        let verified = try program.run("verify")
        #expect(verified.status == 0, "\(verified.output) \(verified.messages)")
      }
    }
    #expect(try program.run("read", folder, "-q").status == 0)
    #expect(try program.run("verify").status == 0)
    #expect(try program.run("list", "-f", "jsonl").output.split(separator: "\n").count == expected)
  }

  @Test func `Ctrl-C keeps what was read and says so`() throws {
    let program = try Program()
    let folder = try folder(program)
    let started = try program.start(["read", folder, "-q", "-j", "1"])
    // The ledger is made once the tool is at work.
    while !FileManager.default.fileExists(atPath: program.ledger), started.process.isRunning {
      usleep(1_000)
    }
    usleep(300_000)
    kill(started.process.processIdentifier, SIGINT)
    let run = try started.wait()
    // A fast machine may have been done before.
    #expect(run.status == 130 || run.status == 0, "\(run.messages)")
    #expect(try program.run("verify").status == 0)
    if run.status == 130 { #expect(run.messages.contains("stopped: ")) }
    #expect(try program.run("read", folder, "-q").status == 0)
    let reports = try program.run("list", "-f", "jsonl").output.split(separator: "\n").count
    #expect(reports == Self.reports)
  }

  @Test func `output that nobody reads any more is no error`() throws {
    let program = try Program()
    #expect(try program.run("read", try folder(program), "-q").status == 0)
    let pipe = Pipe()
    let export = program.process(["export"])
    export.standardOutput = pipe
    try export.run()
    try pipe.fileHandleForReading.close()
    export.waitUntilExit()
    #expect(export.terminationStatus == 0)
  }
}
