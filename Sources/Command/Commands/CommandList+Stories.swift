import HearsayRecords
import HearsayStories

// What looks across reports.
extension CommandList {
  /// What several commands about stories say of what they draw.
  private static let drawing = """
    Stories, incidents and contested points are drawn from the readings in the ledger and kept beside it, in a file of its own \
    that may be deleted at any time; nothing in the ledger is changed. They depend on which reports are there, never on the \
    order in which they came.
    """

  static let stories = CommandDefinition(
    name: "stories", operands: .none,
    summary: "Show what reports tell of together, the most contested first.",
    details: [drawing],
    flags: [
      SharedFlags.since, SharedFlags.until,
      Flag(
        "place", value: .words("NAME"), "Only stories with an incident at a place of this name."),
      Flag(
        "type", value: .choice(EventType.allCases.map(\.rawValue)), isRepeatable: true,
        "Only stories with an incident of this PLOVER type; several may be given, with commas."),
      SharedFlags.asOf,
      Flag(
        "limit", short: "n", value: .numberOrAll("N"),
        "Print at most N; 20 unless given, 0 for all."),
    ] + SharedFlags.answer,
    examples: [
      .init(line: "hearsay stories --since 2031-03", meaning: "what went on since March")
    ],
    run: StoriesCommand.run)

  static let story = CommandDefinition(
    name: "story",
    operands: .oneReport("story"),
    summary: "Show the story that a report is in: what is contested, its incidents and reports.",
    details: [drawing],
    flags: [SharedFlags.asOf] + SharedFlags.answer,
    examples: [
      .init(line: "hearsay story 3fa9", meaning: "the story of the report whose id begins so")
    ],
    run: StoryCommand.run)

  static let redraw = CommandDefinition(
    name: "redraw", operands: .none,
    summary: "Forget what was drawn from the ledger and draw it again.",
    details: [drawing],
    flags: [SharedFlags.ledger, SharedFlags.quiet], examples: [], run: RedrawCommand.run)

  static let incident = CommandDefinition(
    name: "incident",
    operands: .init(
      usage: "REPORT:RECORD", kind: .words, count: 1...1,
      missing: "incident needs one of its records, such as 3fa9:h1"),
    summary: "Show one happening as several reports tell it, and why they are taken for one.",
    details: [drawing],
    flags: [SharedFlags.asOf] + SharedFlags.answer,
    examples: [
      .init(line: "hearsay incident 3fa9:h1", meaning: "what else tells of that report's happening")
    ],
    run: IncidentCommand.run)

  /// Flags by which a person decides.
  private static let ruling = [
    Flag("because", value: .words("REASON"), "Why; kept with the decision."),
    Flag("as", value: .words("NAME"), "Who decides; otherwise the name of the user."),
    Flag("undo", "Take back what was decided so about these two."),
  ]

  static let same = CommandDefinition(
    name: "same",
    operands: .init(
      usage: "[REPORT:RECORD REPORT:RECORD]", kind: .words, count: 0...2, missing: ""),
    summary: "Decide that two records tell of one happening; without any, show which may.",
    details: [
      """
      Kept for ever with who decided, when and why, and undone only by another decision. Stories and incidents are drawn by \
      it from then on. Where two people decide otherwise, both are shown and neither counts.
      """
    ],
    flags: ruling + [
      Flag(
        "limit", short: "n", value: .numberOrAll("N"),
        "Show at most N pairs that may be one; 20 unless given, 0 for all."), SharedFlags.asOf,
    ] + SharedFlags.answer,
    examples: [
      .init(line: "hearsay same", meaning: "which happenings of different reports may be one"),
      .init(
        line: "hearsay same 3fa9:h1 77c0:h2 --because 'the same bridge'",
        meaning: "decides that they are"),
    ],
    run: RulingCommands.same)

  static let notSame = CommandDefinition(
    name: "not-same",
    operands: .init(
      usage: "REPORT:RECORD REPORT:RECORD", kind: .words, count: 2...2,
      missing: "not-same needs two records, such as 3fa9:h1 77c0:h2"),
    summary: "Decide that two records do not tell of one happening.",
    details: ["See same, of which it is the contrary."],
    flags: ruling + [SharedFlags.ledger, SharedFlags.quiet], examples: [],
    run: RulingCommands.notSame)

  static let contested = CommandDefinition(
    name: "contested",
    operands: .init(usage: "[REPORT]", kind: .words, count: 0...1, missing: ""),
    summary: "Show on what reports differ: the question, each answer, and who gives it since when.",
    details: [
      """
      With REPORT only what is contested in its story. Sources that speak with one mouth count once: near copies, and       outlets that quote the same person. No answer is decided for the reader.
      """
    ],
    flags: [
      Flag(
        "kind", value: .choice(Question.Kind.allCases.map(\.rawValue)), isRepeatable: true,
        "Only such questions; several may be given, with commas."),
      SharedFlags.asOf,
      Flag(
        "limit", short: "n", value: .numberOrAll("N"),
        "Print at most N; 20 unless given, 0 for all."),
    ] + SharedFlags.answer,
    examples: [
      .init(
        line: "hearsay contested --kind howMany", meaning: "every count on which reports differ")
    ],
    run: ContestedCommand.run)

  static let timeline = CommandDefinition(
    name: "timeline",
    operands: .oneReport("timeline"),
    summary: "Show a story in order: what happened when, who reported it when, how figures grew.",
    details: [], flags: [SharedFlags.asOf] + SharedFlags.answer, examples: [],
    run: TimelineCommand.run)

  static let blame = CommandDefinition(
    name: "blame", operands: .none, summary: "Show who accuses whom of what.",
    details: ["dot writes a graph for Graphviz: an arrow from who accuses to who is accused."],
    flags: [
      Flag("story", value: .words("REPORT"), "Only in the story of this report."),
      Flag("limit", short: "n", value: .numberOrAll("N"), "Print at most N; all unless given."),
      SharedFlags.asOf, SharedFlags.ledger,
      Flag(
        "format", short: "f", value: .choice(["text", "json", "jsonl", "dot"]),
        "Print for people (text), as JSON, as JSON Lines, or for Graphviz (dot); text unless given."
      ),
      SharedFlags.color, SharedFlags.quiet,
    ],
    examples: [
      .init(line: "hearsay blame --format dot | dot -Tsvg > blame.svg", meaning: "as a picture")
    ],
    run: BlameCommand.run)

  static let changes = CommandDefinition(
    name: "changes", operands: .none,
    summary: "Show what is told otherwise since a date: figures, sources, headlines, new answers.",
    details: [
      """
      Of new versions of a report only what is a matter of fact is told: headline, figures, sources, hedges and quotations;       diff shows every word.
      """
    ],
    flags: [
      Flag("since", value: .date("DATE"), "What changed on this date or later."), SharedFlags.asOf,
      Flag("limit", short: "n", value: .numberOrAll("N"), "Print at most N; all unless given."),
    ] + SharedFlags.answer,
    examples: [.init(line: "hearsay changes --since 2031-03-04", meaning: "since that day")],
    run: ChangesCommand.run)
}
