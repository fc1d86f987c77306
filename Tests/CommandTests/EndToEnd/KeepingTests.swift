import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The original bytes beside the ledger, and what is made of them.
@Suite(.tags(.model), .enabled(if: Program.hasModel, "no weights in Models"))
struct KeepingTests {
  private func kept(_ program: Program) -> [String] {
    let folder = program.ledger + ".archive"
    let found = FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []
    return found.filter { $0.hasSuffix(".gz") || $0.contains("draft-") }.sorted()
  }

  /// What a page says, wherever its lines end.
  private func words(_ run: Program.Run) -> String {
    run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func export(_ program: Program, _ words: String...) throws -> [String] {
    let run = try program.start(["export"] + words).wait()
    #expect(run.messages.isEmpty)
    return run.output.split(separator: "\n").map(String.init).sorted()
  }

  /// Files, an archive of pages, articles that know more than their texts do, and mails.
  private func fill(_ program: Program) throws {
    var warc = WARCBuilder()
    warc.page("https://news.example/1", ShortReports.text(1))
    warc.add("request", "https://news.example/1", body: Array("GET / HTTP/1.1\r\n\r\n".utf8))
    warc.page("https://news.example/2?q=a%20b&c=d e", ShortReports.text(2))
    _ = try program.write(Data(warc.bytes(.each)), to: "in/a.warc.gz")
    _ = try program.write(ShortReports.text(3), to: "in/b #1 ü.txt")
    _ = try program.write(
      Data(WARCBuilder.html(ShortReports.text(4)).utf8) + Data([0x3C, 0x21, 0xE9]), to: "in/c.html")
    let articles = [
      [
        "title": "A bridge", "maintext": ShortReports.text(5), "url": "https://n.example/5",
        "date_publish": "2031-03-04 05:06:07", "authors": "T. Eide", "source_domain": "n.example",
      ],
      ["title": "No address", "maintext": ShortReports.text(6), "date_download": "2031-03-05"],
    ]
    let lines = try articles.map {
      String(decoding: try JSONSerialization.data(withJSONObject: $0), as: UTF8.self)
    }
    _ = try program.write(lines.joined(separator: "\n"), to: "in/d.jsonl")
    let mail = """
      From: Courier <a@b.example>
      Date: Tue, 4 Mar 2031 05:06:07 +0100
      Subject: =?utf-8?Q?A_bridge_f=C3=A4llt?=
      Message-ID: <1@b.example>
      Content-Type: text/plain; charset=utf-8

      \(ShortReports.text(7))
      """
    _ = try program.write(mail, to: "in/e.eml")
    let run = try program.run("read", "-q", program.folder("in"))
    #expect(run.status == 0, "\(run.messages)")
    let input = try program.start(["read", "-q", "-"], input: ShortReports.text(8)).wait()
    #expect(input.status == 0)
    let dated = try program.write(ShortReports.text(9), to: "dated.txt")
    #expect(try program.run("read", "-q", dated, "--published", "2031-02-01").status == 0)
  }

  @Test func `what was read is exported as a web archive and read again into the same reports`()
    throws
  {
    let program = try Program()
    try fill(program)
    #expect(kept(program).count == 9)
    #expect(try program.run("verify").output.contains("9 archived files"))
    let reports = try export(program)
    #expect(reports.count == 9)
    for name in ["out.warc", "out.warc.gz"] {
      let path = program.folder(name)
      let written = try program.run("export", "--warc", "-o", path)
      #expect(written.status == 0, "\(written.messages)")
      let fresh = try Program()
      let run = try fresh.run("read", "-q", path)
      #expect(run.status == 0, "\(run.messages)")
      #expect(try export(fresh) == reports)
    }
    let standard = try program.run("export", "--format", "warc")
    #expect(standard.output.hasPrefix("WARC/1.1\r\nWARC-Type: warcinfo\r\n"))
    #expect(standard.output.contains("WARC-Target-URI: https://news.example/2?q=a%20b&c=d%20e\r\n"))
    #expect(standard.output.contains("in/b%20%231%20%C3%BC.txt\r\n"))
  }

  @Test func `each export is noted beside the ledger, with what was asked and by whom`() throws {
    let program = try Program()
    #expect(
      try program.run("read", "--quiet", try program.write(ShortReports.text(1), to: "a.txt"))
        .status == 0)
    let file = program.folder("out.csv")
    let environment = ["USER": "ana"]
    for words in [["-f", "csv", "--records", "claims", "-o", file], ["-f", "hxl"], []] {
      #expect(try program.start(["export"] + words, environment: environment).wait().status < 2)
    }
    let log = try String(contentsOfFile: program.ledger + ".exports.jsonl", encoding: .utf8)
    let lines = try log.split(separator: "\n").map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(lines.map { $0["format"] as? String } == ["csv", "hxl", "jsonl"])
    #expect(lines.map { $0["file"] as? String } == [file, nil, nil])
    #expect(lines[0]["query"] as? String == "--format csv --records claims")
    #expect(lines.allSatisfy { $0["by"] as? String == "ana" && $0["rows"] is Int })
    // What is noted is no part of the ledger.
    #expect(try program.run("verify").status == 0)
  }

