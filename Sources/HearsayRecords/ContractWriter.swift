/// Writes records as the JSON of the contract: fields in the order the contract lists them, positions in
/// code points, and the same bytes for the same record every time.
///
/// `JSONEncoder` keeps keys in a dictionary: their order is random unless they are sorted, which puts
/// `act` before `speaker`. This writer streams instead, so records can be compared as text.
///
///     let writer = ContractWriter(positions: PositionMap(report.text))
///     let line = try writer.json(claim)
public struct ContractWriter: Sendable {
  private let userInfo: [CodingUserInfoKey: any Sendable]
  private let indented: Bool

  /// Creates a writer for records of the text that `positions` was made from.
  public init(positions: PositionMap, indented: Bool = false) {
    userInfo = [.positionMap: positions]
    self.indented = indented
  }

  /// For values that tell of no place in a text: a span would lie outside its text, which is empty.
  package static let spanless = ContractWriter(positions: PositionMap(""))

  /// The JSON of one value, without a line end.
  ///
  /// - Throws: `EncodingError` if a number is not finite.
  public func json(_ value: some Encodable) throws -> String {
    let page = JSONPage(indented: indented, userInfo: userInfo)
    try page.write(value)
    return String(decoding: page.utf8, as: UTF8.self)
  }
}

extension Reading {
  /// The object that `hearsay read --format json` prints, as one line or indented by two spaces.
  ///
  /// Every span must lie in `report.text`; another is a programmer's mistake.
  ///
  /// - Throws: `EncodingError` if a number is not finite.
  public func json(indented: Bool = false) throws -> String {
    try ContractWriter(positions: PositionMap(report.text), indented: indented).json(self)
  }
}

/// The text written so far, and which brackets are open.
private final class JSONPage {
  private(set) var utf8: [UInt8] = []
  let userInfo: [CodingUserInfoKey: any Sendable]
  private let indented: Bool
  /// For each open bracket: its closing byte and whether something stands in it already.
  private var open: [(close: UInt8, isEmpty: Bool)] = []
  /// From this depth on everything goes on one line, so that an indented span stays readable.
  private var flatFrom = Int.max

  init(indented: Bool, userInfo: [CodingUserInfoKey: any Sendable]) {
    self.indented = indented
    self.userInfo = userInfo
    utf8.reserveCapacity(1_024)
  }

  /// Writes a value and closes every bracket it opened.
  func write(_ value: some Encodable) throws {
    let depth = open.count
    let length = utf8.count
    let flatBefore = flatFrom
    if value is TextSpan { flatFrom = min(flatFrom, depth) }
    try value.encode(to: JSONDoor(page: self))
    while open.count > depth { endBracket() }
    if utf8.count == length { append("null") }
    flatFrom = flatBefore
  }

  func beginObject() { begin(UInt8(ascii: "{"), UInt8(ascii: "}")) }

  func beginArray() { begin(UInt8(ascii: "["), UInt8(ascii: "]")) }

  private func begin(_ opening: UInt8, _ closing: UInt8) {
    utf8.append(opening)
    open.append((closing, true))
  }

  private func endBracket() {
    guard let last = open.popLast() else { return }
    if !last.isEmpty { breakLine(depth: open.count + 1, indent: open.count) }
    utf8.append(last.close)
  }

  /// Starts the next member of the innermost bracket that stands at `depth`.
  func beginMember(depth: Int) {
    while open.count > depth { endBracket() }
    guard let last = open.indices.last else { return }
    if !open[last].isEmpty { utf8.append(UInt8(ascii: ",")) }
    if !open[last].isEmpty, depth > flatFrom, indented { utf8.append(UInt8(ascii: " ")) }
    open[last].isEmpty = false
    breakLine(depth: depth, indent: depth)
  }

