import HearsayLedger
import HearsayRecords

/// `hearsay diff`.
enum DiffCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    let snapshot = try LedgerDoor.snapshot(invocation, console)
    let line = try ShowCommand.line(invocation.operands[0], invocation, snapshot)
    guard let before = line.supersedes else {
      console.tell("report \(line.id) is the first version of its address")
      return .nothingFound
    }
    let earlier = try snapshot.report(before)
    let old = try snapshot.reading(of: earlier).report
    let new = try snapshot.reading(of: line).report
    let lines = lines(from: old, to: new, width: console.width)
    if !invocation.has("quiet"), !lines.isEmpty {
      let times = try [earlier, line].map { version in
        "version \(version.version), seen \(try snapshot.firstTime(of: version))"
      }
      try console.print(
        StyledText(times.joined(separator: " → "), .faint).wrapped(width: console.width, rest: "  ")
          + lines, colors: console.usesColors(invocation))
    }
    return lines.isEmpty ? .nothingFound : .done
  }

  /// Characters shown of what stayed, on each side of a change.
  private static let surroundings = 60

  /// The title and the text with what went in brackets after a minus and what came after a plus.
  static func lines(from old: Report, to new: Report, width: Int) -> [StyledText] {
    var lines: [StyledText] = []
    if old.title != new.title {
      lines += StyledText("− \(old.title?.safeLine ?? "(no title)")", .denied)
        .wrapped(width: width, rest: "  ")
      lines += StyledText("+ \(new.title?.safeLine ?? "(no title)")", .happened)
        .wrapped(width: width, rest: "  ")
    }
    let diff = WordDiff(old: old.text, new: new.text)
    guard !diff.isEmpty else { return lines }
    let olds = PositionMap(old.text)
    let news = PositionMap(new.text)
    var text = StyledText()
    for (offset, change) in diff.changes.enumerated() {
      if offset > 0 { text.append(" ") }
      switch change {
      case .same(_, let span):
        text.append(
          shortened(
            news.exact(span), isFirst: offset == 0, isLast: offset == diff.changes.count - 1),
          .faint)
      case .removed(let span): text.append("[−\(olds.exact(span).safeLine)]", .denied)
      case .added(let span): text.append("[+\(news.exact(span).safeLine)]", .happened)
      }
    }
    return lines + text.wrapped(width: width)
  }

  /// What stayed, without what is far from every change.
  private static func shortened(_ words: String, isFirst: Bool, isLast: Bool) -> String {
    let words = words.safeLine
    guard words.count > 2 * surroundings else { return words }
    let before = isFirst ? "" : words.prefix(surroundings) + "…"
    let after = isLast ? "" : "…" + words.suffix(surroundings)
    return before + (before.isEmpty || after.isEmpty ? "" : " ") + after
  }
}
