import FoundationEssentials
import HearsayLedger
import HearsayRecords

/// What is new of a page, for programs that tell people of it (RFC 4287).
package struct AtomFeed {
  /// One thing that is new.
  struct Entry {
    let link: Link
    let title: String
    let source: String
    /// As it is written in the ledger; what is no date is left out.
    let date: String?
  }

  let title: String
  let entries: [Entry]

  init(_ title: String, _ entries: [Entry]) {
    self.title = title
    self.entries = entries
  }

  /// One entry for each report.
  init(_ title: String, _ reports: [ReportLine]) {
    self.init(
      title,
      reports.map {
        Entry(
          link: .page(["report", $0.id]), title: Parts.title($0),
          source: $0.report.outlet?.safeLine ?? "", date: $0.report.published)
      })
  }

  /// The feed as XML: built as pages are, so that what was read can become text only.
  func xml(base: String, page: Link, now: Date) -> HTML {
    func date(_ text: String?) -> String {
      let seconds = Dates.seconds(text) ?? now.timeIntervalSince1970
      return Date(timeIntervalSince1970: seconds).ledgerText
    }
    let items = entries.map { entry -> HTML in
      .tag(
        "entry", [],
        [
          .tag("id", [], .text(base + entry.link.text)),
          .tag("title", [], .text(entry.title)),
          .tag("link", [.href(entry.link.at(base))]),
          .tag("updated", [], .text(date(entry.date))),
          .tag("author", [], .tag("name", [], .text(entry.source))),
        ])
    }
    let newest = entries.compactMap(\.date).max()
    let head: HTML = [
      .tag("id", [], .text(base + page.text)), .tag("title", [], .text(title + " – Hearsay")),
      .tag("link", [.href(page.at(base))]), .tag("updated", [], .text(date(newest))),
    ]
    return .tag("feed", [.data("xmlns", "http://www.w3.org/2005/Atom")], head + .all(items))
  }
}
