import Foundation
import HearsayLedger
import HearsayRecords
import TestSupport
import Testing

@testable import HearsayDesk

@Suite struct ReviewPagesTests {
  /// The hidden fields of the first form about a record.
  private static func form(_ record: String, on page: String) throws -> [(String, String)] {
    try #require(
      StoryBrowser.forms(on: page).first { form in
        form.contains { $0.0 == "record" && $0.1 == record }
          && !form.contains { $0.0 == "other-record" }
      })
  }

  @Test func `an edited value is preferred and marked in page, JSON and answers`() async throws {
    let browser = try await StoryBrowser()
    let line = try browser.line("Granary")
    let form = try Self.form("f1", on: browser.page("/report/\(line.id)"))
    let answer = browser.answer(
      "/decide", .post,
      form: form + [("verdict", "edit"), ("f-value", "8"), ("reason", "eight in the list")])
    #expect(answer.status == 303)
    let snapshot = try Snapshot(path: browser.path)
    #expect(try snapshot.reviewed(line).figures.first?.value == 8)
    #expect(try snapshot.reading(of: line).figures.first?.value == 7)
    let found = try snapshot.figures(FigureQuestion()).filter { $0.report.id == line.id }
    #expect(found.map(\.record.value) == [8])
    #expect(found.first?.review?.word == .coded)
    #expect(found.first?.json.contains(#""review":{"by":["ana"],"fields":["value"]"#) == true)
    let json = try snapshot.json(of: line)
    #expect(json.contains(#""value":8"#) && json.contains(#""state":"coded""#))
  }

  @Test func `an edit that a field cannot hold is refused, and so is one that changes nothing`()
    async throws
  {
    let browser = try await StoryBrowser()
    let form = try Self.form("f1", on: browser.page("/report/\(try browser.line("Granary").id)"))
    for fields in [[("f-value", "many")], [], [("f-value", "7")]] {
      #expect(
        browser.answer("/decide", .post, form: form + [("verdict", "edit")] + fields).status == 400)
    }
    #expect(try browser.decisions().isEmpty)
  }

  @Test func `a rejected record answers no more, and stands on its page as rejected`() async throws
  {
    let browser = try await StoryBrowser()
    let line = try browser.line("Granary")
    let form = try Self.form("c1", on: browser.page("/report/\(line.id)"))
    _ = browser.answer(
      "/decide", .post, form: form + [("verdict", "reject"), ("reason", "not in the text")])
    let snapshot = try Snapshot(path: browser.path)
    #expect(try snapshot.claims(ClaimQuestion()).allSatisfy { $0.report.id != line.id })
    #expect(try snapshot.reviewed(line).claims.isEmpty)
    #expect(try snapshot.reviewed(line).happenings.allSatisfy { $0.claims.isEmpty })
    #expect(browser.page("/report/\(line.id)").contains("card claims gone"))
    #expect(!(try snapshot.json(of: line)).contains(#""id":"c1""#))
  }

  @Test func `where two differ, what was read stands and is marked disputed`() async throws {
    let browser = try await StoryBrowser()
    let line = try browser.line("Granary")
    let book = try DecisionBook(path: browser.path)
    for (person, verdict) in [("ana", Decision.Verdict.accept), ("ben", .reject)] {
      try book.keep(
        Decision(
          made: "2032-06-01T00:00:00.000Z", person: person, verdict: verdict,
          target: .init(report: line.report.key ?? line.id, kind: .claims, record: "c1")))
    }
    let snapshot = try Snapshot(path: browser.path)
    let found = try snapshot.claims(ClaimQuestion()).filter { $0.report.id == line.id }
    #expect(found.count == 1)
    #expect(found.first?.review?.word == .disputed)
  }

  @Test func `as of a moment before it, a decision does not hold`() async throws {
    let browser = try await StoryBrowser()
    let line = try browser.line("Granary")
    try DecisionBook(path: browser.path).keep(
      Decision(
        made: "2099-01-01T00:00:00.000Z", person: "ana", verdict: .reject,
        target: .init(report: line.report.key ?? line.id, kind: .claims, record: "c1")))
    let snapshot = try Snapshot(path: browser.path)
    #expect(try snapshot.reviewed(line).claims.isEmpty)
    #expect(try snapshot.reviewed(line, asOf: Moment("2098-01-01")).claims.count == 1)
  }

  @Test(arguments: [
    ("claim", "c1", [("speaker", "e1"), ("act", "demand")], "CLAIM"),
    ("figure", "f", [("value", "3"), ("counts", "granaries")], "FIGURE"),
    ("event", "v", [("type", "PROTEST"), ("status", "happened")], "PROTEST"),
    ("time", "t", [("date", "2032-05-09")], "TIME"), ("place", "p", [], "PLACE"),
  ])
  func `a record is added from words of the text`(
    _ kind: String, _ key: String, _ fields: [(String, String)], _ word: String
  ) async throws {
    let browser = try await StoryBrowser()
    let line = try browser.line("Granary")
    let page = browser.page("/report/\(line.id)")
    let token = try #require(StoryBrowser.forms(on: page).first?.first { $0.0 == "token" })
    let form =
      [
        token, ("verdict", "add"), ("report", line.report.key ?? line.id), ("add", kind),
        ("words", "seven people died"), ("reason", "missing"),
      ] + fields
    #expect(browser.answer("/decide", .post, form: form).status == 303)
    let left = browser.page("/report/\(line.id)")
    #expect(left.contains("data-record=\"a"))
    #expect(left.contains(word))
    let reading = try Snapshot(path: browser.path).reviewed(line)
    #expect(reading.records.contains { $0.recordID == "a1" })
    #expect(
      browser.answer(
        "/decide", .post, form: form.map { $0.0 == "words" ? ("words", "not there") : $0 }
      ).status == 400)
  }

  @Test func `a accepts and the next is shown, twenty times if there are so many`() async throws {
    let browser = try await StoryBrowser()
    var seen: Set<String> = []
    for _ in 0..<20 {
      let page = browser.page("/review")
      guard
        let form = StoryBrowser.forms(on: page).first(where: { $0.contains { $0.0 == "record" } })
      else { break }
      let key = form.filter { ["report", "record", "other-record"].contains($0.0) }.map(\.1)
        .joined(separator: " ")
      #expect(seen.insert(key).inserted, "shown twice: \(key)")
      let verdict = form.contains { $0.0 == "other-record" } ? "same" : "accept"
      let answer = browser.answer("/decide", .post, form: form + [("verdict", verdict)])
      #expect(answer.status == 303)
      #expect(answer.head.contains { $0.name == "Location" && $0.value.hasPrefix("/review") })
    }
    #expect(seen.count >= 8)
    #expect(browser.page("/review").contains("Nothing waits for you"))
  }

  @Test func `the last decision is taken back from the review`() async throws {
    let browser = try await StoryBrowser()
    let form = try #require(StoryBrowser.forms(on: browser.page("/review")).first)
    _ = browser.answer("/decide", .post, form: form + [("verdict", "accept")])
    let undo = try #require(StoryBrowser.forms("undo", on: browser.page("/review")).first)
    _ = browser.answer("/decide", .post, form: undo + [("verdict", "undo")])
    #expect(try browser.decisions().map(\.verdict) == [.accept, .undo])
    let next = try #require(StoryBrowser.forms(on: browser.page("/review")).first)
    #expect(
      next.first { $0.0 == "record" }?.1 == form.first { $0.0 == "record" }?.1)
  }

  @Test func `whoever is assigned blind does not see what others decided`() async throws {
    let browser = try await StoryBrowser()
    let line = try browser.line("Eleven")
    try DecisionBook(path: browser.path).keep(
      Decision(
        made: "2032-06-01T00:00:00.000Z", person: "ben", verdict: .reject,
        target: .init(report: line.report.key ?? line.id, kind: .happenings, record: "h1"),
        reason: "ben thinks otherwise"))
    let token = try #require(
      StoryBrowser.forms(on: browser.page("/review")).first?.first { $0.0 == "token" })
    let answer = browser.answer(
      "/assign", .post,
      form: [token, ("person", "ana"), ("blind", "1"), ("report", line.report.key ?? line.id)])
    #expect(answer.status == 303)
    let page = browser.page("/review")
    #expect(page.contains("assigned to you"))
    #expect(page.contains("Eleven dead"))
    #expect(!page.contains("ben thinks otherwise"))
    let form = try #require(StoryBrowser.forms(on: page).first)
    #expect(form.contains { $0.0 == "blind" })
    _ = browser.answer("/decide", .post, form: form + [("verdict", "accept")])
    #expect(try browser.decisions().last?.blind == true)
  }

  @Test func `keys are chosen, and two cannot be one`() async throws {
    let browser = try await StoryBrowser()
    let page = browser.page("/settings")
    let token = page.components(separatedBy: "name=\"token\" value=\"")[1].prefix { $0 != "\"" }
    let chosen = Keys.actions.map { ("key-" + $0.name, $0.name == "accept" ? "y" : $0.key) }
    #expect(
      browser.answer("/choose", .post, form: [("token", String(token))] + chosen).status == 303)
    #expect(browser.page("/review").contains("accept=y"))
    let clash = Keys.actions.map { ("key-" + $0.name, "z") }
    #expect(
      browser.answer("/choose", .post, form: [("token", String(token))] + clash).status == 400)
  }
}
