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
      published: "2021-11-07", postTimes: [ReportContext.PostTime(span: day, instant: instant)]))
  let record = try #require(TimeReader.read(draft).first).record
  #expect(record.earliest == instant)
  #expect(record.latest == instant)
  #expect(record.granularity == .instant)
  #expect(record.by == "status")
  #expect(record.evidence == day)
}
