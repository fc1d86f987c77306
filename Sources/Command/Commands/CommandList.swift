import Hearsay
import HearsayArchives
import HearsayRecords

/// Every command of the tool.
///
/// Parsing, help, manual and completions are made from this list and nothing else.
enum CommandList {
  static let all = [
    read, watch, list, show, diff, copies, search, claims, denials, events, figures, verify, export,
    annotate, help,
    completions,
    version,
  ]

  static let read = CommandDefinition(
    name: "read",
    operands: .init(
      usage: "FILE|FOLDER|URL|-…", kind: .paths, count: 1...Int.max,
      missing: "read needs a file, a folder, an address, or - for standard input"),
    summary: "Read reports, keep their ledger and print it.",
    details: [
      """
      Files may be web pages or plain text. Folders are looked through for files that end in .html, .htm, \
      .xhtml, .shtml, .txt, .text, .md or .xml, and for archives; hidden ones are skipped, and what is no file (a pipe, a device) is passed over. Addresses are fetched \
      over http or https.
      """,
      """
      Archives hold many reports, and each is read by itself: .warc, .warc.gz, .wacz (pages under the address they \
      were fetched from), .jsonl, .jsonl.gz and .json (articles as news-please, CC-News or lists of GDELT have them), .mbox and \
      .eml (newsletters), .pdf (with pdftotext of poppler-utils, if that is installed). What is no page is passed over and what is damaged is skipped; both are counted. A run that was stopped goes on \
      where it was.
      """,
      """
      A page is one report however it was come by: with http or https, with www. or a slash at the end, with what tells a \
      site who sent the reader, in the version for telephones, or under the address that the page itself names on its \
      site. What is met again in a run is told once. Large archives can be read in parts by several at once (--range): adjacent \
      parts have every record once.
      """,
      """
      Each report is stored whole in one transaction, so a run that is stopped can simply be started \
      again. Reading the same bytes again changes nothing; changed text at the same address becomes a new version \
      and the old one stays, also when it brings back what an earlier version said.
      """,
      """
      The bytes that were read are kept too, compressed and named by their SHA-256, in a folder beside the ledger; \
      export --format warc gives them back.
      """,
      """
      With --format json one report is printed as an object and several as an array; jsonl prints one \
      report a line. report.url is the address or path as it was given.
      """,
    ],
    flags: [
      SharedFlags.format,
      Flag("no-store", "Read without a ledger: keep nothing."),
      SharedFlags.noArchive,
      SharedFlags.ledger, SharedFlags.model,
      Flag(
        "published", value: .date("DATE"),
        "Take this as the date of publication, whatever the reports say."),
      Flag(
        "jobs", short: "j", value: .number("N"),
        "Read so many reports at a time; as many as there are processors unless given."),
      Flag(
        "as", value: .choice(ArchiveFile.Kind.allCases.map(\.word)),
        "Take files that are named themselves, and standard input, as archives of this kind, whatever their names."
      ),
      Flag(
        "range", value: .words("START-END"),
        "Of one WARC or JSON Lines file read what begins in these bytes: from START to before END, or to the end."
      ),
      Flag(
        "tally", value: .path("FILE"),
        "Write to this file, as JSON, what was read, what was passed over and why, what is damaged or cut short."
      ),
      Flag(
        "strict",
        "End with 2 also if something in an archive is damaged, too large or cut short."),
      Flag(
        "base", value: .path("FOLDER"),
        "Tell files by their paths from this folder, not from the root: their ids are the same on another machine then."
      ),
      Flag(
        "from-start",
        "Read archives from their start, though a run before was stopped in the middle of them."),
      Flag(
        "allow-private",
        "Fetch addresses of this machine and of private networks too; refused otherwise."),
      Flag(
        "proxy", value: .words("URL"),
        "Fetch through this proxy; those named in the environment are not used."),
      SharedFlags.color, SharedFlags.quiet, SharedFlags.verbose,
    ],
    examples: [
      .init(line: "hearsay read report.html", meaning: "read a page and show its ledger"),
      .init(
        line: "hearsay read --format jsonl --no-store reports/ > ledger.jsonl",
        meaning: "one line of JSON a report, nothing kept"),
      .init(
        line: "hearsay read --quiet crawl.warc.gz", meaning: "every page of a web archive"),
      .init(
        line: "curl -s URL | hearsay read --published 2031-03-04 -",
        meaning: "read standard input, with a date it does not tell"),
      .init(
        line: "curl -s URL | hearsay read -q --as warc --strict --tally tally.json -",
        meaning: "a web archive as it comes, with an account of it"),
    ],
    run: ReadCommand.run)

