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

    init?(_ id: String, in report: Dossier) {
      if let event = report.events[id] {
        self = .event(event)
      } else if let claim = report.claims[id] {
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
  /// The reading of the other report than the one asked about.
  package let other: ReadingIndex
}

/// Finds which denials of a ledger answer what other reports tell.
///
/// Worked out when asked for, from the records as they are: nothing of it is stored, so a better rule tells more of an old ledger too.
package struct Answers {
  private let snapshot: Snapshot
  private let asOf: Moment?
  private let known = OpenDossiers()

  /// Asks a ledger, as it was at a moment where one is given.
  package init(snapshot: Snapshot, asOf: Moment?) {
    self.snapshot = snapshot
    self.asOf = asOf
  }

  /// What the denials of a report deny in others, in the order of the denials, then of the others' distance in time.
  package func given(by line: ReportLine, _ reading: Reading) throws -> [Answer] {
    let denying = Dossier(reading)
    let words = reading.claims.flatMap { Denials.searchWords(for: $0, in: denying) }
    guard !words.isEmpty else { return [] }
    var answers: [Answer] = []
    for other in try snapshot.reports(near: line, .telling, using: words, asOf: asOf) {
      let told = try known.open(other, in: snapshot)
      answers += Self.answers((line, denying), (other, told.dossier), other: told.index)
    }
    let order = Dictionary(
      reading.claims.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    return answers.enumerated().sorted {
      (order[$0.element.denial.id] ?? 0, $0.offset) < (order[$1.element.denial.id] ?? 0, $1.offset)
    }.map(\.element)
  }

  /// The denials of other reports that deny what a report tells.
  package func received(by line: ReportLine, _ reading: Reading) throws -> [Answer] {
    let telling = Dossier(reading)
    let words =
      reading.events.flatMap { Denials.searchWords(for: $0, in: telling) }
      + reading.claims.flatMap { Denials.searchWords(forTold: $0, in: telling) }
    guard !words.isEmpty else { return [] }
    var answers: [Answer] = []
    for other in try snapshot.reports(near: line, .denying, using: words, asOf: asOf) {
      let denied = try known.open(other, in: snapshot)
      answers += Self.answers((other, denied.dossier), (line, telling), other: denied.index)
    }
    return answers
  }

  /// What the denials of one report deny of what another tells; `other` is the reading of the one that was not asked about.
  private static func answers(
    _ denying: (line: ReportLine, dossier: Dossier),
    _ telling: (line: ReportLine, dossier: Dossier),
    other: ReadingIndex
  ) -> [Answer] {
    Denials.links(from: denying.dossier, to: telling.dossier).compactMap { link in
      guard let denial = denying.dossier.claims[link.denial],
        let told = Answer.Told(link.told, in: telling.dossier)
      else { return nil }
      return Answer(
        denial: denial, denying: denying.line, told: told, telling: telling.line,
        reasons: link.reasons, other: other)
    }
  }
}

/// Reports that were looked at lately: those of one time are compared with much the same others.
private final class OpenDossiers {
  struct Open {
    let dossier: Dossier
    let index: ReadingIndex
  }

  /// So many are kept at hand, each some hundred kilobytes.
  private static let most = 600

  private var open: [String: Open] = [:]
  private var order: [String] = []

  func open(_ line: ReportLine, in snapshot: Snapshot) throws -> Open {
    let name = "\(line.id) \(line.reading)"
    if let known = open[name] { return known }
    let reading = try snapshot.reading(of: line)
    let made = Open(dossier: Dossier(reading), index: ReadingIndex(reading))
    open[name] = made
    order.append(name)
    if order.count > Self.most { open[order.removeFirst()] = nil }
    return made
  }
}
