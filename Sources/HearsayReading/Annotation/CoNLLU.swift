package import HearsayLanguage
import HearsayRecords

/// Writes annotated texts as CoNLL-U, with the other layers in the MISC column.
///
/// MISC holds `start_char` and `end_char` (code points), `SpaceAfter=No`, `NER=B-PER`, `Attribution=B-CUE`,
/// `Event=OCCURRENCE`, `EventAttributes=PAST,NONE,POS,NONE` (tense, aspect, polarity, modality), `Timex=B-DATE`,
/// `Happening=B-ASSAULT`, `Mention=person`.
package enum CoNLLU {
  /// All sentences of a text; one blank line after each.
  package static func write(_ text: AnnotatedText) -> String {
    let map = PositionMap(text.text)
    let layers = Layers(text)
    var out = ""
    for (number, sentence) in text.sentences.enumerated() {
      if number == 0 || startsParagraph(sentence.lowerBound, text) { out += "# newpar\n" }
      out += "# sent_id = \(number + 1)\n# text = "
      out += text.string(sentence).split(whereSeparator: \.isNewline).joined(separator: " ") + "\n"
      var contracted = sentence.lowerBound..<sentence.lowerBound
      for index in sentence {
        if let last = contraction(from: index, in: sentence, text) {
          contracted = index..<(last + 1)
          let range = "\(index - sentence.lowerBound + 1)-\(last - sentence.lowerBound + 1)"
          out += "\(range)\t\(text.string(contracted))" + String(repeating: "\t_", count: 7)
          // What follows a contraction is told on its own line, not on those of its words.
          out += isGlued(last, text) ? "\tSpaceAfter=No\n" : "\t_\n"
        }
        write(
          index, in: sentence, isGlued: !contracted.contains(index) && isGlued(index, text), text,
          layers, map, to: &out)
      }
      out += "\n"
    }
    return out
  }

  /// The same for a text that came with its own words and sentences: its lines stay, with their comments, contractions
  /// and empty nodes; only lemma, tags, features, head and relation are the model's.
  package static func write(_ text: AnnotatedText, into document: PretokenizedText) -> String {
    let layers = Layers(text)
    var out = ""
    for (sentence, lines) in zip(document.sentences, document.lines) {
      for line in lines {
        guard let index = line.word, line.columns.count == 10 else {
          out += line.columns.joined(separator: "\t") + "\n"
          continue
        }
        let token = text.tokens[index]
        let head = token.head.map { $0 - sentence.lowerBound + 1 } ?? 0
        let misc = (line.columns[9] == "_" ? [] : [line.columns[9]]) + layers.marks[index]
        out +=
          ([
            line.columns[0], line.columns[1], token.lemma, token.upos, token.xpos, token.features,
            "\(head)", token.relation, "_", misc.isEmpty ? "_" : misc.joined(separator: "|"),
          ]).joined(separator: "\t") + "\n"
      }
      out += "\n"
    }
    return out
  }

  private static func write(
    _ index: Int, in sentence: Range<Int>, isGlued: Bool, _ text: AnnotatedText, _ layers: Layers,
    _ map: PositionMap, to out: inout String
  ) {
    let token = text.tokens[index]
    let head = token.head.map { $0 - sentence.lowerBound + 1 } ?? 0
    for column in [
      String(index - sentence.lowerBound + 1), token.text, token.lemma, token.upos, token.xpos,
      token.features, String(head), token.relation, "_",
    ] {
      out += column
      out += "\t"
    }
    out += "start_char="
    out += String(map.scalarOffset(ofUTF8: token.span.start))
    out += "|end_char="
    out += String(map.scalarOffset(ofUTF8: token.span.end))
    if isGlued { out += "|SpaceAfter=No" }
    for mark in layers.marks[index] {
      out += "|"
      out += mark
    }
    out += "\n"
  }

  /// Whether the next word follows without a space.
  private static func isGlued(_ index: Int, _ text: AnnotatedText) -> Bool {
    index + 1 < text.tokens.count && !text.tokens[index + 1].spaceBefore
  }

  /// The last word of the contraction that begins at `index` ("do" + "n't"), if one does.
  private static func contraction(
    from index: Int, in sentence: Range<Int>, _ text: AnnotatedText
  ) -> Int? {
    func isClitic(_ i: Int) -> Bool {
      guard i < sentence.upperBound, !text.tokens[i].spaceBefore else { return false }
      let lower = text.tokens[i].lower
      return text.isForm(i, .clitic) || lower.hasPrefix("'") && lower.count > 1
        || i > 0 && !text.forms(at: i - 1, .writtenAsOne).isEmpty
    }
    guard !isClitic(index) || index == sentence.lowerBound, text.tokens[index].upos != "PUNCT"
    else { return nil }
    var last = index
    while isClitic(last + 1) { last += 1 }
    return last > index ? last : nil
  }

  private static func startsParagraph(_ index: Int, _ text: AnnotatedText) -> Bool {
    guard index > 0 else { return true }
    let white = text.utf8[text.tokens[index - 1].span.end..<text.tokens[index].span.start]
    return white.reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) } >= 2
  }

  /// The MISC marks of every token.
  private struct Layers {
    var marks: [[String]]

    init(_ text: AnnotatedText) {
      marks = [[String]](repeating: [], count: text.tokens.count)
      for name in text.names { mark(name.tokens, "NER", name.type.rawValue) }
      for attribution in text.attributions {
        for run in attribution.sources { mark(run, "Attribution", "SOURCE") }
        for run in attribution.cues { mark(run, "Attribution", "CUE") }
        for run in attribution.contents { mark(run, "Attribution", "CONTENT") }
      }
      for event in text.eventMentions {
        marks[event.token].append("Event=\(event.eventClass)")
        marks[event.token].append(
          "EventAttributes=\(event.tense),\(event.aspect),\(event.negated ? "NEG" : "POS"),\(event.modality)"
        )
      }
      for timex in text.timexes { mark(timex.tokens, "Timex", timex.type) }
      for told in text.happenings ?? [] where told.score >= 0.5 {
        mark(told.tokens, "Happening", told.type.rawValue)
      }
      for (index, token) in text.tokens.enumerated() {
        if let mention = token.mentionType { marks[index].append("Mention=\(mention)") }
      }
    }

    private mutating func mark(_ range: Range<Int>, _ name: String, _ value: String) {
      for index in range {
        marks[index].append("\(name)=\(index == range.lowerBound ? "B" : "I")-\(value)")
      }
    }
  }
}
