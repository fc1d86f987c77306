import HearsayLanguage
import HearsayPlaces
import HearsayRecords

/// Ties descriptions and pronouns to what they refer to, where the text leaves little doubt; a description that
/// refers to nothing before it is an entity of its own.
struct ReferenceResolver {
  let text: AnnotatedText
  private(set) var clusters: [Cluster]

  private var index: ClusterIndex
  private let titles: Titles
  /// The number of the quotation that a token stands in.
  private let quotationOfToken: [Int: Int]

  /// What speaks for an antecedent; tuned together on GUM's training news.
  private enum Weights {
    /// Against it, for each sentence between.
    static let sentence = 2.5
    /// Against it, one for so many words between.
    static let words = 40.0
    static let subject = 2.0
    static let parallel = 2.5
    /// Against a body that "they" may stand for, where several people may be meant as well.
    static let body = 1.0
    /// For or against a person by how the first name ends.
    static let ending = 1.75
    static let oblique = 1.0
    /// For each time it was mentioned, up to eight.
    static let often = 0.25
  }

  /// A pronoun looks back this many sentences at most.
  private static let pronounReach = 2
  /// If there is nobody so near, the only one in so many.
  private static let farthestReach = 10

  init(text: AnnotatedText, clusters: [Cluster]) {
    self.text = text
    self.clusters = clusters
    index = ClusterIndex(clusters, text: text)
    titles = Titles(text: text)
    var inside: [Int: Int] = [:]
    for (number, quotation) in Quotations.find(in: text.utf8).enumerated() {
      for token in text.tokens(touching: quotation.inside) { inside[token] = number }
    }
    quotationOfToken = inside
  }

  mutating func add(_ mention: Mention) {
    if mention.form == .pronoun, text.isForm(mention.head, .relative) {
      if let place = before(mention.head) { add(mention, to: place) }
      return
    }
    if mention.form == .pronoun {
      let place =
        antecedent(ofPronoun: mention) ?? antecedent(ofPronoun: mention, isLoose: true)
        ?? onlyPerson(mention)
      if let place { add(mention, to: place) }
      return
    }
    if let place = titled(mention) ?? known(mention) ?? apposed(mention) ?? sameDescription(mention)
      ?? byRole(mention) ?? onlyOne(mention)
    {
      add(mention, to: place)
      return
    }
    clusters.append(
      Cluster(
        mention,
        name: text.oneLine(text.trimmed(mention.tokens, dropping: .opensDescription)),
        text: text))
    let last = clusters.count - 1
    index.add(mention, to: last, of: clusters[last], text: text)
  }

  private mutating func add(_ mention: Mention, to place: Int) {
    clusters[place].add(mention, text: text)
    index.add(mention, to: place, of: clusters[place], text: text)
  }

  // MARK: - Descriptions

  /// "Iraqi Prime Minister" in "Iraqi Prime Minister Mustafa al-Kadhimi": the title is the person's.
  private func titled(_ mention: Mention) -> Int? {
    guard titles.isOffice(mention.head), !mention.isPlural,
      let place = index.person(withRoleAt: mention.head)
    else { return nil }
    let isWithin = clusters[place].mentions.contains { other in
      guard other.form == .name, let role = other.role else { return false }
      return role.contains(mention.head) && role.upperBound <= mention.tokens.upperBound + 1
    }
    return isWithin ? place : nil
  }

  /// A name that the model did not mark here but elsewhere.
  private func known(_ mention: Mention) -> Int? {
    let words = text.oneLine(text.trimmed(mention.tokens, dropping: .article))
    guard words.first?.isUppercase ?? false, text.tokens[mention.head].upos == "PROPN" else {
      return nil
    }
    return index.cluster(named: words)
  }

  /// Who or what "who" or "which" stands for: the words just before, a comma aside.
  private func before(_ pronoun: Int) -> Int? {
    var at = pronoun - 1
    if at >= 0, text.tokens[at].text == "," { at -= 1 }
    guard at >= 0, text.sentenceOfToken[at] == text.sentenceOfToken[pronoun] else { return nil }
    let wanted = text.formValue(of: pronoun, for: .relative) == "anyone"
    return index.ending(before: at + 1).filter { candidate in
      wanted || clusters[candidate].kind != .person
    }.max { width($0, at) < width($1, at) }
  }

