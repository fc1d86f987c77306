import HearsayRecords

/// Everything a reading says of who is responsible for violence, in the terms of MUC.
struct Responsibility {
  struct Record {
    /// What the one responsible is called, as lists of words.
    let names: [[String]]
    let confidence: MUCDocument.Confidence
    /// The words of the sentence and what stands around it.
    let passage: [String]
  }

  private(set) var records: [Record] = []
  /// What only the happenings say, settled from all their mentions: asked where nothing else names somebody.
  private(set) var settled: [Record] = []

  private let reading: Reading
  private let text: [UInt8]
  private let claims: [String: Claim]
  private let entities: [String: Entity]

  /// So many bytes on either side of a record tell which incident it is of.
  private static let reach = 250

  init(_ reading: Reading) {
    self.reading = reading
    text = Array(reading.report.text.utf8)
    claims = Dictionary(reading.claims.map { ($0.id, $0) }) { first, _ in first }
    entities = Dictionary(reading.entities.map { ($0.id, $0) }) { first, _ in first }
    for event in reading.events where Self.violent.contains(event.type) {
      for actor in event.actors {
        add(names(actor), confidence(of: event, by: actor), event.trigger)
      }
    }
    for claim in reading.claims { add(claim) }
    let told = records
    records = []
    for happening in reading.happenings where Self.violent.contains(happening.type) {
      add(happening)
    }
    (settled, records) = (records, told)
  }

  private static let violent: Set<EventType> = [.assault, .coerce, .crime]

  /// Of several records of one organisation the one that says most of how it is held responsible.
  static func weighed(_ records: [Record]) -> MUCDocument.Confidence? {
    let order: [MUCDocument.Confidence] = [
      .claimed, .accusedByAuthorities, .accused, .fact, .possible, .acquitted,
    ]
    return order.first { confidence in records.contains { $0.confidence == confidence } }
  }

  // MARK: - Events

  private func confidence(of event: Event, by actor: Participant) -> MUCDocument.Confidence {
    switch event.status {
    case .happened, .ongoing, .attempted: break
    default: return .possible
    }
    let claim = event.saidBy.flatMap { claims[$0] }
    if let claim {
      if claim.act == .claimResponsibility && claim.polarity == .positive { return .claimed }
      if let speaker = claim.speaker, actor.entityID == speaker { return .claimed }
    }
    switch event.certainty {
    case .possible, .hinted, .speculated: return .possible
    case .alleged, .suspected: return accused(by: claim)
    case .asserted, .reported, .confirmed:
      return claim?.act == .accuse || claim?.act == .condemn ? accused(by: claim) : .fact
    }
  }

  private func accused(by claim: Claim?) -> MUCDocument.Confidence {
    var current = claim
    var steps = 0
    while let here = current, steps < 8 {
      if here.speakers.contains(where: isAuthority) { return .accusedByAuthorities }
      current = here.parent.flatMap { claims[$0] }
      steps += 1
    }
    return .accused
  }

  private func isAuthority(_ id: String) -> Bool {
    guard let entity = entities[id] else { return false }
    if [.government, .military, .police].contains(entity.kind) { return true }
    return ["GOV", "MIL", "COP"].contains { entity.code?.hasSuffix($0) ?? false }
  }

  // MARK: - Happenings

  /// What is settled of a happening: who is blamed for it, and who does it by the mention nearest to his name.
  private mutating func add(_ happening: Happening) {
    func participant(_ slot: Slot) -> Participant {
      slot.id.map(Participant.entity) ?? .mention(slot.span)
    }
    for slot in happening.blamed {
      let claim = slot.saidBy.flatMap { claims[$0] }
      let isOwn = claim?.act == .claimResponsibility && claim?.polarity == .positive
      let isReal = [.happened, .ongoing, .attempted].contains(happening.status)
      add(
        names(participant(slot)), isOwn ? .claimed : isReal ? accused(by: claim) : .possible,
        slot.span)
    }
    let events = reading.events.filter { happening.events.contains($0.id) }
    for slot in happening.actors {
      let near = events.min {
        abs($0.trigger.start - slot.span.start) < abs($1.trigger.start - slot.span.start)
      }
      guard let near else { continue }
      let who = participant(slot)
      add(names(who), confidence(of: near, by: who), near.trigger)
    }
  }

  // MARK: - Claims

  private mutating func add(_ claim: Claim) {
    let place = claim.cue ?? claim.content.first ?? claim.source
    guard let place else { return }
    for blamed in claim.blames {
      add(
        names(.entity(blamed)),
        claim.polarity == .negative || claim.act == .deny ? .possible : accused(by: claim), place)
    }
    for speaker in claim.speakers {
      switch claim.act {
      case .claimResponsibility:
        add(names(.entity(speaker)), claim.polarity == .positive ? .claimed : .possible, place)
      case .disavow: add(names(.entity(speaker)), .possible, place)
      default: break
      }
    }
  }

  // MARK: - Names and places

  private mutating func add(
    _ names: [[String]], _ confidence: MUCDocument.Confidence, _ place: TextSpan
  ) {
    let low = max(0, place.start - Self.reach)
    let high = min(text.count, place.end + Self.reach)
    let passage = String(decoding: text[low..<high], as: UTF8.self)
    records.append(
      Record(names: names, confidence: confidence, passage: MUCDocument.words(passage)))
  }

  private func names(_ participant: Participant) -> [[String]] {
    switch participant {
    case .mention(let span): return [MUCDocument.words(exact(span))]
    case .entity(let id):
      guard let entity = entities[id] else {
        return reading.places.first { $0.id == id }.map { [MUCDocument.words($0.name)] } ?? []
      }
      let told = [entity.name] + entity.aliases + entity.mentions.map(exact)
      return told.map { MUCDocument.words($0) }.filter { !$0.isEmpty }
    }
  }

  private func exact(_ span: TextSpan) -> String {
    String(decoding: text[span.start..<span.end], as: UTF8.self)
  }
}
