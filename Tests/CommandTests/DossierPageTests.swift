import HearsayRecords
import TestSupport
import Testing

@testable import Command

/// A report of our own with the happenings that a careful reader settles from it.
private func townReading() -> Reading {
  let text = """
    Bomb kills nine at Ledra port

    A truck bomb tore through the port of Ledra on Tuesday, killing at least nine dockers, officials said.
    The Karvenian army blamed Sorrat. Sorrat denied it and said it would answer if its border was shelled.
    The Harbour Union said 14 dockers were killed. President Vell condemned the bombing.
    Police arrested two men in Ledra. Ten years ago gunmen stormed the same port.
    "We shall rebuild," said the harbour master.
    """
  func span(_ words: String, _ number: Int = 1) -> TextSpan {
    let bytes = Array(text.utf8)
    let wanted = Array(words.utf8)
    let starts = bytes.indices.filter { bytes[$0...].starts(with: wanted) }
    precondition(starts.count >= number, "not in the text: \(words)")
    return TextSpan(start: starts[number - 1], end: starts[number - 1] + wanted.count)
  }
  return Reading(
    report: Report(
      id: "3fa9", url: "https://courier.example/port", outlet: "The Courier",
      title: "Bomb kills nine at Ledra port", published: "2031-03-05", publishedFrom: .meta,
      text: text, sha256: "", reader: Reader(version: "1")),
    entities: [
      Entity(id: "e1", name: "Karvenian army", kind: .military),
      Entity(id: "e2", name: "Sorrat", kind: .country),
      Entity(id: "e3", name: "President Vell", kind: .person),
      Entity(id: "e4", name: "Harbour Union", kind: .civil),
      Entity(id: "e5", name: "officials", kind: .government),
      Entity(id: "e6", name: "police", kind: .police),
      Entity(id: "e7", name: "harbour master", kind: .person),
    ],
    places: [Place(id: "p1", name: "Ledra", precision: .named)],
    times: [
      TimeSpan(
        id: "t1", earliest: "2031-03-04", latest: "2031-03-04", granularity: .day,
        evidence: span("on Tuesday"))
    ],
    events: [
      Event(
        id: "v1", type: .assault, trigger: span("Bomb"), status: .happened, confidence: 1),
      Event(
        id: "v2", type: .assault, trigger: span("tore through"), status: .happened, confidence: 1),
      Event(
        id: "v3", type: .assault, trigger: span("shelled"), status: .hypothetical, saidBy: "c3",
        confidence: 1),
      Event(id: "v4", type: .coerce, trigger: span("arrested"), status: .happened, confidence: 1),
      Event(id: "v5", type: .assault, trigger: span("stormed"), status: .happened, confidence: 1),
      Event(id: "v6", type: .assault, trigger: span("bombing"), status: .happened, confidence: 1),
    ],
    claims: [
      Claim(id: "c1", speaker: "e1", act: .accuse, about: ["v2"], blames: ["e2"], confidence: 1),
      Claim(
        id: "c2", speaker: "e2", content: [span("it")], act: .deny, about: ["v2"], confidence: 1),
      Claim(id: "c3", speaker: "e2", content: [span("it would answer")], confidence: 1),
      Claim(id: "c4", speaker: "e4", confidence: 1),
      Claim(
        id: "c5", speaker: "e3", content: [span("the bombing")], act: .condemn, about: ["v6"],
        confidence: 1),
      Claim(id: "c6", speaker: "e5", confidence: 1),
      Claim(
        id: "c7", speaker: "e7", source: span("the harbour master"),
        content: [span("We shall rebuild")], quoted: [span("We shall rebuild")], act: .promise,
        confidence: 1),
    ],
    figures: [
      Figure(
        id: "f1", low: 9, counts: "dockers killed", about: "v2", saidBy: "c6",
        evidence: [span("at least nine dockers")]),
      Figure(
        id: "f2", value: 14, counts: "dockers killed", about: "v2", saidBy: "c4",
        evidence: [span("14 dockers were killed")]),
    ],
    happenings: [
      Happening(
        id: "h2", type: .coerce, label: "arrest of two men", events: ["v4"], status: .happened,
        actors: [Slot(id: "e6", span: span("Police"))],
        places: [Slot(.place, id: "p1", span: span("Ledra", 3))], confidence: 1),
      Happening(
        id: "h3", type: .assault, mode: "artillery", label: "shelling of Sorrat's border",
        events: ["v3"], status: .hypothetical, confidence: 1),
      Happening(
        id: "h4", type: .assault, label: "storming of the port", events: ["v5"], background: true,
        status: .happened, confidence: 1),
      Happening(
        id: "h1", type: .assault, mode: "bombing", label: "bombing of the port",
        events: ["v1", "v2", "v6"], main: true, status: .happened,
        recipients: [Slot(span: span("the port"))], instruments: [Slot(span: span("truck bomb"))],
        places: [Slot(.place, id: "p1", span: span("Ledra", 2))],
        times: [Slot(.time, id: "t1", span: span("on Tuesday"))],
        blamed: [Slot(id: "e2", span: span("Sorrat"), saidBy: "c1")], figures: ["f1", "f2"],
        claims: ["c1", "c2", "c5"], confidence: 1),
    ])
}

