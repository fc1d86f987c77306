import Foundation
import Testing

@testable import HearsayStories

struct ComparedWordsTests {
  @Test func `the table that is built in is the one in Data`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Data/stories/words.tsv")
    let table = try ComparedWords(try String(contentsOf: file, encoding: .utf8))
    for facet in ComparedWords.Facet.allCases {
      #expect(table.all(facet) == ComparedWords.shipped.all(facet), "\(facet)")
      let isTold = !table.all(facet).isEmpty || facet == .toll && table.toll("killed") != nil
      #expect(isTold, "no word is \(facet)")
    }
  }

  @Test func `stems lead forms of one word to one stem`() throws {
    for facet in ComparedWords.shipped.all(.stem) {
      let stem = try #require(ComparedWords.shipped.value(facet, .stem))
      #expect(stem.count >= 3 && facet.first == stem.first || stem == "die")
    }
    #expect(Stems.stem("shot") == Stems.stem("shooting"))
    #expect(Stems.stem("stolen") == Stems.stem("steal"))
  }

  @Test(arguments: [
    ("killed", "killed"), ("fatalities", "killed"), ("injured", "wounded"),
    ("detainees", "arrested"), ("refugees", "displaced"), ("houses", nil), ("missing", "missing"),
  ])
  func `what is counted is told by beginnings`(_ word: String, _ toll: String?) {
    #expect(ComparedWords.shipped.toll(word) == toll)
  }

  @Test(arguments: [
    ("idle the", "not a word"), ("the\tidle often", "“often” is no facet"),
    ("persons\tcountedAs", "“countedAs” is no facet"), ("the\tidle:x", "“idle:x” is no facet"),
    ("the\tidle\nthe\town", "stands there twice"), ("th-\tidle", "only a toll"),
  ])
  func `a table that is wrong is refused with its line`(_ table: String, _ reason: String) {
    #expect {
      try ComparedWords(table)
    } throws: {
      "\($0)".hasPrefix("words.tsv:") && "\($0)".contains(reason)
    }
  }

  @Test(arguments: [
    ("people killed", "killed person", false), ("people killed", "killed people", true),
    ("persons killed", "people killed", true), ("of the wounded", "wounded", true),
  ])
  func `counts of the same have the same words`(_ one: String, _ other: String, _ same: Bool) {
    #expect((CountedThing.words(one) == CountedThing.words(other)) == same)
  }
}
