public import HearsayRecords

/// Splits raw text into words by rules, as Universal Dependencies does for English.
///
/// The rules are those of `Training/hearsay_training/words.py`, where they are told in order; both must agree
/// on every text, and `Tests/Golden/words.jsonl` checks it. A plain scanner over code points.
public enum Words {
  /// The words of `text` in order; they never overlap and hold no white space.
  ///
  /// O(text).
  public static func split(_ text: String) -> [TextSpan] {
    var scanner = WordScanner(text)
    return scanner.split()
  }
}

/// The scanner's state: the text as code points, and the words found.
private struct WordScanner {
  private let scalars: [Unicode.Scalar]
  /// UTF-8 offset of each code point, and of the end.
  private let offsets: [Int]
  private var found: [Range<Int>] = []

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    var offsets: [Int] = []
    offsets.reserveCapacity(scalars.count + 1)
    var offset = 0
    for scalar in scalars {
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
    self.offsets = offsets
  }

  mutating func split() -> [TextSpan] {
    var i = 0
    while i < scalars.count {
      if isSpace(i) {
        i += 1
        continue
      }
      var end = i
      while end < scalars.count, !isSpace(end) { end += 1 }
      chunk(i, end)
      i = end
    }
    return found.map { TextSpan(start: offsets[$0.lowerBound], end: offsets[$0.upperBound]) }
  }

  // MARK: - Chunks

  private mutating func chunk(_ start: Int, _ end: Int) {
    var i = start
    while i < end, !isWord(i), scalars[i] != "@", scalars[i] != "#" { i = other(i, end) }
    if i < end, isAddress(i, end) {
      var j = end
      while j > i, WordTables.closing.contains(scalars[j - 1]) { j -= 1 }
      if j > i {
        found.append(i..<j)
        i = j
      }
    }
    while i < end {
      let isSign = scalars[i] == "@" || scalars[i] == "#"
      if isSign, i + 1 < end,
        scalars[i + 1].properties.isAlphabetic || scalars[i] == "@" && isWord(i + 1),
        i == 0 || !isWord(i - 1)
      {
        let j = wordEnd(i + 1, end)
        found.append(i..<j)
        i = j
      } else if isWord(i) {
        i = word(i, end)
      } else if isApostrophe(i), isClitic(i, end) {
        let j = wordEnd(i + 1, end)
        found.append(i..<j)
        i = j
      } else {
        i = other(i, end)
      }
    }
  }

  /// One character that is no part of a word, or a run of it.
  private mutating func other(_ i: Int, _ end: Int) -> Int {
    if let j = emoticonEnd(i, end) {
      found.append(i..<j)
      return j
    }
    var j = i + 1
    if WordTables.runs.contains(scalars[i]) {
      while j < end, scalars[j] == scalars[i] { j += 1 }
    } else if isApostrophe(i), j < end, scalars[j] == scalars[i] {
      j += 1
    }
    found.append(i..<j)
    return j
  }

  /// One past an emoticon such as :-) that begins at `i`.
  private func emoticonEnd(_ i: Int, _ end: Int) -> Int? {
    guard scalars[i] == ":" || scalars[i] == ";" else { return nil }
    var j = i + 1
    if j < end, scalars[j] == "-" { j += 1 }
    guard j < end, [")", "(", "D", "P"].contains(scalars[j]), !(j + 1 < end && isWord(j + 1)) else {
      return nil
    }
    return j + 1
  }

  private func isAddress(_ start: Int, _ end: Int) -> Bool {
    // A colon or an "at" sign must be there, or "www."; most chunks have neither.
    guard
      (start..<end).contains(where: { scalars[$0] == ":" || scalars[$0] == "@" })
        || lower(start..<min(start + 4, end)) == "www."
    else { return false }
    let low = Array(lower(start..<end).unicodeScalars)
    let text = lower(start..<end)
    if ["http://", "https://", "ftp://", "www."].contains(where: text.hasPrefix) { return true }
    if text.contains("://") { return true }
    guard let at = low.firstIndex(of: "@"), at > 0, at + 1 < low.count, low[at...].contains(".")
    else {
      return false
    }
    return (isAlphanumeric(low[at - 1]) || low[at - 1] == ".") && isAlphanumeric(low[0])
      && isAlphanumeric(low[at + 1])
  }

