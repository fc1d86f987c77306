import HearsayRecords

extension Sketch {
  /// The sketch as bytes, the same for the same sketch.
  package var bytes: [UInt8] {
    var writer = ByteWriter()
    card.write(to: &writer)
    signature.write(to: &writer)
    writer.write(voices) { $1.write(to: &$0) }
    writer.write(tellings) { $1.write(to: &$0) }
    return writer.bytes
  }

  /// Reads what ``bytes`` gave; `nil` if it is something else.
  package init?(_ bytes: [UInt8]) {
    var reader = ByteReader(bytes)
    card = Card(from: &reader)
    signature = Signature(from: &reader)
    voices = reader.array { Voice(from: &$0) }
    tellings = reader.array { Telling(from: &$0) }
    if reader.isBroken { return nil }
  }
}

extension Sketch.Card {
  func write(to writer: inout ByteWriter) {
    writer.write(id)
    writer.write(outlet)
    writer.write(title)
    writer.write(published)
    writer.write(day)
    writer.write(address)
    writer.write(version)
  }

  init(from reader: inout ByteReader) {
    id = reader.string()
    outlet = reader.optionalString()
    title = reader.optionalString()
    published = reader.optionalString()
    day = reader.optionalInt()
    address = reader.string()
    version = reader.int()
  }
}

extension Signature {
  func write(to writer: inout ByteWriter) {
    writer.write(words) { $1.write(to: &$0) }
    writer.write(names) { $1.write(to: &$0) }
  }

  init(from reader: inout ByteReader) {
    words = reader.array { Feature(from: &$0) }
    names = reader.array { Feature(from: &$0) }
  }

  /// The signature alone.
  package var bytes: [UInt8] {
    var writer = ByteWriter()
    write(to: &writer)
    return writer.bytes
  }

  /// Reads what ``bytes`` gave; `nil` if it is something else.
  package init?(_ bytes: [UInt8]) {
    var reader = ByteReader(bytes)
    self.init(from: &reader)
    if reader.isBroken { return nil }
  }
}

extension Signature.Feature {
  func write(to writer: inout ByteWriter) {
    writer.write(fixed: key)
    writer.write(weight)
  }

  init(from reader: inout ByteReader) {
    key = reader.fixed()
    weight = reader.float()
  }
}

extension Excerpt {
  func write(to writer: inout ByteWriter) {
    writer.write(start)
    writer.write(end)
    writer.write(exact)
  }

  init(from reader: inout ByteReader) {
    start = reader.int()
    end = reader.int()
    exact = reader.string()
  }
}

extension Party {
  func write(to writer: inout ByteWriter) {
    writer.write(names.map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }) {
      $0.write($1) { $0.write($1) }
    }
    writer.write(country)
    writer.write(kind.rawValue)
  }

  init(from reader: inout ByteReader) {
    let names = reader.array { Set($0.array { $0.string() }) }
    let country = reader.optionalString()
    self.init(names: names, country: country, kind: reader.word(or: .other))
  }
}

extension Voice {
  func write(to writer: inout ByteWriter) {
    writer.write(claim)
    writer.write(speaker)
    writer.write(party) { $1.write(to: &$0) }
    writer.write(via) { $0.write($1) }
    writer.write(act.rawValue)
    writer.write(certainty.rawValue)
    writer.write(isNegative)
    writer.write(spans) { $1.write(to: &$0) }
    writer.write(blames) { $1.write(to: &$0) }
  }

  init(from reader: inout ByteReader) {
    claim = reader.optionalString()
    speaker = reader.optionalString()
    party = reader.optional { Party(from: &$0) }
    via = reader.array { $0.string() }
    act = reader.word(or: .state)
    certainty = reader.word(or: .asserted)
    isNegative = reader.bool()
    spans = reader.array { Excerpt(from: &$0) }
    blames = reader.array { Role(from: &$0) }
  }
}

extension Role {
  func write(to writer: inout ByteWriter) {
    writer.write(entity)
    writer.write(name)
    words.write(to: &writer)
    party.write(to: &writer)
    writer.write(code)
    writer.write(voice)
    writer.write(isLent)
  }

  init(from reader: inout ByteReader) {
    entity = reader.optionalString()
    name = reader.string()
    words = Excerpt(from: &reader)
    party = Party(from: &reader)
    code = reader.optionalString()
    voice = reader.int()
    isLent = reader.bool()
  }
}

extension Spot {
  func write(to writer: inout ByteWriter) {
    writer.write(name)
    words.write(to: &writer)
    writer.write(geonameid)
    writer.write(country)
    writer.write(admin1)
    writer.write(lat)
    writer.write(lon)
    writer.write(precision.rawValue)
    writer.write(voice)
    writer.write(isLent)
  }

