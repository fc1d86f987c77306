/// The runs of five words of a text, by which near copies are told: agency reports on many sites, syndicated columns,
/// an update of a report at another address.
struct Shingles: Sendable {
  /// Words of a run.
  ///
  /// Five keeps phrases that every report uses ("the prime minister said that") from making copies.
  static let words = 5
  /// A text with fewer runs is too short to be told from others.
  static let fewest = 8
  /// Bands of the signature: texts that agree in one become candidates, which are then compared run by run.
  static let bands = 32
  /// Minima in a band.
  ///
  /// With 32 bands of 3, texts that share half of their runs are missed once in 70 times, and those
  /// that share a tenth become candidates 3 times in 100.
  static let rows = 3

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
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
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
  /// Empty for a short text.
  var signature: [Int64] {
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
      return Int64(
        bitPattern: minima[(band * Self.rows)..<((band + 1) * Self.rows)].reduce(start) {
          Self.mixed($0 ^ $1)
        })
    }
  }

  /// The share of the runs of both texts that both have: 1 for the same words, 0 for none in common.
  func likeness(to other: Shingles) -> Double {
    let common = digests.intersection(other.digests).count
    let all = digests.count + other.digests.count - common
    return all == 0 ? 0 : Double(common) / Double(all)
  }

  /// The share of this text's runs that the other has: 1 if it is contained in the other.
  func share(in other: Shingles) -> Double {
    digests.isEmpty ? 0 : Double(digests.intersection(other.digests).count) / Double(digests.count)
  }

  /// SplitMix64's finisher (Steele, Lea and Flood, 2014): every bit of the answer depends on every bit given.
  private static func mixed(_ bits: UInt64) -> UInt64 {
    var bits = bits &+ 0x9e37_79b9_7f4a_7c15
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }
}
