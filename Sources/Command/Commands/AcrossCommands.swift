import HearsayLedger
import HearsayRecords
import HearsayStories

/// `hearsay incident`.
enum IncidentCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    let snapshot = try LedgerDoor.snapshot(invocation, console)
    let keeper = try StoryDoor.keeper(snapshot, invocation, console)
    let named = try NamedHappening(
      invocation.operands[0], invocation, snapshot, command: "incident")
    guard let story = try keeper.story(of: named.line) else { return .nothingFound }
    let incident = story.incidents.first { $0.records.contains(named.id) }
    guard let incident else {
      throw LedgerError(.noReport, "no incident holds \(named.id)")
    }
    let printer = AnswerPrinter(snapshot, invocation, console)
    return try printer.print(
      [incident], json: { try ContractWriter.spanless.json($0) },
      lines: { IncidentLines.page($0, story, width: printer.width) })
  }
}

/// `hearsay contested`.
enum ContestedCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    let snapshot = try LedgerDoor.snapshot(invocation, console)
    let keeper = try StoryDoor.keeper(snapshot, invocation, console)
    let kinds: [Question.Kind] = invocation.choices("kind")
    let most = Wanted.most(invocation, orElse: 20)
    var points: [StoryPoint]
    if let name = invocation.operands.first {
      let line = try ShowCommand.line(name, invocation, snapshot)
      let story = try keeper.story(of: line)
      points = (story?.contested ?? []).filter { kinds.isEmpty || kinds.contains($0.kind) }
        .prefix(most).compactMap { question in
          story.map { StoryPoint(story: $0, question: question) }
        }
    } else {
      points = try keeper.contested(kinds: kinds, limit: most)
    }
    let printer = AnswerPrinter(snapshot, invocation, console)
    return try printer.print(
      points,
      json: {
        #"{"story":"\#($0.story.report)","question":\#(try ContractWriter.spanless.json($0.question))}"#
      },
      lines: { QuestionLines.lines($0.question, $0.story, width: printer.width) })
  }
}

/// How many answers are wanted.
enum Wanted {
  /// What `--limit` says; 0 is all.
  static func most(_ invocation: Invocation, orElse usual: Int) -> Int {
    let most = invocation.number("limit") ?? usual
    return most == 0 ? .max : most
  }
}

/// `hearsay timeline`.
enum TimelineCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    let snapshot = try LedgerDoor.snapshot(invocation, console)
    let keeper = try StoryDoor.keeper(snapshot, invocation, console)
    let line = try ShowCommand.line(invocation.operands[0], invocation, snapshot)
    guard let story = try keeper.story(of: line) else { return .nothingFound }
    let printer = AnswerPrinter(snapshot, invocation, console)
    return try printer.print(
      Timeline.entries(of: story), json: { try ContractWriter.spanless.json($0) },
      lines: { TimelineLines.lines($0, width: printer.width) })
  }
}

/// `hearsay blame`.
enum BlameCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    let snapshot = try LedgerDoor.snapshot(invocation, console)
    let keeper = try StoryDoor.keeper(snapshot, invocation, console)
    let most = Wanted.most(invocation, orElse: 0)
    var all: [Accusation] = []
    if let name = invocation["story"] {
      let line = try ShowCommand.line(name, invocation, snapshot)
      all = Array((try keeper.story(of: line)?.accusations ?? []).prefix(most))
    } else {
      try keeper.forEachAccusation { accusation in
        all.append(accusation)
        return all.count < most
      }
    }
    guard invocation["format"] != "dot" else {
      try console.print(BlameGraph.dot(all))
      return all.isEmpty ? .nothingFound : .done
    }
    let printer = AnswerPrinter(snapshot, invocation, console)
    return try printer.print(
      all, json: { try ContractWriter.spanless.json($0) },
      lines: { accusation in
        var line = StyledText(accusation.by.safeLine, .speaker)
        line.append(" → ", .alleged)
        line.append(accusation.whom.safeLine, .heading)
        line.append("  \(accusation.label.safeLine)")
        let from = [
          accusation.outlet, accusation.at.map { String($0.prefix(10)) }, accusation.report,
        ]
        line.append("  (\(from.compactMap(\.self).joined(separator: ", ")))", .faint)
        return line.wrapped(width: printer.width, rest: "  ")
      })
  }
}

/// `hearsay changes`.
enum ChangesCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    let snapshot = try LedgerDoor.snapshot(invocation, console)
    guard let since = invocation.moment("since") else {
      throw UsageError(message: "changes needs --since DATE", command: "changes")
    }
    let keeper = try StoryDoor.keeper(snapshot, invocation, console)
    var changes = try keeper.changes(since: since)
    if let most = invocation.number("limit"), most > 0 { changes = Array(changes.prefix(most)) }
    let printer = AnswerPrinter(snapshot, invocation, console)
    return try printer.print(
      changes, json: { try ContractWriter.spanless.json($0) },
      lines: { change in
        var line = StyledText(change.at.map { String($0.prefix(10)) } ?? "no date", .faint)
        line.append("  \(change.kind)  ", .speaker)
        line.append(change.words.safeLine)
        line.append("  (\(change.report))", .faint)
        return line.wrapped(width: printer.width, rest: "    ")
      })
  }
}
