import HearsayRecords
import HearsayStories
import TestSupport
import Testing

@testable import Command

struct ReportPageTests {
  private func text(_ reading: Reading, width: Int = 80) -> String {
    ReportPage(reading, width: width).lines().map(\.plain).joined(separator: "\n")
  }

  @Test func `a page tells who speaks first, then what was said, then where it stands`() {
    let page = text(sampleReading())
    #expect(page.contains("Depôt shelled, général says"))
    #expect(page.contains("2024-05-04T08:00:00+02:00 (from the page's data)"))
    #expect(
      page.contains(
        """
          Général Osei accused Northern Front, through The Example 1:1
              “rebels” shelled the depôt at Kéta 💥
        """))
    #expect(page.contains("  not said: No group claimed responsibility 2:31"))
    #expect(page.contains("12  people killed, 2024-05-03, said by Général Osei 1:71"))
  }

  @Test func `what only somebody says is never called happened`() {
    var reading = sampleReading()
    for certainty in Certainty.allCases where certainty != .confirmed {
      for speaker in [nil, "c1"] {
        reading.events[0].certainty = certainty
        reading.events[0].saidBy = speaker
        let standing = Standing(reading.events[0])
        let isFact = certainty == .asserted && speaker == nil
        #expect((standing.word == "happened") == isFact, "\(certainty) \(speaker ?? "-")")
        #expect((standing.mark == "●") == isFact)
      }
    }
  }

  @Test(arguments: EventStatus.allCases)
  func `what did not happen, or not yet, is told by its word and its mark`(_ status: EventStatus) {
    var event = sampleReading().events[0]
    event.status = status
    event.saidBy = nil
    let standing = Standing(event)
    let isFact = status == .happened || status == .ongoing
    #expect((standing.mark == "●") == isFact)
    #expect((standing.style == .happened) == isFact)
    #expect(["happened", "going on"].contains(standing.word) == isFact)
  }

  @Test func `what one accuses and the other denies is contested`() {
    let page = text(sampleReading())
    #expect(page.contains("  Did it happen? ASSAULT: “"))
    #expect(page.contains("    Général Osei: said"))
    #expect(page.contains("    Northern Front: denied it"))
    #expect(page.contains("  Who is to blame?\n    Général Osei: Northern Front"))
  }

  @Test func `two counts that exclude each other are contested, two that do not are not`() {
    var reading = sampleReading()
    var other = reading.figures[0]
    other.id = "f2"
    other.saidBy = "c2"
    other.value = nil
    other.low = 10
    reading.figures.append(other)
    #expect(!text(reading).contains("How many?"))
    reading.figures[1].low = 20
    #expect(
      text(reading).contains(
        "  How many? people killed\n    Général Osei: 12 1:71\n    Northern Front: at least 20 1:71"
      ))
  }

  @Test func `a quotation that ends with the content is shown with its closing mark`() {
    let text = "Osei called it “an attack”. Nobody answered."
    var reading = Reading(report: sampleReading().report)
    reading.report.text = text
    reading.claims = [
      Claim(id: "c1", content: [TextSpan(start: 12, end: 27)], confidence: 1)
    ]
    #expect(self.text(reading).hasSuffix("\n      it “an attack”"))
  }

  @Test func `nobody contests what nobody denies`() {
    var reading = sampleReading()
    reading.claims = [reading.claims[0], reading.claims[2]]
    #expect(!text(reading).contains("CONTESTED"))
  }

  @Test func `what one did and another did not is not contested`() {
    var reading = sampleReading()
    reading.claims = [reading.claims[0]]
    reading.claims[0].blames = []
    var first = reading.events[0]
    first.actors = [.entity("e1")]
    first.recipients = []
    (first.place, first.time, first.status, first.saidBy) = (nil, nil, .happened, "c1")
    var second = first
    second.id = "v2"
    (second.status, second.saidBy) = (.negated, nil)
    reading.events = [first, second]
    #expect(text(reading).contains("Did it happen?"))
    reading.events[1].actors = [.entity("e2")]
    #expect(!text(reading).contains("Did it happen?"))
  }

  @Test func `no line is wider than the page`() {
    for width in [30, 47, 80, 110] {
      for line in ReportPage(sampleReading(), width: width).lines() {
        let isOneWord = !line.plain.drop { $0 == " " }.contains(" ")
        #expect(line.width <= width || isOneWord, "\(width): \(line.plain)")
      }
    }
  }

  @Test func `a report cannot steer the terminal`() {
    var reading = sampleReading()
    reading.report.title = "News\u{1b}[2J\u{7}\u{202e}\r\nof the day"
    let page = text(reading)
    #expect(page.contains("News[2J of the day"))
    #expect(!page.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202e })
  }
}
