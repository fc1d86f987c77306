import HearsayLanguage

extension AnnotatedText {
  /// What becomes of the subject of a verb that nobody does.
  enum Fate {
    /// "Nine miners died", "Sorrat received aid": whoever dies or gets something has done nothing.
    case suffers
    /// "The car blew up": neither does it anything nor was anything done to it by somebody.
    case nothing
  }

  /// What becomes of a verb's subject, if it does not do what the verb tells.
  func fate(ofSubjectOf verb: Int) -> Fate? {
    let hasObject = child(of: verb, "obj") != nil
    return switch value(of: verb, for: .suffered).flatMap(Suffers.init) {
    case .gets: .suffers
    case .always where !hasObject: .suffers
    case .itself where !hasObject: .nothing
    default: nil
    }
  }

  /// Whether a word is the subject of a verb that nobody does, or gets what a noun tells: "the mayor received threats".
  func isIdleSubject(_ word: Int, of event: Int) -> Bool {
    let isObject = tokens[event].upos == "NOUN" && tokens[event].relation == "obj"
    guard let verb = isObject ? tokens[event].head : event else { return false }
    return fate(ofSubjectOf: verb) != nil && subject(of: verb) == word
  }
}
