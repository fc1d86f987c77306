import HearsayLanguage
import HearsayRecords

/// Finds the entity that a source's words name, and makes one where there is none yet.
struct SpeakerResolver {
  let text: AnnotatedText
  let outlet: String?
  /// Grows when a source is met that no entity was made of.
  var entities: [EntityFinding]
  private var byHead: [Int: Int] = [:]

  /// What the report's own outlet is called when its name is not known.
  static let unknownOutlet = "this outlet"

  init(text: AnnotatedText, outlet: String?, entities: [EntityFinding]) {
    self.text = text
    self.outlet = outlet
    self.entities = entities
    for (index, entity) in entities.enumerated() {
      for mention in entity.mentions { byHead[mention.head] = index }
    }
  }

  /// The id of the entity that a source names; `nil` for a pronoun that nobody is sure of.
  ///
  /// - Parameters:
  ///   - head: The token that stands for the source.
  ///   - words: The source's words, if it is named by words of its own.
  ///   - enclosing: The speaker of the claim around it, whom "I" and "we" mean.
  /// - Returns: The id, or `nil`.
  mutating func speaker(head: Int, words: Range<Int>?, enclosing: String?) -> String? {
    let token = text.tokens[head]
    if text.is(head, .firstPerson) {
      return enclosing ?? outletEntity(mention: head)
    }
    if let index = byHead[head] { return entities[index].record.id }
    if let words, let index = widest(in: words) { return entities[index].record.id }
    guard token.upos != "PRON", token.upos != "DET", !token.xpos.hasPrefix("W"), let words,
      !words.isEmpty, !namesNobody(head, words)
    else { return nil }
    return newEntity(words: words, head: head)
  }

  /// "No group", or words that are no noun phrase at all.
  private func namesNobody(_ head: Int, _ words: Range<Int>) -> Bool {
    let first = text.tokens[words.lowerBound]
    if text.is(words.lowerBound, .nobody) || text.is(words.lowerBound, .none)
      || text.isForm(words.lowerBound, .relates)
    {
      return true
    }
    return ["ADP", "SCONJ", "CCONJ"].contains(first.upos)
      || !["NOUN", "PROPN", "NUM", "ADJ", "X", "SYM"].contains(text.tokens[head].upos)
  }

  /// The entity whose mention has its head in the words and covers most of them.
  private func widest(in words: Range<Int>) -> Int? {
    let head = text.head(of: words)
    if let index = byHead[head] { return index }
    return entities.indices.filter { index in
      entities[index].mentions.contains { $0.tokens.contains(head) && words.overlaps($0.tokens) }
    }.first
  }

  private mutating func outletEntity(mention head: Int) -> String? {
    let mention = EntityMention(tokens: head..<(head + 1), head: head, form: .pronoun)
    let name = outlet ?? Self.unknownOutlet
    if let index = entities.firstIndex(where: { $0.record.name == name && $0.record.kind == .media }
    ) {
      if byHead[head] == nil {
        entities[index].mentions.append(mention)
        entities[index].record.mentions.append(text.span(mention.tokens))
        byHead[head] = index
      }
      return entities[index].record.id
    }
    return append(
      Entity(
        id: nextID(), name: name, kind: .media,
        aliases: outlet == nil ? [] : [Self.unknownOutlet], mentions: [text.span(mention.tokens)],
        by: "speaker"),
      mention)
  }

  private mutating func newEntity(words: Range<Int>, head: Int) -> String {
    let mention = EntityMention(tokens: words, head: head, form: .nominal)
    let name = text.oneLine(text.trimmed(words, dropping: .opensName))
    let kind: EntityKind =
      switch text.tokens[head].mentionType {
      case "person": .person
      case "organization": .other
      default: .other
      }
    return append(
      Entity(id: nextID(), name: name, kind: kind, mentions: [text.span(words)], by: "speaker"),
      mention)
  }

  private mutating func append(_ record: Entity, _ mention: EntityMention) -> String {
    byHead[mention.head] = entities.count
    entities.append(EntityFinding(record: record, mentions: [mention]))
    return record.id
  }

  private func nextID() -> String {
    var number = entities.count + 1
    let taken = Set(entities.map(\.record.id))
    while taken.contains("e\(number)") { number += 1 }
    return "e\(number)"
  }

  /// The entity that has a mention headed by this token or covering it, for blame and addressees.
  func entity(of words: Range<Int>) -> String? {
    widest(in: words).map { entities[$0].record.id }
  }

  /// The entity that is blamed or spoken to: "me" is whoever speaks around it, and somebody named for the first time is made one.
  mutating func party(_ words: Range<Int>, enclosing: String?, mayBeNew: Bool) -> String? {
    let head = text.head(of: words)
    if words.count == 1, text.is(head, .firstPerson) {
      return enclosing
    }
    if let known = entity(of: words) { return known }
    let token = text.tokens[head]
    guard mayBeNew, !namesNobody(head, words),
      token.upos == "PROPN"
        || token.upos == "NOUN"
          && (["person", "organization"].contains(token.mentionType ?? "")
            || text.language.actor(ofNoun: token.lemma.lowercased()) != nil)
    else { return nil }
    return newEntity(words: words, head: head)
  }

  /// What kind of entity an id is.
  func kind(_ id: String) -> EntityKind? { entities.first { $0.record.id == id }?.record.kind }
}
