import Foundation
import TestSupport
import Testing

/// What people are told who did something that cannot work, or who found nothing.
@Suite(.tags(.model), .enabled(if: Program.hasModel, "no weights in Models"))
struct MessageTests {
  private func zip(_ name: String, _ contents: String) -> Data {
    var zip = ZipBuilder()
    zip.add(name, Array(contents.utf8))
    return Data(zip.bytes())
  }

  private func message(_ name: String, _ data: Data) throws -> String {
    let program = try Program()
    let path = try program.write(data, to: name)
    let run = try program.run("read", path, "--no-store")
    #expect(run.status == 2)
    #expect(run.messages.hasPrefix("hearsay: \(path): "))
    #expect(run.messageLines.count == 1)
    return String(run.messages.dropFirst("hearsay: \(path): ".count).dropLast())
  }

  @Test func `files of other kinds are told to be what they are, and what to do with them`() throws
  {
    let sheet = "not read; save the sheet as CSV and name a column (--column)"
    #expect(
      try message("a.xlsx", zip("xl/workbook.xml", "<w/>")) == "an Excel workbook: \(sheet)")
    #expect(
      try message("a.pptx", zip("ppt/presentation.xml", "<w/>"))
        == "PowerPoint slides: not read; save it as PDF or text")
    #expect(try message("a.docx", zip("word/document.xml", "<w/>")) == "no text in it")
    let compound = Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array("rest".utf8))
    #expect(
      try message("a.doc", compound)
        == "a Microsoft Office file: not read; save it as .docx, PDF, HTML or text")
    let name = "__nameid_version1.0".utf8.flatMap { [UInt8]([$0, 0]) }
    #expect(
      try message("a.msg", compound + Data(name))
        == "an Outlook mail: not read; save it as .eml or text")
    #expect(
      try message("a.7z", Data([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 0]))
        == "packed with 7-Zip: not read; unpack it")
    #expect(
      try message("a.csv", Data("text,event_date\n\"A bridge fell.\",2031-03-04\n".utf8))
        == "a table of 2 columns (text, event_date), no report; if one of them holds reports, name it: "
        + "--column text --date-column event_date")
  }

  @Test func `what was found to be nothing says so, and in how many reports`() throws {
    let program = try Program()
    let path = try program.write(ShortReports.text(1), to: "a.txt")
    #expect(try program.run("read", path, "-q").status == 0)
    for words in [["search", "zeppelin"], ["claims", "--speaker", "Nobody"], ["copies", path]] {
      let run = try program.start(words).wait()
      #expect(run.status == 1)
      #expect(
        run.messages == "hearsay: nothing found; the ledger \(program.ledger) holds 1 report\n")
      #expect(try program.start(words + ["-q"]).wait().messages.isEmpty)
    }
  }

  @Test func `of files that are not there no ledger is made, and what may be meant is told`() throws
  {
    let program = try Program()
    let run = try program.run("read", program.folder("missing.html"))
    #expect(run.status == 2)
    #expect(!FileManager.default.fileExists(atPath: program.ledger))
    let host = try program.run("read", "www.kettle.example")
    #expect(
      host.messages
        == "hearsay: www.kettle.example: no such file or directory; with https:// before it, it is fetched\n"
    )
  }

  @Test func `an address or path that no report is from is told to be such`() throws {
    let program = try Program()
    let path = try program.write(ShortReports.text(1), to: "a.txt")
    #expect(try program.run("read", path, "-q").status == 0)
    let address = try program.run("diff", "https://kettle.example/zz")
    #expect(address.status == 2)
    #expect(
      address.messages
        == "hearsay: https://kettle.example/zz: no report at this address in the ledger\n")
    let file = try program.run("show", "./b.txt")
    #expect(file.messages == "hearsay: ./b.txt: no report of this path in the ledger\n")
  }

  @Test func `copies name the address of each`() throws {
    let program = try Program()
    let text = (1...4).map(ShortReports.text).joined(separator: "\n\n")
    let first = try program.write(text, to: "a.txt")
    let second = try program.write(text + "\n\nIt was late.", to: "b.txt")
    #expect(try program.run("read", first, second, "-q").status == 0)
    let run = try program.run("copies", first, environment: ["COLUMNS": "300"])
    #expect(run.output.contains(second))
  }

  @Test func `pages packed in ways that are not known are counted by their name`() throws {
    let program = try Program()
    var warc = WARCBuilder()
    warc.page("https://news.example/1", ShortReports.text(1))
    warc.answer(
      "https://news.example/2", fields: ["Content-Encoding": "br"], body: Array("\u{1}\u{2}a".utf8))
    let path = try program.write(Data(warc.bytes(.each)), to: "a.warc.gz")
    let run = try program.run("read", path, "-f", "jsonl", "--no-store")
    #expect(run.messages.contains("1 report read; passed over 1 packed with brotli"))
  }
}
