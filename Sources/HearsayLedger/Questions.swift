package import HearsayRecords
import HearsaySQLite

/// Which claims are wanted; what is left out is not asked for.
package struct ClaimQuestion: Hashable, Sendable {
  /// Words of a name of the speaker, or of the words naming the source.
  package var speaker: String?
  /// Words of a name of whom the claim blames.
  package var blames: String?
  /// Words of the content.
  package var words: String?
  /// Any of these acts.
  package var acts: [ClaimAct] = []
  /// Any of these degrees.
  package var certainties: [Certainty] = []
  /// Which reports count.
  package var scope = Scope()

  /// Asks for every claim.
  package init() {}
}

/// Which events are wanted; what is left out is not asked for.
package struct EventQuestion: Hashable, Sendable {
  /// Any of these types.
  package var types: [EventType] = []
  /// Any of these modes.
  package var modes: [String] = []
  /// Any of these.
  package var statuses: [EventStatus] = []
  /// Any of these degrees.
  package var certainties: [Certainty] = []
  /// May have been going on at this moment or later.
  ///
  /// An event without a time of its own is judged by its report's publication.
  package var since: Moment?
  /// May have been going on at this moment or earlier.
  package var until: Moment?
  /// Words of a name of the place, or of the country or division it is in.
  package var place: String?
  /// Words of a name of one who does it.
  package var actor: String?
  /// Words of a name of one whom it is done to.
  package var recipient: String?
  /// Which reports count.
  package var scope = Scope()

  /// Asks for every event.
  package init() {}
}

/// Which figures are wanted; what is left out is not asked for.
package struct FigureQuestion: Hashable, Sendable {
  /// Words of what is counted, in any inflection.
  package var counts: String?
  /// The unit, exactly.
  package var unit: String?
  /// At least so many, by the highest reading of the figure.
  package var atLeast: Double?
  /// At most so many, by the lowest reading of the figure.
  package var atMost: Double?
  /// Which reports count.
  package var scope = Scope()

  /// Asks for every figure.
  package init() {}
}

extension Snapshot {
  /// The claims asked for, in the order of publication.
  ///
  /// A name or words without a letter match nothing.
  ///
  /// - Throws: ``LedgerError``.
  package func claims(_ question: ClaimQuestion) throws(LedgerError) -> [Found<Claim>] {
    var conditions = Conditions()
    if let speaker = question.speaker {
      guard let name = FullTextQuery(speaker), let source = FullTextQuery(speaker, column: "source")
      else { return [] }
      conditions.add(
        """
        (\(Self.named("x.speaker")) OR x.number IN
          (SELECT rowid FROM claims_words WHERE claims_words MATCH ?))
        """, .text(name.expression), .text(source.expression))
    }
    if let blames = question.blames {
      guard let name = FullTextQuery(blames) else { return [] }
      conditions.add(Self.hasPart("blamed"), .text(name.expression), .text(name.expression))
    }
    if let words = question.words {
      guard let content = FullTextQuery(words, column: "content") else { return [] }
      conditions.add(
        "x.number IN (SELECT rowid FROM claims_words WHERE claims_words MATCH ?)",
        .text(content.expression))
    }
    conditions.add("x.act", isOneOf: question.acts.map(\.rawValue))
    conditions.add("x.certainty", isOneOf: question.certainties.map(\.rawValue))
    conditions.add(question.scope)
    return try find(Claim.self, conditions, limit: question.scope.limit)
  }

  /// The events asked for, in the order of publication.
  ///
  /// - Throws: ``LedgerError``.
  package func events(_ question: EventQuestion) throws(LedgerError) -> [Found<Event>] {
    var conditions = Conditions()
    conditions.add("x.type", isOneOf: question.types.map(\.rawValue))
    conditions.add("x.mode", isOneOf: question.modes)
    conditions.add("x.status", isOneOf: question.statuses.map(\.rawValue))
    conditions.add("x.certainty", isOneOf: question.certainties.map(\.rawValue))
    if let since = question.since {
      conditions.add("coalesce(x.latest, x.earliest, g.published_at) >= ?", .real(since.first))
    }
    if let until = question.until {
      conditions.add("coalesce(x.earliest, x.latest, g.published_at) <= ?", .real(until.last))
    }
    if let place = question.place {
      guard let name = FullTextQuery(place) else { return [] }
      conditions.add(Self.named("x.place"), .text(name.expression))
    }
    for (role, words) in [("actor", question.actor), ("recipient", question.recipient)] {
      guard let words else { continue }
      guard let name = FullTextQuery(words) else { return [] }
      conditions.add(Self.hasPart(role), .text(name.expression), .text(name.expression))
    }
    conditions.add(question.scope)
    return try find(Event.self, conditions, limit: question.scope.limit)
  }

  /// The figures asked for, in the order of publication.
  ///
  /// - Throws: ``LedgerError``.
  package func figures(_ question: FigureQuestion) throws(LedgerError) -> [Found<Figure>] {
    var conditions = Conditions()
    if let counts = question.counts {
      guard let words = FullTextQuery(counts) else { return [] }
      conditions.add(
        "x.number IN (SELECT rowid FROM figures_words WHERE figures_words MATCH ?)",
        .text(words.expression))
    }
    if let unit = question.unit { conditions.add("x.unit = ?", .text(unit)) }
    if let least = question.atLeast {
      conditions.add("coalesce(x.high, x.value, x.low) >= ?", .real(least))
    }
    if let most = question.atMost {
      conditions.add("coalesce(x.low, x.value, x.high) <= ?", .real(most))
    }
    conditions.add(question.scope)
    return try find(Figure.self, conditions, limit: question.scope.limit)
  }

  /// The party in `column` of this reading has a name that matches.
  private static func named(_ column: String) -> String {
    """
    EXISTS (SELECT 1 FROM names n WHERE n.reading = x.reading AND n.record = \(column)
      AND n.number IN (SELECT rowid FROM names_words WHERE names_words MATCH ?))
    """
  }

  /// Somebody in the role has a name that matches, or is told in words that match.
  private static func hasPart(_ role: String) -> String {
    """
    EXISTS (SELECT 1 FROM parts p
      WHERE p.reading = x.reading AND p.record = x.id AND p.role = '\(role)' AND (
        p.number IN (SELECT rowid FROM parts_words WHERE parts_words MATCH ?)
        OR EXISTS (SELECT 1 FROM names n WHERE n.reading = p.reading AND n.record = p.party
          AND n.number IN (SELECT rowid FROM names_words WHERE names_words MATCH ?))))
    """
  }
}
