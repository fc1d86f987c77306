import HearsayLedger
import HearsayRecords
import HearsayStories

/// A CAMEO code cut in threes: the country, then the roles.
struct ActorCode: Hashable, Sendable {
  /// ISO 3166 alpha-3, or CAMEO's own for the few that differ.
  let country: String?
  let roles: [String]

  init(_ side: ExportedIncident.Side?, _ tables: ExchangeTables) {
    var parts: [String] = []
    var rest = (side?.code ?? "")[...]
    while rest.count >= 3 {
      parts.append(String(rest.prefix(3)))
      rest = rest.dropFirst(3)
    }
    if let first = parts.first, tables.countries[first] != nil || first == "KSV" {
      country = first
      roles = Array(parts.dropFirst())
    } else {
      country = side?.country
      roles = parts
    }
  }

  /// PLOVER's sector of somebody: the first role of the code, else what kind of body it is.
  func sector(_ kind: EntityKind?) -> String? {
    if let role = roles.first { return role }
    return switch kind {
    case .government, .country: "GOV"
    case .military: "MIL"
    case .police: "COP"
    case .armedGroup: "REB"
    case .party: "PTY"
    case .media: "JRN"
    case .international: "IGO"
    case .company: "BUS"
    case .civil: "CVL"
    default: nil
    }
  }
}
