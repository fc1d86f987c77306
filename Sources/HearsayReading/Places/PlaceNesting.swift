import HearsayLanguage
import HearsayPlaces
import HearsayRecords

/// What lies in what: a place that the gazetteer does not know lies where the text says, and nowhere else.
struct PlaceNesting {
  let text: AnnotatedText
  let countries: Countries

  /// "in the far north of" a country: no more words than this stand between a place and what holds it.
  private static let reach = 4

  /// A city lies in its country; a district or building where the words beside it tell: "the Green Zone in Baghdad",
  /// "Baghdad's airport", "the Arvanian town of Brenn".
  func nested(_ findings: [PlaceFinding]) -> [PlaceFinding] {
    var placeOfToken: [Int: Int] = [:]
    for (index, finding) in findings.enumerated() {
      for token in finding.mentions.joined() { placeOfToken[token] = index }
    }
    var nested = findings
    for index in findings.indices where findings[index].record.within == nil {
      let record = findings[index].record
      switch record.precision {
      case .exact, .admin1, .admin2:
        nested[index].record.within =
          findings.first { $0.record.kind == "country" && $0.record.country == record.country }?
          .record.id
      case .named where record.country == nil || record.by == "the place named with it":
        place(&nested[index], findings, placeOfToken)
      default: break
      }
    }
    return nested
  }

  /// Tells of a place in what place or country the text says that it lies, if it does.
  private func place(
    _ finding: inout PlaceFinding, _ all: [PlaceFinding], _ placeOfToken: [Int: Int]
  ) {
    for mention in finding.mentions {
      var holders = holders(of: mention).compactMap { placeOfToken[$0] }.map { all[$0].record }
      if let behind = behindComma(mention),
        let place = placeOfToken[behind], finding.record.kind == "facility" || isWide(all[place])
      {
        holders.append(all[place].record)
      }
      holders += inOwnName(mention, all)
      if let holder = holders.first(where: { $0.id != finding.record.id && $0.country != nil }) {
        finding.record.within = holder.id
        finding.record.country = holder.country
        finding.record.admin1 = holder.admin1
        finding.record.by = "the place named with it"
        return
      }
    }
    for mention in finding.mentions {
      guard let country = countryOfKind(mention) else { continue }
      finding.record.country = country.iso3
      finding.record.within =
        all.first { $0.record.kind == "country" && $0.record.country == country.iso3 }?.record.id
      finding.record.by = "the country named with it"
      return
    }
  }

  /// The tokens that may name what holds a place, by where they stand: "Baghdad's airport", "Baghdad airport",
  /// "the airport in Baghdad".
  private func holders(of mention: Range<Int>) -> [Int] {
    let head = text.head(of: mention)
    var found: [Int] = []
    for child in text.children(of: head) {
      switch text.tokens[child].relation {
      case "nmod:poss", "compound", "flat": found.append(child)
      case "nmod", "appos":
        if text.child(of: child, "case").map({ text.isForm($0, .locatesWithin) }) ?? true {
          found.append(child)
        }
      default: break
      }
    }
    // Where the parse ties "in Baghdad" to the verb, it still stands right behind the place.
    let sentence = text.sentence(of: head)
    var next = mention.upperBound
    guard next + 1 < sentence.upperBound, text.isForm(next, .locatesWithin) else { return found }
    let last = min(next + Self.reach, sentence.upperBound - 1)
    repeat {
      next += 1
    } while next < last
      && (text.isForm(next, .article) || text.isForm(next, .side))
    found.append(next)
    return found
  }

  /// "Brenn, Arvania": what stands behind a comma holds the place, unless both are told side by side.
  private func behindComma(_ mention: Range<Int>) -> Int? {
    let comma = mention.upperBound
    guard comma + 1 < text.sentence(of: mention.lowerBound).upperBound,
      text.tokens[comma].text == ","
    else { return nil }
    return text.tokens[comma + 1].baseRelation == "conj" ? nil : comma + 1
  }

  private func isWide(_ finding: PlaceFinding) -> Bool {
    [.country, .admin1].contains(finding.record.precision)
  }

  /// "Baghdad International Airport", but not "Baghdad Street", which is only named after it.
  private func inOwnName(_ mention: Range<Int>, _ all: [PlaceFinding]) -> [Place] {
    guard mention.count > 1, !text.isForm(mention.upperBound - 1, .namedAfter) else { return [] }
    let beginnings = (1..<mention.count).map {
      Gazetteer.fold(text.oneLine(mention.lowerBound..<(mention.lowerBound + $0)))
    }
    return all.map(\.record).filter {
      $0.precision == .exact && beginnings.contains(Gazetteer.fold($0.name))
    }
  }

  /// The country that the noun of a place tells: "the Arvanian town of Brenn", "Arvania's Brenn district".
  private func countryOfKind(_ mention: Range<Int>) -> Country? {
    let head = text.head(of: mention)
    var nouns = [head]
    if let noun = text.tokens[head].head,
      text.isLemma(noun, .settlement),
      ["nmod", "appos", "flat", "compound"].contains(text.tokens[head].baseRelation)
    {
      nouns.append(noun)
    }
    for noun in nouns {
      for child in text.children(of: noun, "amod", "nmod:poss", "compound")
      where !mention.contains(child) {
        let word = text.tokens[child].text
        if let country = countries.demonym(word) ?? countries.named(word) { return country }
      }
    }
    return nil
  }
}
