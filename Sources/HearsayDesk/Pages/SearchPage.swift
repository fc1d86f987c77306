import HearsayExchange
import HearsayLedger
import HearsayRecords
import HearsayStories

/// Full text, and who says what in these words, with what narrows the answer beside it.
struct SearchPage {
  let visit: Visit
  private static let size = 50

  func content() throws -> Content {
    let asked = visit.request.asked("q") ?? ""
    let saved = SavedSearches(visit)
    guard !asked.isEmpty else {
      return Content(
        "Search",
        .tag(
          "p", [],
          "Type words above. “Two words” in quotation marks stand together; word* has any ending.")
          + (try saved.list), json: { try ContractWriter.spanless.json(try saved.names) })
    }
    let hits = try visit.snapshot.search(asked, try visit.scope(limit: Self.size))
    var question = ClaimQuestion()
    question.speaker = asked
    question.scope = try visit.scope(limit: 5)
    let said = try visit.snapshot.claims(question)
    question.speaker = nil
    question.blames = asked
    let blamed = try visit.snapshot.claims(question)
    let main: HTML = [
      narrowed, people("Says", said, "speaker", asked),
      people("Is blamed", blamed, "blames", asked),
      facets(try visit.snapshot.facets(asked, try visit.scope(limit: Self.size)), hits.count),
      hits.isEmpty
        ? .tag("p", [], "No report has these words.")
        : .tag("ol", [.class("hits")], .all(hits.map(hit))),
      try saved.form(asked),
    ]
    var content = Content(
      "Search: \(asked)", main,
      json: {
        "[" + (try hits.map { try $0.report.json() }.joined(separator: ",\n")) + "]"
      },
      sheet: {
        .init(
          ["report", "published", "outlet", "title", "words"],
          hits.map {
            [
              $0.report.id, $0.report.report.published ?? "", $0.report.report.outlet ?? "",
              $0.report.report.title ?? "", $0.snippet.map(\.text).joined(),
            ]
          })
      })
    content.feed = { AtomFeed("Search: \(asked)", hits.map(\.report)) }
    return content
  }

  private func hit(_ hit: SearchHit) -> HTML {
    .tag(
      "li", [],
      Parts.report(hit.report, visit)
        + .tag(
          "p", [],
          .all(hit.snippet.map { $0.isHit ? .tag("mark", [], .text($0.text)) : .text($0.text) })))
  }

  /// The first of what somebody of this name says or is blamed for, and the way to all of it.
  private func people(_ word: String, _ found: [Found<Claim>], _ field: String, _ asked: String)
    -> HTML
  {
    guard let first = found.first else { return .none }
    let count = found.count == 5 ? "5 and more" : "\(found.count)"
    let words =
      (first.record.content.first ?? first.record.cue).map { first.words($0).safeLine } ?? ""
    return .tag(
      "p", [.class("person")],
      .tag("a", [.href(visit.link(["claims"], [(field, asked)]))], .text("\(word): \(count)"))
        + .tag("span", [.class("faint")], .text(" “\(words)”")))
  }

  /// What of the answer is left out, and the way to all of it.
  private var narrowed: HTML {
    let narrowing = ["outlet", "medium", "since", "until"]
    let asked = narrowing.compactMap { visit.request.asked($0)?.safeLine }.distinct
    guard !asked.isEmpty else { return .none }
    return .tag(
      "p", [.class("quiet")],
      .text("Only " + asked.joined(separator: ", ") + ". ")
        + .tag("a", [.href(visit.again(narrowing.map { ($0, "") }))], "All"))
  }

  /// Reports by the kind of their outlet, as far as its name tells.
  private func media(_ found: Facets) -> [(name: String, count: Int)] {
    guard let kinds = visit.tables?.outlets else { return [] }
    var counts: [String: Int] = [:]
    for outlet in found.outlets {
      if let kind = kinds.kind(of: outlet.name) { counts[kind, default: 0] += outlet.count }
    }
    return kinds.kinds.compactMap { kind in
      counts[kind].map { (kind, $0) }
    }
  }

  /// So many outlets are told.
  private static let outlets = 8

  private func mediaList(_ media: [(name: String, count: Int)]) -> HTML {
    guard !media.isEmpty else { return .none }
    return .tag(
      "ul", [.data("aria-label", "by kind of outlet")],
      .all(
        media.map { kind in
          .tag(
            "li", [],
            .tag(
              "a", [.href(visit.again([("medium", kind.name)]))],
              .text("\(kind.name) \(kind.count)")))
        }))
  }

  /// Outlets, their kinds, and months of all that was found; each narrows the answer.
  private func facets(_ found: Facets, _ shown: Int) -> HTML {
    let outlets = found.outlets.prefix(Self.outlets)
    let largest = found.months.map(\.count).max() ?? 0
    guard outlets.count > 1 || found.months.count > 1 || found.counted > shown else {
      return .none
    }
    let all =
      found.isAll
      ? "\(Words.count(found.counted, "report has", "reports have")) these words"
      : "More than \(found.counted) reports have these words; the newest \(found.counted) are counted"
    let best = found.counted > shown ? "; the \(shown) that fit best are shown." : "."
    let more = found.outlets.count - outlets.count
    return .tag(
      "div", [.class("facets")],
      [
        .tag("p", [], .text(all + best)),
        .tag(
          "ul", [.data("aria-label", "by outlet")],
          .all(
            outlets.map { outlet in
              .tag(
                "li", [],
                .tag(
                  "a", [.href(visit.again([("outlet", outlet.name)]))],
                  .text("\(outlet.name.safeLine) \(outlet.count)"))
              )
            })
            + (more > 0
              ? .tag(
                "li", [.class("faint")], .text(Words.count(more, "more outlet", "more outlets")))
              : .none)),
        mediaList(media(found)),
        .tag(
          "ul", [.data("aria-label", "by month"), .class("histogram")],
          .all(
            found.months.map { month in
              .tag(
                "li", [],
                .tag(
                  "a", [.href(visit.again([("since", month.name), ("until", month.name)]))],
                  .text("\(month.name) \(month.count) "))
                  + .void(
                    "meter",
                    [
                      .data("min", "0"), .data("max", "\(largest)"),
                      .data("value", "\(month.count)"), .data("aria-hidden", "true"),
                    ]))
            })),
      ])
  }
}
