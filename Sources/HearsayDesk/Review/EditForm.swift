import HearsayLedger
import HearsayRecords

/// The fields of a record that a person may set right, each as a field of a form.
enum EditForm {
  /// What no person edits: what names a record, how sure the program was, how it came to it, and what is made from the rest.
  private static let fixed: Set<String> = ["id", "by", "confidence", "events", "figures", "claims"]

  /// The fields of a kind that are edited here.
  static func fields(of kind: RecordKind) -> [FieldDefinition] {
    kind.definitions.filter { definition in
      guard !fixed.contains(definition.name) else { return false }
      switch definition.content {
      case .text, .date, .word, .number, .flag, .reference, .references, .referenceOrText:
        return true
      default: return false
      }
    }
  }

  /// What a field of a record is now, as the form has it.
  static func text(_ value: FieldValue) -> String {
    switch value {
    case .text(let text): text ?? ""
    case .texts(let texts): texts.joined(separator: ", ")
    case .number(let number): number.map(QuietNumber.plain) ?? ""
    case .integer(let integer): integer.map { "\($0)" } ?? ""
    case .flag(let flag): flag.map { $0 ? "yes" : "no" } ?? ""
    default: ""
    }
  }

  /// The fields, filled in; `names` are entities and places that may be referred to.
  static func html(_ record: any Record, _ names: [(id: String, name: String)]) -> HTML {
    let values = Dictionary(record.values.map { ($0.definition.name, $0.value) }) { one, _ in one }
    let fields = fields(of: type(of: record).kind).map { definition -> HTML in
      let now = values[definition.name].map(text) ?? ""
      return .tag(
        "label", [], .text(definition.name) + field(definition, now, names))
    }
    return .tag("div", [.class("edit")], .all(fields))
  }

  private static func field(
    _ definition: FieldDefinition, _ now: String, _ names: [(id: String, name: String)]
  ) -> HTML {
    let name = Attribute.data("name", "f-" + definition.name)
    func choice(_ options: [(String, String)]) -> HTML {
      let all = options.contains { $0.0 == now } ? options : [(now, now)] + options
      return .tag(
        "select", [name],
        .all(
          all.map { value, words in
            Parts.option(value, words.isEmpty ? "–" : words, isChosen: value == now)
          }))
    }
    switch definition.content {
    case .word(let words): return choice(words.map { ($0, $0) })
    case .flag: return choice([("yes", "yes"), ("no", "no")])
    case .reference:
      return choice(
        [("", "nobody named")] + names.map { ($0.id, "\($0.name.safeLine) (\($0.id))") })
    default:
      return .void("input", [name, .data("value", now), .data("maxlength", "500")])
    }
  }

  /// What was changed: the fields whose value in the form is another than in the record.
  static func changes(
    _ record: any Record, _ form: DeskRequest
  ) throws(DeskFault) -> [String: JSONValue] {
    let values = Dictionary(record.values.map { ($0.definition.name, $0.value) }) { one, _ in one }
    var changes: [String: JSONValue] = [:]
    for definition in fields(of: type(of: record).kind) {
      guard let typed = form.field("f-" + definition.name),
        typed != values[definition.name].map(text) ?? ""
      else { continue }
      changes[definition.name] = try value(typed, definition)
    }
    return changes
  }

  private static func value(
    _ typed: String, _ definition: FieldDefinition
  ) throws(DeskFault) -> JSONValue {
    switch definition.content {
    case .number:
      if typed.isEmpty { return .null }
      guard let number = Double(typed.replacing(",", with: "")), number.isFinite else {
        throw DeskFault(400, "\(definition.name): \(typed) is no number")
      }
      return .number(number)
    case .flag: return .flag(typed == "yes")
    case .references:
      return .array(
        typed.split(separator: ",").map { .string($0.trimmingSpaces) })
    default: return typed.isEmpty ? .null : .string(typed)
    }
  }
}
