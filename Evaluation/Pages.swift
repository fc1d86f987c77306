import Foundation
import HearsayText

/// Main text and dates of web pages, counted as trafilatura counts: of the segments that must be in the text
/// and of those that must not, how many are, white space taken as one.
///
/// With `HEARSAY_PAGE_BLOCKS=FILE` the blocks of each page and their values are written there, which
/// `Training/train_blocks.py` learns from.
enum Pages {
  static let measure = Measure(
    name: "pages", needs: ["pages/evaldata.json", "pages/html", "pages/dates.json"], run: run)

  /// A page and the segments that people marked on it.
  private struct Page: Sendable {
    let address: String
    let bytes: [UInt8]
    let wanted: [String]
    let unwanted: [String]
  }

  private struct Counts {
    var found = 0
    var missed = 0
    var wrong = 0

    var precision: Double { Double(found) / Double(max(found + wrong, 1)) }
    var recall: Double { Double(found) / Double(max(found + missed, 1)) }
    var f1: Double { Double(2 * found) / Double(max(2 * found + wrong + missed, 1)) }
  }

  @Sendable private static func run(_ data: URL) throws -> [Score] {
    let folder = data.appending(path: "pages")
    let pages = try pages(folder)
    if let file = ProcessInfo.processInfo.environment["HEARSAY_PAGE_BLOCKS"] {
      try write(pages, to: file)
    }
    var all = Counts()
    let listsMisses = CommandLine.arguments.contains("--misses")
    for page in pages {
      let text = words(ArticleReader.mainText(page.bytes, hints: hints(page)) ?? "")
      let missed = page.wanted.filter { !text.contains($0) }
      let wrong = page.unwanted.filter { text.contains($0) }
      all.found += page.wanted.count - missed.count
      all.missed += missed.count
      all.wrong += wrong.count
      guard listsMisses, !(missed + wrong).isEmpty else { continue }
      print("         \(page.address)")
      for segment in missed { print("             missed: \(segment)") }
      for segment in wrong { print("             unwanted: \(segment)") }
    }
    print(
      "         \(pages.count) pages: \(all.found) of \(all.found + all.missed) wanted, \(all.wrong) unwanted segments; precision \(three(all.precision)), recall \(three(all.recall))"
    )
    speed(pages)
    return [
      Score(key: "pages.f1", value: all.f1, of: pages.count), try dates(folder),
    ]
  }

  private static func three(_ value: Double) -> String {
    value.formatted(.number.precision(.fractionLength(3)))
  }

  private static func hints(_ page: Page) -> ArticleHints {
    ArticleHints(address: page.address, contentType: "text/html")
  }

  /// Runs of white space as one space, as Python's `\s` counts it.
  private static func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func pages(_ folder: URL) throws -> [Page] {
    let marked =
      try JSONSerialization.jsonObject(
        with: Data(contentsOf: folder.appending(path: "evaldata.json"))) as? [String: [String: Any]]
      ?? [:]
    return marked.sorted { $0.key < $1.key }.compactMap { address, entry in
      guard let file = entry["file"] as? String,
        let bytes = try? Data(contentsOf: folder.appending(path: "html/\(file)"))
      else { return nil }
      let segments = { (key: String) in
        (entry[key] as? [String] ?? []).map(words).filter { !$0.isEmpty }
      }
      return Page(
        address: address, bytes: [UInt8](bytes), wanted: segments("with"),
        unwanted: segments("without"))
    }
  }

  /// Pages a second: of processor time on one core for the main text alone and for everything that is read of a page,
  /// and by the clock on two.
  private static func speed(_ pages: [Page]) {
    let all = processorTime {
      for page in pages { _ = try? ArticleReader.read(page.bytes, hints: hints(page)) }
    }
    let text = processorTime {
      for page in pages { _ = ArticleReader.mainText(page.bytes, hints: hints(page)) }
    }
    let start = ContinuousClock.now
    _ = concurrently(pages.count) { index, _ in
      ArticleReader.mainText(pages[index].bytes, hints: hints(pages[index])) != nil
    } makeWorkspace: {
      0
    }
    let both = (ContinuousClock.now - start) / .seconds(1)
    let rate = { (seconds: Double) in Int(Double(pages.count) / max(seconds, 0.001)) }
    print(
      "         main text \(rate(text)) pages/s a core, \(rate(both)) pages/s by the clock on two; with headline, dates and names \(rate(all)) pages/s a core"
    )
  }

  private static func processorTime(_ work: () -> Void) -> Double {
    let start = clock()
    work()
    return Double(clock() - start) / Double(CLOCKS_PER_SEC)
  }

  private static func write(_ pages: [Page], to file: String) throws {
    var lines = Data()
    for page in pages {
      let inspected = InspectedPage(page.bytes)
      let line: [String: Any] = [
        "url": page.address, "texts": inspected.texts, "values": inspected.values,
        "besides": inspected.besides, "title": inspected.title ?? "",
      ]
      lines += try JSONSerialization.data(withJSONObject: line)
      lines.append(0x0A)
    }
    try lines.write(to: URL(filePath: file))
  }

  private static func dates(_ folder: URL) throws -> Score {
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
    return Score(
      key: "pages.dates", value: Double(right) / Double(max(all, 1)), of: all)
  }
}
