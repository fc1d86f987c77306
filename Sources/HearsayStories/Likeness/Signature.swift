#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What a report is about, in a few hundred bytes: its heaviest words and its heaviest names.
package struct Signature: Hashable, Sendable {
  /// Tuned together with ``Nearness`` on development corpora (Documentation/Stories.md).
  static let mostWords = 64
  static let mostNames = 32

  /// A stem, as a number, with its weight.
  package struct Feature: Hashable, Sendable {
    package let key: UInt32
    package let weight: Float
  }

  /// Unit length, ordered by key.
  package let words: [Feature]
  /// Unit length, ordered by key.
  package let names: [Feature]

  package init(words: [Feature], names: [Feature]) {
    self.words = words
    self.names = names
  }

  /// The signature of a report: its title counts twice.
  package init(title: String?, text: String, _ background: Background) {
    let title = title ?? ""
    // A text begins with its title where the page has one.
    let rest = !title.isEmpty && text.hasPrefix(title) ? String(text.dropFirst(title.count)) : text
    var words: [String: Int] = [:]
    var names: [String: Int] = [:]
    func add(_ text: String, _ times: Int) {
      for word in StoryWords.words(text) {
        words[word.stem, default: 0] += times
        if word.isName { names[word.stem, default: 0] += times }
      }
    }
    add(title, 2)
    add(rest, 1)
    self.words = Self.heaviest(words, Self.mostWords, background)
    self.names = Self.heaviest(names, Self.mostNames, background)
  }

  /// The heaviest stems by how often they stand and how telling they are, as a vector of unit length.
  static func heaviest(
    _ counts: [String: Int], _ most: Int, _ background: Background
  ) -> [Feature] {
    let weighed = counts.map { stem, count in
      (stem: stem, weight: (1 + Float(log(Double(count)))) * background.weight(of: stem))
    }
    let kept = weighed.sorted { ($1.weight, $0.stem) < ($0.weight, $1.stem) }.prefix(most)
    let length = kept.reduce(Float(0)) { $0 + $1.weight * $1.weight }.squareRoot()
    guard length > 0 else { return [] }
    var features: [UInt32: Float] = [:]
    for one in kept { features[key(of: one.stem), default: 0] += one.weight / length }
    return features.map { Feature(key: $0.key, weight: $0.value) }.sorted { $0.key < $1.key }
  }

  /// FNV-1a: the same number everywhere, for ever.
  static func key(of stem: String) -> UInt32 {
    var hash: UInt32 = 0x811c_9dc5
    for byte in stem.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash
  }

  /// How like two reports are, 0 to 1: half by their words, half by their names.
  ///
  /// Names alone confuse two crashes of one airline; words alone confuse two floods.
  package func likeness(to other: Signature) -> Float {
    (Self.cosine(words, other.words) + Self.cosine(names, other.names)) / 2
  }

  /// The cosine of two vectors of unit length.
  package static func cosine(_ left: [Feature], _ right: [Feature]) -> Float {
    var sum: Float = 0
    var i = 0
    var j = 0
    while i < left.count, j < right.count {
      let a = left[i].key
      let b = right[j].key
      if a == b {
        sum += left[i].weight * right[j].weight
        i += 1
        j += 1
      } else if a < b {
        i += 1
      } else {
        j += 1
      }
    }
    return sum
  }

  /// The heaviest features, by which reports find each other: words and names apart.
  func heaviest(words mostWords: Int, names mostNames: Int) -> (words: [Feature], names: [Feature])
  {
    func top(_ features: [Feature], _ most: Int) -> [Feature] {
      Array(features.sorted { ($1.weight, $0.key) < ($0.weight, $1.key) }.prefix(most))
    }
    return (top(words, mostWords), top(names, mostNames))
  }
}
