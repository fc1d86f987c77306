import Foundation
import Hearsay
import HearsayLanguage
import HearsayReading
import HearsayRecords

/// Switches each rule off in turn and lists those whose absence changes no record of any example or probe.
///
/// Texts are annotated once; a text is read again only without rules that fired in it.
enum Mutation {
  private struct Sample {
    let text: AnnotatedText
    let context: ReportContext
    let report: Report
    /// The names of the rules that fired.
    let fired: Set<String>
    /// What is read with all rules.
    let records: String
  }

  /// Prints what was found.
  ///
  /// - Parameter files: Files of more texts, one a line: of rules that no example or probe misses, it is told which of
  ///   these does, for whoever looks for an example that is of use.
  /// - Returns: The share of rules that somebody notices.
  /// - Throws: What reading the data throws.
  static func run(beside files: [String]) throws -> Double {
    // Both networks, as reports are read: a rule that only repeats what they see is missed by nobody.
    let tools = try EvaluationTools()
    let (language, reader) = (tools.language, tools.reports)
    var texts = language.rules.rules.flatMap { rule in
      (rule.yes + rule.no).map { (text: $0, isHeadline: rule.isForHeadlines) }
    }
    for family in language.times.families {
      texts += (family.yes.map(\.text) + family.no).map { (text: $0, isHeadline: false) }
    }
    for text in try probes("status") + probes("claims") + traps() {
      texts.append((text: text, isHeadline: false))
    }
    let own = texts.count
    for file in files {
      texts += try decoded(URL(filePath: file)).split(separator: "\n").map {
        (text: String($0), isHeadline: false)
      }
    }
    var samples: [Sample] = []
    for (words, isHeadline) in texts {
      let text = tools.annotate(words)
      let title = TextSpan(start: 0, end: words.utf8.count)
      let context = ReportContext(
        published: "2031-03-05", titleSpan: isHeadline ? title : nil)
      let report = Report(
        id: "0", text: words, sha256: "",
        reader: HearsayRecords.Reader(version: "evaluation"))
      samples.append(
        Sample(
          text: text, context: context, report: report,
          fired: reader.rulesFired(in: text, context: context),
          records: try records(reader.read(text, report: report, context: context))))
    }
    let names =
      language.rules.rules.map { (name: $0.name, place: "\($0.family).rules:\($0.line)") }
      + language.times.families.map { (name: $0.name, place: "times.patterns:\($0.line)") }
    var unnoticed = 0
    for (name, place) in names {
      let misses: (Sample) throws -> Bool = { sample in
        guard sample.fired.contains(name) else { return false }
        let without = sample.text.without(rule: name)
        let read = reader.read(without, report: sample.report, context: sample.context)
        return try records(read) != sample.records
      }
      guard try !samples[..<own].contains(where: misses) else { continue }
      unnoticed += 1
      print("unnoticed  \(place) \(name)")
      for sample in try samples[own...].filter(misses) {
        print("  but by    \(sample.report.text)")
      }
    }
    let all = names.count
    print("\(all - unnoticed) of \(all) rules are noticed when they are missing")
    return Double(all - unnoticed) / Double(max(all, 1))
  }

  /// The records as JSON without the names of those who made them: a rule is noticed by what it makes.
  private static func records(_ reading: Reading) throws -> String {
    let json = try reading.json()
    return json.replacing(/"by":(?:null|"[^"]*"|\{[^}]*\}|\[[^\]]*\])/, with: "")
  }

  private struct Probe: Decodable {
    let text: String
  }

  /// The texts of the unreal that may be looked at, without the marks around what is asked for.
  private static func traps() throws -> [String] {
    try ["unreal-seen", "unreal-more-seen", "unreal-third-seen"].flatMap { name in
      let file = Folders.root.appending(path: "Evaluation/Probes/\(name).tsv")
      return try decoded(file).split(separator: "\n").dropFirst().compactMap { line in
        line.split(separator: "\t").last.map {
          String($0).replacingOccurrences(of: "[[", with: "").replacingOccurrences(
            of: "]]", with: "")
        }
      }
    }
  }

  private static func probes(_ name: String) throws -> [String] {
    let file = Folders.root.appending(path: "Evaluation/Probes/\(name).jsonl")
    return try decoded(file).split(separator: "\n").map {
      try JSONDecoder().decode(Probe.self, from: Data($0.utf8)).text
    }
  }
}
