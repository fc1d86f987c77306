import Foundation
import HearsayStories

/// Which mentions of ECB+, as its makers marked them, tell of one event, within and over documents: topics 1 to 35 in five parts,
/// each read with weights fitted on the other four.
///
/// Only the words are used: no reader, no tag of the makers. Documents are put into stories first, as the program does.
enum EventCoreference {
  static let measure = Measure(name: "coreference", needs: ["ecbplus"], run: run)

  private static let parts = 5
  /// Stories less alike than this are apart; chosen beforehand, the same for all parts.
  private static let story = 0.14
  private static let stops = [0.2, 0.3, 0.4]

  @Sendable private static func run(_ data: URL) throws -> [Score] {
    let tables = try StoryPairs.tables(Folders.root.appending(path: "Data/stories"))
    let mentions = try EventMentions(data.appending(path: "ecbplus"), tables.background)
    let topics = Array(Set(mentions.documents.map(\.topic))).sorted { Int($0) ?? 0 < Int($1) ?? 0 }
    let pairs = topics.map { MentionPairs(mentions, topic: $0, story: story) }
    var read: [[Int]] = []
    var byHead: [[Int]] = []
    for part in 0..<parts {
      let fitted = pairs.indices.filter { $0 % parts != part }.map { pairs[$0] }
      let model = CoreferenceModel(fitted)
      let stop = stops.max { model.score(fitted, stop: $0) < model.score(fitted, stop: $1) }
      for own in pairs.indices.filter({ $0 % parts == part }).map({ pairs[$0] }) {
        read += model.clusters(own, known: fitted, stop: stop ?? stops[0])
        byHead += own.byHead
      }
    }
    let coded = Dictionary(grouping: mentions.mentions.indices, by: { mentions.mentions[$0].chain })
      .values.sorted { $0[0] < $1[0] }
    let (ours, plain) = (Clusters(read: read, coded: coded), Clusters(read: byHead, coded: coded))
    print(
      "         MUC \(rounded(ours.muc)), B³ \(rounded(ours.bCubed)), CEAF-e \(rounded(ours.ceaf)); "
        + "one word, one event, in each story: \(rounded(plain.conll))")
    return [
      Score(key: "coreference.ecbplus", value: ours.conll, of: mentions.documents.count)
    ]
  }
}

/// The pairs of mentions of one topic whose documents are in one story.
struct MentionPairs {
  struct Pair {
    let left: Int
    let right: Int
    let evidence: [Double]
    /// What both words are, for what is learned of words.
    let words: [String]
    let isOne: Bool
  }

  private(set) var pairs: [Pair] = []
  /// The mentions of each story.
  private(set) var stories: [[Int]] = []
  /// The same mentions, as the makers put them together.
  private(set) var coded: [[Int]] = []
  /// The same mentions, one cluster for each head in each story: what is hard to beat.
  private(set) var byHead: [[Int]] = []

  init(_ all: EventMentions, topic: String, story: Double) {
    let documents = all.documents.indices.filter { all.documents[$0].topic == topic }
    let groups = Linkage.clusters(documents.count, stop: story) { left, right in
      .likeness(
        Double(
          all.documents[documents[left]].signature.likeness(
            to: all.documents[documents[right]].signature)))
    }
    for group in groups {
      let own = Set(group.map { documents[$0] })
      let mentions = all.mentions.indices.filter { own.contains(all.mentions[$0].document) }
      guard !mentions.isEmpty else { continue }
      stories.append(mentions)
      byHead += Dictionary(grouping: mentions, by: { all.mentions[$0].head }).values
        .sorted { $0[0] < $1[0] }
      for (offset, left) in mentions.enumerated() {
        for right in mentions[(offset + 1)...] { pairs.append(Self.pair(all, left, right)) }
      }
    }
    coded = Dictionary(grouping: stories.joined(), by: { all.mentions[$0].chain }).values
      .sorted { $0[0] < $1[0] }
  }

