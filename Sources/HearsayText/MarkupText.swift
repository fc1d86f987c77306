/// What a reader sees of words that may be HTML: fields of JSON and of feeds, parts of mail.
package enum MarkupText {
  /// The paragraphs, with a blank line between them; words without markup stay as they are.
  package static func paragraphs(_ text: String) -> String {
    guard isMarkup(text) else { return text.contains("&") ? line(text, joins: false) : text }
    let page = PageBlocks(HTMLDocument(text).tree)
    return page.blocks.map(page.string).joined(separator: "\n\n")
  }

  /// The words on one line, references to characters replaced and tags taken off.
  package static func line(_ text: String) -> String {
    guard text.contains("&") || isMarkup(text) else { return text.collapsed }
    return line(text, joins: true).collapsed
  }

  private static func line(_ text: String, joins: Bool) -> String {
    // A line break is white space in HTML.
    let lines = joins ? [text[...]] : text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { line in
      guard line.contains("&") || joins else { return String(line) }
      let plain = isMarkup(text) ? String(line) : String(line).replacing("<", with: "&lt;")
      let page = PageBlocks(HTMLDocument(plain).tree)
      return page.blocks.map(page.string).joined(separator: " ")
    }.joined(separator: "\n")
  }

  private static let tags = [
    "</p>", "<p>", "<p ", "<br", "</a>", "</b>", "</i>", "</em>", "</strong>", "</div>", "</span>",
    "</li>", "</h", "</blockquote>",
  ]

  private static func isMarkup(_ text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: "<")) && tags.contains(where: text.contains)
  }
}
