import HearsayLedger
import Testing

private struct MomentCase: Sendable, CustomTestStringConvertible {
  let text: String
  /// Seconds since 1970 as `date -u -d … +%s` gives them.
  let first: Double
  let last: Double
  var testDescription: String { text }
}

private let moments = [
  MomentCase(text: "1970", first: 0, last: 31_535_999),
  MomentCase(text: "2021-11", first: 1_635_724_800, last: 1_638_316_799),
  MomentCase(text: "2020-02-29", first: 1_582_934_400, last: 1_583_020_799),
  MomentCase(text: "1899-12-31", first: -2_209_075_200, last: -2_208_988_801),
  MomentCase(text: "2021-11-07T04:30+03:00", first: 1_636_248_600, last: 1_636_248_659),
  MomentCase(text: "2021-11-07T04:30:15-0530", first: 1_636_279_215, last: 1_636_279_215),
  MomentCase(text: "2021-11-07 04Z", first: 1_636_257_600, last: 1_636_261_199),
  MomentCase(text: "2021-11-07T04:30:15.250Z", first: 1_636_259_415.25, last: 1_636_259_415.25),
]

@Test(arguments: moments) private func `a date as coarse as it is told is a stretch of seconds`(
  _ example: MomentCase
) throws {
  let moment = try #require(Moment(example.text))
  #expect(moment.first == example.first)
  #expect(moment.last == example.last)
}

@Test(arguments: [
  "", "Sunday", "21", "2021-13", "2021-00-01", "2021-11-7", "2021-11-07T", "2021-11-07T25:00",
  "2021-11-07T04:30+3", "2021-11-07x", "２０２１-01-01", "2021-W45",
]) func `what is no date is not guessed`(text: String) {
  #expect(Moment(text) == nil)
}
