/// A piece of a page.
///
/// Words come in through ``text(_:)`` only, which escapes them, and names of elements and attributes are literals of the
/// program: nothing that was read can become markup.
package struct HTML: Sendable, Hashable {
  /// The bytes of the piece, UTF-8.
  package private(set) var bytes: [UInt8]

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// Nothing.
  package static let none = HTML(bytes: [])

  /// Words, as they are.
  package static func text(_ words: some StringProtocol) -> HTML {
    HTML(bytes: escaped(words))
  }

  /// An element with what is in it.
  package static func tag(
    _ name: StaticString, _ attributes: [Attribute] = [], _ content: HTML = .none
  ) -> HTML {
    var html = opening(name, attributes)
    html.bytes += content.bytes
    html.bytes += Array("</".utf8) + bytes(of: name) + [UInt8(ascii: ">")]
    return html
  }

  /// An element that holds nothing: `input`, `meta`, `link`.
  package static func void(_ name: StaticString, _ attributes: [Attribute] = []) -> HTML {
    opening(name, attributes)
  }

  /// One piece after the other.
  package static func all(_ pieces: some Sequence<HTML>) -> HTML {
    var html = HTML.none
    for piece in pieces { html.bytes += piece.bytes }
    return html
  }

  /// A whole document.
  package static func document(_ root: HTML) -> HTML {
    HTML(bytes: Array("<!DOCTYPE html>\n".utf8) + root.bytes)
  }

  /// One piece after another.
  package static func + (left: HTML, right: HTML) -> HTML { HTML(bytes: left.bytes + right.bytes) }

  /// Adds a piece.
  package static func += (left: inout HTML, right: HTML) { left.bytes += right.bytes }

  /// As a string, for tests.
  package var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether there is nothing.
  package var isEmpty: Bool { bytes.isEmpty }

  private static func opening(_ name: StaticString, _ attributes: [Attribute]) -> HTML {
    var out = [UInt8(ascii: "<")] + bytes(of: name)
    for attribute in attributes {
      out += [UInt8(ascii: " ")] + bytes(of: attribute.name)
      guard let value = attribute.value else { continue }
      out += Array("=\"".utf8) + escaped(value) + [UInt8(ascii: "\"")]
    }
    return HTML(bytes: out + [UInt8(ascii: ">")])
  }

  private static func bytes(of name: StaticString) -> [UInt8] { Array(name.description.utf8) }

  /// Characters that mean something in HTML are named; controls that HTML forbids become U+FFFD.
  private static func escaped(_ words: some StringProtocol) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(words.utf8.count)
    for byte in words.utf8 {
      switch byte {
      case UInt8(ascii: "&"): out += Array("&amp;".utf8)
      case UInt8(ascii: "<"): out += Array("&lt;".utf8)
      case UInt8(ascii: ">"): out += Array("&gt;".utf8)
      case UInt8(ascii: "\""): out += Array("&quot;".utf8)
      case UInt8(ascii: "'"): out += Array("&#39;".utf8)
      case 0..<9, 11, 12, 14..<32, 127: out += [0xEF, 0xBF, 0xBD]
      default: out.append(byte)
      }
    }
    return out
  }
}

extension HTML: ExpressibleByStringInterpolation, ExpressibleByArrayLiteral {
  /// Words of the program, escaped as all are.
  package init(stringLiteral words: String) { self = .text(words) }

  /// Pieces, one after the other.
  package init(arrayLiteral pieces: HTML...) { self = .all(pieces) }
}
