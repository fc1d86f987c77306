import HearsayLedger
import HearsayRecords
import HearsayStories

/// `hearsay stories`.
enum StoriesCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    let snapshot = try LedgerDoor.snapshot(invocation, console)
    let keeper = try StoryDoor.keeper(snapshot, invocation, console)
    let most = invocation.number("limit") ?? 20
    let rows = try keeper.list().filter { isWanted($0, invocation) }
    let shown = most == 0 ? rows : Array(rows.prefix(most))
    let printer = AnswerPrinter(snapshot, invocation, console)
    return try printer.print(
      shown,
      json: { row in
        guard let story = try keeper.story(first: row.first) else { return "null" }
        return try ContractWriter.spanless.json(story)
      },
      lines: { StoryLines.entry($0, width: printer.width) })
  }

  private static func isWanted(_ row: DrawnFile.StoryRow, _ invocation: Invocation) -> Bool {
    if let since = invocation.moment("since") {
      guard let until = row.until.flatMap(Moment.init), until.last >= since.first else {
        return false
      }
    }
    if let until = invocation.moment("until") {
      guard let since = row.since.flatMap(Moment.init), since.first <= until.last else {
        return false
      }
    }
    let types = invocation.all("type")
    if !types.isEmpty, !types.contains(where: { row.types.contains(" \($0) ") }) { return false }
    if let place = invocation["place"]?.lowercased(), !row.places.contains(place) { return false }
    return true
  }
}

/// `hearsay story`.
enum StoryCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    let snapshot = try LedgerDoor.snapshot(invocation, console)
    let line = try ShowCommand.line(invocation.operands[0], invocation, snapshot)
    let keeper = try StoryDoor.keeper(snapshot, invocation, console)
    let story = try keeper.story(of: line)
    let printer = AnswerPrinter(snapshot, invocation, console)
    return try printer.print(
      [story].compactMap(\.self), json: { try ContractWriter.spanless.json($0) },
      lines: { StoryLines.page($0, width: printer.width) })
  }
}

/// `hearsay redraw`.
enum RedrawCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    let snapshot = try LedgerDoor.snapshot(invocation, console)
    DrawnFile.remove(besideLedger: snapshot.path)
    let keeper = try StoryDoor.keeper(snapshot, invocation, console)
    let drawn = try keeper.catchUp()
    if !invocation.has("quiet") {
      console.tell("drawn: " + (drawn == 1 ? "1 story" : "\(drawn) stories"))
    }
    return .done
  }
}
