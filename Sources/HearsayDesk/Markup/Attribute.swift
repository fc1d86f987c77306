/// An attribute of an element.
///
/// Its name is a literal of the program; addresses are ``Link``s.
package struct Attribute: Sendable, Hashable {
  let name: StaticString
  let value: String?

  private init(_ name: StaticString, _ value: String?) {
    self.name = name
    self.value = value
  }

  package static func == (left: Attribute, right: Attribute) -> Bool {
    left.name.description == right.name.description && left.value == right.value
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(name.description)
    hasher.combine(value)
  }

  /// Where a link leads.
  package static func href(_ link: Link) -> Attribute { Attribute("href", link.text) }
  /// Where a form goes.
  package static func action(_ link: Link) -> Attribute { Attribute("action", link.text) }
  /// Where a script or picture of ours lies.
  package static func src(_ link: Link) -> Attribute { Attribute("src", link.text) }
  /// Classes of the style sheet, in a literal or made of the program's own words.
  package static func `class`(_ names: String) -> Attribute { Attribute("class", names) }
  /// An attribute whose value is data: it is escaped, and is no address and no script.
  package static func data(_ name: StaticString, _ value: String) -> Attribute {
    let text = name.description
    precondition(
      !text.hasPrefix("on") && !["href", "src", "action", "style", "srcdoc"].contains(text),
      "\(text) is not for data")
    return Attribute(name, value)
  }
  /// An attribute that is there or not.
  package static func flag(_ name: StaticString) -> Attribute { Attribute(name, nil) }
}

/// An address on a page: one of the desk's own, or one of the web that opens elsewhere.
package struct Link: Sendable, Hashable {
  let text: String

  /// A page of the desk.
  ///
  /// Parts and values are percent-encoded.
  package static func page(
    _ parts: [String], _ query: [(name: String, value: String)] = [], fragment: String? = nil
  ) -> Link {
    var text = "/" + parts.map(encoded).joined(separator: "/")
    if !query.isEmpty {
      text += "?" + query.map { encoded($0.name) + "=" + encoded($0.value) }.joined(separator: "&")
    }
    if let fragment { text += "#" + encoded(fragment) }
    return Link(text: text)
  }

  /// The first page.
  package static let home = Link(text: "/")

  /// A place on the same page.
  package static func here(_ fragment: String) -> Link { Link(text: "#" + encoded(fragment)) }

  /// An address of the web; `nil` for every other scheme.
  package static func web(_ address: String) -> Link? {
    let lower = address.lowercased()
    guard lower.hasPrefix("http://") || lower.hasPrefix("https://"),
      address.utf8.allSatisfy({ $0 > 32 && $0 != 127 })
    else { return nil }
    return Link(text: address)
  }

  /// The same as the whole address that others ask for.
  func at(_ base: String) -> Link { Link(text: base + text) }

  private static func encoded(_ text: String) -> String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:".utf8)
    let digits = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    for byte in text.utf8 {
      if plain.contains(byte) {
        out.append(byte)
      } else {
        out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
