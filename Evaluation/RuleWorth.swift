import Foundation
import Hearsay
import HearsayLanguage
import HearsayReading
import HearsayRecords

/// What each rule brings on coded reports that may be trained on: reads them with it and without it.
///
/// The networks have seen these reports, so that a rule looks of less use than it is; that it does harm is told truly.
enum RuleWorth {
  private struct Sample {
    let coded: CodedReport
    let text: AnnotatedText
    let context: ReportContext
    let report: Report
    let fired: Set<String>
    let events: [Event]
    let counts: Happenings.Counts
  }

  /// What is told of a rule: counts with it, less those without it.
  private struct Worth {
    let rule: String
    var reports = 0
    var sums = [Int](repeating: 0, count: RuleWorth.columns.count)
    var changes: [String] = []
  }

  private static let columns = [
    "events", "found", "typed", "status", "voice", "sins", "roles", "wrong roles", "counts",
  ]

  /// - Parameters:
  ///   - wanted: The names of the rules; without one, all.
  ///   - tellsChanges: Whether the events that a rule takes away, makes or changes are told with their sentences.
  /// - Throws: What reading the data throws.
  static func run(of wanted: [String], tellsChanges: Bool) throws {
    let tools = try EvaluationTools()
    let (annotator, language, reader) = (tools.annotator, tools.language, tools.reports)
    let coded = try CodedReport.all(in: Folders.data.appending(path: "happenings")).filter {
      !$0.isDevelopment
    }
    let samples = concurrently(coded.count) { index, scratch in
      sample(coded[index], annotator.annotate(coded[index].text, scratch: scratch), reader)
    } makeWorkspace: {
      annotator.makeScratch()
    }
    let names = (language.rules.rules.map(\.name) + language.times.families.map(\.name)).filter {
      wanted.isEmpty || wanted.contains($0)
    }
    let worths = concurrently(names.count) { index, _ in
      worth(of: names[index], on: samples, reader)
    } makeWorkspace: {
    }
    print((["rule", "reports"] + columns).joined(separator: "\t"))
    for worth in worths where worth.reports > 0 {
      let sums = worth.sums.map { String($0) }
      print(([worth.rule, String(worth.reports)] + sums).joined(separator: "\t"))
      if tellsChanges { for change in worth.changes { print("  \(change)") } }
    }
  }

  private static func sample(
    _ coded: CodedReport, _ text: AnnotatedText, _ reader: ReportReader
  ) -> Sample {
    let context = ReportContext(published: coded.published)
    let report = Report(
      id: coded.name, text: coded.text, sha256: "",
      reader: HearsayRecords.Reader(version: "evaluation"))
    let reading = reader.read(text, report: report, context: context)
    return Sample(
      coded: coded, text: text, context: context, report: report,
      fired: reader.rulesFired(in: text, context: context), events: reading.events,
      counts: HappeningScorer(report: coded, reading: reading).counts())
  }

  private static func worth(
    of rule: String, on samples: [Sample], _ reader: ReportReader
  ) -> Worth {
    var worth = Worth(rule: rule)
    for sample in samples where sample.fired.contains(rule) {
      worth.reports += 1
      let reading = reader.read(
        sample.text.without(rule: rule), report: sample.report, context: sample.context)
      let without = HappeningScorer(report: sample.coded, reading: reading).counts()
      for (index, (with, less)) in zip(values(sample.counts), values(without)).enumerated() {
        worth.sums[index] += with - less
      }
      worth.changes += changes(from: reading.events, to: sample.events, in: sample)
    }
    return worth
  }

  private static func values(_ counts: Happenings.Counts) -> [Int] {
    let roles = counts.roles.values.reduce((0, 0)) { ($0.0 + $1.right, $0.1 + $1.read) }
    return [
      counts.read, counts.found, counts.typed, counts.status, counts.voice, counts.sins, roles.0,
      roles.1 - roles.0, counts.figures.right,
    ]
  }

  private static func changes(
    from without: [Event], to with: [Event], in sample: Sample
  ) -> [String] {
    func told(_ events: [Event]) -> [TextSpan: String] {
      Dictionary(
        events.map { ($0.trigger, "\($0.type.rawValue) \($0.status.rawValue)") },
        uniquingKeysWith: { first, _ in first })
    }
    let (before, after) = (told(without), told(with))
    let bytes = Array(sample.coded.text.utf8)
    return Set(before.keys).union(after.keys).sorted { $0.start < $1.start }
      .filter { before[$0] != after[$0] }
      .map { span in
        let from = max(0, span.start - 150)
        let words = String(decoding: bytes[from..<min(bytes.count, span.end + 120)], as: UTF8.self)
        let trigger = String(decoding: bytes[span.start..<span.end], as: UTF8.self)
        return "\(sample.coded.name) [\(trigger)] \(before[span] ?? "none") → "
          + "\(after[span] ?? "none"): \(words.replacing("\n", with: " "))"
      }
  }
}
