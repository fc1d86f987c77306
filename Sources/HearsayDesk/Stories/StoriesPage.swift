import FoundationEssentials
import HearsayLedger
import HearsayRecords
import HearsayStories

/// The first page: what reports tell of together, first what came since the last visit, then the most contested.
struct StoriesPage {
  let visit: Visit
  static let size = 25
  /// Larger stories are listed by what was noted of them; drawing them would keep the page waiting.
  private static let largestDrawn = 80
  private static let questionsShown = 3

  func content() throws -> Content {
    let keeper = try visit.keeper()
    let last = try visit.lastVisit()
    let wanted = try wanted(last)
    let isPaged = try keeper.listsByPage()
    // Nobody knows how many stories there were where only those of a page are drawn.
    let all = isPaged ? nil : try keeper.count(wanted)
    var news: [String: Int] = [:]
    var newest: [DrawnFile.StoryRow] = []
    if let seen = last.seen, visit.asOf == nil {
      news = try keeper.news(after: seen)
      if wanted.after == nil, wanted.newsAfter == nil, !news.isEmpty {
        var fresh = wanted
        fresh.newsAfter = seen
        fresh.limit = 5
        newest = try keeper.list(fresh)
      }
    }
    let (rows, next) = try page(wanted, keeper, isPaged)
    let entries = try rows.map { try entry($0, news[$0.first] ?? 0, keeper) }
    let main: HTML = [
      filters(all), try stood(keeper),
      try since(last, news, newest, keeper),
      isPaged
        ? .tag(
          "p", [.class("quiet")],
          "So many reports were known then that their stories are drawn a page at a time: in the order in which they stand now, and not counted."
        )
        : .tag(
          "h2", newest.isEmpty ? [.class("hidden")] : [], "All stories, the most contested first"),
      .tag("div", [.class("stories")], .all(entries)),
      rows.isEmpty ? (next == nil ? empty : .tag("p", [], "None of these was known then.")) : .none,
      next.map {
        .tag(
          "p", [.class("more")],
          .tag("a", [.href(visit.again([("after", $0)])), .data("rel", "next")], "more stories"))
      } ?? .none,
    ]
    var content = Content(
      "Stories", main,
      json: {
        let lines = try rows.compactMap { row in
          try keeper.story(first: row.first).map {
            try ContractWriter.spanless.json($0)
          }
        }
        return "[" + lines.joined(separator: ",\n") + "]"
      },
      sheet: {
        .init(
          [
            "story", "title", "since", "until", "reports", "sources", "outlets", "countries",
            "reported_from", "contested", "new",
          ],
          rows.map {
            [
              $0.first, $0.title ?? "", $0.since ?? "", $0.until ?? "", "\($0.reports)",
              "\($0.sources)", "\($0.outlets)", StoryFacts.letters($0.countries),
              StoryFacts.letters($0.origins), $0.question ?? "", "\(news[$0.first] ?? 0)",
            ]
          })
      })
    content.feed = {
      let newest = rows.sorted { ($1.until ?? "", $0.first) < ($0.until ?? "", $1.first) }
      return AtomFeed(
        "Stories",
        newest.map { row in
          AtomFeed.Entry(
            link: visit.link(["story", row.first]),
            title: (row.title ?? "Without a headline").safeLine,
            source: StoryFacts(row, visit.countries).words.joined(separator: " · "),
            date: row.until)
        })
    }
    let secure = "; Path=/; HttpOnly; SameSite=Strict; Max-Age=31536000"
    content.head = [
      .init(name: "Set-Cookie", value: "\(LastVisit.cookie)=\(last.kept)\(secure)")
    ]
    return content
  }

  /// The stories of this page, and behind which the next begins.
  private func page(
    _ wanted: StoryWanted, _ keeper: StoryKeeper, _ isPaged: Bool
  ) throws -> (rows: [DrawnFile.StoryRow], next: String?) {
    var wanted = wanted
    if isPaged {
      wanted.limit = Self.size
      let page = try keeper.pastPage(wanted)
      return (page.rows, page.next)
    }
    wanted.limit = Self.size + 1
    let found = try keeper.list(wanted)
    let rows = Array(found.prefix(Self.size))
    return (rows, found.count > rows.count ? rows.last?.first : nil)
  }

