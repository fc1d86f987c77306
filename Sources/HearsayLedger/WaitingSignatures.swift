/// A signature as the ledger keeps it: a number for each band, four bytes each, the lowest first.
enum Signature {
  static func bytes(_ signature: [UInt32]) -> [UInt8] {
    signature.flatMap { number in
      (0..<4).map { UInt8(truncatingIfNeeded: number >> UInt32($0 * 8)) }
    }
  }

  static func numbers(_ bytes: [UInt8]) -> [UInt32] {
    stride(from: 0, to: bytes.count - bytes.count % 4, by: 4).map { start in
      (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[start + $1]) << UInt32($1 * 8) }
    }
  }
}

/// Signatures that are not sorted into bands.
struct WaitingSignatures {
  private var readings: [Int] = []
  /// Those of all readings, one after the other.
  private var numbers: [UInt32] = []
  /// The last reading that was taken in, or sorted, with or without a signature.
  private(set) var last = 0

  var count: Int { readings.count }

  /// Takes in a reading; texts too short to be told from others have no signature.
  mutating func add(_ signature: [UInt32], of reading: Int) {
    guard reading > last else { return }
    last = reading
    guard signature.count == Shingles.bands else { return }
    readings.append(reading)
    numbers += signature
  }

  /// Forgets those that are sorted.
  mutating func drop(upTo reading: Int) {
    last = max(last, reading)
    let gone = readings.prefix { $0 <= reading }.count
    readings.removeFirst(gone)
    numbers.removeFirst(gone * Shingles.bands)
  }

  /// In how many bands each agrees with a signature, if in any.
  func agreeing(with signature: [UInt32]) -> [Int: Int] {
    var agreeing: [Int: Int] = [:]
    for (offset, reading) in readings.enumerated() {
      let start = offset * Shingles.bands
      var bands = 0
      for band in 0..<Shingles.bands where numbers[start + band] == signature[band] { bands += 1 }
      if bands > 0 { agreeing[reading] = bands }
    }
    return agreeing
  }

  /// All numbers with their readings, in the order of the numbers.
  var sorted: [(band: UInt32, reading: Int)] {
    numbers.indices.map { (numbers[$0], readings[$0 / Shingles.bands]) }.sorted { $0 < $1 }
  }
}
