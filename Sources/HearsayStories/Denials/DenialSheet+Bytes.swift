import HearsayRecords

extension DenialSheet {
  /// The sheet as bytes, the same for the same sheet.
  package var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(denied) { $1.write(to: &$0) }
    writer.write(events) { $1.write(to: &$0) }
    writer.write(claims) { $1.write(to: &$0) }
    writer.write(sentences) { $1.write(to: &$0) }
    return writer.bytes
  }

  /// Reads what ``bytes`` gave; `nil` if it is something else.
  package init?(_ bytes: [UInt8]) {
    var reader = ByteReader(bytes)
    denied = reader.array { Denied(from: &$0) }
    events = reader.array { ToldEvent(from: &$0) }
    claims = reader.array { ToldClaim(from: &$0) }
    sentences = reader.array { ToldSentence(from: &$0) }
    let count = sentences.count
    if reader.isBroken || events.contains(where: { !(0..<count).contains($0.sentence) }) {
      return nil
    }
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ words: Set<String>) {
    write(words.sorted()) { $0.write($1) }
  }

  fileprivate mutating func write(_ parties: [Party]) { write(parties) { $1.write(to: &$0) } }

  fileprivate mutating func write(_ days: ClosedRange<Int>?) {
    write(days) {
      $0.write($1.lowerBound)
      $0.write($1.upperBound)
    }
  }
}

extension ByteReader {
  fileprivate mutating func words() -> Set<String> { Set(array { $0.string() }) }

  fileprivate mutating func parties() -> [Party] { array { Party(from: &$0) } }

  fileprivate mutating func days() -> ClosedRange<Int>? {
    optional { reader in
      let (first, last) = (reader.int(), reader.int())
      return min(first, last)...max(first, last)
    }
  }
}

extension Denied {
  func write(to writer: inout ByteWriter) {
    writer.write(claim)
    writer.write(denier) { $1.write(to: &$0) }
    writer.write(doers)
    writer.write(types.map(\.rawValue).sorted()) { $0.write($1) }
    writer.write(modes)
    writer.write(words)
    writer.write(told.names)
    writer.write(told.others)
    writer.write(isUntold)
    writer.write(days)
    writer.write(published)
  }

  init(from reader: inout ByteReader) {
    self.init(
      claim: reader.string(), denier: reader.optional { Party(from: &$0) },
      doers: reader.parties(), types: Set(reader.array { $0.word(or: .assault) }),
      modes: reader.words(), words: reader.words(),
      told: Words(names: reader.words(), others: reader.words()), isUntold: reader.bool(),
      days: reader.days(), published: reader.optionalInt())
  }
}

extension ToldEvent {
  func write(to writer: inout ByteWriter) {
    writer.write(id)
    writer.write(type.rawValue)
    writer.write(mode)
    writer.write(trigger)
    writer.write(doers)
    writer.write(recipients)
    writer.write(tellers)
    writer.write(isClaimed)
    writer.write(sentence)
    writer.write(days)
    writer.write(published)
  }

  init(from reader: inout ByteReader) {
    self.init(
      id: reader.string(), type: reader.word(or: .assault), mode: reader.optionalString(),
      trigger: reader.words(), doers: reader.parties(), recipients: reader.parties(),
      tellers: reader.parties(), isClaimed: reader.bool(), sentence: reader.int(),
      days: reader.days(), published: reader.optionalInt())
  }
}

extension ToldClaim {
  func write(to writer: inout ByteWriter) {
    writer.write(id)
    writer.write(speakers)
    writer.write(accused)
    writer.write(content.names)
    writer.write(content.others)
    writer.write(published)
  }

  init(from reader: inout ByteReader) {
    self.init(
      id: reader.string(), speakers: reader.parties(), accused: reader.parties(),
      content: Words(names: reader.words(), others: reader.words()),
      published: reader.optionalInt())
  }
}

extension ToldSentence {
  func write(to writer: inout ByteWriter) {
    writer.write(Array(zip(stems, capitals))) {
      $0.write($1.0)
      $0.write($1.1)
    }
  }

  init(from reader: inout ByteReader) {
    let words = reader.array { (stem: $0.string(), isCapital: $0.bool()) }
    self.init(words)
  }
}
