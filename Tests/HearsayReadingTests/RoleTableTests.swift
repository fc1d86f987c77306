import FoundationEssentials
import HearsayLanguage
import HearsayRecords
import TestSupport
import Testing

@testable import HearsayReading

/// What trees say of parts in events.
struct RoleTableTests {
  private static let data = URL(filePath: Language.folder).deletingLastPathComponent().path

  private func killing(at token: Int, _ text: AnnotatedText) -> EventFinding {
    EventFinding(
      record: Event(
        id: "v1", type: .assault, trigger: text.tokens[token].span, status: .happened,
        confidence: 1), token: token)
  }

  @Test func `who does it, whom, where and when are told by the tree alone`() throws {
    let text = handmade(
      """
      Soldiers soldier NOUN NNS 2 nsubj
      killed kill VERB VBD 0 root
      villagers villager NOUN NNS 2 obj
      in in ADP IN 5 case
      Orva Orva PROPN NNP 2 obl
      """, names: ["Orva": .politicalPlace])
    let odds = RoleOdds(
      Draft(text: text, context: ReportContext()), try RoleTable(folder: Self.data))
    let event = killing(at: 1, text)
    let parts = Dictionary(
      uniqueKeysWithValues: odds.candidates(of: event).map { candidate in
        (
          text.string(candidate.tokens),
          candidate.odds.filter { $0.key != .count }.max { $0.value < $1.value }?.key
        )
      })
    #expect(parts == ["Soldiers": .actor, "villagers": .recipient, "Orva": .place])
  }

  @Test func `the subject of a passive suffers it`() throws {
    let text = handmade(
      """
      Villagers villager NOUN NNS 3 nsubj:pass
      were be AUX VBD 3 aux:pass
      killed kill VERB VBN 0 root
      by by ADP IN 5 case
      soldiers soldier NOUN NNS 3 obl:agent
      """)
    let features = RoleFeatures(text)
    let asked = features.features(of: 0, trigger: 2, type: .assault)
    #expect(asked.contains("P=VERBpnsubj:pass|"))
    #expect(features.candidates(in: 0..<5) == [0, 4])
    let odds = RoleOdds(
      Draft(text: text, context: ReportContext()), try RoleTable(folder: Self.data)
    ).candidates(of: killing(at: 2, text))
    #expect(odds.map { ($0.odds[.recipient] ?? 0) > ($0.odds[.actor] ?? 0) } == [true, false])
  }

  @Test func `whom something is done with is named within the object`() throws {
    let text = handmade(
      """
      Orva Orva PROPN NNP 2 nsubj
      restored restore VERB VBD 0 root
      ties tie NOUN NNS 2 obj
      with with ADP IN 5 case
      Sorrat Sorrat PROPN NNP 3 nmod
      """)
    var draft = Draft(text: text, context: ReportContext())
    draft.entities = [0, 4].map { index in
      EntityFinding(
        record: Entity(id: "e\(index)", name: text.tokens[index].text, kind: .country),
        mentions: [EntityMention(tokens: index..<(index + 1), head: index, form: .name)])
    }
    func recipients(_ type: EventType) -> [Participant] {
      EventArguments(draft).roles(
        of: EventTrigger(
          token: 1, words: 1..<2,
          sense: EventSense(type: type, mode: nil, cameo: nil, needsEvidence: false))
      ).recipients
    }
    #expect(recipients(.support).contains(.entity("e4")))
    #expect(!recipients(.assault).contains(.entity("e4")))
  }

  @Test func `a table that is not there or not whole is told with its place`() throws {
    #expect(throws: RoleTable.LoadError.self) { try RoleTable(folder: "/nowhere") }
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "roles-\(UInt32.random(in: 0..<UInt32.max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("# roles\nP=x\t1\t2\n".utf8).write(to: folder.appending(path: "roles.tsv"))
    let error = #expect(throws: RoleTable.LoadError.self) { try RoleTable(folder: folder.path) }
    #expect(error?.description.hasSuffix("roles.tsv:2: a feature and 7 numbers are wanted") == true)
  }
}