  @Test func `every version is exported in its order, also one that brings back an earlier one`()
    throws
  {
    let program = try Program()
    let path = program.folder("page.txt")
    for number in [1, 2, 1] {
      _ = try program.write(ShortReports.text(number), to: "page.txt")
      let run = try program.run("read", path)
      #expect(run.status == 0)
      if number == 1, run.output.contains("version") {
        #expect(
          words(run).contains("version 3 of this address, which says what version 1 said"))
      }
    }
    #expect(kept(program).count == 2)
    let reports = try export(program, "--all-versions")
    #expect(reports.count == 3)
    let archive = program.folder("all.warc.gz")
    #expect(try program.run("export", "--warc", "--all-versions", "-o", archive).status == 0)
    let fresh = try Program()
    for _ in 0..<2 { #expect(try fresh.run("read", "-q", archive).status == 0) }
    #expect(try export(fresh, "--all-versions") == reports)
    let diff = try fresh.run("diff", path)
    #expect(diff.output.contains("version 2, seen "))
    #expect(diff.output.contains("version 3, seen "))
  }

  @Test func `with --no-archive nothing is kept, and what was missed is kept by the next run`()
    throws
  {
    let program = try Program()
    let path = try program.write(ShortReports.text(1), to: "a.txt")
    #expect(try program.run("read", "-q", path, "--no-archive").status == 0)
    #expect(kept(program) == [])
    let nothing = try program.run("export", "--warc")
    #expect(nothing.status == 1)
    #expect(nothing.messages.contains("1 report without original bytes"))
    _ = try program.run("read", "-q", path, "--no-store")
    #expect(kept(program) == [])
    #expect(try program.run("read", "-q", path).status == 0)
    #expect(kept(program).count == 1)
    #expect(try program.run("export", "--warc").status == 0)
  }

  @Test func `damage to archived bytes, and their loss, is found`() throws {
    let program = try Program()
    for number in 0..<3 { _ = try program.write(ShortReports.text(number), to: "in/\(number).txt") }
    #expect(try program.run("read", "-q", program.folder("in")).status == 0)
    #expect(try program.run("verify").status == 0)
    let files = kept(program).map { program.ledger + ".archive/" + $0 }
    try FileManager.default.removeItem(atPath: files[0])
    try Data(contentsOf: URL(filePath: files[1])).dropLast(9).write(to: URL(filePath: files[1]))
    let run = try program.run("verify")
    #expect(run.status == 2)
    #expect(run.output.contains("its original bytes are not in"))
    #expect(run.output.contains("does not hold the bytes it is named after"))
    #expect(run.messages.contains("2 problems"))
  }

  @Test func `killed again and again, a run leaves no half file and no draft after the next`()
    throws
  {
    let program = try Program()
    for number in 0..<40 {
      // Large enough that writing takes time.
      let noise = (0..<300_000).map { _ in String(UInt64.random(in: 0...UInt64.max), radix: 36) }
      let page = WARCBuilder.html(ShortReports.text(number))
      _ = try program.write(
        Data((page + "<!-- \(noise.prefix(20_000).joined(separator: " ")) -->").utf8),
        to: "in/\(number).html")
    }
    for _ in 0..<6 {
      let started = try program.start(["read", "-q", program.folder("in")])
      usleep(UInt32.random(in: 200_000...900_000))
      kill(started.process.processIdentifier, SIGKILL)
      _ = try started.wait()
      if FileManager.default.fileExists(atPath: program.ledger) {
        #expect(try program.run("verify").status == 0)
      }
    }
    #expect(try program.run("read", "-q", program.folder("in")).status == 0)
    #expect(kept(program).count == 40)
    #expect(!kept(program).contains { $0.contains("draft-") })
    #expect(try program.run("verify").output.contains("40 archived files"))
  }

  @Test func `near copies are told when they are read, listed, shown, asked for and exported`()
    throws
  {
    let program = try Program()
    let text = (1..<7).map(ShortReports.text).joined(separator: "\n\n")
    let agency = try program.write(text, to: "agency.txt")
    let site = try program.write("Bridge falls in Halden\n\n" + text, to: "site.txt")
    let other = try program.write(
      "The union of dockers in Oster called a strike on Friday, and the port stood still until the night.",
      to: "other.txt")
    #expect(try program.run("read", "-q", agency, "--published", "2031-03-04").status == 0)
    #expect(try program.run("read", "-q", other).status == 0)
    let read = try program.run("read", site, "--published", "2031-03-05")
    #expect(words(read).contains("near copy of "))
    let list = words(try program.run("list"))
    #expect(list.matches(of: /\(near copy of [0-9a-f]{12}, [0-9]+ %\)/).count == 1)
    #expect(words(try program.run("show", site)).contains("near copy of "))
    let json = try program.run("list", "-f", "json").output
    let objects = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]]
    let copies = (objects ?? []).map { $0["copyOf"] as? [String: Any] }
    #expect(copies.count == 3)
    #expect(copies.compactMap { $0?["report"] as? String }.count == 1)
    let asked = try program.run("copies", agency, "-f", "jsonl")
    #expect(asked.status == 0)
    #expect(asked.output.contains("site.txt"))
    #expect(asked.output.contains(#""shared":"#))
    #expect(try program.run("copies", other).status == 1)
    let csv = try program.run("export", "-f", "csv", "--records", "copies").output
    #expect(csv.split(separator: "\r\n").count == 2)
    #expect(csv.contains("agency.txt"))
  }

  @Test func `a date that is given for a known report is kept and told`() throws {
    let program = try Program()
    let path = try program.write(ShortReports.text(1), to: "a.txt")
    #expect(try program.run("read", "-q", path).status == 0)
    let dated = try program.run("read", path, "--published", "2031-02-01")
    #expect(words(dated).contains("read again with this date of publication"))
    #expect(try program.run("list").output.contains("2031-02-01"))
    #expect(words(try program.run("read", path)).contains("as known before"))
  }
}
