import HearsayLanguage
import HearsayRecords
import Testing

@testable import HearsayReading

/// Other worlds go on over sentences: what a film's first sentence opens, its next ones tell too.
struct OtherWorldsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    /// The word of the event, and whether it is told as having happened.
    let word: String
    let happened: Bool
    var testDescription: String { text }
  }

  static let cases = [
    Case(
      text: "In the film a general attacks the port. He kidnaps the mayor.", word: "kidnaps",
      happened: false),
    Case(
      text: "In the film a general attacks the port. Police arrested its director on Monday.",
      word: "arrested", happened: true),
    Case(
      text: "Gunmen attacked a school on Friday. It was only a drill.", word: "attacked",
      happened: false),
    Case(
      text: "Gunmen attacked a school on Friday. It was not a drill.", word: "attacked",
      happened: true),
  ]

  @Test(
    .tags(.model), .enabled(if: ModelReading.hasModel, "no weights in Models"), arguments: cases)
  func `a world that one sentence opens goes on over those that belong to it`(_ each: Case) throws {
    let reading = try ModelReading().reading(each.text)
    let event = try #require(
      reading.events.first { reading.report.text.words(of: $0) == each.word })
    #expect((event.status == .happened) == each.happened)
  }
}

extension String {
  fileprivate func words(of event: Event) -> String {
    String(decoding: Array(utf8)[event.trigger.start..<event.trigger.end], as: UTF8.self)
  }
}
