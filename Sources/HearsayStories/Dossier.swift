package import HearsayRecords

/// A reading with what is needed to compare its records with those of another.
package struct Dossier: Sendable {
  package let reading: Reading
  package let events: [String: Event]
  package let claims: [String: Claim]
  /// The day it was published.
  let published: Int?
  private let entities: [String: Entity]
  private let places: [String: Place]
  private let times: [String: TimeSpan]
  private let text: [UInt8]

  package init(_ reading: Reading) {
    self.reading = reading
    text = Array(reading.report.text.utf8)
    events = Dictionary(reading.events.map { ($0.id, $0) }) { first, _ in first }
    claims = Dictionary(reading.claims.map { ($0.id, $0) }) { first, _ in first }
    entities = Dictionary(reading.entities.map { ($0.id, $0) }) { first, _ in first }
    places = Dictionary(reading.places.map { ($0.id, $0) }) { first, _ in first }
    times = Dictionary(reading.times.map { ($0.id, $0) }) { first, _ in first }
    published = Days.number(reading.report.published)
  }

  func exact(_ span: TextSpan) -> String {
    String(decoding: text[span.start..<min(span.end, text.count)], as: UTF8.self)
  }

  /// Somebody by the id of an entity or place.
  func party(_ id: String) -> Party? {
    if let entity = entities[id] {
      let names = ([entity.name] + entity.aliases + entity.mentions.map(exact)).filter {
        !ComparedWords.shipped.has($0.lowercased(), .pronoun)
      }
      return Party(names: Self.stems(names), country: entity.country, kind: entity.kind)
    }
    return places[id].map {
      Party(names: Self.stems([$0.name]), country: $0.country, kind: .country)
    }
  }

  func party(_ participant: Participant) -> Party? {
    switch participant {
    case .entity(let id): party(id)
    case .mention(let span): Party(names: Self.stems([exact(span)]), country: nil, kind: .other)
    }
  }

  private static func stems(_ names: [String]) -> [Set<String>] {
    Set(names).map { Set(Stems.words($0).map(\.stem)) }.filter { !$0.isEmpty }
  }

  /// The days of an event, if the report gives them.
  func days(of event: Event) -> ClosedRange<Int>? {
    event.time.flatMap { times[$0] }.flatMap { Days.range($0.earliest, $0.latest) }
  }

  /// The event that another only points back to: "the blast", of which nothing is told but that it was told before.
  func antecedent(of event: Event) -> Event? {
    guard event.actors.isEmpty, event.recipients.isEmpty, event.place == nil, event.time == nil,
      pointsBack(event.trigger)
    else { return nil }
    return reading.events.last { other in
      other.trigger.end <= event.trigger.start && other.type == event.type
        && (other.mode == event.mode || other.mode == nil || event.mode == nil)
        && antecedent(of: other) == nil
    }
  }

  private func pointsBack(_ trigger: TextSpan) -> Bool {
    let before = exact(TextSpan(start: max(0, trigger.start - 6), end: trigger.start)).lowercased()
    let word = before.split(separator: " ", omittingEmptySubsequences: false).dropLast().last
    return word.map { ComparedWords.shipped.has(String($0), .pointsBack) } ?? false
  }

  /// The days told within some words.
  func days(within spans: [TextSpan]) -> ClosedRange<Int>? {
    let told = reading.times.filter { time in spans.contains { $0.contains(time.evidence) } }
    return told.lazy.compactMap { Days.range($0.earliest, $0.latest) }.first
  }

  /// The sentence around a span: from line end or full stop to the next.
  func sentence(around span: TextSpan) -> TextSpan {
    func isEnd(_ index: Int) -> Bool {
      if text[index] == UInt8(ascii: "\n") { return true }
      guard [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(text[index]) else {
        return false
      }
      // "Gen. Marl", "U.S.": a short word with a capital ends no sentence.
      var start = index
      while start > 0, text[start - 1] != UInt8(ascii: " "), index - start < 6 { start -= 1 }
      let isShort =
        index - start <= 3 && start < index
        && (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(text[start])
      return !isShort && (index + 1 >= text.count || [32, 10].contains(text[index + 1]))
    }
    var start = span.start
    while start > 0, !isEnd(start - 1) { start -= 1 }
    var end = span.end
    while end < text.count, !isEnd(end) { end += 1 }
    return TextSpan(start: start, end: end)
  }

  /// The words of a span but those that name a source of a claim.
  func words(_ span: TextSpan) -> [(stem: String, isCapital: Bool)] {
    let sources = reading.claims.flatMap { claim in
      [claim.source, claim.cue].compactMap { $0 }.filter { source in
        span.contains(source) && !claim.content.contains { $0.contains(source) }
      }
    }.sorted()
    var words: [(stem: String, isCapital: Bool)] = []
    var at = span.start
    for source in sources {
      if source.start > at { words += Stems.words(exact(TextSpan(start: at, end: source.start))) }
      at = max(at, source.end)
    }
    if at < span.end { words += Stems.words(exact(TextSpan(start: at, end: span.end))) }
    return words
  }
}
