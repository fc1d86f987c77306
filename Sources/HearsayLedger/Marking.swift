import HearsaySQLite

/// Marks what was asked for in a text, and cuts out the most telling stretch, as SQLite's FTS5 does.
struct Marking {
  /// So many words are cut out.
  private static let width = 32
  /// What the first sight of a phrase counts, and what a stretch gains that begins with the text or a sentence.
  private static let ofPhrase = 1_000
  private static let ofText = 120
  private static let ofSentence = 100

  private struct Hit {
    let start: Int
    let end: Int
    let phrase: Int
  }

  private let bytes: [UInt8]
  private let tokens: [Tokenizer.Token]
  /// Where phrases stand, in order.
  private let hits: [Hit]

  init(_ text: String, _ tokens: [Tokenizer.Token], _ phrases: [Phrase]) {
    bytes = Array(text.utf8)
    self.tokens = tokens
    var hits: [Hit] = []
    for start in tokens.indices {
      for (number, phrase) in phrases.enumerated() where phrase.stands(at: start, in: tokens) {
        hits.append(Hit(start: start, end: start + phrase.words.count, phrase: number))
      }
    }
    self.hits = hits
  }

  /// All of the text.
  var whole: String { marked(0..<tokens.count, isCut: false) }

  /// The most telling stretch, with an ellipsis where it is cut.
  var snippet: String {
    let start = bestStart
    return marked(start..<min(tokens.count, start + Self.width), isCut: true)
  }

  private var bestStart: Int {
    let sentences = sentenceStarts
    var best = (score: 0, start: 0)
    for hit in hits {
      let (score, around) = score(from: hit.start)
      if score > best.score { best = (score, around) }
      guard !sentences.isEmpty, tokens.count > Self.width else { continue }
      let sentence = sentences.last { $0 <= hit.start } ?? sentences[0]
      guard sentence < hit.start else { continue }
      let whole = self.score(from: sentence).score + (sentence == 0 ? Self.ofText : Self.ofSentence)
      if whole > best.score { best = (whole, sentence) }
    }
    return best.start
  }

  /// What a stretch that begins at a word counts, and where it had better begin to have its hits in the middle.
  private func score(from start: Int) -> (score: Int, start: Int) {
    var seen: Set<Int> = []
    var score = 0
    var first: Int?
    var last = 0
    for hit in hits where hit.start >= start && hit.start < start + Self.width {
      score += seen.insert(hit.phrase).inserted ? Self.ofPhrase : 1
      first = first ?? hit.start
      last = hit.end
    }
    let begin = first ?? start
    let middle = begin - (Self.width - (last - begin)) / 2
    return (score, max(0, min(middle, tokens.count - Self.width)))
  }

  /// The words with which sentences begin.
  private var sentenceStarts: [Int] {
    tokens.indices.filter { index in
      guard index > 0 else { return true }
      var place = tokens[index].start - 1
      while place >= 0, [0x20, 0x09, 0x0a, 0x0d].contains(bytes[place]) { place -= 1 }
      return place >= 0 && place != tokens[index].start - 1
        && (bytes[place] == UInt8(ascii: ".") || bytes[place] == UInt8(ascii: ":"))
    }
  }

  /// Hits that lie in each other are one.
  private var stretches: [Range<Int>] {
    var stretches: [Range<Int>] = []
    for hit in hits {
      if let last = stretches.last, hit.start < last.upperBound {
        stretches[stretches.count - 1] = last.lowerBound..<max(last.upperBound, hit.end)
      } else {
        stretches.append(hit.start..<hit.end)
      }
    }
    return stretches
  }

  private func marked(_ range: Range<Int>, isCut: Bool) -> String {
    let isFromStart = !isCut || range.lowerBound == 0
    let isToEnd = !isCut || range.upperBound >= tokens.count
    guard !range.isEmpty else { return String(decoding: bytes, as: UTF8.self) }
    var place = isFromStart ? 0 : tokens[range.lowerBound].start
    var marked: [UInt8] = isFromStart ? [] : Array("…".utf8)
    for stretch in stretches {
      let shown = stretch.clamped(to: range)
      guard !shown.isEmpty else { continue }
      marked += bytes[place..<tokens[shown.lowerBound].start]
      marked.append(2)
      place = tokens[shown.lowerBound].start
      marked += bytes[place..<tokens[shown.upperBound - 1].end]
      marked.append(3)
      place = tokens[shown.upperBound - 1].end
    }
    let end = isToEnd ? bytes.count : tokens[range.upperBound - 1].end
    marked += bytes[place..<end]
    if !isToEnd { marked += Array("…".utf8) }
    return String(decoding: marked, as: UTF8.self)
  }
}
