/// The text of a word processor's document, paragraph by paragraph.
struct DocumentText: Hashable, Sendable {
  /// The paragraphs; the lines of a table are one, with bars between its cells.
  private(set) var paragraphs: [String] = []
  /// The paragraph that is set as the title.
  private(set) var title: String?
  /// Its language, where the document says it.
  var language: String?

  /// More text than this no report has; what follows is not kept.
  private static let most = 4 << 20
  /// A cell that holds more, in bytes, is no cell of data but a part of the page.
  private static let longestCell = 240
  /// Deeper tables and text boxes are taken for parts of the one at this depth.
  private static let deepest = 50

  private var length = 0
  private var open: [String] = [""]
  private var cells: [[String]] = []
  private var rows: [[String]] = []

  /// Adds characters to the paragraph at hand.
  mutating func add(_ text: some StringProtocol) {
    guard length <= Self.most else { return }
    length += text.utf8.count
    open[open.count - 1] += text
  }

  /// Ends the paragraph at hand.
  mutating func endParagraph(isTitle: Bool = false) {
    let text = Self.tidy(open[open.count - 1])
    open[open.count - 1] = ""
    guard !text.isEmpty else { return }
    if cells.isEmpty {
      if isTitle, title == nil, paragraphs.isEmpty { title = text }
      paragraphs.append(text)
    } else {
      cells[cells.count - 1].append(text)
    }
  }

  /// Begins a text box, which stands inside a paragraph.
  mutating func beginBox() { if open.count < Self.deepest { open.append("") } }

  mutating func endBox() {
    endParagraph()
    if open.count > 1 { open.removeLast() }
  }

  mutating func beginTable() { rows.append([]) }

  mutating func beginCell() { if cells.count < Self.deepest { cells.append([]) } }

  mutating func endCell() {
    endParagraph()
    guard let cell = cells.popLast() else { return }
    if rows.isEmpty { rows.append([]) }
    rows[rows.count - 1].append(cell.joined(separator: "\n"))
  }

  /// Ends a row of a table: short cells make a line, long ones are paragraphs.
  mutating func endRow() {
    guard let row = rows.last?.filter({ !$0.isEmpty }) else { return }
    rows[rows.count - 1] = []
    guard !row.isEmpty else { return }
    if row.contains(where: { $0.utf8.count > Self.longestCell }) || row.count == 1 {
      for cell in row { keep(cell.split(separator: "\n").map(String.init)) }
      isInRow = false
      return
    }
    let line = row.map { $0.replacing("\n", with: " ") }.joined(separator: " | ")
    if isInRow, cells.isEmpty, !paragraphs.isEmpty {
      paragraphs[paragraphs.count - 1] += "\n" + line
    } else {
      keep([line])
    }
    isInRow = true
  }

  mutating func endTable() {
    if !rows.isEmpty { rows.removeLast() }
    isInRow = false
  }

  /// Whether the last paragraph is a line of a table.
  private var isInRow = false

  private mutating func keep(_ texts: [String]) {
    if cells.isEmpty { paragraphs += texts } else { cells[cells.count - 1] += texts }
  }

  /// White space taken as one, line breaks kept.
  private static func tidy(_ text: String) -> String {
    let lines = text.split(separator: "\n").map { line in
      line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// The document as plain text.
  func page() -> ArchivedPage? {
    let text = paragraphs.joined(separator: "\n\n")
    guard text.contains(where: \.isLetter) else { return nil }
    var page = ArchivedPage(place: ArchivePlace(), bytes: Array(text.utf8))
    page.contentType = "text/plain; charset=utf-8"
    page.title = title
    page.language = language.flatMap(StatedLanguage.code)
    page.isWholeFile = true
    return page
  }
}
