import HearsayLedger
import HearsayRecords

/// Annotations of reports as the W3C's data model has them: one a line, a list, a page or a collection of them; as Hypothesis writes
/// its own, too.
package struct AnnotationFile: Sendable {
  /// What somebody wrote about words of pages, or about other annotations.
  package struct Annotation: Hashable, Sendable {
    package var id: String?
    package var motivations: Set<String>
    package var person: String?
    package var made: String?
    /// The words of its bodies.
    package var words: String
    /// JSON of what fields are to be instead.
    package var values: String?
    package var targets: [Target]
    /// Counted from 1: the line of a file with one a line, else which annotation it is.
    package var place: Int

    /// Whether it is a note on words as this program exports it, which is about those words and no record.
    var isOwnNote: Bool {
      motivations.contains("commenting") && id?.hasPrefix("urn:hearsay:decision:") == true
    }
  }

  package private(set) var annotations: [Annotation] = []
  /// What is no annotation, with its place; it is left out.
  package private(set) var flaws: [ForeignFlaw] = []

  /// Whether a file begins as one of annotations does, rather than as a table.
  package static func begins(_ bytes: [UInt8]) -> Bool {
    let rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let first = rest.first { $0 > 0x20 }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  /// Reads all of them.
  ///
  /// - Throws: ``ForeignFlaw`` if it is no such file.
  package init(_ bytes: [UInt8]) throws(ForeignFlaw) {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ForeignFlaw(line: 1, column: 0, name: nil, words: "not UTF-8")
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let first = lines.first { $0.contains { !$0.isWhitespace } }
    // Where the first line is whole, each is one; otherwise all are one.
    if let first, lines.count > 1, JSONValue(text: String(first)) != nil {
      for (number, line) in lines.enumerated() where line.contains(where: { !$0.isWhitespace }) {
        guard let value = JSONValue(text: String(line)) else {
          flaws.append(ForeignFlaw(line: number + 1, column: 0, name: nil, words: "no JSON"))
          continue
        }
        for part in Self.parts(value) { take(part, number + 1) }
      }
    } else {
      guard let value = JSONValue(text: text) else {
        throw ForeignFlaw(line: 1, column: 0, name: nil, words: "no JSON")
      }
      for (number, part) in Self.parts(value).enumerated() { take(part, number + 1) }
    }
    guard !annotations.isEmpty else {
      throw flaws.first
        ?? ForeignFlaw(line: 1, column: 0, name: nil, words: "there is no annotation in it")
    }
  }

  /// What a page, a collection or a list of annotations holds.
  private static func parts(_ value: JSONValue) -> [JSONValue] {
    if case .array(let values) = value { return values.flatMap(parts) }
    for name in ["items", "@graph", "annotations", "rows"] {
      if case .array(let values)? = value[name] { return values }
    }
    if let page = value["first"], case .object = page { return parts(page) }
    return [value]
  }

  private mutating func take(_ value: JSONValue, _ place: Int) {
    let targets = (value["target"]?.list ?? []).compactMap {
      Target($0, address: value["uri"]?.string)
    }
    guard !targets.isEmpty else {
      flaws.append(
        ForeignFlaw(
          line: place, column: 0, name: "target", words: "no annotation: it is about nothing"))
      return
    }
    let bodies = value["body"]?.list ?? []
    let edits = bodies.filter { $0["purpose"]?.string == "editing" }
    var words = bodies.filter { $0["purpose"]?.string != "editing" }.compactMap(Self.words)
    words += [value["bodyValue"], value["text"]].compactMap { $0?.string }
    words += value["tags"]?.list.compactMap(\.string) ?? []
    let people = (value["creator"] ?? value["user"])?.list ?? []
    annotations.append(
      Annotation(
        id: value["id"]?.string,
        motivations: Set((value["motivation"]?.list ?? []).compactMap(\.string)),
        person: people.compactMap(Self.name).first,
        made: (value["created"] ?? value["modified"])?.string,
        words: words.map(\.trimmed).filter { !$0.isEmpty }.joined(separator: "; "),
        values: edits.first?["value"]?.string, targets: targets, place: place))
  }

  /// The words of a body: a text, or the address of one.
  private static func words(_ body: JSONValue) -> String? {
    body.string ?? (body["value"] ?? body["source"] ?? body["id"])?.string
  }

  /// What somebody is called.
  private static func name(_ person: JSONValue) -> String? {
    let name =
      person.string ?? ["name", "nickname", "email", "id"].compactMap { person[$0]?.string }.first
    // "acct:dana@hypothes.is"
    return name.map { String($0.dropFirst($0.hasPrefix("acct:") ? 5 : 0)).safeLine }
      .flatMap { $0.isEmpty ? nil : String($0.prefix(200)) }
  }
}

extension AnnotationFile {
  /// What stands for a record, in this and every other ledger.
  package static func recordID(_ report: String, _ record: String) -> String {
    "urn:hearsay:\(report):\(record)"
  }

  /// What stands for a report, in this and every other ledger.
  static func reportID(_ report: String) -> String { "urn:hearsay:\(report)" }

  /// The report that such an id stands for.
  static func report(_ id: String) -> String? {
    let parts = id.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, parts[0] == "urn", parts[1] == "hearsay", !parts[2].isEmpty else {
      return nil
    }
    return parts[2]
  }

  /// What stands for a decision, in this file.
  package static func decisionID(_ number: Int) -> String { "urn:hearsay:decision:\(number)" }

  /// The number that such an id tells, in the ledger that was exported.
  static func decision(_ id: String) -> Int? {
    let beginning = "urn:hearsay:decision:"
    return id.hasPrefix(beginning) ? Int(id.dropFirst(beginning.count)) : nil
  }

  /// The record that such an id stands for.
  package static func record(_ id: String) -> (report: String, record: String)? {
    let parts = id.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4, parts[0] == "urn", parts[1] == "hearsay", parts[2] != "decision",
      !parts[2].isEmpty, !parts[3].isEmpty
    else { return nil }
    return (parts[2], parts[3])
  }
}

extension JSONValue {
  subscript(name: String) -> JSONValue? {
    guard case .object(let fields) = self else { return nil }
    return fields[name]
  }

  var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The whole number; `nil` if it is none.
  var whole: Int? {
    guard case .number(let number) = self, number == number.rounded(), abs(number) < 1e15 else {
      return nil
    }
    return Int(number)
  }

  /// Where one may stand for a list of one.
  var list: [JSONValue] {
    guard case .array(let values) = self else { return self == .null ? [] : [self] }
    return values
  }
}
