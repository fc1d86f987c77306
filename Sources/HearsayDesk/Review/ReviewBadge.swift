import HearsayLedger

extension ReviewState {
  var badge: HTML {
    let how =
      last.map { " · \($0.verdict.rawValue) by \($0.person), \(Dates.short($0.made))" } ?? ""
    return .tag("p", [.class("state \(word.rawValue)")], .text(word.rawValue + how))
  }

  var notes: HTML {
    let said = decisions.filter { !$0.reason.isEmpty || $0.verdict == .note }
    guard !said.isEmpty else { return .none }
    return .tag(
      "ul", [.class("notes")],
      .all(
        said.map {
          .tag(
            "li", [],
            .text("\($0.person), \(Dates.short($0.made)), \($0.verdict.rawValue): \($0.reason)"))
        }))
  }
}
