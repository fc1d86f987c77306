import Foundation
import TestSupport
import Testing

@testable import HearsayArchives

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Parts of archives, streams, and archives that end in the middle.
struct RangeTests {
  private static let pages = 24

  private func warc(_ compression: WARCBuilder.Compression) -> [UInt8] {
    var warc = WARCBuilder()
    warc.add("warcinfo")
    for number in 0..<Self.pages {
      warc.add("request", "https://n.example/\(number)", body: Array("GET / HTTP/1.1\r\n\r\n".utf8))
      // A page that speaks of archives has lines that look like the first of a record.
      let talk = number % 5 == 0 ? "\nWARC/1.0 is a format\nWARC/1.1\n" : ""
      warc.page(
        "https://n.example/\(number)",
        String(repeating: "Line \(number).\n", count: 1 + number * 7) + talk)
    }
    return warc.bytes(compression)
  }

  private func read(_ reader: any ArchiveReader) throws -> Everything {
    var pages: [ArchivedPage] = []
    while let page = try reader.next() { pages.append(page) }
    return Everything(pages: pages, tally: reader.tally)
  }

  @Test(arguments: WARCBuilder.Compression.allCases, [1, 2, 3, 7, 50])
  func `adjacent parts of a WARC file have every record once`(
    _ compression: WARCBuilder.Compression, _ parts: Int
  ) throws {
    let bytes = warc(compression)
    let file = try ArchiveOnDisk(bytes, name: compression == .none ? "a.warc" : "a.warc.gz")
    let whole = try file.read()
    #expect(whole.pages.count == Self.pages)
    let ends = (0..<parts).map { bytes.count * $0 / parts } + [Int.max]
    var addresses: [String] = []
    var tally = ArchiveTally()
    for (start, end) in zip(ends, ends.dropFirst()) {
      let reader = try file.reader()
      try reader.confine(to: start..<end)
      let part = try read(reader)
      for page in part.pages { #expect((start..<end).contains(page.place.offset)) }
      addresses += part.addresses
      tally = tally + part.tally
    }
    #expect(addresses == whole.addresses)
    #expect(tally == whole.tally)
  }

  @Test func `where a record begins and ends, a part may begin and end`() throws {
    let file = try ArchiveOnDisk(warc(.none), name: "a.warc")
    let places = try file.read().pages.map(\.place.offset)
    let reader = try file.reader()
    try reader.confine(to: places[3]..<places[4])
    #expect(try read(reader).addresses == ["https://n.example/3"])
    let one = try file.reader()
    try one.confine(to: (places[3] + 1)..<places[5])
    #expect(try read(one).addresses == ["https://n.example/4"])
    let beyond = try file.reader()
    try beyond.confine(to: (1 << 40)..<(1 << 41))
    #expect(try read(beyond).pages.isEmpty)
  }

  @Test(arguments: [1, 2, 5, 40])
  func `adjacent parts of JSON Lines have every line once`(_ parts: Int) throws {
    let lines = (0..<30).map {
      #"{"title":"T","maintext":"Text \#($0) \#(String(repeating: "a", count: $0))","url":"https://n.example/\#($0)"}"#
    }
    let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    let file = try ArchiveOnDisk(bytes, name: "a.jsonl")
    let whole = try file.read().addresses
    #expect(whole.count == 30)
    let ends = (0..<parts).map { bytes.count * $0 / parts } + [Int.max]
    let addresses = try zip(ends, ends.dropFirst()).flatMap { start, end in
      let reader = try file.reader()
      try reader.confine(to: start..<end)
      return try read(reader).addresses
    }
    #expect(addresses == whole)
  }

  @Test func `of other archives no parts are read`() throws {
    // The archive must outlive its reader, which opens it again.
    let archive = try ArchiveOnDisk(Array("Subject: a\n\nb".utf8), name: "a.eml")
    let mail = try archive.reader()
    #expect(throws: ArchiveError.self) { try mail.confine(to: 0..<10) }
    _ = archive
  }

  @Test(arguments: WARCBuilder.Compression.allCases)
  func `an archive that ends in the middle of a record is cut short, a whole one is not`(
    _ compression: WARCBuilder.Compression
  ) throws {
    let bytes = warc(compression)
    let name = compression == .none ? "a.warc" : "a.warc.gz"
    #expect(try ArchiveOnDisk(bytes, name: name).read().tally.cutShort == nil)
    for missing in [30, 200, bytes.count / 2] {
      let tally = try ArchiveOnDisk(Array(bytes.dropLast(missing)), name: name).read().tally
      #expect(tally.cutShort == 1, "\(missing)")
      #expect(tally.damaged > 0)
    }
  }

  @Test func `JSON Lines that end in the middle of a line are cut short`() throws {
    let line = #"{"title":"T","maintext":"Some text.","url":"https://n.example/1"}"#
    let whole = Array((line + "\n" + line).utf8)
    #expect(try ArchiveOnDisk(whole, name: "a.jsonl").read().tally.cutShort == nil)
    let cut = try ArchiveOnDisk(Array(whole.dropLast(9)), name: "a.jsonl").read()
    #expect(cut.tally.cutShort == 1)
    #expect(cut.pages.count == 1)
  }

  @Test(arguments: WARCBuilder.Compression.allCases)
  func `an archive is read as it comes through a pipe`(_ compression: WARCBuilder.Compression)
    throws
  {
    let bytes = warc(compression)
    let pipe = Pipe()
    let writer = Thread {
      try? pipe.fileHandleForWriting.write(contentsOf: Data(bytes))
      try? pipe.fileHandleForWriting.close()
    }
    writer.start()
    let stream = StreamSupply(pipe.fileHandleForReading.fileDescriptor)
    let all = try read(WARCReader(PlacedBytes(stream)))
    let file = try ArchiveOnDisk(bytes, name: compression == .none ? "a.warc" : "a.warc.gz")
    #expect(all.addresses == (try file.read().addresses))
    #expect(all.tally.cutShort == nil)
  }

  @Test func `what is read as a whole is put into a file first, which goes again`() throws {
    let pipe = Pipe()
    let json = #"{"title":"T","maintext":"Some text.","url":"https://n.example/1"}"#
    try pipe.fileHandleForWriting.write(contentsOf: Data(json.utf8))
    try pipe.fileHandleForWriting.close()
    let path: String
    do {
      let file = try OpenFile(allOf: StreamSupply(pipe.fileHandleForReading.fileDescriptor))
      path = file.path
      #expect(FileManager.default.fileExists(atPath: path))
      #expect(try read(JSONFileReader(file)).addresses == ["https://n.example/1"])
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
