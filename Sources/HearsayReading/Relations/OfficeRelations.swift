import HearsayLanguage
import HearsayPlaces
import HearsayRecords

/// Offices, spokesmen and leaders, from titles, appositions and "X is the president of Y".
struct OfficeRelations {
  let draft: Draft
  let lookup: EntityLookup
  let countries: Countries
  private let text: AnnotatedText
  private let titles: Titles
  /// What is said of whom to be in office, by the word that stands for him.
  private let predicates: [Int: RuleMatch]

  /// "in power" stands at most this many words before "since".
  private static let reachOfSince = 8

  init(draft: Draft, lookup: EntityLookup, countries: Countries) {
    self.draft = draft
    self.lookup = lookup
    self.countries = countries
    text = draft.text
    titles = Titles(text: draft.text)
    let said = draft.text.language.rules.family("offices")
      .matches(draft.text, in: draft.text.tokens.indices).compactMap { match in
        match.token("who").map { ($0, match) }
      }
    predicates = Dictionary(said) { first, _ in first }
  }

  func find() -> [Tie] {
    var ties: [Tie] = []
    for entity in draft.entities where entity.record.kind == .person {
      for mention in entity.mentions {
        ties += offices(of: entity, mention)
      }
    }
    addSince(to: &ties)
    return ties
  }

  private func offices(of entity: EntityFinding, _ mention: EntityMention) -> [Tie] {
    var found: [(title: Range<Int>, isPast: Bool, isClause: Bool)] = []
    if mention.form == .name {
      if let title = titles.before(mention.tokens) { found.append((title, false, false)) }
      if let title = titles.after(mention.tokens) { found.append((title, false, false)) }
      if let title = titles.around(mention.tokens) { found.append((title, false, false)) }
    } else if mention.form == .nominal, titles.isOffice(mention.head),
      text.tokens[mention.head].xpos != "NNS", text.is(mention.head, .speaks)
    {
      found.append((mention.tokens, false, false))
    }
    if let predicate = predicates[mention.head].flatMap(title) { found.append(predicate) }
    return found.compactMap { title, isPast, isClause in
      guard var tie = tie(entity, title: title) else { return nil }
      if isPast, tie.kind == .holdsOffice { tie.kind = .heldOffice }
      tie.isClause = isClause
      if mention.form == .name { tie.evidence.append(mention.tokens) }
      return tie
    }
  }

  /// "Kadhimi is the prime minister of Iraq": the office said of a subject.
  private func title(_ match: RuleMatch) -> (title: Range<Int>, isPast: Bool, isClause: Bool)? {
    guard let copula = match.token("be") else { return nil }
    let noun = match.anchor
    let start = copula + 1
    let words = start..<max(start, text.subtree(of: noun).upperBound)
    let end = words.first {
      [",", ".", ";"].contains(text.tokens[$0].text) || text.isForm($0, .endsPredicate)
    }
    let title = text.trimmed(
      words.lowerBound..<(end ?? words.upperBound), dropping: .article)
    guard title.contains(noun), title.count <= 12 else { return nil }
    return (title, match.value("said") == "past", true)
  }

  // MARK: - What a title tells

  private func tie(_ entity: EntityFinding, title: Range<Int>) -> Tie? {
    let title = text.trimmed(title, dropping: .apartFromTitle)
    guard let noun = titles.officeNoun(in: title) else { return nil }
    let isPast = title.contains { text.isForm($0, .pastOffice) }
    if title.contains(where: { text.isForm($0, .soughtOffice) }) { return nil }
    let id = entity.record.id
    for match in text.language.rules.family("offices").matches(text, at: noun) {
      let to: String?
      switch match.value("kind").flatMap(TieKind.init) {
      case .speaksFor:
        // Who speaks for a body has no part in leading it.
        guard !isPast, let body = body(of: title, noun: noun) else { return nil }
        to = target(body)
      case .heads:
        guard !isPast, let body = body(of: title, noun: noun), let leads = named(in: body),
          ![.country, .person].contains(leads.record.kind), leads.record.id != id
        else { continue }
        to = leads.record.id
      case .holdsOffice: to = office(title)
      default: continue
      }
      guard let to, var kind = match.value("kind").flatMap(TieKind.init) else { continue }
      if isPast, kind == .holdsOffice { kind = .heldOffice }
      return Tie(kind: kind, from: id, to: to, evidence: [title], by: match.rule.name)
    }
    return nil
  }

