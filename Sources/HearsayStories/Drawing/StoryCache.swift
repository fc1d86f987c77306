import Synchronization

/// Stories that were drawn lately, kept in the memory of a program that shows them again and again.
///
/// Each is known by what tells whether it has to be drawn again, so that nothing old is ever shown.
package final class StoryCache: Sendable {
  private struct Kept {
    let text: String
    let story: Story
    var used: Int
  }

  private struct State {
    var stories: [String: Kept] = [:]
    /// What single people see otherwise, by who they are and as of when.
    var own: [String: StoryKeeper.OwnStories] = [:]
    /// Reports in all of them.
    var reports = 0
    var turn = 0
  }

  private let state = Mutex(State())
  private let most: Int

  /// - Parameter most: So many reports are in the stories that are kept, those that were shown last; larger stories are not kept.
  package init(most: Int = 2_000) { self.most = most }

  /// The story of this first report, if it was drawn from what it would be drawn from now.
  func story(_ first: String, drawnFrom text: String) -> Story? {
    state.withLock { state in
      guard let kept = state.stories[first], kept.text == text else { return nil }
      state.turn += 1
      state.stories[first]?.used = state.turn
      return kept.story
    }
  }

  /// What somebody sees otherwise, if it was drawn from what it would be drawn from now.
  func own(_ key: String) -> StoryKeeper.OwnStories? { state.withLock { $0.own[key] } }

  /// So many people code blind at once; for more it is drawn anew now and then.
  private static let mostOwn = 16

  func keep(_ own: StoryKeeper.OwnStories, _ key: String) {
    state.withLock { state in
      if state.own.count >= Self.mostOwn { state.own = [:] }
      state.own[key] = own
    }
  }

  func keep(_ story: Story, _ first: String, drawnFrom text: String) {
    guard story.reports.count <= most else { return }
    state.withLock { state in
      state.turn += 1
      let kept = Kept(text: text, story: story, used: state.turn)
      let before = state.stories.updateValue(kept, forKey: first)
      state.reports += story.reports.count - (before?.story.reports.count ?? 0)
      while state.reports > most,
        let oldest = state.stories.min(by: { $0.value.used < $1.value.used })
      {
        state.stories[oldest.key] = nil
        state.reports -= oldest.value.story.reports.count
      }
    }
  }
}
