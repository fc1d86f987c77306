import HearsayModel
import Testing

private let labels = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG"]

private func decode(_ rows: [[Float]], breaks: Set<Int> = []) -> [TagSequence.Span] {
  let slices = rows.map { $0[...] }
  let tags = TagSequence.tags(slices, labels: labels, breaks: breaks)
  return TagSequence.spans(tags, labels: labels) {
    Softmax.probability(of: rows[$0][$1], among: slices[$0])
  }
}

@Test func `an inside tag never follows outside or another kind`() {
  // The second word's best single tag is I-ORG, which may not follow B-PER.
  let spans = decode([[0, 5, 0, 0, 0], [0, 0, 2, 0, 3], [4, 0, 0, 0, 0]])
  #expect(spans.map(\.words) == [0..<2])
  #expect(spans.map(\.kind) == ["PER"])
}

@Test func `a lone inside tag becomes a beginning or nothing`() {
  let spans = decode([[0, 0, 5, 0, 0], [5, 0, 0, 0, 0]])
  #expect(spans.allSatisfy { $0.words.lowerBound == 0 })
  #expect(TagSequence.tags([[0, 0, 5, 0, 0]], labels: labels) != [2])
}

@Test func `no span runs across a break`() {
  let spans = decode([[0, 5, 0, 0, 0], [0, 3, 5, 0, 0]], breaks: [1])
  #expect(spans.map(\.words) == [0..<1, 1..<2])
}

@Test func `two names side by side stay two`() {
  #expect(decode([[0, 5, 0, 0, 0], [0, 5, 0, 0, 0]]).count == 2)
}

@Test func `the best tree is a tree even where each word's best head makes a circle`() {
  // Columns: root, word 1, word 2, word 3. Words 1 and 2 prefer each other.
  let scores: [Float] = [
    1, 0, 9, 0,
    2, 9, 0, 0,
    0, 5, 1, 0,
  ]
  let heads = SpanningTree.heads(scores, words: 3)
  #expect(heads == [2, 0, 1])
}

@Test func `exactly one word hangs on the root`() {
  // Both words would rather hang on the root; the first more so.
  let scores: [Float] = [
    9, -9, 1,
    8, 3, -9,
  ]
  let heads = SpanningTree.heads(scores, words: 2)
  #expect(heads.filter { $0 == 0 }.count == 1)
  #expect(heads == [0, 1])
}

/// Every choice of heads of n words that is a tree with one word under the root.
private func trees(_ n: Int) -> [[Int]] {
  var found: [[Int]] = []
  var heads = [Int](repeating: 0, count: n)
  func isTree() -> Bool {
    guard heads.filter({ $0 == 0 }).count == 1 else { return false }
    return (1...n).allSatisfy { word in
      var (node, steps) = (word, 0)
      while node != 0, steps <= n {
        node = heads[node - 1]
        steps += 1
      }
      return node == 0
    }
  }
  func choose(_ word: Int) {
    guard word < n else {
      if isTree() { found.append(heads) }
      return
    }
    for head in 0...n where head != word + 1 {
      heads[word] = head
      choose(word + 1)
    }
  }
  choose(0)
  return found
}

@Test(arguments: 2...5)
func `the tree is the best of all with one word under the root`(_ n: Int) {
  var state: UInt64 = 7
  let all = trees(n)
  for _ in 0..<60 {
    let scores = (0..<(n * (n + 1))).map { index -> Float in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      // The root is no word's favourite, so that the best tree of all has one word under it.
      return Float(state >> 40) / 1_000_000 - (index % (n + 1) == 0 ? 20 : 0)
    }
    func total(_ heads: [Int]) -> Float {
      heads.enumerated().reduce(0) { $0 + scores[$1.offset * (n + 1) + $1.element] }
    }
    let heads = SpanningTree.heads(scores, words: n)
    #expect(all.contains(heads))
    #expect(abs(total(heads) - (all.map(total).max() ?? 0)) < 0.001)
  }
}

@Test func `of several words that would hang on the root the best one does`() {
  // All three would; the second costs the others least.
  let scores: [Float] = [
    9, -9, 8, 1,
    9, 1, -9, 1,
    9, 1, 8, -9,
  ]
  #expect(SpanningTree.heads(scores, words: 3) == [2, 0, 2])
}

@Test func `a sentence of one word hangs on the root`() {
  #expect(SpanningTree.heads([3, 0], words: 1) == [0])
}

struct Written: CustomTestStringConvertible, Sendable {
  let word: String
  let shape: Shape
  var testDescription: String { word }
}

@Test(arguments: [
  Written(word: "...", shape: .noLetters), Written(word: "orva", shape: .lower),
  Written(word: "Orva", shape: .initialCapital),
  Written(word: "UN", shape: .capitals), Written(word: "U.N.", shape: .capitals),
  Written(word: "A", shape: .singleCapital),
  Written(word: "a", shape: .lower), Written(word: "McKay", shape: .mixed),
  Written(word: "F16", shape: .withDigits), Written(word: "2021", shape: .noLetters),
])
func `a word's shape tells how it is written`(_ written: Written) {
  #expect(Shape(written.word) == written.shape)
}
