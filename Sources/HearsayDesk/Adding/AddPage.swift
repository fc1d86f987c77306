import HearsayLedger
import HearsayRecords

/// Reports are added here: by their address, as files, or from a feed that is followed; what becomes of them stands below.
struct AddPage {
  let visit: Visit
  let board: AddBoard
  let file: DeskFile?
  let adding: Adding?

  /// More addresses at once are a list for the command.
  static let mostAddresses = 200

  func content() throws -> Content {
    let jobs = board.all
    let feeds = try file?.follows() ?? []
    let main: HTML = [
      adding == nil || visit.role < .code
        ? .tag(
          "p", [.class("empty")],
          visit.role < .code
            ? "You may look at this desk; adding is for those who code." : "This desk only shows.")
        : isWatching(jobs)
          ? .tag("p", [], .tag("a", [.href(visit.link(["add"]))], "Add more meanwhile"))
          : forms(feeds), self.jobs(jobs),
    ]
    var content = Content(
      "Add reports", main,
      json: {
        #"{"jobs":\#(try ContractWriter.spanless.json(jobs)),"feeds":\#(try ContractWriter.spanless.json(feeds))}"#
      })
    // Only a page without fields is asked for again by itself: what somebody types stays.
    content.refreshes = isWatching(jobs) ? 2 : nil
    return content
  }

  /// Whether it is waited for that reports are read.
  private func isWatching(_ jobs: [AddBoard.Job]) -> Bool {
    visit.request.asked("watch") != nil && jobs.contains { !$0.isDone }
  }

  private func forms(_ feeds: [String]) -> HTML {
    let token = visit.hiddenToken
    func form(_ content: HTML) -> HTML {
      .tag(
        "form",
        [
          .class("stack"), .data("method", "post"), .action(.page(["add"])),
          .data("enctype", "multipart/form-data"),
        ], token + content)
    }
    let addresses = HTML.tag(
      "textarea",
      [
        .data("name", "addresses"), .data("rows", "4"), .data("id", "addresses"),
        .data("placeholder", "https://…"), .data("spellcheck", "false"),
      ])
    let files = HTML.void(
      "input",
      [.data("type", "file"), .data("name", "files"), .data("id", "files"), .flag("multiple")])
    let feed = HTML.void(
      "input",
      [
        .data("name", "feed"), .data("id", "feed"), .data("placeholder", "https://…/rss"),
        .data("maxlength", "2000"),
      ])
    let add: HTML = [
      .tag(
        "label", [.data("for", "addresses")],
        .text("Addresses of pages, one a line") + addresses),
      .tag(
        "label", [.data("for", "files"), .class("drop")],
        .text("Files: pages, texts, mails, archives, up to 32 MB (drop them here)") + files),
      .tag("p", [], .tag("button", [.class("main")], "Read and keep")),
    ]
    let follow: HTML = [
      .tag("label", [.data("for", "feed")], .text("A feed to follow: RSS, Atom, a sitemap") + feed),
      .tag("p", [], .tag("button", [], "Follow")),
    ]
    let list = feeds.map { feed in
      HTML.tag(
        "li", [],
        .tag(
          "form", [.class("decide"), .data("method", "post"), .action(.page(["add"]))],
          token + .tag("span", [], .text(feed.safeLine))
            + .tag(
              "button", [.data("name", "unfollow"), .data("value", feed)], "Follow no more")))
    }
    return [
      .tag("section", [], .tag("h2", [], "From the web or from files") + form(add)),
      .tag(
        "section", [],
        .tag("h2", [], "As it is published") + form(follow)
          + .tag("ul", [.class("plain spaced")], .all(list))),
    ]
  }

  private func jobs(_ jobs: [AddBoard.Job]) -> HTML {
    guard !jobs.isEmpty else { return .none }
    let items = jobs.map { job -> HTML in
      let lines = job.lines.map { line -> HTML in
        let words = HTML.text(line.words.safeLine)
        let name = line.report.map { HTML.tag("a", [.href(visit.link(["report", $0]))], words) }
        return .tag(
          "li", [],
          (name ?? words) + .tag("span", [.class("faint")], .text(" " + line.note.safeLine)))
      }
      var count = Words.count(job.added, "report", "reports")
      if job.failures > 0 { count += ", \(job.failures) could not be read" }
      let state = job.isDone ? "done: " + count : "reading… " + job.progress
      return .tag(
        "article", [.class("card"), .data("id", "job-\(job.number)")],
        [
          .tag("h3", [], .text(job.words.safeLine)),
          .tag(
            "p", [.class("origin"), .data("role", "status")],
            .text("\(state) · \(job.person), \(Dates.short(job.made))")),
          job.isDone
            ? .none : .tag("progress", [.class("bar-of"), .data("aria-label", "reading")]),
          .tag("ul", [.class("plain")], .all(lines)),
        ])
    }
    return .tag("section", [], .tag("h2", [], "Lately added") + .all(items))
  }

  /// What a form asks to be read.
  static func request(_ form: DeskRequest) throws(DeskFault) -> AddRequest {
    let lines = (form.field("addresses") ?? "").split(whereSeparator: \.isNewline)
      .map { $0.trimmingSpaces }.filter { !$0.isEmpty }
    guard lines.count <= mostAddresses else {
      throw DeskFault(400, "at most \(mostAddresses) addresses at once; hearsay read takes more")
    }
    for line in lines where Link.web(line) == nil {
      throw DeskFault(400, "\(line.cut(to: 80)) is no address of the web")
    }
    guard !lines.isEmpty || !form.files.isEmpty else {
      throw DeskFault(400, "nothing to read: give an address or a file")
    }
    return AddRequest(addresses: lines, files: form.files)
  }
}

extension Substring {
  /// Without spaces at either end.
  var trimmingSpaces: String {
    var rest = self
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
