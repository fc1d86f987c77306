import HearsayLanguage
import HearsayModel
import HearsayRecords

/// What one window says of the words it accepts.
struct WindowReading {
  let scores: WindowScores
  /// What is said of happenings, perhaps by another network.
  let happenings: WindowScores
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
  private let language: Language
  private let inflections: Inflections
  private let spans: [TextSpan]
  private let strings: [String]
  private let prepared: [PreparedWord]
  /// The number of the paragraph of each word.
  private let paragraph: [Int]
  /// In the order of the labels of lemmas.
  private let lemmaScripts: [LemmaScript]
  private var tokens: [Token] = []
  private(set) var sentenceStarts: [Int] = []
  private var names: [NameMention] = []
  private var attributions: [Attribution] = []
  private var eventMentions: [EventMention] = []
  private var timexes: [TimexMention] = []
  private var happenings = HappeningDecoder()

  /// What is less likely than this to be a name of its type is none: of such, one in four is.
  private static let leastName: Float = 0.5

  init(
    text: String, language: Language, inflections: Inflections, spans: [TextSpan],
    strings: [String],
    prepared: [PreparedWord], lemmaScripts: [LemmaScript]
  ) {
    self.text = text
    self.language = language
    self.inflections = inflections
    self.lemmaScripts = lemmaScripts
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
    addTokens(reading)
    let ends = reading.sentenceStarts.dropFirst() + [reading.accepted.upperBound]
    parse(zip(reading.sentenceStarts, ends).map { $0..<$1 }, reading)
    addNames(reading)
    addEvents(reading)
    happenings.add(reading)
    attributions += AttributionDecoder(reading: reading, paragraph: paragraph).attributions()
  }

  func finish() -> AnnotatedText {
    let ends = sentenceStarts.dropFirst() + [tokens.count]
    let sentences = tokens.isEmpty ? [] : zip(sentenceStarts, ends).map { $0..<$1 }
    let denied = Set(tokens.indices.compactMap(negated))
    var eventMentions = eventMentions
    for index in eventMentions.indices where denied.contains(eventMentions[index].token) {
      eventMentions[index].negated = true
    }
    return AnnotatedText(
      text: text, language: language, tokens: tokens, sentences: sentences, names: names,
      attributions: attributions.sorted { first($0) < first($1) }, eventMentions: eventMentions,
      timexes: timexes, happenings: happenings.mentions)
  }

  /// What a word negates where the model is easily misled: "without seeing", "nobody saw", "no one saw", "has no plans".
  private func negated(by index: Int) -> Int? {
    let token = tokens[index]
    guard let head = token.head else { return nil }
    switch token.baseRelation {
    case "mark": return language.has(token.lower, .without) ? head : nil
    case "nsubj": return language.has(token.lower, .standsForNobody) ? head : nil
    case "det" where language.has(token.lower, .none):
      let isNobody =
        language.has(tokens[head].lower, .anybody) && tokens[head].baseRelation == "nsubj"
      guard isNobody || tokens[head].relation == "obj", let verb = tokens[head].head else {
        return nil
      }
      return isNobody || language.has(tokens[verb].lemma, .carriesNone) ? verb : nil
    default: return nil
    }
  }

  private func first(_ attribution: Attribution) -> Int {
    (attribution.sources + attribution.cues + attribution.contents).map(\.lowerBound).min() ?? 0
  }

  // MARK: - Words

  private mutating func addTokens(_ reading: WindowReading) {
    let (upos, xpos) = (reading.scores.head("upos"), reading.scores.head("xpos"))
    let (features, lemma) = (reading.scores.head("feats"), reading.scores.head("lemma"))
    let mention = reading.scores.head("mention")
    for index in reading.accepted {
      let word = index - reading.offset
      func label(_ head: HeadScores) -> String {
        head.labels.isEmpty ? "_" : head.labels[head.best(word)]
      }
      let (tag, mentionType) = (label(upos), label(mention))
      let lower = strings[index].lowercased()
      let dictionaryForm = inflections.lemma(of: lower, tag: tag) {
        lemma.labels.isEmpty
          ? lower : lemmaScripts[lemma.best(word)].lemma(of: strings[index], lower: lower)
      }
      tokens.append(
        Token(
          span: spans[index], text: strings[index], lemma: dictionaryForm, upos: tag,
          xpos: label(xpos), features: label(features),
          mentionType: mentionType == "O" ? nil : mentionType,
          spaceBefore: prepared[index].gap != .none))
    }
  }

  private mutating func parse(_ sentences: [Range<Int>], _ reading: WindowReading) {
    var governed: [(dependent: Int, head: Int?)] = []
    for sentence in sentences where !sentence.isEmpty {
      let first = sentence.lowerBound - reading.offset
      let scores = reading.scores.arcs(first..<(first + sentence.count))
      for (offset, head) in SpanningTree.heads(scores, words: sentence.count).enumerated() {
        governed.append((first + offset, head == 0 ? nil : first + head - 1))
      }
    }
    let names = reading.labels["rel"] ?? []
    for (pair, relation) in zip(governed, reading.scores.relations(governed)) {
      let index = pair.dependent + reading.offset
      tokens[index].head = pair.head.map { $0 + reading.offset }
      let name = names.isEmpty ? "dep" : names[relation]
      tokens[index].relation = pair.head == nil ? "root" : name == "root" ? "dep" : name
    }
    let repair = TreeRepair(inflections: inflections, language: language)
    for sentence in sentences where !sentence.isEmpty { repair.mend(&tokens, sentence) }
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
      guard let type = NameType(rawValue: span.kind), span.score >= Self.leastName else { continue }
      names.append(NameMention(tokens: shifted(span.words, reading), type: type, score: span.score))
    }
    for span in spans("timex", reading) {
      timexes.append(TimexMention(tokens: shifted(span.words, reading), type: span.kind))
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

/// An edit script that the model gives as a lemma; made by Training/hearsay_training/lemma.py.
///
/// `l|n|s` and `k|n|s`: lower case or as it is, n code points cut from the end, s put on; `I|lemma`: the lemma itself.
enum LemmaScript: Hashable, Sendable {
  case lemma(String)
  case edit(keepsCase: Bool, cut: Int, ending: String)

  init(_ script: String) {
    let parts = script.split(separator: "|", omittingEmptySubsequences: false)
    if parts.count >= 2, parts[0] == "I" {
      self = .lemma(String(parts[1]))
    } else if parts.count == 3, let cut = Int(parts[1]) {
      self = .edit(keepsCase: parts[0] != "l", cut: cut, ending: String(parts[2]))
    } else {
      self = .edit(keepsCase: false, cut: 0, ending: "")
    }
  }

  /// The lemma of a word, whose form in lower case is given too.
  func lemma(of word: String, lower: String) -> String {
    switch self {
    case .lemma(let lemma): return lemma
    case .edit(let keepsCase, let cut, let ending):
      var scalars = (keepsCase ? word : lower).unicodeScalars
      if cut <= scalars.count { scalars.removeLast(cut) }
      return String(scalars) + ending
    }
  }
}
