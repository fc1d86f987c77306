import HearsayLanguage
import HearsayRecords

/// What an event word tells: its PLOVER type, mode and CAMEO code.
struct EventSense: Sendable {
  let type: EventType
  var mode: String?
  var cameo: String?
  /// Whether the word has other senses that are more common.
  let needsEvidence: Bool

  /// A strike of workers, which shares its word with a strike of arms.
  static let labourStrike = EventSense(
    type: .protest, mode: "strike", cameo: "143", needsEvidence: true)
}

extension EventSense {
  /// A sense as the files spell it: "ASSAULT?/aerial/195", with "-" for what there is not.
  init?(_ told: String?) {
    guard let parts = told?.split(separator: "/").map(String.init), parts.count == 3 else {
      return nil
    }
    needsEvidence = parts[0].hasSuffix("?")
    guard let type = EventType(rawValue: needsEvidence ? String(parts[0].dropLast()) : parts[0])
    else { return nil }
    self.type = type
    mode = parts[1] == "-" ? nil : parts[1]
    cameo = parts[2] == "-" ? nil : parts[2]
  }
}

extension AnnotatedText {
  /// What a verb tells, if it tells an event.
  func eventSense(ofVerb token: Int) -> EventSense? {
    EventSense(language.value(of: lemma(token), for: .verbTells))
  }

  /// What a noun tells, if it tells an event.
  func eventSense(ofNoun token: Int) -> EventSense? {
    EventSense(value(of: token, for: .nounTells))
  }

  /// The lemma of a token in lower case.
  func lemma(_ token: Int) -> String { tokens[token].lemma.lowercased() }
}
