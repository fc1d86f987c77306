import HearsayLanguage
import HearsayRecords

/// Finds claims in the syntax: a cue word, its subject, and what depends on it.
struct SyntaxCandidates {
  let text: AnnotatedText

  /// A candidate that the syntax alone does not bear out; it counts only where the model saw the cue as well.
  static let weak = 0.2

  /// All candidates, in the order of their cues.
  func find() -> [ClaimCandidate] {
    text.tokens.indices.compactMap { index in
      switch text.tokens[index].upos {
      case "VERB": verbal(index) ?? attribute(index)
      case "NOUN": framed(index) ?? nominal(index)
      case "ADJ": attribute(index)
      case "ADV": adverb(index)
      default:
        switch text.tokens[index].lower {
        case "according": accordingTo(index)
        case "per": per(index)
        default: nil
        }
      }
    }
  }
}
