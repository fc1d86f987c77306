import Foundation
import HearsayRecords
import Testing

/// The tables of `Documentation/Formats.md` are made from the tables of fields.
///
/// `HEARSAY_RECORD=1` writes them anew, and such a run fails, so that a recording never passes for a test.
@Suite(.serialized) struct FormatsTests {
  private static let path = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Documentation/Formats.md").standardized

  /// A heading of the page and the table below it.
  private struct Section: Sendable, CustomTestStringConvertible {
    let name: String
    let definitions: [FieldDefinition]
    var testDescription: String { name }

    var heading: String { "### `\(name)`" }

    var table: String {
      var lines = ["| field | holds | meaning | since |", "|---|---|---|---|"]
      for field in definitions {
        lines.append(
          "| `\(field.name)` | \(holds(field.content)) | \(field.meaning) | \(field.since) |")
      }
      return lines.joined(separator: "\n") + "\n"
    }

    private func holds(_ content: FieldContent) -> String {
      switch content {
      case .id: "id"
      case .text: "text"
      case .texts: "list of text"
      case .date: "date"
      case .word(let words): words.map { "`\($0)`" }.joined(separator: ", ")
      case .number(let unit): "number, \(unit)"
      case .flag: "true or false"
      case .reference(let kinds): "id of one of \(names(kinds))"
      case .references(let kinds): "ids of \(names(kinds))"
      case .referenceOrText(let kinds): "id of one of \(names(kinds)), or words"
      case .referencesOrTexts(let kinds): "list of ids of \(names(kinds)), or words"
      case .saidBy: "id of one of `claims`; `null` in the reporter's own voice"
      case .span: "span"
      case .spans: "spans"
      case .parties:
        "list of ids of `entities` (or of `places` that act), or spans where there is none"
      case .slots: "slots"
      case .statuses: "list of `status`, `saidBy` and `events` (ids)"
      case .reader: "`version` of Hearsay, `model`: name and digest of the annotation model"
      case .credit: "credit"
      }
    }

    private func names(_ kinds: [RecordKind]) -> String {
      kinds.map { "`\($0.rawValue)`" }.joined(separator: " or ")
    }
  }

  private static let sections =
    [Section(name: "report", definitions: Report.definitions)]
    + RecordKind.allCases.map { Section(name: $0.rawValue, definitions: $0.definitions) }

  @Test(arguments: sections)
  private func `Formats.md describes every field as the program has it`(section: Section) throws {
    let page = String(decoding: try Data(contentsOf: Self.path), as: UTF8.self)
    guard ProcessInfo.processInfo.environment["HEARSAY_RECORD"] == "1" else {
      #expect(
        page.contains(section.heading) && page.contains(section.table),
        "\(section.name): Documentation/Formats.md is not as the fields are; HEARSAY_RECORD=1 scripts/test --filter FormatsTests writes it"
      )
      return
    }
    Issue.record("recording; run again without HEARSAY_RECORD")
    let heading = try #require(page.range(of: section.heading))
    let rest = page[heading.upperBound...]
    let first = try #require(rest.range(of: "| field |"))
    let end = try #require(rest[first.lowerBound...].range(of: "\n\n"))
    try Data(
      (page[..<first.lowerBound] + section.table + page[page.index(after: end.lowerBound)...]).utf8
    ).write(to: Self.path)
  }
}
