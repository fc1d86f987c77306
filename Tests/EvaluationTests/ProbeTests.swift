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
    let gate = Gate(floors: try Floors().values, pinned: try Corpora.load())
    let scores = try measure.run(Folders.data)
    #expect(!scores.isEmpty)
    for score in scores {
      #expect(gate.floors[score.key] != nil, "\(score.key) has no floor")
      for fault in gate.faults(of: score) { Issue.record("\(fault)") }
    }
  }
}
