extension [String] {
  /// The value that stands most often; of several, the one that comes first in the alphabet.
  package var mostFrequent: String? {
    let counts = Dictionary(map { ($0, 1) }, uniquingKeysWith: +)
    return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
  }
}
