package import HearsayRecords

/// One event as somebody else coded it, with the words of its row.
package struct ForeignRow: Hashable, Sendable {
  /// Whose files are read.
  package enum Maker: String, Hashable, Sendable, CaseIterable {
    case acled, ged, gdelt, polecat, atlos

    /// As it is called.
    package var name: String {
      switch self {
      case .acled: "ACLED"
      case .ged: "UCDP GED"
      case .gdelt: "GDELT"
      case .polecat: "POLECAT"
      case .atlos: "Atlos"
      }
    }
  }

  package var maker: Maker
  package var id: String
  /// The days that it may have been, counted from 1970.
  package var days: ClosedRange<Int>
  package var type: EventType
  package var mode: String?
  package var cameo: String?
  /// The words for its type in the row.
  package var typeWords: String
  package var actors: [String]
  package var recipients: [String]
  /// Who else is named beside either, such as the bodies that they belong to.
  package var actorsBeside: [String] = []
  package var recipientsBeside: [String] = []
  /// The outlets that it was taken from.
  package var outlets: [String] = []
  package var place: String?
  package var admin1: String?
  /// ISO 3166 alpha-3.
  package var country: String?
  package var latitude: Double?
  package var longitude: Double?
  /// How closely the place is known.
  package var precision: PlacePrecision
  package var low: Int?
  package var best: Int?
  package var high: Int?
  /// The words for the number of dead, where they are no cell of their own.
  package var killedWords: String?
  package var notes: String
  /// The line of the file that it stands on.
  package var line: Int
  /// The columns that it was read from, by name, as they stand.
  package var cells: [Column]

  /// A cell with the name of its column.
  package struct Column: Hashable, Sendable {
    package let name: String
    package let words: String
  }

  /// Where it is kept in a ledger.
  package var address: String { "\(maker.rawValue):\(id)" }

  /// Whether a report is such a row rather than news.
  package static func isForeign(address: String) -> Bool {
    Maker.allCases.contains { address.hasPrefix($0.rawValue + ":") }
  }
}

/// What is wrong with a row, and where.
package struct ForeignFlaw: Error, Hashable, Sendable, CustomStringConvertible {
  package let line: Int
  /// Counted from 1; 0 for the whole line.
  package let column: Int
  package let name: String?
  package let words: String

  package var description: String {
    let place = column > 0 ? ", column \(column)" + (name.map { " (\($0))" } ?? "") : ""
    return "line \(line)\(place): \(words)"
  }
}
