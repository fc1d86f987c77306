import HearsayRecords

/// Armed groups and bodies that are known by name, with their CAMEO codes.
enum KnownActors {
  /// One of them.
  struct Actor: Sendable {
    let kind: EntityKind
    let code: String
  }

  /// The actor of exactly this name, "the" aside.
  static func actor(_ name: String) -> Actor? {
    var key = name.lowercased().replacing("’", with: "'")
    if key.hasPrefix("the ") { key.removeFirst(4) }
    return byName[key]
  }

  private static let byName: [String: Actor] = {
    var byName: [String: Actor] = [:]
    for line in KnownActorsTable.lines.split(separator: "\n") {
      let fields = line.split(separator: "\t")
      guard fields.count == 3,
        let kind = EntityKind(rawValue: fields[0].trimmingPrefix(while: \.isWhitespace).description)
      else { continue }
      let actor = Actor(kind: kind, code: String(fields[1]))
      for name in fields[2].split(separator: "|") { byName[String(name)] = actor }
    }
    return byName
  }()
}
