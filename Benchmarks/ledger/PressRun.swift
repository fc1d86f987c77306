import FoundationEssentials
import HearsayLedger
import HearsayRecords

/// Writes the reading of a plan: text and records whose spans are in it.
struct PressRun {
  private let world: World
  private let plan: StoryPlan
  private var dice: Dice
  private var text: [UInt8] = []
  private var reading: Reading
  private var entities: [String: String] = [:]
  private var places: [String: String] = [:]

  /// The reading of a plan.
  static func reading(of plan: StoryPlan, _ world: World, paragraphs: Int = 6) -> Reading {
    var press = PressRun(world, plan)
    press.write(paragraphs)
    return press.reading
  }

  private init(_ world: World, _ plan: StoryPlan) {
    self.world = world
    self.plan = plan
    dice = Dice(plan.seed)
    reading = Reading(
      report: Report(
        id: "", url: plan.address, outlet: world.outlets[plan.outlet], language: "en", text: "",
        sha256: "", reader: Reader(version: "benchmark", model: "none")))
  }

  private mutating func write(_ paragraphs: Int) {
    let day = Date(timeIntervalSince1970: plan.moment).ledgerText
    reading.report.published = plan.isBareDay ? String(day.prefix(10)) : day
    reading.report.publishedFrom = .meta
    let town = world.towns[dice.common(world.towns.count)]
    let culprit = world.groups[dice.common(world.groups.count)]
    let victim = world.groups[dice.common(world.groups.count)]
    reading.report.title = "\(victim) says \(culprit) shelled \(town)"
    for _ in 0..<paragraphs { attack(culprit, victim, town, String(day.prefix(10))) }
    for _ in 0..<plan.extra { filler() }
    reading.report.text = String(decoding: text, as: UTF8.self)
    reading.report.sha256 = SHA256.hex((plan.address + reading.report.text).utf8)
  }

  @discardableResult private mutating func add(_ words: String) -> TextSpan {
    let start = text.count
    text += words.utf8
    return TextSpan(start: start, end: text.count)
  }

  private mutating func filler() {
    for number in 0..<Int.random(in: 12..<26, using: &dice) {
      let word = world.words[dice.common(world.words.count)]
      add((number == 0 ? word.capitalizedFirst : " " + word))
    }
    add(". ")
  }

  private mutating func entity(_ name: String, _ kind: EntityKind, _ span: TextSpan) -> String {
    if let id = entities[name], let index = Int(id.dropFirst()) {
      reading.entities[index - 1].mentions.append(span)
      return id
    }
    let id = "e\(reading.entities.count + 1)"
    entities[name] = id
    let last = name.split(separator: " ").last.map(String.init) ?? name
    reading.entities.append(
      Entity(id: id, name: name, kind: kind, aliases: last == name ? [] : [last], mentions: [span]))
    return id
  }

  private mutating func place(_ name: String, _ span: TextSpan) -> String {
    if let id = places[name], let index = Int(id.dropFirst()) {
      reading.places[index - 1].mentions.append(span)
      return id
    }
    let id = "p\(reading.places.count + 1)"
    places[name] = id
    let country = world.countries[dice.common(world.countries.count)]
    reading.places.append(
      Place(
        id: id, name: name, kind: "city", country: country, admin1: world.towns[name.utf8.count],
        lat: 1.5, lon: 2.5, geonameid: name.utf8.count, precision: .named, mentions: [span]))
    return id
  }

  /// A paragraph: who says that who did what where, a figure, a denial, and other words.
  private mutating func attack(_ culprit: String, _ victim: String, _ town: String, _ day: String) {
    let person = world.people[dice.common(world.people.count)]
    let speaker = add(person)
    let speakerID = entity(person, .person, speaker)
    add(" of ")
    let victimID = entity(victim, .military, add(victim))
    add(" ")
    let cue = add("said")
    add(" on ")
    let time = add(day)
    add(" that ")
    let contentStart = text.count
    let culpritID = entity(culprit, .armedGroup, add(culprit))
    add(" had ")
    let type = dice.one(of: [EventType.assault, .assault, .protest, .coerce, .crime, .threaten])
    let trigger = add(dice.one(of: ["shelled", "struck", "raided", "bombed", "surrounded"]))
    add(" ")
    let site =
      Int.random(in: 0..<3, using: &dice) == 0 ? world.towns[dice.common(world.towns.count)] : town
    let placeID = place(site, add(site))
    add(" with ")
    add(world.words[dice.common(world.words.count)])
    add(", ")
    let count = Int.random(in: 1..<400, using: &dice)
    let figure = add("killing \(count) people")
    let content = TextSpan(start: contentStart, end: text.count)
    add(". ")
    let number = reading.events.count + 1
    let claim = reading.claims.count + 1
    let timeID = "t\(reading.times.count + 1)"
    reading.times.append(
      TimeSpan(
        id: timeID, earliest: day, latest: day, granularity: .day, timex: day, evidence: time))
    reading.claims.append(
      Claim(
        id: "c\(claim)", speaker: speakerID, source: speaker, cue: cue, content: [content],
        act: dice.one(of: [.state, .state, .accuse, .accuse, .condemn]), about: ["v\(number)"],
        blames: [culpritID], confidence: 0.5))
    let status = dice.one(of: [EventStatus.happened, .happened, .happened, .planned, .attempted])
    for mention in 0..<2 {
      reading.events.append(
        Event(
          id: "v\(number + mention)", type: type, mode: "artillery", cameo: "194", trigger: trigger,
          actors: [.entity(culpritID)],
          recipients: [.mention(TextSpan(start: trigger.end + 1, end: figure.start - 2))],
          place: placeID, time: timeID, status: status, saidBy: "c\(claim)", confidence: 0.5,
          evidence: [content]))
    }
    reading.figures.append(
      Figure(
        id: "f\(reading.figures.count + 1)", value: Double(count), counts: "people killed",
        about: "v\(number)", at: timeID, saidBy: "c\(claim)", evidence: [figure]))
    reading.happenings.append(
      Happening(
        id: "h\(reading.happenings.count + 1)", type: type, mode: "artillery",
        label: "attack on \(site)", events: ["v\(number)", "v\(number + 1)"],
        main: reading.happenings.isEmpty, status: status,
        actors: [Slot(id: culpritID, span: content, saidBy: "c\(claim)")],
        recipients: [Slot(span: trigger)], places: [Slot(.place, id: placeID, span: content)],
        times: [Slot(.time, id: timeID, span: time)], claims: ["c\(claim)"], confidence: 0.5))
    filler()
    if Int.random(in: 0..<8, using: &dice) == 0 {
      let denier = add(culprit)
      add(" ")
      let denied = add("denied")
      add(" that it had ")
      let what = add("struck \(site)")
      add(". ")
      reading.claims.append(
        Claim(
          id: "c\(claim + 1)", speaker: culpritID, source: denier, cue: denied, content: [what],
          act: .deny, about: ["v\(number)"], confidence: 0.5))
    }
    filler()
    filler()
    reading.relations.append(
      Relation(kind: "memberOf", from: speakerID, to: victimID, evidence: [speaker]))
    reading.wording.append(Wording(kind: .hedge, evidence: cue))
  }
}