  /// What is asked for, from the address.
  private func wanted(_ last: LastVisit) throws -> StoryWanted {
    var wanted = StoryWanted()
    func date(_ name: String) throws -> String? {
      guard let text = visit.request.asked(name) else { return nil }
      guard Moment(text) != nil else { throw DeskFault(400, "\(name): \(text) is no date") }
      return text
    }
    wanted.since = try date("since")
    wanted.until = try date("until")
    wanted.place = visit.request.asked("place")
    wanted.countries = wanted.place.map { StoryFacts.countries(called: $0, visit.countries) } ?? []
    let type: EventType? = try visit.choice("type")
    wanted.type = type?.rawValue
    wanted.kind = try visit.medium()
    if let outlet = visit.request.asked("outlet") {
      wanted.among = try visit.snapshot.readings(ofOutlet: outlet)
    }
    if visit.request.asked("unreviewed") != nil {
      wanted.without = try visit.snapshot.decidedReadings()
    }
    wanted.isContested = visit.request.asked("contested") != nil
    if visit.request.asked("new") != nil { wanted.newsAfter = last.seen ?? 0 }
    wanted.after = visit.request.asked("after")
    return wanted
  }

  // MARK: Pieces

  private func filters(_ all: (stories: Int, reports: Int)?) -> HTML {
    func field(
      _ name: String, _ words: String, _ hint: String, size: String, list: String? = nil
    ) -> HTML {
      .tag(
        "label", [],
        .text(words) + " "
          + .void(
            "input",
            [
              .data("name", name), .data("size", size), .data("placeholder", hint),
              .data("value", visit.request.asked(name) ?? ""),
            ] + (list.map { [.data("list", $0)] } ?? [])))
    }
    func box(_ name: String, _ words: String) -> HTML {
      let isOn = visit.request.asked(name) != nil
      let box = HTML.void(
        "input",
        [.data("type", "checkbox"), .data("name", name), .data("value", "1")]
          + (isOn ? [.flag("checked")] : []))
      return .tag("label", [], box + .text(" " + words))
    }
    let asked = visit.request.asked("type")?.uppercased()
    func choice(_ name: String, _ values: [String], _ chosen: String?) -> HTML {
      .tag(
        "select", [.data("name", name)],
        .tag("option", [.data("value", "")], "any")
          + .all(values.map { Parts.option($0, $0.lowercased(), isChosen: $0 == chosen) }))
    }
    let media = visit.tables?.outlets.kinds ?? []
    let count = all.map {
      Words.count($0.reports, "report", "reports") + " → "
        + Words.count($0.stories, "story", "stories")
    }
    let isNarrowed = visit.request.query.contains { $0.name != "as-of" && !$0.value.isEmpty }
    let content: HTML = [
      field("since", "since", "2031-03-04", size: "10", list: "days"), days,
      field("until", "until", "today", size: "10"),
      field("place", "at", "anywhere", size: "12"),
      field("outlet", "in", "any outlet", size: "10"),
      media.isEmpty
        ? .none
        : .tag(
          "label", [], "kind of outlet " + choice("medium", media, visit.request.asked("medium"))),
      .tag("label", [], "type " + choice("type", EventType.allCases.map(\.rawValue), asked)),
      box("contested", "contested only"), box("unreviewed", "unreviewed"),
      visit.hiddenAsOf,
      .tag("button", [], "Show"),
      isNarrowed ? .tag("a", [.href(visit.link([]))], "all") : .none,
      count.map { .tag("span", [.class("count")], .text($0)) } ?? .none,
    ]
    return .tag(
      "form", [.class("filters"), .action(.home), .data("aria-label", "Narrow the list")], content)
  }

  /// Days that a browser offers for the field *since*: those of which people ask most.
  private var days: HTML {
    let now = visit.asOf?.last ?? visit.now.timeIntervalSince1970
    let options = [(1, "the last day"), (7, "the last 7 days"), (30, "the last 30 days")].map {
      days, words in
      let date = Date(timeIntervalSince1970: now - Double(days) * 86_400).ledgerText.prefix(10)
      return HTML.tag("option", [.data("value", String(date))], .text(words))
    }
    return .tag("datalist", [.data("id", "days")], .all(options))
  }

  /// The moments at which the ledger learned something, to go back and forth in.
  private func stood(_ keeper: StoryKeeper) throws -> HTML {
    let now = try visit.asOf == nil ? keeper : visit.keeper(asOf: nil)
    return try Stood(visit) { try now.arrivals(cutTo: $0, most: Stood.most + 1) }.html
  }

