import HearsayDatabase
package import HearsayRecords

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
  /// Shows the claims asked for, in the order of publication, until `body` says `false`.
  ///
  /// A name or words without a letter or digit match nothing.
  ///
  /// - Throws: ``LedgerError``; what `body` throws.
  package func forEachClaim(
    _ question: ClaimQuestion, _ body: (Found<Claim>) throws -> Bool
  ) throws {
    var wanted = Wanted(.claims, question.scope)
    for (column, typed) in [
      (FoundBy.Column.speaker, question.speaker), (.blames, question.blames),
      (.content, question.words),
    ] {
      guard let typed else { continue }
      guard let words = FullTextQuery(typed) else { return }
      if column == .blames { wanted.add(column, name: words) } else { wanted.add(column, words) }
    }
    wanted.add(anyOf: question.acts.map { Tag.value($0.rawValue, "a", of: .claims) })
    wanted.add(anyOf: Tag.certainties(question.certainties, of: .claims))
    let comparison = Comparison(columns: ["certainty"]) { row in
      question.certainties.isEmpty
        || question.certainties.contains { $0.rawValue == row.string(0) }
    }
    try find(Claim.self, wanted, comparison, body)
  }

  /// Shows the events asked for, in the order of publication, until `body` says `false`.
  ///
  /// - Parameters:
  ///   - question: Which are wanted.
  ///   - ofUnsettled: Whether only those of readings count that were not settled into happenings, as of older versions.
  ///   - body: Takes them.
  /// - Throws: ``LedgerError``; what `body` throws.
  package func forEachEvent(
    _ question: EventQuestion, ofUnsettled: Bool = false, _ body: (Found<Event>) throws -> Bool
  ) throws {
    guard var wanted = wanted(.events, question) else { return }
    if ofUnsettled { wanted.add(anyOf: [Tag.unsettled]) }
    try find(Event.self, wanted, comparison(question), body)
  }

  /// Shows the happenings asked for, in the order of publication, until `body` says `false`; one that is told for several times or
  /// places counts for each.
  ///
  /// - Throws: ``LedgerError``; what `body` throws.
  package func forEachHappening(
    _ question: EventQuestion, _ body: (Found<Happening>) throws -> Bool
  ) throws {
    guard let wanted = wanted(.happenings, question) else { return }
    try find(Happening.self, wanted, comparison(question), body)
  }

  /// What is wanted of events or happenings; `nil` if a name holds no letter or digit, which matches nothing.
  private func wanted(_ kind: AskedKind, _ question: EventQuestion) -> Wanted? {
    var wanted = Wanted(kind, question.scope)
    wanted.add(anyOf: Tag.kinds(question.types, question.statuses, of: kind))
    wanted.add(anyOf: question.modes.map { Tag.value($0, "m", of: kind) })
    wanted.add(anyOf: Tag.certainties(question.certainties, of: kind))
    if let since = question.since {
      wanted.add(anyOf: DayBlocks.ending(from: since.first).map { kind.letter + $0 })
    }
    if let until = question.until {
      wanted.add(anyOf: DayBlocks.beginning(until: until.last).map { kind.letter + $0 })
    }
    for (column, typed) in [
      (FoundBy.Column.place, question.place), (.actor, question.actor),
      (.recipient, question.recipient),
    ] {
      guard let typed else { continue }
      guard let words = FullTextQuery(typed) else { return nil }
      wanted.add(column, name: words)
    }
    return wanted
  }

  private func comparison(_ question: EventQuestion) -> Comparison {
    Comparison(columns: ["certainty", "mode", "earliest", "latest", "reading"]) { row in
      guard
        question.certainties.isEmpty
          || question.certainties.contains(where: { $0.rawValue == row.string(0) }),
        question.modes.isEmpty || row.text(1).map(question.modes.contains) == true
      else { return false }
      guard question.since != nil || question.until != nil else { return true }
      let published = self.published(ofReading: row.int(4))
      if let since = question.since {
        guard let end = row.double(3) ?? row.double(2) ?? published, end >= since.first else {
          return false
        }
      }
      if let until = question.until {
        guard let begin = row.double(2) ?? row.double(3) ?? published, begin <= until.last else {
          return false
        }
      }
      return true
    }
  }

  /// When a reading was published, in seconds since 1970.
  private func published(ofReading reading: Int) -> Double? {
    // What cannot be read here fails where the record itself is read.
    try? connection.first(
      "SELECT at FROM shelf WHERE reading = ? AND dated = 1", [Value(reading)]
    ) { $0.double(0) } ?? nil
  }

  /// Shows the figures asked for, in the order of publication, until `body` says `false`.
  ///
  /// - Throws: ``LedgerError``; what `body` throws.
  package func forEachFigure(
    _ question: FigureQuestion, _ body: (Found<Figure>) throws -> Bool
  ) throws {
    var wanted = Wanted(.figures, question.scope)
    if let counts = question.counts {
      guard let words = FullTextQuery(counts) else { return }
      wanted.add(.counts, words)
    }
    if let unit = question.unit { wanted.add(anyOf: [Tag.value(unit, "u", of: .figures)]) }
    if let least = question.atLeast { wanted.add(anyOf: Magnitude.atLeast(least)) }
    if let most = question.atMost { wanted.add(anyOf: Magnitude.atMost(most)) }
    let comparison = Comparison(columns: ["unit", "low", "value", "high"]) { row in
      let (low, value, high) = (row.double(1), row.double(2), row.double(3))
      if let unit = question.unit, row.text(0) != unit { return false }
      if let least = question.atLeast {
        guard let highest = high ?? value ?? low, highest >= least else { return false }
      }
      if let most = question.atMost {
        guard let lowest = low ?? value ?? high, lowest <= most else { return false }
      }
      return true
    }
    try find(Figure.self, wanted, comparison, body)
  }
}

// The same, all at once.
extension Snapshot {
  /// The claims asked for, in the order of publication.
  ///
  /// - Throws: ``LedgerError``.
  package func claims(_ question: ClaimQuestion) throws(LedgerError) -> [Found<Claim>] {
    try gathered { try forEachClaim(question, $0) }
  }

  /// The events asked for, in the order of publication.
  ///
  /// - Throws: ``LedgerError``.
  package func events(
    _ question: EventQuestion, ofUnsettled: Bool = false
  ) throws(LedgerError) -> [Found<Event>] {
    try gathered { try forEachEvent(question, ofUnsettled: ofUnsettled, $0) }
  }

  /// The happenings asked for, in the order of publication.
  ///
  /// - Throws: ``LedgerError``.
  package func happenings(_ question: EventQuestion) throws(LedgerError) -> [Found<Happening>] {
    try gathered { try forEachHappening(question, $0) }
  }

  /// The figures asked for, in the order of publication.
  ///
  /// - Throws: ``LedgerError``.
  package func figures(_ question: FigureQuestion) throws(LedgerError) -> [Found<Figure>] {
    try gathered { try forEachFigure(question, $0) }
  }

  private func gathered<Kind>(
    _ ask: ((Found<Kind>) throws -> Bool) throws -> Void
  ) throws(LedgerError) -> [Found<Kind>] {
    try answering {
      var found: [Found<Kind>] = []
      try ask {
        found.append($0)
        return true
      }
      return found
    }
  }
}
