import HearsayRecords

/// Words that tell why something was done, and whether it was right: a table of ours (`Data/stories/questions.tsv`).
package struct PurposeWords: Sendable {
  /// So many words tell a reason, from the words that begin it on.
  private static let longestReason = 14
  /// A comma ends a reason that has so many words: "because of a dispute, police said".
  private static let beforeComma = 3
  /// So many words stand around one that judges.
  private static let aroundVerdict = 6

  /// Words that begin a reason, by the first of them.
  private let purposes: [String: [[String]]]
  private let verdicts: Set<String>

  /// Reads the table: `purpose TAB words` or `verdict TAB word` a line.
  package init(_ table: String) {
    var purposes: [String: [[String]]] = [:]
    var verdicts: Set<String> = []
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count >= 2 else { continue }
      switch fields[0] {
      case "purpose":
        let words = fields[1].split(separator: " ").map(String.init)
        if let first = words.first { purposes[first, default: []].append(words) }
      case "verdict": verdicts.insert(fields[1])
      default: continue
      }
    }
    self.purposes = purposes
    self.verdicts = verdicts
  }

  private struct Word {
    let bare: String
    let span: TextSpan
  }

  /// The words of a stretch of text, in lower case, with their places.
  private static func words(_ text: [UInt8], _ span: TextSpan) -> [Word] {
    var words: [Word] = []
    var start: Int?
    for index in span.start...span.end {
      let isInside = index < span.end && isLetter(text[index])
      if isInside, start == nil { start = index }
      if !isInside, let from = start {
        let bare = String(decoding: text[from..<index], as: UTF8.self).lowercased()
        words.append(Word(bare: bare, span: TextSpan(start: from, end: index)))
        start = nil
      }
    }
    return words
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x41...0x5a, 0x61...0x7a, 0x30...0x39, 0xc3...0xdf, UInt8(ascii: "-"): true
    default: byte & 0xc0 == 0x80
    }
  }

  /// The reasons told in a stretch of text: from a sign of purpose on, some words.
  func reasons(in span: TextSpan, of text: [UInt8]) -> [TextSpan] {
    let words = Self.words(text, span)
    var found: [TextSpan] = []
    var index = 0
    while index < words.count {
      let length = purposes[words[index].bare]?.first { purpose in
        index + purpose.count < words.count
          && purpose.indices.allSatisfy { words[index + $0].bare == purpose[$0] }
      }?.count
      guard length != nil else {
        index += 1
        continue
      }
      let end = Self.end(of: words, from: index, text)
      found.append(TextSpan(start: words[index].span.start, end: words[end].span.end))
      index = end + 1
    }
    return found
  }

  /// The last word of a reason that begins at a word: where the sentence or its part ends, at most so many words on.
  private static func end(of words: [Word], from start: Int, _ text: [UInt8]) -> Int {
    let last = min(words.count, start + longestReason) - 1
    for index in start..<last {
      let between = text[words[index].span.end..<words[index + 1].span.start]
      let isComma = between.contains(UInt8(ascii: ",")) && index - start + 1 >= beforeComma
      if isComma || between.contains(where: { stops.contains($0) }) { return index }
    }
    return last
  }

  private static let stops = Set(".;:!?\n".utf8)

  /// The verdicts told in a stretch of text: each with a few words around it.
  func verdicts(in span: TextSpan, of text: [UInt8]) -> [TextSpan] {
    let words = Self.words(text, span)
    var found: [TextSpan] = []
    for (index, word) in words.enumerated() where verdicts.contains(word.bare) {
      let first = max(0, index - Self.aroundVerdict)
      let last = min(words.count - 1, index + Self.aroundVerdict)
      let span = TextSpan(start: words[first].span.start, end: words[last].span.end)
      if found.last?.overlaps(span) != true { found.append(span) }
    }
    return found
  }
}
