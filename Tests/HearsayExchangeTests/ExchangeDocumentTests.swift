import Foundation
import HearsayExchange
import Testing

/// The tables of `Documentation/Exchange.md` are made from the tables of columns that files are written by.
///
/// `HEARSAY_RECORD=1` writes them anew, and such a run fails, so that a recording never passes for a test.
@Suite(.serialized) struct ExchangeDocumentTests {
  private static let path = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Documentation/Exchange.md").standardized

  private struct Section: Sendable, CustomTestStringConvertible {
    let heading: String
    let columns: [ExportColumn]
    var testDescription: String { heading }

    var table: String {
      var lines = ["| column | holds | from |", "|---|---|---|"]
      for column in columns {
        lines.append(
          "| `\(column.name)` | \(column.kind.rawValue) | \(column.from.replacing("|", with: "\\|")) |"
        )
      }
      return lines.joined(separator: "\n") + "\n"
    }
  }

  private static let sections =
    TableFormat.all.map { Section(heading: "## `\($0.name)`", columns: $0.columns) }
    + [Section(heading: "## Columns of `--extra`", columns: ExtraColumns.all)]

  @Test(arguments: sections)
  private func `Exchange.md describes every column as files have it`(section: Section) throws {
    let page = String(decoding: try Data(contentsOf: Self.path), as: UTF8.self)
    guard ProcessInfo.processInfo.environment["HEARSAY_RECORD"] == "1" else {
      #expect(
        page.contains(section.heading + "\n") && page.contains(section.table),
        "\(section.heading): Documentation/Exchange.md is not as the columns are")
      return
    }
    Issue.record("recording; run again without HEARSAY_RECORD")
    let heading = try #require(page.range(of: section.heading + "\n"))
    let rest = page[heading.upperBound...]
    let first = try #require(rest.range(of: "| column |"))
    let end = try #require(rest[first.lowerBound...].range(of: "\n\n"))
    try Data(
      (page[..<first.lowerBound] + section.table + page[page.index(after: end.lowerBound)...]).utf8
    ).write(to: Self.path)
  }

  @Test func `Exchange.md names every format`() throws {
    let page = String(decoding: try Data(contentsOf: Self.path), as: UTF8.self)
    for name in IncidentFormat.names { #expect(page.contains("`\(name)`"), "\(name)") }
  }
}
