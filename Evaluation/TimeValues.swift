import Foundation
import HearsayLanguage
import HearsayReading
import HearsayRecords

/// What the times told in a report are resolved to: the days, months and years of TimeBank's DATE expressions.
///
/// The resolver is made of rules; every fifth document by name was never looked at while they were written.
enum TimeValues {
  static let measure = Measure(name: "times.values", needs: ["timeml/TimeBank"], run: run)

  private struct Tally {
    var right = 0
    var found = 0
    var all = 0
    var weekdaysRight = 0
    var weekdays = 0
    var texts = 0
  }

  @Sendable private static func run(_ data: URL) throws -> [Score] {
    let tools = try EvaluationTools()
    var seen = Tally()
    var unseen = Tally()
    for (number, file) in try Folders.files(data.appending(path: "timeml/TimeBank")).enumerated() {
      let gold = try TimeMLDocument(decoded(file))
      guard let created = gold.created, created.count == 10 else { continue }
      if number % 5 == 0 { unseen.texts += 1 } else { seen.texts += 1 }
      let text = tools.annotate(gold.text)
      let times = TimeReader.read(Draft(text: text, context: ReportContext(published: created)))
      for (span, value) in zip(gold.times, gold.timeValues)
      where value.hasPrefix("DATE ") && value.dropFirst(5).first?.isNumber ?? false {
        let wanted = value.dropFirst(5)
        let words = text.exact(span)
        let told = times.first { $0.record.evidence.overlaps(span) }?.record
        let isRight = told?.timex?.hasPrefix(wanted) ?? false
        let isWeekday =
          words.hasSuffix("day") && !["today", "yesterday"].contains(words)
          && !words.contains(" ")
        if CommandLine.arguments.contains("--misses"), !isRight, number % 5 != 0 {
          print(
            "MISSED\t\(file.lastPathComponent)\t\(created)\t\(words)\t\(wanted)\t\(told?.timex ?? "-")\t\(sentence(text, span))"
          )
        }
        func add(_ tally: inout Tally) {
          tally.all += 1
          if told != nil { tally.found += 1 }
          if isRight { tally.right += 1 }
          if isWeekday { tally.weekdays += 1 }
          if isWeekday, isRight { tally.weekdaysRight += 1 }
        }
        if number % 5 == 0 { add(&unseen) } else { add(&seen) }
      }
    }
    for (name, tally) in [("worked with", seen), ("held out", unseen)] {
      print(
        "         \(name): \(tally.right) of \(tally.all) dates resolved as TimeBank has them (\(tally.found) found); of bare weekdays \(tally.weekdaysRight) of \(tally.weekdays)"
      )
    }
    return [
      Score(
        key: "times.values.seen", value: Double(seen.right) / Double(max(seen.all, 1)),
        of: seen.texts),
      Score(
        key: "times.values.unseen", value: Double(unseen.right) / Double(max(unseen.all, 1)),
        of: unseen.texts),
    ]
  }

  private static func sentence(_ text: AnnotatedText, _ span: TextSpan) -> String {
    let tokens = text.tokens(touching: span)
    guard let first = tokens.first else { return "" }
    return text.oneLine(text.sentence(of: first))
  }
}