  // MARK: - Words

  /// Reads one word, with the clitics and the period that belong to it; returns where it ends.
  private mutating func word(_ start: Int, _ end: Int) -> Int {
    var j = start
    while j < end {
      let c = scalars[j]
      let after: Unicode.Scalar = j + 1 < end ? scalars[j + 1] : " "
      let before: Unicode.Scalar = j > start ? scalars[j - 1] : " "
      let stays =
        isWord(j)
        || (c == "." || c == "," || c == ":") && isDigit(before) && isDigit(after)
        || c == "." && after.properties.isAlphabetic && joinsPeriod(start, j)
        || isApostrophe(j) && before.properties.isAlphabetic && after.properties.isAlphabetic
          && !isClitic(j, end) && !isNegation(j, end)
        || c == "-" && isAlphanumeric(after) && joinsHyphen(start, j, end)
        || c == "@" && before.properties.isAlphabetic && after.properties.isAlphabetic
        || isApostrophe(j) && isDigit(before) && after == "s"
        || c == "/" && isDigit(before) && isDigit(after)
        || c == "&" && before.properties.isUppercase && after.properties.isUppercase
      guard stays else { break }
      j += 1
    }
    if j < end, scalars[j] == ".", keepsPeriod(start, j, end) { j += 1 }
    record(start..<j)
    guard j < end, isApostrophe(j), isNegation(j, end) else { return j }
    if let last = found.last, last.upperBound == j, j - 1 > last.lowerBound {
      found[found.count - 1] = last.lowerBound..<(j - 1)
      found.append((j - 1)..<(j + 2))
    } else if let last = found.last {
      found[found.count - 1] = last.lowerBound..<(j + 2)
    }
    return j + 2
  }

  /// Records one word, parted where two are written as one.
  private mutating func record(_ range: Range<Int>) {
    let low = lower(range)
    if let first = WordTables.joined[low] {
      found.append(range.lowerBound..<(range.lowerBound + first))
      found.append((range.lowerBound + first)..<range.upperBound)
      return
    }
    var k = range.lowerBound
    while k < range.upperBound,
      isDigit(scalars[k])
        || (scalars[k] == "." || scalars[k] == "," || scalars[k] == ":") && k + 1 < range.upperBound
    {
      k += 1
    }
    if k > range.lowerBound, k < range.upperBound {
      var unit = lower(k..<range.upperBound)
      while unit.hasSuffix(".") { unit.removeLast() }
      if WordTables.units.contains(unit) {
        found.append(range.lowerBound..<k)
        found.append(k..<range.upperBound)
        return
      }
    }
    found.append(range)
  }

  /// Whether an apostrophe begins a clitic of the word before it.
  private func isClitic(_ i: Int, _ end: Int) -> Bool {
    guard i > 0, isWord(i - 1) else { return false }
    let j = wordEnd(i + 1, end)
    return WordTables.clitics.contains(lower((i + 1)..<j))
  }

  /// Whether the apostrophe stands in "n't".
  private func isNegation(_ j: Int, _ end: Int) -> Bool {
    guard j > 0, scalars[j - 1] == "n" || scalars[j - 1] == "N", j + 1 < end,
      scalars[j + 1] == "t" || scalars[j + 1] == "T"
    else { return false }
    return !(j + 2 < end && isWord(j + 2))
  }

  /// Whether a period between letters stays inside the word.
  private func joinsPeriod(_ start: Int, _ j: Int) -> Bool {
    if j - start == 1 || j - 2 >= start && scalars[j - 2] == "." { return true }
    if WordTables.abbreviations.contains(lower(start..<j)) { return false }
    return scalars[j + 1].properties.isLowercase && !scalars[j - 1].properties.isUppercase
  }

