import Foundation
import Hearsay
import HearsayModel

/// Compares the Swift network with PyTorch on 200 sentences, from what `Training/hearsay_training/parity.py` wrote.
///
/// The file is named by `HEARSAY_PARITY` and the weights by `HEARSAY_MODEL`: the float export shows that the arithmetic is the
/// same, the 8-bit file how many labels quantisation changes.
enum Parity {
  static let measure = Measure(name: "parity", needs: [], run: run)

  private struct Sentence: Decodable {
    let words: [String]
    let gaps: [UInt8]
    let best: [String: [Int]]
    let upos: [[Float]]
    let arcs: [Int]
  }

  @Sendable private static func run(_ data: URL) throws -> [Score] {
    let environment = ProcessInfo.processInfo.environment
    guard let path = environment["HEARSAY_PARITY"] else {
      print("         skipped: HEARSAY_PARITY names no file")
      return []
    }
    let sentences = try JSONDecoder().decode(
      [Sentence].self, from: Data(contentsOf: URL(filePath: path)))
    let model = try Model(path: Resources(environment: environment).model)
    let scratch = Scratch(model)
    var same = 0
    var all = 0
    var arcs = 0
    var words = 0
    var largest: Float = 0
    for sentence in sentences {
      let prepared = try zip(sentence.words, sentence.gaps).map { word, gap in
        guard let gap = Gap(rawValue: gap) else { throw CocoaError(.coderInvalidValue) }
        return PreparedWord(pieces: model.pieces(of: word), shape: Shape(word), gap: gap)
      }
      let scores = model.score(prepared[...], scratch)
      let count = prepared.count
      let table = scores.arcs(0..<count)
      for word in 0..<count {
        words += 1
        for (head, labels) in sentence.best {
          all += 1
          if scores.best(head, word).label == labels[word] { same += 1 }
        }
        for (told, wanted) in zip(scores.scores("upos", word), sentence.upos[word]) {
          largest = max(largest, abs(told - wanted))
        }
        let row = table[(word * (count + 1))..<((word + 1) * (count + 1))]
        if row.indices.filter({ $0 != row.startIndex + word + 1 }).max(by: { row[$0] < row[$1] })
          .map({ $0 - row.startIndex }) == sentence.arcs[word]
        {
          arcs += 1
        }
      }
    }
    let share = Double(same) / Double(max(all, 1))
    print(
      "         \(sentences.count) sentences, \(words) words: labels the same \(share), best heads the same \(Double(arcs) / Double(max(words, 1))), largest difference of a UPOS score \(largest)"
    )
    return []
  }
}
