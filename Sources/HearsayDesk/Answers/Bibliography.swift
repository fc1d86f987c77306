import HearsayLedger
import HearsayRecords

/// Reports as a bibliography (BibTeX), for who cites them.
package struct Bibliography {
  let reports: [ReportLine]

  var bibTeX: String { reports.map(Self.entry).joined(separator: "\n") }

  private static func entry(_ line: ReportLine) -> String {
    let report = line.report
    let fields: [(String, String?)] = [
      ("title", report.title), ("author", report.byline), ("publisher", report.outlet),
      ("date", report.published.map { String($0.prefix(10)) }), ("url", report.url),
      ("urldate", String(line.firstSeen.prefix(10))), ("note", "report \(line.id)"),
    ]
    let given = fields.compactMap { name, value -> String? in
      guard let value = value?.safeLine, !value.isEmpty else { return nil }
      // An address is taken as it is by every style, and must not be broken by signs before its own.
      return "  \(name) = {\(name == "url" ? value.filter { !"{}".contains($0) } : escaped(value))}"
    }
    return "@online{hearsay\(line.id),\n" + given.joined(separator: ",\n") + "\n}\n"
  }

  /// Signs that mean something in TeX are made into words of it.
  private static func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "\\": "\\textbackslash{}"
      case "~": "\\textasciitilde{}"
      case "^": "\\textasciicircum{}"
      case "{", "}", "%", "&", "$", "#", "_": "\\\(character)"
      default: String(character)
      }
    }.joined()
  }
}
