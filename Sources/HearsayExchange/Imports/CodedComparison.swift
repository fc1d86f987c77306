import HearsayLedger
import HearsayRecords
import HearsayStories

/// One's own incidents held against a file that somebody else coded: which both have, which only one has, and where they differ.
package struct CodedComparison: Sendable {
  /// An incident that both have.
  package struct Pair: Sendable {
    package let theirs: ForeignRow
    package let ours: ExportedIncident
    /// What speaks for it being one, the more the likelier.
    package let score: Double
    /// In words.
    package let reasons: [String]
    package let differences: [Difference]
  }

  /// Something on which both differ.
  package struct Difference: Hashable, Sendable {
    package enum Field: String, Hashable, Sendable, CaseIterable {
      case fatalities, place, day, actor, recipient, kind
    }
    package let field: Field
    package let theirs: String
    package let ours: String
  }

  package private(set) var both: [Pair] = []
  package private(set) var onlyTheirs: [ForeignRow] = []
  /// Ours of a kind that the maker counts, in the countries and days of the file.
  package private(set) var onlyOurs: [ExportedIncident] = []

  /// Compares; `ours` are incidents told as having happened.
  package init(_ file: ForeignFile, _ ours: [ExportedIncident], _ tables: ExchangeTables) {
    let ours = ours.filter { Self.isCounted($0, file.maker, tables) }
    var candidates: [(score: Double, theirs: Int, ours: Int, reasons: [String])] = []
    let coded = ours.map { CodedIncident($0, file.maker, tables) }
    let numbers = Dictionary(
      coded.enumerated().flatMap { index, own in own.numbers.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
    var byDay: [Int: [Int]] = [:]
    for (index, own) in coded.enumerated() {
      guard let days = own.days else { continue }
      for day in days { byDay[day, default: []].append(index) }
    }
    for (row, theirs) in file.rows.enumerated() {
      var seen: Set<Int> = []
      if let own = CodedMatch.number(theirs), let index = numbers[own] {
        seen.insert(index)
        candidates.append((CodedMatch.certain, row, index, ["the ledger's own number"]))
      }
      for day
        in (theirs.days.lowerBound - CodedMatch.slack)...(theirs.days.upperBound + CodedMatch.slack)
      {
        for index in byDay[day] ?? [] where seen.insert(index).inserted {
          guard let match = CodedMatch(theirs, coded[index]) else { continue }
          candidates.append((match.score, row, index, match.reasons))
        }
      }
    }
    // The likeliest first, each incident once.
    candidates.sort {
      ($1.score, $0.theirs, ours[$0.ours].number) < ($0.score, $1.theirs, ours[$1.ours].number)
    }
    var (taken, matched): (Set<Int>, Set<Int>) = ([], [])
    for candidate in candidates
    where !taken.contains(candidate.ours) && !matched.contains(candidate.theirs) {
      taken.insert(candidate.ours)
      matched.insert(candidate.theirs)
      let theirs = file.rows[candidate.theirs]
      both.append(
        Pair(
          theirs: theirs, ours: ours[candidate.ours], score: candidate.score,
          reasons: candidate.reasons,
          differences: CodedMatch.differences(theirs, coded[candidate.ours])))
    }
    both.sort { $0.theirs.line < $1.theirs.line }
    onlyTheirs = file.rows.indices.filter { !matched.contains($0) }.map { file.rows[$0] }
    let countries = Set(file.rows.compactMap(\.country))
    let first = file.rows.map(\.days.lowerBound).min() ?? 0
    let last = file.rows.map(\.days.upperBound).max() ?? -1
    onlyOurs = ours.indices.filter { index in
      guard !taken.contains(index), let days = coded[index].days else { return false }
      let isThere = coded[index].country.map(countries.contains) ?? countries.isEmpty
      return isThere && days.lowerBound <= last && days.upperBound >= first
    }.map { ours[$0] }
  }

  /// Whether a maker counts what an incident is.
  private static func isCounted(
    _ incident: ExportedIncident, _ maker: ForeignRow.Maker, _ tables: ExchangeTables
  ) -> Bool {
    guard incident.isTold, ExportDate(incident).days != nil else { return false }
    switch maker {
    case .acled: return ACLEDKind(incident, tables) != nil
    case .ged: return GEDSides(incident, tables) != nil && incident.killed.high ?? 0 > 0
    case .gdelt: return incident.cameo != nil
    case .atlos: return true
    case .polecat: return tables.plover(incident.incident.type, incident.incident.mode) != nil
    }
  }
}

/// What comparing needs of an incident of ours.
struct CodedIncident {
  /// By which files of the ledger's own know it, and its records that no longer stand alone.
  let numbers: [Int]
  let days: ClosedRange<Int>?
  let isPublication: Bool
  /// What it is in the maker's own words for kinds.
  let kind: String?
  let outlets: [String]
  let type: String
  let mode: String?
  let actors: [String]
  let recipients: [String]
  let isCivil: Bool
  let country: String?
  let place: String?
  let point: GroundPoint?
  let isNear: Bool
  let low: Int?
  let high: Int?

  init(_ incident: ExportedIncident, _ maker: ForeignRow.Maker, _ tables: ExchangeTables) {
    numbers = [incident.number] + incident.held
    kind =
      switch maker {
      case .acled: ACLEDKind(incident, tables)?.sub
      case .ged, .atlos: nil
      case .gdelt: incident.cameo
      case .polecat:
        tables.plover(incident.incident.type, incident.incident.mode).map {
          [$0.type, $0.mode].compactMap(\.self).joined(separator: " ")
        }
      }
    outlets = incident.outlets
    let date = ExportDate(incident)
    // A report tells what was in the week before.
    days = date.isPublication ? date.days.map { ($0.lowerBound - 6)...$0.upperBound } : date.days
    isPublication = date.isPublication
    type = incident.incident.type
    mode = incident.incident.mode
    actors = incident.actors.map(\.name)
    recipients = incident.recipients.map(\.name)
    isCivil = incident.recipients.contains { ACLEDParty.isCivil($0, tables) }
    country = incident.country
    place = incident.spot?.name
    point = GroundPoint(incident.spot?.latitude, incident.spot?.longitude)
    isNear = incident.spot.map { $0.precision == .exact || $0.precision == .named } ?? false
    low = incident.killed.low
    high = incident.killed.high
  }
}
