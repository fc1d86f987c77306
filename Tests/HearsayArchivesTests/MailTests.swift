import TestSupport
import Testing

@testable import HearsayArchives

struct MailTests {
  private let newsletter = """
    From: =?UTF-8?Q?The_Morn=C3=ADng?= <news@paper.example>
    Date: Tue, 4 Mar 2031 05:06:07 +0300
    Subject: =?utf-8?B?U2hlbGxpbmcgaW4g?=
     =?iso-8859-1?Q?K=E4rven?=
    Message-ID: <a/1@paper.example>
    List-Id: <morning.paper.example>
    MIME-Version: 1.0
    Content-Type: multipart/alternative; boundary="x=y"

    preamble
    --x=y
    Content-Type: text/plain; charset=utf-8
    Content-Transfer-Encoding: quoted-printable

    Plain words =E2=80=93 one line that =
    goes on.
    --x=y
    Content-Type: text/html; charset=windows-1252
    Content-Transfer-Encoding: base64

    PGh0bWw+PHA+VGhlIHRvd24gb2YgS+RydmVuLjwvcD48L2h0bWw+
    --x=y--
    epilogue
    """

  private func read(_ text: String, name: String = "a.eml") throws -> Everything {
    try ArchiveOnDisk(Array(text.utf8), name: name).read()
  }

  @Test func `of a newsletter the page is read, with what its headers say`() throws {
    for text in [newsletter, newsletter.replacing("\n", with: "\r\n")] {
      let page = try #require(try read(text).pages.first)
      #expect(page.bytes.starts(with: Array("<html><p>The town of K".utf8) + [0xE4]))
      #expect(page.contentType == "text/html; charset=windows-1252")
      #expect(page.title == "Shelling in Kärven")
      #expect(page.published == "2031-03-04T05:06:07+03:00")
      #expect(page.outlet == "The Morníng")
      #expect(page.byline == nil)
      #expect(page.address == "mid:a%2F1@paper.example")
    }
  }

  @Test func `of a plain mail the text is read under its subject`() throws {
    let text = """
      From: "Brandt, Ida" <ida@paper.example>
      Subject: A bridge
      Date: 4 Mar 2031 05:06:07 GMT
      Content-Type: text/plain; format=flowed
      Archived-At: <https://lists.example/1>

      The bridge \nfell on Monday.
      -- \nIda
      """
    let page = try #require(try read(text).pages.first)
    #expect(page.text == "A bridge\n\nThe bridge fell on Monday.\n-- \nIda\n")
    #expect(page.byline == "Brandt, Ida")
    #expect(page.address == "https://lists.example/1")
  }

  @Test func `attachments are not read, but texts beside them and mails in mails are`() throws {
    let text = """
      From: a@b.example
      Content-Type: multipart/mixed; boundary=outer

      --outer
      Content-Type: text/plain
      Content-Disposition: attachment; filename=x.txt

      Attached.
      --outer
      Content-Type: message/rfc822

      Subject: Inner
      Content-Type: multipart/related; boundary=inner

      --inner

      Shown.
      --inner--
      --outer--
      """
    let page = try #require(try read(text).pages.first)
    #expect(page.text == "Shown.")
    #expect(page.byline == nil)
    #expect(page.address == nil)
  }