  private func width(_ cluster: Int, _ token: Int) -> Int {
    clusters[cluster].mentions.filter { $0.tokens.contains(token) }.map(\.tokens.count).max() ?? 0
  }

  /// "Khatibzadeh, the spokesman": the description beside a name is that name's.
  private func apposed(_ mention: Mention) -> Int? {
    let token = text.tokens[mention.head]
    guard !mention.isPlural else { return nil }
    if token.baseRelation == "appos", let head = token.head {
      guard let place = cluster(headedBy: head) else { return nil }
      // "Ilsa Dorn (D., Coast)": a body or place beside a person says whence she comes, not who she is.
      let isBody = mention.kind == .other && token.mentionType == "organization"
      return isBody && clusters[place].kind == .person ? nil : place
    }
    if let name = text.child(of: mention.head, "appos", "flat"),
      let index = cluster(headedBy: name),
      clusters[index].nameType == .person
        || clusters[index].nameType == .organization && name > mention.head
          && mention.tokens.upperBound == name
    {
      return index
    }
    return nil
  }

  /// The same words again with "the", or the same plural: the same group.
  private func sameDescription(_ mention: Mention) -> Int? {
    let words = ClusterIndex.description(mention, text)
    guard !words.isEmpty, !isIndefinite(mention) || mention.isPlural && words.count > 1 else {
      return nil
    }
    if text.isLemma(mention.head, .source), !isDefinite(mention) { return nil }
    return index.described(as: words).filter { place in
      clusters[place].mentions.contains { other in
        other.form == .nominal && ClusterIndex.description(other, text) == words
          && (other.country == nil || mention.country == nil || other.country == mention.country)
      }
    }.max { lastBefore($0, mention) < lastBefore($1, mention) }
  }

  /// "the prime minister", "the spokesman": the last person of that office.
  private func byRole(_ mention: Mention) -> Int? {
    guard isDefinite(mention), !mention.isPlural, text.child(of: mention.head, "nmod", "acl") == nil
    else { return nil }
    let lemma = text.tokens[mention.head].lemma.lowercased()
    guard
      text.isLemma(mention.head, .office) || text.isLemma(mention.head, .standsForBody)
        || text.isLemma(mention.head, .shortFor)
    else { return nil }
    let written = text.language.value(of: lemma, for: .shortFor)?.replacing("-", with: " ")
    let office = written ?? officeWords(mention) ?? lemma
    return clusters.indices.filter { index in
      guard
        let first = clusters[index].mentions.first(where: {
          $0.tokens.lowerBound < mention.tokens.lowerBound
        }), first.country == nil || mention.country == nil || first.country == mention.country
      else { return false }
      if let role = clusters[index].role {
        return role.lowercased().contains(office) && clusters[index].kind == .person
      }
      return clusters[index].nameType == .organization
        && clusters[index].name.lowercased().contains(lemma)
    }.max { lastBefore($0, mention) < lastBefore($1, mention) }
  }

  /// "the cleric", "the Austrian", "the bloc": a description that may stand for any person or body means the only one
  /// named in this sentence and the one before.
  private func onlyOne(_ mention: Mention) -> Int? {
    guard isDefinite(mention), !mention.isPlural,
      text.child(of: mention.head, "nmod", "acl", "appos", "conj") == nil
    else { return nil }
    let token = text.tokens[mention.head]
    let lemma = token.lemma.lowercased()
    let isPerson =
      text.isLemma(mention.head, .anyPerson) || mention.country != nil && token.upos != "NOUN"
    guard isPerson || text.isLemma(mention.head, .anyBody) else { return nil }
    let sentence = text.sentenceOfToken[mention.head]
    let named = index.mentioned(in: max(0, sentence - 1)...sentence).filter { place in
      let cluster = clusters[place]
      guard cluster.nameType != nil, !cluster.isPlural,
        isPerson
          ? cluster.kind == .person
          : cluster.kind != .person && cluster.kind != .country && isCalled(cluster, lemma)
      else { return false }
      return cluster.mentions.contains {
        $0.form == .name && $0.tokens.lowerBound < mention.tokens.lowerBound
          && sentence - text.sentenceOfToken[$0.head] <= 1
      }
    }
    return named.count == 1 ? named[0] : nil
  }

