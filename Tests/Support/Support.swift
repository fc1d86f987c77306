package import HearsayLanguage
import HearsayRecords

/// Builds an annotated text by hand: one line a word, `form lemma UPOS XPOS head relation` (head as
/// in CoNLL-U: 1-based in the sentence, 0 for the root), a blank line between sentences.
///
/// Words are joined by single spaces. Names are given by their words and marked wherever they stand.
package func handmade(_ lines: String, names: KeyValuePairs<String, NameType> = [:])
  -> AnnotatedText
{
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
  // The model's names never overlap: the longest is marked first.
  var mentions: [NameMention] = []
  for (name, type) in names.sorted(by: { $0.key.count > $1.key.count }) {
    let found = places(of: name.split(separator: " ").map(String.init), in: tokens, type: type)
    mentions += found.filter { new in !mentions.contains { $0.tokens.overlaps(new.tokens) } }
  }
  return AnnotatedText(
    text: text, language: .forTests, tokens: tokens, sentences: sentences,
    names: mentions.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound })
}

private func places(of words: [String], in tokens: [Token], type: NameType) -> [NameMention] {
  tokens.indices.filter { start in
    start + words.count <= tokens.count
      && words.indices.allSatisfy { tokens[start + $0].text == words[$0] }
  }.map { NameMention(tokens: $0..<($0 + words.count), type: type) }
}

/// Builds an annotated text without syntax: words and their parts of speech as `word/UPOS`, sentences on lines
/// of their own; each word hangs on the one before it.
package func tagged(_ lines: String, names: KeyValuePairs<String, NameType> = [:]) -> AnnotatedText
{
  let blocks = lines.split(separator: "\n").map { line in
    line.split(separator: " ").enumerated().map { index, word in
      let cut = word.lastIndex(of: "/") ?? word.endIndex
      let form = word[..<cut]
      let upos = cut == word.endIndex ? "X" : word[word.index(after: cut)...]
      return "\(form) \(form.lowercased()) \(upos) _ \(index) \(index == 0 ? "root" : "dep")"
    }.joined(separator: "\n")
  }
  return handmade(blocks.joined(separator: "\n\n"), names: names)
}

/// The same with one organisation's name.
package func tagged(_ lines: String, name: String) -> AnnotatedText {
  tagged(lines, names: [name: .organization])
}
