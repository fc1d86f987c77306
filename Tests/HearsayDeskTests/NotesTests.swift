import Foundation
import HearsayLedger
import HearsayRecords
import TestSupport
import Testing

@testable import HearsayDesk

/// Notes on words of a report that need not be those of any record.
@Suite struct NotesTests {
  private static func form(
    _ browser: StoryBrowser, _ line: ReportLine
  ) throws -> [(String, String)] {
    let page = browser.page("/report/\(line.id)")
    let token = try #require(StoryBrowser.forms(on: page).first?.first { $0.0 == "token" })
    return [token, ("verdict", "note"), ("report", line.key), ("next", "/report/\(line.id)")]
  }

  @Test func `a note on words stands beside the text, its words are marked, and who wrote it when`()
    async throws
  {
    let browser = try await StoryBrowser()
    let line = try browser.line("Granary")
    let answer = browser.answer(
      "/decide", .post,
      form: try Self.form(browser, line)
        + [("words", "fire chief"), ("reason", "Since when? <b>\nAsk her.")])
    #expect(answer.status == 303)
    let kept = try #require(try browser.decisions().first)
    #expect(kept.verdict == .note && kept.target == Decision.Target(report: line.key))
    #expect(kept.words?.exact == "fire chief")
    let page = browser.page("/report/\(line.id)")
    #expect(page.contains("<article class=\"card note\" id=\"r-note-\(kept.number)\""))
    #expect(page.contains("Since when? &lt;b&gt;"))
    #expect(page.contains("ana, 2032-06-04"))
    let mark = try #require(
      page.firstMatch(of: /<span class="mark note" data-records="note-1"[^>]*>([^<]*)</))
    #expect(mark.1 == "fire chief")
    // It leads to its words, lit.
    let there = try #require(kept.words).start
    #expect(page.contains("?at=\(there)-\(there + 10)#s\(there)-\(there + 10)"))
  }

  @Test(arguments: [
    [("words", "no such words"), ("reason", "why")], [("words", "fire chief"), ("reason", "  ")],
    [("at", "900-901"), ("reason", "why")], [("at", "4-2"), ("reason", "why")],
  ])
  func `a note on words that are not there, or that says nothing, is refused`(
    _ fields: [(String, String)]
  ) async throws {
    let browser = try await StoryBrowser()
    let form = try Self.form(browser, try browser.line("Granary")) + fields
    #expect(browser.answer("/decide", .post, form: form).status == 400)
    #expect(try browser.decisions().isEmpty)
  }

  @Test func `without words a note is about the whole report, and decides nothing`() async throws {
    let browser = try await StoryBrowser()
    let line = try browser.line("Granary")
    let before = try Snapshot(path: browser.path).json(of: line)
    let form =
      try Self.form(browser, line) + [("words", ""), ("reason", "the paper is the mayor's")]
    #expect(browser.answer("/decide", .post, form: form).status == 303)
    let page = browser.page("/report/\(line.id)")
    #expect(page.contains("the whole report") && page.contains("the paper is the mayor&#39;s"))
    #expect(try Snapshot(path: browser.path).json(of: line) == before)
    #expect(browser.page("/?unreviewed=1").contains("Granary burned"), "a note is no review")
  }

  @Test func `a note is taken back, and both stay in the log`() async throws {
    let browser = try await StoryBrowser()
    let line = try browser.line("Granary")
    let form = try Self.form(browser, line) + [("words", "seven people"), ("reason", "or eight?")]
    _ = browser.answer("/decide", .post, form: form)
    let undo = try #require(
      StoryBrowser.forms("undo", on: browser.page("/report/\(line.id)")).first)
    #expect(browser.answer("/decide", .post, form: undo + [("verdict", "undo")]).status == 303)
    #expect(!browser.page("/report/\(line.id)").contains("card note"))
    #expect(try browser.decisions().map(\.verdict) == [.note, .undo])
    let log = browser.page("/log?verdict=note")
    #expect(log.contains("“seven people”") && log.contains("note (undone)"))
    #expect(!log.contains(">undo</td>"))
    let sheet = String(decoding: browser.answer("/log.csv").body, as: UTF8.self)
    #expect(sheet.contains("start,end,exact") && sheet.contains("seven people"))
  }

  /// Ben notes something on the whole of a report.
  private func note(
    _ reason: String, _ made: String, on line: ReportLine, _ browser: StoryBrowser
  ) throws {
    try DecisionBook(path: browser.path).keep(
      Decision(
        made: made, person: "ben", verdict: .note, target: .init(report: line.key), reason: reason))
  }

  @Test func `as of a moment before it, there is no note`() async throws {
    let browser = try await StoryBrowser()
    let line = try browser.line("Granary")
    try note("later", "2099-01-01T00:00:00.000Z", on: line, browser)
    #expect(browser.page("/report/\(line.id)").contains("card note"))
    #expect(!browser.page("/report/\(line.id)?as-of=2098-01-01").contains("card note"))
  }

  @Test func `who codes a report blind sees no note of others on it`() async throws {
    let browser = try await StoryBrowser()
    let line = try browser.line("Eleven")
    try note("ben wonders", "2032-06-01T00:00:00.000Z", on: line, browser)
    #expect(browser.page("/report/\(line.id)").contains("ben wonders"))
    let token = try #require(
      StoryBrowser.forms(on: browser.page("/review")).first?.first { $0.0 == "token" })
    _ = browser.answer(
      "/assign", .post, form: [token, ("person", "ana"), ("blind", "1"), ("report", line.key)])
    for page in ["/report/\(line.id)", "/log", "/review"] {
      #expect(!browser.page(page).contains("ben wonders"), "\(page)")
    }
  }

  @Test func `words are found again where a text has moved, and told as gone where it lacks them`()
  {
    let positions = PositionMap("É here. The dam broke at dawn; the dam, they say.")
    let there = NotedWords(start: 8, end: 15, exact: "The dam")
    #expect(there.span(in: positions).map(positions.exact) == "The dam")
    // Three characters further on than it stands now.
    let moved = NotedWords(start: 34, end: 41, exact: "the dam")
    let span = moved.span(in: positions)
    #expect(span.map { positions.scalarOffset(ofUTF8: $0.start) } == 31)
    #expect(NotedWords(start: 0, end: 4, exact: "a dam").span(in: positions) == nil)
    #expect(NotedWords(start: 90, end: 99, exact: "dawn").span(in: positions) != nil)
  }
}
