import HearsayReading
public import HearsayRecords

extension Reader {
  /// Why a record of a reading is as it is, a line a reason: the words that were read, the rule or table, and what spoke against.
  ///
  /// The text is read again; what is told is what this version reads. Ties and wordings, which have no id in JSON, are counted in its
  /// order: r1, w1.
  ///
  /// - Returns: `nil` if the reading has no record of that id, or this version reads none there.
  public func explanation(of record: String, in reading: Reading, _ workspace: Workspace)
    -> [String]?
  {
    let report = reading.report
    let title = report.title.flatMap { title in
      report.text.hasPrefix(title + "\n") ? TextSpan(start: 0, end: title.utf8.count) : nil
    }
    let told = reportReader.explanation(
      of: record, in: reading, annotator.annotate(report.text, scratch: workspace.scratch),
      context: ReportContext(
        published: report.published, outlet: report.outlet, titleSpan: title))
    return told?.lines.map { line in
      var text = line.value.map { "\(line.field) \($0)" } ?? "\(line.field), not decided by it"
      if !line.words.isEmpty { text += ": “\(line.words)”" }
      text += " — \(line.source)"
      return line.known.isEmpty ? text : text + "; " + line.known.joined(separator: "; ")
    }
  }
}
