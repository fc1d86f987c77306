import TestSupport
import Testing

@testable import HearsayArchives

private typealias Compression = WARCBuilder.Compression

struct WARCTests {
  /// A small crawl: three pages among records of every other kind.
  private func crawl() -> WARCBuilder {
    var warc = WARCBuilder()
    warc.add("warcinfo", body: Array("software: test\r\n".utf8))
    warc.add("request", "https://a.example/1", body: Array("GET / HTTP/1.1\r\n\r\n".utf8))
    warc.page("https://a.example/1", "One.")
    warc.answer("https://a.example/p.png", type: "image/png", body: [0x89, 0x50, 0, 0, 13, 10])
    warc.add("metadata", "https://a.example/1", body: Array("via: none\r\n".utf8))
    warc.answer("https://a.example/gone", status: "404 Not Found", body: Array("no".utf8))
    warc.add("revisit", "https://a.example/1", body: Array("HTTP/1.1 200 OK\r\n\r\n".utf8))
    warc.add(
      "resource", "<http://b.example/2>", ["Content-Type": "text/plain"], body: Array("Two.".utf8))
    warc.add("resource", "urn:text:http://b.example/2", ["Content-Type": "text/plain"], body: [65])
    warc.add(
      "conversion", "http://c.example/3", ["Content-Type": "text/plain; charset=x"],
      body: Array("Three.".utf8))
    return warc
  }

  private func name(_ compression: WARCBuilder.Compression) -> String {
    compression == .none ? "a.warc" : "a.warc.gz"
  }

