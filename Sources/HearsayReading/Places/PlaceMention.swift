import HearsayLanguage
import HearsayPlaces
import HearsayRecords

/// A place name where it stands, with what the words beside it tell of the place.
struct PlaceMention {
  var tokens: Range<Int>
  /// The name on one line, without what holds the place.
  var name: String
  var type: NameType
  /// The order of division that a noun beside it tells: "Zamfara state" is of the first, "Knox County" of the second or first.
  var division: Division?
  /// Whether a noun beside it tells that it is a town: "the city of Quebec".
  var isToldTown = false
  /// What holds it, told in the same breath: "Tripoli, in northern Lebanon", "Athens, Georgia".
  var holder: Holder?
  /// Whether something is only placed by it: "20 km north of Mosul".
  var isOnlyNear = false

  /// What kind of division a noun names, as `Data/language/places.tsv` spells it.
  enum Division: String { case first, second, any }

  /// A country, or a division of one.
  struct Holder: Hashable {
    var country: String
    var admin1Code: String?
    var admin2Code: String?
    /// The tokens that name it.
    var tokens: Range<Int>
    /// Whether it only owns it: "Moscow's Domodedovo airport" may tell of the town, whatever its province is called.
    var isOwner = false

    func holds(_ candidate: PlaceCandidate) -> Bool {
      guard candidate.country == country else { return false }
      if let admin1Code, candidate.admin1Code != admin1Code { return false }
      if let admin2Code, let other = candidate.admin2Code, other != admin2Code { return false }
      return true
    }
  }
}

/// Reads what the words beside a place name tell of the place.
struct PlaceMentionReader {
  let text: AnnotatedText
  let gazetteer: Gazetteer

  /// "in the far north of" a country: no more words than this stand between a place and what holds it.
  private static let reach = 4
  /// A list of names before the noun that tells what they are has no more words than this.
  private static let longestList = 12

  /// A name of the model as one place: "Athens, Georgia" in one piece is Athens, and Georgia holds it.
  func mention(_ name: NameMention) -> [PlaceMention] {
    let tokens = trimmed(name.tokens)
    guard !tokens.isEmpty else { return [] }
    let parts = split(tokens)
    return parts.map { part in
      var mention = PlaceMention(tokens: part, name: text.oneLine(part), type: name.type)
      mention.division = division(part)
      mention.isToldTown = isToldTown(part)
      mention.holder = holder(part)
      mention.isOnlyNear = isOnlyNear(part)
      return mention
    }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, text.isForm(low, .apartFromPlace) { low += 1 }
    while high > low,
      text.isForm(high - 1, .possessiveMark)
        || ["'", ",", "."].contains(text.tokens[high - 1].lower)
    { high -= 1 }
    // "City of Paris": its kind is told before it, as in "the city of Paris".
    if high - low > 2, text.isForm(low + 1, .ofWhole),
      text.isForm(low, .settlement) || kind(low) != nil
    {
      low += 2
    }
    return low..<high
  }

  private func split(_ tokens: Range<Int>) -> [Range<Int>] {
    guard let comma = tokens.first(where: { text.tokens[$0].text == "," }),
      comma > tokens.lowerBound, comma + 1 < tokens.upperBound
    else { return [tokens] }
    return [tokens.lowerBound..<comma, (comma + 1)..<tokens.upperBound]
  }

  // MARK: - What it is

  /// The noun behind, or before with "of", that tells what division a place is; or the last word of the name.
  private func division(_ tokens: Range<Int>) -> PlaceMention.Division? {
    let sentence = text.sentence(of: tokens.lowerBound)
    let last = tokens.upperBound - 1
    var told = tokens.count > 1 ? kind(last) : nil
    if told == nil, tokens.upperBound < sentence.upperBound, !isOnlyCountry(tokens) {
      told = kind(tokens.upperBound)
    }
    if told == nil, tokens.lowerBound - 2 >= sentence.lowerBound,
      text.isForm(tokens.lowerBound - 1, .ofWhole)
    {
      told = kind(tokens.lowerBound - 2)
    }
    if told == nil, tokens.lowerBound > sentence.lowerBound,
      text.isForm(tokens.lowerBound, .article)
    {
      told = kind(tokens.lowerBound - 1)
    }
    return told ?? listed(tokens, sentence) ?? apposed(tokens)
  }

