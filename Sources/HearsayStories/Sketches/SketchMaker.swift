package import HearsayLedger
package import HearsayRecords

/// Makes the sketch of a reading.
package struct SketchMaker: Sendable {
  /// So many telling words of the sentences of a happening are kept.
  private static let mostFeatures = 24
  private static let mostNames = 12

  private let background: Background
  private let words: PurposeWords

  package init(_ background: Background, _ words: PurposeWords) {
    self.background = background
    self.words = words
  }

  /// The sketch; a function of the reading and of where it is kept.
  package func sketch(_ line: ReportLine, _ reading: Reading) -> Sketch {
    sketch(card(line, reading), reading)
  }

  private func card(_ line: ReportLine, _ reading: Reading) -> Sketch.Card {
    Sketch.Card(
      id: line.id, outlet: reading.report.outlet, title: reading.report.title,
      published: reading.report.published, day: Days.number(reading.report.published),
      address: line.address, version: line.version)
  }

  /// The sketch of a reading that is in no ledger.
  package func sketch(named name: String, _ reading: Reading) -> Sketch {
    sketch(
      Sketch.Card(
        id: name, outlet: reading.report.outlet, title: reading.report.title,
        published: reading.report.published, day: Days.number(reading.report.published),
        address: name, version: 1), reading)
  }

  /// The sketch, and what denials are compared by.
  func all(_ line: ReportLine, _ reading: Reading) -> (sketch: Sketch, sheet: DenialSheet) {
    let dossier = Dossier(reading)
    return (sketch(card(line, reading), dossier), DenialSheet(dossier))
  }

  func sketch(_ card: Sketch.Card, _ reading: Reading) -> Sketch {
    sketch(card, Dossier(reading))
  }

  private func sketch(_ card: Sketch.Card, _ dossier: Dossier) -> Sketch {
    let reading = dossier.reading
    var desk = SketchDesk(dossier)
    let remarks = ClaimRemarks(reading, words, desk.dossier)
    let tellings = reading.happenings.map { telling($0, remarks, &desk) }
    return Sketch(
      card: card,
      signature: Signature(
        title: reading.report.title, text: reading.report.text, background),
      voices: desk.voices, tellings: tellings)
  }

  private func telling(
    _ happening: Happening, _ remarks: ClaimRemarks, _ desk: inout SketchDesk
  ) -> Telling {
    let events = happening.events.compactMap { desk.dossier.events[$0] }
    let sentences = Set(events.map { desk.dossier.sentence(around: $0.trigger) }).sorted()
    var stems: [String: Int] = [:]
    var names: [String: Int] = [:]
    for sentence in sentences {
      for word in StoryWords.words(desk.dossier.exact(sentence)) {
        stems[word.stem, default: 0] += 1
        if word.isName { names[word.stem, default: 0] += 1 }
      }
    }
    var about = desk.voices(of: happening.claims)
    for voice in desk.voices(about: Set(happening.events)) where !about.contains(voice) {
      about.append(voice)
    }
    let reasons = remarks.reasons(of: happening, sentences: sentences)
    let verdicts = remarks.verdicts(of: happening)
    let triggerStems = Set(
      events.flatMap { StoryWords.words(desk.dossier.exact($0.trigger)) }
        .map { Signature.key(of: $0.stem) })
    return Telling(
      id: happening.id, type: happening.type, mode: happening.mode, label: happening.label,
      isMain: happening.main, isBackground: happening.background, status: happening.status,
      certainty: happening.certainty, statuses: desk.statuses(of: happening),
      triggers: events.map { desk.excerpt($0.trigger) },
      actors: happening.actors.compactMap { desk.role($0) },
      recipients: happening.recipients.compactMap { desk.role($0) },
      instruments: happening.instruments.compactMap { desk.role($0) },
      blamed: happening.blamed.compactMap { desk.role($0) },
      spots: happening.places.compactMap { desk.spot($0) },
      times: happening.times.compactMap { desk.when($0) },
      counts: desk.counts(of: happening), about: about,
      reasons: reasons.map { desk.remark($0) }, verdicts: verdicts.map { desk.remark($0) },
      triggerStems: triggerStems.sorted(),
      features: Signature.heaviest(stems, Self.mostFeatures, background),
      names: Signature.heaviest(names, Self.mostNames, background))
  }
}

