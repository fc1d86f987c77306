import HearsayExchange
import HearsayLedger
import HearsayRecords
import HearsayStories
import TestSupport
import Testing

@Suite struct AnnotationImportTests {
  private static func lines(_ ledger: InventedLedger) throws -> String {
    try ledger.snapshot.refresh()
    let format = try #require(LineFormat.all.first { $0.name == "web-annotation" })
    var text = ""
    _ = try IncidentExport(ledger.source, IncidentQuestion(), ledger.context).lines(format) {
      text += $0
    }
    return text
  }

  private static func take(
    _ text: String, _ ledger: InventedLedger
  ) throws -> AnnotationTaking.Tally {
    let file = try AnnotationFile(Array(text.utf8))
    #expect(file.flaws.isEmpty)
    let book = try DecisionBook(path: ledger.folder.ledger)
    var taking = try AnnotationTaking(
      Snapshot(path: ledger.folder.ledger), made: "2031-04-01T00:00:00Z"
    ) {
      try book.keep($0)
    }
    try taking.take(file.annotations)
    return taking.tally
  }

  /// An annotation of some words of the courier's report, in the shapes that programs write.
  private static func annotation(
    exact: String, prefix: String = "", source: String = "https://courier.example/ledra#top",
    extra: String = ""
  ) -> String {
    #"""
    {"@context":"http://www.w3.org/ns/anno.jsonld","id":"https://notes.example/1","type":"Annotation",
     "motivation":"commenting","created":"2031-03-06T10:00:00Z",
     "creator":{"type":"Person","nickname":"dana"},
     "body":[{"type":"TextualBody","value":"Which market?"},{"type":"TextualBody","purpose":"tagging","value":"check"}],
     "target":{"source":"\#(source)"\#(extra),
       "selector":[{"type":"RangeSelector"},{"type":"TextPositionSelector","start":9000,"end":9010},
         {"type":"TextQuoteSelector","exact":"\#(exact)","prefix":"\#(prefix)","suffix":""}]}}
    """#
  }

  @Test func `what people decided comes back as it was, in another ledger and once`() async throws {
    let ledger = try await InventedLedger([.courier, .herald])
    let line = try #require(try Snapshot(path: ledger.folder.ledger).reports().first)
    let book = try DecisionBook(path: ledger.folder.ledger)
    let target = Decision.Target(report: line.key, kind: .happenings, record: "h1")
    func decide(
      _ verdict: Decision.Verdict, _ person: String, values: String? = nil, reason: String = "",
      undoes: Int? = nil
    ) throws -> Int {
      try book.keep(
        Decision(
          made: "2031-03-07T00:00:00Z", person: person, verdict: verdict, target: target,
          values: values, reason: reason, undoes: undoes))
    }
    _ = try decide(.accept, "Dana")
    let edit = try decide(.edit, "Jo", values: #"{"mode":"bombing"}"#, reason: "mortars, not guns")
    _ = try decide(.undo, "Jo", undoes: edit)
    _ = try decide(.note, "Jo", reason: "verdict: false. Nobody saw it: it was a gas main")
    let written = try Self.lines(ledger)

    let other = try await InventedLedger([.courier, .herald])
    let tally = try Self.take(written, other)
    #expect(tally.left.isEmpty)
    #expect(tally.kept == 4 && tally.records == 2)
    let kept = try Snapshot(path: other.folder.ledger).decisions()
    #expect(kept.map(\.verdict) == [.accept, .edit, .undo, .note])
    #expect(kept.map(\.person) == ["Dana", "Jo", "Jo", "Jo"])
    #expect(kept.allSatisfy { $0.target == target })
    #expect(kept[1].values == #"{"mode":"bombing"}"#)
    #expect(kept[2].undoes == kept[1].number)
    // The ledger learned of it when it was imported, and says when it was made.
    #expect(kept.allSatisfy { $0.made == "2031-04-01T00:00:00Z" })
    #expect(kept[3].reason.hasPrefix("verdict: false. Nobody saw it"))
    #expect(kept[3].reason.hasSuffix("(imported; made 2031-03-07T00:00:00Z)"))
    // The same file again adds nothing, there and where it came from.
    #expect(try Self.take(written, other) == .init(kept: 0, known: 4, records: 2, left: []))
    #expect(try Self.take(written, ledger).kept == 0)
    // So does what is exported again where it was imported.
    #expect(try Self.take(try Self.lines(other), other).known == 4)
    #expect(try Self.take(try Self.lines(other), ledger).known == 4)
  }

  /// Adds a protest, by Ana, to the first report of a ledger.
  private static func addProtest(_ ledger: InventedLedger) throws -> ReportLine {
    let snapshot = try Snapshot(path: ledger.folder.ledger)
    let line = try #require(try snapshot.reports().first)
    let reading = try snapshot.reading(of: line)
    let writer = ContractWriter(positions: PositionMap(reading.report.text))
    let span = reading.events[0].trigger
    let event = Event(
      id: "a1", type: .protest, trigger: span, status: .happened, confidence: 1, evidence: [span])
    let happening = Happening(
      id: "a2", type: .protest, label: "a march", events: ["a1"], status: .happened,
      statuses: [ToldStatus(status: .happened, events: ["a1"])], confidence: 1)
    let book = try DecisionBook(path: ledger.folder.ledger)
    func keep(_ verdict: Decision.Verdict, _ kind: RecordKind, _ id: String, _ values: String)
      throws
    {
      try book.keep(
        Decision(
          made: "2031-03-07T00:00:00Z", person: "Ana", verdict: verdict,
          target: .init(report: line.key, kind: kind, record: id), values: values))
    }
    try keep(.add, .events, "a1", try writer.json(event))
    try keep(.add, .happenings, "a2", try writer.json(happening))
    try keep(.edit, .happenings, "a2", #"{"mode":"demonstration"}"#)
    return line
  }

  @Test
  func
    `a record that somebody added comes back with what it names, where its id is taken under another`()
    async throws
  {
    let ledger = try await InventedLedger([.courier, .herald])
    let line = try Self.addProtest(ledger)
    let written = try Self.lines(ledger)

    // Somebody else added something to the same report in another ledger.
    let other = try await InventedLedger([.courier, .herald])
    let theirs = try Snapshot(path: other.folder.ledger).reading(of: line)
    let claim = Claim(id: "a1", content: [theirs.events[0].trigger], act: .state, confidence: 1)
    let json = try ContractWriter(positions: PositionMap(theirs.report.text)).json(claim)
    try DecisionBook(path: other.folder.ledger).keep(
      Decision(
        made: "2031-03-08T00:00:00Z", person: "Ben", verdict: .add,
        target: .init(report: line.key, kind: .claims, record: "a1"), values: json))

    let tally = try Self.take(written, other)
    #expect(tally.left.isEmpty && tally.kept == 3, "\(tally)")
    let reviewed = try Snapshot(path: other.folder.ledger).reviewed(line)
    let added = try #require(reviewed.happenings.last)
    #expect(added.id == "a3" && added.events == ["a2"] && added.mode == "demonstration")
    #expect(added.statuses.first?.events == ["a2"])
    #expect(reviewed.events.last?.id == "a2" && reviewed.flaws().isEmpty)
    // The same file again adds nothing; what was added there comes here, and nothing comes back twice.
    #expect(try Self.take(written, other).kept == 0)
    let there = try Self.lines(other)
    #expect(try Self.take(there, ledger).kept == 1)
    #expect(try Self.take(try Self.lines(ledger), other).kept == 0)
    #expect(try Self.take(try Self.lines(other), ledger).kept == 0)
    // A third has all of both.
    let third = try await InventedLedger([.courier, .herald])
    #expect(try Self.take(try Self.lines(ledger), third).left.isEmpty)
    let all = try Snapshot(path: third.folder.ledger).reviewed(line)
    #expect(all.happenings.last?.mode == "demonstration" && all.flaws().isEmpty)
  }

  @Test func `what a report told may all be rejected, and that travels`() async throws {
    let ledger = try await InventedLedger([.courier, .herald])
    let book = try DecisionBook(path: ledger.folder.ledger)
    let lines = try Snapshot(path: ledger.folder.ledger).reports()
    for line in lines {
      try book.keep(
        Decision(
          made: "2031-03-07T00:00:00Z", person: "Ana", verdict: .reject,
          target: .init(report: line.key, kind: .happenings, record: "h1"), reason: "an exercise"))
      try book.keep(
        Decision(
          made: "2031-03-07T00:00:00Z", person: "Ana", verdict: .note,
          target: .init(report: line.key), reason: "ask the \(line.id)"))
    }
    let other = try await InventedLedger([.courier, .herald])
    let tally = try Self.take(try Self.lines(ledger), other)
    #expect(tally == .init(kept: 4, known: 0, records: 0, left: []))
    let kept = try Snapshot(path: other.folder.ledger).decisions()
    #expect(
      Set(kept.map(\.target))
        == Set(try Snapshot(path: ledger.folder.ledger).decisions().map(\.target)))
    #expect(try Self.take(try Self.lines(ledger), other).kept == 0)
  }

  @Test func `an added record that does not fit is told and left out`() async throws {
    let ledger = try await InventedLedger([.courier])
    let id = try #require(try Snapshot(path: ledger.folder.ledger).reports().first?.id)
    let word = #"{\"start\":0,\"end\":6,\"exact\":"#
    for values in [
      "", #"{\"id\":\"a1\"}"#, #"{\"picnics\":[{\"id\":\"a1\"}]}"#, #"{\"events\":[]}"#,
      #"{\"places\":[{\"id\":\"a1\",\"name\":\"X\",\"precision\":\"named\",\"mentions\":[\#(word)\"no such\"}]}]}"#,
      #"{\"happenings\":[{\"id\":\"a1\",\"type\":\"PROTEST\",\"label\":\"x\",\"events\":[\"v99\"],\"status\":\"happened\",\"certainty\":\"asserted\",\"confidence\":1}]}"#,
    ] {
      let add =
        #"{"motivation":"assessing","target":"urn:hearsay:\#(id):a1","body":[{"type":"TextualBody","value":"add"},{"type":"TextualBody","purpose":"editing","value":"\#(values)"}]}"#
      let tally = try Self.take(add, ledger)
      #expect(tally.kept == 0 && tally.left.count == 1, "\(values)")
    }
  }

  @Test func `a remark about words of a page becomes a note on the record of those words`()
    async throws
  {
    let ledger = try await InventedLedger([.courier, .herald])
    // Line ends and runs of spaces are no difference.
    let tally = try Self.take(Self.annotation(exact: "shelled  the market"), ledger)
    #expect(tally == .init(kept: 1, known: 0, records: 0, left: []))
    let note = try #require(try Snapshot(path: ledger.folder.ledger).decisions().first)
    #expect(note.verdict == .note && note.person == "dana")
    #expect(note.target.kind == .happenings && note.target.record == "h1")
    #expect(note.reason == "Which market?; check (imported; made 2031-03-06T10:00:00Z)")
    #expect(note.seen?.contains("shelling of Port Ledra") == true)
  }

  @Test func `words that stand nowhere, or twice, are a remark about the report`() async throws {
    let ledger = try await InventedLedger([.courier])
    for (exact, prefix, isFound) in [
      ("a bridge of glass", "", false), ("Port Ledra", "market of ", true), ("the", "", false),
    ] {
      let before = try Snapshot(path: ledger.folder.ledger).decisions().count
      _ = try Self.take(Self.annotation(exact: exact, prefix: prefix), ledger)
      let note = try #require(
        try Snapshot(path: ledger.folder.ledger).decisions(after: before).first)
      #expect((note.target.kind != nil) == isFound, "\(exact)")
      if !isFound { #expect(note.reason.hasPrefix("“\(exact)”: Which market?")) }
    }
  }

  @Test func `what is about no report of the ledger is told and left out`() async throws {
    let ledger = try await InventedLedger([.courier])
    let strange = Self.annotation(exact: "shelled", source: "https://elsewhere.example/")
    #expect(
      try Self.take(strange, ledger).left == [
        "annotation 1: no report from https://elsewhere.example/ is in this ledger"
      ])
    let assessment =
      #"{"type":"Annotation","motivation":"assessing","body":{"type":"TextualBody","value":"reject: no"},"target":"urn:hearsay:0123456789ab:h1"}"#
    #expect(
      try Self.take(assessment, ledger).left == [
        "annotation 1: no report 0123456789ab is in this ledger"
      ])
    #expect(try Snapshot(path: ledger.folder.ledger).decisions().isEmpty)
  }

  @Test func `an edit that the record does not take is told and left out`() async throws {
    let ledger = try await InventedLedger([.courier])
    let id = try #require(try Snapshot(path: ledger.folder.ledger).reports().first?.id)
    for values in [#"{\"type\":\"PICNIC\"}"#, #"{\"nothing\":1}"#, "no object"] {
      let edit =
        #"{"motivation":"assessing","target":"urn:hearsay:\#(id):h1","body":[{"type":"TextualBody","value":"edit: so"},{"type":"TextualBody","purpose":"editing","value":"\#(values)"}]}"#
      let tally = try Self.take(edit, ledger)
      #expect(tally.kept == 0 && tally.left.count == 1, "\(values)")
    }
  }

  @Test func `pages, collections, lists and Hypothesis's own shape are read`() throws {
    let one = Self.annotation(exact: "shelled")
    let hypothesis =
      #"{"total":1,"rows":[{"id":"x","created":"2031-03-06","user":"acct:dana@hypothes.is","uri":"https://courier.example/ledra","text":"Which?","tags":["check"],"target":[{"source":"https://courier.example/ledra","selector":[{"type":"TextQuoteSelector","exact":"shelled"}]}]}]}"#
    for (text, count) in [
      (one, 1), ("[\(one),\(one)]", 2), (#"{"type":"AnnotationPage","items":[\#(one)]}"#, 1),
      (#"{"type":"AnnotationCollection","first":{"items":[\#(one),\#(one)]}}"#, 2),
      (hypothesis, 1),
      (one.replacing("\n", with: " ") + "\n\n" + one.replacing("\n", with: " ") + "\n", 2),
    ] {
      let bytes = Array(text.utf8)
      #expect(AnnotationFile.begins(bytes))
      let file = try AnnotationFile(bytes)
      #expect(file.annotations.count == count && file.flaws.isEmpty)
      #expect(file.annotations.allSatisfy { $0.targets.first?.exact == "shelled" })
    }
    let read = try #require(try AnnotationFile(Array(hypothesis.utf8)).annotations.first)
    #expect(read.person == "dana@hypothes.is" && read.words == "Which?; check")
  }

  @Test func `what is no annotation is refused with its place`() throws {
    for text in ["{", "[]", "{}", #"{"body":"x"}"#, "\u{FEFF}{\"target\":[]}"] {
      #expect(throws: ForeignFlaw.self, "\(text)") { try AnnotationFile(Array(text.utf8)) }
    }
    let broken =
      Self.annotation(exact: "a").replacing("\n", with: " ") + "\n{\"target\":\n"
    let file = try AnnotationFile(Array(broken.utf8))
    #expect(file.annotations.count == 1)
    #expect(file.flaws.map { "\($0)" } == ["line 2: no JSON"])
  }

  @Test func `every decision and note is written once, in order, and comes back as it was`()
    async throws
  {
    let ledger = try await InventedLedger([.courier, .herald])
    let snapshot = try Snapshot(path: ledger.folder.ledger)
    let line = try #require(try snapshot.reports().first)
    let positions = PositionMap(try snapshot.reading(of: line).report.text)
    let book = try DecisionBook(path: ledger.folder.ledger)
    // Words that are a part of a happening's: the note is about them, not about the record.
    let exact = try #require(
      line.report.title.flatMap { $0.split(separator: " ").first.map(String.init) })
    let start = try #require(
      Array(positions.exact(TextSpan(start: 0, end: positions.utf8.count)))
        .firstRange(of: Array(exact))?.lowerBound)
    let words = NotedWords(start: start, end: start + exact.count, exact: exact)
    var note = Decision(
      made: "2031-03-07T00:00:00Z", person: "Dana", verdict: .note, target: .init(report: line.key),
      values: words.json, reason: "assessing: who says so?")
    let number = try book.keep(note)
    try book.keep(
      Decision(
        made: "2031-03-07T00:01:00Z", person: "Jo", verdict: .reject,
        target: .init(report: line.key, kind: .happenings, record: "h1"), reason: "another day"))
    note.made = "2031-03-07T00:02:00Z"
    note.values = nil
    note.reason = "The whole of it is from the agency."
    let whole = try book.keep(note)
    note.verdict = .undo
    note.undoes = whole
    note.reason = ""
    try book.keep(note)
    var text = ""
    let count = try DecisionLines(try Snapshot(path: ledger.folder.ledger)).lines { text += $0 }
    #expect(count == 4 && text.split(separator: "\n").count == 4)

    let other = try await InventedLedger([.courier, .herald])
    let tally = try Self.take(text, other)
    #expect(tally == .init(kept: 4, known: 0, records: 0, left: []))
    let kept = try Snapshot(path: other.folder.ledger).decisions()
    #expect(kept.map(\.verdict) == [.note, .reject, .note, .undo])
    #expect(kept.map(\.person) == ["Dana", "Jo", "Dana", "Dana"])
    #expect(kept[0].words == words && kept[0].target == .init(report: line.key))
    #expect(kept[0].reason.hasPrefix("assessing: who says so? (imported"))
    #expect(kept[2].words == nil && kept[2].target == .init(report: line.key))
    #expect(kept[3].undoes == kept[2].number)
    #expect(number == 1)
    // The same file again adds nothing, there and where it came from.
    #expect(try Self.take(text, other).known == 4)
    #expect(try Self.take(text, ledger).kept == 0)
    // As of a moment before, there was less of it.
    var early = ""
    let then = try #require(Moment("2031-03-07T00:00:30Z"))
    _ = try DecisionLines(try Snapshot(path: ledger.folder.ledger), asOf: then).lines {
      early += $0
    }
    #expect(early == String(text.prefix { $0 != "\n" }) + "\n")
  }
}