  /// The words that say of what: after "for" or "of", else before the noun.
  private func body(of title: Range<Int>, noun: Int) -> Range<Int>? {
    if let marker = (noun..<title.upperBound).first(where: { text.isForm($0, .linksBody) }),
      marker + 1 < title.upperBound
    {
      let body = text.trimmed((marker + 1)..<title.upperBound, dropping: .apartFromBody)
      return body.isEmpty ? nil : body
    }
    var before = text.trimmed(title.lowerBound..<noun, dropping: .apartFromBody)
    if let last = before.last, text.isForm(last, .possessiveMark) {
      before = before.lowerBound..<last
    }
    return before.isEmpty ? nil : before
  }

  /// The entity that words name, if one is headed by them; else the words.
  private func target(_ body: Range<Int>) -> String {
    // The whole phrase, not a country inside it: "Iranian Foreign Ministry".
    for entity in draft.entities {
      for mention in entity.mentions where mention.form != .pronoun {
        let words = text.trimmed(mention.tokens, dropping: .article)
        if words == body { return entity.record.id }
      }
    }
    return text.oneLine(body)
  }

  private func named(in body: Range<Int>) -> EntityFinding? {
    for index in body.reversed() {
      if let entity = lookup.entity(at: index).map({ draft.entities[$0] }),
        entity.mentions.contains(where: { $0.form == .name && $0.tokens.contains(index) })
      {
        return entity
      }
    }
    return nil
  }

  /// "Iraqi Prime Minister" → "Prime Minister of Iraq": the office in the report's words, its country named.
  private func office(_ title: Range<Int>) -> String {
    var words = Array(title).filter { !text.isForm($0, .apartFromOffice) }
    if let first = words.first, words.count > 1,
      !words.contains(where: { text.tokens[$0].upos == "ADP" }),
      let country = countries.demonym(text.tokens[first].text)
        ?? countries.named(text.tokens[first].text)
    {
      words.removeFirst()
      if let next = words.first, text.isForm(next, .possessiveMark) { words.removeFirst() }
      guard let low = words.first, let high = words.last else { return text.oneLine(title) }
      let first = country.name.lowercased().prefix { $0 != " " }
      let article = text.language.has(String(first), .takesThe) ? "the " : ""
      return "\(text.oneLine(low..<(high + 1))) of \(article)\(country.name)"
    }
    guard let low = words.first, let high = words.last else { return text.oneLine(title) }
    return text.oneLine(low..<(high + 1))
  }

  // MARK: - Since when

  /// "who has been in power since May 2020": the start of the office told nearby.
  private func addSince(to ties: inout [Tie]) {
    for time in draft.times {
      let start = time.tokens.lowerBound
      let marker = text.isForm(start, .opensSince) ? start : start - 1
      guard marker > 0, text.isForm(marker, .opensSince), let since = calendar(time) else {
        continue
      }
      let sentence = text.sentence(of: marker)
      let from = max(sentence.lowerBound, marker - Self.reachOfSince)
      let rules = text.language.rules.family("tenure")
      guard
        let held = (from..<marker).reversed().lazy.compactMap({
          rules.matches(text, at: $0).first
        }).first, let holder = holder(before: held.anchor, in: sentence)
      else { continue }
      let tenure = held.anchor
      let evidence = tenure..<time.tokens.upperBound
      let known = ties.indices.first {
        ties[$0].from == holder && [.holdsOffice, .heads].contains(ties[$0].kind)
      }
      if let known {
        ties[known].since = since
        ties[known].sinceBy = held.rule.name
        ties[known].evidence.append(evidence)
      } else if held.value("office") == "named" {
        ties.append(
          Tie(
            kind: .holdsOffice, from: holder, to: text.tokens[tenure].lower, since: since,
            evidence: [evidence], isClause: true, by: held.rule.name))
      }
    }
  }

  /// The nearest person named before it in its sentence.
  private func holder(before index: Int, in sentence: Range<Int>) -> String? {
    for token in (sentence.lowerBound..<index).reversed() {
      if let entity = lookup.entity(at: token).map({ draft.entities[$0].record }),
        entity.kind == .person
      {
        return entity.id
      }
    }
    return nil
  }

  /// A time's start as coarse as told.
  private func calendar(_ time: TimeFinding) -> String? {
    if let timex = time.record.timex, !timex.isEmpty,
      timex.allSatisfy({ $0.isNumber || $0 == "-" })
    {
      return timex
    }
    guard let earliest = time.record.earliest else { return nil }
    switch time.record.granularity {
    case .year: return String(earliest.prefix(4))
    case .month: return String(earliest.prefix(7))
    default: return String(earliest.prefix(10))
    }
  }
}
