/// Writes small values one after the other; the reader must ask for them in the same order.
///
/// One for a page, in which the same words stand in many places (ids of reports, names, quoted words), writes each of them once.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []
  /// The words of a page so far, with their numbers; `nil` where words stand where they are written.
  private var numbers: [String: Int]?
  /// The words of a page, one after the other.
  private var words: [UInt8] = []

  init() {}

  /// A writer of a page.
  static var ofPage: ByteWriter {
    var writer = ByteWriter()
    writer.numbers = [:]
    return writer
  }

  /// The words of a page, each once, then what they stand in.
  var page: [UInt8] {
    var head = ByteWriter()
    head.write(UInt64(numbers?.count ?? 0))
    return head.bytes + words + bytes
  }

  mutating func write(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func write(_ value: Int) {
    write(UInt64(bitPattern: Int64(value << 1 ^ value >> 63)))
  }

  mutating func write(_ value: Bool) { bytes.append(value ? 1 : 0) }

  mutating func write(_ value: Double) {
    let bits = value.bitPattern
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: bits >> shift))
    }
  }

  mutating func write(fixed value: UInt32) {
    for shift in stride(from: 0, to: 32, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  mutating func write(_ value: Float) { write(fixed: value.bitPattern) }

  mutating func write(_ value: String) {
    guard let count = numbers?.count else {
      write(UInt64(value.utf8.count))
      bytes.append(contentsOf: value.utf8)
      return
    }
    if let known = numbers?[value] { return write(UInt64(known)) }
    write(UInt64(count))
    numbers?[value] = count
    var word = ByteWriter()
    word.write(value)
    words += word.bytes
  }

  mutating func write<Thing>(_ value: Thing?, _ body: (inout ByteWriter, Thing) -> Void) {
    write(value != nil)
    if let value { body(&self, value) }
  }

  mutating func write<Thing>(_ values: [Thing], _ body: (inout ByteWriter, Thing) -> Void) {
    write(UInt64(values.count))
    for value in values { body(&self, value) }
  }

  mutating func write(_ values: [String]) { write(values) { $0.write($1) } }
  mutating func write(_ value: String?) { write(value) { $0.write($1) } }
  mutating func write(_ value: Int?) { write(value) { $0.write($1) } }
  mutating func write(_ value: Double?) { write(value) { $0.write($1) } }
}

/// Reads what ``ByteWriter`` wrote.
///
/// Bytes that were not written so give empty values and set ``isBroken``; nothing traps.
struct ByteReader {
  private let bytes: [UInt8]
  private var index = 0
  private(set) var isBroken = false
  /// The words of a page; `nil` where words stand where they were written.
  private var words: [String]?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// A reader of a page.
  init(page: [UInt8]) {
    self.init(page)
    words = array { $0.string() }
  }

  private mutating func byte() -> UInt8 {
    guard index < bytes.count else {
      isBroken = true
      return 0
    }
    defer { index += 1 }
    return bytes[index]
  }

  mutating func unsigned() -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 64 {
      let next = byte()
      value |= UInt64(next & 0x7f) << shift
      if next < 0x80 { return value }
      shift += 7
    }
    isBroken = true
    return value
  }

  mutating func int() -> Int {
    let value = unsigned()
    return Int(Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1))
  }

  mutating func bool() -> Bool { byte() == 1 }

  mutating func double() -> Double {
    var bits: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 8) { bits |= UInt64(byte()) << shift }
    return Double(bitPattern: bits)
  }

  mutating func fixed() -> UInt32 {
    var bits: UInt32 = 0
    for shift in stride(from: UInt32(0), to: 32, by: 8) { bits |= UInt32(byte()) << shift }
    return bits
  }

  mutating func float() -> Float { Float(bitPattern: fixed()) }

  mutating func string() -> String {
    if let words {
      let number = unsigned()
      if number < UInt64(words.count) { return words[Int(number)] }
      isBroken = true
      return ""
    }
    let count = length()
    defer { index += count }
    return String(decoding: bytes[index..<(index + count)], as: UTF8.self)
  }

  /// A count that the rest can hold.
  mutating func length() -> Int {
    let count = unsigned()
    guard count <= UInt64(bytes.count - index) else {
      isBroken = true
      return 0
    }
    return Int(count)
  }

  mutating func optional<Thing>(_ body: (inout ByteReader) -> Thing) -> Thing? {
    bool() ? body(&self) : nil
  }

  mutating func array<Thing>(_ body: (inout ByteReader) -> Thing) -> [Thing] {
    let count = length()
    var things: [Thing] = []
    things.reserveCapacity(count)
    for _ in 0..<count where !isBroken { things.append(body(&self)) }
    return things
  }

  mutating func strings() -> [String] { array { $0.string() } }
  mutating func optionalString() -> String? { optional { $0.string() } }
  mutating func optionalInt() -> Int? { optional { $0.int() } }
  mutating func optionalDouble() -> Double? { optional { $0.double() } }

  /// A word of a closed vocabulary.
  mutating func word<Word: RawRepresentable>(or other: Word) -> Word where Word.RawValue == String {
    guard let word = Word(rawValue: string()) else {
      isBroken = true
      return other
    }
    return word
  }
}
