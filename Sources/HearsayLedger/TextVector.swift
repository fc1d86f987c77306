import HearsaySQLite

/// The words of a text with their places, as PostgreSQL's full-text vectors have them (`tsvector`, in its binary form).
///
/// PostgreSQL keeps places up to 16,383, 256 of one word, and a megabyte of words in all; words beyond are not kept.
struct TextVector {
  /// The last place that PostgreSQL tells from others.
  static let lastPlace = 16_383
  /// So many places are kept of one word.
  private static let mostPlaces = 255
  /// Longer words are no words.
  private static let longest = 1_024
  /// So many bytes of words and places are kept.
  private static let heaviest = 900_000

  /// Where a word stands, and in which part of the text.
  struct Place: Hashable {
    let number: Int
    let part: Part

    /// Parts that count differently, by PostgreSQL's letters for them.
    enum Part: UInt16 {
      case text = 0
      case title = 3
    }
  }

  private var places: [String: [UInt16]] = [:]
  private var weight = 0

  /// Takes in words behind `offset` others; `prefix` stands before each.
  mutating func add(
    _ tokens: [Tokenizer.Token], prefix: String = "", after offset: Int = 0,
    part: Place.Part = .text, leavingOut: String? = nil
  ) {
    for (index, token) in tokens.enumerated() where token.word != leavingOut {
      let place = offset + index + 1
      let cost = token.word.utf8.count + prefix.utf8.count + 6
      guard place <= Self.lastPlace, token.word.utf8.count <= Self.longest,
        weight + cost <= Self.heaviest
      else { continue }
      let entry = UInt16(place) | part.rawValue << 14
      let count = places[prefix + token.word]?.count ?? 0
      guard count < Self.mostPlaces else { continue }
      places[prefix + token.word, default: []].append(entry)
      weight += count == 0 ? cost : 2
    }
  }

  /// The binary form: words in the order of their bytes, each with its places.
  var bytes: [UInt8] {
    let sorted = places.map { (Array($0.key.utf8), $0.value) }.sorted {
      $0.0.lexicographicallyPrecedes($1.0)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(weight + 4)
    func append(_ number: Int, width: Int) {
      for shift in stride(from: width * 8 - 8, through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: number >> shift))
      }
    }
    append(sorted.count, width: 4)
    for (word, places) in sorted {
      bytes += word
      bytes.append(0)
      append(places.count, width: 2)
      for place in places { append(Int(place), width: 2) }
    }
    return bytes
  }
}

/// A vector as PostgreSQL sends it.
struct StoredVector {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The places where phrases begin: for each, in order.
  func places(of phrases: [Phrase], prefix: String = "") -> [[TextVector.Place]] {
    let wanted = phrases.map { phrase in
      phrase.words.enumerated().map { offset, word in
        (
          word: Array((prefix + word).utf8),
          isPrefix: phrase.isPrefix && offset == phrase.words.count - 1
        )
      }
    }
    var found = wanted.map { $0.map { _ in [Int: TextVector.Place]() } }
    let firsts = Set(wanted.joined().compactMap(\.word.first))
    var position = 4
    let count = bytes.count >= 4 ? number(at: 0, width: 4) : 0
    for _ in 0..<count {
      let start = position
      while position < bytes.count, bytes[position] != 0 { position += 1 }
      let end = position
      let places = number(at: end + 1, width: 2)
      position = end + 3 + 2 * places
      // Most words are others: they are told by their first letters.
      guard start < end, firsts.contains(bytes[start]) else { continue }
      for (phrase, words) in wanted.enumerated() {
        for (offset, one) in words.enumerated()
        where isThere(one.word, from: start, to: end, isPrefix: one.isPrefix) {
          for index in 0..<places {
            let entry = number(at: end + 3 + 2 * index, width: 2)
            let place = TextVector.Place(
              number: entry & TextVector.lastPlace,
              part: TextVector.Place.Part(rawValue: UInt16(entry >> 14)) ?? .text)
            found[phrase][offset][place.number] = place
          }
        }
      }
    }
    return found.map { words in
      guard let first = words.first else { return [] }
      return first.values.filter { start in
        words.enumerated().allSatisfy { offset, places in places[start.number + offset] != nil }
      }.sorted { $0.number < $1.number }
    }
  }

  private func isThere(_ word: [UInt8], from start: Int, to end: Int, isPrefix: Bool) -> Bool {
    guard isPrefix ? word.count <= end - start : word.count == end - start else { return false }
    for offset in word.indices where bytes[start + offset] != word[offset] { return false }
    return true
  }

  private func number(at place: Int, width: Int) -> Int {
    guard place + width <= bytes.count else { return 0 }
    var number = 0
    for offset in 0..<width { number = number << 8 | Int(bytes[place + offset]) }
    return number
  }
}

/// Words that stand together, as they are cut.
struct Phrase: Hashable {
  let words: [String]
  /// Whether the last may end otherwise.
  let isPrefix: Bool

  /// `nil` if there is no word in it.
  init?(_ term: FullTextQuery.Term, _ tokenizer: Tokenizer) {
    words = tokenizer.tokens(term.words).map(\.word)
    isPrefix = term.isPrefix
    guard !words.isEmpty else { return nil }
  }

  /// Whether it stands at a word of a text.
  func stands(at start: Int, in tokens: [Tokenizer.Token]) -> Bool {
    guard start + words.count <= tokens.count else { return false }
    for (offset, word) in words.enumerated() {
      let there = tokens[start + offset].word
      let isOpen = isPrefix && offset == words.count - 1
      guard isOpen ? there.utf8.starts(with: word.utf8) : there == word else { return false }
    }
    return true
  }

  /// Whether it stands anywhere in a text.
  func stands(in tokens: [Tokenizer.Token]) -> Bool {
    tokens.indices.contains { stands(at: $0, in: tokens) }
  }

  /// As PostgreSQL asks for it; `prefix` stands before each word.
  func query(prefix: String = "") -> String {
    let quoted = words.map {
      "'" + (prefix + $0).replacing("\\", with: "\\\\").replacing("'", with: "''") + "'"
    }
    return "(" + quoted.joined(separator: " <-> ") + (isPrefix ? ":*" : "") + ")"
  }

  /// Whether each of some phrases stands somewhere within so many words of all others.
  static func areNear(
    _ phrases: [Phrase], _ places: [[TextVector.Place]], within nearness: Int
  ) -> Bool {
    guard places.allSatisfy({ !$0.isEmpty }) else { return false }
    // The one that stands last: each other ends so many words before it at most.
    let lasts = Set(places.joined().map(\.number))
    return lasts.contains { last in
      zip(phrases, places).allSatisfy { phrase, places in
        places.contains {
          $0.number <= last && $0.number >= last - phrase.words.count - nearness
        }
      }
    }
  }
}
