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

  /// The event that tells best what a source does to a target: who does it counts most, then to whom, then how sure it is.
  func event(from source: String, to target: String) -> Event? {
    func isNamed(_ parties: [Participant], _ wanted: String) -> Bool {
      parties.contains { names(of: $0).contains { PlainWords.alike($0, wanted) } }
    }
    let ranked = reading.events.map { event in
      (
        fit: (isNamed(event.actors, source) ? 2 : 0) + (isNamed(event.recipients, target) ? 1 : 0),
        event: event
      )
    }
    return ranked.max { ($0.fit, $0.event.confidence) < ($1.fit, $1.event.confidence) }?.event
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
