import HearsayLanguage
import HearsayRecords
import TestSupport
import Testing

@testable import HearsayReading

struct MishapTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let words: String
    let type: EventType
    var testDescription: String { words.split(separator: "\n").joined(separator: " ") }
  }

  static let cases = [
    Case(
      words: """
        Nine nine NUM CD 2 nummod
        passengers passenger NOUN NNS 4 nsubj:pass
        were be AUX VBD 4 aux:pass
        killed kill VERB VBN 0 root
        in in ADP IN 7 case
        a a DET DT 7 det
        crash crash NOUN NN 4 obl
        """, type: .accident),
    Case(
      words: """
        Passengers passenger NOUN NNS 3 nsubj:pass
        were be AUX VBD 3 aux:pass
        killed kill VERB VBN 0 root
        when when ADV WRB 7 advmod
        a a DET DT 6 det
        ferry ferry NOUN NN 7 nsubj
        capsized capsize VERB VBD 3 advcl
        """, type: .accident),
    Case(
      words: """
        A a DET DT 2 det
        flood flood NOUN NN 3 nsubj
        killed kill VERB VBD 0 root
        villagers villager NOUN NNS 3 obj
        """, type: .disaster),
    Case(
      words: """
        Villagers villager NOUN NNS 3 nsubj:pass
        were be AUX VBD 3 aux:pass
        killed kill VERB VBN 0 root
        by by ADP IN 6 case
        army army NOUN NN 6 compound
        fire fire NOUN NN 3 obl
        """, type: .assault),
    Case(
      words: """
        Soldiers soldier NOUN NNS 3 nsubj:pass
        were be AUX VBD 3 aux:pass
        killed kill VERB VBN 0 root
        in in ADP IN 7 case
        a a DET DT 7 det
        rebel rebel NOUN NN 7 compound
        crash crash NOUN NN 3 obl
        """, type: .assault),
  ]

  @Test(arguments: cases)
  func `who dies by accident is not assaulted, and who dies by violence is`(_ example: Case) throws
  {
    let draft = Draft(text: handmade(example.words), context: ReportContext())
    let event = try #require(
      EventReader.read(draft).first { draft.text.tokens[$0.token].lemma == "kill" })
    #expect(event.record.type == example.type)
  }
}
