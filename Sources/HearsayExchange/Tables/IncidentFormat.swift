/// What incidents can be written as.
package enum IncidentFormat: Hashable, Sendable {
  /// A table, or one object a line, by its name.
  case table(String)
  case lines(String)
  case geojson, prov

  /// Every name of the command line, tables first.
  package static let names: [String] =
    TableFormat.all.map(\.name) + LineFormat.all.map(\.name) + ["geojson", "prov"]

  package init?(_ name: String) {
    if TableFormat.all.contains(where: { $0.name == name }) {
      self = .table(name)
    } else if LineFormat.all.contains(where: { $0.name == name }) {
      self = .lines(name)
    } else {
      switch name {
      case "geojson": self = .geojson
      case "prov": self = .prov
      default: return nil
      }
    }
  }

  /// As the command line has it.
  package var name: String {
    switch self {
    case .table(let name), .lines(let name): name
    case .geojson: "geojson"
    case .prov: "prov"
    }
  }

  /// Whether it has a row, a feature or a line for each incident, so that it can have one for each record as well.
  package var hasRowAnIncident: Bool {
    switch self {
    case .table(let name): name != "gdelt-mentions"
    case .lines(let name): name == "plover"
    case .geojson: true
    case .prov: false
    }
  }

  /// The table; `nil` for what is none.
  package var table: TableFormat? {
    guard case .table(let name) = self else { return nil }
    return TableFormat.all.first { $0.name == name }
  }

  /// The format of lines; `nil` for what is none.
  package var lines: LineFormat? {
    guard case .lines(let name) = self else { return nil }
    return LineFormat.all.first { $0.name == name }
  }
}