  /// What came since this browser was last here.
  private func since(
    _ last: LastVisit, _ news: [String: Int], _ newest: [DrawnFile.StoryRow],
    _ keeper: StoryKeeper
  ) throws -> HTML {
    guard visit.asOf == nil, let ended = last.ended, visit.request.asked("after") == nil else {
      return .none
    }
    let when = Dates.moment(Date(timeIntervalSince1970: ended).ledgerText)
    guard !newest.isEmpty else {
      return .tag(
        "p", [.class("quiet")], .text("Nothing new since you were last here (\(when) UTC)."))
    }
    let reports = news.values.reduce(0, +)
    return .tag(
      "section", [.class("since")],
      [
        .tag("h2", [], "Since your last visit"),
        .tag(
          "p", [.class("quiet")],
          .text(
            "\(Words.count(reports, "new report", "new reports")) in \(Words.count(news.count, "story", "stories")) since \(when) UTC. "
          )
            + (news.count > newest.count
              ? .tag("a", [.href(visit.link([], [("new", "1")]))], "Show all of them") : .none)),
        .tag(
          "div", [.class("stories")],
          .all(try newest.map { try entry($0, news[$0.first] ?? 0, keeper) })),
      ])
  }

  private func entry(
    _ row: DrawnFile.StoryRow, _ new: Int, _ keeper: StoryKeeper
  ) throws -> HTML {
    let address = visit.link(["story", row.first])
    let points: HTML
    if row.weight > 0, row.reports <= Self.largestDrawn,
      let story = try keeper.story(first: row.first)
    {
      points = .all(story.contested.prefix(Self.questionsShown).map(point)) + figure(story)
    } else {
      points = row.question.map { .tag("li", [], .text("contested: " + $0.safeLine)) } ?? .none
    }
    return .tag(
      "article", [.class("entry"), .data("data-open", "")],
      [
        .tag(
          "h3", [],
          .tag(
            "a", [.href(address), .data("data-key", "Enter")],
            .text((row.title ?? "Without a headline").safeLine))),
        .tag(
          "p", [.class("origin")],
          .text(StoryFacts(row, visit.countries).words.joined(separator: " · "))
            + (new > 0
              ? .tag("span", [.class("new")], .text("\(new) new")) : .none)),
        points.isEmpty ? .none : .tag("ul", [.class("points")], points),
      ])
  }

  /// How the figure that is told most often went.
  private func figure(_ story: Story) -> HTML {
    let told = story.series.map { FigureChart(series: $0, story: story) }.max {
      $0.series.points.count < $1.series.points.count
    }
    guard let told, let line = told.spark else { return .none }
    let content: HTML = [
      line, .tag("span", [.class("asked")], .text(told.series.counts.safeLine)),
      .tag(
        "a", [.class("plainly"), .href(visit.link(["story", story.report], fragment: "figures"))],
        .text(told.range + (told.grown.map { " · " + $0 } ?? ""))),
    ]
    return .tag("li", [], content)
  }

  private func point(_ question: Question) -> HTML {
    let there = visit.link(["incident", question.incident], fragment: "q-" + Anchors.of(question))
    let content: HTML = [
      Picture.shares(Voices.sorted(question).map { Voices.roots($0, question.kind) }),
      .tag("span", [.class("asked")], .text(Voices.words(question))),
      .tag("a", [.class("plainly"), .href(there)], .text(Voices.line(question))),
    ]
    return .tag("li", [], content)
  }

  private var empty: HTML {
    guard visit.request.query.isEmpty else {
      return .tag(
        "p", [.class("empty")],
        "No story fits. " + .tag("a", [.href(visit.link([]))], "Show all stories") + ".")
    }
    return .tag(
      "div", [.class("empty")],
      [
        .tag("p", [], "There is nothing in this ledger yet."),
        .tag(
          "p", [],
          "Add reports in a terminal, and they stand here grouped into stories: "
            + .tag("code", [], "hearsay read ADDRESS…") + " or "
            + .tag("code", [], "hearsay watch FEED")
            + "."),
      ])
  }
}

/// Places on a page of a question.
enum Anchors {
  static func of(_ question: Question) -> String {
    let of = (question.of ?? "").lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " }
      .split(separator: " ").joined(separator: "-")
    return question.kind.rawValue + (of.isEmpty ? "" : "-" + of)
  }
}
