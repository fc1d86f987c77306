/// Where the values in JSON begin and end, without taking them apart: of a file of many megabytes only the report at
/// hand is held as values.
struct JSONScan {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The value that begins at an index, behind white space; `nil` if it does not end.
  func value(at start: Int) -> Range<Int>? {
    let start = space(from: start)
    guard start < bytes.count else { return nil }
    switch bytes[start] {
    case UInt8(ascii: "\""): return string(at: start).map { start..<$0 }
    case UInt8(ascii: "{"), UInt8(ascii: "["): return nested(at: start).map { start..<$0 }
    default:
      var end = start
      while end < bytes.count, !Self.endsLiteral(bytes[end]) { end += 1 }
      return end > start ? start..<end : nil
    }
  }

  /// The members of the object that begins at an index, with their names; those before a fault.
  func members(at start: Int) -> [(name: String, value: Range<Int>)] {
    var members: [(name: String, value: Range<Int>)] = []
    each(at: start, open: UInt8(ascii: "{")) { index in
      guard let name = value(at: index), bytes[name.lowerBound] == UInt8(ascii: "\"") else {
        return nil
      }
      let colon = space(from: name.upperBound)
      guard colon < bytes.count, bytes[colon] == UInt8(ascii: ":"),
        let value = value(at: colon + 1)
      else { return nil }
      if case .string(let text)? = JSONParser.value(bytes[name]) {
        members.append((JSONNode.plain(text), value))
      }
      return value.upperBound
    }
    return members
  }

  /// The items of the list that begins at an index; those before a fault.
  func items(at start: Int) -> [Range<Int>] {
    var items: [Range<Int>] = []
    each(at: start, open: UInt8(ascii: "[")) { index in
      guard let value = value(at: index) else { return nil }
      items.append(value)
      return value.upperBound
    }
    return items
  }

  /// What begins a value.
  func first(of value: Range<Int>) -> UInt8 { bytes[value.lowerBound] }

  /// The value taken apart.
  func node(_ value: Range<Int>) -> JSONNode? { JSONParser.value(bytes[value]) }

  private func each(at start: Int, open: UInt8, _ take: (Int) -> Int?) {
    var index = space(from: start)
    guard index < bytes.count, bytes[index] == open else { return }
    index = space(from: index + 1)
    while index < bytes.count, bytes[index] != UInt8(ascii: "]"), bytes[index] != UInt8(ascii: "}")
    {
      guard let end = take(index) else { return }
      index = space(from: end)
      if index < bytes.count, bytes[index] == UInt8(ascii: ",") { index = space(from: index + 1) }
    }
  }

  private func space(from index: Int) -> Int {
    var index = index
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    return index
  }

  private static func endsLiteral(_ byte: UInt8) -> Bool {
    byte <= 0x20
      || [UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ":")].contains(byte)
  }

  /// Behind the quotation mark that closes the string which begins at an index.
  private func string(at start: Int) -> Int? {
    var index = start + 1
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""): return index + 1
      case UInt8(ascii: "\\"): index += 2
      default: index += 1
      }
    }
    return nil
  }

  /// Behind the bracket that closes the object or list which begins at an index.
  private func nested(at start: Int) -> Int? {
    var depth = 0
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        guard let end = string(at: index) else { return nil }
        index = end
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return index + 1 }
      default: break
      }
      index += 1
    }
    return nil
  }
}
