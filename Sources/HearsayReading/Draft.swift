package import HearsayLanguage
package import HearsayRecords

/// What is known of the report before its text is read.
package struct ReportContext: Sendable {
  /// When it was published: ISO 8601 day or instant; anchors relative times.
  package var published: String?
  /// When it was fetched, which anchors relative times where it is not known when it was published.
  package var fetched: String?
  /// Who published it.
  package var outlet: String?
  /// Where the headline stands in the text.
  package var titleSpan: TextSpan?
  /// Where the dateline stands in the text.
  package var datelineSpan: TextSpan?
  /// The words that tell when posts and live entries in the report were written, with the instants that the page tells.
  package var shownTimes: [ShownTime]
  /// The live entries, each written at a time of its own.
  package var entries: [Passage]

  /// A time that the page tells more exactly than its words do.
  package struct ShownTime: Hashable, Sendable {
    /// The words that show it.
    package var span: TextSpan
    /// ISO 8601.
    package var instant: String
    /// What tells it: "status", the number of a post; "markup", an attribute of the element.
    package var by: String

    package init(span: TextSpan, instant: String, by: String) {
      self.span = span
      self.instant = instant
      self.by = by
    }
  }

  /// A part of the text that was written at another time than the rest.
  package struct Passage: Hashable, Sendable {
    package var span: TextSpan
    /// ISO 8601.
    package var written: String

    package init(span: TextSpan, written: String) {
      self.span = span
      self.written = written
    }
  }

  package init(
    published: String? = nil, fetched: String? = nil, outlet: String? = nil,
    titleSpan: TextSpan? = nil, datelineSpan: TextSpan? = nil, shownTimes: [ShownTime] = [],
    entries: [Passage] = []
  ) {
    self.published = published
    self.fetched = fetched
    self.outlet = outlet
    self.titleSpan = titleSpan
    self.datelineSpan = datelineSpan
    self.shownTimes = shownTimes
    self.entries = entries
  }

  /// The day or instant that relative times are read against.
  var anchor: String? { published ?? fetched }

  /// The same for what stands at a byte of the text: a live entry has its own.
  func anchor(at byte: Int) -> String? {
    entries.first { $0.span.start <= byte && byte < $0.span.end }?.written ?? anchor
  }
}

/// Records under construction, each with the tokens it was read from.
///
/// Every reader takes the draft of those before it and adds its own findings: times, places, entities, claims,
/// events, figures, happenings, relations, wording, in this order.
package struct Draft: Sendable {
  package let text: AnnotatedText
  package let context: ReportContext
  package var times: [TimeFinding] = []
  package var places: [PlaceFinding] = []
  package var entities: [EntityFinding] = []
  package var claims: [ClaimFinding] = []
  package var events: [EventFinding] = []
  package var figures: [Figure] = []
  package var happenings: [Happening] = []
  package var relations: [Relation] = []
  package var wording: [Wording] = []

  package init(text: AnnotatedText, context: ReportContext) {
    var text = text
    text.headline = context.titleSpan.map { text.tokens(touching: $0) } ?? 0..<0
    self.text = text
    self.context = context
  }

  /// The entity that a token belongs to a mention of, the narrowest mention first.
  package func entity(at token: Int) -> EntityFinding? {
    entities.compactMap { finding in
      finding.mentions.filter { $0.tokens.contains(token) }.map { ($0.tokens.count, finding) }
        .min { $0.0 < $1.0 }
    }.min { $0.0 < $1.0 }?.1
  }

  /// The entity that has a mention whose syntactic head is this token.
  package func entity(headedBy token: Int) -> EntityFinding? {
    entities.first { $0.mentions.contains { $0.head == token } }
  }
}

/// A resolved time and its words.
package struct TimeFinding: Sendable {
  package var record: TimeSpan
  package var tokens: Range<Int>

  package init(record: TimeSpan, tokens: Range<Int>) {
    self.record = record
    self.tokens = tokens
  }
}

/// A resolved place and its mentions.
package struct PlaceFinding: Sendable {
  package var record: Place
  package var mentions: [Range<Int>]

  package init(record: Place, mentions: [Range<Int>]) {
    self.record = record
    self.mentions = mentions
  }
}

/// How a mention refers.
package enum MentionForm: Sendable {
  case name, nominal, pronoun
}

/// One mention of an entity.
package struct EntityMention: Sendable {
  package var tokens: Range<Int>
  /// The syntactic head, one of `tokens`.
  package var head: Int
  package var form: MentionForm

  package init(tokens: Range<Int>, head: Int, form: MentionForm) {
    self.tokens = tokens
    self.head = head
    self.form = form
  }
}

/// A resolved entity and its mentions.
package struct EntityFinding: Sendable {
  package var record: Entity
  package var mentions: [EntityMention]

  package init(record: Entity, mentions: [EntityMention]) {
    self.record = record
    self.mentions = mentions
  }
}

/// A claim and its tokens.
package struct ClaimFinding: Sendable {
  package var record: Claim
  package var source: Range<Int>?
  package var cue: Range<Int>?
  package var contents: [Range<Int>]
  /// What found it and showed what it does: names of rules, of ways of reading, and "attribution" for the model's head.
  package var by: [String]

  package init(
    record: Claim, source: Range<Int>?, cue: Range<Int>?, contents: [Range<Int>],
    by: [String] = []
  ) {
    self.by = by
    self.record = record
    self.source = source
    self.cue = cue
    self.contents = contents
  }

  /// Whether a token stands in what is said.
  package func says(_ token: Int) -> Bool { contents.contains { $0.contains(token) } }
}

/// An event and the word that triggers it.
package struct EventFinding: Sendable {
  package var record: Event
  /// The syntactic head of the trigger.
  package var token: Int
  /// Which of the model's mentions of happenings it is, if it is one.
  package var mention: Int?
  /// What it was read from, for whoever asks why it is as it is.
  var basis: EventBasis?

  package init(record: Event, token: Int, mention: Int? = nil) {
    self.record = record
    self.token = token
    self.mention = mention
  }
}
