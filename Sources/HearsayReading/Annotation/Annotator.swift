package import HearsayLanguage
package import HearsayModel
package import HearsayRecords
import HearsayText

/// Runs the annotation model over a text of any length.
///
/// The text is read in windows. A window ends with a paragraph if it can, as in training: all of it counts, and the
/// next begins afresh. Else windows overlap: a window accepts the sentences that end well before its edge, and
/// the next begins one accepted sentence earlier, so that every sentence is read whole and with what stands
/// around it. What a window says of a word counts only if it accepts the word's sentence.
package struct Annotator: Sendable {
  private let model: Model
  private let language: Language
  private let inflections: Inflections
  private let lemmaScripts: [LemmaScript]

  /// A window of so many pieces may end with a paragraph; what lies beyond would be read twice.
  ///
  /// Of none, 224 and 192 the best for attributions in a fifth of PolNeAR's training texts.
  private static let leastPieces = 192
  /// Words this near the end of a window have too little after them to be judged.
  private static let rightContext = 12
  /// No more words than these stand before a headline's participle.
  private static let headlineSubject = 4
  /// What opens a quotation.
  private static let opening: Set<String> = ["\"", "“", "‘", "«"]
  /// At most this many pieces of accepted text are read again as context.
  private static let leftContext = 32

  /// The network that tells happenings; the first itself if it does.
  private let happenings: Model?

  /// What both networks are asked where there are two, and how much the second one counts.
  ///
  /// The mean of what they score is better than either. Trees, tags and sentences are the first's alone: rules were written for them.
  private static let askedOfBoth: [String: Float] = [
    "ner": 0.31, "attribution": 0.5, "link": 0.5, "timex": 0.5,
  ]

  /// - Parameters:
  ///   - model: The network for words, syntax, names, attributions and times.
  ///   - happenings: A network of the same shape and vocabulary that tells happenings, if the first does not.
  ///   - language: What is known of words.
  package init(model: Model, happenings: Model? = nil, language: Language) {
    precondition(
      happenings.map { $0.config == model.config } ?? true, "two networks of one shape are wanted")
    self.model = model
    self.happenings = model.tellsHappenings ? nil : happenings
    self.language = language
    inflections = Inflections(language)
    lemmaScripts = (model.labels["lemma"] ?? []).map(LemmaScript.init)
  }

  /// The model's name, version and checksum.
  package var modelVersion: String {
    happenings.map { "\(model.version), \($0.version)" } ?? model.version
  }

  /// Working memory for one worker.
  package func makeScratch() -> Scratch { Scratch(model) }

  /// Everything the model says of a text.
  package func annotate(_ text: String, scratch: Scratch) -> AnnotatedText {
    annotate(text, words: Words.split(text), sentenceStarts: nil, scratch: scratch)
  }

  /// A text of which the model is asked nothing: without words, so that nothing is told of it.
  package func leaveUnread(_ text: String) -> AnnotatedText {
    AnnotationBuilder(
      text: text, language: language, inflections: inflections, spans: [], strings: [],
      prepared: [], lemmaScripts: lemmaScripts
    ).finish()
  }

  /// The same for words, and where given sentences, that are already known.
  package func annotate(
    _ text: String, words: [TextSpan], sentenceStarts: Set<Int>?, scratch: Scratch
  ) -> AnnotatedText {
    let utf8 = Array(text.utf8)
    let strings = words.map { String(decoding: utf8[$0.start..<$0.end], as: UTF8.self) }
    return annotate(text, utf8, words, strings, sentenceStarts: sentenceStarts, scratch)
  }

  /// The same for a text that comes with its words and sentences.
  package func annotate(_ document: PretokenizedText, scratch: Scratch) -> AnnotatedText {
    annotate(
      document.text, Array(document.text.utf8), document.words.map(\.span),
      document.words.map(\.form), sentenceStarts: Set(document.sentences.map(\.lowerBound)), scratch
    )
  }

  private func annotate(
    _ text: String, _ utf8: [UInt8], _ words: [TextSpan], _ strings: [String],
    sentenceStarts: Set<Int>?, _ scratch: Scratch
  ) -> AnnotatedText {
    var prepared: [PreparedWord] = []
    prepared.reserveCapacity(words.count)
    let room = model.config.windowPieces - 2
    for (index, span) in words.enumerated() {
      let from = index == 0 ? 0 : words[index - 1].end
      prepared.append(
        PreparedWord(
          pieces: Array(model.pieces(of: strings[index]).prefix(room)),
          shape: Shape(strings[index]),
          gap: Self.gap(utf8[from..<span.start], isFirst: index == 0)))
    }
    var builder = AnnotationBuilder(
      text: text, language: language, inflections: inflections, spans: words, strings: strings,
      prepared: prepared,
      lemmaScripts: lemmaScripts)
    var start = 0
    var accepted = 0
    while accepted < words.count {
      var end = windowEnd(from: start, known: sentenceStarts, prepared)
      if end <= accepted {
        // A word that fills a window by itself leaves no room for what stands before it.
        start = accepted
        end = windowEnd(from: start, known: sentenceStarts, prepared)
      }
      let first = model.score(prepared[start..<end], scratch)
      let told = happenings?.score(prepared[start..<end], scratch) ?? first
      let scores = happenings == nil ? first : first.joined(with: told, heads: Self.askedOfBoth)
      let starts = sentences(
        scores, from: start, accepted: accepted, known: sentenceStarts, prepared, strings)
      let until =
        isSure(end, known: sentenceStarts, prepared)
        ? end : acceptedEnd(starts, accepted: accepted, end: end)
      builder.add(
        WindowReading(
          scores: scores, happenings: told, labels: model.labels, offset: start,
          accepted: accepted..<until,
          sentenceStarts: starts.filter { $0 < until }))
      accepted = until
      start =
        isSure(accepted, known: sentenceStarts, prepared)
        ? accepted : contextStart(before: accepted, builder.sentenceStarts, prepared)
    }
    return builder.finish()
  }

  /// One past the last word of a window from `start`: the last sentence's end that needs no judgement, if it lies late
  /// enough, else as far as the window reaches.
  private func windowEnd(from start: Int, known: Set<Int>?, _ words: [PreparedWord]) -> Int {
    var pieces = 2
    var end = start
    var sure: Int?
    while end < words.count, pieces + words[end].pieces.count <= model.config.windowPieces {
      pieces += words[end].pieces.count
      end += 1
      if pieces >= Self.leastPieces, isSure(end, known: known, words) { sure = end }
    }
    return end == words.count ? end : sure ?? max(end, start + 1)
  }

  /// Whether a sentence ends before a word, or the text does, without the network being asked.
  private func isSure(_ index: Int, known: Set<Int>?, _ words: [PreparedWord]) -> Bool {
    index == words.count || known?.contains(index) ?? (words[index].gap == .paragraph)
  }

  /// Words of the window, from `accepted` on, that begin a sentence.
  private func sentences(
    _ scores: WindowScores, from start: Int, accepted: Int, known: Set<Int>?,
    _ words: [PreparedWord], _ strings: [String]
  ) -> [Int] {
    let head = scores.head("sentence")
    let begin = head.labels.firstIndex(of: "B")
    return (accepted..<(start + scores.words)).filter { index in
      if index == accepted { return true }
      if let known { return known.contains(index) }
      if words[index].gap == .paragraph { return true }
      // “Madam Speaker, “I …”: a quotation after a comma goes on with the sentence.
      if words[index].gap == .space, strings[index - 1] == ",",
        Self.opening.contains(strings[index])
      {
        return false
      }
      // "Mayor | abducted by gunmen": no sentence begins with a small letter where no mark ended the one before.
      if words[index].gap == .space || words[index].gap == .none,
        strings[index].first?.isLowercase ?? false, strings[index - 1].last?.isLetter ?? false,
        isShortBeginning(before: index, words)
      {
        return false
      }
      return head.best(index - start) == begin
    }
  }

  /// Whether so few words stand before one in its paragraph that they are the beginning of a headline.
  private func isShortBeginning(before index: Int, _ words: [PreparedWord]) -> Bool {
    (max(0, index - Self.headlineSubject)..<index).contains {
      words[$0].gap == .paragraph || words[$0].gap == .line
    }
  }

  /// Where acceptance ends if that is for the network to say: with the last sentence that has enough context after it.
  private func acceptedEnd(_ starts: [Int], accepted: Int, end: Int) -> Int {
    if let last = starts.last(where: { $0 > accepted && end - $0 >= Self.rightContext }) {
      return last
    }
    // No sentence ends early enough: take the last that does at all, else cut hard.
    return starts.last { $0 > accepted } ?? end
  }

  /// Where the next window begins: one sentence before the first word not accepted yet, if that is near.
  private func contextStart(before accepted: Int, _ starts: [Int], _ words: [PreparedWord]) -> Int {
    guard let previous = starts.last(where: { $0 < accepted }) else { return accepted }
    let pieces = words[previous..<accepted].reduce(0) { $0 + $1.pieces.count }
    return pieces <= Self.leftContext ? previous : accepted
  }

  private static func gap(_ white: ArraySlice<UInt8>, isFirst: Bool) -> Gap {
    if isFirst { return .paragraph }
    if white.isEmpty { return .none }
    let breaks = white.reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
    return breaks >= 2 ? .paragraph : breaks == 1 ? .line : .space
  }
}
