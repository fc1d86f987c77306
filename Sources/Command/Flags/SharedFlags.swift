import HearsayRecords

/// Flags that several commands have; each is defined once.
enum SharedFlags {
  static let ledger = Flag(
    "ledger", value: .path("PATH"),
    "Use this ledger, a file or postgres://person@host/database; otherwise HEARSAY_LEDGER, otherwise hearsay/ledger.sqlite in the user's data folder."
  )
  static let model = Flag(
    "model", value: .path("PATH"),
    "Use these weights; otherwise HEARSAY_MODEL, otherwise those installed.")
  static let format = Flag(
    "format", short: "f", value: .choice(["text", "json", "jsonl"]),
    "Print for people (text), as JSON, or as JSON Lines; text unless given.")
  static let anyLanguage = Flag(
    "any-language",
    "Annotate reports that are plainly not in English too; otherwise their texts are kept and searched, and nothing is told of them."
  )
  static let noArchive = Flag(
    "no-archive", "Do not keep the bytes that were read; the ledger keeps their texts only.")
  static let noStories = Flag(
    "no-stories",
    "Leave stories to whoever asks for them next; otherwise, once they have been drawn, they are kept up."
  )
  static let color = Flag(
    "color", value: .choice(["auto", "always", "never"]),
    "Colour the text: on a terminal (auto, unless NO_COLOR is set), always or never.")
  static let quiet = Flag(
    "quiet", short: "q",
    "Print no notes and no progress, and no text for people either; errors and JSON stay.")
  static let evidence = Flag(
    "evidence",
    "Show the words that each part was read from, every claim and every figure; for people only.")
  static let verbose = Flag(
    "verbose", short: "v", "Name every file in a folder that is passed over, and what it is.")
  static let limit = Flag("limit", short: "n", value: .number("N"), "Print at most N.")
  static let outlet = Flag(
    "outlet", value: .words("NAME"), "Only reports of outlets whose name contains these letters.")
  static let report = Flag(
    "report", value: .words("REPORT"), "Only this report: the beginning of its id.")
  static let since = Flag(
    "since", value: .date("DATE"), "Only reports published on this date or later.")
  static let until = Flag(
    "until", value: .date("DATE"), "Only reports published on this date or earlier.")
  static let asOf = Flag(
    "as-of", value: .date("DATE"), "Answer from what the ledger held at the end of this date.")
  static let allVersions = Flag(
    "all-versions", "Take every version of a report into account; otherwise only the newest.")
  static let certainty = Flag(
    "certainty", value: .choice(Certainty.allCases.map(\.rawValue)), isRepeatable: true,
    "Only what is told so surely; several may be given, with commas.")

  /// What picks reports of a ledger.
  static let scope = [outlet, report, since, until, asOf, allVersions, limit]
  /// What every command that answers from a ledger has.
  static let answer = [ledger, format, color, quiet]
}

extension SharedFlags {
  /// As `scope`, for commands that already are about reports.
  static let scopeWithoutReport = scope.filter { $0.name != "report" }
  /// As `scope`, for commands whose dates mean something else.
  static let scopeWithoutDates = scope.filter { $0.name != "since" && $0.name != "until" }
}

extension SharedFlags {
  /// What picks events by what they are; their dates stand with each command.
  static let eventParts = [
    Flag(
      "type", value: .choice(EventType.allCases.map(\.rawValue)), isRepeatable: true,
      "Only events of this PLOVER type; several may be given, with commas."),
    Flag("mode", value: .words("MODE"), isRepeatable: true, "Only events of this PLOVER mode."),
    Flag(
      "status", value: .choice(EventStatus.allCases.map(\.rawValue)), isRepeatable: true,
      "Only events that stand so; several may be given, with commas."),
    SharedFlags.certainty,
    Flag("place", value: .words("NAME"), "Only events at a place of this name or within it."),
    Flag("actor", value: .words("NAME"), "Only what somebody of this name does."),
    Flag("recipient", value: .words("NAME"), "Only what is done to somebody of this name."),
  ]
  /// What picks events.
  static let events =
    eventParts + [
      Flag("since", value: .date("DATE"), "Only events on this date or later."),
      Flag("until", value: .date("DATE"), "Only events on this date or earlier."),
    ]
}
