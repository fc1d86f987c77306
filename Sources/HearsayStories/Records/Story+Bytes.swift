// Whole stories as they are kept: a page is read back in a millisecond, which reading its JSON is not.

extension Story {
  /// The story as bytes, the same for the same story.
  package var bytes: [UInt8] {
    var writer = ByteWriter.ofPage
    writer.write(schema)
    writer.write(report)
    writer.write(title)
    writer.write(since)
    writer.write(until)
    writer.write(reports) { $1.write(to: &$0) }
    writer.write(outlets)
    writer.write(sources)
    writer.write(countries)
    writer.write(incidents) { $1.write(to: &$0) }
    writer.write(contested) { $1.write(to: &$0) }
    writer.write(series) { $1.write(to: &$0) }
    writer.write(revisions) { $1.write(to: &$0) }
    writer.write(accusations) { $1.write(to: &$0) }
    writer.write(unsure) { $1.write(to: &$0) }
    writer.write(follows)
    writer.write(drawnBy)
    return writer.page
  }

  /// Reads what ``bytes`` gave; `nil` if it is something else.
  package init?(_ bytes: [UInt8]) {
    var reader = ByteReader(page: bytes)
    self.init(
      schema: reader.string(), report: reader.string(), title: reader.optionalString(),
      since: reader.optionalString(), until: reader.optionalString(),
      reports: reader.array { Member(from: &$0) }, outlets: reader.strings(),
      sources: reader.int(), countries: reader.strings(),
      incidents: reader.array { Incident(from: &$0) },
      contested: reader.array { Question(from: &$0) },
      series: reader.array { Series(from: &$0) },
      revisions: reader.array { Revision(from: &$0) },
      accusations: reader.array { Accusation(from: &$0) },
      unsure: reader.array { Incident.Link(from: &$0) }, follows: reader.strings(),
      drawnBy: reader.string())
    if reader.isBroken { return nil }
  }
}

extension Story.Member {
  func write(to writer: inout ByteWriter) {
    writer.write(id)
    writer.write(outlet)
    writer.write(title)
    writer.write(published)
    writer.write(copyOf)
    writer.write(likeness)
  }

  init(from reader: inout ByteReader) {
    self.init(
      id: reader.string(), outlet: reader.optionalString(), title: reader.optionalString(),
      published: reader.optionalString(), copyOf: reader.optionalString(),
      likeness: reader.optionalDouble())
  }
}

extension Quoted {
  func write(to writer: inout ByteWriter) {
    writer.write(report)
    writer.write(start)
    writer.write(end)
    writer.write(exact)
  }

  init(from reader: inout ByteReader) {
    report = reader.string()
    start = reader.int()
    end = reader.int()
    exact = reader.string()
  }
}

extension Incident {
  func write(to writer: inout ByteWriter) {
    writer.write(event)
    writer.write(type)
    writer.write(mode)
    writer.write(label)
    writer.write(records)
    writer.write(told)
    writer.write(denied)
    writer.write(sources)
    writer.write(status)
    writer.write(when) {
      $0.write($1.earliest)
      $0.write($1.latest)
      $0.write($1.granularity)
    }
    writer.write(self.where) {
      $0.write($1.place)
      $0.write($1.precision)
      $0.write($1.country)
      $0.write($1.lat)
      $0.write($1.lon)
    }
    writer.write(actors) { $1.write(to: &$0) }
    writer.write(recipients) { $1.write(to: &$0) }
    writer.write(links) { $1.write(to: &$0) }
    writer.write(expected)
    writer.write(decisions) {
      for word in [$1.verdict, $1.one, $1.other, $1.person, $1.made, $1.reason] { $0.write(word) }
    }
  }

  init(from reader: inout ByteReader) {
    self.init(
      event: reader.string(), type: reader.string(), mode: reader.optionalString(),
      label: reader.string(), records: reader.strings(), told: reader.int(),
      denied: reader.int(), sources: reader.int(), status: reader.string(),
      when: reader.optional {
        When(
          earliest: $0.optionalString(), latest: $0.optionalString(),
          granularity: $0.optionalString())
      },
      where: reader.optional {
        Where(
          place: $0.string(), precision: $0.string(), country: $0.optionalString(),
          lat: $0.optionalDouble(), lon: $0.optionalDouble())
      }, actors: reader.array { Party(from: &$0) }, recipients: reader.array { Party(from: &$0) },
      links: reader.array { Link(from: &$0) }, expected: reader.strings(),
      decisions: reader.array {
        Decided(
          verdict: $0.string(), one: $0.string(), other: $0.string(), person: $0.string(),
          made: $0.string(), reason: $0.string())
      })
  }
}

extension Incident.Party {
  func write(to writer: inout ByteWriter) {
    writer.write(name)
    writer.write(members)
    writer.write(country)
    writer.write(code)
  }

  init(from reader: inout ByteReader) {
    self.init(
      name: reader.string(), members: reader.strings(), country: reader.optionalString(),
      code: reader.optionalString())
  }
}

extension Incident.Link {
  func write(to writer: inout ByteWriter) {
    writer.write(from)
    writer.write(to)
    writer.write(score)
    writer.write(words)
    writer.write(reasons) { $1.write(to: &$0) }
    writer.write(against) { $1.write(to: &$0) }
  }

  init(from reader: inout ByteReader) {
    self.init(
      from: reader.string(), to: reader.string(), score: reader.double(), words: reader.string(),
      reasons: reader.array { Incident.Reason(from: &$0) },
      against: reader.array { Incident.Reason(from: &$0) })
  }
}

extension Incident.Reason {
  func write(to writer: inout ByteWriter) {
    writer.write(kind)
    writer.write(words)
    writer.write(weight)
    writer.write(spans) { $1.write(to: &$0) }
  }

  init(from reader: inout ByteReader) {
    self.init(
      kind: reader.string(), words: reader.string(), weight: reader.double(),
      spans: reader.array { Quoted(from: &$0) })
  }
}

extension Accusation {
  func write(to writer: inout ByteWriter) {
    for word in [by, whom, incident, label, act, report] { writer.write(word) }
    writer.write(outlet)
    writer.write(at)
    writer.write(spans) { $1.write(to: &$0) }
  }

  init(from reader: inout ByteReader) {
    self.init(
      by: reader.string(), whom: reader.string(), incident: reader.string(),
      label: reader.string(), act: reader.string(), report: reader.string(),
      outlet: reader.optionalString(), at: reader.optionalString(),
      spans: reader.array { Quoted(from: &$0) })
  }
}
