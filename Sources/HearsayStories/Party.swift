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
  func agreement(with other: Party) -> Agreement { Ready(self).agreement(with: Ready(other)) }

  /// A party whose names are taken apart, which takes longer than comparing them.
  struct Ready {
    /// The words of each name, and those that tell it from others.
    private let names: [(all: [String], telling: [String])]
    private let party: Party
    private let isCommon: Bool

    init(_ party: Party) {
      names = party.names.map { name in
        (Array(name), name.filter { !CommonNouns.actors.contains($0) })
      }
      self.party = party
      isCommon = party.isCommon
    }

    func agreement(with other: Ready) -> Agreement {
      var best: Agreement = .none
      for name in names {
        for theirs in other.names where best < .same {
          best = max(best, Self.compare(name, theirs))
        }
      }
      let (mine, theirs) = (party, other.party)
      if best == .none, isCommon, other.isCommon, mine.kind == theirs.kind,
        Party.forces.contains(mine.kind)
      {
        best = .kind
      }
      if best < .same, let country = mine.country, country == theirs.country, mine.isOfState,
        theirs.isOfState
      {
        return .same
      }
      return best
    }

    private static func compare(
      _ one: (all: [String], telling: [String]), _ other: (all: [String], telling: [String])
    ) -> Agreement {
      let (telling, theirs) = (one.telling, other.telling)
      if telling.isEmpty || theirs.isEmpty {
        guard telling.isEmpty, theirs.isEmpty, !one.all.isEmpty else { return .none }
        return one.all.contains { mine in other.all.contains { Stems.agree(mine, $0) } }
          ? .kind : .none
      }
      let common = telling.filter { mine in theirs.contains { Stems.agree(mine, $0) } }.count
      return common > 0 && 2 * common >= min(telling.count, theirs.count) ? .same : .none
    }
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
}

/// Nouns that name many actors and so tell none.
enum CommonNouns {
  /// Their stems.
  static let actors = Set(ComparedWords.shipped.all(.actor).map(Stems.stem))
}
