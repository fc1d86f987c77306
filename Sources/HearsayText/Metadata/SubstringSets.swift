/// Finds which of several sets of words stand anywhere in a text, in one pass over its bytes.
///
/// An automaton after Aho and Corasick, "Efficient string matching" (1975). Upper and lower case of ASCII letters are the same.
struct SubstringSets {
  /// Following states, 256 a state.
  private var next: [Int16]
  /// For each state, the sets of which a word ends there: bit n is set n.
  private var ends: [UInt32]

  /// Builds it from at most 32 sets; words are in lower case.
  init(_ sets: [[String]]) {
    precondition(sets.count <= 32, "\(sets.count) sets")
    next = [Int16](repeating: -1, count: 256)
    ends = [0]
    for (number, words) in sets.enumerated() {
      for word in words { insert(word, set: number) }
    }
    link()
  }

  private mutating func insert(_ word: String, set: Int) {
    var state = 0
    for byte in word.utf8 {
      let place = state << 8 | Int(byte)
      if next[place] < 0 {
        next[place] = Int16(ends.count)
        ends.append(0)
        next += [Int16](repeating: -1, count: 256)
      }
      state = Int(next[place])
    }
    ends[state] |= 1 << UInt32(set)
  }

  /// Fills in where each state goes on when a word breaks off, breadth first.
  private mutating func link() {
    var fallback = [Int](repeating: 0, count: ends.count)
    var queue: [Int] = []
    for byte in 0..<256 {
      if next[byte] < 0 {
        next[byte] = 0
      } else {
        queue.append(Int(next[byte]))
      }
    }
    var head = 0
    while head < queue.count {
      let state = queue[head]
      head += 1
      ends[state] |= ends[fallback[state]]
      for byte in 0..<256 {
        let place = state << 8 | byte
        let follower = next[fallback[state] << 8 | byte]
        if next[place] < 0 {
          next[place] = follower
        } else {
          fallback[Int(next[place])] = Int(follower)
          queue.append(Int(next[place]))
        }
      }
    }
  }

  /// The sets of which a word stands in the text: bit n is set n.
  func found(in text: String) -> UInt32 { found(in: text.utf8) }

  /// The same for a text in UTF-8.
  func found(in text: some Sequence<UInt8>) -> UInt32 {
    var state = 0
    var found: UInt32 = 0
    for byte in text {
      let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      state = Int(next[state << 8 | Int(lower)])
      found |= ends[state]
    }
    return found
  }
}
