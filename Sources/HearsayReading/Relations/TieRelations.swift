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
    text.language.rules.family("ties").matches(text, in: text.tokens.indices).flatMap { match in
      guard let kind = match.value("kind").flatMap(TieKind.init), let last = match.token("last")
      else { return [Tie]() }
      let found =
        switch match.value("way") {
        case "list": comprised(match, kind, last)
        case "part": belonging(match, kind, last)
        case "backed": backed(match, last)
        default: hyphenated(last)
        }
      return found.map { tie in
        var tie = tie
        tie.by = match.rule.name
        return tie
      }
    }
  }

  // MARK: - The whole names its members

  /// "The Fatah coalition, which comprises A, B and C": each named is a member.
  private func comprised(_ match: RuleMatch, _ kind: TieKind, _ last: Int) -> [Tie] {
    let index = match.anchor
    guard let whole = whole(before: index),
      match.value("whole") != "alliance" || isAlliance(whole)
    else { return [] }
    let sentence = text.sentence(of: index)
    var ties: [Tie] = []
    var at = last + 1
    while at < sentence.upperBound {
      if let member = namedEntity(at: at), member != whole {
        let record = draft.entities[member].record
        let mention = draft.entities[member].mentions.first { $0.tokens.contains(at) }
        if record.kind != .country || isAlliance(whole) {
          ties.append(
            Tie(
              kind: kind, from: record.id, to: draft.entities[whole].record.id,
              evidence: [(mention?.tokens ?? at..<(at + 1)), index..<(index + 1)], isClause: true))
        }
        at = mention?.tokens.upperBound ?? at + 1
        continue
      }
      let token = text.tokens[at]
      guard
        token.upos == "PUNCT" && [",", "-", "(", ")"].contains(token.text)
          || text.isForm(at, .insideList) || token.upos == "ADJ"
      else { break }
      at += 1
    }
    return ties
  }

  /// The organisation named just before, with nothing between but "which has been".
  private func whole(before index: Int) -> Int? {
    var at = index - 1
    while at >= 0, index - at < 7,
      text.isForm(at, .betweenWhole) || [",", "—", "-"].contains(text.tokens[at].text)
    { at -= 1 }
    guard at >= 0, text.sentenceOfToken[at] == text.sentenceOfToken[index],
      let entity = lookup.entity(headedBy: at)
    else { return nil }
    return [.person, .country, .weapon, .facility].contains(draft.entities[entity].record.kind)
      ? nil : entity
  }

  private func isAlliance(_ entity: Int) -> Bool {
    let record = draft.entities[entity].record
    guard let last = record.name.lowercased().split(separator: " ").last else { return false }
    return text.language.has(String(last), .alliance) || record.kind == .international
  }

  // MARK: - The part names its whole

  /// "X, a member of Y", "X is part of Y".
  private func belonging(_ match: RuleMatch, _ told: TieKind, _ last: Int) -> [Tie] {
    let index = match.anchor
    guard let from = bearer(before: index), let to = whole(after: last), from != to else {
      return []
    }
    var kind = told
    let parts = draft.entities[from].record
    let whole = draft.entities[to].record
    if kind == .partOf, text.isForm(index, .memberIfAlliance), isAlliance(to) { kind = .memberOf }
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
    var sawTurn = false
    while at >= 0, index - at < 8,
      text.isForm(at, .betweenBearer) || [",", "—", "-"].contains(text.tokens[at].text)
    {
      // "former" would make it untrue; punctuation or a copula must stand between.
      if text.isForm(at, .pastOffice) { return nil }
      if text.isForm(at, .turnsToBearer) || [",", "—"].contains(text.tokens[at].text) {
        sawTurn = true
      }
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

  /// "Iran-backed groups".
  private func hyphenated(_ index: Int) -> [Tie] {
    let sentence = text.sentence(of: index)
    guard index > sentence.lowerBound + 1, !text.tokens[index].spaceBefore,
      let backer = namedEntity(at: index - 2), let group = phraseHead(after: index, in: sentence),
      let from = lookup.entity(headedBy: group), from != backer
    else { return [] }
    return [tie(from, backer, (index - 2)..<(index + 1))]
  }

  /// "groups backed by Iran", "allied with Iran".
  private func backed(_ match: RuleMatch, _ last: Int) -> [Tie] {
    let index = match.anchor
    let sentence = text.sentence(of: index)
    guard index > sentence.lowerBound, let to = whole(after: last) else { return [] }
    var at = index - 1
    while at > sentence.lowerBound,
      text.isForm(at, .beforeBacked) || text.tokens[at].text == ","
    { at -= 1 }
    guard let from = lookup.entity(headedBy: at), from != to,
      draft.entities[to].record.kind != .weapon, draft.entities[from].record.kind != .weapon
    else { return [] }
    return [tie(from, to, at..<(last + 1))]
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