  private func breakLine(depth: Int, indent: Int) {
    guard indented, depth <= flatFrom else { return }
    utf8.append(UInt8(ascii: "\n"))
    utf8.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent * 2))
  }

  var depth: Int { open.count }

  func writeKey(_ key: String) {
    write(key)
    utf8.append(UInt8(ascii: ":"))
    if indented { utf8.append(UInt8(ascii: " ")) }
  }

  func append(_ text: String) { utf8.append(contentsOf: text.utf8) }

  /// A whole number below 2^53 is written without a fraction; others as the shortest text that reads back equal.
  func write(_ number: Double, at path: [any CodingKey]) throws {
    guard number.isFinite else {
      throw EncodingError.invalidValue(
        number, .init(codingPath: path, debugDescription: "JSON has no such number"))
    }
    if number == number.rounded(.towardZero), number.magnitude < 9_007_199_254_740_992 {
      append(String(Int64(number)))
    } else {
      append(number.description)
    }
  }

  /// Writes a string.
  ///
  /// Line separators of Unicode are escaped, since many programs cut JSON Lines at them.
  func write(_ string: String) {
    utf8.append(UInt8(ascii: "\""))
    if string.utf8.contains(where: Self.mayNeedEscape) {
      for scalar in string.unicodeScalars { write(scalar) }
    } else {
      utf8.append(contentsOf: string.utf8)
    }
    utf8.append(UInt8(ascii: "\""))
  }

  /// Bytes that stand for, or begin, a character that is escaped.
  ///
  /// 0xC2 begins U+0080 to U+00BF and 0xE2 much punctuation: most of those are written as they are.
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x5c || byte == 0x7f || byte == 0xc2 || byte == 0xe2
  }

  private func write(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": append("\\\"")
    case "\\": append("\\\\")
    case "\n": append("\\n")
    case "\r": append("\\r")
    case "\t": append("\\t")
    case "\u{0}"..."\u{1f}", "\u{7f}"..."\u{9f}", "\u{2028}", "\u{2029}":
      let digits = String(scalar.value, radix: 16)
      append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
    default:
      utf8.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }
}

/// The way into a ``JSONPage`` that `Encodable` types know.
private struct JSONDoor: Encoder, SingleValueEncodingContainer {
  let page: JSONPage
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { page.userInfo }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    page.beginObject()
    return KeyedEncodingContainer(JSONObject(page: page, depth: page.depth))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    page.beginArray()
    return JSONArray(page: page, depth: page.depth)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }

  func encodeNil() { page.append("null") }
  func encode(_ value: Bool) { page.append(value ? "true" : "false") }
  func encode(_ value: String) { page.write(value) }
  func encode(_ value: Double) throws { try page.write(value, at: codingPath) }
  func encode(_ value: Float) throws { try page.write(Double(value), at: codingPath) }
  func encode(_ value: Int) { page.append(String(value)) }
  func encode(_ value: Int8) { page.append(String(value)) }
  func encode(_ value: Int16) { page.append(String(value)) }
  func encode(_ value: Int32) { page.append(String(value)) }
  func encode(_ value: Int64) { page.append(String(value)) }
  func encode(_ value: UInt) { page.append(String(value)) }
  func encode(_ value: UInt8) { page.append(String(value)) }
  func encode(_ value: UInt16) { page.append(String(value)) }
  func encode(_ value: UInt32) { page.append(String(value)) }
  func encode(_ value: UInt64) { page.append(String(value)) }
  func encode(_ value: some Encodable) throws { try page.write(value) }
}

private struct JSONObject<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let page: JSONPage
  let depth: Int
  var codingPath: [any CodingKey] { [] }

  private func begin(_ key: Key) {
    page.beginMember(depth: depth)
    page.writeKey(key.stringValue)
  }

  func encodeNil(forKey key: Key) {
    begin(key)
    page.append("null")
  }

  func encode(_ value: some Encodable, forKey key: Key) throws {
    begin(key)
    try page.write(value)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    begin(key)
    return JSONDoor(page: page).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    begin(key)
    return JSONDoor(page: page).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { JSONDoor(page: page) }
  func superEncoder(forKey key: Key) -> any Encoder {
    begin(key)
    return JSONDoor(page: page)
  }
}

private struct JSONArray: UnkeyedEncodingContainer {
  let page: JSONPage
  let depth: Int
  var count = 0
  var codingPath: [any CodingKey] { [] }

  init(page: JSONPage, depth: Int) {
    self.page = page
    self.depth = depth
  }

  private mutating func begin() {
    page.beginMember(depth: depth)
    count += 1
  }

  mutating func encodeNil() {
    begin()
    page.append("null")
  }

  mutating func encode(_ value: some Encodable) throws {
    begin()
    try page.write(value)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    begin()
    return JSONDoor(page: page).container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    begin()
    return JSONDoor(page: page).unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder {
    begin()
    return JSONDoor(page: page)
  }
}
