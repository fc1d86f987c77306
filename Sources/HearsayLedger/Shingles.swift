/// The runs of five words of a text, by which near copies are told: agency reports on many sites, syndicated columns,
/// an update of a report at another address.
struct Shingles: Sendable {
  /// Words of a run.
  ///
  /// Five keeps phrases that every report uses ("the prime minister said that") from making copies.
  static let words = 5
  /// A text with fewer runs is too short to be told from others.
  static let fewest = 8
  /// Bands of the signature.
  ///
  /// Texts that agree in two of them become candidates, which are then compared run by run. With 64 bands of 2, texts
  /// that share a third of all their runs are missed 4 times in 1,000, those that share a fifth 27 times in 100, and
  /// those that share a twentieth (what an outlet puts under all its reports) become candidates once in 100 times.
  /// Tuned together with ``rows`` and with ``Overlap/leastLikeness``.
  static let bands = 64
  /// Bands in which candidates agree.
  static let bandsOfCandidates = 2
  /// Minima in a band.
  static let rows = 2

  /// The digests of the runs, each once.
  let digests: Set<UInt64>

  /// Cuts a text into runs; letters count without case, and only letters and digits count.
  init(_ text: String) {
    var digests: Set<UInt64> = []
    var recent: [UInt64] = []
    var word: UInt64 = 0
    func finish() {
      guard word != 0 else { return }
      recent.append(word)
      word = 0
      if recent.count > Self.words { recent.removeFirst() }
      guard recent.count == Self.words else { return }
      digests.insert(recent.reduce(0) { Self.mixed($0 ^ $1) })
    }
    for scalar in text.unicodeScalars {
      // Most letters are these, and asking what a character is takes long.
      if scalar.value < 0x80 {
        let byte = UInt8(scalar.value)
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
          word = (word ^ UInt64(byte) &+ 0x9e37) &* 0x100_0000_01b3
        case UInt8(ascii: "A")...UInt8(ascii: "Z"):
          word = (word ^ UInt64(byte | 0x20) &+ 0x9e37) &* 0x100_0000_01b3
        default: finish()
        }
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        for byte in scalar.properties.lowercaseMapping.utf8 {
          word = (word ^ UInt64(byte) &+ 0x9e37) &* 0x100_0000_01b3
        }
      } else {
        finish()
      }
    }
    finish()
    self.digests = digests
  }

  /// One number for each band; two texts with the same number in one are candidates.
  ///
  /// Empty for a short text. Of 32 bits: two bands agree by chance once in four thousand million times, and candidates agree in two.
  var signature: [UInt32] {
    guard digests.count >= Self.fewest else { return [] }
    var minima = [UInt64](repeating: .max, count: Self.bands * Self.rows)
    for digest in digests {
      for index in minima.indices {
        let value = Self.mixed(digest ^ (UInt64(index + 1) &* 0x9e37_79b9_7f4a_7c15))
        if value < minima[index] { minima[index] = value }
      }
    }
    return (0..<Self.bands).map { band in
      let start = UInt64(band + 1)
      return UInt32(
        truncatingIfNeeded: minima[(band * Self.rows)..<((band + 1) * Self.rows)].reduce(start) {
          Self.mixed($0 ^ $1)
        })
    }
  }

  /// How much of this text and another both have.
  func overlap(with other: Shingles) -> Overlap {
    Overlap(
      common: digests.intersection(other.digests).count, own: digests.count,
      others: other.digests.count)
  }

  /// SplitMix64's finisher (Steele, Lea and Flood, 2014): every bit of the answer depends on every bit given.
  private static func mixed(_ bits: UInt64) -> UInt64 {
    var bits = bits &+ 0x9e37_79b9_7f4a_7c15
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }
}

/// How many runs of words two texts have in common.
struct Overlap: Hashable, Sendable {
  /// The least ``likeness`` of near copies.
  ///
  /// Different stories of one outlet reach 0.1 by what stands under all its reports (204 articles of 77 outlets, 2016
  /// to 2018); a short statement that a long report quotes whole stays below, too.
  static let leastLikeness = 0.2
  /// The least share of the shorter text that stands in the longer one.
  ///
  /// In those articles no two on different events reach 0.38 (nor 0.1 of likeness); what comes from one agency begins at
  /// 0.5. A text of which every second sentence is new keeps 0.46 of its runs.
  static let leastShare = 0.4

  /// Runs that both texts have.
  let common: Int
  /// Runs of the text asked about.
  let own: Int
  /// Runs of the text it is compared with.
  let others: Int

  /// The share of the runs of both texts that both have: 1 for the same words, 0 for none in common.
  var likeness: Double { share(of: own + others - common) }
  /// The share of the asked text's runs that the other has: 1 if it is contained in it.
  var shared: Double { share(of: own) }
  /// The same as the other text sees it.
  var reversed: Overlap { Overlap(common: common, own: others, others: own) }
  /// Whether one of the texts is made of the other.
  var isNearCopy: Bool {
    likeness >= Self.leastLikeness && share(of: min(own, others)) >= Self.leastShare
  }

  private func share(of runs: Int) -> Double { runs == 0 ? 0 : Double(common) / Double(runs) }
}
