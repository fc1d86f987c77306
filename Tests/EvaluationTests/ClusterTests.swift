import Testing

@testable import Evaluation

@Suite struct ClusterTests {
  @Test func `the same clusters agree wholly, in whatever order`() {
    let clusters = Clusters(read: [[3], [0, 1, 2]], coded: [[2, 1, 0], [3]])
    #expect(clusters.muc == 1)
    #expect(clusters.bCubed == 1)
    #expect(clusters.ceaf == 1)
  }

  /// The example of the measures' makers: one cluster of twelve read as two, and the other way round.
  @Test func `one cluster torn in two costs links, and what each thing has in common`() {
    let torn = Clusters(read: [[0, 1, 2], [3, 4]], coded: [[0, 1, 2, 3, 4]])
    // Three of four links, none wrong.
    #expect(abs(torn.muc - 2 * 0.75 / 1.75) < 1e-9)
    // Precision 1, recall (9 + 4) / 25.
    #expect(abs(torn.bCubed - 2 * 0.52 / 1.52) < 1e-9)
    // The larger half is paired: 2·3/8, over two clusters read and one coded.
    #expect(abs(torn.ceaf - 2 * 0.375 * 0.75 / 1.125) < 1e-9)
  }

  @Test func `the best pairing is not the greedy one`() {
    #expect(abs(Clusters.best([[0.9, 0.8], [0.8, 0.1]]) - 1.6) < 1e-9)
    #expect(abs(Clusters.best([[0.9], [0.8]]) - 0.9) < 1e-9)
    #expect(abs(Clusters.best([[0.2, 0.9, 0.3]]) - 0.9) < 1e-9)
    #expect(Clusters.best([]) == 0)
  }
}
