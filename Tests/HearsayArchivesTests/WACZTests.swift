import TestSupport
import Testing

@testable import HearsayArchives

struct WACZTests {
  private func warc(_ range: Range<Int>, _ compression: WARCBuilder.Compression) -> [UInt8] {
    var warc = WARCBuilder()
    for number in range {
      warc.page("https://a.example/\(number)", "Page \(number).")
      warc.add("request", "https://a.example/\(number)", body: Array("GET /\r\n\r\n".utf8))
    }
    return warc.bytes(compression)
  }

  private func wacz(isDeflated: Bool, isWide: Bool = false) -> [UInt8] {
    var zip = ZipBuilder()
    zip.add("datapackage.json", Array("{}".utf8), isDeflated: true)
    zip.add("archive/data.warc.gz", warc(0..<3, .each), isDeflated: isDeflated, isWide: isWide)
    zip.add("pages/pages.jsonl", Array(#"{"url": "https://a.example/0"}"#.utf8))
    zip.add("archive/more.warc", warc(3..<5, .none), isDeflated: isDeflated, isWide: isWide)
    zip.add("indexes/index.cdx.gz", [1, 2, 3])
    return zip.bytes()
  }

  private let addresses = (0..<5).map { "https://a.example/\($0)" }

  @Test func `the web archives in it are read, stored or deflated, with wide numbers too`() throws {
    for isDeflated in [false, true] {
      for isWide in [false, true] {
        let bytes = wacz(isDeflated: isDeflated, isWide: isWide)
        let all = try ArchiveOnDisk(bytes, name: "a.wacz").read()
        #expect(all.addresses == addresses)
        #expect(all.tally.otherRecords == 5)
        #expect(all.tally.damaged == 0)
      }
    }
  }

  @Test func `reading on from any page's end gives the rest, no more and no less`() throws {
    for isDeflated in [false, true] {
      let archive = try ArchiveOnDisk(wacz(isDeflated: isDeflated), name: "a.wacz")
      let first = try archive.reader()
      for taken in 0...addresses.count {
        let rest = try archive.reader()
        try rest.go(to: first.place)
        var found: [String] = []
        while let page = try rest.next() { found.append(page.address ?? "-") }
        #expect(found == Array(addresses.dropFirst(taken)))
        _ = try first.next()
      }
    }
  }

  @Test func `an entry that is damaged costs no more than what is in it`() throws {
    for isDeflated in [false, true] {
      var zip = ZipBuilder()
      zip.add("archive/a.warc.gz", warc(0..<3, .each), isDeflated: isDeflated)
      let start = 30 + "archive/a.warc.gz".utf8.count
      zip.add("archive/b.warc.gz", warc(3..<5, .each))
      var bytes = zip.bytes()
      bytes[start + 60] ^= 0x5A
      let all = try ArchiveOnDisk(bytes, name: "a.wacz").read()
      #expect(all.addresses.suffix(2) == addresses.suffix(2))
      #expect(all.tally.damaged >= 1)
      bytes[0] = 0
      let headless = try ArchiveOnDisk(bytes, name: "a.wacz").read()
      #expect(headless.addresses == Array(addresses.suffix(2)))
      #expect(headless.tally.damaged == 1)
    }
  }

  @Test func `what is no zip file, or has no web archives, is refused`() throws {
    for bytes in [[], Array("no zip".utf8), Array(wacz(isDeflated: false).dropLast(30))] {
      #expect(throws: ArchiveError.self) { try ArchiveOnDisk(bytes, name: "a.wacz").reader() }
    }
    var zip = ZipBuilder()
    zip.add("mimetype", Array("x".utf8))
    #expect(throws: ArchiveError.self) { try ArchiveOnDisk(zip.bytes(), name: "a.wacz").reader() }
  }

  @Test func `any byte of the directory may be wrong without a crash`() throws {
    let bytes = wacz(isDeflated: true, isWide: true)
    let start = bytes.count - 620
    for place in max(0, start)..<bytes.count {
      var damaged = bytes
      damaged[place] ^= 0xFF
      _ = try? ArchiveOnDisk(damaged, name: "a.wacz").read()
    }
  }
}
