import TestSupport
import Testing

@testable import HearsayArchives

struct FileNatureTests {
  static let natures: [(String, FileNature)] = [
    ("WARC/1.0\r\n", .archive(.warc)), ("%PDF-1.4", .archive(.pdf)),
    ("\u{0}\u{0}junk%PDF-1.4", .archive(.pdf)), (#"[ {"a":1}]"#, .archive(.json)),
    (#"{"a":1}"#, .archive(.json)), ("{\"a\":1}\n{\"a\":2}\n", .archive(.jsonLines)),
    ("{\"a\":1\n}\n", .archive(.json)), ("\u{FEFF}{\"a\":1}", .archive(.json)),
    ("window.YTD.tweet.part0 = [ {", .archive(.json)),
    ("From: a@b.example\nMIME-Version: 1.0\n\nHello", .archive(.message)),
    ("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x", .archive(.message)),
    ("From a@b.example Tue Mar  4 05:06:07 2031\nFrom: a\nSubject: b\n\n", .archive(.mailbox)),
    ("From a distance it looked like 05:06 to us.\n\nText", .other),
    ("[Agency] The mayor said so.", .other), ("{ he said }", .other),
    ("<html>", .page), ("\n<!DOCTYPE html><p>", .page), ("<p>Hello</p>", .other),
    ("<?xml version=\"1.0\"?><!-- x --><rss version=\"2.0\">", .archive(.feed)),
    ("<feed xmlns=\"http://www.w3.org/2005/Atom\">", .archive(.feed)), ("<book/>", .other),
    ("{\\rtf1\\ansi", .archive(.rtf)), ("filedesc://a.arc 0.0.0.0", .archive(.arc)),
    ("PK\u{3}\u{4}", .archive(.zip)), ("Date: Monday\nSubject: a\n\nText", .other), ("", .other),
    ("id,date,title,notes\n1,2,3,4\n", .table), ("text;date\nA;1\nB;2\n", .table),
    ("a\tb\tc\td\te\tf\tg\th\n1\t2\t3\t4\t5\t6\t7\t8\n", .table),
    ("The mayor, the council, and others, came.\nThey sat, spoke, ate, and left.\n", .other),
    ("Dead, wounded, missing, found\nNobody knows, he said, who, why\n", .other),
    ("Headline, with a comma\n\nText, and more.\n", .other),
    ("GIF89a", .unread("a picture: not read")),
  ]

  @Test(arguments: natures)
  func `what a file is, its first bytes tell`(_ text: String, _ nature: FileNature) {
    #expect(FileNature(Array(text.utf8)[...]) == nature)
  }

  @Test func `what is packed with gzip is told by what it inflates to`() {
    for (text, nature) in Self.natures {
      guard case .archive(let kind) = nature, [.warc, .arc, .jsonLines, .mailbox].contains(kind)
      else { continue }
      #expect(FileNature(Deflating.gzip(Array(text.utf8))[...]) == nature)
    }
    #expect(FileNature(Deflating.gzip(Array("<html>".utf8))[...]) == .archive(.gzip))
  }

  @Test func `a table that a spreadsheet wrote in UTF-16 is one`() {
    let text = "id\tdate\ttitle\ttext\r\n1\t2\t3\t4\r\n"
    let wide: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(FileNature(wide[...]) == .table)
  }
}
