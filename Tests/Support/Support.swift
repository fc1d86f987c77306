package import HearsayReading
import HearsayRecords

/// Builds an annotated text by hand: one line a word, `form lemma UPOS XPOS head relation` (head as
/// in CoNLL-U: 1-based in the sentence, 0 for the root), a blank line between sentences.
///
/// Words are joined by single spaces.
package func handmade(_ lines: String) -> AnnotatedText {
  var text = ""
  var tokens: [Token] = []
  var sentences: [Range<Int>] = []
  for block in lines.split(separator: "\n\n") {
    let first = tokens.count
    for line in block.split(separator: "\n") {
      let parts = line.split(separator: " ").map(String.init)
      precondition(parts.count == 6, "six columns wanted: \(line)")
      guard let head = Int(parts[4]) else { preconditionFailure("not a head: \(line)") }
      if !text.isEmpty { text += " " }
      let start = text.utf8.count
      text += parts[0]
      tokens.append(
        Token(
          span: TextSpan(start: start, end: text.utf8.count), text: parts[0], lemma: parts[1],
          upos: parts[2], xpos: parts[3], head: head == 0 ? nil : first + head - 1,
          relation: parts[5]))
    }
    sentences.append(first..<tokens.count)
  }
  return AnnotatedText(text: text, tokens: tokens, sentences: sentences)
}
