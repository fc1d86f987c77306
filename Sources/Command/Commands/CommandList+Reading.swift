import Hearsay
import HearsayArchives

// The commands that read.
extension CommandList {
  static let read = CommandDefinition(
    name: "read",
    operands: .init(
      usage: "FILE|FOLDER|URL|-…", kind: .paths, count: 1...Int.max,
      missing: "read needs a file, a folder, an address, or - for standard input"),
    summary: "Read reports, keep their ledger and print it.",
    details: [
      """
      What a file is, its first bytes tell: a web page (one that was saved with SingleFile, from a web archive or as \
      MHTML is a version of the page that it was saved from), plain text, a document (.docx, .odt, .rtf, .epub, and \
      .pdf with pdftotext of poppler-utils), a mail, a feed. Folders are looked through for all of them, and for texts that \
      end in .txt, .text or .md; hidden files are skipped, and what cannot be read is passed over and counted (-v names it). Addresses are \
      fetched over http or https.
      """,
      """
      Archives hold many reports, and each is read by itself: WARC, WACZ and ARC (pages under the address they \
      were fetched from), JSON and JSON Lines (articles and posts as services and programs write them: NewsAPI, Event Registry, \
      Media Cloud, ReliefWeb, trafilatura, news-please, Telegram, Twitter and others), mailboxes, zip files of pages. What \
      is no page is passed over and what is damaged is skipped; both are counted. A run that was stopped goes on where it was.
      """,
      """
      A table is no report and is refused, unless a column of it is named that holds reports (--column, by its name or \
      number): then each row is one.
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
      The model knows English only. Of a report that is plainly in another language the text is kept, dated and found by \
      search, and nothing is told of it; --any-language annotates it all the same.
      """,
      """
      With --format json one report is printed as an object and several as an array; jsonl prints one \
      report a line. report.url is the address or path as it was given.
      """,
    ],
    flags: [
      SharedFlags.format, SharedFlags.evidence,
      Flag("no-store", "Read without a ledger: keep nothing."),
      Flag(
        "with-bands",
        "Add to each line of jsonl what tells near copies (linking), for links.sql."),
      SharedFlags.noArchive, SharedFlags.noStories,
      SharedFlags.ledger, SharedFlags.model, SharedFlags.anyLanguage,
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
        "column", value: .words("NAME"),
        "Of tables (CSV, tab-separated) read the texts in this column, a report a row."),
      Flag(
        "addresses", value: .words("NAME"),
        "Of tables fetch the pages whose addresses stand in this column, each once, instead of reading the table."
      ),
      Flag("title-column", value: .words("NAME"), "The column with the headlines."),
      Flag("date-column", value: .words("NAME"), "The column with the dates of publication."),
      Flag("url-column", value: .words("NAME"), "The column with the addresses."),
      Flag("outlet-column", value: .words("NAME"), "The column with the outlets."),
      Flag("byline-column", value: .words("NAME"), "The column with the authors."),
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
        line: "hearsay read --column notes --date-column event_date acled.csv",
        meaning: "the texts in a table"),
      .init(
        line: "hearsay read -q --addresses source_url incidents.csv",
        meaning: "the pages that a table names"),
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
      SharedFlags.noArchive, SharedFlags.noStories, SharedFlags.ledger, SharedFlags.model,
      SharedFlags.anyLanguage,
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
}
