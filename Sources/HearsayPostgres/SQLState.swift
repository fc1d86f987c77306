import HearsayDatabase

/// PostgreSQL's five letters and digits of a failure in the words of all databases.
enum SQLState {
  static func code(_ state: String) -> DatabaseError.Code {
    if let known = codes[state] { return known }
    return classes[String(state.prefix(2))] ?? .other
  }

  private static let codes: [String: DatabaseError.Code] = [
    "25006": .readOnly, "42501": .permission, "3D000": .cannotOpen, "40001": .busy, "40P01": .busy,
    "55P03": .busy, "53100": .full, "57014": .interrupted, "57P01": .lost, "57P02": .lost,
    "57P03": .cannotOpen, "P0001": .constraint, "22021": .tooBig, "54000": .tooBig,
  ]

  private static let classes: [String: DatabaseError.Code] = [
    "08": .lost, "23": .constraint, "28": .permission, "58": .inputOutput, "XX": .corrupt,
    "54": .tooBig,
  ]
}
