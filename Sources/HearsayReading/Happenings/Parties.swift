import HearsayLanguage
import HearsayRecords

/// Somebody or something that is part of a happening: words of the report, and the record made of them if there is one.
struct Party: Hashable {
  var tokens: Range<Int>
  var head: Int
  /// The id of the entity, place or time that the words belong to.
  var id: String?
  var score: Float
}

/// Gathers the words that the model gives a role into phrases.
struct Parties {
  let draft: Draft
  private var text: AnnotatedText { draft.text }

  /// The phrases that have a role in what a mention tells, the likeliest first.
  func phrases(_ role: HappeningRole, of mention: HappeningMention) -> [Party] {
    let words = mention.roles.filter { $0.role == role }
    var runs: [(tokens: Range<Int>, score: Float)] = []
    for word in words.sorted(by: { $0.token < $1.token }) {
      if let last = runs.last, joins(last.tokens.upperBound, word.token) {
        runs[runs.count - 1] = (
          last.tokens.lowerBound..<max(last.tokens.upperBound, word.token + 1),
          max(last.score, word.score)
        )
      } else {
        runs.append((word.token..<(word.token + 1), word.score))
      }
    }
    // What it is done with does nothing by itself: "drones struck the port".
    return runs.compactMap { party($0.tokens, $0.score, role) }
      .filter { role != .actor || !text.is($0.head, .weapon) }.sorted { $0.score > $1.score }
  }

  /// Whether a word goes on with the phrase that ended before `end`: at once, or after "of" and "the".
  private func joins(_ end: Int, _ token: Int) -> Bool {
    if token < end { return true }
    guard token - end <= 2, end > 0, text.sentenceOfToken[end - 1] == text.sentenceOfToken[token]
    else { return false }
    return (end..<token).allSatisfy {
      text.tokens[$0].upos == "ADP" || text.tokens[$0].upos == "DET"
        || text.tokens[$0].text == "-" || text.tokens[$0].relation == "case"
    }
  }

  /// Whether a party is a person, body or land, and no thing.
  func isSomebody(_ party: Party) -> Bool {
    if let entity = draft.entities.first(where: { $0.record.id == party.id }) {
      return ![.weapon, .facility, .other].contains(entity.record.kind)
        || text.tokens[party.head].upos == "PROPN"
    }
    return text.names.contains {
      $0.tokens.contains(party.head)
        && [.politicalPlace, .organization, .person, .group].contains($0.type)
    }
  }

  /// A run of words as a party; `nil` if it names nobody.
  func party(_ run: Range<Int>, _ score: Float, _ role: HappeningRole) -> Party? {
    let trimmed = text.trimmed(run, dropping: .article)
    guard let last = trimmed.last else { return nil }
    let head = text.head(of: trimmed)
    if ![.place, .time].contains(role), let noun = text.backed(by: last) {
      return party(trimmed.lowerBound..<(noun + 1), score, role)
    }
    switch role {
    case .place:
      let place = draft.places.first { $0.mentions.contains { $0.overlaps(trimmed) } }
      // "20 km" is how far, and no place.
      if place == nil, trimmed.contains(where: { text.tokens[$0].upos == "NUM" }) { return nil }
      if place == nil, text.tokens[head].upos == "PRON" { return nil }
      return Party(tokens: trimmed, head: head, id: place?.record.id, score: score)
    case .time:
      if let time = draft.times.first(where: { $0.tokens.overlaps(trimmed) }) {
        return Party(tokens: trimmed, head: head, id: time.record.id, score: score)
      }
      // What is no time by itself dates nothing: "9", "pm".
      guard let time = text.timexes.first(where: { $0.tokens.overlaps(trimmed) }) else {
        return nil
      }
      return Party(tokens: time.tokens, head: head, id: nil, score: score)
    default:
      if text.isInDateline(head) { return nil }
      if role == .actor, let owner = text.owner(ofCraft: head) {
        return Party(
          tokens: min(owner, trimmed.lowerBound)..<trimmed.upperBound, head: owner,
          id: draft.entity(headedBy: owner)?.record.id, score: score)
      }
      let own = draft.entity(headedBy: head)
      let entity = own ?? draft.entity(at: head)
      // A pronoun that stands for nobody known names nobody, and no more does "Shiite" of "a Shiite area" that was hit.
      let namesNobody = role == .recipient ? ["PRON", "ADJ"] : ["PRON", "VERB"]
      if entity == nil, namesNobody.contains(text.tokens[head].upos) { return nil }
      // "Kisumu" of "a Kisumu mother" is not whom it befell: she is.
      let named = own == nil ? entity?.mentions.first { $0.tokens.contains(head) }?.head : nil
      if let named, text.tokens[head].head == named, named >= trimmed.lowerBound {
        let tokens = trimmed.lowerBound..<max(trimmed.upperBound, named + 1)
        return Party(tokens: tokens, head: named, id: entity?.record.id, score: score)
      }
      return Party(tokens: trimmed, head: head, id: entity?.record.id, score: score)
    }
  }
}
