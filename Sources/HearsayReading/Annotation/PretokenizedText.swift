import HearsayLanguage
package import HearsayRecords
package import HearsayText

/// A text that comes with its words and sentences, as CoNLL-U gives them.
///
/// The running text is put together from the words, `SpaceAfter=No` and paragraph comments, so that the model sees what a
/// reader would.
package struct PretokenizedText: Sendable {
  /// A syntactic word.
  package struct Word: Hashable, Sendable {
    /// Its characters in the text; of a contraction's words each has a share of the characters.
    package let span: TextSpan
    /// The form as the file gives it.
    package let form: String
  }

  /// A line of a sentence: a comment (one column), a word, a contraction or an empty node.
  package struct Line: Hashable, Sendable {
    package let columns: [String]
    /// The word's index in the text; `nil` for all but words.
    package let word: Int?
  }

  /// The running text.
  package private(set) var text = ""
  /// Its words in order.
  package private(set) var words: [Word] = []
  /// Ranges of indices of words.
  package private(set) var sentences: [Range<Int>] = []
  /// For each sentence its lines, comments first.
  package private(set) var lines: [[Line]] = []

  private var isEmpty: Bool { sentences.isEmpty }

  /// The texts of a CoNLL-U file: one for each `# newdoc`, or a single one.
  ///
  /// - Throws: ``TextError`` that names the line which is not CoNLL-U.
  package static func documents(conllu: String) throws(TextError) -> [PretokenizedText] {
    var parser = Parser()
    var number = 0
    // By bytes: to Swift, a carriage return and a line feed are one character.
    for bytes in conllu.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    {
      number += 1
      let line = Substring(bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes)
      do {
        try parser.take(line)
      } catch {
        throw TextError(code: .broken, description: "line \(number): \(error.reason)")
      }
    }
    parser.endSentence()
    parser.endDocument()
    guard !parser.documents.isEmpty else {
      throw TextError(code: .empty, description: "no sentences in CoNLL-U form")
    }
    return parser.documents
  }

  private struct Fault: Error {
    let reason: String
  }

  /// Goes through the lines with what is open: a document, a sentence, a contraction.
  private struct Parser {
    var documents: [PretokenizedText] = []
    private var document = PretokenizedText()
    private var sentence: [Line] = []
    private var first = 0
    /// White space to be written before the next word.
    private var white = ""
    /// The contraction whose words are being read: the last word's number, its words so far and what comes after.
    private var contraction: (last: Int, form: String, start: Int, parts: [String], after: String)?

    mutating func take(_ line: Substring) throws(Fault) {
      if line.allSatisfy(\.isWhitespace) {
        endSentence()
      } else if line.hasPrefix("#") {
        if line.hasPrefix("# newdoc") { endDocument() }
        if line.hasPrefix("# newpar") || line.hasPrefix("# newdoc"), !document.isEmpty {
          white = "\n\n"
        }
        sentence.append(Line(columns: [String(line)], word: nil))
      } else {
        try takeRow(line)
      }
    }

    private mutating func takeRow(_ line: Substring) throws(Fault) {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard columns.count == 10 else {
        throw Fault(reason: "\(columns.count) columns where CoNLL-U has 10")
      }
      let after = columns[9].split(separator: "|").contains("SpaceAfter=No") ? "" : " "
      if columns[0].contains(".") {
        sentence.append(Line(columns: columns, word: nil))
        return
      }
      let wanted = document.words.count - first + (contraction?.parts.count ?? 0) + 1
      if let dash = columns[0].firstIndex(of: "-") {
        guard let from = Int(columns[0][..<dash]),
          let last = Int(columns[0][columns[0].index(after: dash)...]), from == wanted, last > from,
          contraction == nil
        else {
          throw Fault(reason: "the contraction \(columns[0]) where word \(wanted) should begin")
        }
        sentence.append(Line(columns: columns, word: nil))
        document.text += white
        white = ""
        contraction = (last, columns[1], document.text.utf8.count, [], after)
        document.text += columns[1]
        return
      }
      guard let number = Int(columns[0]), number == wanted else {
        throw Fault(reason: "the word number \(columns[0]) where \(wanted) should be")
      }
      guard !columns[1].isEmpty else { throw Fault(reason: "a word without a form") }
      if contraction != nil {
        sentence.append(
          Line(columns: columns, word: document.words.count + (contraction?.parts.count ?? 0)))
        contraction?.parts.append(columns[1])
        if number == contraction?.last { endContraction() }
        return
      }
      document.text += white
      let start = document.text.utf8.count
      document.text += columns[1]
      sentence.append(Line(columns: columns, word: document.words.count))
      document.words.append(
        Word(
          span: TextSpan(start: start, end: document.text.utf8.count), form: columns[1]))
      white = after
    }

    /// Lays the words of a contraction over its characters: as they are spelled where they spell it, else in equal shares.
    private mutating func endContraction() {
      guard let open = contraction else { return }
      contraction = nil
      white = open.after
      let spelled = open.parts.joined() == open.form
      let characters = open.form.unicodeScalars.map { String($0).utf8.count }
      var start = open.start
      var used = 0
      for (index, part) in open.parts.enumerated() {
        var length = part.utf8.count
        if !spelled {
          let until = characters.count * (index + 1) / open.parts.count
          length = characters[used..<until].reduce(0, +)
          used = until
        }
        document.words.append(
          Word(span: TextSpan(start: start, end: start + length), form: part))
        start += length
      }
    }

    mutating func endSentence() {
      endContraction()
      guard document.words.count > first else { return }
      document.sentences.append(first..<document.words.count)
      document.lines.append(sentence)
      sentence = []
      first = document.words.count
    }

    mutating func endDocument() {
      guard !document.isEmpty else { return }
      documents.append(document)
      document = PretokenizedText()
      first = 0
      white = ""
    }
  }
}
