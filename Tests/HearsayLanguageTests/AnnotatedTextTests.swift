import HearsayLanguage
import HearsayRecords
import TestSupport
import Testing

@Test func `a subtree runs from its first to its last word`() {
  let text = handmade(
    """
    The the DET DT 2 det
    military military NOUN NN 3 nsubj
    said say VERB VBD 0 root
    Kadhimi Kadhimi PROPN NNP 6 nsubj
    was be AUX VBD 6 cop
    unharmed unharmed ADJ JJ 3 ccomp
    """)
  #expect(text.string(text.subtree(of: 5)) == "Kadhimi was unharmed")
  #expect(text.children(of: 2, "nsubj") == [1])
  #expect(text.head(of: 0..<2) == 1)
  #expect(text.isBelow(3, 2))
}

@Test func `a name broken at the end of a line is told on one line`() {
  let text = AnnotatedText(
    text: "Ilsa\n   Dorn", language: .forTests,
    tokens: [
      Token(span: TextSpan(start: 0, end: 4), text: "Ilsa"),
      Token(span: TextSpan(start: 8, end: 12), text: "Dorn"),
    ], sentences: [0..<2])
  #expect(text.oneLine(0..<2) == "Ilsa Dorn")
  #expect(text.string(0..<2) == "Ilsa\n   Dorn")
}
