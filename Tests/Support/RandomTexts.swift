package import HearsayLanguage
import HearsayRecords

/// Annotated texts as no parser gives them.
///
/// Words of the language's own files under random tags, relations, names and marks, in trees that are trees and no more. The same number
/// always gives the same text.
package struct RandomTexts: Sendable {
  private let language: Language
  private let words: [String]

  /// Texts of the words of a language, and of more: names of places and people.
  package init(_ language: Language, more: [String]) {
    self.language = language
    var known: Set<String> = []
    for facet in Facet.allCases {
      for line in language.words(with: facet) {
        known.formUnion(line.split(separator: " ").map(String.init))
      }
    }
    words = known.sorted() + more
  }

  /// A text of at most some hundred words; the first few of every hundred have none, or one.
  package func text(_ number: Int) -> AnnotatedText {
    var random = Chance(seed: number)
    let most = number % 100 < 5 ? number % 100 : 1 + number % 7
    var made = Made()
    for _ in 0..<most { addSentence(to: &made, &random) }
    return AnnotatedText(
      text: made.text, language: language, tokens: made.tokens, sentences: made.sentences,
      names: runs(made, longest: 4, every: 5, &random).map {
        NameMention(tokens: $0, type: any(NameType.allCases, &random), score: score(&random))
      },
      attributions: attributions(made, &random), eventMentions: events(made, &random),
      timexes: runs(made, longest: 5, every: 9, &random).map {
        TimexMention(tokens: $0, type: any(["DATE", "TIME", "DURATION", "SET"], &random))
      },
      happenings: number % 3 == 0 ? nil : happenings(made, &random))
  }

  // MARK: - Words

  private struct Made {
    var text = ""
    var tokens: [Token] = []
    var sentences: [Range<Int>] = []
  }

  private static let marks = [
    ",", ".", "?", "!", ":", ";", "-", "–", "—", "(", ")", "\"", "“", "”", "‘", "’", "'", "'s", "…",
    "#", "%", "$",
  ]
  private static let numerals = [
    "0", "1", "2", "7", "12", "31", "35", "50", "1990", "2031", "1,200", "3.5", "10:30", "2145Z",
    "20-30", "9999999999999999999",
    "12MAR24", "19-Nov-12", "30-Feb-12", "1990s", "'80s", "4th", "99th", "FY2031", "mid-2030",
    "third-quarter", "two-thirds",
  ]
  /// Words of Penn's tags; of the universal ones each has some that go with it, and any may come with any.
  private static let tags: [(upos: String, xpos: [String])] = [
    ("NOUN", ["NN", "NNS"]), ("PROPN", ["NNP", "NNPS"]),
    ("VERB", ["VB", "VBD", "VBG", "VBN", "VBP", "VBZ"]),
    ("AUX", ["MD", "VBD", "VBZ", "VBP", "VB"]), ("ADJ", ["JJ", "JJR", "JJS"]),
    ("ADV", ["RB", "RBR"]),
    ("PRON", ["PRP", "PRP$", "WP", "WDT", "EX"]), ("DET", ["DT", "PDT"]), ("ADP", ["IN", "RP"]),
    ("CCONJ", ["CC"]), ("SCONJ", ["IN"]), ("NUM", ["CD"]), ("PART", ["TO", "POS", "RB"]),
    ("PUNCT", [".", ",", ":", "``"]),
    ("SYM", ["SYM"]), ("X", ["FW"]),
  ]
  private static let relations = [
    "nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "obl:unmarked", "nmod", "nmod:poss",
    "nmod:unmarked", "amod", "det",
    "case", "mark", "aux", "aux:pass", "cop", "advmod", "advcl", "acl", "acl:relcl", "ccomp",
    "xcomp", "csubj", "conj", "cc",
    "compound", "compound:prt", "flat", "appos", "nummod", "parataxis", "expl", "punct", "dep",
    "fixed", "list", "vocative",
  ]
  private static let mentionTypes = [
    "person", "organization", "place", "object", "event", "time", "abstract",
  ]
  private static let features = [
    "_", "NumType=Ord", "NumType=Card", "Mood=Imp", "Tense=Past|VerbForm=Fin", "Number=Plur",
  ]

  private func addSentence(to made: inout Made, _ random: inout Chance) {
    let start = made.tokens.count
    let count = Int.random(in: 1...18, using: &random)
    if !made.text.isEmpty { made.text += any([" ", " ", "\n", "\n\n"], &random) }
    // A tree: each word hangs on one that was hung before, in a random order; the first is the root.
    var order = Array(0..<count)
    order.shuffle(using: &random)
    var heads = [Int?](repeating: nil, count: count)
    for (place, word) in order.enumerated().dropFirst() {
      heads[word] = order[Int.random(in: 0..<place, using: &random)]
    }
    for index in 0..<count {
      let glued = index > 0 && Int.random(in: 0..<6, using: &random) == 0
      if index > 0, !glued { made.text += " " }
      let form = form(&random)
      let from = made.text.utf8.count
      made.text += form
      let tag = any(Self.tags, &random)
      let isOdd = Int.random(in: 0..<4, using: &random) == 0
      let hasType = Int.random(in: 0..<3, using: &random) == 0
      made.tokens.append(
        Token(
          span: TextSpan(start: from, end: made.text.utf8.count), text: form,
          lemma: isOdd ? any(words, &random) : form.lowercased(), upos: tag.upos,
          xpos: any(isOdd ? any(Self.tags, &random).xpos : tag.xpos, &random),
          features: any(Self.features, &random), head: heads[index].map { start + $0 },
          relation: heads[index] == nil ? "root" : any(Self.relations, &random),
          mentionType: hasType ? any(Self.mentionTypes, &random) : nil, spaceBefore: !glued))
    }
    made.sentences.append(start..<made.tokens.count)
  }

  private func form(_ random: inout Chance) -> String {
    switch Int.random(in: 0..<12, using: &random) {
    case 0, 1: return any(Self.marks, &random)
    case 2: return any(Self.numerals, &random)
    case 3, 4:
      let word = any(words, &random)
      return word.prefix(1).uppercased() + word.dropFirst()
    default: return any(words, &random)
    }
  }

  // MARK: - Layers

  /// Runs of tokens that do not overlap, in order.
  private func runs(_ made: Made, longest: Int, every: Int, _ random: inout Chance) -> [Range<Int>]
  {
    var runs: [Range<Int>] = []
    var index = Int.random(in: 0...every, using: &random)
    while index < made.tokens.count {
      let end = min(index + Int.random(in: 1...longest, using: &random), made.tokens.count)
      runs.append(index..<end)
      index = end + Int.random(in: 0...(2 * every), using: &random)
    }
    return runs
  }

  private func attributions(_ made: Made, _ random: inout Chance) -> [Attribution] {
    let all = runs(made, longest: 8, every: 3, &random)
    var found: [Attribution] = []
    var index = 0
    while index < all.count {
      let part = all[index..<min(index + Int.random(in: 1...4, using: &random), all.count)]
      var attribution = Attribution(sources: [], cues: [], contents: [], score: score(&random))
      for run in part {
        switch Int.random(in: 0..<3, using: &random) {
        case 0: attribution.sources.append(run)
        case 1: attribution.cues.append(run)
        default: attribution.contents.append(run)
        }
      }
      found.append(attribution)
      index += part.count
    }
    return found
  }

  private func events(_ made: Made, _ random: inout Chance) -> [EventMention] {
    runs(made, longest: 1, every: 4, &random).map {
      EventMention(
        token: $0.lowerBound,
        eventClass: any(["OCCURRENCE", "REPORTING", "STATE", "I_ACTION"], &random),
        tense: any(["PAST", "PRESENT", "FUTURE", "NONE"], &random),
        negated: Int.random(in: 0..<5, using: &random) == 0,
        modality: any(["NONE", "could", "would", "may"], &random))
    }
  }

  private func happenings(_ made: Made, _ random: inout Chance) -> [HappeningMention] {
    let all = runs(made, longest: 3, every: 6, &random)
    return all.enumerated().map { number, run in
      HappeningMention(
        tokens: run, type: any(EventType.allCases, &random),
        mode: any([nil, "aerial", "bombing", "strike"], &random), score: score(&random),
        typeScore: score(&random),
        statuses: Dictionary(
          [(any(EventStatus.allCases, &random), score(&random)), (.happened, score(&random))],
          uniquingKeysWith: { $1 }),
        mouth: score(&random),
        roles: (0..<Int.random(in: 0...4, using: &random)).map { _ in
          RoleMention(
            token: Int.random(in: made.tokens.indices, using: &random),
            role: any(HappeningRole.allCases, &random), score: score(&random))
        },
        sameAs: (0..<min(number, 5)).map { _ in score(&random) })
    }
  }

  private func score(_ random: inout Chance) -> Float { Float.random(in: 0...1, using: &random) }

  private func any<Element>(_ of: [Element], _ random: inout Chance) -> Element {
    of[Int.random(in: of.indices, using: &random)]
  }
}
