import TestSupport
import Testing

@testable import HearsayArchives

/// Archives with bytes changed, lost, doubled and moved: whatever is in a file, it is read to its end.
struct MutationTests {
  private static let rounds = 100

  /// A generator with a seed, so that a failure comes again.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      // SplitMix64.
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
      return mixed ^ mixed >> 31
    }
  }

  private static func files() -> [(name: String, bytes: [UInt8])] {
    var warc = WARCBuilder()
    for number in 0..<4 {
      warc.page("https://a.example/\(number)", "Page \(number) of a report.")
      warc.add("request", "https://a.example/\(number)", body: Array("GET / HTTP/1.1\r\n\r\n".utf8))
      let body = Array(WARCBuilder.html("Packed \(number).").utf8)
      warc.answer(
        "https://b.example/\(number)", fields: ["Content-Encoding": "gzip"],
        body: Deflating.gzip(body))
      warc.answer(
        "https://c.example/\(number)", fields: ["Transfer-Encoding": "chunked"],
        body: Array("5\r\nWords\r\n0\r\n\r\n".utf8))
    }
    var zip = ZipBuilder()
    zip.add("archive/a.warc.gz", warc.bytes(.each))
    zip.add("archive/b.warc", warc.bytes(.none), isDeflated: true, isWide: true)
    let lines = (0..<6).map { #"{"title": "T \#($0)", "text": "Words.", "date": "2031-03-04"}"# }
    let mail = """
      From a@b.example Tue Mar  4 05:06:07 2031
      From: =?utf-8?Q?A?= <a@b.example>
      Subject: =?utf-8?B?VGl0bGU=?=
      Content-Type: multipart/alternative; boundary="b"

      --b
      Content-Transfer-Encoding: base64

      V29yZHMu
      --b
      Content-Type: text/html
      Content-Transfer-Encoding: quoted-printable

      <p>W=6Frds=
      .</p>
      --b--


      """
    return [
      ("a.warc", warc.bytes(.none)), ("a.warc.gz", warc.bytes(.each)),
      ("a.warc.gz", warc.bytes(.all)),
      ("a.wacz", zip.bytes()), ("a.jsonl", Array(lines.joined(separator: "\n").utf8)),
      ("a.mbox", Array(String(repeating: mail, count: 4).utf8)),
      ("a.eml", Array(mail.drop { $0 != "\n" }.dropFirst().utf8)),
      ("a.docx", Documents.docx(["<w:p><w:r><w:t>Words.</w:t></w:r></w:p>"])),
      ("a.odt", Documents.odt("<text:p>Words.</text:p>")), ("a.epub", Documents.epub()),
      ("a.rtf", Array("{\\rtf1\\ansi{\\fonttbl{\\f0 A;}}\\u8222?Words\\'e4.\\par}".utf8)),
      ("a.zip", Documents.zip(["a.html": "<html><p>Words.</p>", "b.txt": "Words."])),
      ("a.arc", Array(Documents.arc(4).utf8)),
      ("a.json", Array(#"{"articles":[{"title":"T","content":"Words."}]}"#.utf8)),
    ]
  }

  private func mutated(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &dice) where bytes.count > 16 {
      let place = Int.random(in: 0..<bytes.count, using: &dice)
      let end = min(bytes.count, place + Int.random(in: 1...200, using: &dice))
      switch Int.random(in: 0..<6, using: &dice) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &dice)
      case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
      case 2: bytes.removeSubrange(place..<end)
      case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 4: bytes.removeSubrange(place...)
      default:
        let part = Array(bytes[place..<end])
        bytes.insert(contentsOf: part, at: Int.random(in: 0..<bytes.count, using: &dice))
      }
    }
    return bytes
  }

  @Test(arguments: 0..<14)
  func `whatever became of a file, reading it comes to an end`(_ kind: Int) throws {
    let file = Self.files()[kind]
    let whole = try ArchiveOnDisk(file.bytes, name: file.name).read().pages.count
    #expect(whole > 0)
    var dice = Dice(state: UInt64(kind))
    var found = 0
    for _ in 0..<Self.rounds {
      let archive = try ArchiveOnDisk(mutated(file.bytes, &dice), name: file.name)
      // A file may be refused, with an error that says so; nothing else may happen.
      do throws(ArchiveError) {
        let reader = try ArchiveFile.open(
          archive.path, as: ArchiveFile.kind(ofName: file.name) ?? .warc)
        while let page = try reader.next() {
          found += 1
          #expect(page.bytes.count <= ArchiveFile.largestEntry)
        }
      } catch {
        #expect(!error.reason.isEmpty)
      }
    }
    // What is found is found record by record, line by line or mail by mail.
    if [0, 1, 4, 5].contains(kind) { #expect(found * 2 > whole * Self.rounds) }
  }
}
