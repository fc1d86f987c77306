package import HearsayLedger
package import HearsayRecords

extension StoryKeeper {
  /// Every happening of a report by itself, as it would be told if nobody else told of it.
  package func alone(_ line: ReportLine, _ reading: Reading) -> [Incident] {
    maker.alone(sketcher.sketch(line, reading))
  }
}
