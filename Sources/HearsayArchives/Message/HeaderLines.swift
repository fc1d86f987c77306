/// Header lines as WARC, HTTP and mail have them: names without regard to case, folded lines joined.
struct HeaderLines: Hashable, Sendable {
  private(set) var fields: [(name: String, value: ArraySlice<UInt8>)] = []

  static func == (one: HeaderLines, other: HeaderLines) -> Bool {
    one.fields.elementsEqual(other.fields) { $0.name == $1.name && $0.value == $1.value }
  }

  func hash(into hasher: inout Hasher) {
    for field in fields { hasher.combine(field.name) }
  }

  /// The fields of a block of lines; lines that are none are passed over.
  init(_ block: ArraySlice<UInt8>) {
    for line in block.split(separator: 0x0A) {
      let isFolded = line.first == 0x20 || line.first == 0x09
      if isFolded, let last = fields.popLast() {
        fields.append((last.name, last.value + [0x20] + line.trimmed))
      } else if let colon = line.firstIndex(of: 0x3A), colon > line.startIndex {
        fields.append(
          (line[..<colon].trimmed.text.lowercased(), line[line.index(after: colon)...].trimmed))
      }
    }
  }

  /// The value of the first field of a name (in lower case).
  subscript(_ name: String) -> String? { bytes(name).map { $0.text } }

  /// The same as it stands.
  func bytes(_ name: String) -> ArraySlice<UInt8>? {
    fields.first { $0.name == name }?.value
  }

  /// How many bytes the head of a message takes with the empty line behind it; `nil` if it does not end.
  static func length(ofHeadIn bytes: ArraySlice<UInt8>) -> Int? {
    if let end = ByteSearch.first([0x0D, 0x0A, 0x0D, 0x0A], in: bytes) {
      // A bare empty line before it ends the head already.
      let bare = ByteSearch.first([0x0A, 0x0A], in: bytes[..<end])
      return (bare.map { $0 + 2 } ?? end + 4) - bytes.startIndex
    }
    return ByteSearch.first([0x0A, 0x0A], in: bytes).map { $0 + 2 - bytes.startIndex }
  }
}
