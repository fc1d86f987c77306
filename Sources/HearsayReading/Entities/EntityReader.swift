package import HearsayPlaces
import HearsayRecords

/// Resolves mentions to entities: names by their words, descriptions and pronouns only where sure.
///
/// Pure.
package enum EntityReader {
  /// The entities of a report in the order in which they are first mentioned.
  package static func read(_ draft: Draft, countries: Countries) -> [EntityFinding] {
    let mentions = MentionFinder(text: draft.text, countries: countries).find()
    var clusters = NameClusters(text: draft.text, countries: countries)
    for mention in mentions where mention.form == .name { clusters.addName(mention) }
    var resolver = ReferenceResolver(text: draft.text, clusters: clusters.clusters)
    for mention in mentions where mention.form != .name { resolver.add(mention) }
    return resolver.clusters
      .sorted { $0.mentions[0].tokens.lowerBound < $1.mentions[0].tokens.lowerBound }
      .enumerated().map { number, cluster in cluster.finding(id: "e\(number + 1)", draft.text) }
  }
}

/// Mentions that mean one entity, while they are gathered.
struct Cluster {
  var mentions: [Mention]
  var kind: EntityKind
  var name: String
  var aliases: [String] = []
  var role: String?
  var country: Country?
  var nameType: NameType?
  /// he, she, it, they: what a pronoun for it must be, where that is known.
  var pronouns: Set<String> = []
  var isPlural = false

  init(_ mention: Mention, name: String, text: AnnotatedText) {
    mentions = [mention]
    kind = mention.kind
    self.name = name
    nameType = mention.nameType
    country = mention.country
    isPlural = mention.isPlural
    if let role = mention.role { self.role = text.string(role) }
  }

  mutating func add(_ mention: Mention, text: AnnotatedText) {
    mentions.append(mention)
    mentions.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    if let own = mention.name {
      if isFuller(own, mention) {
        if name != own, !aliases.contains(name) { aliases.append(name) }
        name = own
        aliases.removeAll { $0 == own }
      } else if own != name, !aliases.contains(own) {
        aliases.append(own)
      }
    } else if mention.form == .nominal {
      let words = text.string(mention.tokens)
      if words != name, !aliases.contains(words) { aliases.append(words) }
    }
    if kind == .other { kind = mention.kind }
    if country == nil { country = mention.country }
    if role == nil, let words = mention.role { role = text.string(words) }
  }

  /// Whether a name has more words than the one known; for the rest the first as printed stays.
  private func isFuller(_ own: String, _ mention: Mention) -> Bool {
    guard mention.form == .name, kind != .country else { return false }
    let words = own.split(separator: " ").count
    let known = name.split(separator: " ").count
    if words == known, name == name.uppercased(), own != own.uppercased() { return name.count > 5 }
    return words > known || words == known && own.count > name.count + 2
  }

  func finding(id: String, _ text: AnnotatedText) -> EntityFinding {
    let found = mentions.map { EntityMention(tokens: $0.tokens, head: $0.head, form: $0.form) }
    let isActor = ![.weapon, .facility, .other].contains(kind)
    let known = kind == .person ? nil : KnownActors.actor(name)
    let code: String? =
      known?.code
      ?? (kind == .country
        ? country?.cameo
        : isActor && country != nil
          ? (country?.cameo ?? "") + roleCode
          : roleCode.isEmpty ? nil : roleCode)
    return EntityFinding(
      record: Entity(
        id: id, name: name, kind: kind, aliases: aliases, role: role, country: country?.iso3,
        code: code,
        mentions: mentions.map { text.span($0.tokens) }),
      mentions: found)
  }

  /// A person in office acts for the government.
  private var roleCode: String {
    if kind == .armedGroup, nameType == nil { return ActorNouns.isRebel(name) ? "REB" : "UAF" }
    guard kind == .person, let role else { return ActorNouns.role(kind) }
    let lower = role.lowercased()
    if ["general", "colonel", "commander", "admiral", "lieutenant", "major"].contains(
      where: lower.contains),
      !lower.contains("attorney"), !lower.contains("secretary")
    {
      return "MIL"
    }
    return [
      "minister", "president", "spokes", "secretary", "governor", "ambassador", "premier",
      "chancellor", "king", "official",
    ]
    .contains(where: lower.contains) ? "GOV" : ""
  }
}

/// Gathers names that mean the same: the same words, a surname of a full name, an acronym, a country's other name.
struct NameClusters {
  let text: AnnotatedText
  let countries: Countries
  private(set) var clusters: [Cluster] = []

  init(text: AnnotatedText, countries: Countries) {
    self.text = text
    self.countries = countries
  }

  mutating func addName(_ mention: Mention) {
    guard let name = mention.name else { return }
    let canonical = canonicalName(mention)
    if let index = lastSame(as: mention, canonical)
      ?? defined(mention) ?? surnameFirst(mention)
    {
      clusters[index].add(mention, text: text)
    } else {
      var cluster = Cluster(mention, name: canonical, text: text)
      if canonical != name { cluster.aliases.append(name) }
      clusters.append(cluster)
    }
  }

  /// Of the clusters whose name it is, the one named last: where two share a surname, it means who was told of.
  private func lastSame(as mention: Mention, _ canonical: String) -> Int? {
    let same = clusters.indices.filter { isSame(clusters[$0], mention, canonical) }
    guard same.count > 1 else { return same.first }
    // "Mrs. Clinton" is not Bill; a bare surname is whom the report names in full most often.
    let gender = Genders.gender(of: [mention], text)
    let fitting = same.filter { index in
      guard let gender, let known = Genders.gender(of: clusters[index].mentions, text) else {
        return true
      }
      return gender == known
    }
    return (fitting.isEmpty ? same : fitting).max {
      (fullNames(clusters[$0]), last(clusters[$0])) < (fullNames(clusters[$1]), last(clusters[$1]))
    }
  }

