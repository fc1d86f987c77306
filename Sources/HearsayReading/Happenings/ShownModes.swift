import HearsayLanguage

/// In which modes a report's words show violence: a woman whom a car hit was not shot where nothing tells of a shot (modes.tsv).
struct ShownModes {
  /// All modes that words can show, and those that words of this text do.
  private let known: Set<Substring>
  private let shown: Set<Substring>

  init(_ text: AnnotatedText) {
    known = Set(
      text.language.words(with: .showsMode)
        .compactMap { text.language.value(of: $0, for: .showsMode) }.flatMap(Self.modes))
    shown = Set(
      text.tokens.indices.compactMap { text.value(of: $0, for: .showsMode) }.flatMap(Self.modes))
  }

  /// Whether a mode may be told.
  func allow(_ mode: String) -> Bool {
    let mode = Substring(mode)
    return shown.contains(mode) || !known.contains(mode)
  }

  private static func modes(_ value: String) -> [Substring] { value.split(separator: "+") }
}
