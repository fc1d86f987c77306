import HearsayRecords

/// What a record is found by: one row of the full-text table of records.
///
/// Whatever questions choose by stands in it, tags as well as words, so that one look-up answers a question with several conditions
/// in the order of publication. Columns of the record are still compared afterwards: a tag may stand for several values.
struct FoundBy: Hashable, Sendable {
  /// A column of the full-text table.
  enum Column: String, CaseIterable {
    case tags, speaker, blames, content, counts, actor, recipient, place
  }

  /// Words between two who have the same part in a record: more than ``FullTextQuery/nearness``, so that no name is found in
  /// the first of one and the last of another.
  private static let between =
    " " + Array(repeating: filler, count: FullTextQuery.nearness + 1).joined(separator: " ") + " "
  /// A word that nobody uses.
  static let filler = "\u{e000}"

  let kind: AskedKind
  let ordinal: Int
  private(set) var tags: [String] = []
  private var words: [Column: [String]] = [:]

  /// What stands in the columns, in their order, in a ledger that has a number for the outlet.
  func columns(outlet: Int?) -> [String] {
    let tags = self.tags + (outlet.map { [Tag.outlet($0, of: kind)] } ?? [])
    return Column.allCases.map { column in
      column == .tags
        ? tags.joined(separator: " ") : (words[column] ?? []).joined(separator: Self.between)
    }
  }

  private init(_ kind: AskedKind, ordinal: Int) {
    self.kind = kind
    self.ordinal = ordinal
  }

  private mutating func add(_ column: Column, _ found: [String]) {
    words[column, default: []] += found.filter { !$0.isEmpty }
  }
}

extension FoundBy {
  /// Everything that the records of a reading are found by, in the order of their keys.
  static func all(in reading: Reading, _ context: RecordContext) -> [FoundBy] {
    let names = PartyNames(reading)
    let published = reading.report.published.flatMap(Moment.init)?.first
    func exact(_ span: TextSpan) -> String { context.positions.exact(span) }
    func numbered<Kind>(
      _ records: [Kind], _ kind: AskedKind, _ fill: (Kind, inout FoundBy) -> Void
    ) -> [FoundBy] {
      records.enumerated().map { offset, record in
        var found = FoundBy(kind, ordinal: offset + 1)
        fill(record, &found)
        return found
      }
    }
    func when(_ record: any Record, _ found: inout FoundBy) {
      let days = context.days(of: record)
      let earliest = days.compactMap(\.earliest).min()
      let latest = days.compactMap(\.latest).max()
      guard let begin = earliest ?? latest ?? published, let end = latest ?? earliest ?? published
      else { return }
      found.tags += DayBlocks.tags(from: begin, to: end).map { found.kind.letter + $0 }
    }
    let claims = numbered(reading.claims, .claims) { claim, found in
      found.tags = [Tag.value(claim.act.rawValue, "a", of: .claims)]
      found.tags += Tag.certainty(claim.certainty, of: .claims)
      let speaker = (claim.speaker.map(names.of) ?? []) + (claim.source.map { [exact($0)] } ?? [])
      found.add(.speaker, [speaker.joined(separator: " ")])
      found.add(.blames, claim.blames.map(names.words))
      found.add(.content, [claim.content.map(exact).joined(separator: " ")])
    }
    let isSettled = !reading.happenings.isEmpty
    let events = numbered(reading.events, .events) { event, found in
      found.tags = [Tag.kind(event.type, event.status, of: .events)]
      if !isSettled { found.tags.append(Tag.unsettled) }
      found.tags += Tag.certainty(event.certainty, of: .events)
      if let mode = event.mode { found.tags.append(Tag.value(mode, "m", of: .events)) }
      when(event, &found)
      found.add(.actor, event.actors.map { names.words($0, exact) })
      found.add(.recipient, event.recipients.map { names.words($0, exact) })
      found.add(.place, event.place.map { [names.words($0)] } ?? [])
    }
    let happenings = numbered(reading.happenings, .happenings) { happening, found in
      found.tags = [Tag.kind(happening.type, happening.status, of: .happenings)]
      found.tags += Tag.certainty(happening.certainty, of: .happenings)
      if let mode = happening.mode { found.tags.append(Tag.value(mode, "m", of: .happenings)) }
      when(happening, &found)
      func add(_ column: Column, _ slots: [Slot]) {
        found.add(column, slots.map { $0.id.map(names.words) ?? exact($0.span) })
      }
      add(.actor, happening.actors)
      add(.recipient, happening.recipients)
      add(.place, happening.places)
    }
    let figures = numbered(reading.figures, .figures) { figure, found in
      found.tags = Magnitude.tags(
        highest: figure.high ?? figure.value ?? figure.low,
        lowest: figure.low ?? figure.value ?? figure.high)
      if let unit = figure.unit { found.tags.append(Tag.value(unit, "u", of: .figures)) }
      found.add(.counts, [figure.counts ?? ""])
    }
    return claims + events + happenings + figures
  }
}

/// What the entities and places of a reading are called.
private struct PartyNames {
  private var names: [String: [String]] = [:]

  init(_ reading: Reading) {
    for entity in reading.entities { names[entity.id] = [entity.name] + entity.aliases }
    for place in reading.places {
      names[place.id] =
        [place.name] + [place.country, place.admin1, place.within].compactMap { $0 }
    }
  }

  func of(_ id: String) -> [String] { names[id] ?? [] }

  func words(_ id: String) -> String { of(id).joined(separator: " ") }

  func words(_ participant: Participant, _ exact: (TextSpan) -> String) -> String {
    switch participant {
    case .entity(let id): words(id)
    case .mention(let span): exact(span)
    }
  }
}
