import HearsayRecords
import HearsayStories

/// How the desk words questions and answers across reports.
enum Voices {
  /// What a question asks, as the head of a column.
  static func words(_ question: Question) -> String {
    guard question.kind == .howMany, let of = question.of else { return question.kind.words }
    return "how many \(of.safeLine)?"
  }

  /// The words that an answer stands in: those it is named by, else the longest that do not only name whoever gives it.
  static func words(_ by: Question.By, _ answer: Question.Answer) -> Quoted? {
    if let named = by.spans.first(where: { $0.exact.safeLine == answer.label.safeLine }) {
      return named
    }
    let said = by.spans.filter { $0.exact.safeLine != by.speaker?.safeLine }
    let longest = said.map(\.exact.count).max()
    return said.first { $0.exact.count == longest } ?? by.spans.first
  }

  /// Who gives an answer; a report of no known outlet is called by its headline.
  static func name(_ by: Question.By, _ story: Story) -> String {
    (by.speaker ?? by.outlet).map(\.safeLine) ?? name(ofReport: by.report, story)
  }

  /// That whoever speaks is not named, or that it came through others: signs beside a name, in words.
  static func signs(_ by: [Question.By]) -> HTML {
    var signs: HTML = .none
    if !by.isEmpty, by.allSatisfy(\.anonymous) {
      signs += .tag(
        "span", [.class("sign unnamed"), .data("title", "whoever says it is not named")], "unnamed")
    }
    let through = by.flatMap(\.via).map(\.safeLine).distinct
    if !by.isEmpty, by.allSatisfy({ !$0.via.isEmpty }), let first = through.first {
      let others = through.count > 1 ? " and \(through.count - 1) more" : ""
      signs += .tag(
        "span", [.class("sign second"), .data("title", "as others pass it on")],
        .text("second-hand, via \(first)\(others)"))
    }
    return signs
  }

  /// Whose figure it is.
  static func name(_ point: Series.Point, _ story: Story) -> String {
    point.by == "report \(point.report)" ? name(ofReport: point.report, story) : point.by.safeLine
  }

  private static func name(ofReport id: String, _ story: Story) -> String {
    let title = story.reports.first { $0.id == id }?.title
    return title.map { "“\($0.safeLine.cut(to: 40))”" } ?? "report \(id)"
  }

  /// How an answer is given: said, hedged, or denied by whoever is named beside it.
  enum Manner: String, CaseIterable {
    case said, hedged, denied

    var mark: String {
      switch self {
      case .said: "●"
      case .hedged: "◐"
      case .denied: "✗"
      }
    }

    var word: String {
      switch self {
      case .said: "says"
      case .hedged: "hedges"
      case .denied: "denies"
      }
    }
  }

  /// What somebody did with an answer: "said so", "denied it".
  static func did(_ manner: Manner) -> String {
    switch manner {
    case .said: "said so"
    case .hedged: "said so, hedged"
    case .denied: "denied it"
    }
  }

  static func manner(_ by: Question.By, _ answer: Question.Answer, _ kind: Question.Kind) -> Manner
  {
    let denies = by.act == "deny" || by.act == "disavow"
    // "It did not happen" is what a denial says; "Sorrat did it" is what it denies.
    if denies, !(kind == .happened && answer.value != "yes"), !answer.value.hasPrefix("not ") {
      return .denied
    }
    if by.act == "doubt" || by.act == "predict" { return .hedged }
    return by.certainty == "asserted" || by.certainty == "confirmed" ? .said : .hedged
  }

  /// Independent sources that stand behind an answer; those that only deny it are not among them.
  static func roots(_ answer: Question.Answer, _ kind: Question.Kind) -> Int {
    Set(answer.by.filter { manner($0, answer, kind) != .denied }.map(\.root)).count
  }

  /// The answers, those with most sources first, of equals the earlier; that nobody is named is no answer to begin with.
  static func sorted(_ question: Question) -> [Question.Answer] {
    question.answers.enumerated().sorted { one, other in
      let mine = (one.element.value == "nobody" ? 1 : 0, -roots(one.element, question.kind))
      let theirs = (other.element.value == "nobody" ? 1 : 0, -roots(other.element, question.kind))
      return (mine.0, mine.1, one.offset) < (theirs.0, theirs.1, other.offset)
    }.map(\.element)
  }

  /// The answers with their independent sources: "Sorrati (3) · not Coastal Front (1)".
  static func line(_ question: Question, most: Int = 4) -> String {
    let order = sorted(question)
    let told = order.prefix(most).map { answer in
      let roots = roots(answer, question.kind)
      return answer.label.safeLine.cut(to: 48) + (roots > 0 ? " (\(roots))" : " (only denied)")
    }
    let more = question.answers.count - told.count
    return told.joined(separator: " · ") + (more > 0 ? " · \(more) more" : "")
  }
}

extension String {
  /// Cut at a word, with an ellipsis.
  func cut(to length: Int) -> String {
    guard count > length else { return self }
    var short = prefix(length)
    if let space = short.lastIndex(of: " "),
      short.distance(from: short.startIndex, to: space) > length / 2
    {
      short = short[..<space]
    }
    return short + "…"
  }
}
