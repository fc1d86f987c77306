import Foundation
import HearsayRecords
import HearsayText
import Testing

/// One line of Tests/Golden/words.jsonl, which Training/hearsay_training/words.py made.
private struct GoldenWords: Decodable, CustomTestStringConvertible {
  let text: String
  let words: [[Int]]

  var testDescription: String { text }

  static func all() throws -> [GoldenWords] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Golden/words.jsonl")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .map { try JSONDecoder().decode(GoldenWords.self, from: Data($0.utf8)) }
  }
}

@Test func `words are split as in training`() throws {
  let all = try GoldenWords.all()
  #expect(all.count > 20)
  for golden in all {
    let map = PositionMap(golden.text)
    let words = Words.split(golden.text)
    let told = words.map { [map.scalarOffset(ofUTF8: $0.start), map.scalarOffset(ofUTF8: $0.end)] }
    #expect(told == golden.words, "\(golden.text): \(words.map(map.exact))")
  }
}

@Test func `words never overlap and cover everything but white space`() throws {
  for golden in try GoldenWords.all() {
    let map = PositionMap(golden.text)
    var last = 0
    for word in Words.split(golden.text) {
      #expect(word.start >= last && word.count > 0)
      #expect(isBlank(map.exact(TextSpan(start: last, end: word.start))))
      last = word.end
    }
    #expect(isBlank(map.exact(TextSpan(start: last, end: map.utf8.count))))
  }
}

private func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
