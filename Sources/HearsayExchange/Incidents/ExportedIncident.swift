package import HearsayLedger
package import HearsayRecords
package import HearsayStories

/// One incident with everything of its reports that a row of a file needs.
package struct ExportedIncident: Sendable {
  /// One record that tells it, in its report.
  package struct Telling: Sendable {
    package let line: ReportLine
    package let index: ReadingIndex
    package let happening: Happening
    /// The earlier report that this one is a near copy of.
    package let copyOf: String?
    /// Everything that people decided about records of its report, in the order in which they did.
    package var decisions: [Decision] = []

    /// `report:record`.
    package var id: String { "\(line.id):\(happening.id)" }
    package var outlet: String { line.report.outlet?.safeLine ?? "report \(line.id)" }
    /// The words that tell it.
    package var trigger: TextSpan? {
      happening.events.first.flatMap { index.events[$0] }?.trigger
    }
  }

  /// Who takes part, on one side.
  package struct Side: Hashable, Sendable {
    package let name: String
    package let kind: EntityKind
    package let country: String?
    package let code: String?
    package let role: String?
    /// The bodies that it is part or member of.
    package let wider: [String]
    /// The report's words for it.
    package let words: String
  }

  /// Where it was.
  package struct Spot: Hashable, Sendable {
    package let name: String
    package let kind: String?
    package let country: String?
    package let admin1: String?
    package let admin2: String?
    package let latitude: Double?
    package let longitude: Double?
    package let geonameid: Int?
    package let precision: PlacePrecision
    package let words: String
  }

  /// The first report of its story.
  package let story: String
  package let incident: Incident
  /// What its sources differ on.
  package let questions: [Question]
  /// In the order of publication.
  package let tellings: [Telling]
  /// Stays the same, whatever is read later: see ``IncidentNumber``.
  package let number: Int
  /// The numbers of its other records, which no longer stand alone.
  package let held: [Int]
  /// The record that its number comes from.
  package let anchor: String
  package let actors: [Side]
  package let recipients: [Side]
  /// Who is only suspected or accused of it, or claims it, with who says so.
  package let blamed: [Blame]
  package let spot: Spot?
  package let killed: TollOfIncident
  package let wounded: TollOfIncident
  /// How many took part in a protest, in the words of the first report that tells it.
  package let crowd: String?
  /// What people decided about its records.
  package let decisions: [Decision]
  /// Of a record by itself, the number of the incident that it tells of.
  package internal(set) var partOf: Int?

  /// That somebody is blamed.
  package struct Blame: Hashable, Sendable {
    package let whom: String
    package let by: String
  }

  package init(
    story: String, incident: Incident, questions: [Question], tellings: [Telling],
    numbers: [String: IncidentNumber], decisions: [Decision], tables: ExchangeTables
  ) {
    self.story = story
    self.incident = incident
    self.questions = questions
    self.tellings = tellings
    self.decisions = decisions
    let own = tellings.compactMap { telling in numbers[telling.id].map { (telling.id, $0) } }
      .sorted { $0.1 < $1.1 }
    let first = own.first?.1.number ?? 0
    number = first
    anchor = own.first?.0 ?? incident.event
    held = own.dropFirst().map(\.1.number).filter { $0 != first }
    let facts = IncidentFacts(tellings: tellings)
    actors = incident.actors.map(facts.side)
    recipients = incident.recipients.map(facts.side)
    blamed = facts.blamed()
    spot = facts.spot(incident.where)
    killed = TollOfIncident(.killed, tellings, tables)
    wounded = TollOfIncident(.wounded, tellings, tables)
    crowd = incident.type == EventType.protest.rawValue ? facts.crowd(tables) : nil
  }
}

extension ExportedIncident {
  /// How it stands, for a column: `told`, `said`, `open`, `denied`, or what is still to come.
  package var status: String { incident.status }

  /// Whether some record tells it as having happened, in the report's own voice.
  ///
  /// One that is only said, or only denied, is no row of a file unless it is asked for.
  package var isTold: Bool {
    status == "told" || status == "open" && tellings.contains { $0.isTold }
  }

  /// Whether somebody at least says that it happened.
  package var isClaimed: Bool { isTold || status == "said" || status == "open" }

  /// The country it was in, as ISO 3166 alpha-3.
  package var country: String? { spot?.country ?? incident.where?.country }

  /// When the ledger last learned something of it.
  package var changed: String { tellings.map(\.line.readAt).max() ?? "" }

  /// When the ledger first learned of it.
  package var added: String { tellings.map(\.line.firstSeen).min() ?? "" }

  /// The outlets that tell it in words of their own.
  package var outlets: [String] {
    tellings.filter { $0.copyOf == nil }.map(\.outlet).distinct
  }

  /// The type and mode as one key.
  package var kind: String { incident.type + (incident.mode.map { "/" + $0 } ?? "") }
}

extension ExportedIncident.Telling {
  /// Whether the report tells it as having happened in its own voice, and surely.
  package var isTold: Bool {
    guard happening.certainty == .asserted || happening.certainty == .confirmed else {
      return false
    }
    return happening.statuses.contains { $0.saidBy == nil && $0.status.isReal }
      || happening.events.compactMap { index.events[$0] }.contains {
        $0.saidBy == nil && $0.status.isReal
      }
  }
}

extension EntityKind {
  /// Whether it is a body of people: neither one of them, nor a country, nor everybody.
  var isBody: Bool {
    switch self {
    case .government, .military, .police, .armedGroup, .party, .media, .international, .company:
      true
    default: false
    }
  }
}
