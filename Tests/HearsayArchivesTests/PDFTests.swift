import Foundation
import TestSupport
import Testing

@testable import HearsayArchives

struct PDFTests {
  /// A page of lines as a PDF file, the shortest that there is.
  private func pdf(_ lines: [String]) -> [UInt8] {
    let text = lines.map { "(\($0)) Tj 0 -14 Td" }.joined(separator: "\n")
    let stream = "BT /F 12 Tf 72 700 Td\n\(text)\nET"
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        + "/Resources << /Font << /F 5 0 R >> >> >>",
      "<< /Length \(stream.utf8.count) >>\nstream\n\(stream)\nendstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    var out = "%PDF-1.4\n"
    var places: [Int] = []
    for (number, object) in objects.enumerated() {
      places.append(out.utf8.count)
      out += "\(number + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = out.utf8.count
    out += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for place in places {
      out += String(repeating: "0", count: 10 - String(place).count) + "\(place) 00000 n \n"
    }
    out += "trailer << /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(out.utf8)
  }

  private static let isInstalled = ["/usr/bin", "/usr/local/bin", "/bin"].contains {
    FileManager.default.isExecutableFile(atPath: $0 + "/pdftotext")
  }

  @Test(.enabled(if: isInstalled, "poppler-utils is not installed"))
  func `the text of a PDF file is read in whole paragraphs`() throws {
    let bytes = pdf([
      "The army of Karven said on Tues-", "day that its drones had struck", "the port.",
    ])
    let all = try ArchiveOnDisk(bytes, name: "a.pdf").read()
    #expect(
      all.pages.map(\.text)
        == ["The army of Karven said on Tuesday that its drones had struck the port."])
    #expect(all.pages.first?.isWholeFile == true)
  }

  @Test(.enabled(if: isInstalled, "poppler-utils is not installed"))
  func `a damaged PDF file, or one without text, is an error of that file`() throws {
    let bytes = pdf([])
    for bytes in [bytes, Array("%PDF-1.4\nrubbish".utf8), Array("no PDF".utf8), []] {
      #expect(throws: ArchiveError.self) { try ArchiveOnDisk(bytes, name: "a.pdf").read() }
    }
  }

  @Test func `without the program the error says what to install`() throws {
    let archive = try ArchiveOnDisk(pdf(["One."]), name: "a.pdf")
    let reader = PDFReader(try OpenFile(archive.path), program: "hearsay-has-no-such-program")
    let error = #expect(throws: ArchiveError.self) { _ = try reader.next() }
    #expect(error?.code == .missingProgram)
    #expect(error?.reason.contains("poppler-utils") ?? false)
  }

  @Test func `a program that goes on for ever or prints without end is ended`() throws {
    let limits = ProgramRun.Limits(seconds: 1, outputBytes: 1 << 20, memoryBytes: 1 << 30)
    func outcome(_ program: String, _ arguments: [String]) throws -> ProgramRun.Outcome {
      try ProgramRun(program: program, arguments: arguments, limits: limits).outcome()
    }
    #expect(try outcome("sleep", ["60"]) == .tooSlow)
    #expect(try outcome("yes", []) == .tooMuch)
    #expect(try outcome("echo", ["-n", "x y", "*"]) == .output(Array("x y *".utf8)))
    #expect(try outcome("false", []) == .failed(status: 1))
  }

  @Test func `lines are joined to paragraphs, and words broken at their ends are whole`() {
    let pages =
      "12\n\nAnti-government forces took the pro-\nvincial capital, the anti-\ngovernment side\nsaid. "
      + "\n\nIt was the second town\nto fall, and nobody could say how many people had left it,\n\u{0C}"
      + "- 2 -\n\nor where they were. A coun-\nter-attack failed.\n\u{0C}\u{0C}"
    #expect(
      UnwrappedText.text(of: pages)
        == "Anti-government forces took the provincial capital, the anti-government side said.\n\n"
        + "It was the second town to fall, and nobody could say how many people had left it, "
        + "or where they were. A counter-attack failed.")
  }
}
