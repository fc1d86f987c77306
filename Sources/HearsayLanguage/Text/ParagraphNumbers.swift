/// Numbers the paragraphs of a text by its words.
///
/// A line end ends a paragraph, unless lines are broken at a column, as in mail and old wire text; then only a blank line
/// does.
package enum ParagraphNumbers {
  /// The number of the paragraph of each word, from 0.
  ///
  /// - Parameters:
  ///   - words: The words of the text.
  ///   - breaks: For each word how many line ends stand before it.
  /// - Returns: As many numbers as there are words.
  package static func of(_ words: [String], breaks: [Int]) -> [Int] {
    var single = 0
    var inside = 0
    var length = 0
    var longest = 0
    for index in words.indices {
      if index > 0, breaks[index] > 0 { length = 0 }
      if index > 0, breaks[index] == 1 {
        single += 1
        if !ends.contains(words[index - 1]) { inside += 1 }
      }
      length += words[index].utf8.count + 1
      longest = max(longest, length)
    }
    let isWrapped = single >= 4 && inside * 2 > single && longest <= longestWrappedLine
    let least = isWrapped ? 2 : 1
    var number = 0
    return words.indices.map { index in
      if index > 0, breaks[index] >= least { number += 1 }
      return number
    }
  }

  /// No program breaks lines at a column beyond this, in bytes.
  package static let longestWrappedLine = 130
  /// Words that a line of a paragraph of its own ends with.
  private static let ends: Set<String> = [
    ".", "!", "?", ":", ";", "\"", "”", "''", "’", "'", "...", "…", ")",
  ]
}
