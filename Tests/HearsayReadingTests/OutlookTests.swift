import HearsayLanguage
import HearsayRecords
import TestSupport
import Testing

@testable import HearsayReading

struct OutlookTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let words: String
    let day: String
  }

  /// Parses as the model gives them; the report is of Sunday, 7 November 2021.
  static let cases = [
    Case(
      testDescription: "talks planned for Thursday, though cancelled",
      words: """
        Talks talk NOUN NNS 6 nsubj:pass
        planned plan VERB VBN 1 acl
        for for ADP IN 4 case
        Thursday Thursday PROPN NNP 1 nmod
        were be AUX VBD 6 aux:pass
        cancelled cancel VERB VBN 0 root
        """, day: "2021-11-11"),
    Case(
      testDescription: "due to begin on Wednesday",
      words: """
        A a DET DT 2 det
        ceasefire ceasefire NOUN NN 6 nsubj
        is be AUX VBZ 6 cop
        due due ADJ JJ 6 mark
        to to ADP IN 6 mark
        begin begin VERB VB 0 root
        on on ADP IN 8 case
        Wednesday Wednesday PROPN NNP 6 obl
        """, day: "2021-11-10"),
    Case(
      testDescription: "tightened ahead of Tuesday's election",
      words: """
        Security security NOUN NN 3 nsubj:pass
        was be AUX VBD 3 aux:pass
        tightened tighten VERB VBN 0 root
        ahead ahead ADP IN 8 case
        of of ADP IN 8 case
        Tuesday Tuesday PROPN NNP 8 nmod:poss
        's 's PART POS 6 case
        election election NOUN NN 3 obl
        """, day: "2021-11-09"),
    Case(
      testDescription: "the upcoming talks on Tuesday",
      words: """
        The the DET DT 3 det
        upcoming upcoming ADJ JJ 3 amod
        talks talk NOUN NNS 8 nsubj
        on on ADP IN 5 case
        Tuesday Tuesday PROPN NNP 3 nmod
        are be AUX VBP 8 cop
        in in ADP IN 8 case
        doubt doubt NOUN NN 0 root
        """, day: "2021-11-09"),
    Case(
      testDescription: "holds until Thursday",
      words: """
        The the DET DT 2 det
        truce truce NOUN NN 3 nsubj
        holds hold VERB VBZ 0 root
        until until ADP IN 5 case
        Thursday Thursday PROPN NNP 3 obl
        """, day: "2021-11-11"),
    Case(
      testDescription: "lasted until Thursday",
      words: """
        The the DET DT 2 det
        truce truce NOUN NN 3 nsubj
        lasted last VERB VBD 0 root
        until until ADP IN 5 case
        Thursday Thursday PROPN NNP 3 obl
        """, day: "2021-11-04"),
    Case(
      testDescription: "said that it would be held on Monday",
      words: """
        He he PRON PRP 2 nsubj
        said say VERB VBD 0 root
        talks talk NOUN NNS 6 nsubj:pass
        would would AUX MD 6 aux
        be be AUX VB 6 aux:pass
        held hold VERB VBN 2 ccomp
        on on ADP IN 8 case
        Monday Monday PROPN NNP 6 obl
        """, day: "2021-11-08"),
    Case(
      testDescription: "said on Thursday that talks would be held",
      words: """
        He he PRON PRP 2 nsubj
        said say VERB VBD 0 root
        on on ADP IN 4 case
        Thursday Thursday PROPN NNP 2 obl
        talks talk NOUN NNS 8 nsubj:pass
        would would AUX MD 8 aux
        be be AUX VB 8 aux:pass
        held hold VERB VBN 2 ccomp
        """, day: "2021-11-04"),
    Case(
      testDescription: "the plan announced Friday would pay",
      words: """
        The the DET DT 2 det
        plan plan NOUN NN 6 nsubj
        announced announce VERB VBN 2 acl
        Friday Friday PROPN NNP 3 obl
        would would AUX MD 6 aux
        pay pay VERB VB 0 root
        """, day: "2021-11-05"),
    Case(
      testDescription: "agreed to meet on Monday",
      words: """
        They they PRON PRP 2 nsubj
        agreed agree VERB VBD 0 root
        to to PART TO 4 mark
        meet meet VERB VB 2 xcomp
        on on ADP IN 6 case
        Monday Monday PROPN NNP 4 obl
        """, day: "2021-11-08"),
    Case(
      testDescription: "managed to flee on Monday",
      words: """
        They they PRON PRP 2 nsubj
        managed manage VERB VBD 0 root
        to to PART TO 4 mark
        flee flee VERB VB 2 xcomp
        on on ADP IN 6 case
        Monday Monday PROPN NNP 4 obl
        """, day: "2021-11-01"),
    Case(
      testDescription: "the first to die on Monday",
      words: """
        He he PRON PRP 4 nsubj
        was be AUX VBD 4 cop
        the the DET DT 4 det
        first first ADJ JJ 0 root
        to to PART TO 6 mark
        die die VERB VB 4 acl
        on on ADP IN 8 case
        Monday Monday PROPN NNP 6 obl
        """, day: "2021-11-01"),
    Case(
      testDescription: "killed on Tuesday",
      words: """
        Soldiers soldier NOUN NNS 2 nsubj
        killed kill VERB VBD 0 root
        two two NUM CD 4 nummod
        men man NOUN NNS 2 obj
        on on ADP IN 6 case
        Tuesday Tuesday PROPN NNP 2 obl
        """, day: "2021-11-02"),
  ]

  @Test(arguments: cases) func `a bare weekday is the next one where the clause looks ahead`(
    _ told: Case
  ) {
    let draft = Draft(
      text: handmade(told.words), context: ReportContext(published: "2021-11-07T09:00:00Z"))
    #expect(TimeReader.read(draft).map(\.record.earliest) == [told.day])
  }
}
