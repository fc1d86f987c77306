import HearsayLedger
import HearsayRecords
import HearsayStories

/// What an incident is to ACLED: its types, and on which side its parties stand.
struct ACLEDKind: Hashable, Sendable {
  let event: String
  let sub: String

  /// ACLED's three groups of types.
  var disorder: String {
    switch event {
    case "Protests":
      sub == "Excessive force against protesters"
        ? "Political violence; Demonstrations" : "Demonstrations"
    case "Riots": sub == "Violent demonstration" ? "Demonstrations" : "Political violence"
    case "Strategic developments": "Strategic developments"
    default: "Political violence"
    }
  }

  /// Whether ACLED counts what an incident is; `nil` for everything else.
  init?(_ incident: ExportedIncident, _ tables: ExchangeTables) {
    guard let found = Self.pair(incident, tables) else { return nil }
    (event, sub) = (found.event, found.sub)
  }

  private struct Pair {
    let event: String
    let sub: String
  }

  private static func pair(_ incident: ExportedIncident, _ tables: ExchangeTables) -> Pair? {
    let mode = incident.incident.mode
    guard incident.status != "attempted" else {
      // Shot down, defused, foiled.
      let isWeapon = ["aerial", "bombing", "heavy-weapons"].contains(mode ?? "")
      return incident.incident.type == "ASSAULT" && isWeapon
        ? Pair(event: "Strategic developments", sub: "Disrupted weapons use") : nil
    }
    switch incident.incident.type {
    case "ASSAULT": return assault(incident, mode, tables)
    case "PROTEST":
      return mode == "riot"
        ? Pair(event: "Riots", sub: "Violent demonstration")
        : Pair(event: "Protests", sub: "Peaceful protest")
    case "COERCE":
      switch mode {
      case "arrest": return Pair(event: "Strategic developments", sub: "Arrests")
      case "seizure":
        return Pair(event: "Strategic developments", sub: "Looting/property destruction")
      default: return nil
      }
    case "AGREE", "RETREAT":
      // Pacts of those who fight; trade and treaties are none.
      let sides = incident.actors + incident.recipients
      return sides.contains { ACLEDParty.isArmed($0.kind) }
        ? Pair(event: "Strategic developments", sub: "Agreement") : nil
    case "MOBILIZE":
      return mode == "deployment"
        ? Pair(event: "Strategic developments", sub: "Change to group/activity") : nil
    default: return nil
    }
  }

  private static func assault(
    _ incident: ExportedIncident, _ mode: String?, _ tables: ExchangeTables
  ) -> Pair? {
    let means = incident.tellings.flatMap { telling in
      telling.happening.instruments.map { telling.index.words($0.span) }
    }.joined(separator: " ")
    let told = tables.term(in: means, of: [.suicide, .drone])
    func remote(_ sub: String) -> Pair { Pair(event: "Explosions/Remote violence", sub: sub) }
    switch mode {
    case "aerial": return remote("Air/drone strike")
    case "heavy-weapons": return remote("Shelling/artillery/missile attack")
    case "bombing":
      if told == .drone { return remote("Air/drone strike") }
      return remote(told == .suicide ? "Suicide bomb" : "Remote explosive/landmine/IED")
    case "sexual": return Pair(event: "Violence against civilians", sub: "Sexual violence")
    case "abduction":
      return Pair(event: "Violence against civilians", sub: "Abduction/forced disappearance")
    default: break
    }
    if told == .drone { return remote("Air/drone strike") }
    let (doers, sufferers) = (incident.actors, incident.recipients)
    let isCivil = sufferers.contains { ACLEDParty.isCivil($0, tables) }
    if isCivil {
      return Pair(event: "Violence against civilians", sub: "Attack")
    }
    if mode == "clash", !doers.contains(where: { ACLEDParty.isCivil($0, tables) }) {
      return Pair(event: "Battles", sub: "Armed clash")
    }
    guard doers.contains(where: { ACLEDParty.isArmed($0.kind) || $0.kind == .government }),
      sufferers.contains(where: { ACLEDParty.isArmed($0.kind) })
    else { return nil }
    return Pair(event: "Battles", sub: "Armed clash")
  }
}

/// An incident as ACLED sees it; `nil` for what it does not count.
struct ACLEDRow: Hashable, Sendable {
  let kind: ACLEDKind
  let doer: ACLEDParty?
  let sufferer: ACLEDParty?

  init?(_ incident: ExportedIncident, _ tables: ExchangeTables) {
    guard let kind = ACLEDKind(incident, tables) else { return nil }
    self.kind = kind
    doer = ACLEDParty(incident.actors, of: incident, isDoer: true, tables)
    // A party that is told as both is written once: nobody is his own adversary.
    let doers = Set(incident.actors.map(\.name))
    sufferer = ACLEDParty(
      incident.recipients.filter { !doers.contains($0.name) }, of: incident, isDoer: false, tables)
  }
}

/// A party as ACLED writes it.
struct ACLEDParty: Hashable, Sendable {
  /// ACLED's kinds of actors, with the numbers of older files.
  enum Kind: Int, Hashable, Sendable {
    case state = 1
    case rebel, militia, identity, rioters, protesters, civilians, external

    var words: String {
      switch self {
      case .state: "State forces"
      case .rebel: "Rebel group"
      case .militia: "Political militia"
      case .identity: "Identity militia"
      case .rioters: "Rioters"
      case .protesters: "Protesters"
      case .civilians: "Civilians"
      case .external: "External/Other forces"
      }
    }
  }

  let name: String
  let others: [String]
  let kind: Kind

  static func isArmed(_ kind: EntityKind) -> Bool {
    [.military, .police, .armedGroup].contains(kind)
  }

  /// Whether somebody is none of those who fight: people, unless their office is one of arms.
  static func isCivil(_ side: ExportedIncident.Side, _ tables: ExchangeTables) -> Bool {
    switch side.kind {
    case .civil, .media, .company: true
    // What is plainly a force is one, whatever else its name holds: "the villagers' militia".
    case _ where isArmed(side.kind): false
    case .person:
      !["MIL", "COP", "REB", "UAF", "INS", "SEP"].contains { side.code?.contains($0) ?? false }
    default: tables.term(in: side.name, of: [.civil, .state, .armed]) == .civil
    }
  }

  /// The party of one side; `nil` if nobody is known.
  init?(
    _ sides: [ExportedIncident.Side], of incident: ExportedIncident, isDoer: Bool,
    _ tables: ExchangeTables
  ) {
    guard let first = sides.first else { return nil }
    let place = incident.country.flatMap { tables.countries[$0]?.name }
    func people(_ word: String) -> String { place.map { "\(word) (\($0))" } ?? word }
    let names = sides.map(\.name) + sides.flatMap(\.wider)
    if incident.incident.type == "PROTEST", isDoer {
      kind = incident.incident.mode == "riot" ? .rioters : .protesters
      name = people(kind.words)
      others = names.distinct
      return
    }
    if Self.isCivil(first, tables) {
      kind = .civilians
      name = people("Civilians")
      others = names.distinct
      return
    }
    switch first.kind {
    case .government, .military, .police, .country:
      // Foreign only where both are known and differ.
      let isForeign =
        first.country != nil && incident.country != nil && first.country != incident.country
      kind = isForeign ? .external : .state
    case .armedGroup: kind = .rebel
    case .party: kind = .militia
    case .person: kind = first.code?.contains("REB") ?? false ? .rebel : .state
    default: kind = .external
    }
    name = first.name.safeLine
    others = names.dropFirst().map(\.safeLine).filter { $0 != first.name.safeLine }.distinct
  }
}
