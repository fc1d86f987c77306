import HearsayDesk
import HearsayRecords

/// Every command of the tool.
///
/// Parsing, help, manual and completions are made from this list and nothing else.
enum CommandList {
  static let all = [
    read, watch, list, show, explain, diff, copies, search, claims, denials, events, figures,
    stories, story, incident, same, notSame, contested, timeline, blame, changes, redraw, desk,
    review, verify, copying, allow, export, importing, compare, annotate, help, completions,
    version,
  ]

  static let list = CommandDefinition(
    name: "list", operands: .none, summary: "List the reports in the ledger, newest first.",
    details: [
      "The id in front of each stands for it in other commands; its beginning is enough.",
      """
      Of a report whose words are mostly those of an earlier one at another address (agency text on many sites) the \
      earliest such report is named, with the share of the words that are in it; copies shows all.
      """,
    ],
    flags: SharedFlags.scopeWithoutReport + SharedFlags.answer,
    examples: [
      .init(
        line: "hearsay list --outlet courier --since 2031-03",
        meaning: "what the Courier wrote since March")
    ],
    run: ListCommand.run)

  static let show = CommandDefinition(
    name: "show",
    operands: .oneReport("show"),
    summary: "Show everything read from one report.",
    details: [
      "REPORT is the beginning of the id that list shows, or the address or path it was read from."
    ],
    flags: [
      Flag("text", "Print the report's text instead, with the line numbers that pages refer to."),
      SharedFlags.evidence, SharedFlags.asOf,
    ] + SharedFlags.answer,
    examples: [.init(line: "hearsay show 3fa9", meaning: "the report whose id begins so")],
    run: ShowCommand.run)

  static let explain = CommandDefinition(
    name: "explain",
    operands: .init(
      usage: "REPORT RECORD", kind: .words, count: 2...2,
      missing: "explain needs a report and the id of one of its records, as JSON tells it"),
    summary: "Tell why a record is as it is.",
    details: [
      """
      A line a reason: the value, the words it was read from, the rule or table that made it with the file where it stands, \
      and the signs that were seen but did not decide. The report is read again, so what is told is what this version reads. \
      Ties and wordings have no id in JSON; they are counted in its order: r1 is the first tie, w1 the first wording.
      """
    ],
    flags: [SharedFlags.asOf, SharedFlags.ledger, SharedFlags.model, SharedFlags.color],
    examples: [
      .init(line: "hearsay explain 3fa9 v2", meaning: "why the second event stands as it does"),
      .init(line: "hearsay explain 3fa9 c1", meaning: "what made the first claim"),
    ],
    run: ExplainCommand.run)

  static let desk = CommandDefinition(
    name: "desk", operands: .none,
    summary: "Open the ledger in a browser, to look, check and decide.",
    details: [
      """
      Prints the address and answers until it is stopped. Only this machine is answered, and only pages of the desk itself may \
      send anything. Every page can be had as JSON, every list as CSV too, and all of it as of a past day.
      """,
      """
      What is decided about a record is kept in the ledger with who, when and why, and is undone only by another decision.
      """,
    ],
    flags: [
      Flag(
        "port", value: .words("PORT"),
        "Listen at this port; 8731 unless given, 0 lets the system choose."),
      Flag(
        "as", value: .words("NAME"),
        "Keep decisions under this name; that of the user unless given."),
      Flag("read-only", "Only show; nothing can be decided or added."),
      Flag(
        "listen", value: .words("ADDRESS"),
        "Let others in at this address of this machine (0.0.0.0: at all of them); they must sign in."
      ),
      Flag(
        "host", value: .words("NAME"), isRepeatable: true,
        "With --listen: a name by which browsers call this machine; several may be given, with commas."
      ),
      Flag(
        "certificate", value: .path("FILE"), "With --listen: the certificate for TLS, as PEM."),
      Flag("key", value: .path("FILE"), "The key of the certificate, as PEM."),
      Flag("behind-tls", "A proxy before the desk speaks TLS with browsers."),
      Flag(
        "add-user", value: .words("NAME"),
        "Let somebody sign in, and end; the password is asked for, or read from standard input."),
      Flag(
        "role", value: .choice(DeskPeople.roles),
        "With --add-user: what they may do, each what those before may; code unless given."),
      Flag("remove-user", value: .words("NAME"), "Let somebody sign in no more, and end."),
      Flag("users", "Print who may sign in, and end."),
      Flag("allow-private", "Read addresses of private networks too."),
      SharedFlags.model, SharedFlags.anyLanguage, SharedFlags.ledger, SharedFlags.quiet,
    ],
    examples: [
      .init(line: "hearsay desk --as ana", meaning: "decisions are kept as ana's"),
      .init(line: "hearsay desk --add-user ben --role review", meaning: "ben may sign in"),
    ],
    run: DeskCommand.run)

