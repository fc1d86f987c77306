import HearsayLanguage
import HearsayRecords

/// Why a record is as it is, in words: for each value the words it was read from and the rule, head or table that made it, and what
/// spoke against.
package struct Explanation: Hashable, Sendable {
  /// One reason.
  package struct Line: Hashable, Sendable {
    /// The field of the record: "status".
    package let field: String
    /// Its value; `nil` for a sign that did not decide it.
    package let value: String?
    /// The words that were seen, as they stand in the text.
    package let words: String
    /// The rule or table, and what it knows: "rule averted (unreal.governed.rules:30)".
    package let source: String
    /// What is known of single words: "“head off” averts (events.verbs.bearing.tsv)".
    package let known: [String]

    init(
      _ field: String, _ value: String?, words: String = "", source: String, known: [String] = []
    ) {
      self.field = field
      self.value = value
      self.words = words
      self.source = source
      self.known = known
    }
  }

  package var lines: [Line]
}

extension Explanation {
  /// Why a record of a stored reading is as it is, told of the same record in a fresh draft: that of the same kind with the same words.
  ///
  /// `nil` if there is no such record, or none is read there now.
  ///
  /// - Parameters:
  ///   - id: As JSON has it; ties and wordings, which have no id there, are counted: r1, w1.
  ///   - stored: The reading that the id is from.
  ///   - draft: The same text read again.
  init?(of id: String, in stored: Reading, now draft: Draft) {
    guard let lines = Explainer(draft: draft).lines(of: id, in: stored) else { return nil }
    self.init(lines: lines)
  }
}

/// Tells why the records of a draft are as they are.
struct Explainer {
  let draft: Draft
  var text: AnnotatedText { draft.text }

  func lines(of id: String, in stored: Reading) -> [Explanation.Line]? {
    if let event = stored.events.first(where: { $0.id == id }) {
      return draft.events.first { $0.record.trigger == event.trigger }.map(lines(of:))
    }
    if let claim = stored.claims.first(where: { $0.id == id }) {
      return draft.claims.first {
        $0.record.cue == claim.cue && $0.record.content == claim.content
      }.map(lines(of:))
    }
    if let entity = stored.entities.first(where: { $0.id == id }) {
      return draft.entities.first { !Set($0.record.mentions).isDisjoint(with: entity.mentions) }
        .map { lines(of: $0.record) }
    }
    if let place = stored.places.first(where: { $0.id == id }) {
      return draft.places.first { !Set($0.record.mentions).isDisjoint(with: place.mentions) }
        .map { lines(of: $0.record) }
    }
    if let time = stored.times.first(where: { $0.id == id }) {
      return draft.times.first { $0.record.evidence == time.evidence }.map { lines(of: $0.record) }
    }
    if let figure = stored.figures.first(where: { $0.id == id }) {
      return draft.figures.first { $0.evidence == figure.evidence }.map(lines(of:))
    }
    if let happening = stored.happenings.first(where: { $0.id == id }) {
      return same(happening, stored).map(lines(of:))
    }
    if let tie = Self.counted(id, "r", stored.relations) {
      return draft.relations.first { $0.kind == tie.kind && $0.evidence == tie.evidence }
        .map(lines(of:))
    }
    if let wording = Self.counted(id, "w", stored.wording) {
      return draft.wording.first { $0.kind == wording.kind && $0.evidence == wording.evidence }
        .map(lines(of:))
    }
    return nil
  }

  /// "r2" is the second of the ties.
  private static func counted<R>(_ id: String, _ letter: String, _ records: [R]) -> R? {
    guard id.hasPrefix(letter), let number = Int(id.dropFirst()),
      records.indices.contains(number - 1)
    else { return nil }
    return records[number - 1]
  }

  /// The happening of the draft that holds the first event of a stored one.
  private func same(_ happening: Happening, _ stored: Reading) -> Happening? {
    let triggers = happening.events.compactMap { id in
      stored.events.first { $0.id == id }?.trigger
    }
    let events = draft.events.filter { triggers.contains($0.record.trigger) }.map(\.record.id)
    return draft.happenings.first { !Set($0.events).isDisjoint(with: events) }
  }

  // MARK: - What all records share

  /// A line for who made the record, and one for each value whose maker is told.
  func made<R: Record>(_ record: R, _ name: String, _ value: String?, words: String)
    -> [Explanation.Line]
  {
    var lines = [
      Explanation.Line(
        name, value, words: words,
        source: record.by.record.isEmpty
          ? record.by.isEmpty ? "nobody is told" : "the words themselves"
          : record.by.record.map(maker).joined(separator: "; "))
    ]
    for (definition, value) in record.values {
      guard let names = record.by.fields[definition.name] else { continue }
      lines.append(
        Explanation.Line(
          definition.name, told(value), source: names.map(maker).joined(separator: "; ")))
    }
    return lines
  }

  /// A rule with its file and line, or in words what else makes values.
  func maker(_ name: String) -> String {
    if let rule = text.language.rules.rules.first(where: { $0.name == name }) {
      return "rule \(rule.name) (\(rule.family).rules:\(rule.line))"
    }
    if let family = text.language.times.family(name) {
      return "\(family.name): \(family.meaning) (times.patterns:\(family.line))"
    }
    return Makers.told[name].map { "\(name): \($0)" } ?? name
  }

  /// What the files know of a word: "“head off” averts (events.verbs.bearing.tsv)".
  func known(_ token: Int, _ facets: Facet...) -> [String] {
    facets.compactMap { facet in text.known(token, facet).map { known($0, facet) } }
  }

  func known(_ word: AnnotatedText.Known, _ facet: Facet) -> String {
    let value = word.value.map { ":\($0)" } ?? ""
    return "“\(word.word)” \(facet)\(value) (\(text.language.fileName(of: facet)))"
  }

  private func told(_ value: FieldValue) -> String? {
    switch value {
    case .text(let text): text
    case .texts(let texts): texts.joined(separator: ", ")
    case .number(let number): number.map { "\($0)" }
    case .integer(let number): number.map { "\($0)" }
    case .flag(let flag): flag.map { "\($0)" }
    case .span(let span): span.map(text.exact)
    case .spans(let spans): spans.map(text.exact).joined(separator: " … ")
    case .parties(let parties):
      parties.map { $0.entityID ?? $0.span.map(text.exact) ?? "" }.joined(separator: ", ")
    case .slots(let slots): slots.map { text.exact($0.span) }.joined(separator: ", ")
    case .statuses(let statuses): statuses.map(\.status.rawValue).joined(separator: ", ")
    case .reader, .credit: nil
    }
  }
}
