import Foundation
import TestSupport
import Testing

/// Accounts of runs, strictness, parts of archives, and archives from standard input.
@Suite(.tags(.model), .enabled(if: Program.hasModel, "no weights in Models"))
struct TallyTests {
  private func warc(_ count: Int) -> [UInt8] {
    var warc = WARCBuilder()
    for number in 1...count {
      warc.page("https://news.example/\(number)", ShortReports.text(number))
    }
    warc.add("request", "https://news.example/1", body: Array("GET / HTTP/1.1\r\n\r\n".utf8))
    return warc.bytes(.each)
  }

  private func tally(_ program: Program) throws -> [String: Any] {
    let data = try Data(contentsOf: URL(filePath: program.folder("tally.json")))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test func `a tally tells what was read, kept, passed over and lost`() throws {
    let program = try Program()
    _ = try program.write(Data(warc(2).dropLast(40)), to: "in/a.warc.gz")
    _ = try program.write(ShortReports.text(3), to: "in/b.txt")
    _ = try program.write("", to: "in/c.txt")
    _ = try program.write("1,2", to: "in/d.csv")
    let words = ["read", program.folder("in"), "-q", "--tally", program.folder("tally.json")]
    let run = try program.start(words).wait()
    #expect(run.status == 2)
    let tally = try tally(program)
    #expect(tally["schema"] as? String == "hearsay.tally/1")
    #expect(tally["read"] as? Int == 3)
    #expect((tally["kept"] as? [String: Int])?["added"] == 3)
    let failed = try #require(tally["failed"] as? [[String: String]])
    #expect(failed.map { $0["reason"] } == ["the file is empty"])
    let passedOver = try #require(tally["passedOver"] as? [[String: String]])
    #expect(passedOver.map { $0["kind"] } == [".csv"])
    let archive = try #require((tally["archives"] as? [[String: Any]])?.first)
    #expect(archive["read"] as? Int == 2)
    #expect(archive["cutShort"] as? Bool == true)
    #expect(run.messages.contains("cut short: it ends in the middle"))
  }

  @Test func `what is lost in an archive is an error only where that is asked for`() throws {
    let program = try Program()
    let cut = try program.write(Data(warc(2).dropLast(40)), to: "a.warc.gz")
    let whole = try program.write(Data(warc(2)), to: "b.warc.gz")
    #expect(try program.run("read", cut, "-q", "--no-store").status == 0)
    #expect(try program.run("read", cut, "-q", "--no-store", "--strict").status == 2)
    #expect(try program.run("read", whole, "-q", "--no-store", "--strict").status == 0)
    let zeros = try program.write(Data(repeating: 0, count: 5_000), to: "c.warc.gz")
    let run = try program.run("read", zeros, "-q", "--no-store", "--strict")
    #expect(run.status == 2)
    #expect(run.messages.contains("c.warc.gz: it holds only zeros"))
  }

  @Test func `parts of an archive together are the whole`() throws {
    let program = try Program()
    let bytes = warc(4)
    let path = try program.write(Data(bytes), to: "a.warc.gz")
    let middle = bytes.count / 2
    var lines: [Substring] = []
    for range in ["0-\(middle)", "\(middle)-"] {
      let run = try program.run(
        "read", path, "-f", "jsonl", "--no-store", "--range", range)
      #expect(run.status == 0)
      lines += run.output.split(separator: "\n")
    }
    let whole = try program.run("read", path, "-f", "jsonl", "--no-store")
    #expect(lines == whole.output.split(separator: "\n"))
    #expect(try program.run("read", path, "--range", "9-1").status == 2)
    #expect(try program.run("read", program.folder("x.txt"), "--range", "0-1").status == 2)
  }

  @Test func `archives come from standard input, as what they are said to be`() throws {
    let program = try Program()
    var warc = WARCBuilder()
    for number in 1...3 { warc.page("https://news.example/\(number)", ShortReports.text(number)) }
    let text = String(decoding: warc.bytes(.none), as: UTF8.self)
    let run = try program.run("read", "--as", "warc", "-", "-f", "jsonl", input: text)
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.output.split(separator: "\n").count == 3)
    let mail = """
      From: Courier <a@b.example>
      MIME-Version: 1.0
      Subject: A bridge
      Date: Tue, 4 Mar 2031 05:06:07 +0100

      \(ShortReports.text(7))
      """
    let read = try program.run("read", "--as", "eml", "-", "-f", "jsonl", input: mail)
    #expect(read.output.contains("2031-03-04"))
    // What it is, its first bytes tell.
    let unsaid = try program.run("read", "-", "--no-store", "-f", "jsonl", input: mail)
    #expect(unsaid.status == 0, "\(unsaid.messages)")
    #expect(unsaid.output.contains("2031-03-04"))
    let unsaidArchive = try program.run("read", "-", "--no-store", "-f", "jsonl", input: text)
    #expect(unsaidArchive.output.split(separator: "\n").count == 3)
  }
}
