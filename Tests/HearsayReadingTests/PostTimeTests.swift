import HearsayLanguage
import HearsayRecords
import TestSupport
import Testing

@testable import HearsayReading

@Test func `words that show when a post was written mean the instant that its number tells`() throws
{
  let text = handmade(
    """
    She she PRON PRP 2 nsubj
    wrote write VERB VBD 0 root
    on on ADP IN 4 case
    Monday Monday PROPN NNP 2 obl
    """)
  let day = text.span(3..<4)
  let instant = "2021-11-01T05:08:28Z"
  let draft = Draft(
    text: text,
    context: ReportContext(
      published: "2021-11-07",
      shownTimes: [ReportContext.ShownTime(span: day, instant: instant, by: "status")]))
  let record = try #require(TimeReader.read(draft).first).record
  #expect(record.earliest == instant)
  #expect(record.latest == instant)
  #expect(record.granularity == .instant)
  #expect(record.by == "status")
  #expect(record.evidence == day)
}

@Test func `what a live entry calls today is the day it was written`() throws {
  let text = handmade(
    """
    It it PRON PRP 2 nsubj
    rained rain VERB VBD 0 root
    yesterday yesterday NOUN NN 2 obl
    It it PRON PRP 5 nsubj
    snowed snow VERB VBD 0 root
    yesterday yesterday NOUN NN 5 obl
    """)
  let entry = text.span(3..<6)
  let draft = Draft(
    text: text,
    context: ReportContext(
      published: "2031-05-02",
      entries: [ReportContext.Passage(span: entry, written: "2031-05-04T00:20:00+02:00")]))
  let records = TimeReader.read(draft).map(\.record)
  #expect(records.map(\.earliest) == ["2031-05-01", "2031-05-03"])
  #expect(records.map(\.by.record) == [["published"], ["entry"]])
}
