import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

@Suite(.tags(.model), .enabled(if: Program.hasModel, "no weights in Models"))
struct ArchiveTests {
  private static let pages = 60

  /// A web archive of pages among other records, with a damaged record in the middle.
  private func archive(_ program: Program, pages: Int = ArchiveTests.pages) throws -> String {
    var warc = WARCBuilder()
    warc.add("warcinfo", body: Array("software: test\r\n".utf8))
    for number in 0..<pages {
      let address = "https://news.example/\(number)"
      warc.add("request", address, body: Array("GET / HTTP/1.1\r\n\r\n".utf8))
      warc.page(address, ShortReports.text(number))
      warc.answer("\(address).js", type: "text/javascript", body: Array("void 0".utf8))
      if number == pages / 2 { warc.add(raw: Array("WARC/1.1\r\nno length\r\n\r\n".utf8)) }
    }
    warc.answer("https://news.example/", body: Array("<html><body>Menu</body></html>".utf8))
    return try program.write(Data(warc.bytes(.each)), to: "crawl.warc.gz")
  }

  private func addresses(_ program: Program) throws -> [String] {
    try program.run("list", "-f", "jsonl").output.split(separator: "\n").map { line in
      let json = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return json?["url"] as? String ?? "-"
    }.sorted()
  }

  private var expected: [String] { (0..<Self.pages).map { "https://news.example/\($0)" }.sorted() }

  @Test func `every page of a web archive is a report under its own address`() throws {
    let program = try Program()
    let run = try program.run("read", try archive(program, pages: 4), "-f", "jsonl")
    #expect(run.status == 0, "\(run.messages)")
    let reports = try run.output.split(separator: "\n").map { line in
      let json = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return try #require(json?["report"] as? [String: Any])
    }
    #expect(
      reports.map { $0["url"] as? String } == (0..<4).map { "https://news.example/\($0)" })
    // The day it was fetched is not taken for the day it was published.
    #expect(reports.allSatisfy { $0["published"] is NSNull })
    #expect(run.output.contains(#""by":{"record":["fetched"],"timex":["time-weekday"]}"#))
    let line = try #require(run.messageLines.last)
    #expect(
      line.hasSuffix(
        "crawl.warc.gz: 4 reports read; passed over 5 requests and other records, 4 of other types, "
          + "1 without a report's text; 1 damaged"))
  }

  @Test func `an archive with a name that tells nothing is known by its first bytes`() throws {
    let program = try Program()
    for (compression, name) in [(WARCBuilder.Compression.none, "crawl"), (.each, "crawl.part")] {
      var warc = WARCBuilder()
      warc.page("https://news.example/1", ShortReports.text(1))
      let path = try program.write(Data(warc.bytes(compression)), to: name)
      let run = try program.run("read", path, "-f", "jsonl", "--no-store")
      #expect(run.output.contains("https://news.example/1"), "\(run.messages)")
    }
  }

  @Test func `a run over an archive that is killed again and again loses and doubles nothing`()
    throws
  {
    let program = try Program()
    let archive = try archive(program)
    for _ in 0..<6 {
      let started = try program.start(["read", archive, "-q", "-j", "2"])
      usleep(UInt32.random(in: 200_000...900_000))
      kill(started.process.processIdentifier, SIGKILL)
      _ = try started.wait()
      if FileManager.default.fileExists(atPath: program.ledger) {
        #expect(try program.run("verify").status == 0)
      }
    }
    let last = try program.run("read", archive)
    #expect(last.status == 0)
    #expect(last.messages.contains("\(Self.pages) reports read;"), "\(last.messages)")
    #expect(last.messages.contains("; 1 damaged"))
    #expect(try addresses(program) == expected)
    #expect(try program.run("verify").status == 0)
    // A run that was not stopped leaves no bookmark: the same command begins at the start and adds nothing.
    let again = try program.run("read", archive)
    #expect(again.output.contains("as known before"))
    #expect(!again.messages.contains("going on"))
    #expect(try addresses(program) == expected)
  }

  @Test func `Ctrl-C in an archive keeps what was read, and the same command goes on there`() throws
  {
    let program = try Program()
    let archive = try archive(program)
    let started = try program.start(["read", archive, "-q", "-j", "1"])
    while !FileManager.default.fileExists(atPath: program.ledger), started.process.isRunning {
      usleep(1_000)
    }
    usleep(400_000)
    kill(started.process.processIdentifier, SIGINT)
    let stopped = try started.wait()
    // A fast machine may have been done before.
    #expect(stopped.status == 130 || stopped.status == 0, "\(stopped.messages)")
    let rest = try program.run("read", archive, "-q")
    #expect(rest.status == 0)
    if stopped.status == 130, !stopped.messages.contains("stopped: 0 ") {
      #expect(rest.messages.contains("going on after"), "\(stopped.messages) \(rest.messages)")
    }
    #expect(try addresses(program) == expected)
    let whole = try program.run("read", archive, "--from-start")
    #expect(whole.messages.contains("\(Self.pages) reports read;"), "\(whole.messages)")
  }

  @Test func `folders are looked through for archives too, and a bad one does not stop the others`()
    throws
  {
    let program = try Program()
    _ = try program.write(ShortReports.text(1), to: "in/a.txt")
    let article = [
      "title": "A bridge", "maintext": ShortReports.text(2), "url": "https://n.example/b",
      "date_publish": "2031-03-04 05:06:07",
    ]
    let line = String(decoding: try JSONSerialization.data(withJSONObject: article), as: UTF8.self)
    _ = try program.write(line + "\n{broken\n", to: "in/b.jsonl")
    _ = try program.write("no zip", to: "in/c.wacz")
    let run = try program.run("read", program.folder("in"), "-f", "json")
    #expect(run.status == 2)
    #expect(run.messages.contains("c.wacz: not a zip file"))
    #expect(run.messages.contains("b.jsonl: 1 report read; 1 damaged"))
    let all = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]]
    let reports = try #require(all).compactMap { $0["report"] as? [String: Any] }
    #expect(reports.count == 2)
    #expect(reports.last?["url"] as? String == "https://n.example/b")
    #expect(reports.last?["title"] as? String == "A bridge")
    #expect(reports.last?["published"] as? String == "2031-03-04T05:06:07")
    #expect(reports.last?["publishedFrom"] as? String == "meta")
  }
}
