import HearsayLedger
import HearsayRecords
import HearsayStories

/// What one cell holds.
package enum Cell: Hashable, Sendable {
  case text(String)
  case integer(Int)
  case number(Double)
  case absent

  package init(_ text: String?) { self = text.map { .text($0.safeLine) } ?? .absent }
  package init(_ number: Int?) { self = number.map(Cell.integer) ?? .absent }
  package init(_ number: Double?) { self = number.map(Cell.number) ?? .absent }

  /// How it is written, where nothing is not written as a word.
  package var words: String {
    switch self {
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number):
      number == number.rounded() && number.magnitude < 1e15 ? String(Int(number)) : String(number)
    case .absent: ""
    }
  }
}

/// One column of somebody's format: its definition is its documentation, its type in the data package, and its value.
package struct ExportColumn: Sendable {
  /// What its cells hold, in the words of Frictionless Table Schema.
  package enum Kind: String, Sendable {
    case string, integer, number, date, year
    /// Whole numbers from a list.
    case code
  }

  package let name: String
  package let kind: Kind
  /// Which field of the ledger it comes from, for the documentation.
  package let from: String
  /// The tag that aid workers' tools know it by.
  package let tag: String?
  package let value: @Sendable (ExportRow) -> Cell

  package init(
    _ name: String, _ kind: Kind, _ from: String, tag: String? = nil,
    _ value: @escaping @Sendable (ExportRow) -> Cell
  ) {
    self.name = name
    self.kind = kind
    self.from = from
    self.tag = tag
    self.value = value
  }

  /// A column of text.
  package init(
    _ name: String, _ from: String, tag: String? = nil,
    _ value: @escaping @Sendable (ExportRow) -> Cell
  ) {
    self.init(name, .string, from, tag: tag, value)
  }

  /// A column that stays empty, since nothing in the ledger tells it.
  package static func empty(_ name: String, _ why: String) -> Self {
    empty(name, .string, why)
  }

  /// The same of another kind.
  package static func empty(_ name: String, _ kind: Kind, _ why: String) -> Self {
    Self(name, kind, "empty: \(why)", tag: nil) { _ in .absent }
  }
}

/// What a row is made of: what several columns need is worked out once, by the format that has them.
package struct ExportRow: Sendable {
  package let incident: ExportedIncident
  package let context: ExportContext
  package let date: ExportDate
  /// Of formats with a row a record, which of its tellings.
  package var telling = 0
  /// What the incident is to ACLED.
  var acled: ACLEDRow?
  /// Who fights whom, as UCDP sees it.
  var sides: GEDSides?
  /// The codes of both sides' parties, in their order.
  var actorCodes: [ActorCode] = []
  var recipientCodes: [ActorCode] = []

  init(_ incident: ExportedIncident, _ context: ExportContext, telling: Int = 0) {
    self.incident = incident
    self.context = context
    self.telling = telling
    date = ExportDate(incident)
  }

  /// The row with the codes of its parties.
  func coded() -> ExportRow {
    var row = self
    row.actorCodes = incident.actors.map { ActorCode($0, context.tables) }
    row.recipientCodes = incident.recipients.map { ActorCode($0, context.tables) }
    return row
  }

  package var country: ExchangeTables.Country? {
    incident.country.flatMap { context.tables.countries[$0] }
  }
  package var record: ExportedIncident.Telling { incident.tellings[telling] }
}

/// What all rows of a file share.
package struct ExportContext: Sendable {
  package let tables: ExchangeTables
  /// Which of several numbers fills a column that has room for one; the format's own unless somebody chose.
  package var figure: TollOfIncident.Choice?
  /// Whether incidents are written that are only said to have happened.
  package var takesClaimed = false
  /// Whether events without dead are written where a format asks for some.
  package var takesNonLethal = false
  /// Whether ACLED's kinds of actors are numbers.
  package var writesNumbers = false
  /// Whether what only the ledger knows follows after the last column.
  package var hasExtra = false
  /// The desk's address, for links.
  package var desk: String?
  /// Numbers of pairs of adversaries and of their events, where a format has them.
  package var dyads = DyadBook()

  package init(tables: ExchangeTables) { self.tables = tables }

  /// Whether an incident is written that is no row of a file unless it is told, or only said and asked for.
  func takes(_ incident: ExportedIncident) -> Bool {
    incident.isTold || takesClaimed && incident.isClaimed
  }
}

/// A format that is a table.
package struct TableFormat: Sendable {
  /// How cells are put into a line.
  package enum Style: Hashable, Sendable {
    /// RFC 4180.
    case commas
    /// Tabs between cells, which hold neither tabs nor line ends; what is absent is written so.
    case tabs(absent: String)
  }

  /// What the command line calls it.
  package let name: String
  /// What it is, in words.
  package let title: String
  package let style: Style
  package let hasHeader: Bool
  package let columns: [ExportColumn]
  /// What is said of incidents for which it has no row.
  package let leftOut: String
  /// The rows of an incident; none if it has no place in the format.
  package let rows: @Sendable (ExportedIncident, ExportContext) -> [ExportRow]

  /// All that ship.
  package static let all: [TableFormat] = [
    .acled, .ged, .gdeltEvents, .gdeltMentions, .polecat, .hxl,
  ]
}
