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

/// Which events or happenings are wanted; what is left out is not asked for.
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
  /// Words of what is counted.
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
  /// A name or words without a letter or digit match nothing.
  ///
  /// - Throws: ``LedgerError``.
  package func claims(_ question: ClaimQuestion) throws(LedgerError) -> [Found<Claim>] {
    var conditions = Conditions()
    if let speaker = question.speaker {
      guard let match = Match(speaker) else { return [] }
      conditions.add(
        "(\(match.isName(of: "x.speaker")) OR \(match.isIn("source")))", match.value, match.value)
    }
    if let blames = question.blames {
      guard let match = Match(blames) else { return [] }
      conditions.add(match.isParty("blamed"), match.value)
    }
    if let words = question.words {
      guard let match = Match(words) else { return [] }
      conditions.add(match.isIn("content"), match.value)
    }
    conditions.add("x.act", isOneOf: question.acts.map(\.rawValue))
    conditions.add("x.certainty", isOneOf: question.certainties.map(\.rawValue))
    conditions.add(question.scope)
    return try find(Claim.self, conditions, limit: question.scope.limit)
  }

  /// The events asked for, in the order of publication.
  ///
  /// - Parameters:
  ///   - question: Which are wanted.
  ///   - ofUnsettled: Whether only those of readings count that were not settled into happenings, as of older versions.
  /// - Returns: Those found, each with its report.
  /// - Throws: ``LedgerError``.
  package func events(
    _ question: EventQuestion, ofUnsettled: Bool = false
  ) throws(LedgerError) -> [Found<Event>] {
    guard var conditions = conditions(question, place: { $0.isName(of: "x.place") }) else {
      return []
    }
    if ofUnsettled {
      conditions.add("NOT EXISTS (SELECT 1 FROM happenings h WHERE h.reading = x.reading)")
    }
    return try find(Event.self, conditions, limit: question.scope.limit)
  }

  /// The happenings asked for, in the order of publication; one that is told for several times or places counts for each.
  ///
  /// - Throws: ``LedgerError``.
  package func happenings(_ question: EventQuestion) throws(LedgerError) -> [Found<Happening>] {
    guard let conditions = conditions(question, place: { $0.isParty("place") }) else { return [] }
    return try find(Happening.self, conditions, limit: question.scope.limit)
  }

  /// The conditions on events or happenings; `nil` if a name holds no letter or digit, which matches nothing.
  private func conditions(_ question: EventQuestion, place: (Match) -> String) -> Conditions? {
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
    if let name = question.place {
      guard let match = Match(name) else { return nil }
      conditions.add(place(match), match.value)
    }
    for (role, words) in [("actor", question.actor), ("recipient", question.recipient)] {
      guard let words else { continue }
      guard let match = Match(words) else { return nil }
      conditions.add("(\(match.isParty(role)) OR \(match.isIn(role)))", match.value, match.value)
    }
    conditions.add(question.scope)
    return conditions
  }

  /// The figures asked for, in the order of publication.
  ///
  /// - Throws: ``LedgerError``.
  package func figures(_ question: FigureQuestion) throws(LedgerError) -> [Found<Figure>] {
    var conditions = Conditions()
    if let counts = question.counts {
      guard let match = Match(counts) else { return [] }
      conditions.add(match.isIn("counts"), match.value)
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
}

/// Words looked for among those a record may be asked for by; each clause takes the value once.
///
/// The subqueries do not depend on the row, so SQLite answers each of them once.
private struct Match {
  let value: Value

  init?(_ typed: String) {
    guard let query = FullTextQuery(typed) else { return nil }
    value = .text(query.expression)
  }

  /// The record itself has such words in the role.
  func isIn(_ role: String) -> String { "(x.reading, x.id) IN (\(found(role)))" }

  /// The entity or place in `column` has such a name.
  func isName(of column: String) -> String { "(x.reading, \(column)) IN (\(found("name")))" }

  /// An entity or place in the role has such a name.
  func isParty(_ role: String) -> String {
    """
    (x.reading, x.id) IN (SELECT p.reading, p.record FROM parts p
      WHERE p.role = '\(role)' AND (p.reading, p.party) IN (\(found("name"))))
    """
  }

  private func found(_ role: String) -> String {
    """
    SELECT w.reading, w.record FROM words_index JOIN words w ON w.number = words_index.rowid
      WHERE words_index MATCH ? AND w.role = '\(role)'
    """
  }
}
