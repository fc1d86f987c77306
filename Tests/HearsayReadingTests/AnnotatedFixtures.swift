import Foundation
import HearsayLanguage
import HearsayReading
import HearsayRecords
import TestSupport
import Testing

/// A text of `Tests/Fixtures` as the model annotated it, with what its comments say.
struct AnnotatedFixture: Sendable, CustomTestStringConvertible {
  let text: AnnotatedText
  /// The comments of its sentences, without "# ".
  let comments: [String]

  var testDescription: String { text.text }

  /// What the comments with a key expect: "# claim = …".
  func expected(_ key: String) -> [String] {
    comments.filter { $0.hasPrefix(key + " = ") }.map { String($0.dropFirst(key.utf8.count + 3)) }
  }

  /// The texts of a file of `Tests/Fixtures`.
  ///
  /// The keys of MISC are those that `annotate` writes; `Attribution=B-CUE-2` tells besides which attribution of the text a
  /// mark belongs to.
  static func all(_ name: String) -> [AnnotatedFixture] {
    do {
      let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/\(name)")
      let documents = try PretokenizedText.documents(
        conllu: String(contentsOf: file, encoding: .utf8))
      return documents.map(fixture)
    } catch {
      preconditionFailure("\(name): \(error)")
    }
  }

  private static func fixture(_ document: PretokenizedText) -> AnnotatedFixture {
    var tokens: [Token] = []
    var layers = FixtureLayers()
    var comments: [String] = []
    for (sentence, lines) in zip(document.sentences, document.lines) {
      for line in lines {
        guard let index = line.word else {
          if let only = line.columns.first, only.hasPrefix("# ") {
            comments.append(String(only.dropFirst(2)))
          }
          continue
        }
        let columns = line.columns
        let misc = columns[9] == "_" ? [] : columns[9].split(separator: "|").map(String.init)
        layers.add(misc, at: index)
        let head = Int(columns[6]) ?? 0
        tokens.append(
          Token(
            span: document.words[index].span, text: columns[1], lemma: columns[2],
            upos: columns[3], xpos: columns[4], features: columns[5],
            head: head == 0 ? nil : sentence.lowerBound + head - 1, relation: columns[7],
            mentionType: misc.first { $0.hasPrefix("Mention=") }.map { String($0.dropFirst(8)) }))
      }
    }
    for index in tokens.indices.dropFirst() {
      tokens[index].spaceBefore = tokens[index - 1].span.end < tokens[index].span.start
    }
    return AnnotatedFixture(
      text: AnnotatedText(
        text: document.text, language: .forTests, tokens: tokens, sentences: document.sentences,
        names: layers.names, attributions: layers.attributions, eventMentions: layers.events,
        timexes: layers.times,
        happenings: layers.happenings.isEmpty ? nil : layers.happenings), comments: comments)
  }
}

/// The layers of a text, as MISC tells them a word at a time.
private struct FixtureLayers {
  var names: [NameMention] = []
  var times: [TimexMention] = []
  var happenings: [HappeningMention] = []
  var events: [EventMention] = []
  private var byNumber: [Int: Attribution] = [:]

  /// In the order of their first tokens.
  var attributions: [Attribution] {
    byNumber.values.sorted { first($0) < first($1) }
  }

  private func first(_ one: Attribution) -> Int {
    (one.sources + one.cues + one.contents).map(\.lowerBound).min() ?? 0
  }

  mutating func add(_ misc: [String], at word: Int) {
    for key in misc {
      let pair = key.split(separator: "=", maxSplits: 1).map(String.init)
      guard pair.count == 2 else { continue }
      let value = String(pair[1].dropFirst(2))
      let begins = pair[1].hasPrefix("B-")
      switch pair[0] {
      case "NER":
        guard let type = NameType(rawValue: value) else { preconditionFailure("no name: \(key)") }
        if begins {
          names.append(NameMention(tokens: word..<(word + 1), type: type))
        } else if let last = names.indices.last {
          names[last].tokens = names[last].tokens.lowerBound..<(word + 1)
        }
      case "Timex":
        if begins {
          times.append(TimexMention(tokens: word..<(word + 1), type: value))
        } else if let last = times.indices.last {
          times[last].tokens = times[last].tokens.lowerBound..<(word + 1)
        }
      case "Happening":
        guard let type = EventType(rawValue: value) else { preconditionFailure("no type: \(key)") }
        if begins {
          happenings.append(HappeningMention(tokens: word..<(word + 1), type: type))
        } else if let last = happenings.indices.last {
          happenings[last].tokens = happenings[last].tokens.lowerBound..<(word + 1)
        }
      case "Event": events.append(EventMention(token: word, eventClass: pair[1]))
      case "EventAttributes":
        let parts = pair[1].split(separator: ",").map(String.init)
        guard parts.count == 4, let last = events.indices.last else { continue }
        events[last].tense = parts[0]
        events[last].aspect = parts[1]
        events[last].negated = parts[2] == "NEG"
        events[last].modality = parts[3]
      case "Attribution": addAttribution(value, begins, at: word)
      default: break
      }
    }
  }

  private mutating func addAttribution(_ value: String, _ begins: Bool, at word: Int) {
    let parts = value.split(separator: "-")
    guard parts.count == 2, let number = Int(parts[1]) else {
      preconditionFailure("an attribution without its number: \(value)")
    }
    var one = byNumber[number] ?? Attribution(sources: [], cues: [], contents: [])
    func extended(_ runs: [Range<Int>]) -> [Range<Int>] {
      guard !begins, let last = runs.last else { return runs + [word..<(word + 1)] }
      return runs.dropLast() + [last.lowerBound..<(word + 1)]
    }
    switch parts[0] {
    case "SOURCE": one.sources = extended(one.sources)
    case "CUE": one.cues = extended(one.cues)
    default: one.contents = extended(one.contents)
    }
    byNumber[number] = one
  }
}
