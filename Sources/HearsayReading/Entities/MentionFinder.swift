import HearsayLanguage
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
  let actors: KnownActors
  private let titles: Titles

  init(text: AnnotatedText, countries: Countries, actors: KnownActors) {
    self.text = text
    self.countries = countries
    self.actors = actors
    titles = Titles(text: text)
  }

  func find() -> [Mention] {
    let marked = NameRepair(text: text, titles: titles).repaired().compactMap(nameMention)
    let names = marked + called(besides: Set(marked.flatMap { Array($0.tokens) }))
    let taken = Set(names.flatMap { Array($0.tokens) })
    let others = text.tokens.indices.compactMap { index -> Mention? in
      if taken.contains(index) { return nil }
      return pronoun(index) ?? relative(index) ?? nominal(index, names: taken)
        ?? demonymPlural(index)
    }
    return (names + others).sorted {
      ($0.tokens.lowerBound, -$0.tokens.count) < ($1.tokens.lowerBound, -$1.tokens.count)
    }
  }

  // MARK: - Names

  private func nameMention(_ name: NameMention) -> Mention? {
    guard name.type != .work, name.type != .law, name.type != .event else { return nil }
    let head = text.head(of: name.tokens)
    let string = text.oneLine(name.tokens)
    guard string.contains(where: \.isLetter) else { return nil }
    if [.politicalPlace, .location].contains(name.type), !isActor(name.tokens, string, head) {
      return nil
    }
    if name.type == .group,
      text.tokens[head].baseRelation == "amod" || text.tokens[head].upos == "ADJ"
    {
      return nil  // "Iraqi" before a noun tells that noun's country, and names nobody.
    }
    var mention = Mention(
      tokens: name.tokens, head: head, form: .name, name: string, nameType: name.type, kind: .other)
    mention.kind = kind(of: name, string)
    // "the newspaper Tribuna": the noun knows better than the model what the name is of.
    if let body = bodyNoun(before: name.tokens), mention.kind == .other || name.type == .person {
      mention.kind = body
      mention.nameType = .organization
    }
    mention.isPlural = name.type == .group && text.tokens[head].xpos == "NNPS"
    mention.country = country(of: name, string)
    if name.type == .person || mention.kind == .person {
      addRole(to: &mention)
      let before = name.tokens.lowerBound - 1
      if before >= text.sentence(of: head).lowerBound,
        text.isForm(before, .honorific)
      {
        mention.tokens = before..<name.tokens.upperBound
      }
    }
    return mention
  }

  /// "the newspaper Tribuna", "the radio station Free Kalt": capitalised words behind the noun of a body are its name, whether
  /// the model knows it or not.
  private func called(besides taken: Set<Int>) -> [Mention] {
    text.tokens.indices.compactMap { noun in
      let token = text.tokens[noun]
      guard token.upos == "NOUN", token.xpos == "NN", noun + 1 < text.tokens.count,
        text.isLemma(noun, .introducesBody),
        ["appos", "flat", "nmod"].contains(text.tokens[noun + 1].baseRelation)
          || text.tokens[noun + 1].head.map({ $0 > noun }) ?? false
      else { return nil }
      let sentence = text.sentence(of: noun)
      var end = noun + 1
      while end < sentence.upperBound, text.tokens[end].upos == "PROPN", !taken.contains(end),
        text.tokens[end].text.first?.isUppercase ?? false
      { end += 1 }
      guard end > noun + 1, end - noun <= 5 else { return nil }
      let words = (noun + 1)..<end
      let head = text.head(of: words)
      guard text.tokens[head].head == noun || text.tokens[noun].head == head else { return nil }
      var mention = Mention(
        tokens: words, head: head, form: .name, name: text.oneLine(words),
        nameType: .organization,
        kind: text.language.actor(ofNoun: token.lemma.lowercased()) ?? .other)
      mention.country = countryBefore(noun)
      return mention
    }
  }

  /// The kind of body that the noun right before a name tells, which the name hangs on.
  private func bodyNoun(before name: Range<Int>) -> EntityKind? {
    let noun = name.lowerBound - 1
    guard noun >= text.sentence(of: name.lowerBound).lowerBound else { return nil }
    let token = text.tokens[noun]
    guard token.upos == "NOUN", token.xpos == "NN", text.isLemma(noun, .introducesBody),
      text.tokens[text.head(of: name)].head == noun
    else { return nil }
    return text.language.actor(ofNoun: token.lemma.lowercased()) ?? .other
  }

  /// A country is a place and an actor; a capital or a company town only where it acts.
  private func isActor(_ name: Range<Int>, _ string: String, _ head: Int) -> Bool {
    if countries.named(string) != nil || text.language.actor(ofName: string) != nil { return true }
    guard let country = countries.capital(string) else { return false }
    return text.acts(head) && countryBehind(name) != country
  }

  /// The country that a comma ties to a place: "Nairobi, Kenya" tells where something is.
  private func countryBehind(_ name: Range<Int>) -> Country? {
    let comma = name.upperBound
    guard comma + 1 < text.tokens.count, text.tokens[comma].text == ",",
      let country = text.names.first(where: { $0.tokens.lowerBound == comma + 1 })
    else { return nil }
    return countries.named(text.oneLine(country.tokens))
  }

  private func kind(of name: NameMention, _ string: String) -> EntityKind {
    if countries.named(string) != nil { return .country }
    if let known = text.language.actor(ofName: string) ?? actors.actor(string)?.kind {
      return known
    }
    switch name.type {
    case .person: return .person
    case .politicalPlace:
      // Moscow is Russia's government where it acts; Mexico City is its own.
      if countries.government(string) != nil { return .country }
      return countries.capital(string) != nil ? .government : .other
    case .weapon: return .weapon
    case .facility: return .facility
    case .group: return countries.demonym(string) != nil ? .civil : .other
    case .organization, .other, .location:
      let kinds = name.tokens.compactMap { text.language.actor(ofNameWord: text.tokens[$0].text) }
      return kinds.first(where: \.outweighsLastWord) ?? kinds.last ?? .other
    case .event, .work, .law: return .other
    }
  }

  private func country(of name: NameMention, _ string: String) -> Country? {
    if let country = countries.named(string) { return country }
    if name.type == .politicalPlace, let country = countries.capital(string) { return country }
    for index in name.tokens {
      if let country = countries.demonym(text.tokens[index].text) { return country }
    }
    // "Iraqi" or "Iraq's" before it.
    let head = text.head(of: name.tokens)
    return countryBefore(head)
  }

  private func countryBefore(_ head: Int) -> Country? {
    for child in text.children(of: head, "amod", "nmod:poss", "compound", "flat")
    where child < head {
      let word = text.tokens[child].text
      if let country = countries.demonym(word) ?? countries.named(word) { return country }
      if child > 0, let country = pairCountry(child - 1) ?? pairCountry(child) { return country }
    }
    for child in text.children(of: head, "nmod") where child > head {
      if let mark = text.child(of: child, "case"), text.isForm(mark, .ofWhole),
        let country = countries.named(text.tokens[child].text)
      {
        return country
      }
    }
    return nil
  }

  /// "North Korean", "Saudi Arabian", "United States": a country in two words.
  private func pairCountry(_ index: Int) -> Country? {
    guard index + 1 < text.tokens.count else { return nil }
    let pair = "\(text.tokens[index].text) \(text.tokens[index + 1].text)"
    return countries.demonym(pair) ?? countries.named(pair)
  }

  /// "Iraqi Prime Minister Mustafa al-Kadhimi", "Said Khatibzadeh, a foreign ministry spokesman".
  private func addRole(to mention: inout Mention) {
    mention.role =
      titles.before(mention.tokens) ?? titles.after(mention.tokens) ?? titles.around(mention.tokens)
    if let role = mention.role {
      for index in role {
        let word = text.tokens[index].text
        if let country = pairCountry(index) ?? countries.demonym(word) ?? countries.named(word) {
          mention.country = country
          break
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
    // "Khan Yunis": a town is nobody, whatever its first word looks like.
    if token.upos == "PROPN", token.mentionType != "organization",
      text.names.contains(where: {
        $0.tokens.contains(index) && [.politicalPlace, .location].contains($0.type)
      })
    {
      return nil
    }
    guard !text.isForm(index, .nobodyInParticular) else { return nil }
    guard token.text.first?.isLetter ?? false else { return nil }
    let known =
      text.language.actor(ofNoun: lemma) ?? text.language.actor(ofNoun: token.lower)
      ?? (text.isForm(index, .office) ? .person : nil)
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
      if relation == "det", text.isForm(child, .none) { return nil }
      if ["det", "amod", "compound", "nummod", "nmod:poss"].contains(relation), child < index {
        low = min(low, text.subtree(of: child).lowerBound)
      } else if relation == "nmod" || relation == "nmod:of", child > index,
        text.subtree(of: child).count <= 6,
        text.child(of: child, "case").map({ text.isForm($0, .narrowsDescription) }) ?? false
      {
        high = max(high, text.subtree(of: child).upperBound)
      }
    }
    var mention = Mention(
      tokens: text.trimmed(low..<high), head: index, form: .nominal,
      kind: known ?? (token.mentionType == "person" ? .person : .other))
    guard mention.tokens.contains(index) else { return nil }
    mention.isPlural = token.xpos == "NNS" || token.xpos == "NNPS"
    if mention.isPlural, mention.kind == .person, known == nil { mention.kind = .civil }
    if !mention.isPlural, text.isForm(index, .perpetrator) { mention.kind = .person }
    mention.country = countryBefore(index)
    for child in text.children(of: index, "compound", "amod", "nmod:poss") {
      if let kind = text.language.actor(ofNoun: text.tokens[child].lemma),
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
    guard token.upos == "PRON", text.isForm(index, .pronoun) else { return nil }
    return Mention(tokens: index..<(index + 1), head: index, form: .pronoun, kind: .other)
  }

  /// "who" and "which" stand for the words before them.
  private func relative(_ index: Int) -> Mention? {
    let token = text.tokens[index]
    guard text.isForm(index, .relative),
      ["PRON", "DET"].contains(token.upos), index > text.sentence(of: index).lowerBound
    else { return nil }
    return Mention(tokens: index..<(index + 1), head: index, form: .pronoun, kind: .other)
  }
}

extension AnnotatedText {
  /// Whether a name stands where somebody acts or speaks, and not where something happens.
  func acts(_ head: Int) -> Bool {
    let token = tokens[head]
    let next = head + 1
    if next < tokens.count, ["-", "–", "—", "(", "--"].contains(tokens[next].text) {
      return false  // a dateline
    }
    if token.baseRelation == "nsubj", token.relation != "nsubj:pass" {
      return child(of: head, "case") == nil
    }
    return token.relation == "obl:agent"
  }
}
