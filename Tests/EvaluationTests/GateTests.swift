import Foundation
import Testing

@testable import Evaluation

struct GateTests {
  private let gate: Gate = {
    var pinned = Corpora()
    pinned.texts = ["claims.f1": 84]
    return Gate(floors: ["claims.f1": 0.73, "pages.f1": 0.95], pinned: pinned)
  }()

  @Test func `a figure at its floor, on as many texts, passes`() {
    #expect(gate.faults(of: Score(key: "claims.f1", value: 0.73, of: 84)) == [])
    #expect(gate.faults(of: Score(key: "claims.f1", value: 0.7297, of: 84)) == [])
  }

  @Test func `a figure below its floor fails`() {
    #expect(
      gate.faults(of: Score(key: "claims.f1", value: 0.72, of: 84))
        == [.below("claims.f1", value: 0.72, floor: 0.73)])
  }

  @Test func `a figure on fewer texts than its floor fails, however high it is`() {
    #expect(
      gate.faults(of: Score(key: "claims.f1", value: 1, of: 0))
        == [.otherTexts("claims.f1", read: 0, pinned: 84)])
  }

  @Test func `a floor without a figure fails, and so does a figure that nobody pinned`() {
    let score = Score(key: "claims.f1", value: 1, of: 84)
    #expect(gate.unmeasured([score]) == [.notMeasured("pages.f1")])
    #expect(
      gate.faults(of: Score(key: "new.f1", value: 1, of: 1)) == [.notPinned("new.f1")])
  }

  @Test func `a corpus that is not there, or another than was pinned, fails`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(
      at: folder.appending(path: "in"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("one".utf8).write(to: folder.appending(path: "in/a.txt"))
    try Data("two".utf8).write(to: folder.appending(path: "b.txt"))
    let pin = try #require(try Corpora.Pin(of: folder))
    #expect(pin.files == 2)
    var pinned = Corpora()
    pinned.corpora = ["c": pin]
    let gate = Gate(floors: [:], pinned: pinned)
    #expect(gate.faults(of: "c", found: try Corpora.Pin(of: folder)) == [])
    #expect(gate.faults(of: "d", found: pin) == [.notPinned("d")])
    #expect(gate.faults(of: "c", found: nil) == [.noData("c")])
    try Data("ten".utf8).write(to: folder.appending(path: "b.txt"))
    #expect(gate.faults(of: "c", found: try Corpora.Pin(of: folder)) == [.otherCorpus("c")])
    #expect(try Corpora.Pin(of: folder.appending(path: "none")) == nil)
  }

  @Test func `every floor is pinned, and every corpus that a measure needs`() throws {
    let pinned = try Corpora.load()
    for key in try Floors().values.keys.sorted() {
      #expect(pinned.texts[key] ?? 0 > 0, "\(key) has a floor and no number of texts")
    }
    for path in Set(Measures.all.flatMap(\.needs)).sorted() {
      #expect(pinned.corpora[path] != nil, "\(path) is needed by a measure and not pinned")
    }
  }
}
