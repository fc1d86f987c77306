import HearsayLanguage
import HearsayRecords

/// Finds claims in the syntax: a cue word, its subject, and what depends on it.
struct SyntaxCandidates {
  let text: AnnotatedText
  /// What tells a claim beside a clause.
  let rules: RuleFamily

  init(text: AnnotatedText) {
    self.text = text
    rules = text.language.rules.family("claims.beside")
  }

  /// A candidate that the syntax alone does not bear out; it counts only where the model saw the cue as well.
  static let weak = 0.2

  /// All candidates, in the order of their cues.
  func find() -> [ClaimCandidate] {
    text.tokens.indices.compactMap { index in
      if let found = beside(index) { return found }
      return switch text.tokens[index].upos {
      case "VERB": verbal(index)
      case "NOUN": nominal(index)
      default: nil
      }
    }
  }
}
