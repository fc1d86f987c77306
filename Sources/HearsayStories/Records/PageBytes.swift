/// Writes a page of which the same words stand in many places: ids of reports, names, quoted words.
struct PageWriter {
  private var body = ByteWriter()
  private var words = ByteWriter()
  private var numbers: [String: Int] = [:]

  /// The words, each once, then what they stand in.
  var page: [UInt8] {
    var head = ByteWriter()
    head.write(UInt64(numbers.count))
    return head.bytes + words.bytes + body.bytes
  }

  mutating func write(_ value: String) {
    if let known = numbers[value] {
      body.write(UInt64(known))
      return
    }
    body.write(UInt64(numbers.count))
    numbers[value] = numbers.count
    words.write(value)
  }

  mutating func write(_ value: Int) { body.write(value) }
  mutating func write(_ value: Bool) { body.write(value) }
  mutating func write(_ value: Double) { body.write(value) }

  mutating func write<Thing>(_ value: Thing?, _ write: (inout PageWriter, Thing) -> Void) {
    body.write(value != nil)
    if let value { write(&self, value) }
  }

  mutating func write<Thing>(_ values: [Thing], _ write: (inout PageWriter, Thing) -> Void) {
    body.write(UInt64(values.count))
    for value in values { write(&self, value) }
  }

  mutating func write(_ values: [String]) { write(values) { $0.write($1) } }
  mutating func write(_ value: String?) { write(value) { $0.write($1) } }
  mutating func write(_ value: Double?) { write(value) { $0.write($1) } }
}

/// Reads what ``PageWriter`` wrote.
///
/// Bytes that were not written so give empty values and set ``isBroken``; nothing traps.
struct PageReader {
  private var reader: ByteReader
  private let words: [String]
  private var hasNoWord = false

  var isBroken: Bool { reader.isBroken || hasNoWord }

  init(_ bytes: [UInt8]) {
    var reader = ByteReader(bytes)
    words = reader.array { $0.string() }
    self.reader = reader
  }

  mutating func string() -> String {
    let number = reader.unsigned()
    guard number < UInt64(words.count) else {
      hasNoWord = true
      return ""
    }
    return words[Int(number)]
  }

  mutating func int() -> Int { reader.int() }
  mutating func bool() -> Bool { reader.bool() }
  mutating func double() -> Double { reader.double() }

  mutating func optional<Thing>(_ body: (inout PageReader) -> Thing) -> Thing? {
    bool() ? body(&self) : nil
  }

  mutating func array<Thing>(_ body: (inout PageReader) -> Thing) -> [Thing] {
    let count = reader.length()
    var things: [Thing] = []
    things.reserveCapacity(count)
    for _ in 0..<count where !isBroken { things.append(body(&self)) }
    return things
  }

  mutating func strings() -> [String] { array { $0.string() } }
  mutating func optionalString() -> String? { optional { $0.string() } }
  mutating func optionalDouble() -> Double? { optional { $0.double() } }

  /// A word of a closed vocabulary.
  mutating func word<Word: RawRepresentable>(or other: Word) -> Word where Word.RawValue == String {
    guard let word = Word(rawValue: string()) else {
      hasNoWord = true
      return other
    }
    return word
  }
}