  static let review = CommandDefinition(
    name: "review", operands: .none,
    summary: "Decide about records in the terminal, one after the other, by the keys of the desk.",
    details: [
      """
      Shows what waits as the desk's review does: what was assigned, what is contested, then what was read unsurely and many \
      tell; --order has other orders. a accepts and goes on, r rejects (a digit or words say why), d disputes, n notes, w notes \
      something on words of the text, s skips, u undoes the last, q ends.
      """,
      "Every decision is kept in the ledger with who, when and why. Keys may come from a pipe too.",
    ],
    flags: [
      Flag(
        "as", value: .words("NAME"),
        "Keep decisions under this name; that of the user unless given."),
      Flag("blind", "Hide what others decided."),
      Flag(
        "order", value: .choice(ReviewQueue.Order.allCases.map(\.rawValue)),
        "What is asked for first: what is worth checking, what the most independent sources tell, what was read least surely, or the newest reports; worth unless given."
      ),
      Flag("limit", short: "n", value: .number("N"), "End after N."),
      SharedFlags.ledger, SharedFlags.color, SharedFlags.quiet,
    ],
    examples: [.init(line: "hearsay review --as ana -n 20", meaning: "twenty, kept as ana's")],
    run: ReviewCommand.run)

  static let diff = CommandDefinition(
    name: "diff",
    operands: .oneReport("diff"),
    summary: "Show what changed in a report since its version before, word by word.",
    details: ["What went stands as [−words], what came as [+words]; what stayed is shortened."],
    flags: [SharedFlags.ledger, SharedFlags.color, SharedFlags.quiet],
    examples: [
      .init(line: "hearsay diff https://news.example/report", meaning: "its newest version")
    ],
    run: DiffCommand.run)

  static let copies = CommandDefinition(
    name: "copies",
    operands: .oneReport("copies"),
    summary: "Show the reports whose words are mostly those of one report, the earliest first.",
    details: [
      """
      Texts are compared by their runs of five words. Two are near copies if at least 40 % of the shorter stands in the \
      longer and at least a fifth of all their runs is in both. What is earlier is told by the date of publication, where \
      there is none by when it was fetched or seen.
      """
    ],
    flags: SharedFlags.scopeWithoutReport + SharedFlags.answer,
    examples: [
      .init(line: "hearsay copies 3fa9", meaning: "who else carried the report whose id begins so")
    ],
    run: CopiesCommand.run)

  static let search = CommandDefinition(
    name: "search",
    operands: .init(
      usage: "WORDS…", kind: .words, count: 1...Int.max, missing: "search needs words to look for"),
    summary: "Find reports by their words, best first.",
    details: [
      """
      All words must occur. "Two words" in quotation marks must stand together, attack* stands for any ending, \
      -word must not occur (after --, so that it is not taken for a flag).
      """
    ],
    flags: SharedFlags.scope + SharedFlags.answer,
    examples: [
      .init(
        line: "hearsay search terminal 'drone*'", meaning: "both words, the second with any ending")
    ],
    run: SearchCommand.run)

  static let claims = CommandDefinition(
    name: "claims", operands: .none, summary: "Show who says what, across all reports.",
    details: [
      "Several conditions must all hold. Names are compared with every name a report uses."
    ],
    flags: [
      Flag("speaker", value: .words("NAME"), "Only what somebody of this name says."),
      Flag("blames", value: .words("NAME"), "Only what blames somebody of this name."),
      Flag("words", value: .words("WORDS"), "Only what is said in these words."),
      Flag(
        "act", value: .choice(ClaimAct.allCases.map(\.rawValue)), isRepeatable: true,
        "Only what does this by saying it; several may be given, with commas."),
      SharedFlags.certainty,
    ] + SharedFlags.scope + SharedFlags.answer,
    examples: [
      .init(line: "hearsay claims --blames Kelmar --act accuse", meaning: "who accuses Kelmar"),
      .init(line: "hearsay claims --act deny,disavow", meaning: "everything denied"),
    ],
    run: ClaimsCommand.run)

  static let denials = CommandDefinition(
    name: "denials", operands: .none,
    summary: "Show which denials answer what other reports tell.",
    details: [
      """
      Each denial is compared with the events that other reports of the same story tell as having happened: who is said \
      to have done it, what it was, the names and words it is told in, and when. What speaks for a link is printed \
      with it; a denial of which nothing is sure is left out. JSON has both records, each with its report, and the reasons.
      """
    ],
    flags: [
      Flag("speaker", value: .words("NAME"), "Only what somebody of this name denies."),
      Flag("words", value: .words("WORDS"), "Only what is denied in these words."),
    ] + SharedFlags.scope + SharedFlags.answer,
    examples: [
      .init(
        line: "hearsay denials --speaker Sorrat", meaning: "what Sorrat denies, and who told it")
    ],
    run: DenialsCommand.run)

