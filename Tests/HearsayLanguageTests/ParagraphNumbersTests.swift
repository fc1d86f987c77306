import HearsayLanguage
import Testing

@Suite struct ParagraphNumbersTests {
  @Test func `every line is a paragraph of its own where lines end sentences`() {
    let words = ["Go", ".", "Stay", ".", "Run", ".", "Sit", ".", "Up", "."]
    let breaks = [0, 0, 1, 0, 1, 0, 1, 0, 1, 0]
    #expect(ParagraphNumbers.of(words, breaks: breaks) == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4])
  }

  @Test func `only a blank line ends a paragraph where lines are broken at a column`() {
    let words = ["one", "two", "three", "four", "five", ".", "six"]
    #expect(ParagraphNumbers.of(words, breaks: [0, 1, 1, 1, 1, 0, 2]) == [0, 0, 0, 0, 0, 0, 1])
  }

  @Test func `lines longer than any column are paragraphs, however they end`() {
    let long = String(repeating: "x", count: 200)
    #expect(
      ParagraphNumbers.of([long, long, long, long, long], breaks: [0, 1, 1, 1, 1])
        == [0, 1, 2, 3, 4])
  }
}
