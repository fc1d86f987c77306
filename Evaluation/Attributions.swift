import Foundation
import Hearsay
import HearsayLanguage
import HearsayModel
import HearsayPlaces
import HearsayReading
import HearsayRecords

/// Attributions on PolNeAR's development half.
///
/// One is found when its content overlaps by half (F1 of characters) and its source is right: it overlaps by half, or both
/// have none.
enum Attributions {
  static let measure = Measure(
    name: "claims.polnear", needs: ["polnear/dev/text", "polnear/dev/attributions"], run: run)

  /// One attribution as sets of byte ranges.
  private struct Marked {
    var source: [TextSpan] = []
    var content: [TextSpan] = []
    var isQuoted = false
    /// Whether it is made within what another one says, which PolNeAR does not mark.
    var isNested = false
  }

  @Sendable private static func run(_ data: URL) throws -> [Score] {
    let tools = try EvaluationTools()
    var layer = Count()
    var claims = Count()
    var apart = Count()
    var direct = Count()
    var texts = 0
    let folder = data.appending(path: "polnear/dev")
    let annotations = try FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: "attributions").path
    ).sorted()
    for file in try FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: "text").path
    ).sorted() {
      let text = try decoded(folder.appending(path: "text/\(file)"))
      let stem = String(file.dropLast(4))
      guard let annotation = annotations.first(where: { $0.hasPrefix(stem) }) else { continue }
      texts += 1
      let gold = try marked(
        decoded(folder.appending(path: "attributions/\(annotation)")),
        text)
      let annotated = tools.annotate(text)
      let model = annotated.attributions.filter { !$0.contents.isEmpty }.map { attribution in
        Marked(
          source: attribution.sources.map { annotated.span($0) },
          content: attribution.contents.map { annotated.span($0) })
      }
      layer.add(gold, model)
      let reading = tools.read(text, annotated)
      let told = reading.claims.map {
        Marked(
          source: [$0.source].compactMap { $0 }, content: $0.content, isQuoted: !$0.quoted.isEmpty,
          isNested: $0.parent != nil)
      }
      claims.add(gold, told)
      apart.add(gold, told, leavesNested: true)
      direct.add(gold.filter(\.isQuoted), told, countsPrecision: false)
    }
    print("         model layer   \(layer)")
    print("         claims        \(claims)")
    print("         nested apart  \(apart)")
    print("         of the gold attributions that are direct quotations, found: \(direct.recall)")
    return [
      Score(key: "model.attribution.f1", value: layer.f1, of: texts),
      Score(key: "claims.polnear.f1", value: claims.f1, of: texts),
      Score(key: "claims.polnear.nestedApart.f1", value: apart.f1, of: texts),
      Score(key: "claims.polnear.directRecall", value: direct.recall, of: texts),
    ]
  }

  private struct Count: CustomStringConvertible {
    var found = 0
    var gold = 0
    var told = 0

    var precision: Double { Double(found) / Double(max(told, 1)) }
    var recall: Double { Double(found) / Double(max(gold, 1)) }
    var f1: Double { 2 * precision * recall / max(precision + recall, 1e-9) }
    var description: String {
      "P \(rounded(precision)) R \(rounded(recall)) F1 \(rounded(f1)) (\(found) of \(gold), \(told) told)"
    }

    /// Counts; `leavesNested`: nested ones that PolNeAR does not have are left out instead of being wrong.
    mutating func add(
      _ gold: [Marked], _ told: [Marked], countsPrecision: Bool = true, leavesNested: Bool = false
    ) {
      self.gold += gold.count
      if countsPrecision { self.told += told.count }
      var pairs: [(score: Double, gold: Int, told: Int)] = []
      for (i, one) in gold.enumerated() {
        for (j, other) in told.enumerated() {
          let score = overlap(one.content, other.content)
          let isRight =
            one.source.isEmpty && other.source.isEmpty || overlap(one.source, other.source) >= 0.5
          if score >= 0.5, isRight { pairs.append((score, i, j)) }
        }
      }
      var usedGold: Set<Int> = []
      var usedTold: Set<Int> = []
      for pair in pairs.sorted(by: { ($0.score, $1.gold) > ($1.score, $0.gold) })
      where !usedGold.contains(pair.gold) && !usedTold.contains(pair.told) {
        usedGold.insert(pair.gold)
        usedTold.insert(pair.told)
        found += 1
      }
      if leavesNested {
        self.told -= told.indices.count(where: { told[$0].isNested && !usedTold.contains($0) })
      }
    }
  }

  /// F1 of the bytes that two lists of spans cover.
  private static func overlap(_ one: [TextSpan], _ other: [TextSpan]) -> Double {
    let common = one.reduce(0) { sum, a in
      sum + other.reduce(0) { $0 + max(0, min(a.end, $1.end) - max(a.start, $1.start)) }
    }
    let total = one.reduce(0) { $0 + $1.count } + other.reduce(0) { $0 + $1.count }
    return total == 0 ? 0 : 2 * Double(common) / Double(total)
  }

  /// Reads BRAT stand-off annotation.
  private static func marked(_ annotation: String, _ text: String) -> [Marked] {
    let map = PositionMap(text)
    var extents: [String: [TextSpan]] = [:]
    var found: [Marked] = []
    for line in annotation.split(separator: "\n") {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard parts.count >= 2 else { continue }
      if parts[0].hasPrefix("T"), let space = parts[1].firstIndex(of: " ") {
        extents[String(parts[0])] = parts[1][parts[1].index(after: space)...].split(separator: ";")
          .compactMap { piece in
            let ends = piece.split(separator: " ").compactMap { Int($0) }
            guard ends.count == 2, let start = map.utf8Offset(ofScalar: ends[0]),
              let end = map.utf8Offset(ofScalar: ends[1]), start <= end
            else { return nil }
            return TextSpan(start: start, end: end)
          }
      } else if parts[0].hasPrefix("E") {
        var one = Marked()
        for argument in parts[1].split(separator: " ") {
          let pair = argument.split(separator: ":").map(String.init)
          guard pair.count == 2, let spans = extents[pair[1]] else { continue }
          if pair[0].hasPrefix("Source") { one.source += spans }
          if pair[0].hasPrefix("Content") { one.content += spans }
        }
        guard !one.content.isEmpty else { continue }
        let words = one.content.map { map.exact($0) }.joined(separator: " ")
        one.isQuoted = ["\"", "“", "''"].contains(where: words.hasPrefix)
        found.append(one)
      }
    }
    return found
  }
}