  /// Whether a body may be called by a noun: the World Relief Union is a union and no ministry.
  private func isCalled(_ body: Cluster, _ noun: String) -> Bool {
    let words = body.name.lowercased().split(separator: " ").map(String.init)
    if words.contains(noun) || text.language.has(noun, .ofAnyKind) { return true }
    if let only = text.language.value(of: noun, for: .onlyOf) { return body.kind.rawValue == only }
    return !words.contains { text.language.has($0, .anyBody) }
  }

  /// "prime minister" of "the Iraqi prime minister": the office with what narrows it, but not its country.
  private func officeWords(_ mention: Mention) -> String? {
    let words = mention.tokens.filter { index in
      index <= mention.head && text.tokens[index].upos != "DET"
        && !(text.tokens[index].text.first?.isUppercase ?? false)
    }.map { text.tokens[$0].lower }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  private func isDefinite(_ mention: Mention) -> Bool {
    text.isForm(mention.tokens.lowerBound, .definite)
  }

  private func isIndefinite(_ mention: Mention) -> Bool {
    text.isForm(mention.tokens.lowerBound, .indefinite)
  }

  // MARK: - Pronouns

  /// What a pronoun stands for; loosely, "they" may be any body.
  private func antecedent(ofPronoun mention: Mention, isLoose: Bool = false) -> Int? {
    let token = text.tokens[mention.head]
    let pronoun = text.formValue(of: mention.head, for: .pronoun)
    let isPerson = pronoun == "he" || pronoun == "she"
    let isPlural = pronoun == "they"
    let isIt = text.isForm(mention.head, .expletive)
    if isIt,
      token.relation == "expl" || token.baseRelation == "nsubj" && isExpletive(token.head)
    {
      return nil
    }
    if isIt, isOfThing(mention.head) { return nil }
    let sentence = text.sentenceOfToken[mention.head]
    var best: (index: Int, score: Double)?
    for place in index.mentioned(in: max(0, sentence - Self.pronounReach)...sentence) {
      let cluster = clusters[place]
      if isPerson {
        guard cluster.kind == .person || isOnePerson(cluster) || isSomebody(cluster, sentence),
          !cluster.isPlural,
          agrees(cluster, pronoun)
        else { continue }
      } else if isPlural {
        guard
          cluster.isPlural
            || [.armedGroup, .party, .civil, .military, .police].contains(cluster.kind)
            || isLoose && Self.bodies.contains(cluster.kind)
        else { continue }
      } else {
        guard cluster.nameType != nil || Self.bodies.contains(cluster.kind),
          cluster.nameType != .person, cluster.kind != .person, !cluster.isPlural,
          !isOnePerson(cluster)
        else { continue }
      }
      let near = cluster.mentions.partitioningIndex {
        sentence - text.sentenceOfToken[$0.tokens.lowerBound] <= Self.pronounReach
      }
      for other in cluster.mentions[near...]
      where other.tokens.lowerBound < mention.tokens.lowerBound {
        let distance = sentence - text.sentenceOfToken[other.head]
        // "it" means so many things that are no actors that only a subject near by is sure.
        if !isPerson, !isPlural,
          distance > 1 || isIt && text.tokens[other.head].baseRelation != "nsubj"
        {
          continue
        }
        guard distance <= Self.pronounReach, !governsDirectly(other.head, mention.head),
          !isAnothersWord(other, mention)
        else { continue }
        var score =
          -Double(distance) * Weights.sentence - Double(mention.head - other.head) / Weights.words
        switch text.tokens[other.head].baseRelation {
        case "nsubj": score += Weights.subject
        // "Dragging men from their homes and shooting them": of two objects of one sentence the later takes up the first.
        case "obj" where distance == 0 && text.tokens[mention.head].relation == "obj":
          score += Weights.parallel
        case "obl", "nmod":
          score -= text.tokens[other.head].relation == "nmod:poss" ? 0 : Weights.oblique
        default: break
        }
        if other.form == .name { score += 0.5 }
        if isPlural, !cluster.isPlural { score -= Weights.body }
        score += hint(cluster, pronoun)
        if cluster.mentions.count > 1 {
          score += min(Double(cluster.mentions.count), 8) * Weights.often
        }
        if best.map({ score > $0.score }) ?? true { best = (place, score) }
      }
    }
    return best?.index
  }

  /// "he", "she" of whom nobody near is meant: the only one named a little further back, if there is only one.
  private func onlyPerson(_ mention: Mention) -> Int? {
    let pronoun = text.formValue(of: mention.head, for: .pronoun)
    guard pronoun == "he" || pronoun == "she", !text.isForm(mention.head, .reflexive)
    else { return nil }
    let sentence = text.sentenceOfToken[mention.head]
    let named = index.mentioned(in: max(0, sentence - Self.farthestReach)...sentence).filter {
      let cluster = clusters[$0]
      return cluster.kind == .person && !cluster.isPlural && agrees(cluster, pronoun)
        && cluster.mentions.contains { $0.tokens.lowerBound < mention.tokens.lowerBound }
    }
    return named.count == 1 ? named[0] : nil
  }

  /// Kinds of described actors that "it" may stand for.
  private static let bodies: Set<EntityKind> = [
    .company, .government, .armedGroup, .party, .international, .media, .military, .police,
  ]

  /// "the general", "a man": one person, though the kind of actor is an army, or none.
  private func isOnePerson(_ cluster: Cluster) -> Bool {
    guard cluster.nameType == nil, let first = cluster.mentions.first else { return false }
    let token = text.tokens[first.head]
    return token.mentionType == "person" && token.xpos == "NN"
      && (text.isLemma(first.head, .office) || text.isLemma(first.head, .anyPerson))
  }

  /// Subject and object of one verb are different people, unless the pronoun is reflexive or possessive.
  private func governsDirectly(_ antecedent: Int, _ pronoun: Int) -> Bool {
    guard !text.isForm(pronoun, .reflexive), text.tokens[pronoun].relation != "nmod:poss" else {
      return false
    }
    return text.tokens[antecedent].head != nil
      && text.tokens[antecedent].head == text.tokens[pronoun].head
  }

  /// “My brother did this,” he said: who is only described in somebody's words is not meant by a pronoun outside them.
  private func isAnothersWord(_ antecedent: Mention, _ pronoun: Mention) -> Bool {
    guard let quotation = quotationOfToken[antecedent.head], antecedent.form != .name,
      text.formValue(of: antecedent.tokens.lowerBound, for: .possessive) == "ours"
    else { return false }
    return quotationOfToken[pronoun.head] != quotation
  }

  private func isExpletive(_ verb: Int?) -> Bool {
    guard let verb else { return true }
    let sentence = text.sentence(of: verb)
    if text.child(of: verb, "nsubj:pass", "expl") != nil || text.tokens[verb].upos == "ADJ",
      (verb + 1..<min(verb + 8, sentence.upperBound)).contains(where: {
        text.isForm($0, .opensContent)
      })
    {
      return true
    }
    return text.child(of: verb, "ccomp", "csubj", "xcomp") != nil
      && text.tokens[verb].upos != "VERB"
  }

  /// Whether a pronoun's gender fits what the person has been called so far.
  private func agrees(_ cluster: Cluster, _ pronoun: String?) -> Bool {
    guard let gender = Genders.gender(of: cluster.mentions, text) else { return true }
    return gender == (pronoun == "she" ? .female : .male)
  }

  /// "Mara … she": what the first name's ending says where nothing else tells.
  private func hint(_ cluster: Cluster, _ pronoun: String?) -> Double {
    guard pronoun == "he" || pronoun == "she", cluster.nameType == .person,
      Genders.gender(of: cluster.mentions, text) == nil,
      let hint = Genders.hint(of: cluster.mentions, text)
    else { return 0 }
    return (hint == .female) == (pronoun == "she") ? Weights.ending : -Weights.ending
  }

  private func lastBefore(_ index: Int, _ mention: Mention) -> Int {
    clusters[index].mentions.filter { $0.tokens.lowerBound < mention.tokens.lowerBound }.map(
      \.tokens.lowerBound
    ).max() ?? -1
  }

  func cluster(headedBy token: Int) -> Int? { index.cluster(at: token) }
}