/// Turns the parts of a reading into those of a sketch; knows the voices met so far.
struct SketchDesk {
  let dossier: Dossier
  private(set) var voices: [Voice] = [Voice()]
  private var numbers: [String: Int] = [:]
  private var parties: [String: Party?] = [:]
  private let positions: PositionMap
  private let entities: [String: Entity]
  private let places: [String: Place]
  private let times: [String: TimeSpan]
  private let figures: [String: Figure]

  init(_ dossier: Dossier) {
    self.dossier = dossier
    let reading = dossier.reading
    positions = PositionMap(reading.report.text)
    entities = Dictionary(reading.entities.map { ($0.id, $0) }) { first, _ in first }
    places = Dictionary(reading.places.map { ($0.id, $0) }) { first, _ in first }
    times = Dictionary(reading.times.map { ($0.id, $0) }) { first, _ in first }
    figures = Dictionary(reading.figures.map { ($0.id, $0) }) { first, _ in first }
  }

  func excerpt(_ span: TextSpan) -> Excerpt {
    Excerpt(
      start: positions.scalarOffset(ofUTF8: span.start),
      end: positions.scalarOffset(ofUTF8: span.end), exact: positions.exact(span))
  }

  /// Somebody by the id of an entity or place; the same many times in a report.
  private mutating func party(_ id: String) -> Party? {
    if let known = parties[id] { return known }
    let made = dossier.party(id)
    parties[id] = .some(made)
    return made
  }

  // MARK: Voices

  /// The number of the voice of a claim; 0 for the report's own.
  mutating func voice(_ claim: String?) -> Int {
    guard let id = claim else { return 0 }
    if let number = numbers[id] { return number }
    let number = voices.count
    numbers[id] = number
    // Of a claim that a person rejected nobody is left to name, but it does not become the report's own word by that.
    voices.append(Voice(claim: id, certainty: .reported))
    if let claim = dossier.claims[id] {
      let made = made(claim)
      voices[number] = made
    }
    return number
  }

  mutating func voices(of claims: [String]) -> [Int] {
    claims.map { voice($0) }.filter { $0 > 0 }
  }

  /// The voices of all claims about any of some events.
  mutating func voices(about events: Set<String>) -> [Int] {
    let claims = dossier.reading.claims.filter { !events.isDisjoint(with: $0.about) }
    return voices(of: claims.map(\.id))
  }

  private mutating func made(_ claim: Claim) -> Voice {
    let ids = claim.speakers.isEmpty ? [claim.speaker].compactMap(\.self) : claim.speakers
    let names = ids.map { entities[$0]?.name ?? places[$0]?.name ?? $0 }
    var voice = Voice(claim: claim.id)
    voice.speaker =
      names.isEmpty ? claim.source.map { positions.exact($0).safeLine } : ReadingIndex.list(names)
    for id in ids where voice.party == nil { voice.party = party(id) }
    voice.party = voice.party ?? claim.source.flatMap { dossier.party(.mention($0)) }
    voice.via = claim.via.map { entities[$0]?.name ?? $0 }
    voice.act = claim.act
    voice.certainty = claim.certainty
    voice.isNegative = claim.polarity == .negative
    voice.spans = ([claim.source, claim.cue].compactMap(\.self) + claim.content).map(excerpt)
    voice.blames = claim.blames.compactMap { blamed in
      guard let party = party(blamed),
        let words = entities[blamed]?.mentions.first ?? claim.content.first ?? claim.cue
      else { return nil }
      return Role(
        entity: blamed, name: entities[blamed]?.name ?? blamed, words: excerpt(words),
        party: party, code: entities[blamed]?.code, voice: 0, isLent: false)
    }
    return voice
  }

