import HearsayLanguage
import HearsayPlaces
import HearsayRecords

/// Finds which place of a name is meant: by what holds it in the sentence, else by a vote of all places of the report, else by how many
/// live there.
struct PlaceResolver {
  let text: AnnotatedText
  let gazetteer: Gazetteer

  /// One name of the report, as far as it means one place.
  struct Group {
    var name: String
    var mentions: [PlaceMention]
    var holder: PlaceMention.Holder?
    var options: [Option] = []
    /// What it is forced to be, because it holds another place: "Georgia" of "Athens, Georgia".
    var isHolder: PlaceMention.Holder?

    var division: PlaceMention.Division? { mentions.lazy.compactMap(\.division).first }
    var isToldTown: Bool { mentions.contains { $0.isToldTown } }
  }

  /// One thing that a name may mean.
  enum Option {
    case country(Country)
    case part(String, Country)
    case place(PlaceCandidate)

    var country: String? {
      switch self {
      case .country(let country), .part(_, let country): country.iso3
      case .place(let place): place.country
      }
    }

    /// Country and first-order division, where it lies in one.
    var division: String? {
      guard case .place(let place) = self, let country = place.country, let code = place.admin1Code
      else { return nil }
      return "\(country).\(code)"
    }

    var isCountry: Bool { if case .country = self { true } else { false } }
  }

  /// What was chosen, and why.
  struct Choice {
    var option: Option?
    var by: String
  }

  // Tuned together on two thirds of LGL and GeoVirus, 2026-11.
  private enum Weight {
    static let capital = 1.5
    static let country = 9.5
    static let part = 8.0
    static let feature = 7.0
    /// A bare name is seldom a division of the second order.
    static let district = -3.2
    static let toldCountry = 1.2
    static let votedCountry = 0.8
    static let votedDivision = 1.5
    static let heard = -1.0
    /// Another name of a place than the one it goes by.
    static let otherName = -0.7
    /// A town that its division is named after is what the bare name means.
    static let namesake = 1.5
  }

  /// A place that nothing else in the report speaks for must be this large, or larger where the report is about other countries.
  private static let wellKnown = 15_000
  private static let wellKnownAbroad = 100_000
  /// Smaller than this, the country alone does not speak for it where it has namesakes.
  private static let village = 5_000

  func choices(for groups: [Group]) -> [Choice] {
    var groups = groups
    for index in groups.indices { groups[index].options = options(groups[index]) }
    let told = toldCountries(groups)
    var votes = Votes()
    var chosen: [Int?] = []
    for _ in 0..<3 {
      chosen = groups.indices.map { best(groups[$0], told, votes.without($0)) }
      votes = Votes(groups, chosen)
    }
    return groups.indices.map { index in
      choice(groups[index], chosen[index], told, votes.without(index))
    }
  }

  // MARK: - What a name may mean

  private func options(_ group: Group) -> [Option] {
    let countries = gazetteer.countries
    var options: [Option] = []
    if let part = countries.part(group.name), let country = countries.named(group.name) {
      options.append(.part(part, country))
    } else {
      options += countries.allNamed(group.name).map(Option.country)
    }
    options += places(group).map(Option.place)
    options += shortStates(group.name).map(Option.place)
    if options.isEmpty, let whole = wholeName(group) {
      options += countries.allNamed(whole).map(Option.country)
      options += gazetteer.candidates(for: whole).map(Option.place)
    }
    if let holder = group.isHolder {
      return options.filter { option in
        switch option {
        case .country(let country), .part(_, let country):
          country.iso3 == holder.country && holder.admin1Code == nil
        case .place(let place):
          !place.kind.isTown && place.country == holder.country
            && place.admin1Code == holder.admin1Code
        }
      }
    }
    if group.division != nil || group.isToldTown {
      let fitting = options.filter { fits($0, group) }
      if !fitting.isEmpty { options = fitting } else if group.division != nil { return [] }
    }
    if let holder = group.holder {
      return options.filter { option in
        switch option {
        case .country: false
        case .part(_, let country): country.iso3 == holder.country && holder.admin1Code == nil
        case .place(let place): holder.holds(place)
        }
      }
    }
    return options
  }