/// The text of a file, broken bytes replaced.
func decoded(_ file: URL) throws -> String {
  String(decoding: try Data(contentsOf: file), as: UTF8.self)
}

/// Three decimals.
func rounded(_ value: Double) -> String { String(format: "%.3f", value) }

/// The model and the gazetteer, loaded once for a measure.
final class EvaluationTools {
  let language: Language
  let annotator: Annotator
  let reports: ReportReader
  private let scratch: Scratch

  init() throws {
    let resources = Resources(environment: ProcessInfo.processInfo.environment)
    // Both networks, as reports are read.
    let networks = try Networks(resources)
    language = try Language(folder: resources.language)
    annotator = Annotator(
      model: networks.model, happenings: networks.happenings, language: language)
    scratch = annotator.makeScratch()
    reports = ReportReader(
      gazetteer: try Gazetteer(folder: resources.data),
      actors: try KnownActors(folder: resources.data),
      roles: try RoleTable(folder: resources.data))
  }

  func annotate(_ text: String) -> AnnotatedText { annotator.annotate(text, scratch: scratch) }

  /// The words are given, as for scoring layers on gold tokens.
  func annotate(_ text: String, words: [TextSpan], sentenceStarts: Set<Int>?) -> AnnotatedText {
    annotator.annotate(text, words: words, sentenceStarts: sentenceStarts, scratch: scratch)
  }

  func read(_ text: String, _ annotated: AnnotatedText, published: String? = nil) -> Reading {
    let report = Report(
      id: "evaluation", text: text, sha256: "", reader: HearsayRecords.Reader(version: "evaluation")
    )
    return reports.read(annotated, report: report, context: ReportContext(published: published))
  }
}
