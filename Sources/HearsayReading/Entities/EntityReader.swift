import HearsayLanguage
package import HearsayPlaces
import HearsayRecords

/// Resolves mentions to entities: names by their words, descriptions and pronouns only where sure.
///
/// Pure.
package enum EntityReader {
  /// The entities of a report in the order in which they are first mentioned.
  package static func read(_ draft: Draft, countries: Countries, actors: KnownActors)
    -> [EntityFinding]
  {
    let mentions = MentionFinder(text: draft.text, countries: countries, actors: actors).find()
      .filter { !isOtherPlace($0, draft) }
    var clusters = NameClusters(text: draft.text, countries: countries)
    for mention in mentions where mention.form == .name { clusters.addName(mention) }
    var resolver = ReferenceResolver(text: draft.text, clusters: clusters.clusters)
    for mention in mentions where mention.form != .name { resolver.add(mention) }
    return resolver.clusters
      .sorted { $0.mentions[0].tokens.lowerBound < $1.mentions[0].tokens.lowerBound }
      .enumerated().map { number, cluster in
        cluster.finding(id: "e\(number + 1)", draft.text, actors)
      }
  }

  /// "Georgia, the US state": the country of that name does nothing here.
  private static func isOtherPlace(_ mention: Mention, _ draft: Draft) -> Bool {
    guard mention.form == .name, mention.kind == .country, let country = mention.country else {
      return false
    }
    return draft.places.contains { place in
      place.record.country.map { $0 != country.iso3 } ?? false
        && place.mentions.contains { $0 == mention.tokens }
    }
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
    if let role = mention.role { self.role = text.oneLine(role) }
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
      let words = text.oneLine(mention.tokens)
      if words != name, !aliases.contains(words) { aliases.append(words) }
    }
    if kind == .other { kind = mention.kind }
    if country == nil { country = mention.country }
    if role == nil, let words = mention.role { role = text.oneLine(words) }
  }

  /// Whether a name has more words than the one known; for the rest the first as printed stays.
  private func isFuller(_ own: String, _ mention: Mention) -> Bool {
    guard mention.form == .name, kind != .country else { return false }
    let words = own.split(separator: " ").count
    let known = name.split(separator: " ").count
    if words == known, name == name.uppercased(), own != own.uppercased() { return name.count > 5 }
    return words > known || words == known && own.count > name.count + 2
  }

  func finding(id: String, _ text: AnnotatedText, _ actors: KnownActors) -> EntityFinding {
    let found = mentions.map { EntityMention(tokens: $0.tokens, head: $0.head, form: $0.form) }
    let isActor = ![.weapon, .facility, .other].contains(kind)
    let known = kind == .person ? nil : actors.actor(name)
    let roleCode = roleCode(text.language)
    let code: String? =
      known?.code
      ?? (kind == .country
        ? country?.cameo
        : isActor && country != nil
          ? (country?.cameo ?? "") + roleCode
          : roleCode.isEmpty ? nil : roleCode)
    var by = Credit(madeBy)
    if country != nil { by.add("countries", to: "country") }
    if code != nil {
      by.add(
        known?.code != nil ? "known-actors" : kind == .country ? "countries" : "role-words",
        to: "code")
    }
    return EntityFinding(
      record: Entity(
        id: id, name: name, kind: kind, aliases: aliases, role: role, country: country?.iso3,
        code: code,
        mentions: mentions.map { text.span($0.tokens) }, by: by),
      mentions: found)
  }

  /// What showed that there is somebody.
  private var madeBy: String {
    if mentions.contains(where: { $0.form == .name }) { return "name-head" }
    return mentions.contains { $0.form == .nominal } ? "descriptions" : "pronoun"
  }

  /// A person in office acts for the government.
  private func roleCode(_ language: Language) -> String {
    if kind == .armedGroup, nameType == nil { return language.isRebel(name) ? "REB" : "UAF" }
    guard kind == .person, let role else { return kind.cameoRole }
    let words = role.lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init)
    let pairs = zip(words, words.dropFirst()).map { "\($0) \($1)" }
    let isOfState = (words + pairs).contains { language.has($0, .ofState) }
    if !isOfState, words.contains(where: { language.has($0, .rank) }) { return "MIL" }
    return isOfState ? "GOV" : ""
  }
}
