/// What a browser asks, as a value.
package struct DeskRequest: Sendable, Hashable {
  /// What is to be done: the desk knows these only.
  package enum Method: String, Sendable {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"
  }

  package var method: Method
  /// The parts of the path, decoded: `/report/3fa9` is `["report", "3fa9"]`.
  package var path: [String]
  /// `json`, `csv`, `feed` or `bib` where the path ends so.
  package var suffix: String?
  /// Names and values of the query, in order.
  package var query: [Pair]
  /// Fields of a form.
  package var form: [Pair]
  /// Files of a form: name and bytes.
  package var files: [File]
  package var host: String?
  package var origin: String?
  package var cookies: [String: String]
  /// Where it comes from.
  package var peer: String

  /// A name with its value.
  package struct Pair: Sendable, Hashable {
    package let name: String
    package let value: String
  }

  /// A file of a form.
  package struct File: Sendable, Hashable {
    package let name: String
    package let bytes: [UInt8]
  }

  package init(
    _ method: Method = .get, _ target: String, form: [Pair] = [], files: [File] = [],
    host: String? = "127.0.0.1", origin: String? = nil, cookies: [String: String] = [:],
    peer: String = "127.0.0.1"
  ) {
    self.method = method
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var path = (parts.first ?? "").split(separator: "/").map { FormCoding.decoded($0, plus: false) }
    suffix = nil
    if let last = path.last {
      for ending in ["json", "csv", "feed", "bib"] where last.hasSuffix("." + ending) {
        suffix = ending
        path[path.count - 1] = String(last.dropLast(ending.count + 1))
      }
      if path.last == "index" || path.last == "" { path.removeLast() }
    }
    self.path = path
    query = parts.count > 1 ? FormCoding.pairs(parts[1]) : []
    self.form = form
    self.files = files
    self.host = host
    self.origin = origin
    self.cookies = cookies
    self.peer = peer
  }

  /// The first value of a name in the query that is not empty.
  package func asked(_ name: String) -> String? {
    query.first { $0.name == name && !$0.value.isEmpty }?.value
  }

  /// The first value of a field of the form.
  package func field(_ name: String) -> String? { form.first { $0.name == name }?.value }
}

/// `application/x-www-form-urlencoded`, as queries and plain forms come.
package enum FormCoding {
  /// Names and values.
  package static func pairs(_ text: some StringProtocol) -> [DeskRequest.Pair] {
    text.split(separator: "&").prefix(1000).map { part in
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return DeskRequest.Pair(
        name: decoded(sides[0]), value: sides.count > 1 ? decoded(sides[1]) : "")
    }
  }

  /// `%41` and `+` undone; what is no UTF-8 is repaired.
  package static func decoded(_ text: some StringProtocol, plus: Bool = true) -> String {
    var out: [UInt8] = []
    var bytes = text.utf8.makeIterator()
    while let byte = bytes.next() {
      if byte == UInt8(ascii: "+"), plus {
        out.append(32)
      } else if byte == UInt8(ascii: "%") {
        let first = bytes.next()
        let second = bytes.next()
        if let high = first.flatMap(hex), let low = second.flatMap(hex) {
          out.append(high << 4 | low)
        } else {
          out += [byte] + [first, second].compactMap { $0 }
        }
      } else {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
