import Foundation
import HearsayReading
import HearsayRecords

/// Who is who: links between mentions of persons and organisations in GUM's development part, from raw text.
///
/// Counted are names and pronouns; a link is right if both of its mentions are one entity in GUM too. Mentions
/// that were not found count against recall.
enum Entities {
  static let measure = Measure(name: "entities.gum", needs: ["ud/GUM/dev"], run: run)

  /// The genres nearest to news.
  private static let genres = ["GUM_news", "GUM_interview", "GUM_speech", "GUM_bio"]

  @Sendable private static func run(_ data: URL) throws -> [Score] {
    let tools = try EvaluationTools()
    let folder = data.appending(path: "ud/GUM/dev")
    let files = try Folders.files(folder)
    var texts = 0
    var found = 0
    var all = 0
    var right = 0
    var told = 0
    var wanted = 0
    for file in files where genres.contains(where: file.lastPathComponent.hasPrefix) {
      texts += 1
      let gold = try CoreferenceDocument(conllu: decoded(file))
      let reading = tools.read(gold.text, tools.annotate(gold.text))
      let entities = gold.mentions.map { entity(of: $0, reading) }
      all += entities.count
      if CommandLine.arguments.contains("--misses") {
        for (mention, entity) in zip(gold.mentions, entities) where entity == nil {
          let words = PositionMap(gold.text).exact(mention.span)
          print(
            "             \(file.lastPathComponent) \(mention.span.start): “\(words)” not found")
        }
      }
      found += entities.reduce(0) { $0 + ($1 == nil ? 0 : 1) }
      for (first, mention) in gold.mentions.enumerated() {
        for second in gold.mentions.indices.dropFirst(first + 1) {
          let isGold = mention.group == gold.mentions[second].group
          let isTold = entities[first] != nil && entities[first] == entities[second]
          wanted += isGold ? 1 : 0
          told += isTold ? 1 : 0
          right += isGold && isTold ? 1 : 0
        }
      }
    }
    let precision = Double(right) / Double(max(told, 1))
    let recall = Double(right) / Double(max(wanted, 1))
    let f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    print(
      "         \(found) of \(all) mentions; links: precision \(rounded(precision)) recall \(rounded(recall)) F1 \(rounded(f1))"
    )
    return [
      Score(key: "entities.gum.mentions", value: Double(found) / Double(max(all, 1)), of: texts),
      Score(key: "entities.gum.links.precision", value: precision, of: texts),
      Score(key: "entities.gum.links.f1", value: f1, of: texts),
    ]
  }

  /// The entity with the widest mention inside a gold mention that touches its head.
  private static func entity(
    of mention: CoreferenceDocument.Mention, _ reading: Reading
  ) -> String? {
    reading.entities.flatMap { entity in entity.mentions.map { (span: $0, id: entity.id) } }
      .filter { mention.span.contains($0.span) && mention.core.overlaps($0.span) }
      .max { $0.span.count < $1.span.count }?.id
  }
}

/// A GUM document's text with the names and pronouns that mean persons and organisations.
struct CoreferenceDocument {
  struct Mention {
    let group: String
    let span: TextSpan
    /// Its head and what goes with it.
    let core: TextSpan
  }

  private(set) var text = ""
  private(set) var mentions: [Mention] = []

  private static let pronouns: Set<String> = [
    "he", "she", "him", "her", "his", "hers", "himself", "herself", "they", "them", "their", "it",
    "its", "who", "which", "whose",
  ]

  init(conllu: String) throws {
    let document = try GoldDocument(conllu: conllu)
    text = document.text
    let columns = conllu.split(separator: "\n").filter { line in
      guard let first = line.split(separator: "\t").first else { return false }
      return !line.hasPrefix("#") && Int(first) != nil
    }.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    precondition(columns.count == document.words.count, "words and lines differ")
    var open: [(fields: [String], first: Int)] = []
    for (index, fields) in columns.enumerated() {
      guard let entity = fields[9].split(separator: "|").first(where: { $0.hasPrefix("Entity=") })
      else { continue }
      for part in Self.brackets(entity.dropFirst("Entity=".count)) {
        if part.hasPrefix("(") {
          let inside = part.drop { $0 == "(" }.prefix { $0 != ")" }
          open.append((inside.split(separator: "-").map(String.init), index))
          if !part.hasSuffix(")") { continue }
          if let last = open.popLast() { add(last, through: index, document, columns) }
        } else {
          let group = String(part.dropLast())
          if let position = open.lastIndex(where: { $0.fields.first == group }) {
            add(open.remove(at: position), through: index, document, columns)
          }
        }
      }
    }
    mentions.sort { $0.span < $1.span }
  }

  private mutating func add(
    _ mention: (fields: [String], first: Int), through last: Int, _ document: GoldDocument,
    _ columns: [[String]]
  ) {
    guard mention.fields.count > 5, ["person", "organization"].contains(mention.fields[1]) else {
      return
    }
    let core = mention.fields[5].split(separator: ",").compactMap { Int($0) }
      .map { mention.first + $0 - 1 }.filter { document.words.indices.contains($0) }
    guard let low = core.first, let high = core.last else { return }
    let isPronoun =
      mention.first == last && Self.pronouns.contains(columns[last][1].lowercased())
    guard isPronoun || core.contains(where: { columns[$0][3] == "PROPN" }) else { return }
    mentions.append(
      Mention(
        group: mention.fields[0],
        span: TextSpan(
          start: document.words[mention.first].span.start, end: document.words[last].span.end),
        core: TextSpan(
          start: document.words[low].span.start, end: document.words[high].span.end)))
  }

  /// "(1-person…(2-place…)3)" → its opening and closing parts.
  private static func brackets(_ value: Substring) -> [Substring] {
    var parts: [Substring] = []
    var start = value.startIndex
    var index = start
    while index < value.endIndex {
      let next = value.index(after: index)
      if value[index] == ")" || next == value.endIndex || value[next] == "(" {
        parts.append(value[start..<next])
        start = next
      }
      index = next
    }
    return parts
  }
}
