import HearsayReading
import HearsayRecords
import HearsayText
import Testing

/// Rows of a CoNLL-U sentence: number, form and MISC.
private func rows(_ columns: (String, String, String)...) -> String {
  columns.map { "\($0.0)\t\($0.1)\t_\t_\t_\t_\t_\t_\t_\t\($0.2)\n" }.joined() + "\n"
}

@Suite struct PretokenizedTextTests {
  @Test func `white space is as the file says, and a paragraph opens a gap`() throws {
    let conllu =
      "# newdoc id = d\n" + rows(("1", "Stop", "SpaceAfter=No"), ("2", "!", "_"))
      + "# newpar\n" + rows(("1", "Go", "_"), ("2", "on", "_"))
    let texts = try PretokenizedText.documents(conllu: conllu)
    #expect(texts.map(\.text) == ["Stop!\n\nGo on"])
    #expect(texts[0].sentences == [0..<2, 2..<4])
    #expect(texts[0].words.map(\.span.start) == [0, 4, 7, 10])
  }

  @Test func `the words of a contraction share its characters and keep their forms`() throws {
    let conllu = rows(
      ("1-2", "won't", "_"), ("1", "wo", "_"), ("2", "n't", "_"), ("3-4", "zum", "SpaceAfter=No"),
      ("3", "zu", "_"), ("4", "dem", "_"), ("5", ".", "_"))
    let text = try #require(try PretokenizedText.documents(conllu: conllu).first)
    #expect(text.text == "won't zum.")
    #expect(text.words.map(\.form) == ["wo", "n't", "zu", "dem", "."])
    #expect(text.words.map(\.span.start) == [0, 2, 6, 7, 9])
    #expect(text.words.map(\.span.end) == [2, 5, 7, 9, 10])
    #expect(text.lines[0].map(\.word) == [nil, 0, 1, nil, 2, 3, 4])
  }

  @Test func `empty nodes are kept beside the words`() throws {
    let conllu = rows(("1", "Ann", "_"), ("1.1", "went", "_"), ("2", "home", "_"))
    let text = try #require(try PretokenizedText.documents(conllu: conllu).first)
    #expect(text.words.count == 2)
    #expect(text.lines[0].count == 3)
  }

  @Test func `every new document is a text of its own, and line ends of Windows do not matter`()
    throws
  {
    let one = "# newdoc\n" + rows(("1", "A", "_"))
    let texts = try PretokenizedText.documents(
      conllu: (one + one).split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "\r\n"))
    #expect(texts.map(\.text) == ["A", "A"])
  }

  @Test(arguments: [
    ("1\tA\t_\n\n", "line 1: 3 columns"),
    (rows(("1", "A", "_"), ("3", "B", "_")), "line 2: the word number 3"),
    (rows(("1", "A", "_"), ("2-2", "B", "_")), "line 2: the contraction 2-2"),
    (rows(("1", "", "_")), "line 1: a word without a form"),
    ("# only a comment\n", "no sentences"),
  ])
  func `what is not CoNLL-U is refused with the line`(conllu: String, reason: String) {
    let error = #expect(throws: TextError.self) {
      try PretokenizedText.documents(conllu: conllu)
    }
    #expect(error?.description.hasPrefix(reason) == true, "\(error?.description ?? "")")
  }
}
