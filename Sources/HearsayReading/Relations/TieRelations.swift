import HearsayLanguage
import HearsayRecords

/// Members, parts and allies.
struct TieRelations {
  let draft: Draft
  let lookup: EntityLookup
  private let text: AnnotatedText

  init(draft: Draft, lookup: EntityLookup) {
    self.draft = draft
    self.lookup = lookup
    text = draft.text
  }

  func find() -> [Tie] {
    text.tokens.indices.flatMap { comprised(at: $0) + belonging(at: $0) + backed(at: $0) }
  }

  // MARK: - The whole names its members

  private static let comprising: Set<String> = [
    "comprise", "comprises", "comprised", "comprising", "unites", "uniting", "groups", "grouping",
  ]

  /// "The Fatah coalition, which comprises A, B and C": each named is a member.
  private func comprised(at index: Int) -> [Tie] {
    let lower = text.tokens[index].lower
    let next = index + 1
    var list = next
    if Self.comprising.contains(lower) {
      guard lower != "groups" || text.tokens[index].upos == "VERB" else { return [] }
    } else if ["consists", "consisting", "composed", "made", "consist"].contains(lower) {
      let end = lower == "made" ? index + 3 : index + 2
      guard end < text.tokens.count, text.tokens[end - 1].lower == "of" else { return [] }
      list = end
    } else if ["includes", "including", "include"].contains(lower) {
      guard let whole = whole(before: index), isAlliance(whole) else { return [] }
    } else {
      return []
    }
    guard let whole = whole(before: index) else { return [] }
    let sentence = text.sentence(of: index)
    var ties: [Tie] = []
    var at = list
    while at < sentence.upperBound {
      if let member = namedEntity(at: at), member != whole {
        let record = draft.entities[member].record
        let mention = draft.entities[member].mentions.first { $0.tokens.contains(at) }
        if record.kind != .country || isAlliance(whole) {
          ties.append(
            Tie(
              kind: .memberOf, from: record.id, to: draft.entities[whole].record.id,
              evidence: [(mention?.tokens ?? at..<(at + 1)), index..<next], isClause: true))
        }
        at = mention?.tokens.upperBound ?? at + 1
        continue
      }
      let token = text.tokens[at]
      guard
        token.upos == "PUNCT" && [",", "-", "(", ")"].contains(token.text)
          || [
            "and", "the", "as", "well", "or", "both", "of", "'s", "party", "groups", "group",
            "movement", "militia", "of", "parties", "militias",
          ].contains(token.lower)
          || token.upos == "ADJ"
      else { break }
      at += 1
    }
    return ties
  }

  /// The organisation named just before, with nothing between but "which has been".
  private func whole(before index: Int) -> Int? {
    var at = index - 1
    let between: Set<String> = [
      ",", "which", "that", "is", "was", "are", "were", "also", "has", "have", "been", "currently",
      "mainly", "—", "-", "up",
    ]
    while at >= 0, index - at < 7, between.contains(text.tokens[at].lower) { at -= 1 }
    guard at >= 0, text.sentenceOfToken[at] == text.sentenceOfToken[index],
      let entity = lookup.entity(headedBy: at)
    else { return nil }
    return [.person, .country, .weapon, .facility].contains(draft.entities[entity].record.kind)
      ? nil : entity
  }

  private func isAlliance(_ entity: Int) -> Bool {
    let record = draft.entities[entity].record
    guard let last = record.name.lowercased().split(separator: " ").last else { return false }
    return [
      "coalition", "alliance", "bloc", "union", "front", "federation", "confederation", "league",
      "council", "organization", "organisation",
    ].contains(String(last)) || record.kind == .international
  }

  // MARK: - The part names its whole

  private static let belonging: [String: TieKind] = [
    "member": .memberOf, "members": .memberOf, "part": .partOf, "faction": .partOf,
    "wing": .partOf, "branch": .partOf, "arm": .partOf, "unit": .partOf, "affiliate": .partOf,
    "offshoot": .partOf, "subsidiary": .partOf, "division": .partOf, "ally": .alliedWith,
    "allies": .alliedWith,
  ]

