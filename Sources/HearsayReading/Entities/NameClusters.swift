import HearsayLanguage
import HearsayPlaces
import HearsayRecords

/// Gathers names that mean the same: the same words, a surname of a full name, an acronym, a country's other name.
struct NameClusters {
  let text: AnnotatedText
  let countries: Countries
  private(set) var clusters: [Cluster] = []
  /// The names met so far with their words, which are dear to work out and often asked for.
  private var known: [String: FoldedName] = [:]
  /// The clusters in whose names a word stands, or whose initials it is: no other can mean the same.
  private var byWord: [String: Set<Int>] = [:]

  init(text: AnnotatedText, countries: Countries) {
    self.text = text
    self.countries = countries
  }

  mutating func addName(_ mention: Mention) {
    guard let name = mention.name else { return }
    let canonical = canonicalName(mention)
    let names = Set([name, canonical])
    for name in names where known[name] == nil { known[name] = FoldedName(name, text.language) }
    let place: Int
    if let index = lastSame(as: mention, canonical)
      ?? defined(mention) ?? surnameFirst(mention)
    {
      clusters[index].add(mention, text: text)
      place = index
    } else {
      var cluster = Cluster(mention, name: canonical, text: text)
      if canonical != name { cluster.aliases.append(name) }
      clusters.append(cluster)
      place = clusters.count - 1
    }
    for key in keys(names) { byWord[key, default: []].insert(place) }
  }

  /// What a name can be found by.
  private func keys(_ names: Set<String>) -> Set<String> {
    names.reduce(into: []) { keys, name in
      let folded = folded(name)
      keys.formUnion(folded.words)
      keys.insert(folded.initials)
      keys.insert(name)
    }
  }

  private func folded(_ name: String) -> FoldedName {
    known[name] ?? FoldedName(name, text.language)
  }

  /// The clusters that share a word with a mention, in order.
  private func candidates(_ names: Set<String>) -> [Int] {
    keys(names).reduce(into: Set<Int>()) { $0.formUnion(byWord[$1] ?? []) }.sorted()
  }

  /// Of the clusters whose name it is, the one named last: where two share a surname, it means who was told of.
  private func lastSame(as mention: Mention, _ canonical: String) -> Int? {
    let same = candidates([mention.name ?? canonical, canonical]).filter {
      isSame(clusters[$0], mention, canonical)
    }
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
    cluster.mentions.reduce(0) { $0 + (folded($1.name ?? "").words.count > 1 ? 1 : 0) }
  }

  private func last(_ cluster: Cluster) -> Int {
    cluster.mentions.map(\.tokens.lowerBound).max() ?? 0
  }

  /// "Democratic People's Republic of Korea (DPRK)": what stands in brackets after a name is its short form.
  private func defined(_ mention: Mention) -> Int? {
    let bracket = mention.tokens.lowerBound - 1
    guard bracket > 0, ["(", "["].contains(text.tokens[bracket].text),
      mention.tokens.upperBound < text.tokens.count,
      [")", "]"].contains(text.tokens[mention.tokens.upperBound].text),
      let name = mention.name, name.count <= 8, name.filter(\.isUppercase).count >= 2
    else { return nil }
    return clusters.firstIndex { cluster in
      cluster.kind != .person
        && cluster.mentions.contains { long in
          long.tokens.upperBound == bracket && isShort(name, for: long, of: cluster)
        }
    }
  }

  /// Whether what stands in brackets can be short for the name before them.
  ///
  /// A body's short form may come from another language (PKK, FARC), a place's is made of its letters: "Kenya (AP)" names the
  /// agency that reports. So is that of a name which is only the end of what is shortened: "members of Parliament (MPs)".
  private func isShort(_ short: String, for long: Mention, of cluster: Cluster) -> Bool {
    let letters = Gazetteer.fold(short).filter(\.isLetter)
    if [long.name ?? "", cluster.name].contains(where: { Self.holds(letters, in: $0) }) {
      return true
    }
    let places: Set<NameType> = [.politicalPlace, .location, .facility]
    if cluster.kind == .country || long.nameType.map(places.contains) ?? false { return false }
    if let known = text.language.actor(ofName: short), cluster.kind != .other, known != cluster.kind
    {
      return false
    }
    return text.tokens[long.head].baseRelation != "nmod"
      || text.child(of: long.head, "case").map { !text.isForm($0, .ofWhole) } ?? true
  }

  /// Whether the letters stand in a name in their order.
  private static func holds(_ letters: String, in name: String) -> Bool {
    var rest = Gazetteer.fold(name)[...]
    for letter in letters {
      guard let place = rest.firstIndex(of: letter) else { return false }
      rest = rest[rest.index(after: place)...]
    }
    return true
  }

  /// "Hua" after "Hua Chunying": the family name comes first in some languages; only where one person fits.
  private func surnameFirst(_ mention: Mention) -> Int? {
    guard mention.nameType == .person, let name = mention.name else { return nil }
    let words = folded(name).words
    guard words.count == 1 else { return nil }
    let fitting = candidates([name]).filter {
      clusters[$0].kind == .person && folded(clusters[$0].name).words.first == words[0]
    }
    return fitting.count == 1 ? fitting[0] : nil
  }

  /// A country has one name whatever it is called, and so has each of its parts; a capital that acts or speaks stands for its country.
  private func canonicalName(_ mention: Mention) -> String {
    guard let name = mention.name else { return "" }
    if let country = countries.canonicalName(name) { return country }
    if let country = countries.government(name), mention.nameType == .politicalPlace,
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
      folded(name).words == folded(cluster.name).words
    {
      return true
    }
    guard Self.compatible(cluster.nameType, mention.nameType) else { return false }
    let own = folded(name)
    var called = ([cluster.name] + cluster.aliases.filter { $0.first?.isUppercase ?? false })
      .map(folded)
    if mention.nameType == .person, own.words.count > 1 {
      // Of two full names the surname alone proves nothing: the father and the son are two.
      let full = called.filter { $0.words.count > 1 }
      if !full.isEmpty { called = full }
    }
    let isPerson = mention.nameType == .person || cluster.nameType == .person
    return called.contains { $0.canMean(own, isPerson: isPerson) }
  }

  private static func compatible(_ one: NameType?, _ other: NameType?) -> Bool {
    guard let one, let other, one != other else { return true }
    let places: Set<NameType> = [.politicalPlace, .location, .facility]
    if one == .person || other == .person { return false }
    return !(places.contains(one) && other == .organization)
      && !(places.contains(other) && one == .organization)
      || one == .other || other == .other
  }
}
