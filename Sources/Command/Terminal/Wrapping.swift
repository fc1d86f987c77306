extension StyledText {
  /// The text in lines of at most `width` columns, broken between words; a word longer than a line stands
  /// alone on one.
  ///
  /// - Parameters:
  ///   - width: Columns of a line, its indent included.
  ///   - first: What the first line begins with.
  ///   - rest: What every other line begins with.
  /// - Returns: At least one line.
  func wrapped(width: Int, first: StyledText = "", rest: StyledText = "") -> [StyledText] {
    var lines: [StyledText] = []
    var line = first
    var column = first.width
    var isAtStart = true
    for word in words {
      let space = isAtStart ? 0 : 1
      if !isAtStart, column + space + word.width > width {
        lines.append(line)
        line = rest
        column = rest.width
        isAtStart = true
      }
      if !isAtStart {
        line.append(" ", word.leadingSpace)
        column += 1
      }
      line += word.text
      column += word.width
      isAtStart = false
    }
    lines.append(line)
    return lines
  }

  private struct Word {
    var text = StyledText()
    var width = 0
    /// The look of the space before it.
    var leadingSpace = Style.plain
  }

  private var words: [Word] {
    var words: [Word] = []
    var word = Word()
    func isBreak(_ character: Character) -> Bool { character == " " || character == "\n" }
    for stretch in stretches {
      var text = stretch.text[...]
      while let first = text.first {
        if isBreak(first) {
          if !word.text.isEmpty { words.append(word) }
          word = Word()
          word.leadingSpace = stretch.style
          text = text.drop(while: isBreak)
        } else {
          let letters = text.prefix { !isBreak($0) }
          word.text.append(String(letters), stretch.style)
          word.width += String(letters).terminalWidth
          text = text.dropFirst(letters.count)
        }
      }
    }
    if !word.text.isEmpty { words.append(word) }
    return words
  }
}