  /// "X, a member of Y", "X is part of Y".
  private func belonging(at index: Int) -> [Tie] {
    guard var kind = Self.belonging[text.tokens[index].lower], index + 2 < text.tokens.count,
      text.tokens[index + 1].lower == "of", let from = bearer(before: index),
      let to = whole(after: index + 1), from != to
    else { return [] }
    let parts = draft.entities[from].record
    let whole = draft.entities[to].record
    if kind == .partOf, text.tokens[index].lower == "part", isAlliance(to) { kind = .memberOf }
    if kind == .partOf, parts.kind == .person { kind = .memberOf }
    guard kind == .alliedWith || whole.kind != .person else { return [] }
    let mention = draft.entities[to].mentions.first { $0.tokens.lowerBound > index }
    let evidence = index..<max(index + 2, min(mention?.tokens.upperBound ?? 0, index + 12))
    return [
      Tie(
        kind: kind, from: parts.id, to: whole.id, evidence: [evidence], isClause: true)
    ]
  }

  private func bearer(before index: Int) -> Int? {
    var at = index - 1
    let between: Set<String> = [
      ",", "which", "that", "who", "is", "are", "a", "an", "the", "also", "has", "have", "been",
      "key", "close", "senior", "founding", "military", "political", "armed", "leading", "former",
      "local", "regional", "longtime", "long", "time", "-", "main", "—", "nato", "major",
    ]
    var sawTurn = false
    while at >= 0, index - at < 8, between.contains(text.tokens[at].lower) {
      // "former" and "not" would make it untrue; punctuation or a copula must stand between.
      if text.tokens[at].lower == "former" { return nil }
      if [",", "is", "are", "been", "—"].contains(text.tokens[at].lower) { sawTurn = true }
      at -= 1
    }
    guard sawTurn, at >= 0, text.sentenceOfToken[at] == text.sentenceOfToken[index] else {
      return nil
    }
    return namedEntity(at: at)
  }

  private func whole(after index: Int) -> Int? {
    var at = index + 1
    let sentence = text.sentence(of: index)
    while at < sentence.upperBound, index + 5 > at {
      let token = text.tokens[at]
      if let entity = namedEntity(at: at) {
        // "the Iraqi parliament": the phrase, not the country before its noun.
        return lookup.entity(headedBy: at) ?? entity
      }
      guard ["DET", "ADJ", "NUM"].contains(token.upos) || token.relation == "nmod:poss" else {
        break
      }
      at += 1
    }
    return nil
  }

  // MARK: - Allies

  /// "Iran-backed groups", "groups backed by Iran", "allied with Iran".
  private func backed(at index: Int) -> [Tie] {
    let token = text.tokens[index]
    let sentence = text.sentence(of: index)
    if ["backed", "supported", "aligned", "allied"].contains(token.lower),
      index > sentence.lowerBound + 1,
      text.tokens[index - 1].text == "-", !token.spaceBefore,
      let backer = namedEntity(at: index - 2), let group = phraseHead(after: index, in: sentence),
      let from = lookup.entity(headedBy: group), from != backer
    {
      return [tie(from, backer, (index - 2)..<(index + 1))]
    }
    guard index + 1 < sentence.upperBound, index > sentence.lowerBound else { return [] }
    let marker = text.tokens[index + 1].lower
    guard
      token.lower == "backed" && marker == "by"
        || ["allied", "aligned"].contains(token.lower)
          && ["with", "to"].contains(marker),
      token.relation == "acl" || token.upos == "ADJ" || token.relation == "amod",
      let to = whole(after: index + 1)
    else { return [] }
    var at = index - 1
    while at > sentence.lowerBound, [",", "is", "are", "closely"].contains(text.tokens[at].lower) {
      at -= 1
    }
    guard let from = lookup.entity(headedBy: at), from != to,
      draft.entities[to].record.kind != .weapon, draft.entities[from].record.kind != .weapon
    else { return [] }
    return [tie(from, to, at..<(index + 2))]
  }

  private func phraseHead(after index: Int, in sentence: Range<Int>) -> Int? {
    var at = index + 1
    var head: Int?
    while at < sentence.upperBound, ["ADJ", "NOUN", "PROPN"].contains(text.tokens[at].upos) {
      if text.tokens[at].upos != "ADJ" { head = at }
      at += 1
    }
    return head
  }

  private func tie(_ from: Int, _ to: Int, _ evidence: Range<Int>) -> Tie {
    Tie(
      kind: .alliedWith, from: draft.entities[from].record.id, to: draft.entities[to].record.id,
      evidence: [evidence], isClause: true)
  }

  /// The entity with a name at a token.
  private func namedEntity(at token: Int) -> Int? {
    guard let entity = lookup.entity(at: token),
      draft.entities[entity].mentions.contains(where: {
        $0.form == .name && $0.tokens.contains(token)
      })
    else { return nil }
    return entity
  }
}