  /// Whether the period belongs to the word before it.
  private func keepsPeriod(_ start: Int, _ j: Int, _ end: Int) -> Bool {
    if j + 1 < end, scalars[j + 1] == "." { return false }
    let low = lower(start..<j)
    if WordTables.beforeNumber.contains(low) {
      var k = j + 1
      while k < scalars.count, scalars[k] == " " { k += 1 }
      return k < scalars.count && isDigit(scalars[k])
    }
    if WordTables.abbreviations.contains(low),
      !WordTables.withCapital.contains(low) || scalars[start].properties.isUppercase
    {
      // In lower case ("etc.", "p.m.") the period at a line's end is the sentence's.
      return !(lower(start..<j) == string(start..<j) && endsLine(j + 1))
    }
    let count = j - start
    if count >= 3, scalars[j - 2] == ".", scalars[j - 1].properties.isAlphabetic { return true }
    if isListNumber(start, j) { return true }
    return count == 1 && scalars[start].properties.isUppercase && scalars[start] != "I"
      && !endsLine(j + 1)
  }

  /// Whether nothing but closing marks and spaces stands between `k` and the end of its line.
  private func endsLine(_ start: Int) -> Bool {
    var k = start
    while k < scalars.count, WordTables.closing.contains(scalars[k]) { k += 1 }
    while k < scalars.count, scalars[k] == " " || scalars[k] == "\t" { k += 1 }
    return k == scalars.count || scalars[k] == "\n" || scalars[k] == "\r"
  }

  /// Whether the word is a number that opens its line: "2." or "4.1." before a heading.
  private func isListNumber(_ start: Int, _ j: Int) -> Bool {
    guard start == 0 || scalars[start - 1] == "\n", j - start <= 5, j + 1 < scalars.count,
      scalars[j + 1] == " "
    else { return false }
    return (start..<j).allSatisfy { isDigit(scalars[$0]) || scalars[$0] == "." }
  }

  /// Whether a hyphen stays inside the word.
  private func joinsHyphen(_ start: Int, _ j: Int, _ end: Int) -> Bool {
    if WordTables.prefixes.contains(lower(start..<j)), scalars[j + 1].properties.isAlphabetic {
      return true
    }
    guard (start..<j).allSatisfy({ isDigit(scalars[$0]) || scalars[$0] == "-" }),
      (start..<j).contains(where: { isDigit(scalars[$0]) })
    else { return false }
    var k = j + 1
    while k < end, isDigit(scalars[k]) || scalars[k] == "-" { k += 1 }
    if k < end, isWord(k) { return false }
    var last = k
    while last > start, scalars[last - 1] == "-" { last -= 1 }
    let groups = scalars[start..<last].split(separator: "-", omittingEmptySubsequences: false)
    return groups.count >= 3 || groups.count == 2 && groups[0].count == 3 && groups[1].count == 4
  }

  // MARK: - Characters

  private func wordEnd(_ start: Int, _ end: Int) -> Int {
    var j = start
    while j < end, isWord(j) { j += 1 }
    return j
  }

  private func string(_ range: Range<Int>) -> String {
    if scalars[range].allSatisfy(\.isASCII) {
      return String(decoding: scalars[range].map { UInt8($0.value) }, as: UTF8.self)
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }

  private func lower(_ range: Range<Int>) -> String { string(range).lowercased() }

  private func isApostrophe(_ i: Int) -> Bool { scalars[i] == "'" || scalars[i] == "’" }

  private func isWord(_ i: Int) -> Bool {
    isAlphanumeric(scalars[i]) || scalars[i] == "_" || ("\u{300}"..."\u{36F}").contains(scalars[i])
  }

  private func isSpace(_ i: Int) -> Bool {
    let scalar = scalars[i]
    if scalar.isASCII {
      return scalar == " " || (9...13).contains(scalar.value) || (28...31).contains(scalar.value)
    }
    return scalar.properties.isWhitespace
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return ("0"..."9").contains(scalar) }
    return scalar.properties.numericType == .decimal || scalar.properties.numericType == .digit
  }

  private func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
        || ("0"..."9").contains(scalar)
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      return true
    default: return scalar.properties.numericType != nil
    }
  }
}
