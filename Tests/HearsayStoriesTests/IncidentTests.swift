import HearsayLedger
import HearsayRecords
import Testing

@testable import HearsayStories

/// Which happenings of different reports are one, and what is contested of them.
struct IncidentTests {
  @Test func `one shelling told by three, one of whom denies it, is one incident`() throws {
    let story = try StoryDesk.story(InventedReport.shelling)
    let incident = try #require(story.incidents.first)
    #expect(story.incidents.count == 1)
    #expect(incident.records.count == 3)
    #expect(incident.denied == 1)
    #expect(incident.status == "open")
    #expect(incident.where?.place == "Port Ledra")
    #expect(incident.when?.earliest == "2031-03-04")
  }

  @Test func `two attacks a day and a town apart stay two`() throws {
    var other = InventedReport.shelling[1]
    other.text =
      "The grain depot at Port Selm was shelled on 5 March and warehouses burned. Twelve people died, the hospital director Omar Tass said; harbour crews searched the ruins."
    other.title = "Dead as depot at Port Selm is shelled"
    other.place = ("Port Selm", 900_009, 42.5, 33.0)
    other.time = ("5 March", "2031-03-05")
    let story = try StoryDesk.story([InventedReport.shelling[0], other])
    #expect(story.incidents.count == 2)
  }

  @Test func `every link says why, with the words in both reports`() throws {
    let story = try StoryDesk.story(InventedReport.shelling)
    let links = story.incidents.flatMap(\.links)
    #expect(links.count == 2)
    for link in links {
      #expect(link.words.hasPrefix("linked because"))
      #expect(!link.reasons.isEmpty)
      #expect(Set(link.reasons.flatMap(\.spans).map(\.report)).count == 2)
    }
    for quoted in links.flatMap(\.reasons).flatMap(\.spans) {
      let texts = InventedReport.shelling.map { Array($0.whole.unicodeScalars) }
      let isThere = texts.contains { text in
        quoted.end <= text.count
          && String(String.UnicodeScalarView(text[quoted.start..<quoted.end])) == quoted.exact
      }
      #expect(isThere, "\(quoted)")
    }
  }

  @Test func `a denial and two tolls of one day are contested`() throws {
    let story = try StoryDesk.story(InventedReport.shelling)
    let happened = try #require(story.contested.first { $0.kind == .happened })
    #expect(happened.answers.map(\.value).sorted() == ["no", "yes"])
    let count = try #require(story.contested.first { $0.kind == .howMany })
    #expect(count.answers.map(\.value).sorted() == ["12", "9"])
    #expect(count.answers.allSatisfy { $0.roots == 1 })
  }

  @Test func `whoever has not accused somebody blames nobody, and leaves open who it was`() throws {
    var silent = InventedReport.shelling[1]
    silent.outlet = "Strait Times"
    silent.text =
      "The grain depot at Port Ledra was shelled on 4 March and warehouses burned. Orland has not accused Sorrat, a diplomat said."
    silent.parties = [("Orland", .country), ("Sorrat", .country)]
    silent.count = nil
    silent.source = "Orland"
    silent.act = .accuse
    silent.polarity = .negative
    silent.blamed = "Sorrat"
    let story = try StoryDesk.story([InventedReport.shelling[0], silent])
    #expect(!story.accusations.contains { $0.by == "Orland" })
    for question in story.contested where question.kind == .who {
      let theirs = question.answers.filter { $0.by.contains { $0.speaker == "Orland" } }
      #expect(theirs.allSatisfy { $0.value == "open" }, "\(theirs.map(\.label))")
    }
    silent.polarity = .positive
    let told = try StoryDesk.story([InventedReport.shelling[0], silent])
    #expect(told.accusations.contains { $0.by == "Orland" && $0.whom == "Sorrat" })
  }

  @Test(arguments: [
    ("people killed", "deaths", true), ("dead", "civilians killed", true),
    ("people killed", "people wounded", false), ("people", "people killed", false),
    ("drivers took part", "drivers", true),
  ])
  func `victims are counted together by what befell them`(
    _ one: String, _ other: String, _ same: Bool
  ) {
    #expect(CountedThing.isSame(CountedThing.key(one), CountedThing.key(other)) == same)
    #expect(CountedThing.isSame(CountedThing.key(other), CountedThing.key(one)) == same)
  }

  @Test func `a toll that grows from day to day is a series and no contest`() throws {
    var later = InventedReport.shelling[1]
    later.day = "2031-03-07"
    let story = try StoryDesk.story([InventedReport.shelling[0], later])
    #expect(story.contested.filter { $0.kind == .howMany } == [])
    #expect(story.series.first?.points.map(\.value) == [9, 12])
  }

  @Test func `a ferry that nobody disputes has nothing contested`() throws {
    let story = try StoryDesk.story(InventedReport.ferry)
    #expect(story.incidents.count == 1)
    #expect(story.contested == [])
  }

  @Test func `what a person decides goes before what is weighed, either way`() throws {
    let two = Array(InventedReport.shelling.prefix(2))
    let records = try #require(try StoryDesk.story(two).incidents.first).records
    #expect(records.count == 2)
    let apart = StoryDesk.ruling(.notSame, records[0], records[1])
    let kept = try StoryDesk.story(two, rulings: [apart])
    #expect(kept.incidents.count == 2)
    #expect(kept.incidents[0].decisions.map(\.verdict) == ["not-same"])
    #expect(!kept.unsure.contains { [$0.from, $0.to].sorted() == records.sorted() })
    // People who contradict each other decide nothing.
    let together = StoryDesk.ruling(.same, records[0], records[1])
    let disputed = try StoryDesk.story(two, rulings: [apart, together])
    #expect(disputed.incidents.count == 1)
    #expect(disputed.incidents[0].decisions.count == 2)
    let others = [InventedReport.shelling[0], InventedReport.ferry[0]]
    let firsts = try StoryDesk.story(others).incidents.map(\.event)
    #expect(firsts.count == 2)
    let joined = try StoryDesk.story(
      others, rulings: [StoryDesk.ruling(.same, firsts[0], firsts[1])])
    #expect(joined.incidents.count == 1)
    #expect(joined.incidents[0].links.first?.reasons.first?.kind == "decision")
  }
}
