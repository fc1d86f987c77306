import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

@Suite(.tags(.model), .enabled(if: Program.hasModel, "no weights in Models"))
struct BadInputTests {
  /// Reads something bad between two good reports: one line tells of it, and the others are read.
  private func expectOneLine(
    _ path: String, _ program: Program, location: SourceLocation = #_sourceLocation
  ) throws {
    let good = [
      try program.write(ShortReports.text(1), to: "first.txt"),
      try program.write(ShortReports.text(2), to: "last.txt"),
    ]
    let run = try program.run("read", good[0], path, good[1], "-f", "jsonl", "--no-store")
    #expect(run.status == 2, sourceLocation: location)
    #expect(run.messageLines.count == 1, "\(run.messages)", sourceLocation: location)
    #expect(run.messages.hasPrefix("hearsay: \(path): "), sourceLocation: location)
    #expect(run.output.split(separator: "\n").count == 2, sourceLocation: location)
  }

  @Test func `an empty file`() throws {
    let program = try Program()
    try expectOneLine(try program.write("", to: "empty.txt"), program)
    try expectOneLine(try program.write(" \n\t\n", to: "white.txt"), program)
  }

  @Test func `a picture`() throws {
    let program = try Program()
    let header: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48]
    let noise = (0..<4_096).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }
    try expectOneLine(try program.write(Data(header + noise), to: "picture.html"), program)
  }

  @Test func `50 MB on one line`() throws {
    let program = try Program()
    let line = Data(repeating: UInt8(ascii: "a"), count: 50_000_000)
    try expectOneLine(try program.write(line, to: "line.txt"), program)
    let words = Data("word ".utf8)
    var many = Data(capacity: 50_000_000)
    while many.count < 50_000_000 { many += words }
    try expectOneLine(try program.write(many, to: "words.txt"), program)
  }

  @Test func `a file that is not there`() throws {
    let program = try Program()
    try expectOneLine(program.folder("missing.html"), program)
  }

  @Test(.disabled(if: geteuid() == 0, "root may read everything"))
  func `a folder without permission`() throws {
    let program = try Program()
    _ = try program.write("x", to: "closed/a.txt")
    let closed = program.folder("closed")
    #expect(unsafe chmod(closed, 0) == 0)
    defer { _ = unsafe chmod(closed, 0o700) }
    try expectOneLine(program.folder("closed"), program)
  }

  @Test func `addresses that are private, unreachable or no web addresses`() throws {
    let program = try Program()
    // Port 9 discards: no server answers there on a machine that is set up as usual.
    for address in ["http://127.0.0.1:9/x", "http://[::1]:9/", "ftp://news.example/x"] {
      try expectOneLine(address, program)
    }
    // Names under .invalid never resolve (RFC 2606).
    try expectOneLine("http://report.invalid/", program)
  }

  @Test func `text that breaks off in the middle of a character is read as far as it goes`() throws
  {
    let program = try Program()
    let cut = Data((ShortReports.text(1) + " Général Osé").utf8.dropLast())
    let path = try program.write(cut, to: "cut.txt")
    let run = try program.run("read", path, "-f", "jsonl", "--no-store")
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.output.split(separator: "\n").count == 1)
  }

  @Test func `a page nested a hundred thousand deep is read or refused in one line`() throws {
    let program = try Program()
    let deep = 100_000
    let page =
      "<html><body>" + String(repeating: "<div>", count: deep) + "<p>\(ShortReports.text(1))</p>"
      + String(repeating: "</div>", count: deep) + "</body></html>"
    let run = try program.run(
      "read", try program.write(page, to: "deep.html"), "-f", "jsonl", "--no-store")
    let lines = run.output.split(separator: "\n").count + run.messageLines.count
    #expect(lines == 1, "\(run.messages)")
    #expect(run.status == (run.messages.isEmpty ? 0 : 2))
  }
}