  static let events = CommandDefinition(
    name: "events", operands: .none,
    summary: "Show what happened, is said to have happened, is planned or denied.",
    details: [
      """
      Each happening is shown once, with all that its report tells of it in several places; --mentions shows every \
      mention by itself, and so is shown what older versions of Hearsay read. JSON has `happening` or `event`.
      """,
      """
      --since and --until mean the time of the event; one without a time is judged by its report's \
      publication. An event counts as happened only if it is told as fact; use --status to ask for it.
      """,
    ],
    flags: [
      Flag("mentions", "Show every mention of a happening by itself."),
      SharedFlags.evidence,
    ] + SharedFlags.events + SharedFlags.scopeWithoutDates + SharedFlags.answer,
    examples: [
      .init(
        line: "hearsay events --type assault --since 2031-03-03", meaning: "attacks since then"),
      .init(
        line: "hearsay events --status denied,negated", meaning: "what is said not to have happened"
      ),
    ],
    run: EventsCommand.run)

  static let figures = CommandDefinition(
    name: "figures", operands: .none, summary: "Show how many of what, and whose count it is.",
    details: [],
    flags: [
      Flag("counts", value: .words("WORDS"), "Only figures that count this."),
      Flag(
        "unit", value: .words("UNIT"), "Only figures in this unit: percent, USD, km and others."),
      Flag("at-least", value: .number("N"), "Only figures that may be so high."),
      Flag("at-most", value: .number("N"), "Only figures that may be so low."),
    ] + SharedFlags.scope + SharedFlags.answer,
    examples: [.init(line: "hearsay figures --counts killed", meaning: "every count of the dead")],
    run: FiguresCommand.run)

  static let verify = CommandDefinition(
    name: "verify", operands: .none,
    summary: "Read the whole ledger again and compare every span with its text.",
    details: [
      "The archived bytes are compared with their digests, too.",
      "Exits with 0 if everything is as it was stored, with 2 and one line for each problem if not.",
    ],
    flags: [SharedFlags.ledger, SharedFlags.quiet], examples: [], run: VerifyCommand.run)

  static let copying = CommandDefinition(
    name: "copy",
    operands: .init(
      usage: "FROM TO", kind: .paths, count: 2...2,
      missing: "copy needs two ledgers: the one that is there, and the place of the new one"),
    summary: "Copy a ledger to another place: a file, or a PostgreSQL database.",
    details: [
      """
      Both are paths or addresses (postgres://person@host/database). Nothing is lost or changed: every row keeps its number and its \
      digest, decisions and archived bytes come along, and all of it is verified in the new place. The new one must be empty.
      """
    ],
    flags: [SharedFlags.quiet],
    examples: [
      .init(
        line: "hearsay copy ledger.sqlite postgres://ana@db.example/news",
        meaning: "a team goes on together"),
      .init(line: "hearsay copy postgres://ana@db.example/news kept.sqlite", meaning: "and back"),
    ],
    run: CopyCommand.run)

  static let allow = CommandDefinition(
    name: "allow",
    operands: .init(
      usage: "ROLE…", kind: .words, count: 1...1_000,
      missing: "allow needs a role of the server: writers"),
    summary:
      "Give roles of a PostgreSQL server rights in a ledger: to add to it, but to change nothing.",
    details: [
      """
      A role may then ask everything and add what is read and decided. What was read it can neither change nor remove, and it owns \
      nothing. Roles are made on the server (createuser, CREATE ROLE); rights are given by whoever made the ledger.
      """
    ],
    flags: [
      SharedFlags.ledger, SharedFlags.quiet,
      Flag("read-only", "Let them ask, and not add."),
      Flag("show", "Print the statements that would give the rights, and give none."),
    ],
    examples: [
      .init(
        line: "hearsay allow writers --ledger postgres://ana@db.example/news",
        meaning: "a team adds to Ana's ledger"),
      .init(
        line: "hearsay allow guest --read-only --ledger postgres://ana@db.example/news",
        meaning: "somebody looks on"),
    ],
    run: AllowCommand.run)

  static let help = CommandDefinition(
    name: "help",
    operands: .init(usage: "[COMMAND]", kind: .command, count: 0...1, missing: ""),
    summary: "Explain the tool or a command.", details: [],
    flags: [Flag("man", "Print the manual page, for man -l.")],
    examples: [.init(line: "hearsay help --man | man -l -", meaning: "read the manual")],
    run: HelpCommand.run)

  static let completions = CommandDefinition(
    name: "completions",
    operands: .init(
      usage: "bash|zsh|fish", kind: .shell, count: 1...1,
      missing: "completions needs a shell: bash, zsh or fish"),
    summary: "Print what lets a shell complete commands and flags.", details: [], flags: [],
    examples: [
      .init(
        line: "hearsay completions bash > ~/.local/share/bash-completion/completions/hearsay",
        meaning: "for bash"),
      .init(
        line: "hearsay completions fish > ~/.config/fish/completions/hearsay.fish",
        meaning: "for fish"),
    ],
    run: CompletionsCommand.run)

  static let version = CommandDefinition(
    name: "version", operands: .none, summary: "Print the version.", details: [], flags: [],
    examples: [], run: VersionCommand.run)
}
