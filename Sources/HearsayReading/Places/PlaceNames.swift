import HearsayLanguage
import HearsayPlaces
import HearsayRecords

/// Place names that the model passed over, or took for persons: "Khan Yunis", "Omdurman".
///
/// The gazetteer knows many places whose names look like those of people. One counts as a place only where the words beside it say that
/// something is there, or was done to it, and its country is told in the report.
struct PlaceNames {
  let text: AnnotatedText
  let gazetteer: Gazetteer

  /// More words than this are no place's name.
  private static let longest = 4
  /// So large a place needs no country beside it where a preposition shows that it is one.
  private static let wellKnown = 50_000

  /// The text with these names marked as places.
  func recognised() -> AnnotatedText {
    let joined = joined(text.names)
    var names = joined
    let told = toldCountries()
    var index = 0
    while index < text.tokens.count {
      guard let run = run(at: index, joined), isPlace(run, names, told) else {
        index += 1
        continue
      }
      names.removeAll { $0.tokens.overlaps(run) }
      names.append(NameMention(tokens: run, type: .politicalPlace, score: 0.5))
      index = run.upperBound
    }
    names = names.map { name in
      if isScene(name, joined) { return name.typed(.politicalPlace) }
      return isBody(name) ? name.typed(.organization) : name
    }
    guard names != text.names else { return text }
    var found = text
    found.names = names.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    return found
  }

  /// "Strait" of "Hormuz": two names of the model that are one of the gazetteer's.
  private func joined(_ names: [NameMention]) -> [NameMention] {
    var joined: [NameMention] = []
    for name in names {
      if let last = joined.last, last.tokens.upperBound + 1 == name.tokens.lowerBound,
        text.isForm(last.tokens.upperBound, .ofWhole),
        [.location, .politicalPlace, .facility].contains(name.type)
      {
        let whole = last.tokens.lowerBound..<name.tokens.upperBound
        if gazetteer.candidates(for: text.oneLine(whole)).contains(where: { !$0.isHeard }) {
          joined[joined.count - 1] = NameMention(tokens: whole, type: .location, score: name.score)
          continue
        }
      }
      joined.append(name)
    }
    return joined
  }

  /// "Collins College", "Dorn Police": what ends with the noun of a body is one, unless a place is called so.
  private func isBody(_ name: NameMention) -> Bool {
    guard [.politicalPlace, .location].contains(name.type), name.tokens.count > 1,
      let last = name.tokens.last, text.tokens[last].upos == "PROPN"
    else { return false }
    return text.language.actor(ofNameWord: text.tokens[last].text) != nil
      && gazetteer.candidates(for: text.oneLine(name.tokens)).allSatisfy { $0.isHeard }
  }

  /// "A similar attack in Dorn": one capitalised word behind "in", at which something happens, is a place, whatever body the model takes it for.
  private func isScene(_ name: NameMention, _ names: [NameMention]) -> Bool {
    guard [.organization, .other].contains(name.type), name.tokens.count == 1,
      let index = name.tokens.first, isWord(index), let before = previous(name.tokens),
      text.isForm(before, .locatesTowns), let event = text.tokens[index].head, event < index,
      text.language.actor(ofName: text.tokens[index].text) == nil,
      text.language.actor(ofNameWord: text.tokens[index].text) == nil
    else { return false }
    let isElsewhere = names.contains {
      $0.tokens != name.tokens && $0.type == .organization
        && $0.tokens.contains { text.tokens[$0].text == text.tokens[index].text }
    }
    guard !isElsewhere else { return false }
    return text.eventSense(ofNoun: event).map { [.assault, .protest].contains($0.type) } ?? false
      || (text.happenings ?? []).contains {
        $0.score >= 0.5 && $0.tokens.contains(event) && [.assault, .protest].contains($0.type)
      }
  }

  /// Countries told anywhere by their names or people.
  private func toldCountries() -> Set<String> {
    var told: Set<String> = []
    for token in text.tokens where token.text.first?.isUppercase ?? false {
      if let country = gazetteer.countries.named(token.text)
        ?? gazetteer.countries.demonym(token.text)
      {
        told.insert(country.iso3)
      }
    }
    for name in text.names where name.tokens.count > 1 {
      if let country = gazetteer.countries.named(text.oneLine(name.tokens)) {
        told.insert(country.iso3)
      }
    }
    return told
  }

  /// The longest run of capitalised words from here that the gazetteer knows and no name but a person's covers.
  private func run(at start: Int, _ names: [NameMention]) -> Range<Int>? {
    guard begins(start), start == 0 || !isJoined(start - 1, start) else { return nil }
    let sentence = text.sentence(of: start)
    var end = start
    var words = 0
    while end < sentence.upperBound, words < Self.longest {
      if isWord(end) {
        words += 1
        end += 1
      } else if end + 1 < sentence.upperBound, end > start, isLink(end),
        isWord(end + 1) || isLink(end + 1)
      {
        end += 1
      } else {
        break
      }
    }
    while end > start, !isWord(end - 1) { end -= 1 }
    guard end > start else { return nil }
    // All of the run, or nothing: part of a name is another name.
    guard end >= sentence.upperBound || !isWord(end) else { return nil }
    let run = start..<end
    let covering = names.filter { $0.tokens.overlaps(run) }
    guard
      covering.allSatisfy({
        // "Deir ez" of "Deir ez-Zor": the model saw the place and broke it off.
        isWithin($0.tokens, run)
          && ([.person, .other].contains($0.type) || $0.tokens != run && isCutOff($0, run))
      })
    else { return nil }
    return run
  }

