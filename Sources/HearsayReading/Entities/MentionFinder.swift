import HearsayPlaces
import HearsayRecords

/// A mention with what its words tell, before it is known whom it means.
struct Mention {
  var tokens: Range<Int>
  var head: Int
  var form: MentionForm
  /// Its name, for names: without titles, determiners and possessives.
  var name: String?
  var nameType: NameType?
  var kind: EntityKind
  /// The office told with it: "Iraqi Prime Minister".
  var role: Range<Int>?
  var country: Country?
  var isPlural = false
}

/// Finds the words that name, describe or refer to actors.
struct MentionFinder {
  let text: AnnotatedText
  let countries: Countries
  private let titles: Titles

  init(text: AnnotatedText, countries: Countries) {
    self.text = text
    self.countries = countries
    titles = Titles(text: text)
  }

  func find() -> [Mention] {
    let names = repairedNames().compactMap(nameMention)
    let taken = Set(names.flatMap { Array($0.tokens) })
    let others = text.tokens.indices.compactMap { index -> Mention? in
      if taken.contains(index) { return nil }
      return pronoun(index) ?? nominal(index, names: taken) ?? demonymPlural(index)
    }
    return (names + others).sorted {
      ($0.tokens.lowerBound, -$0.tokens.count) < ($1.tokens.lowerBound, -$1.tokens.count)
    }
  }

  // MARK: - Names

  /// The model's names, mended at their edges, and the same words wherever else they stand.
  private func repairedNames() -> [NameMention] {
    var names: [NameMention] = []
    for name in text.names {
      var low = name.tokens.lowerBound
      var high = name.tokens.upperBound
      while low < high, ["the", "a", "an", "\"", "“", "‘", "'"].contains(text.tokens[low].lower) {
        low += 1
      }
      while high > low, ["'s", "'", "\"", "”", "’", ",", "."].contains(text.tokens[high - 1].lower)
      { high -= 1 }
      // "al", "-" before a name belong to it.
      while low > 1, text.tokens[low - 1].text == "-", !text.tokens[low].spaceBefore,
        ["al", "el", "ul", "abu", "ibn", "bin", "as", "ash", "an", "ar"].contains(
          text.tokens[low - 2].lower)
      {
        low -= 2
      }
      guard low < high else { continue }
      var kept = name
      kept.tokens = low..<high
      names.append(kept)
    }
    return names + propagated(names)
  }

  /// Names of two words or more, or of persons, that the model passed over elsewhere in the report.
  private func propagated(_ names: [NameMention]) -> [NameMention] {
    var taken = Set(names.flatMap { Array($0.tokens) })
    var byFirst: [String: [(words: [String], type: NameType)]] = [:]
    var seen: Set<String> = []
    for name in names where name.type != .other && name.score > 0.6 {
      let words = name.tokens.map { text.tokens[$0].text }
      guard words.count > 1 || name.type == .person && words[0].count > 3,
        seen.insert(words.joined(separator: " ")).inserted
      else { continue }
      byFirst[words[0], default: []].append((words, name.type))
    }
    var found: [NameMention] = []
    for index in text.tokens.indices where !taken.contains(index) {
      for (words, type) in byFirst[text.tokens[index].text] ?? [] {
        let end = index + words.count
        guard end <= text.tokens.count,
          (index..<end).allSatisfy({
            !taken.contains($0) && text.tokens[$0].text == words[$0 - index]
          })
        else { continue }
        found.append(NameMention(tokens: index..<end, type: type, score: 0.5))
        taken.formUnion(index..<end)
        break
      }
    }
    return found
  }

  private func nameMention(_ name: NameMention) -> Mention? {
    guard name.type != .work, name.type != .law, name.type != .event else { return nil }
    let head = text.head(of: name.tokens)
    let string = text.string(name.tokens)
    guard string.contains(where: \.isLetter) else { return nil }
    if name.type == .group,
      text.tokens[head].baseRelation == "amod" || text.tokens[head].upos == "ADJ"
    {
      return nil  // "Iraqi" before a noun tells that noun's country, and names nobody.
    }
    var mention = Mention(
      tokens: name.tokens, head: head, form: .name, name: string, nameType: name.type, kind: .other)
    mention.kind = kind(of: name, string)
    mention.country = country(of: name, string)
    if name.type == .person || mention.kind == .person { addRole(to: &mention) }
    return mention
  }

