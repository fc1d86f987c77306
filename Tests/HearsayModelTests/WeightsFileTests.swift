import Foundation
import HearsayModel
import Testing

private let models = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent()
  .appending(path: "Golden/TinyModel")

/// A copy of the tiny model with some bytes changed.
private func altered(_ change: (inout Data) -> Void) throws -> String {
  var data = try Data(contentsOf: models.appending(path: "tiny.weights"))
  change(&data)
  let file = FileManager.default.temporaryDirectory.appending(
    path: "hearsay-\(UUID().uuidString).weights")
  try data.write(to: file)
  return file.path
}

struct Damage: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let code: ModelError.Code
  let change: @Sendable (inout Data) -> Void
}

@Test(arguments: [
  Damage(testDescription: "another kind of file", code: .notWeights) { $0[0] = 0x50 },
  Damage(testDescription: "a newer format", code: .wrongVersion) { $0[8] = 9 },
  Damage(testDescription: "cut off in its header", code: .truncated) { $0 = $0.prefix(200) },
  Damage(testDescription: "cut off in its tensors", code: .truncated) { $0 = $0.dropLast(1000) },
  Damage(testDescription: "one byte changed", code: .damaged) { $0[$0.count - 500] ^= 0xFF },
  Damage(testDescription: "nearly empty", code: .notWeights) { $0 = $0.prefix(10) },
])
func `a damaged weights file is refused with what is wrong`(_ damage: Damage) throws {
  let path = try altered(damage.change)
  defer { try? FileManager.default.removeItem(atPath: path) }
  #expect {
    try Model(path: path)
  } throws: { error in
    (error as? ModelError)?.code == damage.code && "\(error)".contains(path)
  }
}

/// A header that promises what the file does not hold; found by fuzzing.
struct Lie: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let change: @Sendable (inout [String: Any]) -> Void

  init(_ description: String, _ change: @escaping @Sendable (inout [String: Any]) -> Void) {
    testDescription = description
    self.change = change
  }

  /// A size of the network.
  static func size(_ name: String, _ value: Int) -> Lie {
    Lie("\(name) of \(value)") { header in
      var config = header["config"] as? [String: Any] ?? [:]
      config[name] = value
      header["config"] = config
    }
  }

  /// A field of all tensors.
  static func tensors(_ name: String, _ value: any Sendable) -> Lie {
    Lie("tensors with a \(name) of \(value)") { header in
      header["tensors"] = (header["tensors"] as? [[String: Any]] ?? []).map { tensor in
        var tensor = tensor
        tensor[name] = value
        return tensor
      }
    }
  }
}

@Test(arguments: [
  Lie("bytes below zero") { $0["blobBytes"] = -64 },
  Lie("more bytes than there can be") { $0["blobBytes"] = Int.max },
  .tensors("offset", Int.max - 63), .tensors("offset", -64), .tensors("bytes", -1),
  .tensors("bytes", Int.max), .tensors("shape", [1 << 62, 8]), .tensors("shape", [-1]),
  .tensors("shape", [Int]()),
  .size("heads", 0), .size("heads", -1), .size("hidden", 0), .size("hidden", 1 << 62),
  .size("hidden", -32), .size("intermediate", 1 << 60), .size("intermediate", -16),
  .size("arcSize", 0), .size("arcSize", -16), .size("relSize", 1 << 59), .size("linkSize", 0),
  .size("layers", -1), .size("vocabulary", 0), .size("vocabulary", 1 << 60),
  .size("windowPieces", 4096),
  Lie("more pieces in the vocabulary than in the table of their vectors") { header in
    var config = header["config"] as? [String: Any] ?? [:]
    config["vocabulary"] = 8
    header["config"] = config
    header["tensors"] = (header["tensors"] as? [[String: Any]] ?? []).map { tensor in
      var tensor = tensor
      if tensor["name"] as? String == "embeddings.word" {
        tensor["shape"] = [8, 32]
        tensor["bytes"] = 8 * 32 * 4
      }
      return tensor
    }
  },
])
func `a header that promises what is not there is refused`(_ lie: Lie) throws {
  let path = try altered { data in
    let size = Int(data[12]) | Int(data[13]) << 8
    let tensors = data.suffix(from: (16 + size + 63) / 64 * 64)
    guard
      var header = try? JSONSerialization.jsonObject(with: data[16..<(16 + size)])
        as? [String: Any]
    else { return }
    lie.change(&header)
    guard let json = try? JSONSerialization.data(withJSONObject: header) else { return }
    let length = (0..<4).map { UInt8(truncatingIfNeeded: json.count >> (8 * $0)) }
    data = data.prefix(12) + length + json
    data.append(contentsOf: Array(repeating: 0, count: (64 - data.count % 64) % 64))
    data.append(tensors)
  }
  defer { try? FileManager.default.removeItem(atPath: path) }
  #expect(throws: ModelError.self) { try Model(path: path) }
}

