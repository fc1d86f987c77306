/// Undoes the line breaks of set text: paragraphs are one line each, words broken at a line's end are whole, page
/// numbers are gone.
enum UnwrappedText {
  /// The text of pages that end in form feeds.
  static func text(of pages: String) -> String {
    var blocks: [String] = []
    var words = Words(pages)
    for page in pages.split(separator: "\u{0C}") {
      for block in paragraphs(page) {
        let text = joined(block, &words)
        guard text.contains(where: \.isLetter) else { continue }
        if let last = blocks.last, goesOn(last, text) {
          blocks[blocks.count - 1] = joined([last[...], text[...]], &words)
        } else {
          blocks.append(text)
        }
      }
    }
    return blocks.joined(separator: "\n\n")
  }

  /// The lines between empty lines.
  private static func paragraphs(_ page: Substring) -> [[Substring]] {
    var blocks: [[Substring]] = [[]]
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy(\.isWhitespace) {
        blocks.append([])
      } else {
        blocks[blocks.count - 1].append(line)
      }
    }
    return blocks.filter { !$0.isEmpty }
  }

  /// Whether a paragraph was broken by the end of a page or a picture: it has no end and the next no beginning.
  private static func goesOn(_ before: String, _ next: String) -> Bool {
    guard let last = before.last, let first = next.first else { return false }
    return (last.isLetter || last == "," || last == "-") && first.isLowercase && before.count > 60
  }

  private static func joined(_ lines: [Substring], _ words: inout Words) -> String {
    var text = ""
    for line in lines {
      let line = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard let last = text.last else {
        text = line
        continue
      }
      if last == "-" || last == "\u{2010}" || last == "\u{AD}", line.first?.isLowercase ?? false,
        text.dropLast().last?.isLetter ?? false
      {
        let head = text.dropLast().split { !$0.isLetter && $0 != "-" }.last ?? ""
        let tail = line.prefix { $0.isLetter }
        text =
          words.keepsHyphen(head, tail) && last != "\u{AD}" ? text + line : text.dropLast() + line
      } else {
        text += " " + line
      }
    }
    return text
  }

  /// The words of a text, to tell "anti-government" from "gov-ernment" where a line ends at the hyphen.
  private struct Words {
    private let text: String
    private var all: Set<String>?

    init(_ text: String) { self.text = text }

    /// Whether a hyphen at a line's end belongs to the word: the text has the word so elsewhere, and not without.
    mutating func keepsHyphen(_ head: Substring, _ tail: Substring) -> Bool {
      let words = all ?? Set(text.split { !$0.isLetter && $0 != "-" }.map { $0.lowercased() })
      all = words
      let (head, tail) = (head.lowercased(), tail.lowercased())
      return words.contains("\(head)-\(tail)") && !words.contains(head + tail)
    }
  }
}
