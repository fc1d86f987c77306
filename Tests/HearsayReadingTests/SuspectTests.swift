import HearsayLanguage
import HearsayRecords
import Testing

@testable import HearsayReading

/// Whoever is only suspected is blamed, and never told as the doer; every sentence here is invented.
@Suite(.tags(.model), .enabled(if: ModelReading.hasModel, "no weights in Models"))
struct SuspectTests {
  private func reading(_ text: String) throws -> Reading { try ModelReading().reading(text) }

  @Test(arguments: [
    "Four shepherds were attacked by suspected Red Dawn fighters in Kalt on Monday.",
    "Suspected smugglers attacked a ferry near Kalt, killing six people.",
    "Presumed Red Dawn guerrillas attacked a bridge on Sunday.",
    "The mayor was abducted, allegedly by soldiers, on Friday.",
    "The judge, who was kidnapped on 5 January, apparently by Red Dawn guerrillas, was found dead.",
    "Reports say that the miners were killed by alleged members of the Third Column of the Red Dawn.",
    "Two miners were killed by men believed to be policemen.",
  ])
  func `whoever is only suspected does nothing`(_ text: String) throws {
    let reading = try reading(text)
    let attacks = reading.events.filter { $0.type == .assault && $0.status == .happened }
    #expect(!attacks.isEmpty)
    #expect(attacks.allSatisfy { $0.actors.isEmpty }, "\(attacks.map(\.actors))")
    #expect(
      reading.happenings.filter { $0.type == .assault }.allSatisfy { $0.actors.isEmpty },
      "\(reading.happenings.map(\.actors))")
  }

  @Test(arguments: [
    "Police attacked a camp of suspected smugglers on Monday.",
    "The so-called Red Dawn Front killed nine guards.",
    "Rebels reportedly attacked the town on Sunday.",
    "Soldiers attacked the village, apparently at dawn.",
  ])
  func `a suspect beside a doer makes no suspect of him`(_ text: String) throws {
    let reading = try reading(text)
    #expect(
      reading.events.contains { $0.type == .assault && $0.actors.count == 1 },
      "\(reading.events.map { ($0.type, $0.actors) })")
  }

  @Test(arguments: [
    ("The attack, which Sarvia blames on Dornia, killed three soldiers.", "Dornia"),
    ("Three men were arrested over the killing of the bishop.", "Three men"),
    ("A man suspected of killing two students fled.", "man"),
    ("The rebels are believed to have carried out the attack.", "rebels"),
  ])
  func `whoever is blamed by the words between is blamed`(_ text: String, _ who: String) throws {
    let reading = try reading(text)
    let attack = try #require(reading.happenings.first { $0.type == .assault })
    #expect(attack.actors.isEmpty)
    #expect(
      attack.blamed.map { PositionMap(text).exact($0.span) } == [who],
      "\(attack.blamed.map { PositionMap(text).exact($0.span) })")
  }

  @Test(arguments: [
    "Dornia-backed rebels attacked the port.", "A Sarvia-led coalition attacked the port.",
  ])
  func `whoever backs others does not do what they do`(_ text: String) throws {
    let reading = try reading(text)
    let attack = try #require(reading.events.first { $0.type == .assault })
    for actor in attack.actors {
      switch actor {
      case .mention(let span): #expect(PositionMap(text).exact(span).contains("-"))
      case .entity(let id):
        let entity = try #require(reading.entities.first { $0.id == id })
        #expect(entity.kind != .country, "\(entity.name)")
      }
    }
    #expect(attack.actors.count == 1)
  }

  @Test(arguments: [
    "Responsibility for the bombing was claimed by the Red Dawn brigade.",
    "The bombing was claimed by the Red Dawn, a rebel group.",
  ])
  func `whoever claims a deed is held for it by his own claim`(_ text: String) throws {
    let reading = try reading(text)
    let claim = try #require(reading.claims.first { $0.act == .claimResponsibility })
    let happening = try #require(
      reading.happenings.first { happening in claim.about.contains { happening.events.contains($0) }
      })
    #expect(happening.actors.isEmpty)
    #expect(happening.blamed.contains { $0.id == claim.speaker && $0.saidBy == claim.id })
  }

  @Test func `an acronym is a name wherever it stands in capitals`() throws {
    let reading = try reading(
      "The World Health Organisation (WHO) recommends that all salt is tested. WHO say salt is safe."
    )
    let body = try #require(reading.entities.first { $0.name.contains("Health") })
    #expect(body.mentions.contains { $0.start > 50 && $0.count == 3 })
  }

  @Test func `a year that ended on a day is that day's year`() throws {
    let reading = try reading(
      "The mine lost two million dollars for the year ended Sept. 30, 2029.")
    #expect(reading.times.contains { $0.timex == "2029" })
  }
}
