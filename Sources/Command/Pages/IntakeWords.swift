import HearsayArchives
import HearsayIntake

/// How many of something: "1 report", "2 reports".
enum Counted {
  static func words(_ count: Int, _ word: String) -> String {
    "\(count) \(word)\(count == 1 ? "" : "s")"
  }
}

extension ArchiveLog.Summary {
  /// One line for a person.
  var line: String {
    let tally = counts.tally
    let packed = (tally.packed ?? [:]).sorted { $0.key < $1.key }.map {
      ($0.value, "packed with \($0.key)")
    }
    let passedOver =
      (packed + [
        (tally.otherRecords, "requests and other records"), (tally.otherTypes, "of other types"),
        (tally.failedAnswers, "failed answers"), (tally.revisits, "revisits"),
        (tally.withoutText + counts.withoutReport, "without a report's text"),
        (tally.onlyAddresses ?? 0, "with an address and no text (give hearsay the addresses)"),
        (counts.repeated ?? 0, "met before"),
      ]).filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    var parts = [Counted.words(counts.read, "report") + " read"]
    if !passedOver.isEmpty { parts.append("passed over " + passedOver.joined(separator: ", ")) }
    if tally.tooLarge > 0 {
      parts.append("\(tally.tooLarge) larger than \(ArchiveFile.largestEntry >> 20) MiB")
    }
    if tally.damaged > 0 { parts.append("\(tally.damaged) damaged") }
    if (tally.cutShort ?? 0) > 0 { parts.append("cut short: it ends in the middle") }
    return "\(name): " + parts.joined(separator: "; ")
  }
}

extension InputList {
  /// One line on what was passed over in folders: "passed over 3 files: 2 .csv, 1 pipe"; `nil` if nothing was.
  var passedOverLine: String? {
    guard !passedOver.isEmpty else { return nil }
    let counts = Dictionary(grouping: passedOver, by: \.kind).mapValues(\.count)
    let kinds = counts.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
    let named = kinds.prefix(8).map { "\($0.value) \($0.key)" }
    return "passed over \(Counted.words(passedOver.count, "file")): "
      + (named + (kinds.count > 8 ? ["…"] : [])).joined(separator: ", ")
  }
}
