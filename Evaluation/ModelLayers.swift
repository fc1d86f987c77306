import Foundation
import HearsayLanguage
import HearsayReading
import HearsayRecords

/// The model's layers from raw text with our own words and sentences: words are matched by their characters, as
/// the CoNLL 2018 shared task's script does; labels and heads count on matched words, over all words.
enum ModelLayers {
  static let syntax = Measure(
    name: "model.syntax", needs: ["ud/EWT/dev", "ud/GUM/dev"], run: runSyntax)
  static let names = Measure(
    name: "model.names", needs: ["ner/ewt-dev.iob2", "ud/EWT/dev"], run: runNames)
  static let times = Measure(name: "model.timebank", needs: ["timeml/TimeBank"], run: runTimeBank)

  // MARK: - Words, sentences, parts of speech, trees

  @Sendable private static func runSyntax(_ data: URL) throws -> [Score] {
    let tools = try EvaluationTools()
    var scores: [Score] = []
    for (name, folder, prefixes) in [
      ("ewt", "ud/EWT/dev", [""]),
      ("gum", "ud/GUM/dev", ["GUM_news", "GUM_interview", "GUM_speech"]),
    ] {
      var tally = SyntaxTally()
      for file in try Folders.files(data.appending(path: folder))
      where prefixes.contains(where: file.lastPathComponent.hasPrefix) {
        let gold = try GoldDocument(conllu: decoded(file))
        tally.texts += 1
        tally.add(gold, tools.annotate(gold.text))
      }
      print(
        "         \(name): words \(rounded(tally.words.f1)) sentences \(rounded(tally.sentences.f1)) UPOS \(rounded(tally.upos.f1)) XPOS \(rounded(tally.xpos.f1)) lemmas \(rounded(tally.lemmas.f1)) UAS \(rounded(tally.uas.f1)) LAS \(rounded(tally.las.f1))"
      )
      for (key, value) in [
        ("words", tally.words.f1), ("sentences", tally.sentences.f1), ("upos", tally.upos.f1),
        ("lemmas", tally.lemmas.f1), ("las", tally.las.f1),
      ] {
        scores.append(Score(key: "model.\(name).\(key)", value: value, of: tally.texts))
      }
    }
    return scores
  }

  private struct SyntaxTally {
    var texts = 0
    var words = F1()
    var sentences = F1()
    var upos = F1()
    var xpos = F1()
    var lemmas = F1()
    var uas = F1()
    var las = F1()

    mutating func add(_ gold: GoldDocument, _ told: AnnotatedText) {
      let byStart = Dictionary(told.tokens.enumerated().map { ($1.span, $0) }) { first, _ in first }
      for tally in [\SyntaxTally.words, \.upos, \.xpos, \.lemmas, \.uas, \.las] {
        self[keyPath: tally].gold += gold.words.count
        self[keyPath: tally].told += told.tokens.count
      }
      for word in gold.words {
        guard let index = byStart[word.span] else { continue }
        let token = told.tokens[index]
        words.found += 1
        if token.upos == word.upos { upos.found += 1 }
        if token.xpos == word.xpos { xpos.found += 1 }
        if token.lemma == word.lemma { lemmas.found += 1 }
        let head = token.head.map { told.tokens[$0].span }
        if head == word.head.map({ gold.words[$0].span }) {
          uas.found += 1
          if token.baseRelation == word.relation.prefix(while: { $0 != ":" }) { las.found += 1 }
        }
      }
      let goldSentences = Set(
        gold.sentences.map {
          TextSpan(
            start: gold.words[$0.lowerBound].span.start, end: gold.words[$0.upperBound - 1].span.end
          )
        })
      let toldSentences = Set(told.sentences.map { told.span($0) })
      sentences.gold += goldSentences.count
      sentences.told += toldSentences.count
      sentences.found += goldSentences.intersection(toldSentences).count
    }
  }

  struct F1 {
    var found = 0
    var gold = 0
    var told = 0
    var f1: Double { 2 * Double(found) / Double(max(gold + told, 1)) }
  }

  // MARK: - Names

