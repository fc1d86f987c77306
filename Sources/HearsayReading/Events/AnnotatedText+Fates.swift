import HearsayLanguage

extension AnnotatedText {
  /// What becomes of the subject of a verb that nobody does.
  enum Fate {
    /// "Nine miners died": whoever dies has done nothing.
    case suffers
    /// "The car blew up": neither does it anything nor was anything done to it by somebody.
    case nothing
  }

  /// What becomes of a verb's subject, if it does not do what the verb tells.
  func fate(ofSubjectOf verb: Int) -> Fate? {
    guard child(of: verb, "obj") == nil else { return nil }
    return switch value(of: verb, for: .suffered).flatMap(Suffers.init) {
    case .always: .suffers
    case .itself: .nothing
    default: nil
    }
  }

  /// Whether a word is the subject of a verb that nobody does.
  func isIdleSubject(_ word: Int, of verb: Int) -> Bool {
    fate(ofSubjectOf: verb) != nil && subject(of: verb) == word
  }
}
