import Foundation
import HearsayLanguage
import HearsayPlaces
import HearsayRecords
import TestSupport
import Testing

@testable import HearsayReading

/// Every reader on texts that no parser gives: none may stop the program, whatever the network makes of a text.
struct RandomTreeTests {
  private static let root = URL(filePath: Language.folder).deletingLastPathComponent()
    .deletingLastPathComponent()
  /// So many texts a test; `HEARSAY_RANDOM` asks for more.
  private static let count =
    ProcessInfo.processInfo.environment["HEARSAY_RANDOM"].flatMap { Int($0) } ?? 150
  private static let names = [
    "Mosul", "Iraq", "Paris", "Texas", "Georgia", "Gaza", "Strip", "Ledra", "Sorrat", "Ida",
    "Brandt", "UN", "U.S.", "al", "Asia",
  ]

  @Test(arguments: 0..<20)
  func `no tree stops a reader, and what is read of it is sound`(_ part: Int) throws {
    let data = Self.root.appending(path: "Data").path
    let reader = ReportReader(
      gazetteer: try Gazetteer(folder: data), actors: try KnownActors(folder: data),
      roles: try RoleTable(folder: data))
    let texts = RandomTexts(.forTests, more: Self.names)
    for number in (part * Self.count)..<((part + 1) * Self.count) {
      let text = texts.text(number)
      let context = Self.context(number, text)
      let report = Report(
        id: "0", text: text.text, sha256: "", reader: HearsayRecords.Reader(version: "test"))
      let reading = reader.read(text, report: report, context: context)
      let flaws = reading.flaws()
      #expect(flaws.isEmpty, "\(number): \(flaws)")
      guard number % 20 == 0 else { continue }
      for id in reading.events.map(\.id) + reading.claims.map(\.id) + reading.times.map(\.id) {
        _ = reader.explanation(of: id, in: reading, text, context: context)
      }
    }
  }

  @Test func `no tree stops what mends trees`() {
    let texts = RandomTexts(.forTests, more: Self.names)
    let repair = TreeRepair(inflections: Inflections(.forTests), language: .forTests)
    for number in 0..<(Self.count * 10) {
      let text = texts.text(number)
      var tokens = text.tokens
      for sentence in text.sentences { repair.mend(&tokens, sentence) }
      for (sentence, index) in text.sentences.flatMap({ s in s.map { (s, $0) } }) {
        #expect(tokens[index].head.map(sentence.contains) ?? true, "\(number): \(index)")
      }
      _ = AnnotatedText(
        text: text.text, language: .forTests, tokens: tokens, sentences: text.sentences)
    }
  }

  /// With and without a headline, a day of publication, live entries and times that the page shows.
  private static func context(_ number: Int, _ text: AnnotatedText) -> ReportContext {
    var random = Chance(seed: number)
    func span() -> TextSpan? {
      guard !text.tokens.isEmpty else { return nil }
      let first = Int.random(in: text.tokens.indices, using: &random)
      let last = Int.random(in: first..<text.tokens.count, using: &random)
      return text.span(first..<(last + 1))
    }
    var context = ReportContext(
      published: number % 4 == 0 ? nil : "2031-03-0\(1 + number % 9)",
      outlet: number % 5 == 0 ? nil : "Ledra Courier")
    if number % 3 == 0, let title = text.sentences.first { context.titleSpan = text.span(title) }
    if number % 7 == 0, let entry = span() {
      context.entries = [ReportContext.Passage(span: entry, written: "2031-03-01T10:00:00Z")]
    }
    if number % 11 == 0, let shown = span() {
      context.shownTimes = [
        ReportContext.ShownTime(span: shown, instant: "2031-03-01T10:00:00Z", by: "markup")
      ]
    }
    return context
  }
}
