import HearsayLedger
import HearsayRecords
import HearsayStories

/// Who fights whom, as UCDP sees it.
struct GEDSides: Hashable, Sendable {
  let violence: Int
  let a: String
  let b: String
  /// Whose dead those of side a and b are.
  let sideA: TollOfIncident.Side
  let sideB: TollOfIncident.Side
  let countryA: String?
  let countryB: String?

  /// The sides of an incident of organised violence; `nil` for everything else, and where one of them is not known.
  init?(_ incident: ExportedIncident, _ tables: ExchangeTables) {
    guard incident.incident.type == "ASSAULT" else { return nil }
    let doers = incident.actors.filter { Self.isOrganised($0) }
    guard let doer = doers.first else { return nil }
    if incident.recipients.contains(where: { ACLEDParty.isCivil($0, tables) }) {
      violence = 3
      a = Self.name(doer, tables)
      b = "Civilians"
      (sideA, sideB) = (Self.isState(doer) ? .state : .armed, .civil)
      (countryA, countryB) = (Self.isState(doer) ? doer.country : nil, nil)
      return
    }
    guard let other = incident.recipients.first(where: Self.isOrganised) else { return nil }
    // The government stands first, whoever began.
    let (one, two) = !Self.isState(doer) && Self.isState(other) ? (other, doer) : (doer, other)
    violence = Self.isState(one) ? 1 : 2
    a = Self.name(one, tables)
    b = Self.name(two, tables)
    guard a != b else { return nil }
    (sideA, sideB) = (Self.isState(one) ? .state : .armed, Self.isState(two) ? .state : .armed)
    countryA = Self.isState(one) ? one.country : nil
    countryB = Self.isState(two) ? two.country : nil
  }

  private static func isState(_ side: ExportedIncident.Side) -> Bool {
    [.government, .military, .police, .country].contains(side.kind)
  }

  private static func isOrganised(_ side: ExportedIncident.Side) -> Bool {
    isState(side) && side.country != nil || side.kind == .armedGroup
  }

  private static func name(_ side: ExportedIncident.Side, _ tables: ExchangeTables) -> String {
    guard isState(side), let country = side.country.flatMap({ tables.countries[$0] }) else {
      return side.name.safeLine
    }
    return "Government of \(country.ucdpName)"
  }

  var dyad: String { "\(a) - \(b)" }
}

/// Pairs of adversaries of a file with their events, numbered in order, and the dead of each year.
package struct DyadBook: Sendable {
  private var numbers: [String: Int] = [:]
  private var best: [String: Int] = [:]
  private var events: [Int: Int] = [:]
  private var counts: [String: Int] = [:]

  package init() {}

  /// Takes an incident into account.
  package mutating func add(_ incident: ExportedIncident, _ context: ExportContext) {
    guard let sides = GEDSides(incident, context.tables), let year = ExportDate(incident).year
    else { return }
    if numbers[sides.dyad] == nil { numbers[sides.dyad] = numbers.count + 1 }
    let key = "\(sides.dyad)\n\(year)"
    best[key, default: 0] += incident.killed.number(context.figure ?? .most) ?? 0
    counts[key, default: 0] += 1
    events[incident.number] = counts[key]
  }

  func number(_ dyad: String) -> Int? { numbers[dyad] }
  func event(_ incident: ExportedIncident) -> Int? { events[incident.number] }

  /// Whether the dead of that year reach the 25 from which UCDP counts a dyad as active.
  func isActive(_ dyad: String, _ year: Int) -> Bool { best["\(dyad)\n\(year)"] ?? 0 >= 25 }
}
