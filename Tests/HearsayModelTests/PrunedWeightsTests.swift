import Foundation
import Testing

@testable import HearsayModel

/// What was made zeros in the networks that ship is what nobody asks for.
@Suite(.enabled(if: PrunedWeights.areThere, "no weights in Models"))
struct PrunedWeightsTests {
  @Test(arguments: ["hearsay.weights", "happenings.weights"])
  func `vectors that were left out are of pieces that no text is cut into`(_ name: String) throws {
    let file = try WeightsFile(path: PrunedWeights.folder + "/" + name)
    let width = file.header.config.hidden
    let count = file.header.config.vocabulary * width
    let vectors = unsafe Array(
      UnsafeBufferPointer(
        start: try file.bytes("embeddings.word", [file.header.config.vocabulary, width]),
        count: count))
    let pieces = unsafe String(decoding: try file.text("vocabulary"), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    func isLeftOut(_ id: Int) -> Bool {
      vectors[id * width..<(id + 1) * width].allSatisfy { $0 == 0 }
    }
    let words = try WordPieces(file)
    var leftOut = 0
    for (id, piece) in pieces.enumerated() where isLeftOut(id) {
      leftOut += 1
      let goesOn = piece.hasPrefix("##") && piece.count > 2
      let word = goesOn ? "a" + piece.dropFirst(2) : piece
      #expect(WordPieces.parts(of: word) != [Array(word.utf8)], "\(piece)")
      #expect(!words.ids(of: word).contains(id), "\(piece)")
    }
    #expect(leftOut > 1_000)
    for piece in ["[UNK]", "[CLS]", "[SEP]"] {
      let id = try #require(pieces.firstIndex(of: piece))
      #expect(!isLeftOut(id), "\(piece)")
    }
  }
}

private enum PrunedWeights {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Models").path
  static let areThere = FileManager.default.fileExists(atPath: folder + "/happenings.weights")
}
