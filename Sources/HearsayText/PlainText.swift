import HearsayRecords

/// Reads plain text: the text stays as it is, and what stands around the story is found in its first lines.
enum PlainText {
  /// A headline is no longer than this.
  private static let longestTitle = 160
  /// In so many lines at the beginning title, author and place are looked for.
  private static let headLines = 12

  static func article(_ decoded: String, hints: ArticleHints) -> Article {
    let hasReturns = decoded.utf8.contains(UInt8(ascii: "\r"))
    let text =
      hasReturns
      ? decoded.replacing("\r\n", with: "\n").replacing("\r", with: "\n") : decoded
    var article = Article(text: text)
    var offset = 0
    var isFirst = true
    let lines = text.split(
      separator: "\n", maxSplits: headLines + 1, omittingEmptySubsequences: false)
    for (number, line) in lines.prefix(headLines).enumerated() {
      let trimmed = line.trimmingPrefix { $0.isWhitespace }
      let start = offset + line.utf8.count - trimmed.utf8.count
      offset += line.utf8.count + 1
      if trimmed.isEmpty { continue }
      let next = number + 1 < lines.count ? lines[number + 1] : ""
      if isFirst, isTitle(trimmed, next: next, hasMore: number + 1 < lines.count) {
        article.title = String(trimmed)
        article.titleSpan = TextSpan(start: start, end: start + trimmed.utf8.count)
      } else if article.byline == nil, let byline = byline(trimmed) {
        article.byline = byline
      } else if let dateline = Dateline.find(trimmed) {
        article.dateline = dateline
        article.datelineSpan = TextSpan(start: start, end: start + dateline.utf8.count)
        break
      } else if trimmed.count > longestTitle {
        break
      }
      isFirst = false
    }
    let (published, from) = PlainDates.published(text, address: hints.address)
    article.published = published
    article.publishedFrom = from
    article.language = Language.guess(text)
    return article
  }

  private static func isTitle(_ line: Substring, next: Substring, hasMore: Bool) -> Bool {
    guard hasMore, line.count <= longestTitle, line.contains(where: \.isLetter),
      let last = line.last
    else { return false }
    if ".:;,".contains(last) || Dateline.find(line) != nil { return false }
    return next.allSatisfy(\.isWhitespace) || next.count > line.count
  }

  private static func byline(_ line: Substring) -> String? {
    guard line.count <= 120, line.hasPrefix("By ") || line.hasPrefix("BY "), line.last != "." else {
      return nil
    }
    let name = line.dropFirst(3)
    return name.first?.isUppercase ?? false ? String(name) : nil
  }
}

/// The place line that opens an agency report: "BAGHDAD, November 7 (Reuters) —".
enum Dateline {
  /// The dateline at the start of a line, up to its dash.
  static func find(_ line: some StringProtocol) -> String? {
    let head = String(line.prefix(80))
    for dash in [" — ", " – ", " -- ", " - ", "— ", "-- "] {
      guard let range = head.firstRange(of: dash) else { continue }
      let place = head[..<range.lowerBound]
      guard let first = place.split(whereSeparator: { $0 == "," || $0 == "(" || $0 == " " }).first
      else { continue }
      let isCapitals =
        first.count >= 3
        && first.allSatisfy { $0.isUppercase || $0 == "-" || $0 == "'" || $0 == "." }
      let hasAgency =
        place.contains("(") && place.hasSuffix(")") && place.first?.isUppercase ?? false
      if isCapitals || hasAgency { return String(place) }
    }
    return nil
  }
}
