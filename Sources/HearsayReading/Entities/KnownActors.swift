import FoundationEssentials
import HearsayRecords

/// Armed groups and bodies that are known by name, with their CAMEO codes.
///
/// Source: Data/actors.tsv.
package struct KnownActors: Sendable {
  /// One of them.
  struct Actor: Sendable {
    let kind: EntityKind
    let code: String
  }

  /// Why the table cannot be used.
  package struct LoadError: Error, CustomStringConvertible {
    package let description: String
  }

  private var byName: [String: Actor] = [:]

  /// Opens `actors.tsv` in a folder.
  package init(folder: String) throws(LoadError) {
    let path = folder + "/actors.tsv"
    guard let bytes = FileManager.default.contents(atPath: path),
      let text = String(validating: bytes, as: UTF8.self)
    else { throw LoadError(description: "\(path): the known actors cannot be read") }
    self.init(tsv: text)
  }

  /// Reads lines of kind, code and names in lower case between bars.
  package init(tsv: String) {
    // By bytes, since this is done at every start.
    for line in tsv.utf8.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#")
    {
      let fields = line.split(separator: UInt8(ascii: "\t"))
      guard fields.count == 3, let kind = EntityKind(rawValue: String(Substring(fields[0]))) else {
        continue
      }
      let actor = Actor(kind: kind, code: String(Substring(fields[1])))
      for name in fields[2].split(separator: UInt8(ascii: "|")) {
        byName[String(Substring(name))] = actor
      }
    }
  }

  /// The actor of exactly this name, "the" aside.
  func actor(_ name: String) -> Actor? {
    var key = name.lowercased().replacing("’", with: "'")
    if key.hasPrefix("the ") { key.removeFirst(4) }
    return byName[key]
  }
}