  private func fullNames(_ cluster: Cluster) -> Int {
    cluster.mentions.reduce(0) { $0 + (Self.words($1.name ?? "").count > 1 ? 1 : 0) }
  }

  private func last(_ cluster: Cluster) -> Int {
    cluster.mentions.map(\.tokens.lowerBound).max() ?? 0
  }

  /// "Democratic People's Republic of Korea (DPRK)": what stands in brackets after a name is its short form.
  private func defined(_ mention: Mention) -> Int? {
    let bracket = mention.tokens.lowerBound - 1
    guard bracket > 0, text.tokens[bracket].text == "(",
      mention.tokens.upperBound < text.tokens.count,
      text.tokens[mention.tokens.upperBound].text == ")",
      let name = mention.name, name.count <= 8, name.filter(\.isUppercase).count >= 2
    else { return nil }
    return clusters.firstIndex {
      $0.kind != .person && $0.mentions.contains { $0.tokens.upperBound == bracket }
    }
  }

  /// "Hua" after "Hua Chunying": the family name comes first in some languages; only where one person fits.
  private func surnameFirst(_ mention: Mention) -> Int? {
    guard mention.nameType == .person, let name = mention.name else { return nil }
    let words = Self.words(name)
    guard words.count == 1 else { return nil }
    let fitting = clusters.indices.filter {
      clusters[$0].kind == .person && Self.words(clusters[$0].name).first == words[0]
    }
    return fitting.count == 1 ? fitting[0] : nil
  }

  /// A country has one name whatever it is called; a capital that acts or speaks stands for its country.
  private func canonicalName(_ mention: Mention) -> String {
    guard let name = mention.name else { return "" }
    if let country = countries.named(name) { return country.name }
    if let country = countries.capital(name), mention.nameType == .politicalPlace,
      text.acts(mention.head)
    {
      return country.name
    }
    return name
  }

  private func isSame(_ cluster: Cluster, _ mention: Mention, _ canonical: String) -> Bool {
    guard let name = mention.name else { return false }
    if cluster.name == canonical || cluster.aliases.contains(name) && cluster.kind != .country {
      return true
    }
    if cluster.kind == .country || mention.kind == .country && canonical != name { return false }
    if name == name.uppercased() || cluster.name == cluster.name.uppercased(), name.count > 3,
      Self.words(name) == Self.words(cluster.name)
    {
      return true
    }
    guard Self.compatible(cluster.nameType, mention.nameType) else { return false }
    var known = [cluster.name] + cluster.aliases.filter { $0.first?.isUppercase ?? false }
    if mention.nameType == .person, Self.words(name).count > 1 {
      // Of two full names the surname alone proves nothing: the father and the son are two.
      let full = known.filter { Self.words($0).count > 1 }
      if !full.isEmpty { known = full }
    }
    return known.contains {
      Self.sameName($0, name, isPerson: mention.nameType == .person || cluster.nameType == .person)
    }
  }

  private static func compatible(_ one: NameType?, _ other: NameType?) -> Bool {
    guard let one, let other, one != other else { return true }
    let places: Set<NameType> = [.politicalPlace, .location, .facility]
    if one == .person || other == .person { return false }
    return !(places.contains(one) && other == .organization)
      && !(places.contains(other) && one == .organization)
      || one == .other || other == .other
  }

  /// Whether two names can be one: the last name alone, all words of the shorter in the longer, an acronym.
  static func sameName(_ one: String, _ other: String, isPerson: Bool) -> Bool {
    let a = words(one)
    let b = words(other)
    guard !a.isEmpty, !b.isEmpty else { return false }
    if a == b { return true }
    if !isPerson, body(a) == body(b) { return true }
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    if isPerson {
      // First names may differ in form; the last must be the same, and a given first name must not contradict.
      if short.count == 1 {
        return long.contains(short[0])
          && (long.last == short[0] || short[0].count > 3 && long.first == short[0])
      }
      return short.last == long.last
        && (short.first == long.first
          || short.first?.first == long.first?.first && (short.first?.count ?? 0) <= 2)
    }
    if short.count > 1, Set(short).isSubset(of: Set(long)) { return true }
    if short.count == 1, short[0].count >= 2, short[0].count <= 6,
      (one.count < other.count ? one : other).allSatisfy({ $0.isUppercase || $0 == "." })
    {
      let initials = String(
        long.filter { !["of", "the", "and", "for", "in"].contains($0) }.compactMap(\.first))
      return initials == short[0].replacing(".", with: "")
    }
    return false
  }

  /// "fatah coalition" → "fatah": a body's name without the noun that says what it is.
  private static func body(_ words: [String]) -> [String] {
    guard let last = words.last, words.count > 1, ActorNouns.endsBodyName(last) else {
      return words
    }
    return Array(words.dropLast())
  }

  private static let honorifics: Set<String> = [
    "mr", "mrs", "ms", "dr", "sir", "lord", "the", "al", "el", "-", "sheikh", "gen", "sen", "rep",
    "gov",
  ]

  /// A name's words in folded form, without honorifics and articles.
  private static func words(_ name: String) -> [String] {
    Gazetteer.fold(name).split { $0 == " " || $0 == "." || $0 == "," }.map(String.init).filter {
      !honorifics.contains($0)
    }
  }
}