  /// "Barrow, Jackson and Madison counties": a noun that tells of all names before it.
  private func listed(_ tokens: Range<Int>, _ sentence: Range<Int>) -> PlaceMention.Division? {
    var at = tokens.upperBound
    var joins = 0
    while at < min(tokens.upperBound + Self.longestList, sentence.upperBound) {
      let token = text.tokens[at]
      if token.xpos == "NNS" || token.xpos == "NNPS",
        let kind = text.value(of: at, for: .division).flatMap(PlaceMention.Division.init)
      {
        // "Texas counties" lie in Texas; two names at least are such a list.
        return joins > 0 || text.isForm(tokens.lowerBound - 1, .coordinates) ? kind : nil
      }
      if text.isForm(at, .coordinates) {
        joins += 1
      } else if token.text != ",", token.upos != "PROPN" {
        return nil
      }
      at += 1
    }
    return nil
  }

  /// "the US state": a country's name that no division bears.
  private func isOnlyCountry(_ tokens: Range<Int>) -> Bool {
    let name = text.oneLine(tokens)
    return gazetteer.countries.named(name) != nil && divisions(name).isEmpty
  }

  private func kind(_ token: Int) -> PlaceMention.Division? {
    text.formValue(of: token, for: .division).flatMap(PlaceMention.Division.init)
  }

  /// "Georgia, the US state": the noun behind the comma.
  private func apposed(_ tokens: Range<Int>) -> PlaceMention.Division? {
    let sentence = text.sentence(of: tokens.lowerBound)
    let comma = tokens.upperBound
    guard comma + 2 < sentence.upperBound, text.tokens[comma].text == ",",
      text.isForm(comma + 1, .article)
    else { return nil }
    for token in (comma + 2)..<min(comma + 5, sentence.upperBound) {
      if let kind = kind(token), text.tokens[token].upos == "NOUN" { return kind }
      guard ["ADJ", "PROPN", "NOUN"].contains(text.tokens[token].upos) else { return nil }
    }
    return nil
  }

  /// "the city of Quebec", "the town of Lebanon".
  private func isToldTown(_ tokens: Range<Int>) -> Bool {
    let before = tokens.lowerBound - 2
    guard before >= text.sentence(of: tokens.lowerBound).lowerBound else { return false }
    return text.isForm(before + 1, .ofWhole) && text.isForm(before, .settlement)
      && kind(before) == nil
  }

  /// "20 km north of Mosul", "outside Mosul": placed by the town, not in it.
  private func isOnlyNear(_ tokens: Range<Int>) -> Bool {
    let start = text.sentence(of: tokens.lowerBound).lowerBound
    var at = tokens.lowerBound - 1
    guard at >= start else { return false }
    if text.isForm(at, .outside) { return true }
    guard text.isForm(at, .measuredFrom) else { return false }
    at -= 1
    while at >= start, text.isForm(at, .side) || text.isForm(at, .article) { at -= 1 }
    // "north of Mosul" by itself, or with a distance before it.
    return at < tokens.lowerBound - 2 || at >= start && text.isForm(at, .measure)
  }

  // MARK: - What holds it

  private func holder(_ tokens: Range<Int>) -> PlaceMention.Holder? {
    let sentence = text.sentence(of: tokens.lowerBound)
    var at = tokens.upperBound
    // "the Zamfara state capital, Gusau" has no holder behind; "Zamfara state, Nigeria" has.
    if at < sentence.upperBound, kind(at) != nil { at += 1 }
    guard at < sentence.upperBound else { return before(tokens, sentence) }
    let isComma = [",", "("].contains(text.tokens[at].text)
    if isComma { at += 1 }
    if at < sentence.upperBound, text.isForm(at, .locatesWithin) {
      at += 1
      var passed = 0
      while at < sentence.upperBound, passed < Self.reach,
        text.isForm(at, .article) || text.isForm(at, .side) || text.isForm(at, .ofWhole)
          || text.tokens[at].text == "-"
      {
        at += 1
        passed += 1
      }
      if let found = wide(at, sentence, holding: tokens) { return found }
    } else if isComma, at < sentence.upperBound {
      // "Georgia, the US state"
      if text.isForm(at, .article), let country = apposedCountry(at, sentence) { return country }
      if let found = wide(at, sentence, holding: tokens), !isListed(tokens, found) { return found }
    }
    return before(tokens, sentence)
  }

  /// "northern Lebanon's Tripoli", "Lebanon's northern city of Tripoli", "the Iraqi city of Mosul".
  private func before(_ tokens: Range<Int>, _ sentence: Range<Int>) -> PlaceMention.Holder? {
    var at = tokens.lowerBound - 1
    if at - 1 >= sentence.lowerBound, text.isForm(at, .ofWhole),
      text.isForm(at - 1, .settlement) || kind(at - 1) != nil
    {
      at -= 2
    } else if at >= sentence.lowerBound, text.isForm(at, .settlement), at > sentence.lowerBound {
      at -= 1
    }
    var passed = 0
    while at > sentence.lowerBound, passed < Self.reach, text.tokens[at].upos == "ADJ",
      gazetteer.countries.demonym(text.tokens[at].text) == nil
    {
      at -= 1
      passed += 1
    }
    guard at >= sentence.lowerBound else { return nil }
    if at < tokens.lowerBound - 1, let country = gazetteer.countries.demonym(text.tokens[at].text) {
      return PlaceMention.Holder(country: country.iso3, tokens: at..<(at + 1))
    }
    guard text.isForm(at, .possessiveMark), at > sentence.lowerBound else { return nil }
    for count in [3, 2, 1] where at - count >= sentence.lowerBound {
      let range = (at - count)..<at
      if var found = whole(range, holding: tokens) {
        found.isOwner = true
        return found
      }
    }
    return nil
  }