  @Test func `all texts of a mail are read in their order, and what lists put below is not`() throws
  {
    let text = """
      From: Courier Digest <digest@courier.example>
      List-Id: <digest.courier.example>
      Subject: Evening digest
      Content-Type: multipart/mixed; boundary="b"

      --b
      Content-Type: text/plain; charset=iso-8859-1
      Content-Transfer-Encoding: quoted-printable

      The bridge at K=E4rven fell.

      --b
      Content-Type: application/octet-stream; name=x.bin

      AAAA
      --b
      Content-Type: text/html; charset=utf-8

      <p>The mayor denied that the bridge was old.</p>
      --b
      Content-Type: text/plain

      _______________________________________________
      Digest mailing list
      https://courier.example/listinfo/digest
      --b--
      """
    let page = try #require(try read(text).pages.first)
    #expect(
      page.text
        == "Evening digest\n\nThe bridge at Kärven fell.\n\nThe mayor denied that the bridge was old."
    )
    #expect(page.contentType == "text/plain; charset=utf-8")
    #expect(page.outlet == "Courier Digest")
  }

  static let saved: [(head: String, part: String, address: String?, stood: String?)] = [
    (
      "From: <Saved by Blink>\nSnapshot-Content-Location: https://courier.example/a?x=1\nSubject: Bridge\nDate: Tue, 4 Mar 2031 05:06:07 -0000",
      "Content-Location: https://courier.example/a?x=1", "https://courier.example/a?x=1",
      "2031-03-04T05:06:07Z"
    ),
    (
      "From: \"Saved by Windows Internet Explorer 9\"\nSubject: Bridge\nDate: Tue, 4 Mar 2031 05:06:07 +0100",
      "Content-Location: http://courier.example/a", "http://courier.example/a",
      "2031-03-04T05:06:07+01:00"
    ),
    ("X-Other: 1", "Content-Location: http://courier.example/a", "http://courier.example/a", nil),
  ]

  @Test(arguments: saved)
  func `of a page that a browser saved, the page is read, with its address and the time of saving`(
    _ head: String, _ part: String, _ address: String?, _ stood: String?
  ) throws {
    let text = """
      \(head)
      MIME-Version: 1.0
      Content-Type: multipart/related; type="text/html"; boundary="----b"

      ------b
      Content-Type: text/html; charset=utf-8
      Content-Transfer-Encoding: quoted-printable
      \(part)

      <html><p>The bri=
      dge fell.</p></html>
      ------b
      Content-Type: text/html
      Content-Transfer-Encoding: quoted-printable
      Content-Location: https://ads.example/frame

      <html><p>Buy now.</p></html>
      ------b--
      """
    for name in ["a.mhtml", "a.mht", "a.bin"] {
      let page = try #require(try read(text.replacing("\n", with: "\r\n"), name: name).pages.first)
      #expect(page.text == "<html><p>The bridge fell.</p></html>")
      #expect(page.address == address)
      #expect(page.stood == stood)
      #expect(page.published == nil)
      #expect(page.byline == nil)
    }
  }

  @Test func `what is no mail, or has no text, is an error of that file`() throws {
    for text in ["", "Just text.\n", "From: a\n\n", "Subject: x\nContent-Type: image/png\n\nAAAA"] {
      #expect(throws: ArchiveError.self) { try read(text) }
    }
  }

  @Test func `hostile nesting comes to an end`() throws {
    var deep = "Subject: x\nContent-Type: multipart/mixed; boundary=a\n\n"
    for _ in 0..<5_000 { deep += "--a\nContent-Type: multipart/mixed; boundary=a\n\n" }
    #expect(throws: ArchiveError.self) { try read(deep) }
    let mails = String(repeating: "Subject: x\nContent-Type: message/rfc822\n\n", count: 5_000)
    #expect(throws: ArchiveError.self) { try read(mails) }
  }

  private func mailbox(_ count: Int) -> String {
    (0..<count).map { number in
      """
      From sender@x.example Tue Mar  4 05:06:07 2031
      From: Ida Brandt <i@x.example>
      Subject: Mail \(number)
      Message-ID: <\(number)@x.example>

      From here on nothing is quoted,
      >From there on it is,
      >>From twice, and > not here.

      """ + "\n"
    }.joined()
  }

  @Test func `every mail of a mailbox is read, and lines that look like a start are not one`()
    throws
  {
    let all = try read(mailbox(3), name: "a.mbox")
    #expect(all.addresses == (0..<3).map { "mid:\($0)@x.example" })
    #expect(
      all.pages[1].text
        == "Mail 1\n\nFrom here on nothing is quoted,\nFrom there on it is,\n"
        + ">From twice, and > not here.\n\n")
    #expect(all.tally.damaged == 0)
  }

  @Test func `reading on from any mail gives the rest, plain or compressed`() throws {
    let bytes = Array(mailbox(20).utf8)
    for (name, content) in [("a.mbox", bytes), ("a.mbox.gz", Deflating.gzip(bytes))] {
      let archive = try ArchiveOnDisk(content, name: name)
      let first = try archive.reader()
      for taken in 0...20 {
        let rest = try archive.reader()
        try rest.go(to: first.place)
        var found: [String] = []
        while let page = try rest.next() { found.append(page.title ?? "-") }
        #expect(found == (taken..<20).map { "Mail \($0)" })
        _ = try first.next()
      }
    }
  }

  @Test func `rubbish before, and a mail above the limit among others, cost only themselves`()
    throws
  {
    let start = "From x@x.example Tue Mar  4 05:06:07 2031\nSubject: Long\n\n"
    let long = start + String(repeating: "word ", count: 7 << 20) + "\n\n"
    let all = try read("rubbish\n\n" + mailbox(2) + long + mailbox(1), name: "a.mbox")
    #expect(all.pages.map(\.title) == ["Mail 0", "Mail 1", "Mail 0"])
    #expect(all.tally.damaged == 1)
    #expect(all.tally.tooLarge == 1)
  }

  @Test(arguments: [
    ("=?utf-8?q?a_b=3F?=", "a b?"), ("=?utf-8?q?a?= =?utf-8?q?b?=", "ab"),
    ("x =?x?= y", "x =?x?= y"),
    ("=?utf-8*en?Q?a?= b", "a b"), ("=?koi8-r?B?98/KzsE=?=", "Война"), ("=?utf-8?B?", "=?utf-8?B?"),
    ("plain", "plain"), ("=?nonsense?Q?a=41?=", "aA"),
  ])
  func `words of headers in any charset are read`(_ coded: String, _ text: String) {
    #expect(EncodedWords.decode(Array(coded.utf8)[...]) == text)
  }
}
