import HearsayLanguage
import HearsayRecords
import Testing

@testable import HearsayReading

/// Who does a thing and to whom, where others stand beside it; every sentence here is invented.
@Suite(.tags(.model), .enabled(if: ModelReading.hasModel, "no weights in Models"))
struct DoerTests {
  private func reading(_ text: String) throws -> Reading { try ModelReading().wholeReading(text) }

  /// The words of the slots of the first happening that a verb tells.
  private func parties(
    _ text: String, told word: String
  ) throws -> (doers: [String], victims: [String]) {
    let reading = try reading(text)
    let positions = PositionMap(text)
    let event = try #require(
      reading.events.first { positions.exact($0.trigger).contains(word) }, "nothing tells “\(word)”"
    )
    let happening = try #require(reading.happenings.first { $0.events.contains(event.id) })
    return (
      happening.actors.map { positions.exact($0.span) },
      happening.recipients.map { positions.exact($0.span) }
    )
  }

  @Test(arguments: [
    ("A woman stabbed two guards before she was shot by police.", "stabbed", "woman", "two guards"),
    (
      "A suicide bomber killed nine recruits at a gate in Orvalle.", "killed", "suicide bomber",
      "nine recruits"
    ),
    ("The driver's arrest shook the town.", "arrest", "", "driver"),
    ("The smugglers' leader was killed in a raid.", "killed", "", "smugglers' leader"),
    ("The truck was parked near a school when it blew up.", "blew up", "", ""),
    ("A hit squad shot the judge on Monday.", "shot", "hit squad", "judge"),
    ("Soldiers killed two men at a checkpoint.", "killed", "Soldiers", "two men"),
    ("Woman stabbed in park", "stabbed", "", "Woman"),
    ("Man shot at mall", "shot", "", "Man"),
    ("Gunmen shot at mourners in Dorn", "shot", "Gunmen", "mourners"),
  ])
  func `each has his own part`(_ text: String, _ word: String, _ doer: String, _ victim: String)
    throws
  {
    let parties = try parties(text, told: word)
    #expect(parties.doers == (doer.isEmpty ? [] : [doer]))
    #expect(parties.victims == (victim.isEmpty ? [] : [victim]))
  }

  @Test(arguments: [
    ("Egypt has received money from Turkey.", "received", ["Turkey"], ["Egypt"]),
    ("The mayor received threats from the rebels.", "threats", ["rebels"], ["mayor"]),
    ("The militia received orders from the general.", "orders", ["general"], ["militia"]),
    ("The minister received support from the unions.", "support", ["unions"], ["minister"]),
    ("Old foes Egypt and Turkey signed a truce.", "signed", ["Egypt", "Turkey"], []),
    (
      "Egypt, Mali and Sudan welcomed the truce between Iran and Turkey.", "welcomed",
      ["Egypt", "Mali", "Sudan"], ["Iran", "Turkey"]
    ),
    ("The senator condemned the decision of the court.", "condemned", ["senator"], ["court"]),
  ])
  func `what is got is given by another, and those who are named stand for what they are called`(
    _ text: String, _ word: String, _ doers: [String], _ victims: [String]
  ) throws {
    let parties = try parties(text, told: word)
    #expect(parties.doers == doers)
    #expect(parties.victims.filter { $0 != "truce" } == victims)
  }

  @Test(arguments: [
    (
      "Gunmen killed two guards, abducted four teachers and burned six barns.",
      [2.0: "killed", 4: "abducted", 6: "burned"]
    ),
    ("The blast killed three farmers and wounded two guards.", [3: "killed", 2: "wounded"]),
    (
      "Officials said nine rebels were killed, 14 captured and three surrendered.",
      [9: "killed", 14: "captured", 3: "surrendered"]
    ),
  ])
  func `a figure belongs to the verb that counts it`(_ text: String, _ wanted: [Double: String])
    throws
  {
    let reading = try reading(text)
    let positions = PositionMap(text)
    for figure in reading.figures {
      guard let value = figure.value, let verb = wanted[value] else { continue }
      let event = try #require(reading.events.first { $0.id == figure.about }, "\(value)")
      #expect(positions.exact(event.trigger).contains(verb), "\(value) is of another event")
    }
    #expect(Set(reading.figures.compactMap(\.value)).isSuperset(of: wanted.keys))
  }

  @Test(arguments: [
    ("The army says 12 rebels died; the rebels say 40.", 12.0, "army", 40.0, "rebels"),
    (
      "Half a million people had marched, the mayor said; police counted 80,000.", 500_000, "mayor",
      80_000, "police"
    ),
    (
      "The ministry says 30 soldiers were wounded. The rebels claim at least 90.", 30, "ministry",
      90, "rebels"
    ),
  ])
  func `who counts otherwise is heard`(
    _ text: String, _ first: Double, _ one: String, _ second: Double, _ other: String
  ) throws {
    let reading = try reading(text)
    let positions = PositionMap(text)
    func teller(of value: Double) throws -> String {
      let figure = try #require(reading.figures.first { ($0.value ?? $0.low) == value }, "\(value)")
      let claim = try #require(
        reading.claims.first { $0.id == figure.saidBy }, "\(value) is nobody's")
      return claim.source.map(positions.exact) ?? ""
    }
    #expect(try teller(of: first).contains(one))
    #expect(try teller(of: second).contains(other))
    let counts = reading.figures.filter { [first, second].contains($0.value ?? $0.low) }.map(
      \.counts)
    #expect(Set(counts).count == 1, "both count the same: \(counts)")
    #expect(Set(reading.figures.map(\.about)).count == 1)
  }

  @Test func `of a list of shootings each keeps its own`() throws {
    let text = """
      Gunmen have struck schools before. In May a farmer shot two pupils in Dorn. In June a student shot a teacher in \
      Kestrin, police said.
      """
    let reading = try reading(text)
    let positions = PositionMap(text)
    for (own, others) in [
      ("Dorn", ["student", "Kestrin", "teacher"]), ("Kestrin", ["farmer", "Dorn", "pupils"]),
    ] {
      let shooting = try #require(
        reading.happenings.first { happening in
          happening.places.contains { positions.exact($0.span) == own }
        })
      let words = (shooting.actors + shooting.recipients + shooting.places).map {
        positions.exact($0.span)
      }
      #expect(!words.contains { word in others.contains(where: word.contains) }, "\(words)")
    }
  }

  @Test(arguments: [
    "The gunman shot three guards and fled.", "The driver hit two women and fled the scene.",
  ])
  func `whoever is shot did not flee`(_ text: String) throws {
    let figures = try reading(text).figures
    #expect(figures.count == 1)
    #expect(!figures.contains { $0.counts?.contains("displaced") ?? false })
  }

  @Test func `what no word shows was no shooting`() throws {
    let text = "The driver gunned the engine, drove over a woman and sped away."
    #expect(try !reading(text).events.contains { $0.mode == "shooting" })
  }
}
