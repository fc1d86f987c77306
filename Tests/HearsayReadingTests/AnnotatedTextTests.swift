import HearsayReading
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
