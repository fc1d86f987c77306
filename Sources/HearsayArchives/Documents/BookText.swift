/// What the package file of an EPUB (W3C EPUB 3.3, OPF 2.0) tells: the chapters in order, and who made it.
struct BookPackage {
  /// Paths of the chapters in the file, in the order they are read.
  private(set) var chapters: [String] = []
  private(set) var publisher: String?
  private(set) var creator: String?
  private(set) var language: String?
  private(set) var date: String?

  /// - Parameters:
  ///   - xml: The package file.
  ///   - path: Where it stands in the file: paths in it are told from there.
  init(_ xml: [UInt8], at path: String) {
    var files: [String: String] = [:]
    var order: [String] = []
    var name = ""
    var words: [String: String] = [:]
    XMLPull.each(xml) { piece in
      switch piece {
      case .open(let element, let attributes):
        name = element
        if element == "item", let id = attributes["id"], let file = attributes["href"],
          attributes["media-type"]?.contains("html") ?? true,
          !(attributes["properties"]?.split(separator: " ").contains("nav") ?? false)
        {
          files[id] = file
        } else if element == "itemref", let id = attributes["idref"] {
          order.append(id)
        }
      case .text(let text):
        if words[name] == nil, text.contains(where: { !$0.isWhitespace }) { words[name] = text }
      case .close: name = ""
      }
    }
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    chapters = order.compactMap { files[$0] }.map { Self.resolved(folder + $0) }
    func said(_ name: String) -> String? {
      words[name]?.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    publisher = said("publisher")
    creator = said("creator").flatMap { $0.lowercased() == "calibre" ? nil : $0 }
    language = said("language").flatMap(StatedLanguage.code)
    date = said("date").flatMap(StatedDate.iso)
  }

  /// The path of the package file, as `META-INF/container.xml` tells it.
  static func path(container xml: [UInt8]) -> String? {
    var path: String?
    XMLPull.each(xml) { piece in
      if case .open("rootfile", let attributes) = piece { path = path ?? attributes["full-path"] }
    }
    return path
  }

  /// A path without `..`, escapes and what stands behind a number sign.
  private static func resolved(_ path: String) -> String {
    var parts: [Substring] = []
    let bare = unescaped(String(path.prefix { $0 != "#" }))
    for part in bare.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }

  private static func unescaped(_ path: String) -> String {
    var out: [UInt8] = []
    var rest = Array(path.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(rest.prefix(2).text, radix: 16)
      {
        out.append(value)
        rest = rest.dropFirst(2)
      } else {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
