import Foundation
import HearsayText

/// Main text and dates of web pages, counted as trafilatura counts: of the segments that must be in the text
/// and of those that must not, how many are.
enum Pages {
  static let measure = Measure(
    name: "pages", needs: ["pages/evaldata.json", "pages/html", "pages/dates.json"], run: run)

  @Sendable private static func run(_ data: URL) throws -> [Score] {
    let folder = data.appending(path: "pages")
    let pages =
      try JSONSerialization.jsonObject(
        with: Data(contentsOf: folder.appending(path: "evaldata.json"))) as? [String: [String: Any]]
      ?? [:]
    var found = 0
    var missed = 0
    var wrong = 0
    var right = 0
    var read = 0
    for (address, entry) in pages.sorted(by: { $0.key < $1.key }) {
      guard let file = entry["file"] as? String,
        let bytes = try? Data(contentsOf: folder.appending(path: "html/\(file)"))
      else { continue }
      read += 1
      let text =
        (try? ArticleReader.read(
          [UInt8](bytes), hints: ArticleHints(address: address, contentType: "text/html")))
        .map { article in
          String(
            article.text.dropFirst(
              article.titleSpan.map { _ in (article.title?.count ?? 0) + 2 } ?? 0))
        } ?? ""
      for segment in entry["with"] as? [String] ?? [] where !segment.isEmpty {
        if text.contains(segment) { found += 1 } else { missed += 1 }
      }
      for segment in entry["without"] as? [String] ?? [] where !segment.isEmpty {
        if text.contains(segment) { wrong += 1 } else { right += 1 }
      }
    }
    let precision = Double(found) / Double(max(found + wrong, 1))
    let recall = Double(found) / Double(max(found + missed, 1))
    let f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    print(
      "         \(read) pages: \(found) of \(found + missed) wanted, \(wrong) of \(wrong + right) unwanted segments"
    )
    return [Score(key: "pages.f1", value: f1), Score(key: "pages.dates", value: try dates(folder))]
  }

  private static func dates(_ folder: URL) throws -> Double {
    let dates =
      try JSONSerialization.jsonObject(with: Data(contentsOf: folder.appending(path: "dates.json")))
      as? [String: [String: Any]] ?? [:]
    var right = 0
    var all = 0
    for (address, entry) in dates.sorted(by: { $0.key < $1.key }) {
      guard let file = entry["file"] as? String, let date = entry["date"] as? String,
        let bytes = try? Data(contentsOf: folder.appending(path: "html/\(file)"))
      else { continue }
      all += 1
      let article = try? ArticleReader.read(
        [UInt8](bytes), hints: ArticleHints(address: address, contentType: "text/html"))
      if let published = article?.published, published.hasPrefix(date) { right += 1 }
    }
    print("         \(right) of \(all) publication dates")
    return Double(right) / Double(max(all, 1))
  }
}
