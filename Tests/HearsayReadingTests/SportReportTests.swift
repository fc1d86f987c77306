import HearsayLanguage
import TestSupport
import Testing

@testable import HearsayReading

/// In a report on sport, moves of a game are no happenings.
struct SportReportTests {
  /// Words that stand by themselves, each a lemma of its own.
  private func text(_ words: String) -> AnnotatedText {
    handmade(
      words.split(separator: " ").enumerated().map { number, word in
        "\(word) \(word) NOUN NN 0 \(number == 0 ? "root" : "dep")"
      }.joined(separator: "\n"))
  }

  private static let match = """
    the striker beat the goalkeeper after half an hour and the visitors never recovered while the home side attacked down the \
    left wing until the midfielder scored again and the referee ended the match
    """

  @Test func `a report full of its words is on sport, and its attacks are moves of a game`() {
    let report = text(Self.match)
    let sport = SportReport(report)
    #expect(sport.isOnSport)
    for (index, token) in report.tokens.enumerated() where token.text == "attacked" {
      #expect(sport.isGame(index..<(index + 1)))
    }
  }

  @Test func `what happens in earnest at a match is told`() throws {
    let report = text(Self.match + " before a stampede at the gate")
    let index = try #require(report.tokens.firstIndex { $0.text == "stampede" })
    #expect(!SportReport(report).isGame(index..<(index + 1)))
  }

  @Test(
    arguments: [
      "police shot a footballer and a tennis coach near the stadium",
      """
      the party won the election with a clear victory and its leader told the crowd in the stadium that the final count would \
      follow on Monday after two seats had been decided by lot in the capital last night
      """,
    ]
  ) func `few words, and words of elections, make no report on sport`(_ words: String) {
    #expect(!SportReport(text(words)).isOnSport)
  }
}
