import HearsayRecords
import Testing

@testable import HearsayStories

@Suite struct PurposeWordsTests {
  private static func reasons(_ text: String) -> [String] {
    let words = PurposeWords("purpose\tbecause\npurpose\tin response to\n")
    let bytes = Array(text.utf8)
    return words.reasons(in: TextSpan(start: 0, end: bytes.count), of: bytes).map {
      String(decoding: bytes[$0.start..<$0.end], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("They fought because of a land dispute, police said on Monday.", "because of a land dispute"),
    ("It came in response to the siege. Talks go on.", "in response to the siege"),
  ])
  func `a reason ends where its part of the sentence does`(_ text: String, _ reason: String) {
    #expect(Self.reasons(text) == [reason])
  }

  @Test func `the same words are one answer, told in more of them or fewer`() {
    func by(_ root: String) -> Question.By {
      Question.By(
        speaker: root, anonymous: false, report: root, outlet: nil, via: [], act: "state",
        certainty: "asserted",
        at: nil, spans: [], copyOf: nil, root: root, records: [])
    }
    var drafts: [QuestionDrawing.Draft] = []
    drafts.add(like: "because of a land dispute", by("one"))
    drafts.add(like: "because of a long land dispute", by("two"))
    drafts.add(like: "because of a stolen cow", by("three"))
    #expect(drafts.map(\.rootNames.count) == [2, 1])
  }
}
