import HearsayLanguage
import HearsayRecords

/// Where the mentions of clusters stand and what they are called, so that no reference looks through all of them.
struct ClusterIndex {
  /// The clusters with a mention headed in a sentence.
  private var bySentence: [Int: Set<Int>] = [:]
  /// The clusters with a mention that ends before a token.
  private var byEnd: [Int: Set<Int>] = [:]
  /// The first cluster with a mention headed by a token, or with the token in a name.
  private var byToken: [Int: Int] = [:]
  /// The first person to whose name a token tells the office.
  private var byRoleToken: [Int: Int] = [:]
  /// The first named cluster so called.
  private var byName: [String: Int] = [:]
  /// The clusters described by these words.
  private var byDescription: [[String]: Set<Int>] = [:]

  init(_ clusters: [Cluster], text: AnnotatedText) {
    for (index, cluster) in clusters.enumerated() {
      for mention in cluster.mentions { add(mention, to: index, of: cluster, text: text) }
    }
  }

  /// Takes note of a mention after it was added to a cluster.
  mutating func add(_ mention: Mention, to index: Int, of cluster: Cluster, text: AnnotatedText) {
    bySentence[text.sentenceOfToken[mention.head], default: []].insert(index)
    byEnd[mention.tokens.upperBound, default: []].insert(index)
    let named = mention.form == .name ? mention.tokens : mention.head..<(mention.head + 1)
    for token in Array(named) + [mention.head] {
      byToken[token] = min(byToken[token] ?? index, index)
    }
    if cluster.kind == .person, mention.form == .name {
      for token in mention.role ?? 0..<0 {
        byRoleToken[token] = min(byRoleToken[token] ?? index, index)
      }
    }
    if mention.form == .nominal {
      byDescription[Self.description(mention, text), default: []].insert(index)
    }
    if cluster.nameType != nil {
      for name in [cluster.name] + cluster.aliases {
        byName[name] = min(byName[name] ?? index, index)
      }
    }
  }

  /// The clusters mentioned in these sentences, in order.
  func mentioned(in sentences: ClosedRange<Int>) -> [Int] {
    sentences.reduce(into: Set<Int>()) { $0.formUnion(bySentence[$1] ?? []) }.sorted()
  }

  func ending(before token: Int) -> [Int] { (byEnd[token] ?? []).sorted() }

  func cluster(at token: Int) -> Int? { byToken[token] }

  func person(withRoleAt token: Int) -> Int? { byRoleToken[token] }

  func cluster(named name: String) -> Int? { byName[name] }

  func described(as words: [String]) -> [Int] { (byDescription[words] ?? []).sorted() }

  /// The words of a description without articles and possessives.
  static func description(_ mention: Mention, _ text: AnnotatedText) -> [String] {
    mention.tokens.map { text.tokens[$0].lower }.filter {
      ![
        "the", "a", "an", "some", "these", "those", "his", "her", "its", "their", "another",
      ].contains($0)
    }
  }
}