  private func apposedCountry(_ article: Int, _ sentence: Range<Int>) -> PlaceMention.Holder? {
    for token in (article + 1)..<min(article + 4, sentence.upperBound) {
      let word = text.tokens[token].text
      if let country = gazetteer.countries.demonym(word) ?? gazetteer.countries.named(word),
        token + 1 < sentence.upperBound,
        kind(token + 1) != nil || text.isForm(token + 1, .settlement)
      {
        return PlaceMention.Holder(country: country.iso3, tokens: token..<(token + 1))
      }
    }
    return nil
  }

  /// The country or division that words name, the longest name first; of several, the one that holds a place of the other name:
  /// of "Athens, Georgia" the state, of "Gori, Georgia" the country.
  private func wide(_ at: Int, _ sentence: Range<Int>, holding name: Range<Int>)
    -> PlaceMention.Holder?
  {
    for count in [5, 4, 3, 2, 1] where at + count <= sentence.upperBound {
      if let found = whole(at..<(at + count), holding: name) { return found }
    }
    return nil
  }

  private func whole(_ range: Range<Int>, holding name: Range<Int>) -> PlaceMention.Holder? {
    let all = holders(range)
    let held = gazetteer.candidates(for: text.oneLine(name))
    if let holding = all.first(where: { holder in held.contains { holder.holds($0) } }) {
      return holding
    }
    // Nothing of that name is known there: it must be clear by itself that the words name what holds places, and the name must not be
    // that of a whole country or continent ("the invasion of Kuwait, Egypt said", "Africa in Morocco").
    let own = text.oneLine(name)
    guard let first = all.first, gazetteer.countries.named(own) == nil,
      !text.language.has(own.lowercased(), .worldRegion)
    else { return nil }
    if first.admin1Code == nil || isShort(range) { return first }
    let largest = gazetteer.candidates(for: text.oneLine(range)).first
    return largest?.kind == .division(1) ? first : nil
  }

  /// "Ga.", "TX": the short form of a state.
  private func isShort(_ range: Range<Int>) -> Bool {
    let word = text.tokens[range.lowerBound].text
    return range.count == 1 && text.language.has(word.lowercased(), .stateShort)
      && (word.count > 2 || word == word.uppercased())
  }

  /// What words may name that holds places, countries first.
  private func holders(_ range: Range<Int>) -> [PlaceMention.Holder] {
    guard text.tokens[range.lowerBound].text.first?.isUppercase ?? false else { return [] }
    let name = text.oneLine(range)
    let state =
      isShort(range)
      ? text.language.value(of: name.lowercased(), for: .stateShort)?.replacing("_", with: " ")
      : nil
    let isDivision = range.upperBound < text.tokens.count && kind(range.upperBound) != nil
    let countries = (isDivision || state != nil ? [] : gazetteer.countries.allNamed(name)).map {
      PlaceMention.Holder(country: $0.iso3, tokens: range)
    }
    return countries
      + divisions(state ?? name).compactMap { division in
        division.country.map {
          PlaceMention.Holder(
            country: $0, admin1Code: division.admin1Code, admin2Code: division.admin2Code,
            tokens: range)
        }
      }
  }

  /// The divisions of a name, those of the first order first.
  private func divisions(_ name: String) -> [PlaceCandidate] {
    let found = gazetteer.candidates(for: name).filter { !$0.isHeard && $0.country != nil }
    return found.filter { $0.kind == .division(1) } + found.filter { $0.kind == .division(2) }
  }

  /// "Paris, Texas and Ohio" may be a list; "Moscow, Russia" is none.
  private func isListed(_ tokens: Range<Int>, _ holder: PlaceMention.Holder) -> Bool {
    let next = holder.tokens.upperBound
    let isConjunct =
      text.tokens[text.head(of: holder.tokens)].baseRelation == "conj"
      || next + 1 < text.tokens.count && text.isForm(next, .coordinates)
        && gazetteer.countries.named(text.tokens[next + 1].text) != nil
    guard isConjunct else { return false }
    return !gazetteer.candidates(for: text.oneLine(tokens)).contains { holder.holds($0) }
  }
}