struct DossierPageTests {
  private func text(_ reading: Reading, width: Int = 80, evidence: Bool = false) -> String {
    DossierPage(reading, width: width, note: "report 3fa9", showsEvidence: evidence).lines()
      .map(\.plain).joined(separator: "\n")
  }

  @Test
  func `the page is one entry a happening, then what is open, who judged, what else was said`() {
    #expect(townReading().flaws() == [])
    #expect(
      text(townReading()) == """
        Bomb kills nine at Ledra port                           The Courier · 2031-03-05
        https://courier.example/port · report 3fa9
        1  BOMBING of the port, Ledra, 2031-03-04                             ● happened
           blamed    Sorrat                         Karvenian army
           with      truck bomb
           killed    at least 9 dockers             officials
           killed    14 dockers                     Harbour Union
        2  SHELLING of Sorrat's border                                    ○ hypothetical
           said by Sorrat
        3  ARREST of two men, Ledra                                           ● happened
           by police
        OPEN       who did 1: Sorrat, says Karvenian army; Sorrat denies it
        JUDGED     President Vell condemned 1
        SAID       harbour master promised: We shall rebuild
        BACKGROUND
        4  STORMING of the port                                               ● happened
        """)
  }

  @Test func `with evidence the words of every mention, every claim and figure stand on the page`()
  {
    let page = text(townReading(), evidence: true)
    #expect(page.contains("A truck bomb tore through the port of Ledra on Tuesday"))
    #expect(page.contains("WHO SAYS WHAT"))
    #expect(page.contains("Karvenian army accused Sorrat"))
    #expect(page.contains("FIGURES"))
    #expect(page.contains("at least 9"))
  }

  @Test func `what stands in a mouth is never told as happened`() {
    var reading = townReading()
    for index in reading.events.indices { reading.events[index].saidBy = "c1" }
    let page = text(reading)
    #expect(!page.contains("● happened"))
    #expect(page.contains("◐ said"))
    #expect(page.contains("   said by   Karvenian army"))
  }

  @Test func `who denies it stands beside what is denied, and what one voice tells names it once`()
  {
    var reading = townReading()
    reading.events[3].status = .denied
    reading.events[3].saidBy = "c3"
    reading.happenings[0].status = .denied
    reading.happenings[0].actors[0].saidBy = "c3"
    let page = text(reading)
    #expect(page.contains("✗ denied\n   denied by Sorrat · by police\n"))
  }

  @Test func `a label that tells nothing but the status gives way to the words`() {
    var reading = townReading()
    reading.happenings[0].label = "arrest, happened"
    #expect(text(reading).contains("3  ARREST “arrested”, Ledra "))
    reading.happenings[0].label = ""
    #expect(text(reading).contains("3  COERCE “arrested”, Ledra "))
  }

  @Test func `one count of several voices is told once, with all of them`() {
    var reading = townReading()
    reading.figures[1].value = nil
    reading.figures[1].low = 9
    #expect(
      text(reading).contains("killed    at least 9 dockers             officials, Harbour Union"))
  }

  @Test func `the whole name of what happened stands out`() {
    var reading = townReading()
    reading.happenings[0].label = "air strike on two men"
    #expect(text(reading).contains("3  AIR STRIKE on two men, Ledra "))
    reading.happenings[0].label = "cyber attack, Ledra by Sorrat"
    #expect(text(reading).contains("3  CYBER ATTACK, Ledra by Sorrat "))
  }

  @Test func `a pronoun that stands for nobody known says nothing on the page`() {
    var reading = townReading()
    reading.claims[6].speaker = nil
    reading.claims[6].source = TextSpan(
      start: reading.claims[1].content[0].start, end: reading.claims[1].content[0].end)
    #expect(!text(reading).contains("SAID"))
  }

  @Test func `what is said twice is told once`() {
    var reading = townReading()
    var claim = reading.claims[6]
    claim.id = "x"
    reading.claims.append(claim)
    #expect(text(reading).ranges(of: "We shall rebuild").count == 1)
  }

  @Test func `of many happenings those that matter are shown, and the others counted`() {
    var reading = townReading()
    for number in 0..<30 {
      var happening = reading.happenings[0]
      happening.id = "x\(number)"
      reading.happenings.append(happening)
    }
    let page = text(reading)
    #expect(page.contains("BOMBING of the port"))
    #expect(page.contains("   and 20 more (--evidence)"))
    #expect(!text(reading, evidence: true).contains("more (--evidence)"))
  }

  @Test(arguments: EventStatus.allCases)
  func `a happening is marked as happened only if it is told so`(_ status: EventStatus) {
    var reading = townReading()
    for index in reading.happenings.indices { reading.happenings[index].status = status }
    let isReal = [.happened, .ongoing].contains(status)
    for index in reading.events.indices { reading.events[index].status = status }
    #expect(text(reading).contains("●") == isReal)
  }

  @Test func `whoever claims it is told as claiming, and that nobody else says so`() {
    var reading = townReading()
    reading.claims[0].speaker = "e2"
    reading.claims[0].act = .claimResponsibility
    reading.claims[1].act = .state
    let page = text(reading)
    #expect(page.contains("   claimed   Sorrat"))
    #expect(page.contains("OPEN       who did 1: only Sorrat’s own claim"))
  }

  @Test func `what the reporter tells of the doer is not open`() {
    var reading = townReading()
    reading.happenings[3].actors = [
      Slot(id: "e2", span: reading.happenings[3].blamed[0].span)
    ]
    reading.claims[1].act = .state
    #expect(!text(reading).contains("who did"))
  }

  @Test func `counts that exclude each other are open, one within the other is not`() {
    var reading = townReading()
    reading.figures[0].low = nil
    reading.figures[0].high = 9
    #expect(
      text(reading, width: 100).contains(
        "how many dockers killed, 1: up to 9, says officials; 14, says Harbour Union"))
    #expect(!text(townReading()).contains("how many"))
  }

  @Test func `whether it happened is open where one tells it and another denies it`() {
    var reading = townReading()
    reading.happenings[0].statuses = [
      ToldStatus(status: .happened, events: ["v4"]), ToldStatus(status: .denied, saidBy: "c4"),
    ]
    let page = text(reading)
    #expect(page.contains("did 3 happen: yes, says The Courier; no, says Harbour Union"))
    #expect(page.contains("denied by Harbour Union"))
  }

  @Test func `no line is wider than the page, and long sections are counted`() {
    var reading = townReading()
    for number in 0..<30 {
      var claim = reading.claims[6]
      claim.id = "x\(number)"
      claim.content = [TextSpan(start: 40 + number, end: 60 + number)]
      reading.claims.append(claim)
    }
    for width in [40, 60, 80, 110] {
      for line in DossierPage(reading, width: width).lines() {
        let isOneWord = !line.plain.drop { $0 == " " }.contains(" ")
        #expect(line.width <= width || isOneWord, "\(width): \(line.plain)")
      }
    }
    #expect(text(reading).contains("and 25 more (--evidence)"))
  }

  @Test func `a report cannot steer the terminal`() {
    var reading = townReading()
    reading.happenings[3].label = "bombing\u{1b}[2J of\u{202e} it"
    reading.report.outlet = "The\u{7} Courier"
    let page = text(reading)
    #expect(!page.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202e })
  }
}
