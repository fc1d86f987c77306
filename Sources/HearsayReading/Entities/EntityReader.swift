import HearsayLanguage
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
