import Foundation
import Testing

@testable import Evaluation

/// The weights of the model.
private enum Weights {
  static let areThere: Bool = {
    let environment = ProcessInfo.processInfo.environment
    let path =
      environment["HEARSAY_MODEL"] ?? Folders.root.appending(path: "Models/hearsay.weights").path
    return FileManager.default.fileExists(atPath: path)
  }()
}

/// The short texts of our own, read with the model; they need no data but what is in the repository.
@Suite(.enabled(if: Weights.areThere, "no weights in Models"))
struct ProbeTests {
  @Test(arguments: Measures.probes.map(\.name))
  func `no probe is read worse than its floor`(_ name: String) throws {
    let measure = try #require(Measures.probes.first { $0.name == name })
    #expect(measure.needs == [])
    // Tests run on every processor: with the same weights, one whose 8-bit sums round otherwise than where the floors
    // were recorded read 2 of 2,237 fields of the claims differently (0.8958 for 0.8966).
    let gate = Gate(floors: try Floors().values, pinned: try Corpora.load(), noise: 0.001)
    let scores = try measure.run(Folders.data)
    #expect(!scores.isEmpty)
    for score in scores {
      #expect(gate.floors[score.key] != nil, "\(score.key) has no floor")
      for fault in gate.faults(of: score) { Issue.record("\(fault)") }
    }
  }
}
