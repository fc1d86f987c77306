import HearsayLanguage
import HearsayRecords

/// What an event was read from: who proposed it, and all signs on whether it happened, those that did not decide among them.
struct EventBasis {
  /// `nil` for what is done by saying it.
  var proposal: EventProposal?
  var signs: [Unreal.Sign] = []
}
