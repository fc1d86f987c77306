/// A trained network: what its labels are, and what it scores for the words of a window.
///
/// It knows ids and tensors only. Weights are mapped, immutable and shared; each worker brings its own
/// ``Scratch``. The same words give the same scores whatever else is read and on however many threads.
package struct Model: Sendable {
  /// The sizes.
  package let config: Config
  /// Head name → its labels, in the order of the scores.
  package let labels: [String: [String]]
  /// Name, version and checksum of the weights: "hearsay-en 1 (8f3a90c1)".
  package let version: String

  let pieces: WordPieces
  let encoder: Encoder
  let heads: LabelHeads
  let pairs: PairHeads
  let happenings: HappeningHeads?
  /// Whether it has the heads that tell happenings.
  package var tellsHappenings: Bool { happenings != nil }
  private let file: WeightsFile

  /// Maps a weights file into memory and checks that all of the network is there.
  package init(path: String) throws(ModelError) {
    let file = try WeightsFile(path: path)
    let config = file.header.config
    guard config.isUsable else {
      throw ModelError(code: .incomplete, path: path, detail: "sizes this program cannot run")
    }
    self.file = file
    self.config = config
    labels = file.header.labels
    let digits = String(file.header.crc32, radix: 16)
    version = "\(file.header.name) \(file.header.version) (\(digits))"
    pieces = try WordPieces(file)
    guard pieces.count <= config.vocabulary else {
      throw ModelError(
        code: .incomplete, path: path, detail: "more pieces in the vocabulary than vectors of them")
    }
    encoder = try Encoder(file)
    heads = try LabelHeads(file)
    pairs = try PairHeads(file)
    happenings = try HappeningHeads(file)
  }

  /// The ids of a word's pieces; at least one.
  package func pieces(of word: String) -> [Int] { pieces.ids(of: word) }

  /// Runs the network over one window of words.
  ///
  /// - Parameters:
  ///   - words: The words with their pieces; with [CLS] and [SEP] no more than `config.windowPieces` pieces.
  ///   - scratch: The calling worker's own.
  /// - Returns: The scores of every head.
  package func score(_ words: ArraySlice<PreparedWord>, _ scratch: Scratch) -> WindowScores {
    var window = [WindowPiece(id: pieces.first, shape: 0, gap: 0)]
    var firsts: [Int] = []
    for word in words {
      firsts.append(window.count)
      for (index, id) in word.pieces.enumerated() {
        window.append(
          WindowPiece(id: id, shape: word.shape.rawValue, gap: index == 0 ? word.gap.rawValue : 0))
      }
    }
    window.append(WindowPiece(id: pieces.last, shape: 0, gap: 0))
    precondition(
      window.count <= config.windowPieces,
      "\(window.count) pieces in a window of \(config.windowPieces)")
    encoder.forward(window, wanted: firsts, scratch)
    let projections = pairs.project(scratch.x, words: firsts.count)
    let told = happenings.map {
      HappeningScores(
        heads: $0, words: firsts.count, projections: $0.project(scratch.x, words: firsts.count))
    }
    return WindowScores(
      words: firsts.count, heads: heads, scores: heads.score(scratch.x, words: firsts.count),
      pairs: projections, happenings: told)
  }
}

/// A word, ready for the network.
package struct PreparedWord: Sendable {
  /// Ids of its pieces.
  package let pieces: [Int]
  package let shape: Shape
  package let gap: Gap

  package init(pieces: [Int], shape: Shape, gap: Gap) {
    self.pieces = pieces
    self.shape = shape
    self.gap = gap
  }
}

/// How a word is written.
///
/// The raw values are rows of a trained table.
package enum Shape: UInt8, Sendable {
  case noLetters = 1
  case lower, initialCapital, capitals, singleCapital, mixed, withDigits

  package init(_ word: String) {
    var letters = 0
    var capitals = 0
    var firstIsCapital = false
    var hasDigit = false
    for scalar in word.unicodeScalars {
      // Looking up a character's properties is slow, and nearly all are plain letters.
      let isSmall = ("a"..."z").contains(scalar)
      if isSmall || scalar.properties.isAlphabetic {
        let isCapital = !isSmall && scalar.properties.isUppercase
        if letters == 0 { firstIsCapital = isCapital }
        letters += 1
        if isCapital { capitals += 1 }
      } else if scalar.properties.numericType == .decimal || scalar.properties.numericType == .digit
      {
        hasDigit = true
      }
    }
    self =
      switch (letters, capitals) {
      case (0, _): .noLetters
      case _ where hasDigit: .withDigits
      case (1, let capitals): capitals == 1 ? .singleCapital : .lower
      case (let letters, let capitals) where letters == capitals: .capitals
      case (_, 0): .lower
      case (_, 1) where firstIsCapital: .initialCapital
      default: .mixed
      }
  }
}

/// The white space before a word.
///
/// The raw values are rows of a trained table.
package enum Gap: UInt8, Sendable {
  case none = 1
  case space, line, paragraph
}
