package import HearsayLanguage
import HearsayRecords

/// What `hearsay annotate --format json` prints of one text: every layer with its spans, scores where the model gives them.
package struct AnnotationPage: Encodable, Sendable {
  private let schema = "hearsay.annotation/1"
  private let name: String?
  private let model: String
  private let text: String
  private let sentences: [Sentence]
  private let names: [Marked]
  private let attributions: [Attributed]
  private let events: [Event]
  private let times: [Marked]
  private let happenings: [Happening]

  /// A sentence with its words; heads count from 1 within the sentence, 0 is the root.
  private struct Sentence: Encodable {
    let span: TextSpan
    let words: [Word]
  }

  private struct Word: Encodable {
    let span: TextSpan
    let form: String
    let lemma: String
    let upos: String
    let xpos: String
    let feats: String
    let head: Int
    let deprel: String
    /// The GUM entity type of the mention that this word heads.
    let mention: String?
  }

  private struct Marked: Encodable {
    let type: String
    let span: TextSpan
    let score: Double?
  }

  private struct Attributed: Encodable {
    let source: [TextSpan]
    let cue: [TextSpan]
    let content: [TextSpan]
    let score: Double
  }

  private struct Event: Encodable {
    let `class`: String
    let tense: String
    let aspect: String
    let polarity: String
    let modality: String
    let span: TextSpan
    let score: Double
  }

  /// Words that tell a happening, with what the model makes of them; `sameAs` compares them with earlier ones, the nearest first.
  private struct Happening: Encodable {
    let type: String
    let mode: String?
    let span: TextSpan
    let score: Double
    let typeScore: Double
    let statuses: [String: Double]
    let mouth: Double
    let roles: [Role]
    let sameAs: [Double]
  }

  private struct Role: Encodable {
    let role: String
    let span: TextSpan
    let score: Double
  }

  package init(_ annotated: AnnotatedText, name: String?, model: String) {
    self.name = name
    self.model = model
    text = annotated.text
    sentences = annotated.sentences.map { sentence in
      Sentence(
        span: annotated.span(sentence),
        words: sentence.map { index in
          let token = annotated.tokens[index]
          return Word(
            span: token.span, form: token.text, lemma: token.lemma, upos: token.upos,
            xpos: token.xpos, feats: token.features,
            head: token.head.map { $0 - sentence.lowerBound + 1 } ?? 0, deprel: token.relation,
            mention: token.mentionType)
        })
    }
    names = annotated.names.map {
      Marked(
        type: $0.type.rawValue, span: annotated.span($0.tokens), score: Self.rounded($0.score))
    }
    attributions = annotated.attributions.map { attribution in
      Attributed(
        source: attribution.sources.map(annotated.span),
        cue: attribution.cues.map(annotated.span),
        content: attribution.contents.map(annotated.span),
        score: Self.rounded(attribution.score))
    }
    events = annotated.eventMentions.map { event in
      Event(
        class: event.eventClass, tense: event.tense, aspect: event.aspect,
        polarity: event.negated ? "NEG" : "POS", modality: event.modality,
        span: annotated.tokens[event.token].span, score: Self.rounded(event.score))
    }
    times = annotated.timexes.map {
      Marked(type: $0.type, span: annotated.span($0.tokens), score: nil)
    }
    happenings = (annotated.happenings ?? []).map { Self.happening($0, annotated) }
  }

  private static func happening(_ mention: HappeningMention, _ annotated: AnnotatedText)
    -> Happening
  {
    Happening(
      type: mention.type.rawValue, mode: mention.mode, span: annotated.span(mention.tokens),
      score: rounded(mention.score), typeScore: rounded(mention.typeScore),
      statuses: Dictionary(
        uniqueKeysWithValues: mention.statuses.map { ($0.key.rawValue, rounded($0.value)) }),
      mouth: rounded(mention.mouth),
      roles: mention.roles.map {
        Role(
          role: $0.role.rawValue, span: annotated.tokens[$0.token].span, score: rounded($0.score))
      }, sameAs: mention.sameAs.map(rounded))
  }

  /// The page as one line of JSON; spans in code points, as everywhere in the contract.
  ///
  /// - Throws: `EncodingError` if a number is not finite.
  package func json() throws -> String {
    try ContractWriter(positions: PositionMap(text)).json(self)
  }

  private static func rounded(_ score: Float) -> Double { (Double(score) * 1000).rounded() / 1000 }
}