  private func isCutOff(_ name: NameMention, _ run: Range<Int>) -> Bool {
    name.type == .politicalPlace && name.tokens.upperBound < run.upperBound
      && (text.tokens[name.tokens.upperBound].text == "-"
        || isLink(name.tokens.upperBound - 1))
  }

  private func begins(_ i: Int) -> Bool {
    isWord(i) && !text.isForm(i, .article)
      && (i == text.sentence(of: i).lowerBound || !isWord(i - 1))
  }

  private func isJoined(_ one: Int, _ other: Int) -> Bool {
    text.tokens[one].text == "-" && !text.tokens[other].spaceBefore
  }

  private func isWord(_ i: Int) -> Bool {
    let token = text.tokens[i]
    // "Police" at the beginning of a sentence is a town in Poland, too.
    return token.upos == "PROPN" && token.text.first?.isUppercase ?? false
      && token.text.contains(where: \.isLowercase) && !text.isForm(i, .honorific)
  }

  /// "ez", "-", "da", "on" inside a name.
  private func isLink(_ i: Int) -> Bool {
    text.tokens[i].text == "-" && !text.tokens[i].spaceBefore || text.isForm(i, .nameParticle)
      || text.isForm(i, .insidePlace)
  }

  private func isWithin(_ inner: Range<Int>, _ outer: Range<Int>) -> Bool {
    outer.lowerBound <= inner.lowerBound && inner.upperBound <= outer.upperBound
  }

  // MARK: - Whether it is one

  private func isPlace(_ run: Range<Int>, _ names: [NameMention], _ told: Set<String>) -> Bool {
    let name = text.oneLine(run)
    guard name.count > 3, gazetteer.countries.named(name) == nil else { return false }
    let candidates = gazetteer.candidates(for: name)
    let supported = candidates.filter { candidate in
      candidate.country.map { told.contains($0) } ?? false
    }
    let isKnown = candidates.contains { !$0.isHeard && $0.population >= Self.wellKnown }
    guard !supported.isEmpty || isKnown else { return false }
    // "At Platt's Music Hall": whoever owns the hall is no town that only sounds alike.
    if text.isForm(run.upperBound, .possessiveMark), candidates.allSatisfy(\.isHeard) {
      return false
    }
    let head = text.head(of: run)
    let token = text.tokens[head]
    // A title before it, a name's other half, who speaks or acts: a person.
    if let before = previous(run), text.isForm(before, .honorific) || text.is(before, .office) {
      return false
    }
    if isSurname(run, names) { return false }
    let isPerson = names.contains { $0.type == .person && $0.tokens.overlaps(run) }
    if isLocated(run) || isBesidePlace(run, names) { return true }
    guard let verb = token.head else { return false }
    // "Retook Wad Madani", "shelled Omdurman": what is done to towns only.
    if token.baseRelation == "obj", isKnown, text.value(of: verb, for: .overPlace) == "only" {
      return true
    }
    guard !supported.isEmpty else { return false }
    if isHeld(run) { return true }
    switch token.baseRelation {
    case "obj": return text.isLemma(verb, .overPlace) && (run.count > 1 || !isPerson)
    case "nsubj":
      let isState = token.relation == "nsubj:pass" || text.child(of: verb, "cop") != nil
      return isState && !isPerson
    default: return false
    }
  }

  private func previous(_ run: Range<Int>) -> Int? {
    run.lowerBound > text.sentence(of: run.lowerBound).lowerBound ? run.lowerBound - 1 : nil
  }

  /// "in Adado", "near Hit", "siege of El Fasher".
  private func isLocated(_ run: Range<Int>) -> Bool {
    guard let before = previous(run) else { return false }
    if text.isForm(before, .locatesTowns) { return true }
    guard text.isForm(before, .ofWhole), before > 0 else { return false }
    return text.isForm(before - 1, .settlement) || text.isForm(before - 1, .ofPlaces)
  }

  /// "Deir al-Balah and Khan Yunis", where one is a place already.
  private func isBesidePlace(_ run: Range<Int>, _ names: [NameMention]) -> Bool {
    let places = names.filter { $0.type == .politicalPlace }
    func joins(_ i: Int) -> Bool {
      text.isForm(i, .coordinates) || text.tokens.indices.contains(i) && text.tokens[i].text == ","
    }
    return places.contains {
      $0.tokens.upperBound + 1 == run.lowerBound && joins($0.tokens.upperBound)
        && gazetteer.countries.named(text.oneLine($0.tokens)) == nil
        || run.upperBound + 1 == $0.tokens.lowerBound && joins(run.upperBound)
    }
  }

  /// "Baalbek in Lebanon", "Sabha, Libya", "Gezira state": what holds it or what it is stands behind it.
  private func isHeld(_ run: Range<Int>) -> Bool {
    let next = run.upperBound
    guard next < text.sentence(of: run.lowerBound).upperBound else { return false }
    if text.isForm(next, .division) { return true }
    guard text.isForm(next, .locatesWithin) || text.tokens[next].text == ",",
      next + 1 < text.tokens.count
    else { return false }
    var holder = next + 1
    while holder + 1 < text.tokens.count,
      text.isForm(holder, .side) || text.isForm(holder, .article)
    {
      holder += 1
    }
    return gazetteer.countries.named(text.tokens[holder].text) != nil
  }

  /// Whether somebody with a first name bears it elsewhere in the report.
  private func isSurname(_ run: Range<Int>, _ names: [NameMention]) -> Bool {
    let last = text.tokens[run.upperBound - 1].text
    return names.contains {
      $0.type == .person && !$0.tokens.overlaps(run) && $0.tokens.count > run.count
        && text.tokens[$0.tokens.upperBound - 1].text == last
    }
  }
}