@Test func `a missing weights file is told as such`() {
  #expect { try Model(path: "/nowhere/hearsay.weights") } throws: {
    ($0 as? ModelError)?.code == .notFound
  }
}

/// What PyTorch computes with the tiny model, from Training/hearsay_training/tiny.py.
private struct Reference: Decodable {
  struct Word: Decodable {
    let text: String
    let shape: UInt8
    let gap: UInt8
    let pieces: [Int]
  }
  let words: [Word]
  let upos: [[Float]]
  let arcs: [[Float]]
  let links: [[Float]]
  /// What each word is to the happening of the first word.
  let roles: [[Float]]
  /// Whether the second word tells the happening of the first.
  let same: Float
}

@Test func `scores of the tiny model agree with PyTorch's`() throws {
  let reference = try JSONDecoder().decode(
    Reference.self, from: Data(contentsOf: models.appending(path: "scores.json")))
  let model = try Model(path: models.appending(path: "tiny.weights").path)
  var words: [PreparedWord] = []
  for word in reference.words {
    #expect(model.pieces(of: word.text) == word.pieces, "\(word.text)")
    #expect(Shape(word.text).rawValue == word.shape, "\(word.text)")
    let gap = try #require(Gap(rawValue: word.gap))
    words.append(PreparedWord(pieces: word.pieces, shape: Shape(word.text), gap: gap))
  }
  let scratch = Scratch(model)
  let scores = model.score(words[...], scratch)
  for (index, row) in reference.upos.enumerated() {
    for (told, wanted) in zip(scores.scores("upos", index), row) {
      #expect(abs(told - wanted) < 2e-4)
    }
  }
  let arcs = scores.arcs(0..<words.count)
  for (told, wanted) in zip(arcs, reference.arcs.flatMap { $0 }) {
    #expect(abs(told - wanted) < 2e-3)
  }
  for (index, row) in reference.links.enumerated() {
    for (told, wanted) in zip(scores.links(index, to: words.indices), row) {
      #expect(abs(told - wanted) < 2e-3)
    }
  }
  let happenings = try #require(scores.happenings)
  #expect(happenings.roles == ["none", "actor", "place"])
  for (told, wanted) in zip(happenings.roles(of: 0), reference.roles.flatMap { $0 }) {
    #expect(abs(told - wanted) < 1e-2)
  }
  let same = happenings.comparable(1).score(against: happenings.comparable(0))
  #expect(abs(same - reference.same) < 1e-2)
}

@Test func `the same words give the same scores whatever was read before`() throws {
  let model = try Model(path: models.appending(path: "tiny.weights").path)
  func prepared(_ text: String) -> [PreparedWord] {
    text.split(separator: " ").map {
      PreparedWord(pieces: model.pieces(of: String($0)), shape: Shape(String($0)), gap: .space)
    }
  }
  let words = prepared("the military said two drones struck the bridge")
  let first = model.score(words[...], Scratch(model)).scores("upos", 2)
  let used = Scratch(model)
  _ = model.score(prepared("nothing like it was ever read before , they said")[...], used)
  #expect(model.score(words[...], used).scores("upos", 2) == first)
}
