import HearsayExchange
import HearsayLedger
import HearsayRecords

/// Two versions of one report, word by word: what went, what came.
struct ComparePage {
  let visit: Visit

  func content(_ id: String) throws -> Content {
    let line = try visit.line(id)
    guard let before = line.supersedes else {
      return Content(
        "What changed", .tag("p", [], "There is no version before this one."), json: { "null" })
    }
    let earlier = try visit.snapshot.report(before)
    let old = try visit.snapshot.reading(of: earlier)
    let new = try visit.snapshot.reading(of: line)
    let diff = WordDiff(old: old.report.text, new: new.report.text)
    let (was, now) = (PositionMap(old.report.text), PositionMap(new.report.text))
    let left: [HTML] = diff.changes.compactMap { change in
      switch change {
      case .same(let span, _): .text(shortened(was.exact(span)))
      case .removed(let span): .tag("del", [], .text(was.exact(span))) + " "
      case .added: nil
      }
    }
    let right: [HTML] = diff.changes.compactMap { change in
      switch change {
      case .same(_, let span): .text(shortened(now.exact(span)))
      case .removed: nil
      case .added(let span): .tag("ins", [], .text(now.exact(span))) + " "
      }
    }
    func side(_ version: ReportLine, _ pieces: [HTML]) -> HTML {
      .tag(
        "section", [.data("aria-label", "Version \(version.version)")],
        .tag("h2", [], .text("Version \(version.version)"))
          + .tag("p", [.class("origin")], .text("first seen " + Dates.moment(version.firstSeen)))
          + .tag("div", [.class("text diff")], .all(pieces)))
    }
    let title = "What changed in “\(Parts.title(line))”"
    let main: HTML = [
      .tag("p", [], Parts.report(line, visit)),
      diff.isEmpty
        ? .tag("p", [], "Nothing but spaces.")
        : .tag("div", [.class("versions")], side(earlier, left) + side(line, right)),
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