  /// Persons, organisations and places on EWT's development part; political places, places and facilities are all LOC there.
  @Sendable private static func runNames(_ data: URL) throws -> [Score] {
    let tools = try EvaluationTools()
    var gold: [String: [String]] = [:]
    var id = ""
    for line in try decoded(data.appending(path: "ner/ewt-dev.iob2"))
      .split(separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix("# sent_id = ") { id = String(line.dropFirst(12)) }
      let columns = line.split(separator: "\t")
      if columns.count >= 3, !line.hasPrefix("#") {
        gold[id, default: []].append(String(columns[2]))
      }
    }
    var tally = F1()
    var texts = 0
    for file in try Folders.files(data.appending(path: "ud/EWT/dev")) {
      let document = try GoldDocument(conllu: decoded(file))
      texts += 1
      let told = tools.annotate(document.text)
      var wanted: Set<Named> = []
      for (number, sentence) in document.sentences.enumerated() {
        guard let tags = gold[document.sentenceIDs[number]], tags.count == sentence.count else {
          continue
        }
        var start: Int?
        for (offset, tag) in (tags + ["O"]).enumerated() {
          let index = sentence.lowerBound + offset
          if let first = start, !tag.hasPrefix("I-") {
            let kind = String(tags[first - sentence.lowerBound].dropFirst(2))
            wanted.insert(
              Named(
                span: TextSpan(
                  start: document.words[first].span.start, end: document.words[index - 1].span.end),
                kind: kind))
            start = nil
          }
          if tag.hasPrefix("B-") { start = index }
        }
      }
      let kinds: [NameType: String] = [
        .person: "PER", .organization: "ORG", .politicalPlace: "LOC", .location: "LOC",
        .facility: "LOC",
      ]
      let found = Set(
        told.names.compactMap { name in
          kinds[name.type].map { Named(span: told.span(name.tokens), kind: $0) }
        })
      tally.gold += wanted.count
      tally.told += found.count
      tally.found += wanted.intersection(found).count
    }
    print("         names: \(tally.found) of \(tally.gold), \(tally.told) told")
    return [Score(key: "model.names.f1", value: tally.f1, of: texts)]
  }

  private struct Named: Hashable {
    let span: TextSpan
    let kind: String
  }

  // MARK: - Events and times

  /// The files of TimeBank as they have always been counted here, hidden ones too.
  ///
  /// So these fifths are not those that were held out in training, and most of the texts measured were trained on: the figures tell
  /// that nothing is lost, not how well unseen texts are read (Documentation/Measurements.md).
  private static func numbered(_ folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .sorted { $0.path < $1.path }
  }

  /// Every fifth of TimeBank's documents.
  @Sendable private static func runTimeBank(_ data: URL) throws -> [Score] {
    let tools = try EvaluationTools()
    var texts = 0
    var timex = F1()
    var events = F1()
    var polarity = (right: 0, all: 0)
    var modality = (right: 0, all: 0)
    for (number, file) in try numbered(data.appending(path: "timeml/TimeBank")).enumerated()
    where number % 5 == 0 {
      let gold = try TimeMLDocument(decoded(file))
      texts += 1
      let told = tools.annotate(gold.text)
      let toldTimes = told.timexes.map { told.span($0.tokens) }
      timex.gold += gold.times.count
      timex.told += toldTimes.count
      timex.found += gold.times.filter { time in toldTimes.contains { $0.overlaps(time) } }.count
      events.gold += gold.events.count
      events.told += told.eventMentions.count
      for event in gold.events {
        guard
          let mention = told.eventMentions.first(where: {
            told.tokens[$0.token].span.overlaps(event.span)
          })
        else { continue }
        events.found += 1
        polarity.all += 1
        modality.all += 1
        if mention.negated == event.negated { polarity.right += 1 }
        if (mention.modality == "NONE") == event.modality.isEmpty { modality.right += 1 }
      }
    }
    let polarityShare = Double(polarity.right) / Double(max(polarity.all, 1))
    let modalityShare = Double(modality.right) / Double(max(modality.all, 1))
    print(
      "         TIMEX3 extents (relaxed) \(rounded(timex.f1)), EVENT \(rounded(events.f1)), polarity \(rounded(polarityShare)), modality \(rounded(modalityShare))"
    )
    return [
      Score(key: "model.timex.f1", value: timex.f1, of: texts),
      Score(key: "model.event.f1", value: events.f1, of: texts),
      Score(key: "model.event.polarity", value: polarityShare, of: texts),
      Score(key: "model.event.modality", value: modalityShare, of: texts),
    ]
  }
}

/// A CoNLL-U document as running text with its words.
struct GoldDocument {
  struct Word {
    let span: TextSpan
    let upos: String
    let xpos: String
    let lemma: String
    var head: Int?
    let relation: String
  }

  private(set) var text = ""
  private(set) var words: [Word] = []
  private(set) var sentences: [Range<Int>] = []
  private(set) var sentenceIDs: [String] = []