  private func places(_ group: Group) -> [PlaceCandidate] {
    var found = gazetteer.candidates(for: group.name)
    // A continent is no town of that name.
    if text.language.has(group.name.lowercased(), .worldRegion) {
      found = found.filter { !$0.kind.isTown }
    }
    if let first = group.mentions.first, first.type == .location,
      first.tokens.lowerBound > 0, text.isForm(first.tokens.lowerBound - 1, .article)
    {
      // "the Thames" is no town.
      found = found.filter { !$0.kind.isTown }
    }
    // "Licking County" by its full name, else without the noun.
    if group.division != nil, !found.contains(where: { $0.isDivision }),
      let first = group.mentions.first,
      first.tokens.count > 1, text.isForm(first.tokens.upperBound - 1, .division)
    {
      let bare = first.tokens.lowerBound..<(first.tokens.upperBound - 1)
      found += gazetteer.candidates(for: text.oneLine(bare)).filter(\.isDivision)
    }
    return found
  }

  /// "Northeast Georgia", "Metro Vancouver", where no place is called so: a part of what is.
  private func wholeName(_ group: Group) -> String? {
    guard let first = group.mentions.first, first.tokens.count > 1,
      text.isForm(first.tokens.lowerBound, .side)
    else { return nil }
    return text.oneLine((first.tokens.lowerBound + 1)..<first.tokens.upperBound)
  }

  /// "W.Va.", "Ill.": a state by its short form.
  private func shortStates(_ name: String) -> [PlaceCandidate] {
    let isCode = name.count == 2 && name == name.uppercased()
    guard isCode || name.contains("."),
      let state = text.language.value(of: name.lowercased(), for: .stateShort)
        ?? text.language.value(of: name.lowercased() + ".", for: .stateShort)
    else { return [] }
    return gazetteer.candidates(for: state.replacing("_", with: " ")).filter {
      $0.kind == .division(1)
    }
  }

  private func fits(_ option: Option, _ group: Group) -> Bool {
    guard case .place(let place) = option else {
      if case .part = option { return group.division != nil }
      return false
    }
    if group.isToldTown { return place.kind.isTown }
    switch (group.division, place.kind) {
    case (.first?, .division(1)), (.second?, .division), (.any?, .division): return true
    case (_, .feature("region")): return true
    default: return false
    }
  }

  // MARK: - What speaks for a place

  /// How often each country is told by its name, its people or its capital.
  ///
  /// A name that means a place besides tells none.
  private func toldCountries(_ groups: [Group]) -> [String: Double] {
    var told: [String: Double] = [:]
    var doubtful: Set<String> = []
    for group in groups
    where group.options.count > 1 || group.isHolder?.admin1Code != nil || group.holder != nil {
      let countries = group.options.filter(\.isCountry)
      let others = group.options.contains { option in
        guard case .place(let place) = option else { return false }
        return place.kind == .division(1) && place.population > 1_000_000
      }
      if countries.count > 1 || others || group.isHolder?.admin1Code != nil || group.holder != nil {
        doubtful.insert(group.name)
      }
    }
    for token in text.tokens where token.text.first?.isUppercase ?? false {
      guard !doubtful.contains(token.text) else { continue }
      if let country = gazetteer.countries.named(token.text)
        ?? gazetteer.countries.demonym(token.text)
      {
        told[country.iso3, default: 0] += 1
      } else if let country = gazetteer.countries.capital(token.text) {
        told[country.iso3, default: 0] += 0.7
      }
    }
    for name in text.names where name.type == .politicalPlace && name.tokens.count > 1 {
      let words = text.oneLine(name.tokens)
      if !doubtful.contains(words), let country = gazetteer.countries.named(words) {
        told[country.iso3, default: 0] += 1
      }
    }
    for holder in groups.compactMap(\.holder) { told[holder.country, default: 0] += 1 }
    return told
  }

  /// What the other places of the report, as they are taken now, say.
  private struct Votes {
    private var countries: [String: Double] = [:]
    private var divisions: [String: Double] = [:]
    private var own: [(country: String?, division: String?)] = []

    init() {}

    init(_ groups: [Group], _ chosen: [Int?]) {
      for (group, choice) in zip(groups, chosen) {
        let option = choice.map { group.options[$0] }
        // A country's own name is counted where countries are told.
        let country = option.flatMap { $0.isCountry ? nil : $0.country }
        own.append((country, option?.division))
        if let country { countries[country, default: 0] += 1 }
        if let division = option?.division { divisions[division, default: 0] += 1 }
      }
    }

    /// The same without the voice of one group.
    func without(_ index: Int) -> Votes {
      var others = self
      guard own.indices.contains(index) else { return others }
      if let country = own[index].country { others.countries[country, default: 1] -= 1 }
      if let division = own[index].division { others.divisions[division, default: 1] -= 1 }
      return others
    }

