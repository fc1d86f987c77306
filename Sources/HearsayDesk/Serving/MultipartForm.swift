/// A form with files, `multipart/form-data` (RFC 7578).
package struct MultipartForm: Sendable {
  package private(set) var fields: [DeskRequest.Pair] = []
  package private(set) var files: [DeskRequest.File] = []

  /// The boundary that a content type names; `nil` for other types.
  package static func boundary(of type: String) -> [UInt8]? {
    guard type.lowercased().hasPrefix("multipart/form-data"),
      let name = type.firstRange(of: "boundary=")
    else { return nil }
    var boundary = type[name.upperBound...].prefix { $0 != ";" }
    if boundary.hasPrefix("\""), boundary.hasSuffix("\""), boundary.count > 1 {
      boundary = boundary.dropFirst().dropLast()
    }
    return boundary.isEmpty || boundary.utf8.count > 200 ? nil : Array("--\(boundary)".utf8)
  }

  /// Takes a body apart; what is cut off is left out.
  package init(_ body: [UInt8], boundary: [UInt8]) {
    var at = Self.find(boundary, in: body, from: 0)
    while let start = at {
      var from = start + boundary.count
      guard body[from...].starts(with: [13, 10]) else { return }
      from += 2
      guard let next = Self.find(Array("\r\n".utf8) + boundary, in: body, from: max(0, from - 2))
      else { return }
      if from <= next { add(body[from..<next]) }
      at = next + 2
      if fields.count + files.count > 1000 { return }
    }
  }

  private mutating func add(_ part: ArraySlice<UInt8>) {
    let bytes = Array(part)
    guard let end = Self.find(Array("\r\n\r\n".utf8), in: bytes, from: 0) else { return }
    let head = String(decoding: bytes[..<end], as: UTF8.self)
    let content = Array(bytes[(end + 4)...])
    guard
      let line = head.split(separator: "\r\n").first(where: {
        $0.lowercased().hasPrefix("content-disposition:")
      }), let name = Self.parameter("name", of: line)
    else { return }
    if let file = Self.parameter("filename", of: line) {
      if !content.isEmpty { files.append(.init(name: file, bytes: content)) }
    } else {
      fields.append(.init(name: name, value: String(decoding: content, as: UTF8.self)))
    }
  }

  private static func parameter(_ name: String, of line: Substring) -> String? {
    guard let start = line.firstRange(of: "; \(name)=\"") else { return nil }
    return String(line[start.upperBound...].prefix { $0 != "\"" })
  }

  private static func find(_ wanted: [UInt8], in bytes: [UInt8], from: Int) -> Int? {
    guard bytes.count >= wanted.count, let first = wanted.first else { return nil }
    var at = from
    while at + wanted.count <= bytes.count {
      if bytes[at] == first, bytes[at..<(at + wanted.count)].elementsEqual(wanted) { return at }
      at += 1
    }
    return nil
  }
}