  @Test(arguments: WARCBuilder.Compression.allCases)
  func `pages are found among records of every other kind`(
    _ compression: WARCBuilder.Compression
  ) throws {
    let all = try ArchiveOnDisk(crawl().bytes(compression), name: name(compression)).read()
    #expect(
      all.addresses == ["https://a.example/1", "http://b.example/2", "http://c.example/3"])
    #expect(all.pages[0].text == WARCBuilder.html("One."))
    #expect(all.pages[0].contentType == "text/html; charset=utf-8")
    #expect(all.pages[0].fetched == "2031-03-04T05:06:07Z")
    #expect(all.pages[1].text == "Two.")
    #expect(all.tally.otherRecords == 3)
    #expect(all.tally.revisits == 1)
    #expect(all.tally.failedAnswers == 1)
    #expect(all.tally.otherTypes == 2)
    #expect(all.tally.damaged == 0)
  }

  @Test(arguments: WARCBuilder.Compression.allCases)
  func `reading on from any page's end gives the rest, no more and no less`(
    _ compression: WARCBuilder.Compression
  ) throws {
    var warc = crawl()
    for number in 0..<20 { warc.page("https://d.example/\(number)", "Page \(number).") }
    let archive = try ArchiveOnDisk(warc.bytes(compression), name: name(compression))
    let whole = try archive.read()
    let first = try archive.reader()
    for taken in 0...whole.pages.count {
      let rest = try archive.reader()
      let place = try #require(ArchivePlace(first.place.description))
      try rest.go(to: place)
      var addresses: [String] = []
      while let page = try rest.next() { addresses.append(page.address ?? "-") }
      #expect(addresses == Array(whole.addresses.dropFirst(taken)))
      #expect(first.tally + rest.tally == whole.tally)
      #expect(try first.next()?.address == whole.pages.dropFirst(taken).first?.address)
    }
  }

  @Test(arguments: WARCBuilder.Compression.allCases)
  func `a record with a wrong length is lost, those around it are not`(
    _ compression: WARCBuilder.Compression
  ) throws {
    for length in ["9", "100000", "99999999999999", "-4", "many", ""] {
      var warc = WARCBuilder()
      warc.page("https://a.example/1", "One.")
      warc.answer(
        "https://a.example/2", body: Array(WARCBuilder.html("Two.").utf8), length: length)
      warc.page("https://a.example/3", "Three.")
      warc.page("https://a.example/4", "Four.")
      let all = try ArchiveOnDisk(warc.bytes(compression), name: name(compression)).read()
      #expect(
        all.addresses == [1, 3, 4].map { "https://a.example/\($0)" }, "length \(length)")
      #expect(all.tally.damaged == 1, "length \(length)")
    }
  }

  @Test(arguments: WARCBuilder.Compression.allCases)
  func `an archive that breaks off gives all that was whole`(
    _ compression: WARCBuilder.Compression
  ) throws {
    let bytes = crawl().bytes(compression)
    let whole = try ArchiveOnDisk(bytes, name: name(compression)).read().addresses
    for cut in [1, 9, 40, bytes.count / 2] {
      let all = try ArchiveOnDisk(Array(bytes.dropLast(cut)), name: name(compression)).read()
      #expect(whole.starts(with: all.addresses))
      #expect(cut < bytes.count / 2 || all.pages.count < 3)
      // Line ends that are missing behind the last record do no harm.
      #expect(all.tally.damaged == (compression == .none && cut == 1 ? 0 : 1), "\(cut)")
    }
  }

  @Test func `a damaged gzip member is lost, those around it are not`() throws {
    var warc = WARCBuilder()
    for number in 1...5 {
      warc.page("https://a.example/\(number)", String(repeating: "Page \(number). ", count: 50))
    }
    for target in 0..<5 {
      let members = warc.records.map { Deflating.gzip($0) }
      for place in [0, 1, 12, members[target].count / 2, members[target].count - 6] {
        var damaged = members
        damaged[target][place] ^= 0x5A
        let all = try ArchiveOnDisk(damaged.flatMap { $0 }, name: "a.warc.gz").read()
        let found = all.addresses
        let expected = (1...5).filter { $0 != target + 1 }.map { "https://a.example/\($0)" }
        // With a wrong checksum the page itself may have been whole.
        #expect(found.filter { expected.contains($0) } == expected, "\(target) \(place)")
        #expect(all.tally.damaged == 1, "\(target) \(place)")
      }
    }
  }

  @Test func `rubbish between records is passed over`() throws {
    var warc = WARCBuilder()
    warc.page("https://a.example/1", "One.")
    warc.add(raw: Array("rubbish WARC/ here\r\nand WARC/1.0 there\r\n".utf8))
    warc.page("https://a.example/2", "Two.")
    for compression in WARCBuilder.Compression.allCases {
      let all = try ArchiveOnDisk(warc.bytes(compression), name: name(compression)).read()
      #expect(all.addresses == ["https://a.example/1", "https://a.example/2"], "\(compression)")
      #expect(all.tally.damaged >= 1)
    }
  }

  @Test func `entries above the limit are passed over without being held in memory`() throws {
    var warc = WARCBuilder()
    warc.page("https://a.example/1", "One.")
    warc.answer("https://a.example/2", body: [UInt8](repeating: 65, count: 33 << 20))
    warc.page("https://a.example/3", "Three.")
    for compression in WARCBuilder.Compression.allCases {
      let all = try ArchiveOnDisk(warc.bytes(compression), name: name(compression)).read()
      #expect(all.addresses == ["https://a.example/1", "https://a.example/3"], "\(compression)")
      #expect(all.tally.tooLarge == 1)
      #expect(all.tally.damaged == 0)
    }
  }

  @Test func `a wrong length above the limit hides nothing that follows`() throws {
    for length in [34 << 20, 40 << 20] {
      var warc = WARCBuilder()
      warc.page("https://a.example/1", "One.")
      warc.answer("https://a.example/2", body: [65, 66], length: String(length))
      warc.page("https://a.example/3", "Three.")
      warc.answer(
        "https://a.example/4", type: "video/mp4", body: .init(repeating: 7, count: 36 << 20))
      warc.page("https://a.example/5", "Five.")
      for compression in WARCBuilder.Compression.allCases {
        let all = try ArchiveOnDisk(warc.bytes(compression), name: name(compression)).read()
        #expect(
          all.addresses == [1, 3, 5].map { "https://a.example/\($0)" }, "\(compression) \(length)")
        #expect(all.tally.damaged == 1)
        #expect(all.tally.tooLarge == 1)
      }
    }
  }

  @Test func `a file of nothing but beginnings is read in one pass`() throws {
    // Looking for the end of each head afresh would take minutes.
    let starts = [UInt8](repeatElement(Array("WARC/\n".utf8), count: 200_000).joined())
    let all = try ArchiveOnDisk(starts, name: "a.warc").read()
    #expect(all.pages.isEmpty)
    #expect(all.tally.damaged == 200_000)
  }

  @Test func `codings of the transfer and of the content are taken off`() throws {
    let html = WARCBuilder.html("A page in a coding.")
    let bytes = Array(html.utf8)
    let last = String(bytes.count - 31, radix: 16)
    var chunks = Array("5\r\n".utf8) + bytes[..<5]
    chunks += Array("\r\n1a;x=y\r\n".utf8) + bytes[5..<31]
    chunks += Array("\r\n\(last)\r\n".utf8) + bytes[31...]
    chunks += Array("\r\n0\r\n\r\n".utf8)
    let codings: [(fields: [String: String], body: [UInt8])] = [
      (["Content-Encoding": "gzip"], Deflating.gzip(bytes)),
      (["Content-Encoding": "deflate"], Deflating.zlib(bytes)),
      (["Content-Encoding": "deflate"], Deflating.raw(bytes)),
      (["Transfer-Encoding": "chunked"], chunks),
      (["Content-Encoding": "identity"], bytes),
      // Headers that were kept though the coding was taken off.
      (["Content-Encoding": "gzip"], bytes),
      (["Content-Encoding": "br"], bytes),
      (["Transfer-Encoding": "chunked"], bytes),
    ]
    var warc = WARCBuilder()
    for (number, coding) in codings.enumerated() {
      warc.answer("https://a.example/\(number)", fields: coding.fields, body: coding.body)
    }
    let all = try ArchiveOnDisk(warc.bytes(.each), name: "a.warc.gz").read()
    #expect(all.pages.count == codings.count)
    for page in all.pages { #expect(page.text == html, "\(page.address ?? "")") }
  }

  @Test func `bombs and unknown codings are counted, not inflated`() throws {
    var warc = WARCBuilder()
    warc.answer(
      "https://a.example/bomb", fields: ["Content-Encoding": "gzip"],
      body: Deflating.gzip([UInt8](repeating: 0x20, count: 40 << 20)))
    warc.answer("https://a.example/br", fields: ["Content-Encoding": "br"], body: [0x8B, 2, 0x80])
    warc.answer("https://a.example/cut", fields: ["Content-Encoding": "gzip"], body: [0x1F, 0x8B])
    let all = try ArchiveOnDisk(warc.bytes(.none), name: "a.warc").read()
    #expect(all.pages.isEmpty)
    #expect(all.tally.tooLarge == 1)
    #expect(all.tally.otherTypes == 0)
    #expect(all.tally.packedPages == 1)
    #expect(all.tally.damaged == 1)
  }

  @Test func `a file that is no archive holds nothing, and one that is empty or all zeros is told`()
    throws
  {
    let empty = try ArchiveOnDisk([], name: "a.warc")
    #expect(throws: ArchiveError(.damaged, "the file is empty")) { try empty.read() }
    let zeros = try ArchiveOnDisk(Array(repeating: 0, count: 100_000), name: "a.warc.gz")
    #expect(throws: ArchiveError(.damaged, "it holds only zeros")) { try zeros.read() }
    let text = Array("Just some text.\n".utf8)
    let all = try ArchiveOnDisk(text, name: "a.warc").read()
    #expect(all.pages.isEmpty)
    #expect(all.tally.damaged == 1)
    #expect(throws: ArchiveError.self) { try ArchiveFile.open("/nowhere/a.warc", as: .warc) }
    #expect(throws: ArchiveError.self) { try ArchiveFile.open("/tmp", as: .warc) }
  }
}
