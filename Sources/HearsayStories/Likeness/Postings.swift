/// Which reports have a feature, with its weight in each.
///
/// Likenesses of one report to all others are summed feature by feature, which touches only what is shared; going through pairs of
/// reports takes ten times as long where names stand in every tenth report. The sums are made in the order of the features, as
/// ``Signature/cosine(_:_:)`` makes them, and so come out the same to the bit.
struct Postings: Sendable {
  /// For each report its features in order: which list, and its weight.
  private let own: [[(list: Int32, weight: Float)]]
  /// The list of each feature that anybody has.
  private let lists: [UInt32: Int32]
  /// Where each list begins.
  private let starts: [Int]
  private let reports: [Int32]
  private let weights: [Float]

  /// - Parameter features: Of each report, ordered by key.
  init(_ features: [[Signature.Feature]]) {
    var lists: [UInt32: Int32] = [:]
    var counts: [Int] = []
    for feature in features.joined() {
      if let list = lists[feature.key] {
        counts[Int(list)] += 1
      } else {
        lists[feature.key] = Int32(counts.count)
        counts.append(1)
      }
    }
    var starts: [Int] = [0]
    starts.reserveCapacity(counts.count + 1)
    for count in counts { starts.append((starts.last ?? 0) + count) }
    var next = starts
    var reports = [Int32](repeating: 0, count: starts.last ?? 0)
    var weights = [Float](repeating: 0, count: starts.last ?? 0)
    var own: [[(list: Int32, weight: Float)]] = []
    own.reserveCapacity(features.count)
    for (report, features) in features.enumerated() {
      var mine: [(list: Int32, weight: Float)] = []
      for feature in features {
        guard let list = lists[feature.key] else { continue }
        reports[next[Int(list)]] = Int32(report)
        weights[next[Int(list)]] = feature.weight
        next[Int(list)] += 1
        // What nobody else has makes nobody alike.
        if counts[Int(list)] > 1 { mine.append((list, feature.weight)) }
      }
      own.append(mine)
    }
    self.own = own
    self.lists = lists
    self.starts = starts
    self.reports = reports
    self.weights = weights
  }

  /// Adds to each report's sum what it shares with one.
  func add(_ report: Int, to sums: inout [Float]) {
    var sums = sums.mutableSpan
    for feature in own[report] { add(Int(feature.list), feature.weight, to: &sums) }
  }

  /// Adds to each report's sum what it shares with one that need not be among them, whose features are ordered by key.
  func add(_ features: [Signature.Feature], to sums: inout [Float]) {
    var sums = sums.mutableSpan
    for feature in features {
      if let list = lists[feature.key] { add(Int(list), feature.weight, to: &sums) }
    }
  }

  private func add(_ list: Int, _ weight: Float, to sums: inout MutableSpan<Float>) {
    for place in starts[list]..<starts[list + 1] {
      sums[Int(reports[place])] += weight * weights[place]
    }
  }
}

/// How like one report is to all others.
struct Likeness {
  private let words: Postings
  private let names: Postings
  private var ofWords: [Float]
  private var ofNames: [Float]

  init(_ words: Postings, _ names: Postings, count: Int) {
    self.words = words
    self.names = names
    ofWords = [Float](repeating: 0, count: count)
    ofNames = ofWords
  }

  /// Shows all that are at least so like a report, in order, with how like they are: as ``Signature/likeness(to:)`` has it.
  mutating func forEach(like report: Int, atLeast least: Float, _ body: (Int, Float) -> Void) {
    words.add(report, to: &ofWords)
    names.add(report, to: &ofNames)
    tell(atLeast: least, body)
  }

  /// The same for one that need not be among them.
  mutating func forEach(
    like signature: Signature, atLeast least: Float, _ body: (Int, Float) -> Void
  ) {
    words.add(signature.words, to: &ofWords)
    names.add(signature.names, to: &ofNames)
    tell(atLeast: least, body)
  }

  private mutating func tell(atLeast least: Float, _ body: (Int, Float) -> Void) {
    for index in ofWords.indices {
      let value = (ofWords[index] + ofNames[index]) / 2
      ofWords[index] = 0
      ofNames[index] = 0
      if value >= least { body(index, value) }
    }
  }
}
