import Foundation
import TestSupport
import Testing

/// One report is one report, wherever and however it was met.
@Suite(.tags(.model), .enabled(if: Program.hasModel, "no weights in Models"))
struct IdentityTests {
  private func report(_ line: Substring) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    return object?["report"] as? [String: Any] ?? object ?? [:]
  }

  private func reports(_ run: Program.Run) throws -> [[String: Any]] {
    try run.output.split(separator: "\n").map(report)
  }

  private static let addresses = [
    "http://kettle.example/a", "https://kettle.example/a", "https://www.kettle.example/a",
    "https://kettle.example/a/", "https://kettle.example/a?from=ref_bottom",
    "https://kettle.example/a?utm_source=x", "https://kettle.example/a#top",
    "https://kettle.example/amp/a",
  ]

  @Test func `one page at eight addresses is one report, with a ledger and without`() throws {
    let program = try Program()
    var warc = WARCBuilder()
    for address in Self.addresses { warc.page(address, ShortReports.text(1)) }
    warc.page("https://kettle.example/b", ShortReports.text(2))
    let path = try program.write(Data(warc.bytes(.each)), to: "a.warc.gz")
    let bare = try reports(program.run("read", path, "-f", "jsonl", "--no-store", "-j", "2"))
    #expect(bare.map { $0["url"] as? String } == [Self.addresses[0], "https://kettle.example/b"])
    let run = try program.run("read", path, "-f", "jsonl", "-j", "2")
    let kept = try reports(run)
    #expect(kept.map { $0["key"] as? String } == bare.map { $0["key"] as? String })
    #expect(run.messages.contains("2 reports read; passed over 7 met before"))
    #expect(try reports(program.run("list", "-f", "jsonl")).count == 2)
    for address in Self.addresses {
      #expect(try program.run("show", address, "-q").status == 0)
    }
  }

  @Test func `a page that calls itself by another address of its site is a version of that`() throws
  {
    let program = try Program()
    let site = try NewsSite()
    func page(_ number: Int) -> String {
      "<html><head><link rel=canonical href='/a'></head><body><article><p>"
        + "\(ShortReports.text(number))</p></article></body></html>"
    }
    site["/a"] = page(1)
    site["/print.php?id=7"] = page(2)
    let words = ["--allow-private", "-f", "jsonl"]
    for path in ["/a", "/print.php?id=7", "/print.php?id=7"] {
      #expect(try program.start(["read", site.address(path)] + words).wait().status == 0)
    }
    let listed = try reports(program.run("list", "-f", "jsonl", "--all-versions"))
    #expect(listed.map { $0["version"] as? Int } == [2, 1])
    #expect(Set(listed.map { $0["address"] as? String }).count == 1)
  }

  @Test func `a file has one id with a ledger and without, and on every machine with a base`()
    throws
  {
    let program = try Program()
    for folder in ["one", "two"] {
      _ = try program.write(ShortReports.text(1), to: "\(folder)/in/a.txt")
    }
    func id(_ folder: String, _ words: String...) throws -> String? {
      let run = try program.start(
        ["read", program.folder("\(folder)/in"), "-f", "jsonl"] + words
      ).wait()
      return try reports(run).first?["key"] as? String
    }
    let plain = try id("one", "--no-store")
    #expect(try id("one") == plain)
    #expect(try id("two", "--no-store") != plain)
    let based = try id("one", "--no-store", "--base", program.folder("one"))
    #expect(based != nil)
    #expect(try id("two", "--base", program.folder("two")) == based)
    let stdin = try reports(
      program.run("read", "-", "-f", "jsonl", "--no-store", input: ShortReports.text(1)))
    let stored = try reports(program.run("read", "-", "-f", "jsonl", input: ShortReports.text(1)))
    #expect(stdin.first?["key"] as? String == stored.first?["key"] as? String)
    let first = try #require(stored.first)
    #expect((first["key"] as? String)?.hasPrefix(first["id"] as? String ?? "-") == true)
  }
}
