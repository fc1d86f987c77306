import HearsayLanguage
import HearsayRecords

/// What happenings of each type and mode are called, and their CAMEO codes (happening-names.tsv).
struct HappeningNames {
  struct Name {
    /// "air strike".
    let words: String
    /// The preposition by which its recipient follows: an air strike *on*.
    let preposition: String
    let cameo: String?
    /// The codes of what has not happened: promised, demanded, threatened, refused.
    let unreal: [EventStatus: String]
  }

  /// Which facet tells the code of a status; what is not done by will is refused.
  private static let unreal: [EventStatus: Facet] = [
    .planned: .cameoPlanned, .demanded: .cameoDemanded, .threatened: .cameoThreatened,
    .negated: .cameoRefused,
  ]

  /// By type ("ASSAULT") or by type and mode ("ASSAULT/aerial").
  private let names: [String: Name]

  init(_ language: Language) {
    var names: [String: Name] = [:]
    for word in language.words(with: .happeningName) {
      guard let key = language.value(of: word, for: .happeningName) else { continue }
      names[key] = Name(
        words: word, preposition: language.value(of: word, for: .recipientAfter) ?? "of",
        cameo: language.value(of: word, for: .cameo),
        unreal: Self.unreal.compactMapValues { language.value(of: word, for: $0) })
    }
    self.names = names
  }

  /// The name of a type and mode; that of the type alone where the mode has none.
  func name(_ type: EventType, _ mode: String?) -> Name? {
    mode.flatMap { names["\(type.rawValue)/\($0)"] } ?? names[type.rawValue]
  }

  /// Whether a mode is one of a type's: nobody bombs by meeting.
  func isMode(_ mode: String, of type: EventType) -> Bool {
    names["\(type.rawValue)/\(mode)"] != nil
  }

  /// The CAMEO code of an event: what its words tell, unless that is the root of a class only and the mode tells more.
  ///
  /// By CAMEO's scheme aid that is only promised is an intent to aid, talks that are demanded a demand, and so on.
  func cameo(
    _ type: EventType, _ mode: String?, told: String?, _ status: EventStatus = .happened
  ) -> String? {
    if let code = names[type.rawValue]?.unreal[status] { return code }
    let ofMode = mode.flatMap { names["\(type.rawValue)/\($0)"]?.cameo }
    if let told, !told.hasSuffix("0") || ofMode == nil { return told }
    return ofMode ?? told ?? names[type.rawValue]?.cameo
  }
}
