import HearsayLanguage
package import HearsayPlaces
import HearsayRecords

/// Reads the places named in a report, resolved in the gazetteer by what else the report names.
///
/// A country is told in the text, or it is the gazetteer's, or there is none.
///
/// Pure.
package enum PlaceReader {
  /// Only a place of so many people is taken for one where the model sees an organisation.
  private static let wellKnown = 100_000

  /// The places of a report in the order in which they are first named.
  package static func read(_ draft: Draft, gazetteer: Gazetteer) -> [PlaceFinding] {
    let text = draft.text
    let mentionReader = PlaceMentionReader(text: text, gazetteer: gazetteer)
    let mentions = text.names.filter {
      [.politicalPlace, .location, .facility].contains($0.type) || isPlaceByUse($0, text, gazetteer)
    }.flatMap(mentionReader.mention)
    let groups = grouped(mentions, gazetteer)
    let resolver = PlaceResolver(text: text, gazetteer: gazetteer)
    let choices = resolver.choices(for: groups)
    var findings = zip(groups, choices).map { group, choice in
      PlaceFinding(
        record: PlaceRecords(text: text, gazetteer: gazetteer).record(group, choice),
        mentions: group.mentions.map(\.tokens))
    }
    findings = joined(findings)
    for index in findings.indices { findings[index].record.id = "p\(index + 1)" }
    return PlaceNesting(text: text, countries: gazetteer.countries).nested(findings)
  }

  /// One group for each place that the words tell apart: a name is one place unless it is told with two holders.
  private static func grouped(_ mentions: [PlaceMention], _ gazetteer: Gazetteer)
    -> [PlaceResolver.Group]
  {
    let countries = gazetteer.countries
    let holders = mentions.compactMap(\.holder).filter { !$0.isOwner }
    var groups: [PlaceResolver.Group] = []
    var waiting: [PlaceMention] = []
    func key(_ mention: PlaceMention) -> String {
      countries.part(mention.name) ?? countries.named(mention.name)?.iso3
        ?? Gazetteer.fold(mention.name)
    }
    func add(_ mention: PlaceMention, to index: Int?) {
      if let index {
        groups[index].mentions.append(mention)
      } else {
        groups.append(PlaceResolver.Group(name: mention.name, mentions: [mention]))
      }
    }
    for mention in mentions {
      let forced = holders.first { $0.tokens.overlaps(mention.tokens) }
      guard mention.holder != nil || forced?.admin1Code != nil else {
        waiting.append(mention)
        continue
      }
      let index = groups.firstIndex {
        key($0.mentions[0]) == key(mention) && same($0.holder, mention.holder)
          && same($0.isHolder, forced)
      }
      add(mention, to: index)
      let last = index ?? groups.count - 1
      groups[last].holder = mention.holder
      groups[last].isHolder = forced
    }
    for mention in waiting {
      // A country's bare name is the country, also where a town of that name is told with its state.
      let isCountry = countries.named(mention.name) != nil
      let index = groups.firstIndex {
        key($0.mentions[0]) == key(mention) && $0.mentions[0].division == mention.division
          && (!isCountry || $0.holder == nil)
      }
      add(mention, to: index)
    }
    for index in groups.indices {
      groups[index].mentions.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }
    return groups.sorted { $0.mentions[0].tokens.lowerBound < $1.mentions[0].tokens.lowerBound }
  }

  private static func same(_ one: PlaceMention.Holder?, _ other: PlaceMention.Holder?) -> Bool {
    one?.country == other?.country && one?.admin1Code == other?.admin1Code
  }

  /// Two names of one place are one record: "Kiev" and "Kyiv".
  private static func joined(_ findings: [PlaceFinding]) -> [PlaceFinding] {
    var joined: [PlaceFinding] = []
    for finding in findings {
      if let number = finding.record.geonameid,
        let index = joined.firstIndex(where: { $0.record.geonameid == number })
      {
        joined[index].mentions += finding.mentions
        joined[index].record.mentions += finding.record.mentions
        joined[index].mentions.sort { $0.lowerBound < $1.lowerBound }
        joined[index].record.mentions.sort()
        if joined[index].record.precision != finding.record.precision,
          finding.record.precision == .exact
        {
          joined[index].record.precision = .exact
        }
      } else {
        joined.append(finding)
      }
    }
    return joined
  }

  /// An organisation's name after "in" or "near" that the gazetteer knows is a place there; so is any "Zone", "Square" or "Bridge".
  private static func isPlaceByUse(
    _ name: NameMention, _ text: AnnotatedText, _ gazetteer: Gazetteer
  ) -> Bool {
    guard name.type == .organization || name.type == .other else { return false }
    let head = text.head(of: name.tokens)
    guard let mark = text.child(of: head, "case"), text.isForm(mark, .locates) else { return false }
    if text.isForm(head, .site) { return true }
    return mark < name.tokens.lowerBound && text.isForm(mark, .locatesTowns)
      && gazetteer.candidates(for: text.oneLine(name.tokens)).first.map {
        $0.population >= wellKnown
      } ?? false
  }
}
