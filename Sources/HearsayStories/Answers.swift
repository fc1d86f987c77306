package import HearsayLedger
package import HearsayRecords

/// A denial and what it denies of what another report tells.
package struct Answer {
  /// The event that is denied, or the claim that no event was read from.
  package enum Told {
    case event(Event)
    case claim(Claim)

    /// The words it is told in.
    package var span: TextSpan? {
      switch self {
      case .event(let event): event.trigger
      case .claim(let claim): claim.content.first
      }
    }

    /// The claim that tells it.
    package var saidBy: String? {
      switch self {
      case .event(let event): event.saidBy
      case .claim(let claim): claim.id
      }
    }

    init?(_ id: String, in reading: Reading) {
      if let event = reading.events.first(where: { $0.id == id }) {
        self = .event(event)
      } else if let claim = reading.claims.first(where: { $0.id == id }) {
        self = .claim(claim)
      } else {
        return nil
      }
    }
  }

  /// The denial.
  package let denial: Claim
  /// The report that it stands in.
  package let denying: ReportLine
  /// What it denies.
  package let told: Told
  /// The report that tells that.
  package let telling: ReportLine
  /// What speaks for the link.
  package let reasons: [DenialLink.Reason]
  /// The reading of the other report than the one asked about, or of what tells it, so far as is needed to show it.
  package let other: ReadingIndex
}

/// Which denials answer what other reports of their story tell.
///
/// Drawn with the stories and kept with them: what a report of another matter tells is denied by nobody here.
package struct Answers {
  private let keeper: StoryKeeper
  private let known = OpenReadings()

  package init(_ keeper: StoryKeeper) { self.keeper = keeper }

  /// What the denials of a report deny in others, in the order of the denials.
  ///
  /// - Throws: ``LedgerError``.
  package func given(by line: ReportLine, _ reading: Reading) throws -> [Answer] {
    let order = Dictionary(
      reading.claims.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    return try keeper.denials(givenBy: line).compactMap { link in
      try answer(link, (line, reading), nil)
    }.enumerated().sorted {
      (order[$0.element.denial.id] ?? 0, $0.offset) < (order[$1.element.denial.id] ?? 0, $1.offset)
    }.map(\.element)
  }

  /// The denials of other reports that deny what a report tells.
  ///
  /// - Throws: ``LedgerError``.
  package func received(by line: ReportLine, _ reading: Reading) throws -> [Answer] {
    try keeper.denials(receivedBy: line).compactMap { link in
      try answer(link, nil, (line, reading))
    }
  }

  /// What the denials of a report deny in others, in the order of the denials, with so much of its reading as they need.
  ///
  /// - Throws: ``LedgerError``.
  package func given(by line: ReportLine) throws -> (answers: [Answer], index: ReadingIndex)? {
    let links = try keeper.denials(givenBy: line)
    guard !links.isEmpty else { return nil }
    let reading = try keeper.snapshot.part(
      of: line, around: Set(links.map(\.denial)), asOf: keeper.asOf)
    let order = Dictionary(
      reading.claims.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let answers = try links.compactMap { try answer($0, (line, reading), nil) }.enumerated()
      .sorted {
        (order[$0.element.denial.id] ?? 0, $0.offset)
          < (order[$1.element.denial.id] ?? 0, $1.offset)
      }.map(\.element)
    return (answers, ReadingIndex(reading))
  }

  /// So many reports that deny something are looked up first; each time after it, four times as many.
  private static let first = 100

  /// Shows the reports that deny something in others, the newest first, until `body` says `false`.
  ///
  /// - Throws: ``LedgerError``; what `body` throws.
  package func forEachDenying(_ body: (ReportLine) throws -> Bool) throws {
    try keeper.catchUp()
    var page = Self.first
    var start = 0
    while true {
      let rows = try keeper.file.denying(from: start, limit: page)
      for row in rows {
        guard try body(try keeper.snapshot.line(ofRow: row)) else { return }
      }
      guard rows.count == page else { return }
      start += page
      page *= 4
    }
  }

  /// A link with its records; the side that was not asked about is opened.
  private func answer(
    _ link: DrawnFile.Denial, _ asked: (ReportLine, Reading)?, _ told: (ReportLine, Reading)?
  ) throws -> Answer? {
    let row = asked == nil ? link.reading : link.telling
    let other = try known.open(
      row, around: asked == nil ? link.denial : link.told, in: keeper.snapshot, asOf: keeper.asOf)
    let (denying, denyingReading) = asked ?? (other.line, other.index.reading)
    let (telling, tellingReading) = told ?? (other.line, other.index.reading)
    guard let denial = denyingReading.claims.first(where: { $0.id == link.denial }),
      let told = Answer.Told(link.told, in: tellingReading)
    else { return nil }
    return Answer(
      denial: denial, denying: denying, told: told, telling: telling,
      reasons: link.reasons.compactMap(DenialLink.Reason.init), other: other.index)
  }
}

/// Readings that were looked at lately: reports of one story are denied in much the same others.
private final class OpenReadings {
  struct Open {
    let line: ReportLine
    let index: ReadingIndex
  }

  /// So many are kept at hand, each some kilobytes.
  private static let most = 100

  private struct Key: Hashable {
    let row: Int
    let record: String
  }

  private var open: [Key: Open] = [:]
  private var order: [Key] = []

  /// What tells of a record in a reading.
  func open(
    _ row: Int, around record: String, in snapshot: Snapshot, asOf: Moment?
  ) throws -> Open {
    let key = Key(row: row, record: record)
    if let known = open[key] { return known }
    let line = try snapshot.line(ofRow: row)
    let part = try snapshot.part(of: line, around: [record], asOf: asOf)
    let made = Open(line: line, index: ReadingIndex(part))
    open[key] = made
    order.append(key)
    if order.count > Self.most { open[order.removeFirst()] = nil }
    return made
  }
}
