import Foundation
import HearsayModel
import TestSupport
import Testing

/// Weights that are told by what they differ in from a file beside them.
struct WeightsDifferenceTests {
  private let folder: TemporaryFolder
  private let whole: [UInt8]
  private let base: [UInt8]

  init() throws {
    folder = try TemporaryFolder()
    let tiny = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Golden/TinyModel/tiny.weights")
    whole = Array(try Data(contentsOf: tiny))
    base = (0..<whole.count).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }
  }

  /// Writes the tiny model as a difference; `parts` are the true ones.
  private func difference(
    _ parts: [[Int]], base name: String = "base.weights", said: [[Int]]? = nil, cut: Int = 0,
    version: UInt8 = 1
  ) throws -> String {
    var told = whole
    for part in parts {
      for index in 0..<part[2] { told[part[0] + index] &-= base[part[1] + index] }
    }
    let header = try JSONSerialization.data(withJSONObject: [
      "base": name, "bytes": whole.count, "parts": said ?? parts,
    ])
    var file = Array("HEARSAYD".utf8) + [version, 0, 0, 0]
    file += (0..<4).map { UInt8(truncatingIfNeeded: header.count >> (8 * $0)) }
    file += header + told
    try Data(base).write(to: URL(filePath: folder("base.weights")))
    let path = folder("one.difference")
    try Data(file.dropLast(cut)).write(to: URL(filePath: path))
    return path
  }

  private func refusal(_ path: String) -> ModelError? {
    do {
      _ = try Model(path: path)
      return nil
    } catch {
      return error
    }
  }

  @Test func `what was told by a difference is the file itself`() throws {
    let end = whole.count
    let model = try Model(
      path: difference([[64, 0, 500], [1_000, 700, 2_000], [end - 100, end - 100, 100]]))
    #expect(model.config == (try Model(path: pathOfTiny)).config)
    // A file without parts is the whole file behind a header.
    _ = try Model(path: difference([]))
  }

  private var pathOfTiny: String {
    get throws {
      let path = folder("tiny.weights")
      try Data(whole).write(to: URL(filePath: path))
      return path
    }
  }

  @Test func `another base, a part outside and a cut file are refused`() throws {
    let parts = [[1_000, 700, 2_000]]
    #expect(refusal(try difference(parts, said: [[1_000, 701, 2_000]]))?.code == .damaged)
    for said in [
      [[whole.count, 0, 1]], [[0, base.count, 1]], [[-1, 0, 1]], [[0, 0, Int.max]],
      [[Int.max, 0, 1]], [[0, 0]], [[500, 0, 10], [100, 0, 10]], [[100, 0, 10], [109, 0, 10]],
    ] {
      #expect(refusal(try difference(parts, said: said))?.code == .damaged)
    }
    #expect(refusal(try difference(parts, cut: 10))?.code == .truncated)
    #expect(refusal(try difference(parts, version: 9))?.code == .wrongVersion)
    #expect(refusal(try difference(parts, base: "../base.weights"))?.code == .damaged)
    let missing = refusal(try difference(parts, base: "other.weights"))
    #expect(missing?.code == .notFound)
    #expect("\(String(describing: missing))".contains("other.weights"))
  }
}
