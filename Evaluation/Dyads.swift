import Foundation
import Hearsay
import HearsayRecords

/// Who does what to whom in a sentence, as those see it who code pairs of a source and a target.
struct Dyads {
  private let reading: Reading
  /// The text of the report.
  let bytes: [UInt8]
  private let names: [String: [String]]

  init(_ reading: Reading) {
    self.reading = reading
    let bytes = Array(reading.report.text.utf8)
    self.bytes = bytes
    func exact(_ span: TextSpan) -> String {
      String(decoding: bytes[span.start..<span.end], as: UTF8.self)
    }
    var names: [String: [String]] = [:]
    for entity in reading.entities {
      names[entity.id] = [entity.name] + entity.aliases + entity.mentions.map(exact)
    }
    for place in reading.places where names[place.id] == nil { names[place.id] = [place.name] }
    self.names = names
  }

  /// Everything that a party of an event is called.
  func names(of party: Participant) -> [String] {
    switch party {
    case .entity(let id): names[id] ?? []
    case .mention(let span): [exact(span)]
    }
  }

  /// Everything that whoever makes a claim is called.
  func speakers(of claim: Claim) -> [String] {
    claim.speakers.flatMap { names[$0] ?? [] } + (claim.speaker.flatMap { names[$0] } ?? [])
      + [claim.source.map(exact)].compactMap { $0 }
  }

  private func exact(_ span: TextSpan) -> String {
    String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }

  /// Who does an event, and to whom; what people do with each other all of them do to all others.
  func sides(of event: Event) -> (sources: [Participant], targets: [Participant]) {
    let isMutual =
      [.agree, .consult, .cooperate].contains(event.type) || event.mode == "clash"
    guard isMutual, event.actors.count + event.recipients.count > 1 else {
      return (event.actors, event.recipients)
    }
    let all = event.actors + event.recipients
    return (all, all)
  }

  /// The event that tells best what a source does to a target: who does it counts most, then to whom; of several the first, which
  /// is the main verb's in most sentences.
  func event(from source: String, to target: String) -> Event? {
    func isNamed(_ parties: [Participant], _ wanted: String) -> Bool {
      parties.contains { names(of: $0).contains { PlainWords.alike($0, wanted) } }
    }
    let ranked = reading.events.map { event -> (fit: Int, event: Event) in
      let sides = sides(of: event)
      return (
        fit: (isNamed(sides.sources, source) ? 2 : 0) + (isNamed(sides.targets, target) ? 1 : 0),
        event: event
      )
    }
    let best = ranked.map(\.fit).max()
    return ranked.first { $0.fit == best }?.event
  }

  /// Readings of short texts, each by itself.
  static func readings(_ texts: [String], named name: String) throws -> [Reading?] {
    let reader = try Hearsay.Reader(Resources(environment: ProcessInfo.processInfo.environment))
    return concurrently(texts.count) { index, workspace in
      var request = ReadingRequest(address: "\(name)-\(index).txt")
      request.contentType = "text/plain; charset=utf-8"
      return try? reader.read(Array(texts[index].utf8), request, workspace)
    } makeWorkspace: {
      reader.makeWorkspace()
    }
  }
}
