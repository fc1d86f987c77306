package import HearsayRecords

/// A question about one happening on which the voices of its report differ, or that only somebody's word answers.
package struct OpenPoint: Hashable, Sendable {
  /// What is asked.
  package enum Question: Hashable, Sendable {
    /// Whether it happened at all.
    case happened
    /// Who did it.
    case who
    /// How many of something; what is counted, in the report's words.
    case howMany(String)
  }

  /// What an answer says.
  package enum Content: Hashable, Sendable {
    /// It stands so.
    case status(EventStatus)
    /// This party did it.
    case party(Slot)
    /// The party that others name says that it did not.
    case denial(String)
    /// Nobody has said that he did.
    case nobody
    /// So many.
    case figure(Figure)
  }

  /// An answer and who gives it.
  package struct Answer: Hashable, Sendable {
    /// What it says.
    package let content: Content
    /// Ids of the claims that give it, one a voice; `nil` stands for the reporter's own.
    package var voices: [String?]
  }

  /// Id of the happening.
  package let happening: String
  /// What is asked.
  package let question: Question
  /// The answers, in the order of the reading.
  package let answers: [Answer]
}

/// Finds what the happenings of one report leave open, from its records alone.
///
/// Nothing is held against each other but what was settled into one happening.
///
/// Pure.
package struct OpenPoints {
  private let reading: Reading
  private let claims: [String: Claim]
  private let events: [String: Event]
  private let figures: [String: Figure]
  private let names: [String: String]
  private let positions: PositionMap

  private init(_ reading: Reading) {
    self.reading = reading
    claims = Dictionary(reading.claims.map { ($0.id, $0) }) { first, _ in first }
    events = Dictionary(reading.events.map { ($0.id, $0) }) { first, _ in first }
    figures = Dictionary(reading.figures.map { ($0.id, $0) }) { first, _ in first }
    names = Dictionary(reading.entities.map { ($0.id, $0.name.lowercased()) }) { first, _ in first }
    positions = PositionMap(reading.report.text)
  }

  /// The open points of a report, in the order of its happenings.
  package static func points(in reading: Reading) -> [OpenPoint] {
    let finder = OpenPoints(reading)
    return reading.happenings.flatMap { happening in
      [finder.happened(happening), finder.who(happening)].compactMap(\.self)
        + finder.howMany(happening)
    }
  }

  /// What tells two voices apart: the name of an entity, or the words for a source; empty for the reporter's own.
  ///
  /// The "Officials" of the headline are the "officials" below it.
  private func voice(_ claim: String?) -> String {
    guard let claim = claim.flatMap({ claims[$0] }) else { return "" }
    return claim.speaker.map { names[$0] ?? $0 } ?? claim.source.map {
      positions.exact($0).lowercased()
    } ?? "?"
  }

  // MARK: Did it happen?

  private func happened(_ happening: Happening) -> OpenPoint? {
    let accused = Set((happening.blamed + happening.actors).compactMap(\.id))
    var told = happening.statuses
    told += happening.events.compactMap { events[$0] }.map {
      ToldStatus(status: $0.status, saidBy: $0.saidBy)
    }
    told += denials(of: happening).map { ToldStatus(status: .denied, saidBy: $0.id) }
    var answers: [OpenPoint.Answer] = []
    var affirming: Set<String> = []
    var denying: Set<String> = []
    for told in told {
      let claim = told.saidBy.flatMap { claims[$0] }
      // "No group has claimed the attack" is nobody's word on whether there was one.
      guard claim?.polarity != .negative else { continue }
      let voice = voice(told.saidBy)
      switch told.status {
      case .happened, .ongoing: affirming.insert(voice)
      // Whoever is accused denies that it was he, which is another question.
      case .denied where claim?.speaker.map(accused.contains) != true,
        .negated where claim?.speaker.map(accused.contains) != true:
        denying.insert(voice)
      default: continue
      }
      add(.status(told.status), by: told.saidBy, to: &answers)
    }
    guard !denying.isEmpty, !affirming.subtracting(denying).isEmpty else { return nil }
    return OpenPoint(happening: happening.id, question: .happened, answers: answers)
  }

  /// The claims that deny a happening or one's part in it.
  private func denials(of happening: Happening) -> [Claim] {
    reading.claims.filter { claim in
      [.deny, .disavow].contains(claim.act) && claim.polarity == .positive
        && (happening.claims.contains(claim.id)
          || !Set(claim.about).isDisjoint(with: happening.events))
    }
  }

  // MARK: Who did it?

  /// What somebody may have to answer for.
  private static let hostile: Set<EventType> = [
    .assault, .coerce, .crime, .threaten, .mobilize, .sanction, .accident, .disaster,
  ]

  private func who(_ happening: Happening) -> OpenPoint? {
    guard Self.hostile.contains(happening.type) else { return nil }
    let named = happening.blamed + happening.actors.filter { $0.saidBy != nil }
    let known = Set(happening.actors.filter { $0.saidBy == nil }.map(party))
    var answers: [OpenPoint.Answer] = []
    for slot in named where !known.contains(party(slot)) {
      add(.party(slot), by: slot.saidBy, to: &answers)
    }
    let accused = Set(named.compactMap(\.id))
    for claim in denials(of: happening) {
      guard let speaker = claim.speaker, accused.contains(speaker) else { continue }
      add(.denial(speaker), by: claim.id, to: &answers)
    }
    if known.isEmpty, answers.isEmpty,
      let claim = happening.claims.compactMap({ claims[$0] }).first(where: {
        $0.act == .claimResponsibility && $0.polarity == .negative
      })
    {
      answers.append(.init(content: .nobody, voices: [claim.id]))
    }
    // A doer whom the one voice names that tells the whole is no more open than the rest of what it tells.
    guard !answers.isEmpty,
      !happening.blamed.isEmpty || answers.count > 1 || known.isEmpty && named.isEmpty
    else { return nil }
    return OpenPoint(happening: happening.id, question: .who, answers: answers)
  }

  private func party(_ slot: Slot) -> String {
    slot.id ?? positions.exact(slot.span).lowercased()
  }

  // MARK: How many?

  private func howMany(_ happening: Happening) -> [OpenPoint] {
    var groups: [(key: String, figures: [Figure])] = []
    for figure in happening.figures.compactMap({ figures[$0] }) {
      guard let counts = figure.counts else { continue }
      let key = CountedThing.words(counts) + " " + (figure.unit ?? "")
      if let index = groups.firstIndex(where: { $0.key == key }) {
        groups[index].figures.append(figure)
      } else {
        groups.append((key, [figure]))
      }
    }
    return groups.compactMap { _, figures in
      guard let first = figures.first, Set(figures.map { voice($0.saidBy) }).count > 1,
        figures.contains(where: { $0.excludes(first) })
      else { return nil }
      return OpenPoint(
        happening: happening.id, question: .howMany(first.counts ?? ""),
        answers: answers(figures))
    }
  }

  /// Each number once, with all who tell it.
  private func answers(_ figures: [Figure]) -> [OpenPoint.Answer] {
    var answers: [OpenPoint.Answer] = []
    for figure in figures { add(.figure(figure), by: figure.saidBy, to: &answers) }
    return answers
  }

  // MARK: Answers

  /// Adds whoever a claim is of to the answer that says the same, once.
  private func add(
    _ content: OpenPoint.Content, by claim: String?, to answers: inout [OpenPoint.Answer]
  ) {
    guard let index = answers.firstIndex(where: { isSame($0.content, content) }) else {
      answers.append(.init(content: content, voices: [claim]))
      return
    }
    let voice = voice(claim)
    if !answers[index].voices.contains(where: { self.voice($0) == voice }) {
      answers[index].voices.append(claim)
    }
  }

  private func isSame(_ one: OpenPoint.Content, _ other: OpenPoint.Content) -> Bool {
    switch (one, other) {
    case (.party(let one), .party(let other)): party(one) == party(other)
    case (.figure(let one), .figure(let other)): one.isAmount(of: other)
    default: one == other
    }
  }
}

extension Figure {
  /// Whether no number can be meant by both.
  fileprivate func excludes(_ other: Figure) -> Bool {
    guard let mine = range, let others = other.range else { return false }
    return !mine.overlaps(others)
  }

  /// Whether both tell the same number, as surely.
  fileprivate func isAmount(of other: Figure) -> Bool {
    (value, low, high, approximate, unit) == (
      other.value, other.low, other.high, other.approximate, other.unit
    )
  }

  private var range: ClosedRange<Double>? {
    let least = low ?? (high == nil ? value : nil) ?? -.infinity
    let most = high ?? (low == nil ? value : nil) ?? .infinity
    return least <= most ? least...most : nil
  }
}
