import HearsayRecords

/// Somebody as a report calls him, made ready to be compared with what another report calls him.
package struct Party: Hashable, Sendable {
  /// How two parties agree.
  enum Agreement: Int, Comparable {
    /// Nothing in common.
    case none
    /// The same common noun only: "the police", "policemen".
    case kind
    /// The same name, or one side of a state.
    case same

    static func < (left: Agreement, right: Agreement) -> Bool { left.rawValue < right.rawValue }
  }

  /// Each name as stems.
  let names: [Set<String>]
  /// ISO 3166-1 alpha-3.
  let country: String?
  let kind: EntityKind

  /// How this party agrees with another.
  func agreement(with other: Party) -> Agreement {
    var best: Agreement = .none
    for name in names {
      for theirs in other.names {
        best = max(best, Self.compare(name, theirs))
      }
    }
    if best == .none, isCommon, other.isCommon, kind == other.kind, Self.forces.contains(kind) {
      best = .kind
    }
    if best < .same, let country, country == other.country, isOfState, other.isOfState {
      return .same
    }
    return best
  }

  /// Whether it is called by common nouns only.
  var isCommon: Bool { telling.isEmpty }

  private static let forces: Set<EntityKind> = [.military, .police, .armedGroup, .government]

  /// The words of its names that tell it from others.
  var telling: [String] {
    Set(names.joined()).filter { !CommonNouns.actors.contains($0) && $0.count >= 4 }.sorted()
  }

  /// Whether a word of a text is part of a name of this party.
  func isCalled(_ stem: String) -> Bool {
    names.contains { $0.contains { Stems.agree($0, stem) } }
  }

  /// A state speaks and acts through these.
  private var isOfState: Bool { [.country, .government, .military].contains(kind) }

  private static func compare(_ one: Set<String>, _ other: Set<String>) -> Agreement {
    let telling = one.filter { !CommonNouns.actors.contains($0) }
    let theirs = other.filter { !CommonNouns.actors.contains($0) }
    if telling.isEmpty || theirs.isEmpty {
      guard telling.isEmpty, theirs.isEmpty, !one.isEmpty else { return .none }
      return one.contains { mine in other.contains { Stems.agree(mine, $0) } } ? .kind : .none
    }
    let common = telling.filter { mine in theirs.contains { Stems.agree(mine, $0) } }.count
    return common > 0 && 2 * common >= min(telling.count, theirs.count) ? .same : .none
  }
}

/// Nouns that name many actors and so tell none.
enum CommonNouns {
  static let actors: Set<String> = Set(
    """
    army military force troop soldier police policeman officer official government ministry minister president premier \
    spokesman spokeswoman spokesperson authority agent jet gun warplane plane aircraft drone missile rocket fighter gunman rebel \
    militant militia guerrilla insurgent terrorist group party movement front union leader commander general colonel captain \
    governor mayor director guard resident witness protester demonstrator student worker miner man woman people person foreign \
    interior defence defense prime former state security navy artillery unit crew company member side country member chief \
    somebody anyone prison source report
    """.split(separator: " ").map { Stems.stem(String($0)) })
}
