import HearsayLanguage
import HearsayRecords
import TestSupport
import Testing

@testable import HearsayReading

/// The times of a text whose report is of Sunday, 7 November 2021.
private func times(_ words: String, published: String? = "2021-11-07T09:00:00Z") -> [TimeSpan] {
  TimeReader.read(Draft(text: tagged(words), context: ReportContext(published: published)))
    .map(\.record)
}

@Suite struct TimeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let words: String
    let timex: String?
    var earliest: String?
    var latest: String?

    init(_ words: String, _ timex: String?, _ earliest: String? = nil, _ latest: String? = nil) {
      testDescription = words
      self.words = words
      self.timex = timex
      self.earliest = earliest
      self.latest = latest ?? earliest
    }
  }

  static let dates = [
    Case("on/ADP 7/NUM November/PROPN 2021/NUM", "2021-11-07", "2021-11-07"),
    Case("on/ADP November/PROPN 3/NUM ,/PUNCT 2020/NUM", "2020-11-03", "2020-11-03"),
    Case("on/ADP Nov./PROPN 3/NUM", "2021-11-03", "2021-11-03"),
    Case("the/DET 10th/ADJ of/ADP October/PROPN", "2021-10-10", "2021-10-10"),
    Case("in/ADP May/PROPN 2020/NUM", "2020-05", "2020-05-01", "2020-05-31"),
    Case("in/ADP October/PROPN", "2021-10", "2021-10-01", "2021-10-31"),
    Case("in/ADP 2016/NUM", "2016", "2016-01-01", "2016-12-31"),
    Case("in/ADP the/DET 1990s/NOUN", "199", "1990-01-01", "1999-12-31"),
    Case("early/ADJ March/PROPN 2020/NUM", "2020-03", "2020-03-01", "2020-03-11"),
    Case("the/DET end/NOUN of/ADP 2019/NUM", "2019", "2019-09-01", "2019-12-31"),
    Case("the/DET third/ADJ quarter/NOUN of/ADP 2020/NUM", "2020-Q3", "2020-07-01", "2020-09-30"),
    Case("in/ADP spring/NOUN 2020/NUM", "2020-SP", "2020-03-01", "2020-05-31"),
    Case("on/ADP Christmas/PROPN Eve/PROPN", "2020-12-24", "2020-12-24"),
    Case("2021-10-05/NUM", "2021-10-05", "2021-10-05"),
    Case("since/ADP 2019/NUM", "2019", "2019-01-01", "2021-11-07"),
  ]

  static let relative = [
    Case("last/ADJ week/NOUN", "2021-W43", "2021-10-25", "2021-10-31"),
    Case("next/ADJ month/NOUN", "2021-12", "2021-12-01", "2021-12-31"),
    Case("this/DET morning/NOUN", "2021-11-07TMO", "2021-11-07"),
    Case("last/ADJ Tuesday/PROPN", "2021-11-02", "2021-11-02"),
    Case("the/DET past/ADJ two/NUM weeks/NOUN", "P2W", "2021-10-24", "2021-11-07"),
    Case("in/ADP the/DET coming/ADJ days/NOUN", "PXD", "2021-11-07", "2021-11-10"),
    Case("three/NUM days/NOUN ago/ADV", "2021-11-04", "2021-11-04"),
    Case("a/DET couple/NOUN of/ADP months/NOUN ago/ADV", "2021-09", "2021-09-01", "2021-09-30"),
    Case("yesterday/NOUN", "2021-11-06", "2021-11-06"),
    Case("tomorrow/NOUN evening/NOUN", "2021-11-08TEV", "2021-11-08"),
    Case("tonight/NOUN", "2021-11-07TNI", "2021-11-07", "2021-11-08"),
    Case("overnight/ADV", "2021-11-06TNI", "2021-11-06", "2021-11-07"),
    Case("Friday/PROPN night/NOUN", "2021-11-05TNI", "2021-11-05", "2021-11-06"),
    Case("over/ADP the/DET weekend/NOUN", "2021-W44-WE", "2021-11-06", "2021-11-07"),
  ]

  static let clocks = [
    Case("at/ADP 10:30/NUM a.m./NOUN on/ADP Friday/PROPN", "2021-11-05T10:30", "2021-11-05T10:30"),
    Case("at/ADP 5/NUM pm/NOUN", "2021-11-07T17:00", "2021-11-07T17:00"),
    Case("at/ADP noon/NOUN", "2021-11-07TMI", "2021-11-07"),
    Case("for/ADP two/NUM hours/NOUN", "PT2H"),
    Case("every/DET Friday/PROPN", "XXXX-WXX-5"),
    Case("for/ADP a/DET decade/NOUN", "P1DE"),
  ]

  static let forms = [
    Case("19-Nov-12/NUM", "2012-11-19", "2012-11-19"),
    Case("on/ADP 12MAR24/NUM", "2024-03-12", "2024-03-12"),
    Case("at/ADP 2145Z/NUM on/ADP 3/NUM November/PROPN", "2021-11-03T21:45Z", "2021-11-03T21:45Z"),
    Case(
      "between/ADP 3/NUM and/CCONJ 5/NUM November/PROPN", "2021-11-03/2021-11-05", "2021-11-03",
      "2021-11-05"),
    Case("the/DET day/NOUN after/ADP tomorrow/NOUN", "2021-11-09", "2021-11-09"),
    Case("next/ADJ Friday/PROPN afternoon/NOUN", "2021-11-12TAF", "2021-11-12"),
    Case("in/ADP the/DET 19th/ADJ century/NOUN", "18", "1800-01-01", "1899-12-31"),
    Case("in/ADP fiscal/ADJ 2020/NUM", "2020", "2020-01-01", "2020-12-31"),
    Case("for/ADP several/ADJ months/NOUN", "PXM"),
    Case("within/ADP days/NOUN", "PXD"),
    Case("currently/ADV", "PRESENT_REF"),
    Case("daily/ADV", "P1D"),
    Case("on/ADP 22/NUM Esfand/PROPN 1402/NUM", nil),
    Case(
      "Ten/NUM years/NOUN after/SCONJ they/PRON left/VERB", "P10Y", "2011-01-01", "2011-12-31"),
  ]

  @Test(arguments: dates + relative + clocks + forms) func `words are a time of the calendar`(
    _ told: Case
  ) throws {
    let found = times(told.words)
    let first = try #require(found.first)
    #expect(first.timex == told.timex)
    #expect(first.earliest == told.earliest)
    #expect(first.latest == told.latest)
  }

  @Test(arguments: [
    "They/PRON may/AUX march/VERB", "a/DET day/NOUN", "2000/NUM soldiers/NOUN",
    "an/DET 18/NUM -/PUNCT year/NOUN -/PUNCT old/ADJ", "the/DET second/ADJ man/NOUN",
    "three/NUM -/PUNCT quarters/NOUN of/ADP them/PRON",
    "they/PRON fall/VERB", "the/DET end/NOUN",
  ])
  func `words that are no time`(_ words: String) {
    #expect(times(words).map(\.timex) == [])
  }

  @Test func `what is told relative to an unknown day stays open`() {
    #expect(times("since/SCONJ Friday/PROPN", published: nil).map(\.timex) == ["XXXX-WXX-5"])
    #expect(times("yesterday/NOUN", published: nil).map(\.timex) == [])
    #expect(times("since/SCONJ 2019/NUM", published: nil).map(\.latest) == [nil])
  }

  @Test func `the next day is counted from the day told before`() {
    let found = times(
      "It/PRON began/VERB on/ADP 3/NUM March/PROPN 2020/NUM ./PUNCT\nThe/DET following/ADJ day/NOUN it/PRON ended/VERB ./PUNCT\nTwo/NUM days/NOUN later/ADV they/PRON met/VERB ./PUNCT"
    )
    #expect(found.map(\.timex) == ["2020-03-03", "2020-03-04", "2020-03-06"])
  }

  @Test func `a month in somebody's name is no time`() {
    let text = tagged(
      "April/PROPN Summers/PROPN agreed/VERB", names: ["April Summers": .person])
    let draft = Draft(text: text, context: ReportContext(published: "2021-11-07"))
    #expect(TimeReader.read(draft).isEmpty)
  }
}
