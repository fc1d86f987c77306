import HearsayLedger
import HearsayRecords

/// Who took what away, newest first.
struct ExportLog {
  let visit: Visit
  let file: DeskFile

  func content() throws -> Content {
    let shown = try file.exports(limit: 500)
    let rows: [[HTML]] = shown.map { export in
      [
        Parts.when(export.made), .text(export.person), .tag("code", [], .text(export.page)),
        .text(QuietNumber.words(Double(export.bytes)) + " bytes"),
      ]
    }
    return Content(
      "Log of exports",
      .tag("p", [], .tag("a", [.href(visit.link(["log"]))], "Log of decisions"))
        + (rows.isEmpty
          ? .tag("p", [.class("empty")], "Nobody has taken anything away as JSON or CSV yet.")
          : Parts.table("Exports, newest first", ["when", "who", "what", "how much"], rows)),
      json: { try ContractWriter.spanless.json(shown) },
      sheet: {
        .init(
          ["made", "person", "page", "bytes"],
          shown.map { [$0.made, $0.person, $0.page, "\($0.bytes)"] })
      })
  }
}
