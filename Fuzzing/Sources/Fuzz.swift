import Foundation
import HearsayArchives
import HearsayC
import HearsayFeeds
import HearsayModel
import HearsayText

/// Hands control to libFuzzer, which calls back with bytes that it made up.
@main
enum Fuzz {
  static func main() {
    var count = CommandLine.argc
    var words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    exit(runDriver(&count, &words, read))
  }

  /// The variable `FUZZ` names what is read; it is looked up once, since this runs thousands of times a second.
  private static let target = ProcessInfo.processInfo.environment["FUZZ"] ?? ""

  private static let read: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt = { start, count in
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    switch target {
    case "pages": readPage(bytes)
    case "feeds": readFeed(bytes)
    case "archives": readArchive(bytes)
    case "weights": readWeights(bytes)
    case "library": callLibrary(bytes)
    default:
      fatalError("set FUZZ to pages, feeds, archives, weights or library; not \(target)")
    }
    return 0
  }
}

/// libFuzzer's own loop: SwiftPM gives the program a main function under another name, so libFuzzer's cannot be used.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ read: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// As a web page, and as whatever it looks like.
private func readPage(_ bytes: [UInt8]) {
  let hints = ArticleHints(address: "https://news.example/2031/03/04/a", contentType: "text/html")
  if let article = try? ArticleReader.read(bytes, hints: hints) { check(article) }
  if let article = try? ArticleReader.read(bytes) { check(article) }
  _ = SavedPage(bytes)
}

/// Spans that do not lie in the text would make every record after them wrong.
private func check(_ article: Article) {
  for span in [article.titleSpan, article.datelineSpan].compactMap(\.self) {
    precondition(0 <= span.start && span.start <= span.end && span.end <= article.text.utf8.count)
  }
}

private func readFeed(_ bytes: [UInt8]) {
  _ = try? FeedReader.read(bytes, address: "https://news.example/feed")
}

/// The first byte says which kind of archive the others are.
private func readArchive(_ bytes: [UInt8]) {
  // New ones go to the end: the seeds tell them by their place.
  let kinds: [ArchiveFile.Kind] = [
    .warc, .wacz, .jsonLines, .json, .mailbox, .message, .arc, .rtf, .zip, .gzip, .table, .epub,
  ]
  _ = FileNature(bytes.dropFirst())
  guard let first = bytes.first else { return }
  let kind = kinds[Int(first) % kinds.count]
  withFile(of: Array(bytes.dropFirst())) { path in
    guard let reader = try? open(path, kind) else { return }
    var places: [ArchivePlace] = []
    while let page = try? reader.next() {
      precondition(page.bytes.count <= ArchiveFile.largestEntry)
      places.append(page.place)
    }
    // What was found can be found again from where it was said to be.
    guard let last = places.last, let again = try? open(path, kind) else { return }
    try? again.go(to: last)
    _ = try? again.next()
  }
}

private func open(_ path: String, _ kind: ArchiveFile.Kind) throws(ArchiveError)
  -> any ArchiveReader
{
  try ArchiveFile.open(path, as: kind, columns: TableColumns(text: "text"))
}

/// The bytes as a weights file, or as the header of one: then the tensors of the tests' tiny model stand behind it and
/// the checksum is made to fit, which no mutation would.
private func readWeights(_ bytes: [UInt8]) {
  withFile(of: weights(header: bytes) ?? bytes) { path in
    guard let model = try? Model(path: path) else { return }
    // A file that passes all checks must be safe to run.
    let word = PreparedWord(pieces: model.pieces(of: "bridge"), shape: Shape("bridge"), gap: .space)
    _ = model.score([word, word], Scratch(model))
  }
}

private func weights(header: [UInt8]) -> [UInt8]? {
  guard var object = try? JSONSerialization.jsonObject(with: Data(header)) as? [String: Any],
    let tiny = try? Data(contentsOf: URL(filePath: "Tests/Golden/TinyModel/tiny.weights"))
  else { return nil }
  let headerBytes = Int(tiny[12]) | Int(tiny[13]) << 8
  let wanted = object["blobBytes"] as? Int ?? 0
  var blob = Array(tiny.dropFirst((16 + headerBytes + 63) / 64 * 64))
  if (0..<(1 << 20)).contains(wanted) {
    blob = Array(blob.prefix(wanted)) + Array(repeating: 0, count: max(0, wanted - blob.count))
  }
  object["crc32"] = checksum(blob)
  guard let json = try? JSONSerialization.data(withJSONObject: object) else { return nil }
  var file = Array("HEARSAY1".utf8)
  for number in [1, json.count] {
    file += (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
  file += json
  file += Array(repeating: 0, count: (64 - file.count % 64) % 64)
  return file + blob
}

/// The C library's door: the first byte says how many of the next are the request, the rest is the report.
private func callLibrary(_ bytes: [UInt8]) {
  guard let reader = library, let first = bytes.first else { return }
  let request = Array(bytes.dropFirst().prefix(Int(first)))
  let report = Array(bytes.dropFirst(1 + request.count))
  var answer: UnsafeMutablePointer<CChar>?
  var count = 0
  let status = request.withUnsafeBytes { request in
    hearsayRead(
      reader, report, report.count, request.baseAddress?.assumingMemoryBound(to: CChar.self),
      request.count, &answer, &count)
  }
  guard let answer else { preconditionFailure("no answer, status \(status)") }
  precondition((0...2).contains(status) && strlen(answer) == count)
  let text = Data(bytes: answer, count: count)
  // What is called a reading is one, and its spans are what they say.
  if status == 0 { precondition((try? JSONSerialization.jsonObject(with: text)) is [String: Any]) }
  hearsayFree(answer)
}

/// A reader on the weights of the source tree.
private let library: UnsafeMutableRawPointer? = {
  var reader: UnsafeMutableRawPointer?
  var error: UnsafeMutablePointer<CChar>?
  let status = hearsayOpen(".", nil, &reader, &error)
  guard status == 0 else { fatalError(error.map { String(cString: $0) } ?? "") }
  return reader
}()

/// CRC-32 as zlib works it out.
private func checksum(_ bytes: [UInt8]) -> UInt32 {
  var sum = ~UInt32(0)
  for byte in bytes {
    sum ^= UInt32(byte)
    for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
  }
  return ~sum
}

/// A file in memory with these bytes; the same one each time.
private func withFile(of bytes: [UInt8], _ body: (String) -> Void) {
  let path = "/dev/shm/hearsay-fuzz-\(ProcessInfo.processInfo.processIdentifier)"
  let descriptor = open(path, O_CREAT | O_TRUNC | O_WRONLY, 0o600)
  guard descriptor >= 0 else { fatalError("no file in /dev/shm") }
  bytes.withUnsafeBytes { precondition(write(descriptor, $0.baseAddress, $0.count) == $0.count) }
  close(descriptor)
  body(path)
}
