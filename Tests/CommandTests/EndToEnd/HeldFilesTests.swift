import Foundation
import TestSupport
import Testing

/// Files as people hold them: saved pages, posts, lists of services, tables.
@Suite(.tags(.model), .enabled(if: Program.hasModel, "no weights in Models"))
struct HeldFilesTests {
  private func reports(_ run: Program.Run) throws -> [[String: Any]] {
    try run.output.split(separator: "\n").compactMap { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return object?["report"] as? [String: Any]
    }
  }

  private func saved(_ hour: Int, _ text: String) -> String {
    """
    <!DOCTYPE html> <html lang=en><!--
     Page saved with SingleFile
     url: https://courier.example/a
     saved date: Tue Mar 04 2031 \(hour):00:05 GMT+0100 (Central European Standard Time)
    --><head><title>A bridge fell</title></head><body><article><h1>A bridge fell</h1><p>\(text)</p></article></body></html>
    """
  }

  @Test func `two copies of a page, each saved at its time, are two versions of it`() throws {
    let program = try Program()
    let earlier = try program.write(saved(11, ShortReports.text(1)), to: "b.html")
    let later = try program.write(saved(19, ShortReports.text(2)), to: "a.html")
    let run = try program.run("read", earlier, later, "-f", "jsonl")
    #expect(run.status == 0, "\(run.messages)")
    #expect(
      try reports(run).map { $0["url"] as? String } == [
        "https://courier.example/a", "https://courier.example/a",
      ])
    let diff = try program.run("diff", "https://courier.example/a")
    #expect(diff.status == 0, "\(diff.messages)")
  }

  @Test func `lists of services come from files, folders and standard input alike`() throws {
    let program = try Program()
    let text = ShortReports.text(1).replacing("\n", with: "\\n")
    let json =
      #"{"status": "ok", "articles": [{"source": {"id": null, "name": "The Courier"}, "author": "Ida Brandt", "title": "A bridge fell", "url": "https://courier.example/a", "publishedAt": "2031-03-04T05:06:07Z", "content": "\#(text)… [+1234 chars]"}]}"#
    let path = try program.write(json, to: "folder/news.dat")
    _ = try program.write("id,date,title,notes\n1,2,3,4\n", to: "folder/table.csv")
    for run in [
      try program.run("read", path, "-f", "jsonl", "--no-store"),
      try program.run("read", program.folder("folder"), "-f", "jsonl", "--no-store"),
      try program.run("read", "-", "-f", "jsonl", "--no-store", input: json),
    ] {
      let report = try #require(try reports(run).first, "\(run.messages)")
      #expect(report["url"] as? String == "https://courier.example/a")
      #expect(report["outlet"] as? String == "The Courier")
      #expect(report["byline"] as? String == "Ida Brandt")
      #expect(report["published"] as? String == "2031-03-04T05:06:07Z")
      #expect(report["access"] as? String == "stub")
      #expect((report["text"] as? String)?.contains("chars]") == false)
    }
    let folder = try program.run("read", program.folder("folder"), "-q", "--no-store", "-v")
    #expect(folder.messages.contains("table.csv: passed over (table (.csv))"))
  }

  @Test func `a table is refused, and read by the column that is named`() throws {
    let program = try Program()
    let table =
      "id,event_date,notes,url\n1,4 March 2031,\"\(ShortReports.text(1))\",https://courier.example/a\n"
    let path = try program.write(table, to: "a.txt")
    let refused = try program.run("read", path, "--no-store")
    #expect(refused.status == 2)
    #expect(refused.messages.contains("--column notes --date-column event_date"))
    let run = try program.run(
      "read", path, "--no-store", "-f", "jsonl", "--column", "notes", "--date-column", "event_date",
      "--url-column", "url")
    let report = try #require(try reports(run).first, "\(run.messages)")
    #expect(report["published"] as? String == "2031-03-04")
    #expect(report["url"] as? String == "https://courier.example/a")
    #expect(try program.run("read", path, "--date-column", "x").status == 2)
  }

  @Test func `the entries of a feed in a file are reports`() throws {
    let program = try Program()
    let feed =
      "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>The Courier</title><item><title>A bridge fell</title><link>https://courier.example/a</link><pubDate>Tue, 04 Mar 2031 05:06:07 GMT</pubDate><description>&lt;p&gt;\(ShortReports.text(1))&lt;/p&gt;</description></item></channel></rss>"
    let run = try program.run(
      "read", try program.write(feed, to: "a.xml"), "-f", "jsonl", "--no-store")
    let report = try #require(try reports(run).first, "\(run.messages)")
    #expect(report["url"] as? String == "https://courier.example/a")
    #expect(report["outlet"] as? String == "The Courier")
    #expect(report["publishedFrom"] as? String == "feed")
    #expect(report["title"] as? String == "A bridge fell")
    #expect((report["text"] as? String)?.contains("<") == false)
  }
}