  private func kind(of name: NameMention, _ string: String) -> EntityKind {
    if countries.named(string) != nil { return .country }
    if let known = ActorNouns.kind(ofName: string) { return known }
    switch name.type {
    case .person: return .person
    case .politicalPlace: return countries.capital(string) != nil ? .country : .other
    case .weapon: return .weapon
    case .facility: return .facility
    case .group: return countries.demonym(string) != nil ? .civil : .other
    case .organization, .other, .location:
      for index in name.tokens.reversed() {
        if let kind = ActorNouns.kind(ofNameWord: text.tokens[index].text) { return kind }
      }
      return .other
    case .event, .work, .law: return .other
    }
  }

  private func country(of name: NameMention, _ string: String) -> Country? {
    if let country = countries.named(string) { return country }
    for index in name.tokens {
      if let country = countries.demonym(text.tokens[index].text) { return country }
    }
    // "Iraqi" or "Iraq's" before it.
    let head = text.head(of: name.tokens)
    return countryBefore(head)
  }

  private func countryBefore(_ head: Int) -> Country? {
    for child in text.children(of: head, "amod", "nmod:poss", "compound", "nmod", "flat") {
      let word = text.tokens[child].text
      if let country = countries.demonym(word) ?? countries.named(word) { return country }
    }
    return nil
  }

  /// "Iraqi Prime Minister Mustafa al-Kadhimi", "Said Khatibzadeh, a foreign ministry spokesman".
  private func addRole(to mention: inout Mention) {
    mention.role =
      titles.before(mention.tokens) ?? titles.after(mention.tokens) ?? titles.around(mention.tokens)
    if let role = mention.role {
      for index in role {
        let word = text.tokens[index].text
        if let country = countries.demonym(word) ?? countries.named(word) {
          mention.country = country
        }
      }
    }
  }

  // MARK: - Descriptions and pronouns

  private func nominal(_ index: Int, names: Set<Int>) -> Mention? {
    let token = text.tokens[index]
    guard token.upos == "NOUN" || token.upos == "PROPN" && token.baseRelation != "flat" else {
      return nil
    }
    guard token.baseRelation != "compound", token.baseRelation != "flat",
      token.baseRelation != "amod"
    else { return nil }
    let lemma = token.lemma.lowercased()
    let known = ActorNouns.kind(ofNoun: lemma) ?? ActorNouns.kind(ofNoun: token.lower)
    let isActor = token.mentionType == "person" || token.mentionType == "organization"
    guard known != nil || isActor else { return nil }
    // The title of a name is part of that name's mention.
    if text.children(of: index, "flat", "appos").contains(where: names.contains),
      text.tokens[index].upos == "PROPN"
    {
      return nil
    }
    var low = index
    var high = index + 1
    for child in text.children(of: index) {
      let relation = text.tokens[child].relation
      if ["det", "amod", "compound", "nummod", "nmod:poss"].contains(relation), child < index {
        low = min(low, text.subtree(of: child).lowerBound)
      } else if relation == "nmod" || relation == "nmod:of", child > index,
        text.subtree(of: child).count <= 6,
        text.child(of: child, "case").map({
          ["of", "for", "from", "in"].contains(text.tokens[$0].lower)
        }) ?? false
      {
        high = max(high, text.subtree(of: child).upperBound)
      }
    }
    var mention = Mention(
      tokens: text.trimmed(low..<high), head: index, form: .nominal,
      kind: known ?? (token.mentionType == "person" ? .person : .other))
    guard mention.tokens.contains(index) else { return nil }
    mention.isPlural = token.xpos == "NNS" || token.xpos == "NNPS"
    mention.country = countryBefore(index)
    for child in text.children(of: index, "compound", "amod", "nmod:poss") {
      if let kind = ActorNouns.kind(ofNoun: text.tokens[child].lemma),
        known == nil || known == .person || known == .other
      {
        mention.kind = kind
      }
    }
    return mention
  }

  private func demonymPlural(_ index: Int) -> Mention? {
    let token = text.tokens[index]
    guard token.xpos == "NNPS", let country = countries.demonym(token.text) else { return nil }
    var mention = Mention(tokens: index..<(index + 1), head: index, form: .nominal, kind: .civil)
    mention.country = country
    mention.isPlural = true
    return mention
  }

  private func pronoun(_ index: Int) -> Mention? {
    let token = text.tokens[index]
    guard token.upos == "PRON",
      [
        "he", "she", "him", "her", "his", "himself", "herself", "they", "them", "their", "it",
        "its",
      ].contains(token.lower)
    else { return nil }
    return Mention(tokens: index..<(index + 1), head: index, form: .pronoun, kind: .other)
  }
}
