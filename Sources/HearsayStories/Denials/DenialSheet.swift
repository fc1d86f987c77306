import HearsayRecords

/// What of a reading denials are compared by: what its claims deny, and what it tells that others may deny.
///
/// A function of the reading alone, so it is made once and kept beside its sketch.
package struct DenialSheet: Hashable, Sendable {
  let denied: [Denied]
  let events: [ToldEvent]
  let claims: [ToldClaim]
  /// The sentences that its events are told in.
  let sentences: [ToldSentence]

  /// Whether anything is denied.
  package var denies: Bool { !denied.isEmpty }
  /// Whether there is nothing to compare.
  package var isEmpty: Bool { denied.isEmpty && events.isEmpty && claims.isEmpty }

  init(
    denied: [Denied], events: [ToldEvent], claims: [ToldClaim], sentences: [ToldSentence]
  ) {
    self.denied = denied
    self.events = events
    self.claims = claims
    self.sentences = sentences
  }

  package init(_ report: Dossier) {
    let reading = report.reading
    denied = reading.claims.compactMap { claim in
      Denials.isDenial(claim, in: report) ? Denied(claim, report) : nil
    }
    // What points back to an event tells of it too.
    var echoes: [String: [String]] = [:]
    for event in reading.events {
      if let told = report.antecedent(of: event) { echoes[told.id, default: []].append(event.id) }
    }
    var parties: [String: Party?] = [:]
    func party(_ participant: Participant) -> Party? {
      guard case .entity(let id) = participant else { return report.party(participant) }
      if let known = parties[id] { return known }
      let made = report.party(id)
      parties[id] = .some(made)
      return made
    }
    func party(_ id: String) -> Party? { party(.entity(id)) }
    var sentences: [ToldSentence] = []
    var numbers: [TextSpan: Int] = [:]
    func sentence(around span: TextSpan) -> Int {
      let sentence = report.sentence(around: span)
      if let known = numbers[sentence] { return known }
      numbers[sentence] = sentences.count
      sentences.append(ToldSentence(report.words(sentence)))
      return sentences.count - 1
    }
    events = reading.events.compactMap { event in
      guard Denials.isTold(event, in: report) else { return nil }
      let told = Set([event.id] + (echoes[event.id] ?? []))
      let blamed = reading.claims.filter {
        $0.polarity == .positive && !told.isDisjoint(with: $0.about)
      }.flatMap(\.blames)
      let teller = event.saidBy.flatMap { report.claims[$0] }
      return ToldEvent(
        id: event.id, type: event.type, mode: event.mode,
        trigger: Set(Stems.words(report.exact(event.trigger)).map(\.stem)),
        doers: event.actors.compactMap(party) + blamed.compactMap(party),
        recipients: event.recipients.compactMap(party),
        tellers: (teller?.speakers ?? []).compactMap(party),
        isClaimed: teller?.act == .claimResponsibility,
        sentence: sentence(around: event.trigger), days: report.days(of: event),
        published: report.published)
    }
    claims = reading.claims.compactMap { claim in
      guard [.state, .accuse, .confirm].contains(claim.act), claim.polarity == .positive,
        !Denials.isDenial(claim, in: report), !claim.content.isEmpty,
        !claim.about.contains(where: { id in
          report.events[id].map { Denied.kinds.contains($0.type) } ?? false
        })
      else { return nil }
      return ToldClaim(
        id: claim.id, speakers: claim.speakers.compactMap(party),
        accused: claim.blames.compactMap(party),
        content: Words([("", false)] + claim.content.flatMap(report.words), without: []),
        published: report.published)
    }
    self.sentences = sentences
  }
}

/// An event that is told as something that may be denied.
struct ToldEvent: Hashable, Sendable {
  let id: String
  let type: EventType
  let mode: String?
  /// Stems of the words that tell it.
  let trigger: Set<String>
  /// Who does it, or is blamed for it.
  let doers: [Party]
  let recipients: [Party]
  /// In whose mouth it stands.
  let tellers: [Party]
  /// Whether they claim it as their own.
  let isClaimed: Bool
  /// The place of its sentence among ``DenialSheet/sentences``.
  let sentence: Int
  let days: ClosedRange<Int>?
  let published: Int?
  let keys: StemKeys

  init(
    id: String, type: EventType, mode: String?, trigger: Set<String>, doers: [Party],
    recipients: [Party], tellers: [Party], isClaimed: Bool, sentence: Int,
    days: ClosedRange<Int>?, published: Int?
  ) {
    self.id = id
    self.type = type
    self.mode = mode
    self.trigger = trigger
    self.doers = doers
    self.recipients = recipients
    self.tellers = tellers
    self.isClaimed = isClaimed
    self.sentence = sentence
    self.days = days
    self.published = published
    keys = StemKeys(trigger)
  }
}

/// A claim that no event was read from.
struct ToldClaim: Hashable, Sendable {
  let id: String
  let speakers: [Party]
  let accused: [Party]
  let content: Words
  let published: Int?
  let keys: StemKeys

  init(id: String, speakers: [Party], accused: [Party], content: Words, published: Int?) {
    self.id = id
    self.speakers = speakers
    self.accused = accused
    self.content = content
    self.published = published
    keys = StemKeys(content.all)
  }
}

/// The words of a sentence that may tell something.
struct ToldSentence: Hashable, Sendable {
  let stems: [String]
  /// Which of them are written with a capital.
  let capitals: [Bool]
  let keys: StemKeys

  var words: [(stem: String, isCapital: Bool)] {
    zip(stems, capitals).map { (stem: $0, isCapital: $1) }
  }

  init(stems: [String], capitals: [Bool]) {
    self.stems = stems
    self.capitals = capitals
    keys = StemKeys(stems)
  }

  init(_ words: [(stem: String, isCapital: Bool)]) {
    self.init(stems: words.map(\.stem), capitals: words.map(\.isCapital))
  }
}

/// Stems as numbers: two stems that agree (``Stems/agree(_:_:)``) have the same.
///
/// Stems agree only if they are equal or begin with the same five letters.
struct StemKeys: Hashable, Sendable {
  private static let letters = 5
  private let keys: [UInt32]

  init(_ stems: some Sequence<String>) {
    keys = Set(stems.map { Signature.key(of: String($0.prefix(Self.letters))) }).sorted()
  }

  /// Whether any stem of one may agree with one of the other.
  func meets(_ other: StemKeys) -> Bool {
    var (i, j) = (0, 0)
    while i < keys.count, j < other.keys.count {
      if keys[i] == other.keys[j] { return true }
      if keys[i] < other.keys[j] { i += 1 } else { j += 1 }
    }
    return false
  }
}
