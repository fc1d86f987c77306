import HearsayLedger
import HearsayRecords
import HearsayStories

/// What stands beside an exported table: its columns and types, the question that it answers, its digest (Frictionless Data Package).
package struct DataPackage: Sendable {
  /// A file of the package.
  package struct Resource: Sendable {
    package let file: String
    package let sha256: String
    package let bytes: Int
    package let rows: Int
    package let table: TableFile

    package init(file: String, sha256: String, bytes: Int, rows: Int, table: TableFile) {
      self.file = file
      self.sha256 = sha256
      self.bytes = bytes
      self.rows = rows
      self.table = table
    }
  }

  /// The command line that made it, without paths of the machine.
  package let query: String
  /// When it was made: ISO 8601, UTC.
  package let created: String
  /// The version of Hearsay.
  package let version: String

  package init(query: String, created: String, version: String) {
    self.query = query
    self.created = created
    self.version = version
  }

  /// The text of `datapackage.json`.
  ///
  /// - Throws: `EncodingError`, which no resource gives cause for.
  package func json(_ resources: [Resource]) throws -> String {
    let tree = JSONTree.object(of: [
      "profile": .text("tabular-data-package"), "name": .text("hearsay-export"),
      "created": .text(created),
      "description": .text(
        "Read from news reports by Hearsay \(version): what reports tell, not what is so. Shaped like other projects' files, but none of their data."
      ),
      "sources": .array([.object(of: ["title": .text("hearsay export \(query)")])]),
      "hearsay_query": .text(query), "hearsay_version": .text(version),
      "resources": .array(resources.map(resource)),
    ])
    return try ContractWriter(positions: PositionMap(""), indented: true).json(tree) + "\n"
  }

  private func resource(_ resource: Resource) -> JSONTree {
    let format = resource.table.format
    let isCommas = format.style == .commas
    let isTagged = resource.table.hasTags
    return .object(of: [
      "profile": .text("tabular-data-resource"), "name": .text(format.name),
      "title": .text(format.title), "path": .text(resource.file),
      "format": .text(isCommas ? "csv" : "tsv"),
      "mediatype": .text(isCommas ? "text/csv" : "text/tab-separated-values"),
      "encoding": .text("utf-8"), "bytes": .integer(resource.bytes),
      "hash": .text("sha256:\(resource.sha256)"), "hearsay_rows": .integer(resource.rows),
      "dialect": .object(of: [
        "delimiter": .text(isCommas ? "," : "\t"), "header": .flag(format.hasHeader),
        "lineTerminator": .text(isCommas ? "\r\n" : "\n"), "doubleQuote": .flag(true),
        "commentRows": isTagged ? .array([.integer(2)]) : nil,
        "quoteChar": isCommas ? .text("\"") : nil,
      ]),
      "schema": .object(of: [
        "fields": .array(resource.table.columns.map(field)),
        "missingValues": .array([.text(""), .text("None")]),
      ]),
    ])
  }

  private func field(_ column: ExportColumn) -> JSONTree {
    let type = column.kind == .code ? "integer" : column.kind.rawValue
    let isKey = ["event_id_cnty", "id", "GLOBALEVENTID", "Event ID"].contains(column.name)
    return .object(of: [
      "name": .text(column.name), "type": .text(type), "description": .text(column.from),
      "constraints": isKey ? .object(of: ["required": .flag(true)]) : nil,
    ])
  }
}