  private static func pair(_ all: EventMentions, _ left: Int, _ right: Int) -> Pair {
    let (one, other) = (all.mentions[left], all.mentions[right])
    let (mine, theirs) = (all.documents[one.document], all.documents[other.document])
    let isSame = one.head == other.head
    let common =
      Double(one.stems.intersection(other.stems).count)
      / Double(max(1, min(one.stems.count, other.stems.count)))
    let begins =
      !isSame && one.head.utf8.count >= 4 && other.head.hasPrefix(one.head.prefix(4))
    let isOneDocument = one.document == other.document
    let words =
      isOneDocument ? 0 : Double(Signature.cosine(mine.signature.words, theirs.signature.words))
    let names =
      isOneDocument ? 0 : Double(Signature.cosine(mine.signature.names, theirs.signature.names))
    var around = (words: 0.0, names: 0.0)
    if let here = mine.sentences[one.sentence], let there = theirs.sentences[other.sentence] {
      around = (
        Double(Signature.cosine(here.words, there.words)),
        Double(Signature.cosine(here.names, there.names))
      )
    }
    let agrees = isSame || common >= 1 ? 1.0 : 0
    func number(_ value: Bool) -> Double { value ? 1 : 0 }
    return Pair(
      left: left, right: right,
      evidence: [
        number(isSame), common, number(begins), around.words, around.names, words, names,
        number(isOneDocument), number(one.isNegated != other.isNegated),
        isSame ? all.weight(of: one.head) / 8 : 0, agrees * words, agrees * names,
        agrees * around.words, number(isOneDocument && one.sentence == other.sentence),
        number(isSame && isOneDocument),
      ], words: [one.head, other.head].sorted(), isOne: one.chain == other.chain)
  }
}

/// What makes two mentions one, fitted on some topics.
struct CoreferenceModel {
  /// How often two words told one event and how often two, by topic.
  private struct Counts {
    var one = 0.0
    var two = 0.0

    /// The logarithm of the odds against what holds of words that were never met.
    var odds: Double { log((one + 0.5) / (two + 5)) - log(0.5 / 5) }
  }

  private let regression: LogisticRegression

  init(_ fitted: [MentionPairs]) {
    var rows: [[Double]] = []
    var isOne: [Bool] = []
    for (number, topic) in fitted.enumerated() {
      let others = fitted.enumerated().filter { $0.offset != number }.map(\.element)
      rows += Self.rows(topic, known: others)
      isOne += topic.pairs.map(\.isOne)
    }
    regression = LogisticRegression(rows, isOne)
  }

  /// How well the mentions of some topics come together, each by what the others tell of words.
  func score(_ topics: [MentionPairs], stop: Double) -> Double {
    var read: [[Int]] = []
    var coded: [[Int]] = []
    for (number, topic) in topics.enumerated() where number % 2 == 0 {
      let others = topics.enumerated().filter { $0.offset != number }.map(\.element)
      read += clusters(topic, known: others, stop: stop)
      coded += topic.coded
    }
    return Clusters(read: read, coded: coded).conll
  }

  /// The mentions of a topic, those of one event together: average linkage within each story.
  func clusters(_ topic: MentionPairs, known: [MentionPairs], stop: Double) -> [[Int]] {
    var likeness: [[Int]: Double] = [:]
    for (pair, row) in zip(topic.pairs, Self.rows(topic, known: known)) {
      likeness[[pair.left, pair.right]] = regression.probability(row)
    }
    return topic.stories.flatMap { mentions in
      Linkage.clusters(mentions.count, stop: stop) { left, right in
        .likeness(likeness[[mentions[left], mentions[right]]] ?? 0)
      }.map { $0.map { mentions[$0] } }
    }
  }

  private static func rows(_ topic: MentionPairs, known: [MentionPairs]) -> [[Double]] {
    var counts: [[String]: Counts] = [:]
    for pair in known.flatMap(\.pairs) {
      if pair.isOne {
        counts[pair.words, default: Counts()].one += 1
      } else {
        counts[pair.words, default: Counts()].two += 1
      }
    }
    return topic.pairs.map { pair in
      let odds = counts[pair.words]?.odds
      let isSame = pair.words[0] == pair.words[1]
      return pair.evidence + [
        isSame ? odds ?? 0 : 0, isSame ? 0 : max(0, odds ?? 0), isSame ? 0 : min(0, odds ?? 0),
        isSame && odds == nil ? 1 : 0,
      ]
    }
  }
}
