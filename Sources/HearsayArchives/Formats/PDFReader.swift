/// Reads the text of a PDF file with poppler's `pdftotext`, as a program of its own: what a hostile file does to it
/// stays outside.
final class PDFReader: ArchiveReader {
  private static let limits = ProgramRun.Limits(
    seconds: 60, outputBytes: ArchiveFile.largestEntry, memoryBytes: 2 << 30)

  private(set) var tally = ArchiveTally()
  private let file: OpenFile
  private let program: String
  private var isDone = false

  /// A reader of a file; `program` takes the place of `pdftotext` in tests.
  init(_ file: OpenFile, program: String = "pdftotext") {
    self.file = file
    self.program = program
  }

  var place: ArchivePlace { ArchivePlace(offset: isDone ? file.count : 0) }
  var bytesRead: Int { isDone ? file.count : 0 }

  func go(to place: ArchivePlace) { isDone = place.offset > 0 }

  func next() throws(ArchiveError) -> ArchivedPage? {
    guard !isDone else { return nil }
    isDone = true
    var head: [UInt8] = []
    _ = try file.read(1_024, at: 0, into: &head)
    guard ByteSearch.first(Array("%PDF-".utf8), in: head[...]) != nil else {
      throw ArchiveError(.notAnArchive, "not a PDF file")
    }
    let text = try output()
    let unwrapped = UnwrappedText.text(of: String(decoding: text, as: UTF8.self))
    guard !unwrapped.isEmpty else {
      throw ArchiveError(.notAnArchive, "no text in it; pages that are pictures are not read")
    }
    tally.pages += 1
    var page = ArchivedPage(place: ArchivePlace(), bytes: Array(unwrapped.utf8))
    page.contentType = "text/plain; charset=utf-8"
    page.isWholeFile = true
    return page
  }

  private func output() throws(ArchiveError) -> [UInt8] {
    let run = ProgramRun(
      program: program, arguments: ["-enc", "UTF-8", "-q", file.path, "-"], limits: Self.limits)
    switch try run.outcome() {
    case .output(let bytes): return bytes
    case .notInstalled:
      throw ArchiveError(
        .missingProgram,
        "reading PDF needs \(program): install poppler-utils (apt install poppler-utils)")
    case .tooSlow:
      throw ArchiveError(.damaged, "\(program) took longer than \(Self.limits.seconds) s")
    case .tooMuch: throw ArchiveError(.damaged, "it holds more text than any report")
    case .failed(let status):
      throw ArchiveError(
        .damaged,
        status == 3
          ? "its author forbids taking text out of it, or it needs a password"
          : "\(program) cannot read it (status \(status))")
    }
  }
}