    func country(_ code: String?) -> Double { code.flatMap { countries[$0] } ?? 0 }
    func division(_ code: String?) -> Double { code.flatMap { divisions[$0] } ?? 0 }
    var hasAny: Bool { countries.values.contains { $0 > 0 } }
  }

  private func best(_ group: Group, _ told: [String: Double], _ votes: Votes) -> Int? {
    let key = Gazetteer.fold(group.name)
    let scores = group.options.map { option in
      score(option, told, votes) + (isNamesake(option, group) ? Weight.namesake : 0)
        + (isOtherName(option, key) ? Weight.otherName : 0)
    }
    return scores.indices.max { (scores[$0], -$0) < (scores[$1], -$1) }
  }

  private func isOtherName(_ option: Option, _ key: String) -> Bool {
    guard case .place(let place) = option else { return false }
    return Gazetteer.fold(place.name) != key
  }

  /// "Idlib": the town, where the province is called after it and a good part of its people live there.
  private func isNamesake(_ option: Option, _ group: Group) -> Bool {
    guard case .place(let town) = option, town.kind.isTown, group.division == nil else {
      return false
    }
    return group.options.contains { other in
      guard case .place(let division) = other, division.kind == .division(1) else { return false }
      return division.country == town.country && division.admin1Code == town.admin1Code
        && town.population * 7 > division.population
    }
  }

  private func score(_ option: Option, _ told: [String: Double], _ votes: Votes) -> Double {
    var score =
      switch option {
      case .country: Weight.country
      case .part: Weight.part
      case .place(let place): size(place)
      }
    let country = option.country
    score += min(country.flatMap { told[$0] } ?? 0, 4) * Weight.toldCountry
    score += logarithm(votes.country(country)) * Weight.votedCountry
    score += logarithm(votes.division(option.division)) * Weight.votedDivision
    return score
  }

  /// How well known a place is by itself.
  private func size(_ place: PlaceCandidate) -> Double {
    let people = place.population > 0 ? Double(String(place.population).utf8.count) : 0.5
    let exact = place.population > 0 ? digits(place.population) : people
    let known: Double =
      switch place.kind {
      case .capital: exact + Weight.capital
      case .town: exact
      case .division(1): exact - 0.3
      case .division: exact + Weight.district
      case .feature: Weight.feature
      }
    return known + (place.isHeard ? Weight.heard : 0)
  }

  /// The decimal logarithm, to a tenth or so, of a number of people.
  private func digits(_ number: Int) -> Double {
    var whole = 0.0
    var rest = Double(number)
    while rest >= 10 {
      rest /= 10
      whole += 1
    }
    return whole + (rest - 1) / 9
  }

  /// log₂ (1 + votes), between whole numbers on a line.
  private func logarithm(_ votes: Double) -> Double {
    var whole = 0.0
    var rest = 1 + max(votes, 0)
    while rest >= 2 {
      rest /= 2
      whole += 1
    }
    return whole + rest - 1
  }

  // MARK: - Whether it is told at all

  private func choice(
    _ group: Group, _ chosen: Int?, _ told: [String: Double], _ votes: Votes
  ) -> Choice {
    guard let chosen else { return Choice(option: nil, by: "") }
    let option = group.options[chosen]
    if group.holder != nil || group.isHolder != nil {
      return Choice(option: option, by: "gazetteer, by the place named with it")
    }
    guard case .place(let place) = option else { return Choice(option: option, by: "gazetteer") }
    if case .feature = place.kind { return Choice(option: option, by: "gazetteer") }
    if votes.division(option.division) >= 1, !place.isHeard {
      return Choice(option: option, by: "gazetteer, by the places named in the report")
    }
    let isTold = place.country.map { told[$0] ?? 0 > 0 } ?? false
    let isVoted = votes.country(place.country) >= 2
    if isTold || isVoted, place.population >= Self.village || isAlone(place, group) {
      return Choice(
        option: option,
        by: isTold
          ? "gazetteer, by the countries named in the report"
          : "gazetteer, by the places named in the report")
    }
    let isAbroad = !told.isEmpty || votes.hasAny
    guard !place.isHeard,
      place.population >= (isAbroad ? Self.wellKnownAbroad : Self.wellKnown)
        || place.population >= Self.village && isAlone(place, group) && told.isEmpty
    else { return Choice(option: nil, by: "") }
    return Choice(option: option, by: "gazetteer, by population")
  }

  /// Whether all places of the name lie in one country.
  private func isAlone(_ place: PlaceCandidate, _ group: Group) -> Bool {
    group.options.allSatisfy { $0.country == place.country }
  }
}

extension PlaceCandidate {
  var isDivision: Bool { if case .division = kind { true } else { false } }
}
