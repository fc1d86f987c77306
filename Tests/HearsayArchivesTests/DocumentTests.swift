import TestSupport
import Testing

@testable import HearsayArchives

/// Documents of word processors, books, zip files of pages, ARC.
struct DocumentTests {
  private func read(_ bytes: [UInt8], name: String) throws -> Everything {
    try ArchiveOnDisk(bytes, name: name).read()
  }

  private func text(_ bytes: [UInt8], name: String = "a.bin") throws -> String? {
    try read(bytes, name: name).pages.first?.text
  }

  @Test func `of a Word document everything that a reader sees is read, and nothing else`() throws {
    let paragraphs = [
      #"<w:p><w:pPr><w:pStyle w:val="Title"/><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>A bridge</w:t></w:r></w:p>"#,
      #"<w:p><w:r><w:t xml:space="preserve">The bridge </w:t></w:r><w:del><w:r><w:delText>stood</w:delText></w:r></w:del><w:ins><w:r><w:t>fell</w:t></w:r></w:ins><w:r><w:tab/><w:t>on Monday.</w:t><w:br/><w:t>Nobody was hurt &amp; all are well.</w:t><w:instrText>PAGE 3</w:instrText></w:r></w:p>"#,
      "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Town</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Dead</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>Kerven</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
      "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Around it.</w:t></w:r></w:p>",
      "<w:p/>",
    ]
    let page = try #require(try read(Documents.docx(paragraphs), name: "a.bin").pages.first)
    #expect(
      page.text
        == "A bridge\n\nThe bridge fell on Monday.\nNobody was hurt & all are well.\n\nTown | Dead\nKerven | 2\n\nIn a box.\n\nAround it."
    )
    #expect(page.title == "A bridge")
    #expect(page.isWholeFile)
  }

  @Test func `of an OpenDocument text everything that a reader sees is read, and nothing else`()
    throws
  {
    let body = """
      <text:tracked-changes><text:p>Gone.</text:p></text:tracked-changes><text:h>A bridge</text:h>\
      <text:p>The<text:s text:c="2"/>bridge<text:tab/>fell.<text:note><text:p>A note.</text:p></text:note></text:p>\
      <table:table><table:table-row><table:table-cell><text:p>Town</text:p></table:table-cell>\
      <table:table-cell><text:p>2</text:p></table:table-cell></table:table-row></table:table>
      """
    #expect(try text(Documents.odt(body)) == "A bridge\n\nThe bridge fell.\n\nTown | 2")
    for type in ["spreadsheet", "presentation"] {
      #expect(throws: ArchiveError.self) { try text(Documents.odt(body, type: type)) }
    }
  }

  static let rtf: [(rtf: String, text: String?)] = [
    (
      #"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fswiss Arial;}}\f0 A bridge\par The {\b bridge} fell\'85\par}"#,
      "A bridge\n\nThe bridge fell…"
    ),
    (#"{\rtf1\ansi\uc1\u1042?\u1086?\u1081?\u1085?\u1072? \u-10179?\u-8704?}"#, "Война 😀"),
    (
      #"{\rtf1\ansi{\fonttbl{\f1\fcharset204 Times;}}{\f1 \'c2\'ee\'e9\'ed\'e0}{\info{\title No}}{\*\x No}\pard\intbl}"#,
      "Война"
    ),
    (
      #"{\rtf1 {\pict\bin3 }}}}\par Words \\ and \{braces\}.{\header No}"#, "Words \\ and {braces}."
    ),
    (
      #"{\rtf1 Before\par\trowd\intbl Town\cell Dead\cell\row\trowd\intbl Kerven\cell 2\cell\row\pard After\par}"#,
      "Before\n\nTown | Dead\nKerven | 2\n\nAfter"
    ),
    (
      #"{\rtf1 {\field{\*\fldinst HYPERLINK "x"}{\fldrslt link}} and \uc2\u8211ab end"#,
      "link and – end"
    ),
    (#"{\rtf1{\fonttbl No;}"#, nil),
  ]

  @Test(arguments: rtf)
  func `Rich Text Format is read as a reader sees it`(_ rtf: String, _ wanted: String?) throws {
    guard let wanted else {
      #expect(throws: ArchiveError.self) { try text(Array(rtf.utf8)) }
      return
    }
    #expect(try text(Array(rtf.utf8)) == wanted)
  }

  @Test func `of a book each chapter is a page, in the order it is read`() throws {
    let all = try read(Documents.epub(), name: "a.bin")
    #expect(all.pages.map(\.text) == ["<html><p>One.</p></html>", "<html><p>Two.</p></html>"])
    #expect(all.pages.map(\.entry) == ["one.xhtml", "OEBPS/two b.xhtml"])
    #expect(all.pages.map(\.outlet) == ["The Courier", "The Courier"])
    #expect(all.pages.map(\.byline) == [nil, nil])
    #expect(all.pages.map(\.language) == ["en", "en"])
    #expect(all.pages.map(\.published) == ["2031-03-04T00:00:00Z", "2031-03-04T00:00:00Z"])
    #expect(all.tally.damaged == 1)
  }

  @Test
  func `of a zip file the pages, texts and documents in it are read, whatever they are called`()
    throws
  {
    var zip = ZipBuilder()
    zip.add("site/index.php", Array("<html><p>One.</p></html>".utf8), isDeflated: true)
    zip.add("site/picture.html", [0x89, 0x50, 0x4E, 0x47, 1, 2])
    zip.add("notes.txt", Array("Two.".utf8))
    zip.add("table.csv", Array("id,date,title,url\n1,2,3,4\n".utf8))
    zip.add("__MACOSX/._notes.txt", Array("No.".utf8))
    zip.add("list.json", Array(#"[{"text": "Three."}, {"id": 7, "text": "Four."}]"#.utf8))
    zip.add("word.docx", Documents.docx(["<w:p><w:r><w:t>Five.</w:t></w:r></w:p>"]))
    var inner = ZipBuilder()
    inner.add("a.txt", Array("Six.".utf8))
    inner.add("deep.zip", Documents.zip(["a.txt": "No."]))
    zip.add("inner.zip", inner.bytes())
    let all = try read(zip.bytes(), name: "a.bin")
    #expect(
      all.pages.map(\.text) == [
        "<html><p>One.</p></html>", "Two.", "Three.", "Four.", "Five.", "Six.",
      ])
    #expect(
      all.pages.map(\.entry) == [
        "site/index.php", "notes.txt", "list.json#0.0.0", "list.json#7", "word.docx",
        "inner.zip#a.txt",
      ])
    #expect(all.tally.otherTypes == 2)
    #expect(all.tally.packed == ["zip": 1])
  }

  @Test func `what is packed with gzip is read as what it is`() throws {
    let html = "<html><p>One.</p></html>"
    #expect(try text(Deflating.gzip(Array(html.utf8))) == html)
    let json = #"{"articles": [{"title": "T", "content": "Two."}]}"#
    #expect(try text(Deflating.gzip(Array(json.utf8))) == "T\n\nTwo.")
    #expect(
      try text(Deflating.gzip(Array(Documents.arc(1).utf8))) == "<html><p>Page 0.</p></html>")
  }

  @Test func `hostile documents cost neither memory nor files of whoever opens them`() throws {
    // A document that asks for a file, and one whose entities grow beyond all measure.
    func document(_ definition: String) -> [UInt8] {
      var zip = ZipBuilder()
      let xml =
        #"<?xml version="1.0"?><!DOCTYPE d [\#(definition)]><w:document xmlns:w="w"><w:p><w:r><w:t>One. &x;</w:t></w:r></w:p></w:document>"#
      zip.add("word/document.xml", Array(xml.utf8))
      return zip.bytes()
    }
    #expect(try text(document(#"<!ENTITY x SYSTEM "file:///etc/passwd">"#)) == "One.")
    let growing =
      #"<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY x "&b;&b;&b;&b;&b;&b;">"#
    let grown = try? text(document(growing))
    #expect(grown == nil || grown == "One.")
    // An entry that inflates to more than any report.
    var bomb = ZipBuilder()
    bomb.add("a.html", [UInt8](repeating: 0x20, count: 40 << 20), isDeflated: true)
    bomb.add("b.txt", Array("Two.".utf8))
    let all = try read(bomb.bytes(), name: "a.zip")
    #expect(all.pages.map(\.text) == ["Two."])
    #expect(all.tally.tooLarge == 1)
    var deep = #"<w:p>"#
    for _ in 0..<3_000 { deep += "<w:txbxContent><w:p>" }
    #expect(throws: ArchiveError.self) { try text(Documents.docx([deep])) }
    let groups = #"{\rtf1 "# + String(repeating: "{", count: 100_000) + "Words."
    #expect(try text(Array(groups.utf8)) == "Words.")
  }

  @Test func `ARC is read, also with a member a record, and what is damaged costs only itself`()
    throws
  {
    let arc = Documents.arc(3)
    let plain = try read(Array(arc.utf8), name: "a.bin")
    #expect(plain.addresses == (0..<3).map { "http://a.example/\($0)" })
    #expect(plain.pages.map(\.fetched) == (0..<3).map { "2008-03-04T05:06:0\($0)Z" })
    #expect(plain.tally.otherRecords == 1)
    #expect(
      try read(Deflating.gzip(Array(arc.utf8)), name: "a.arc.gz").addresses == plain.addresses)
    let broken = arc.replacing("http://a.example/1 ", with: "htp://a.example/1 ")
    let rest = try read(Array(broken.utf8), name: "a.arc")
    #expect(rest.addresses == ["http://a.example/0", "http://a.example/2"])
    #expect(rest.tally.damaged > 0)
    let cut = try read(Array(arc.utf8.dropLast(20)), name: "a.arc")
    #expect(cut.addresses.count == 2)
    #expect(cut.tally.cutShort == 1)
  }
}
