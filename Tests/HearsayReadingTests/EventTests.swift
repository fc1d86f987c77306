import HearsayLanguage
import HearsayRecords
import TestSupport
import Testing

@testable import HearsayReading

struct EventTests {
  struct StatusCase: Sendable, CustomTestStringConvertible {
    let words: String
    let status: EventStatus
    var testDescription: String { words.split(separator: "\n").first.map(String.init) ?? words }
  }

  /// Parses as the model gives them; the event is the attack in each.
  static let cases = [
    StatusCase(
      words: """
        Nobody nobody PRON NN 3 nsubj
        was be AUX VBD 3 cop
        surprised surprised ADJ JJ 0 root
        when when ADV WRB 6 advmod
        soldiers soldier NOUN NNS 6 nsubj
        attacked attack VERB VBD 3 advcl
        farmers farmer NOUN NNS 6 obj
        """, status: .happened),
    StatusCase(
      words: """
        Rebels rebel NOUN NNS 2 nsubj
        attacked attack VERB VBD 0 root
        soldiers soldier NOUN NNS 2 obj
        """, status: .happened),
    StatusCase(
      words: """
        Rebels rebel NOUN NNS 3 nsubj
        could could AUX MD 3 aux
        attack attack VERB VB 0 root
        soldiers soldier NOUN NNS 3 obj
        """, status: .hypothetical),
    StatusCase(
      words: """
        Rebels rebel NOUN NNS 2 nsubj
        threatened threaten VERB VBD 0 root
        to to PART TO 4 mark
        attack attack VERB VB 2 xcomp
        soldiers soldier NOUN NNS 4 obj
        """, status: .threatened),
    StatusCase(
      words: """
        Rebels rebel NOUN NNS 4 nsubj
        did do AUX VBD 4 aux
        not not PART RB 4 advmod
        attack attack VERB VB 0 root
        soldiers soldier NOUN NNS 4 obj
        """, status: .negated),
    StatusCase(
      words: """
        Police police NOUN NNS 2 nsubj
        foiled foil VERB VBD 0 root
        an a DET DT 4 det
        attack attack NOUN NN 2 obj
        by by ADP IN 6 case
        militants militant NOUN NNS 4 nmod
        """, status: .attempted),
    StatusCase(
      words: """
        Fears fear NOUN NNS 5 nsubj
        of of ADP IN 4 case
        an a DET DT 4 det
        attack attack NOUN NN 1 nmod
        grew grow VERB VBD 0 root
        among among ADP IN 7 case
        soldiers soldier NOUN NNS 5 obl
        """, status: .hypothetical),
    StatusCase(
      words: """
        It it PRON PRP 4 nsubj
        was be AUX VBD 4 cop
        bracing brace VERB VBG 0 root
        for for ADP IN 6 case
        potential potential ADJ JJ 6 amod
        attacks attack NOUN NNS 3 obl
        by by ADP IN 8 case
        militants militant NOUN NNS 6 nmod
        """, status: .expected),
    StatusCase(
      words: """
        Troops troops NOUN NNS 2 nsubj
        denied deny VERB VBD 0 root
        attacking attack VERB VBG 2 xcomp
        soldiers soldier NOUN NNS 3 obj
        """, status: .denied),
    StatusCase(
      words: """
        They they PRON PRP 2 nsubj
        demanded demand VERB VBD 0 root
        that that SCONJ IN 5 mark
        rebels rebel NOUN NNS 5 nsubj
        attack attack VERB VBP 2 ccomp
        soldiers soldier NOUN NNS 5 obj
        """, status: .demanded),
    StatusCase(
      words: """
        Unrest unrest NOUN NN 6 nsubj
        following follow VERB VBG 5 case
        the the DET DT 5 det
        militant militant ADJ JJ 5 amod
        attack attack NOUN NN 1 nmod
        may may AUX MD 7 aux
        spread spread VERB VB 0 root
        """, status: .happened),
    StatusCase(
      words: """
        Nobody nobody PRON NN 3 nsubj:pass
        was be AUX VBD 3 aux:pass
        surprised surprise VERB VBN 0 root
        when when ADV WRB 6 advmod
        soldiers soldier NOUN NNS 6 nsubj
        attacked attack VERB VBD 3 advcl
        rebels rebel NOUN NNS 6 obj
        """, status: .happened),
    StatusCase(
      words: """
        Troops troops NOUN NNS 2 nsubj
        failed fail VERB VBD 0 root
        to to PART TO 4 mark
        prevent prevent VERB VB 2 xcomp
        the the DET DT 6 det
        attacks attack NOUN NNS 4 obj
        on on ADP IN 8 case
        soldiers soldier NOUN NNS 6 nmod
        """, status: .happened),
    StatusCase(
      words: """
        Troops troops NOUN NNS 2 nsubj
        headed head VERB VBD 0 root
        off off ADP RP 2 compound:prt
        an a DET DT 5 det
        attack attack NOUN NN 2 obj
        by by ADP IN 7 case
        militants militant NOUN NNS 5 nmod
        """, status: .attempted),
    StatusCase(
      words: """
        Rebels rebel NOUN NNS 3 nsubj
        probably probably ADV RB 3 advmod
        attacked attack VERB VBD 0 root
        soldiers soldier NOUN NNS 3 obj
        """, status: .happened),
  ]

  @Test(arguments: cases)
  func `what is only feared, planned or denied is not recorded as having happened`(
    _ example: StatusCase
  ) throws {
    let draft = Draft(text: handmade(example.words), context: ReportContext())
    let event = try #require(
      EventReader.read(draft).first {
        $0.record.type == .assault && draft.text.tokens[$0.token].lemma == "attack"
      })
    #expect(event.record.status == example.status)
  }

  @Test func `a killed bill and a shot film are no assaults`() {
    for (verb, thing) in [("killed kill", "bill"), ("shot shoot", "film")] {
      let draft = Draft(
        text: handmade(
          """
          They they PRON PRP 2 nsubj
          \(verb) VERB VBD 0 root
          the the DET DT 4 det
          \(thing) \(thing) NOUN NN 2 obj
          """), context: ReportContext())
      #expect(EventReader.read(draft).isEmpty)
    }
  }

  @Test func `workers strike and warplanes strike are told apart`() throws {
    let labour = Draft(
      text: handmade(
        """
        Nurses nurse NOUN NNS 2 nsubj
        went go VERB VBD 0 root
        on on ADP IN 4 case
        strike strike NOUN NN 2 obl
        """), context: ReportContext())
    #expect(EventReader.read(labour).map(\.record.type) == [.protest])
    let air = Draft(
      text: handmade(
        """
        An a DET DT 3 det
        air air NOUN NN 3 compound
        strike strike NOUN NN 4 nsubj
        killed kill VERB VBD 0 root
        civilians civilian NOUN NNS 4 obj
        """), context: ReportContext())
    #expect(
      EventReader.read(air).map(\.record.type).allSatisfy { $0 == .assault }
        && EventReader.read(air).count == 2)
  }

  @Test func `an apparent attack is suspected, with the word that says so`() throws {
    let draft = Draft(
      text: handmade(
        """
        An a DET DT 3 det
        apparent apparent ADJ JJ 3 amod
        bombing bombing NOUN NN 4 nsubj
        killed kill VERB VBD 0 root
        soldiers soldier NOUN NNS 4 obj
        """), context: ReportContext())
    let event = try #require(EventReader.read(draft).first)
    #expect(event.record.certainty == .suspected)
    #expect(event.record.evidence.map { draft.text.exact($0) }.contains("apparent"))
  }
}
