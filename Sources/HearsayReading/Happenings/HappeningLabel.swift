import HearsayLanguage
import HearsayRecords

/// Names a happening in two to eight words made from its own slots: "bombing of the German consulate, Mazar-e-Sharif".
///
/// Nothing is copied from the report but the words of the slots.
struct HappeningLabel {
  let draft: Draft
  let names: HappeningNames

  /// Words of a label, at most; a slot longer than this is cut to its head.
  private static let most = 8

  func label(of happening: Happening) -> String {
    let (name, preposition) = name(of: happening)
    var label = name
    var words = name.split(separator: " ").count
    func add(_ joint: String, _ slot: Slot) -> Bool {
      let told = told(slot)
      let count = told.split(separator: " ").count + (joint == "," ? 0 : 1)
      guard !told.isEmpty, words + count <= Self.most, !label.contains(told) else { return false }
      label += joint == "," ? ", \(told)" : " \(joint) \(told)"
      words += count
      return true
    }
    let isAgainst = happening.recipients.first.map { add(preposition, $0) } ?? false
    if !isAgainst || words < 5, let place = happening.places.first { _ = add(",", place) }
    if !isAgainst, let actor = happening.actors.first { _ = add("by", actor) }
    // A name alone says little: what dates it, at least.
    if words == 1, let time = happening.times.first { _ = add(",", time) }
    return words == 1 ? "\(label), \(happening.status.rawValue)" : label
  }

  /// What its type and mode are called, and what a recipient follows with.
  private func name(of happening: Happening) -> (String, String) {
    let name = names.name(happening.type, happening.mode)
    return (name?.words ?? happening.type.rawValue.lowercased(), name?.preposition ?? "of")
  }

  private func told(_ slot: Slot) -> String {
    let words = draft.text.oneLine(draft.text.tokens(touching: slot.span))
    // A place is called as the report calls it, and not by what the gazetteer knows it by.
    if slot.kind == .place, words.contains(where: \.isUppercase) { return words }
    let name = slot.id.flatMap { id in
      draft.entities.first { $0.record.id == id }?.record.name
        ?? draft.places.first { $0.record.id == id }?.record.name
    }
    guard let name, name.split(separator: " ").count <= 4 else { return words }
    return name
  }
}
