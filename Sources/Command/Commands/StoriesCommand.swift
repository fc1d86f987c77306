import HearsayLedger
import HearsayRecords
import HearsayStories

/// `hearsay stories`.
enum StoriesCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    let snapshot = try LedgerDoor.snapshot(invocation, console)
    let keeper = try StoryDoor.keeper(snapshot, invocation, console)
    let shown = try keeper.list(wanted(invocation))
    let printer = AnswerPrinter(snapshot, invocation, console)
    return try printer.print(
      shown,
      json: { row in
        guard let story = try keeper.story(first: row.first) else { return "null" }
        return try ContractWriter.spanless.json(story)
      },
      lines: { StoryLines.entry($0, width: printer.width) })
  }

  private static func wanted(_ invocation: Invocation) -> StoryWanted {
    var wanted = StoryWanted()
    wanted.since = invocation["since"]
    wanted.until = invocation["until"]
    wanted.types = invocation.all("type")
    wanted.place = invocation["place"]
    wanted.limit = Wanted.most(invocation, orElse: 20)
    return wanted
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
