import HearsayLanguage
import HearsayRecords

/// A claim before it is recorded: runs of tokens, and what the words say of it.
struct ClaimCandidate {
  /// Where a candidate was found; the later ones give way to the earlier.
  enum Origin {
    case syntax, model, quotation
  }

  var origin: Origin
  /// The words naming the source, each joint source apart.
  var sources: [Range<Int>] = []
  /// The token that stands for the source in the syntax; differs from the words' head for a relative pronoun.
  var sourceHead: Int?
  /// The words of the cue.
  var cue: Range<Int>?
  /// The cue word itself.
  var cueHead: Int?
  /// What is said.
  var contents: [Range<Int>] = []
  var addressee: Range<Int>?
  var blamed: [Range<Int>] = []
  /// What the cue word says of the claim.
  var lexical: Cue?
  var isNegative = false
  /// Certainty that stands over the cue's own: "seems to", "reportedly".
  var certainty: Certainty?
  /// Verbs above the cue that only lead to it: "refused to say".
  var chain: [Int] = []
  /// Outlets it was said to, or that pass it on.
  var via: [Range<Int>] = []
  /// The cue word of the claim that passes this one on: "Xinhua *said*, citing the police".
  var passedOnBy: Int?
  /// 0 … 1.
  var confidence: Double = 0.7

  /// The whole source as one run.
  var source: Range<Int>? {
    guard let first = sources.map(\.lowerBound).min(), let last = sources.map(\.upperBound).max()
    else { return nil }
    return first..<last
  }

  /// Whether a token stands in what is said.
  func says(_ token: Int) -> Bool { contents.contains { $0.contains(token) } }

  /// The number of tokens said.
  var contentCount: Int { contents.reduce(0) { $0 + $1.count } }

  /// The share of the shorter content that both candidates have in common.
  func overlap(_ other: ClaimCandidate) -> Double {
    let common = contents.reduce(0) { sum, mine in
      sum + other.contents.reduce(0) { $0 + mine.clamped(to: $1).count }
    }
    let least = min(contentCount, other.contentCount)
    return least == 0 ? 0 : Double(common) / Double(least)
  }
}

extension ClaimCandidate {
  /// What a source says by a mark or word beside it: a colon, a dash, "says".
  init(_ source: Range<Int>, says content: Range<Int>, by mark: Int, in text: AnnotatedText) {
    self.init(origin: .quotation)
    sources = [source]
    sourceHead = text.head(of: source)
    cue = mark..<(mark + 1)
    cueHead = mark
    contents = [content]
  }
}

extension AnnotatedText {
  /// A run of tokens without punctuation, quotation marks and "that" at its edges.
  func trimmed(_ range: Range<Int>, dropping words: Set<String> = []) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, tokens[low].upos == "PUNCT" || words.contains(tokens[low].lower) { low += 1 }
    while low < high, tokens[high - 1].upos == "PUNCT" { high -= 1 }
    return low..<high
  }

  /// `range` without the tokens of `holes`, as runs.
  func runs(of range: Range<Int>, without holes: [Range<Int>]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for index in range {
      let isHole = holes.contains { $0.contains(index) }
      if isHole, let first = start {
        runs.append(first..<index)
        start = nil
      } else if !isHole, start == nil {
        start = index
      }
    }
    if let first = start { runs.append(first..<range.upperBound) }
    return runs.map { trimmed($0) }.filter { !$0.isEmpty }
  }
}
