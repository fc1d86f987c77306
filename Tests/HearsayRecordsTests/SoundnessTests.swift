import HearsayRecords
import TestSupport
import Testing

private struct Break: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let weight: Flaw.Weight
  let apply: @Sendable (inout Reading) -> Void
}

private let breaks = [
  Break(testDescription: "a span past the end", weight: .fatal) {
    $0.wording[0].evidence = TextSpan(start: 0, end: $0.report.text.utf8.count + 1)
  },
  Break(testDescription: "a span that cuts a character", weight: .fatal) {
    $0.claims[0].cue = TextSpan(start: 0, end: 2)
  },
  Break(testDescription: "two records with one id", weight: .fatal) { $0.places[0].id = "e1" },
  Break(testDescription: "a speaker who is nobody", weight: .reference) {
    $0.claims[0].speaker = "e9"
  },
  Break(testDescription: "an event at no place", weight: .reference) { $0.events[0].place = "t1" },
  Break(testDescription: "a figure of no event", weight: .reference) { $0.figures[0].about = "v9" },
  Break(testDescription: "a happening told by no event", weight: .reference) {
    $0.happenings[0].events = ["v9"]
    $0.happenings[0].statuses = []
  },
  Break(testDescription: "a place that is a time", weight: .reference) {
    $0.happenings[0].places[0].id = "t1"
  },
  Break(testDescription: "a part that nobody gives", weight: .reference) {
    $0.happenings[0].blamed[0].saidBy = "c9"
  },
  Break(testDescription: "a part without its words", weight: .fatal) {
    $0.happenings[0].times[0].span = TextSpan(start: 0, end: $0.report.text.utf8.count + 1)
  },
  Break(testDescription: "what is told by an event of another happening", weight: .reference) {
    $0.happenings[0].events = []
  },
  Break(testDescription: "somebody addressed who is nobody", weight: .reference) {
    $0.claims[0].addressee = "e9"
  },
  Break(testDescription: "claims within each other", weight: .reference) {
    $0.claims[0].parent = "c2"
    $0.claims[1].parent = "c1"
  },
]

@Test func `a sound reading has no flaws`() {
  #expect(sampleReading().flaws() == [])
}

@Test(arguments: breaks) private func `what breaks the contract is found`(_ example: Break) {
  var reading = sampleReading()
  example.apply(&reading)
  #expect(reading.flaws().map(\.weight).contains(example.weight))
}
