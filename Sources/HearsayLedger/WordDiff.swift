package import HearsayRecords

/// What changed between two versions of a text, word by word.
///
///     for change in WordDiff(old: "killed 12 people", new: "killed 15 people").changes { … }
package struct WordDiff: Hashable, Sendable {
  /// A stretch of the comparison: words that stayed, went or came.
  package enum Change: Hashable, Sendable {
    /// Words in both, with where they stand in each.
    case same(old: TextSpan, new: TextSpan)
    /// Words only in the old text.
    case removed(TextSpan)
    /// Words only in the new text.
    case added(TextSpan)
  }

  /// The stretches in the order of the texts.
  ///
  /// Where words were replaced, the removed stand first. Spaces between the words of one stretch belong to
  /// it; spaces at its ends do not.
  package let changes: [Change]

  /// Whether nothing but spaces differs.
  package var isEmpty: Bool {
    changes.allSatisfy { change in
      if case .same = change { true } else { false }
    }
  }

  /// Compares two texts.
  ///
  /// The time grows with their length times the number of differences, and with the length alone once there
  /// are more than ``ShortestEdit/patience``.
  package init(old: String, new: String) {
    let old = Self.words(of: old)
    let new = Self.words(of: new)
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    func numbered(_ words: [Word]) -> [Int] {
      words.map { word in
        if let number = numbers[word.utf8] { return number }
        numbers[word.utf8] = numbers.count
        return numbers.count - 1
      }
    }
    let edit = ShortestEdit(from: numbered(old), to: numbered(new))
    changes = Self.stretches(edit, old.map(\.span), new.map(\.span))
  }

  private struct Word {
    let span: TextSpan
    let utf8: ArraySlice<UInt8>
  }

  /// Letters and digits that stand together are a word, with what joins them (`12,500`, `U.S`, `don't`); an
  /// ideograph is a word, and so is any other character but a space.
  private static func words(of text: String) -> [Word] {
    let bytes = Array(text.utf8)
    let characters = Array(text)
    var words: [Word] = []
    var start = 0
    var end = 0
    func isWordLike(_ index: Int) -> Bool {
      guard characters.indices.contains(index) else { return false }
      let character = characters[index]
      return (character.isLetter || character.isNumber) && !isIdeograph(character)
    }
    func finish() {
      guard start < end else { return }
      words.append(Word(span: TextSpan(start: start, end: end), utf8: bytes[start..<end]))
      start = end
    }
    for (index, character) in characters.enumerated() {
      let next = end + character.utf8.count
      let isJoining =
        ".,:'’-/".contains(character) && isWordLike(index - 1) && isWordLike(index + 1)
      if isWordLike(index) || isJoining {
        end = next
        continue
      }
      finish()
      end = next
      if character.isWhitespace { start = next } else { finish() }
    }
    finish()
    return words
  }

  private static func isIdeograph(_ character: Character) -> Bool {
    character.unicodeScalars.first?.properties.isIdeographic ?? false
  }

  private static func stretches(
    _ edit: ShortestEdit, _ old: [TextSpan], _ new: [TextSpan]
  ) -> [Change] {
    var changes: [Change] = []
    var i = 0
    var j = 0
    func span(_ words: [TextSpan], _ from: Int, _ to: Int) -> TextSpan {
      TextSpan(start: words[from].start, end: words[to - 1].end)
    }
    while i < old.count || j < new.count {
      let (fromOld, fromNew) = (i, j)
      while i < old.count, edit.isRemoved[i] { i += 1 }
      if i > fromOld { changes.append(.removed(span(old, fromOld, i))) }
      while j < new.count, edit.isAdded[j] { j += 1 }
      if j > fromNew { changes.append(.added(span(new, fromNew, j))) }
      let (sameOld, sameNew) = (i, j)
      while i < old.count, j < new.count, !edit.isRemoved[i], !edit.isAdded[j] {
        i += 1
        j += 1
      }
      if i > sameOld {
        changes.append(.same(old: span(old, sameOld, i), new: span(new, sameNew, j)))
      }
    }
    return changes
  }
}
