import HearsayModel
import HearsayRecords

/// What one window says of the words it accepts.
struct WindowReading {
  let scores: WindowScores
  let labels: [String: [String]]
  /// Index in the text of the window's first word.
  let offset: Int
  /// Words of the text that this window decides on.
  let accepted: Range<Int>
  /// Those of them that begin a sentence.
  let sentenceStarts: [Int]
}

/// Gathers the windows of a text into its annotation.
struct AnnotationBuilder {
  private let text: String
  private let spans: [TextSpan]
  private let strings: [String]
  private let prepared: [PreparedWord]
  /// The number of the paragraph of each word.
  private let paragraph: [Int]
  private var tokens: [Token] = []
  private(set) var sentenceStarts: [Int] = []
  private var names: [NameMention] = []
  private var attributions: [Attribution] = []
  private var eventMentions: [EventMention] = []
  private var timexes: [TimexMention] = []
  private var incidents: [IncidentMention] = []

  init(text: String, spans: [TextSpan], strings: [String], prepared: [PreparedWord]) {
    self.text = text
    self.spans = spans
    self.strings = strings
    self.prepared = prepared
    paragraph = ParagraphNumbers.of(
      strings, breaks: prepared.map { $0.gap == .paragraph ? 2 : $0.gap == .line ? 1 : 0 })
    tokens.reserveCapacity(spans.count)
  }

  /// Adds what a window says; windows come in the order of the text.
  mutating func add(_ reading: WindowReading) {
    sentenceStarts += reading.sentenceStarts
    for index in reading.accepted { tokens.append(token(index, reading)) }
    let ends = reading.sentenceStarts.dropFirst() + [reading.accepted.upperBound]
    for (start, end) in zip(reading.sentenceStarts, ends) { parse(start..<end, reading) }
    addNames(reading)
    addEvents(reading)
    attributions += AttributionDecoder(reading: reading, paragraph: paragraph).attributions()
  }

  func finish() -> AnnotatedText {
    let ends = sentenceStarts.dropFirst() + [tokens.count]
    let sentences = tokens.isEmpty ? [] : zip(sentenceStarts, ends).map { $0..<$1 }
    return AnnotatedText(
      text: text, tokens: tokens, sentences: sentences, names: names,
      attributions: attributions.sorted { first($0) < first($1) }, eventMentions: eventMentions,
      timexes: timexes, incidents: incidents)
  }

  private func first(_ attribution: Attribution) -> Int {
    (attribution.sources + attribution.cues + attribution.contents).map(\.lowerBound).min() ?? 0
  }

  // MARK: - Words

  private func token(_ index: Int, _ reading: WindowReading) -> Token {
    let word = index - reading.offset
    func label(_ head: String) -> String {
      guard let labels = reading.labels[head], !labels.isEmpty else { return "_" }
      return labels[reading.scores.label(head, word)]
    }
    let mention = label("mention")
    let upos = label("upos")
    let lower = strings[index].lowercased()
    let known =
      upos == "VERB" ? Inflections.verb(lower) : upos == "NOUN" ? Inflections.noun(lower) : nil
    return Token(
      span: spans[index], text: strings[index],
      lemma: known
        ?? Inflections.undoubled(
          LemmaScript.apply(label("lemma"), to: strings[index]), form: upos == "VERB" ? lower : ""),
      upos: upos,
      xpos: label("xpos"), features: label("feats"), mentionType: mention == "O" ? nil : mention,
      spaceBefore: prepared[index].gap != .none)
  }

  private mutating func parse(_ sentence: Range<Int>, _ reading: WindowReading) {
    guard !sentence.isEmpty else { return }
    let local = (sentence.lowerBound - reading.offset)..<(sentence.upperBound - reading.offset)
    let heads = SpanningTree.heads(reading.scores.arcs(local), words: local.count)
    let pairs = heads.enumerated().map { offset, head in
      (dependent: local.lowerBound + offset, head: head == 0 ? nil : local.lowerBound + head - 1)
    }
    let relations = reading.scores.relations(pairs)
    let names = reading.labels["rel"] ?? []
    for (offset, head) in heads.enumerated() {
      let index = sentence.lowerBound + offset
      tokens[index].head = head == 0 ? nil : sentence.lowerBound + head - 1
      let relation = names.isEmpty ? "dep" : names[relations[offset]]
      tokens[index].relation = head == 0 ? "root" : relation == "root" ? "dep" : relation
    }
    TreeRepair.mend(&tokens, sentence)
  }

  // MARK: - Spans

  /// The spans of a BIO head among the words that the window accepts; none runs across a sentence's start.
  private func spans(_ head: String, _ reading: WindowReading) -> [TagSequence.Span] {
    guard let labels = reading.labels[head] else { return [] }
    let rows = reading.accepted.map { reading.scores.scores(head, $0 - reading.offset) }
    let breaks = Set(reading.sentenceStarts.map { $0 - reading.accepted.lowerBound })
    let tags = TagSequence.tags(rows, labels: labels, breaks: breaks)
    return TagSequence.spans(tags, labels: labels) { word, tag in
      let row = rows[word]
      return Softmax.probability(of: row[row.startIndex + tag], among: row)
    }
  }

  private func shifted(_ words: Range<Int>, _ reading: WindowReading) -> Range<Int> {
    (words.lowerBound + reading.accepted.lowerBound)..<(words.upperBound
      + reading.accepted.lowerBound)
  }

  private mutating func addNames(_ reading: WindowReading) {
    for span in spans("ner", reading) {
      guard let type = NameType(rawValue: span.kind) else { continue }
      names.append(NameMention(tokens: shifted(span.words, reading), type: type, score: span.score))
    }
    for span in spans("timex", reading) {
      timexes.append(TimexMention(tokens: shifted(span.words, reading), type: span.kind))
    }
    for span in spans("incident", reading) {
      incidents.append(
        IncidentMention(tokens: shifted(span.words, reading), type: span.kind, score: span.score))
    }
  }

  private mutating func addEvents(_ reading: WindowReading) {
    guard let classes = reading.labels["event"] else { return }
    for index in reading.accepted {
      let word = index - reading.offset
      let (label, probability) = reading.scores.best("event", word)
      guard classes[label] != "O" else { continue }
      func value(_ head: String) -> String {
        reading.labels[head].map { $0[reading.scores.label(head, word)] } ?? "NONE"
      }
      eventMentions.append(
        EventMention(
          token: index, eventClass: classes[label], tense: value("eventTense"),
          aspect: value("eventAspect"), negated: value("eventPolarity") == "NEG",
          modality: value("eventModality"), score: probability))
    }
  }
}

/// Applies the edit scripts that the model gives as lemmas; made by Training/hearsay_training/lemma.py.
enum LemmaScript {
  /// `l|n|s` and `k|n|s`: lower case or as it is, n code points cut from the end, s put on; `I|lemma`: the lemma itself.
  static func apply(_ script: String, to word: String) -> String {
    let parts = script.split(separator: "|", omittingEmptySubsequences: false)
    guard parts.count >= 2 else { return word.lowercased() }
    if parts[0] == "I" { return String(parts[1]) }
    guard parts.count == 3, let cut = Int(parts[1]) else { return word.lowercased() }
    var scalars = (parts[0] == "l" ? word.lowercased() : word).unicodeScalars
    if cut <= scalars.count { scalars.removeLast(cut) }
    return String(scalars) + parts[2]
  }
}
