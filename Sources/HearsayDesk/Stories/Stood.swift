import HearsayLedger
import HearsayRecords
import HearsayStories

/// The moments at which the ledger learned more of something, as steps to go back and forth in: a plain form, and links to the step
/// before and after.
struct Stood {
  /// The page as it stood once.
  struct Step: Hashable {
    /// As addresses have it; empty for now.
    let asOf: String
    let words: String
  }

  let visit: Visit
  /// The earliest first; the last of them is now.
  let steps: [Step]
  /// So many steps are told apart; more are told by the hour, or by the day.
  static let most = 40

  /// How much of a moment tells a second, a minute, an hour, a day: `2031-03-04T21:30:05Z`.
  private static let lengths = [19, 16, 13, 10]

  /// - Parameters:
  ///   - visit: Who asks for which page.
  ///   - moments: When the ledger learned something, cut to so many characters: the newest of them, one more than are told
  ///     apart at most.
  init(_ visit: Visit, _ moments: (_ length: Int) throws -> [String]) rethrows {
    self.visit = visit
    var found: [String] = []
    for length in Self.lengths {
      found = try moments(length)
      if found.count <= Self.most { break }
    }
    steps =
      found.suffix(Self.most).map { text in
        // A day is whole everywhere, shorter times need their zone; an hour is told by its end.
        Step(
          asOf: text.count > 10 ? text + "Z" : text,
          words: Dates.moment(text.count == 13 ? text + ":59" : text) + text.dropFirst(16))
      } + [Step(asOf: "", words: "now")]
  }

  /// The steps of moments that are all at hand.
  init(_ visit: Visit, of moments: [String]) {
    self.init(visit) { length in Set(moments.map { String($0.prefix(length)) }).sorted() }
  }

  /// Which of the steps is shown: the last one that is not after what is asked for.
  private var shown: Int {
    guard let asOf = visit.asOf else { return steps.count - 1 }
    let before = steps.dropLast().lastIndex { step in
      Moment(step.asOf).map { $0.last <= asOf.last } ?? false
    }
    return before ?? -1
  }

  private func link(_ step: Step) -> Link {
    let kept = visit.request.query.filter { $0.name != "as-of" && !$0.value.isEmpty }
      .map { (name: $0.name, value: $0.value) }
    return .page(
      visit.request.path,
      kept + (step.asOf.isEmpty ? [] : [(name: "as-of", value: step.asOf)]))
  }

  /// Nothing where there is but one step, and it is shown.
  var html: HTML {
    guard steps.count > 2 || visit.asOf != nil else { return .none }
    let shown = shown
    func to(_ place: Int, _ words: String, key: String) -> HTML {
      guard steps.indices.contains(place) else { return .none }
      return .tag(
        "a", [.href(link(steps[place])), .data("data-key", key)],
        .text(words) + .tag("kbd", [], .text(key)))
    }
    // A moment between two steps is none of them: it stands for itself.
    let isBetween =
      visit.asOf != nil && (shown < 0 || Moment(steps[shown].asOf)?.last != visit.asOf?.last)
    var options = steps.enumerated().map { place, step in
      Parts.option(step.asOf, step.words, isChosen: place == shown && !isBetween)
    }
    if isBetween, let text = visit.asOfText {
      options.insert(Parts.option(text, Dates.moment(text), isChosen: true), at: shown + 1)
    }
    let choice = HTML.tag("select", [.data("name", "as-of")], .all(options))
    let kept = HTML.all(
      visit.request.query.filter { $0.name != "as-of" && !$0.value.isEmpty }
        .map { Parts.hidden($0.name, $0.value) })
    return .tag(
      "form",
      [
        .class("stood"), .data("id", "stood"), .data("aria-label", "As it stood"),
        .action(.page(visit.request.path, fragment: "stood")),
      ],
      [
        kept, to(isBetween ? shown : shown - 1, "before", key: ","),
        .tag("label", [], "as it stood " + choice), .tag("button", [], "Show"),
        to(shown + 1, "after", key: "."),
      ])
  }
}