  init(conllu: String) throws {
    var white = ""
    var first = 0
    var id = ""
    var part: (until: Int, after: String, end: Int)?
    for line in conllu.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("# newpar") || line.hasPrefix("# newdoc"), !text.isEmpty { white = "\n\n" }
      if line.hasPrefix("# sent_id = ") { id = String(line.dropFirst(12)) }
      if line.isEmpty, words.count > first {
        sentences.append(first..<words.count)
        sentenceIDs.append(id)
        first = words.count
      }
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard columns.count == 10, !line.hasPrefix("#"), !columns[0].contains(".") else { continue }
      let after = columns[9].contains("SpaceAfter=No") ? "" : " "
      if let dash = columns[0].firstIndex(of: "-"),
        let until = Int(columns[0][columns[0].index(after: dash)...])
      {
        text += white
        white = ""
        part = (until, after, text.utf8.count + columns[1].utf8.count)
        text += columns[1]
        // Its words are laid over its characters below.
        text.removeLast(columns[1].count)
        continue
      }
      guard let number = Int(columns[0]) else { continue }
      text += white
      let start = text.utf8.count
      text += columns[1]
      let head = Int(columns[6]) ?? 0
      words.append(
        Word(
          span: TextSpan(start: start, end: text.utf8.count), upos: columns[3], xpos: columns[4],
          lemma: columns[2], head: head == 0 ? nil : first + head - 1, relation: columns[7]))
      if let inside = part {
        white = number == inside.until ? inside.after : ""
        if number == inside.until { part = nil }
      } else {
        white = after
      }
    }
    if words.count > first {
      sentences.append(first..<words.count)
      sentenceIDs.append(id)
    }
  }
}

/// The text of a TimeML document, and where its events and times stand.
struct TimeMLDocument {
  struct Event {
    let span: TextSpan
    var negated = false
    var modality = ""
  }

  private(set) var text = ""
  private(set) var times: [TextSpan] = []
  /// Of each time its TIMEX3 type and value: "DATE 1998-02-06".
  private(set) var timeValues: [String] = []
  /// The day that the document was made.
  private(set) var created: String?
  private(set) var events: [Event] = []

  init(_ source: String) throws {
    for tag in source.split(separator: "<TIMEX3").dropFirst()
    where tag.prefix(while: { $0 != ">" }).contains("functionInDocument=\"CREATION_TIME\"") {
      created = String(Self.attribute("value", tag).prefix(10))
    }
    guard let open = source.range(of: "<TEXT>"), let close = source.range(of: "</TEXT>") else {
      return
    }
    var ids: [String] = []
    var stack: [(name: Substring, start: Int, attributes: Substring)] = []
    var rest = source[open.upperBound..<close.lowerBound]
    while let first = rest.first {
      if first == "<", let end = rest.firstIndex(of: ">") {
        let tag = rest[rest.index(after: rest.startIndex)..<end]
        if tag.hasPrefix("/"), let started = stack.popLast() {
          let span = TextSpan(start: started.start, end: text.utf8.count)
          if started.name == "TIMEX3" {
            times.append(span)
            timeValues.append(
              Self.attribute("type", started.attributes) + " "
                + Self.attribute("value", started.attributes))
          }
          if started.name == "EVENT" {
            events.append(Event(span: span))
            ids.append(Self.attribute("eid", started.attributes))
          }
        } else if !tag.hasSuffix("/") {
          stack.append((tag.prefix { $0 != " " }, text.utf8.count, tag))
        }
        rest = rest[rest.index(after: end)...]
      } else {
        let chunk = rest.prefix { $0 != "<" }
        text += chunk.replacing("&amp;", with: "&").replacing("&lt;", with: "<").replacing(
          "&gt;", with: ">"
        ).replacing("&quot;", with: "\"").replacing("&apos;", with: "'")
        rest = rest[chunk.endIndex...]
      }
    }
    for line in source.split(separator: "<") where line.hasPrefix("MAKEINSTANCE") {
      guard let index = ids.firstIndex(of: Self.attribute("eventID", line)) else { continue }
      if Self.attribute("polarity", line) == "NEG" { events[index].negated = true }
      let modality = Self.attribute("modality", line).lowercased()
      if !["", "none"].contains(modality) { events[index].modality = modality }
    }
  }

  private static func attribute(_ name: String, _ tag: Substring) -> String {
    guard let start = tag.range(of: " \(name)=\"") else { return "" }
    return String(tag[start.upperBound...].prefix { $0 != "\"" })
  }
}