  mutating func remark(_ remark: ClaimRemarks.Remark) -> Telling.Remark {
    Telling.Remark(voice: voice(remark.claim), words: excerpt(remark.span))
  }

  // MARK: Parts

  mutating func statuses(of happening: Happening) -> [Telling.Status] {
    var statuses: [Telling.Status] = []
    let events = happening.events.compactMap { dossier.events[$0] }
    func triggers(_ ids: [String]) -> [Excerpt] {
      ids.compactMap { dossier.events[$0] }.map { excerpt($0.trigger) }
    }
    func add(_ status: Telling.Status) {
      if let index = statuses.firstIndex(where: {
        $0.status == status.status && $0.voice == status.voice
      }) {
        for word in status.words where !statuses[index].words.contains(word) {
          statuses[index].words.append(word)
        }
      } else {
        statuses.append(status)
      }
    }
    for told in happening.statuses {
      let number = voice(told.saidBy)
      let status = own(told.status, told.saidBy)
      add(.init(status: status, voice: number, words: triggers(told.events)))
    }
    for event in events {
      let number = voice(event.saidBy)
      let status = own(event.status, event.saidBy)
      add(.init(status: status, voice: number, words: [excerpt(event.trigger)]))
    }
    return statuses
  }

  /// What whoever says it makes of it: "he denied a report that he had fled" is denied by him, and told by the report.
  private func own(_ status: EventStatus, _ claim: String?) -> EventStatus {
    guard status == .denied, let claim = claim.flatMap({ dossier.claims[$0] }),
      [.state, .accuse, .confirm].contains(claim.act), claim.polarity == .positive,
      let outer = claim.parent.flatMap({ dossier.claims[$0] }),
      outer.act == .deny || outer.act == .disavow
    else { return status }
    return .happened
  }

  mutating func role(_ slot: Slot) -> Role? {
    let entity = slot.id.flatMap { entities[$0] }
    guard let party = slot.id.flatMap({ party($0) }) ?? dossier.party(.mention(slot.span)) else {
      return nil
    }
    let name = entity?.name ?? slot.id.flatMap { places[$0]?.name } ?? positions.exact(slot.span)
    return Role(
      entity: slot.id, name: name.safeLine, words: excerpt(slot.span), party: party,
      code: entity?.code, voice: voice(slot.saidBy), isLent: slot.lent)
  }

  mutating func spot(_ slot: Slot) -> Spot? {
    let place = slot.id.flatMap { places[$0] }
    return Spot(
      name: place?.name ?? positions.exact(slot.span).safeLine, words: excerpt(slot.span),
      geonameid: place?.geonameid, country: place?.country, admin1: place?.admin1,
      lat: place?.lat, lon: place?.lon, precision: place?.precision ?? .named,
      voice: voice(slot.saidBy), isLent: slot.lent)
  }

  mutating func when(_ slot: Slot) -> When? {
    guard let time = slot.id.flatMap({ times[$0] }) else { return nil }
    return When(
      earliest: time.earliest, latest: time.latest, granularity: time.granularity,
      days: Days.range(time.earliest, time.latest), words: excerpt(slot.span),
      voice: voice(slot.saidBy), isLent: slot.lent)
  }

  mutating func counts(of happening: Happening) -> [Count] {
    happening.figures.compactMap { figures[$0] }.compactMap { figure in
      guard let counts = figure.counts, let words = figure.evidence.first else { return nil }
      let of = figure.of.map { entities[$0]?.name ?? places[$0]?.name ?? $0 }
      return Count(
        id: figure.id, value: figure.value, low: figure.low, high: figure.high,
        isApproximate: figure.approximate, unit: figure.unit, counts: counts.safeLine,
        key: CountedThing.key(counts), of: of, isCumulative: figure.cumulative ?? false,
        voice: voice(figure.saidBy), words: excerpt(words))
    }
  }
}
