import TestSupport

/// Documents and containers as programs write them, as small as they can be.
enum Documents {
  static func docx(_ paragraphs: [String]) -> [UInt8] {
    var zip = ZipBuilder()
    zip.add("[Content_Types].xml", Array("<Types/>".utf8), isDeflated: true)
    let xml = """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
      xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>\(paragraphs.joined())</w:body></w:document>
      """
    zip.add("word/document.xml", Array(xml.utf8), isDeflated: true)
    return zip.bytes()
  }

  static func odt(_ body: String, type: String = "text") -> [UInt8] {
    var zip = ZipBuilder()
    zip.add("mimetype", Array("application/vnd.oasis.opendocument.\(type)".utf8))
    let xml = """
      <?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b">\
      <office:automatic-styles><text:p>Style.</text:p></office:automatic-styles>\
      <office:body><office:text>\(body)</office:text></office:body></office:document-content>
      """
    zip.add("content.xml", Array(xml.utf8), isDeflated: true)
    return zip.bytes()
  }

  static func epub() -> [UInt8] {
    var zip = ZipBuilder()
    zip.add("mimetype", Array("application/epub+zip".utf8))
    zip.add(
      "META-INF/container.xml",
      Array(
        #"<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>"#
          .utf8))
    let package = """
      <package xmlns:dc="d"><metadata><dc:title>The Courier, Tuesday</dc:title><dc:publisher>The Courier</dc:publisher>\
      <dc:creator>calibre</dc:creator><dc:language>eng</dc:language><dc:date>2031-03-04T00:00:00Z</dc:date></metadata>\
      <manifest><item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>\
      <item id="b" href="two%20b.xhtml#x" media-type="application/xhtml+xml"/>\
      <item id="a" href="../one.xhtml" media-type="application/xhtml+xml"/>\
      <item id="c" href="gone.xhtml" media-type="application/xhtml+xml"/></manifest>\
      <spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/><itemref idref="c"/></spine></package>
      """
    zip.add("OEBPS/book.opf", Array(package.utf8), isDeflated: true)
    zip.add("OEBPS/two b.xhtml", Array("<html><p>Two.</p></html>".utf8), isDeflated: true)
    zip.add("one.xhtml", Array("<html><p>One.</p></html>".utf8))
    return zip.bytes()
  }

  static func zip(_ files: [String: String]) -> [UInt8] {
    var zip = ZipBuilder()
    for (name, text) in files.sorted(by: { $0.key < $1.key }) {
      zip.add(name, Array(text.utf8), isDeflated: true)
    }
    return zip.bytes()
  }

  /// A web archive of version 1 of the format, with so many pages.
  static func arc(_ pages: Int) -> String {
    let about = "1 0 Archive\nURL IP-address Archive-date Content-type Archive-length\n\n"
    var arc = "filedesc://a.arc 0.0.0.0 20080304050607 text/plain \(about.utf8.count)\n\(about)\n"
    for number in 0..<pages {
      let answer =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><p>Page \(number).</p></html>"
      arc +=
        "http://a.example/\(number) 192.0.2.1 2008030405060\(number % 10) text/html \(answer.utf8.count)\n\(answer)\n"
    }
    return arc
  }
}
