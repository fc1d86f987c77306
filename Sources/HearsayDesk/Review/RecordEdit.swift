import HearsayLedger
package import HearsayRecords

/// A record that a person sets right, at the desk or in a terminal.
package struct RecordEdit {
  /// The record as people left it so far.
  let shown: any Record
  /// The same as it was read: JSON of the contract.
  let read: String
  let positions: PositionMap

  package init(shown: any Record, read: String, positions: PositionMap) {
    self.shown = shown
    self.read = read
    self.positions = positions
  }

  /// The fields that may be set right, each with what it is now.
  package var fields: [(name: String, now: String)] {
    let values = Dictionary(shown.values.map { ($0.definition.name, $0.value) }) { one, _ in one }
    return EditForm.fields(of: type(of: shown).kind).map {
      ($0.name, values[$0.name].map(EditForm.text) ?? "")
    }
  }

  /// What one field is to be instead, as JSON of all that is to be otherwise than it was read.
  ///
  /// - Throws: ``DeskFault`` if the field takes no such value, or nothing was changed.
  package func values(_ field: String, _ value: String) throws -> String {
    guard fields.contains(where: { $0.name == field }) else {
      throw DeskFault(
        400, "no field \(field) to edit: one of \(fields.map(\.name).joined(separator: ", "))")
    }
    return try values(DeskRequest(.post, "/", form: [.init(name: "f-" + field, value: value)]))
  }

  /// The same from a form; edits before it hold on.
  func values(_ form: DeskRequest) throws -> String {
    let changes = try EditForm.changes(shown, form)
    guard !changes.isEmpty else { throw DeskFault(400, "nothing was changed: accept it instead") }
    let now = try ContractWriter(positions: positions).json(shown)
    guard case .object(let before)? = JSONValue(text: read),
      case .object(let after)? = JSONValue(text: now)
    else { throw DeskFault(500, "the record cannot be read") }
    let all = before.merging(after) { _, new in new }.merging(changes) { _, new in new }
    do {
      try check(shown, changes)
    } catch {
      throw DeskFault(
        400, "a field takes no such value: \(changes.keys.sorted().joined(separator: ", "))")
    }
    return JSONValue.object(all.filter { before[$0.key] != $0.value }).text
  }

  private func check(_ record: some Record, _ changes: [String: JSONValue]) throws {
    _ = try Reviewing(Reviews([], of: ""), positions).edited(record, changes)
  }
}
