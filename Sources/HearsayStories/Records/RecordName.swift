package import HearsayRecords

/// A record of a report as stories, addresses and commands name it: `REPORT:RECORD`.
package struct RecordName: Hashable, Sendable {
  /// The report's id, or the beginning of it.
  package let report: String
  package let record: String

  /// `nil` if the text names none.
  package init?(_ text: String) {
    guard let colon = text.lastIndex(of: ":") else { return nil }
    report = String(text[..<colon])
    record = String(text[text.index(after: colon)...])
    guard !report.isEmpty, !record.isEmpty else { return nil }
  }
}

extension Incident {
  /// The reports that its records stand in, each once.
  package var reports: Set<String> { Set(records.compactMap { RecordName($0)?.report }) }
}

extension Reading {
  /// The happening of this id; a mention stands for the happening that it tells.
  package func happening(told id: String) -> Happening? {
    happenings.first { $0.id == id || $0.events.contains(id) }
  }
}
