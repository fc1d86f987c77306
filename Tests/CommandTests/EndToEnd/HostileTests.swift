import Foundation
import Hearsay
import HearsayRecords
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

@Suite(.tags(.model), .enabled(if: Program.hasModel, "no weights in Models"))
struct HostileTests {
  private func reader() throws -> Hearsay.Reader {
    try Hearsay.Reader(Resources(environment: ProcessInfo.processInfo.environment))
  }

  /// More pieces than a window has, between words that a window begins with.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      String(repeating: "=", count: 400), String(repeating: "_", count: 400),
      String(repeating: ".", count: 400), String(repeating: "-", count: 5_000),
      "https://search.example/?q=" + (0..<200).map { "a\($0)=%4\($0)" }.joined(separator: "&"),
    ])
  func `a word that fills a window is read, wherever it stands`(_ word: String) throws {
    let reader = try reader()
    let workspace = reader.makeWorkspace()
    let sentence = "The mayor said on Monday that nine people were killed."
    for text in [
      "\(sentence) \(word) \(sentence)", "\(word) \(sentence)", "\(sentence)\n\n\(word)",
      "He went home. \(word) \(word) and \(word) said so. \(sentence)",
    ] {
      let reading = try reader.read(Array(text.utf8), ReadingRequest(address: "a.txt"), workspace)
      #expect(reading.report.text.contains(word))
      #expect(reading.flaws().isEmpty)
    }
  }

  /// A small part of what `scripts/hostile` reads.
  @Test(.timeLimit(.minutes(5)))
  func `texts made to do harm are read soundly or refused`() throws {
    let reader = try reader()
    let workspace = reader.makeWorkspace()
    for number in 0..<24 {
      let bytes = Array(HostileTexts.text(number).utf8)
      do {
        let reading = try reader.read(bytes, ReadingRequest(address: "a.txt"), workspace)
        #expect(reading.flaws().isEmpty, "text \(number)")
      } catch {
        // That there is no report in it is an answer too.
      }
    }
  }

  @Test func `what is no file is passed over in folders, and named where that is wanted`() throws {
    let program = try Program()
    _ = try program.write(ShortReports.text(1), to: "in/a.txt")
    _ = try program.write("x,y", to: "in/b.csv")
    try #require(unsafe mkfifo(program.folder("in/pipe.html"), 0o600) == 0)
    let run = try program.run("read", program.folder("in"), "-f", "jsonl", "--no-store")
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\n").count == 1)
    #expect(run.messages == "hearsay: passed over 2 files: 1 .csv, 1 pipe\n")
    let named = try program.run("read", program.folder("in"), "-f", "jsonl", "--no-store", "-v")
    #expect(named.messages.contains("in/pipe.html: passed over (pipe)"))
    #expect(named.messages.contains("in/b.csv: passed over (.csv)"))
    let quiet = try program.run("read", program.folder("in"), "-q", "--no-store")
    #expect(quiet.messages.isEmpty)
  }

  @Test func `a name that is not UTF-8 is told to be such`() throws {
    let program = try Program()
    _ = try program.write(ShortReports.text(1), to: "in/a.txt")
    let folder = program.folder("in/")
    let descriptor = unsafe (Array(folder.utf8) + [0xE9, 0x2E, 0x74, 0x78, 0x74, 0]).withUnsafeBytes
    {
      unsafe open($0.bindMemory(to: CChar.self).baseAddress!, O_CREAT | O_WRONLY, 0o600)
    }
    try #require(descriptor >= 0)
    close(descriptor)
    let run = try program.run("read", program.folder("in"), "-f", "jsonl", "--no-store")
    #expect(run.status == 2)
    #expect(run.output.split(separator: "\n").count == 1)
    #expect(run.messageLines.count == 1)
    #expect(run.messages.contains("its name is not UTF-8"))
  }

  /// Two seconds where one is promised: machines that test are busy.
  @Test(.timeLimit(.minutes(1)), arguments: [SIGINT, SIGTERM])
  func `a signal ends a read that waits for a pipe`(_ number: Int32) throws {
    let program = try Program()
    let pipe = program.folder("pipe.html")
    try #require(unsafe mkfifo(pipe, 0o600) == 0)
    let started = try program.start(["read", pipe, "-j", "1"])
    while !FileManager.default.fileExists(atPath: program.ledger), started.process.isRunning {
      usleep(1_000)
    }
    usleep(200_000)
    let clock = ContinuousClock()
    let asked = clock.now
    kill(started.process.processIdentifier, number)
    let run = try started.wait()
    #expect(clock.now - asked < .seconds(2))
    #expect(run.status == 130)
    #expect(run.messages.contains("stopped: "))
  }

  @Test(.timeLimit(.minutes(1)))
  func `a signal ends a read of one long text`() throws {
    let program = try Program()
    let text = (0..<2_500).map { ShortReports.text($0) }.joined(separator: "\n\n")
    let started = try program.start(["read", try program.write(text, to: "long.txt"), "-q"])
    while !FileManager.default.fileExists(atPath: program.ledger), started.process.isRunning {
      usleep(1_000)
    }
    usleep(500_000)
    let clock = ContinuousClock()
    let asked = clock.now
    kill(started.process.processIdentifier, SIGTERM)
    let run = try started.wait()
    #expect(clock.now - asked < .seconds(2))
    #expect(run.status == 130)
    #expect(try program.run("verify").status == 0)
  }
}