  static let watch = CommandDefinition(
    name: "watch",
    operands: .init(
      usage: "FEED|OPML|SITE…", kind: .paths, count: 1...Int.max,
      missing: "watch needs the address of a feed, a sitemap or a site, or an OPML file"),
    summary: "Ask feeds again and again and read what is new.",
    details: [
      """
      Feeds are RSS, Atom or JSON Feed; sitemaps, lists of sitemaps and OPML lists are followed too, and of a site the \
      first feed that its page names, otherwise the sitemaps in its robots.txt. What is new is read as read does it, one \
      line a report; a report that has changed becomes a new version, which diff shows.
      """,
      """
      A feed is asked every 15 minutes while it changes and up to eight times less often while it does not; what is as \
      it was is not sent again. robots.txt is obeyed, a host gets one request at a time with a pause after it, and one \
      that answers 429 or 503 is left alone for a time. Redirects and feeds never lead to private addresses.
      """,
      """
      What was done is remembered beside the ledger, so a watch that is stopped or killed goes on where it was, \
      neither losing a report nor keeping one twice. Of sitemaps only reports of the last two days are read at first.
      """,
    ],
    flags: [
      Flag("once", "Ask every feed once, read what is new, and end; for cron."),
      Flag("list", "Print what the feeds hold, read nothing and remember nothing."),
      Flag(
        "every", value: .number("MINUTES"),
        "Ask a feed that changes so often, at least 5; 15 unless given."),
      Flag(
        "delay", value: .words("SECONDS"),
        "Leave so many seconds between two requests to a host, at least 1; 2 unless given."),
      Flag(
        "revisit", value: .number("DAYS"),
        "Look at reports again for so many days, ever less often, for changes that no feed tells."),
      Flag("since", value: .date("DATE"), "Read only reports of this date or later."),
      Flag(
        "format", short: "f", value: .choice(["text", "jsonl"]),
        "Print a line for people (text) or all records as JSON Lines; text unless given."),
      SharedFlags.noArchive, SharedFlags.ledger, SharedFlags.model,
      Flag(
        "jobs", short: "j", value: .number("N"),
        "Read so many reports at a time; as many as there are processors unless given."),
      Flag(
        "allow-private",
        "Fetch addresses of this machine and of private networks too; refused otherwise."),
      Flag(
        "proxy", value: .words("URL"),
        "Fetch through this proxy; those named in the environment are not used."),
      SharedFlags.color, SharedFlags.quiet,
    ],
    examples: [
      .init(line: "hearsay watch https://news.example/feed", meaning: "until Ctrl-C"),
      .init(
        line: "hearsay watch --once -q feeds.opml",
        meaning: "from cron, everything somebody follows"
      ),
      .init(line: "hearsay watch --list https://news.example/", meaning: "what there is to watch"),
    ],
    run: WatchCommand.run)

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
      SharedFlags.asOf,
    ] + SharedFlags.answer,
    examples: [.init(line: "hearsay show 3fa9", meaning: "the report whose id begins so")],
    run: ShowCommand.run)

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
      Each denial is compared with the events that other reports of about the same time tell as having happened: who is said \
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
      --since and --until mean the time of the event; one without a time is judged by its report's \
      publication. An event counts as happened only if it is told as fact; use --status to ask for it.
      """
    ],
    flags: [
      Flag(
        "type", value: .choice(EventType.allCases.map(\.rawValue)), isRepeatable: true,
        "Only events of this PLOVER type; several may be given, with commas."),
      Flag("mode", value: .words("MODE"), isRepeatable: true, "Only events of this PLOVER mode."),
      Flag(
        "status", value: .choice(EventStatus.allCases.map(\.rawValue)), isRepeatable: true,
        "Only events that stand so; several may be given, with commas."),
      SharedFlags.certainty,
      Flag("since", value: .date("DATE"), "Only events on this date or later."),
      Flag("until", value: .date("DATE"), "Only events on this date or earlier."),
      Flag("place", value: .words("NAME"), "Only events at a place of this name or within it."),
      Flag("actor", value: .words("NAME"), "Only what somebody of this name does."),
      Flag("recipient", value: .words("NAME"), "Only what is done to somebody of this name."),
    ] + SharedFlags.scopeWithoutDates + SharedFlags.answer,
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

  static let export = CommandDefinition(
    name: "export", operands: .none,
    summary: "Write the ledger as JSON Lines or CSV, or the original bytes as WARC.",
    details: [
      """
      jsonl writes one report a line, as read --format jsonl prints it. csv writes records of one kind, a header \
      line first; positions count Unicode code points of the report's text; copies are reports with the earlier ones that \
      they are near copies of.
      """,
      """
      warc writes the bytes that reports were read from as a web archive (WARC/1.1), with the day they were seen and the \
      address; read reads it again into the same reports. Of a report only the bytes of its newest version are written, \
      with --all-versions all that were seen.
      """,
    ],
    flags: [
      Flag(
        "format", short: "f", value: .choice(["jsonl", "csv", "warc"]),
        "What to write; jsonl unless given."),
      Flag("warc", "The same as --format warc."),
      Flag(
        "output", short: "o", value: .path("PATH"),
        "Write to this file, compressed if its name ends in .gz; otherwise to standard output."),
      Flag(
        "records", value: .choice(["reports", "copies"] + RecordKind.allCases.map(\.rawValue)),
        "Which records csv writes; events unless given."),
      Flag(
        "spreadsheet",
        "Put an apostrophe before cells that a spreadsheet would run as a formula."),
    ] + SharedFlags.scope + [SharedFlags.ledger, SharedFlags.quiet],
    examples: [
      .init(
        line: "hearsay export --format csv --records claims > claims.csv",
        meaning: "all claims as a table"),
      .init(
        line: "hearsay export --warc --all-versions -o reports.warc.gz",
        meaning: "every page as it was"),
    ],
    run: ExportCommand.run)

  static let annotate = CommandDefinition(
    name: "annotate",
    operands: .init(
      usage: "FILE|FOLDER|URL|-…", kind: .paths, count: 1...Int.max,
      missing: "annotate needs a file, a folder, an address, or - for standard input"),
    summary:
      "Print what the model sees in a text: words, syntax, names, attributions, events, times.",
    details: [
      "For those who want to know why something was read as it was, or who need the syntax.",
      """
      conllu is CoNLL-U with the other layers in the MISC column (NER=B-PER, Attribution=B-CUE, Event=…, Timex=…); \
      json is one line a text with every layer as spans in code points.
      """,
    ],
    flags: [
      Flag(
        "format", short: "f", value: .choice(AnnotationForm.allCases.map(\.rawValue)),
        "What to print; conllu unless given."),
      Flag(
        "pretokenized",
        "The files are CoNLL-U; their words, sentences and comments stay as they are."),
      SharedFlags.model,
      Flag(
        "jobs", short: "j", value: .number("N"),
        "Annotate so many texts at a time; as many as there are processors unless given."),
      Flag("allow-private", "Fetch addresses of private networks too."),
      Flag("proxy", value: .words("URL"), "Fetch through this proxy."),
      SharedFlags.quiet, SharedFlags.verbose,
    ],
    examples: [
      .init(line: "hearsay annotate report.html > report.conllu", meaning: "look inside a report"),
      .init(
        line: "hearsay annotate --pretokenized --format conllu treebank.conllu",
        meaning: "parse words that are given"),
    ], run: AnnotateCommand.run)

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
