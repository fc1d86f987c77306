import HearsayExchange
import HearsayLedger
import HearsayRecords

/// Two versions of one report, word by word: what went, what came.
struct ComparePage {
  let visit: Visit

  func content(_ id: String) throws -> Content {
    let line = try visit.snapshot.report(id, asOf: visit.asOf)
    guard let before = line.supersedes else {
      return Content(
        "What changed", .tag("p", [], "There is no version before this one."), json: { "null" })
    }
    let old = try visit.snapshot.reading(of: try visit.snapshot.report(before))
    let new = try visit.snapshot.reading(of: line)
    let diff = WordDiff(old: old.report.text, new: new.report.text)
    let (was, now) = (PositionMap(old.report.text), PositionMap(new.report.text))
    let pieces: [HTML] = diff.changes.map { change in
      switch change {
      case .same(_, let span): .text(shortened(now.exact(span)))
      case .removed(let span): .tag("del", [], .text(was.exact(span))) + " "
      case .added(let span): .tag("ins", [], .text(now.exact(span))) + " "
      }
    }
    let title = "What changed in “\(Parts.title(line))”"
    let main: HTML = [
      .tag("p", [], Parts.report(line, visit)),
      diff.isEmpty
        ? .tag("p", [], "Nothing but spaces.") : .tag("div", [.class("text diff")], .all(pieces)),
    ]
    return Content(
      title, main,
      json: {
        struct Change: Encodable { let removed, added: String? }
        return try ContractWriter.spanless.json(
          diff.changes.compactMap { change -> Change? in
            switch change {
            case .same: nil
            case .removed(let span): Change(removed: was.exact(span), added: nil)
            case .added(let span): Change(removed: nil, added: now.exact(span))
            }
          })
      })
  }

  /// What stayed is shortened in its middle.
  private func shortened(_ words: String) -> String {
    guard words.count > 240 else { return words + " " }
    return words.prefix(100) + " … " + words.suffix(100) + " "
  }
}
