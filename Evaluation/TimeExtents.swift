import Foundation
import HearsayLanguage
import HearsayReading
import HearsayRecords

/// The times told in a report as TimeML marks them: which words, and what they mean.
///
/// Measured on every fifth document of TimeBank by name, that no rule was written on. *Strict*: the very words; *relaxed*: some of them;
/// *value*: some of them, with the value that TimeBank gives.
enum TimeExtents {
  static let measure = Measure(name: "times.extents", needs: ["timeml/TimeBank"], run: run)

  fileprivate struct Tally {
    var gold = 0
    var told = 0
    var strict = 0
    var relaxed = 0
    var value = 0
    var texts = 0

    func f1(_ right: Int) -> Double { 2 * Double(right) / Double(max(gold + told, 1)) }
  }

  @Sendable private static func run(_ data: URL) throws -> [Score] {
    let tools = try EvaluationTools()
    var seen = Tally()
    var unseen = Tally()
    for (number, file) in try Folders.files(data.appending(path: "timeml/TimeBank")).enumerated() {
      let gold = try TimeMLDocument(decoded(file))
      let text = tools.annotate(gold.text)
      let times = TimeReader.read(
        Draft(text: text, context: ReportContext(published: gold.created))
      ).map(\.record)
      var tally = Tally(gold: gold.times.count, told: times.count, texts: 1)
      var used: Set<Int> = []
      for (span, value) in zip(gold.times, gold.timeValues) {
        let wanted = value.split(separator: " ").dropFirst().first.map(String.init) ?? ""
        let candidates = times.indices.filter {
          times[$0].evidence.overlaps(span) && !used.contains($0)
        }
        let hit = candidates.first { times[$0].evidence == span } ?? candidates.first
        if let hit {
          used.insert(hit)
          tally.relaxed += 1
          tally.strict += times[hit].evidence == span ? 1 : 0
          tally.value += times[hit].timex == wanted ? 1 : 0
        }
        let told = hit.map { times[$0] }
        if told?.evidence != span || told?.timex != wanted {
          miss(
            number, "\(value)\t\(told?.timex ?? "-")", text.exact(span),
            told.map { text.exact($0.evidence) } ?? "-", around(span, gold.text))
        }
      }
      for index in times.indices where !used.contains(index) {
        miss(
          number, "EXTRA\t\(times[index].timex ?? "-")", "-", text.exact(times[index].evidence),
          around(times[index].evidence, gold.text))
      }
      if number % 5 == 0 { unseen.add(tally) } else { seen.add(tally) }
    }
    for (name, tally) in [("worked with", seen), ("held out", unseen)] {
      print(
        "         \(name): \(tally.gold) gold, \(tally.told) told; strict \(rounded(tally.f1(tally.strict))), relaxed \(rounded(tally.f1(tally.relaxed))), value \(rounded(tally.f1(tally.value)))"
      )
    }
    return [
      Score(key: "times.extents.strict", value: unseen.f1(unseen.strict), of: unseen.texts),
      Score(key: "times.extents.relaxed", value: unseen.f1(unseen.relaxed), of: unseen.texts),
      Score(key: "times.extents.value", value: unseen.f1(unseen.value), of: unseen.texts),
    ]
  }

  private static func miss(
    _ number: Int, _ values: String, _ gold: String, _ told: String, _ around: String
  ) {
    guard number % 5 != 0, CommandLine.arguments.contains("--misses") else { return }
    print("MISSED\t\(values)\t[\(gold)]\t[\(told)]\t\(around)".replacing("\n", with: " "))
  }

  private static func around(_ span: TextSpan, _ text: String) -> String {
    let bytes = Array(text.utf8)
    return String(
      decoding: bytes[max(0, span.start - 50)..<min(bytes.count, span.end + 40)], as: UTF8.self)
  }
}

extension TimeExtents.Tally {
  fileprivate mutating func add(_ other: Self) {
    gold += other.gold
    told += other.told
    strict += other.strict
    relaxed += other.relaxed
    value += other.value
    texts += other.texts
  }
}