  init(from reader: inout ByteReader) {
    name = reader.string()
    words = Excerpt(from: &reader)
    geonameid = reader.optionalInt()
    country = reader.optionalString()
    admin1 = reader.optionalString()
    lat = reader.optionalDouble()
    lon = reader.optionalDouble()
    precision = reader.word(or: .country)
    voice = reader.int()
    isLent = reader.bool()
  }
}

extension When {
  func write(to writer: inout ByteWriter) {
    writer.write(earliest)
    writer.write(latest)
    writer.write(granularity?.rawValue)
    writer.write(days) {
      $0.write($1.lowerBound)
      $0.write($1.upperBound)
    }
    words.write(to: &writer)
    writer.write(voice)
    writer.write(isLent)
  }

  init(from reader: inout ByteReader) {
    earliest = reader.optionalString()
    latest = reader.optionalString()
    granularity = reader.optionalString().flatMap(TimeGranularity.init)
    days = reader.optional { reader in
      let first = reader.int()
      return first...max(first, reader.int())
    }
    words = Excerpt(from: &reader)
    voice = reader.int()
    isLent = reader.bool()
  }
}

extension Count {
  func write(to writer: inout ByteWriter) {
    writer.write(id)
    writer.write(value)
    writer.write(low)
    writer.write(high)
    writer.write(isApproximate)
    writer.write(unit)
    writer.write(counts)
    writer.write(key) { $0.write($1) }
    writer.write(of)
    writer.write(isCumulative)
    writer.write(voice)
    words.write(to: &writer)
  }

  init(from reader: inout ByteReader) {
    id = reader.string()
    value = reader.optionalDouble()
    low = reader.optionalDouble()
    high = reader.optionalDouble()
    isApproximate = reader.bool()
    unit = reader.optionalString()
    counts = reader.string()
    key = reader.array { $0.string() }
    of = reader.optionalString()
    isCumulative = reader.bool()
    voice = reader.int()
    words = Excerpt(from: &reader)
  }
}

extension Telling {
  func write(to writer: inout ByteWriter) {
    writer.write(id)
    writer.write(type.rawValue)
    writer.write(mode)
    writer.write(label)
    writer.write(isMain)
    writer.write(isBackground)
    writer.write(status.rawValue)
    writer.write(certainty.rawValue)
    writer.write(statuses) { writer, status in
      writer.write(status.status.rawValue)
      writer.write(status.voice)
      writer.write(status.words) { $1.write(to: &$0) }
    }
    writer.write(triggers) { $1.write(to: &$0) }
    for roles in [actors, recipients, instruments, blamed] {
      writer.write(roles) { $1.write(to: &$0) }
    }
    writer.write(spots) { $1.write(to: &$0) }
    writer.write(times) { $1.write(to: &$0) }
    writer.write(counts) { $1.write(to: &$0) }
    writer.write(about) { $0.write($1) }
    for remarks in [reasons, verdicts] {
      writer.write(remarks) { writer, remark in
        writer.write(remark.voice)
        remark.words.write(to: &writer)
      }
    }
    writer.write(triggerStems) { $0.write(fixed: $1) }
    writer.write(features) { $1.write(to: &$0) }
    writer.write(names) { $1.write(to: &$0) }
  }

  init(from reader: inout ByteReader) {
    id = reader.string()
    type = reader.word(or: .assault)
    mode = reader.optionalString()
    label = reader.string()
    isMain = reader.bool()
    isBackground = reader.bool()
    status = reader.word(or: .hypothetical)
    certainty = reader.word(or: .asserted)
    statuses = reader.array { reader in
      Status(
        status: reader.word(or: .hypothetical), voice: reader.int(),
        words: reader.array { Excerpt(from: &$0) })
    }
    triggers = reader.array { Excerpt(from: &$0) }
    actors = reader.array { Role(from: &$0) }
    recipients = reader.array { Role(from: &$0) }
    instruments = reader.array { Role(from: &$0) }
    blamed = reader.array { Role(from: &$0) }
    spots = reader.array { Spot(from: &$0) }
    times = reader.array { When(from: &$0) }
    counts = reader.array { Count(from: &$0) }
    about = reader.array { $0.int() }
    let remark = { (reader: inout ByteReader) in
      Remark(voice: reader.int(), words: Excerpt(from: &reader))
    }
    reasons = reader.array(remark)
    verdicts = reader.array(remark)
    triggerStems = reader.array { $0.fixed() }
    features = reader.array { Signature.Feature(from: &$0) }
    names = reader.array { Signature.Feature(from: &$0) }
  }
}
