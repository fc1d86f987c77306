import HearsayRecords
import Testing

@testable import HearsayStories

/// Look-alikes a day and a town apart stay two; one happening told at two precisions is one.
struct LookAlikeTests {
  /// A kind of happening, told in two ways.
  private struct Deed {
    let type: EventType
    /// Two sentences with %P for the place, %T for the time, %W for whom, each with its trigger.
    let first: (text: String, trigger: String)
    let second: (text: String, trigger: String)
    let victims: (String, String)
  }

  private static let deeds = [
    Deed(
      type: .assault,
      first: ("A car bomb exploded beside %W in %P on %T, police said.", "exploded"),
      second: ("%W in %P was hit by a bomb in a parked car on %T.", "hit by a bomb"),
      victims: ("the customs house", "The customs house")),
    Deed(
      type: .assault, first: ("Gunmen shot %W at a crossing near %P on %T.", "shot"),
      second: ("%W was shot dead by gunmen on %T, the governor of %P said.", "shot dead"),
      victims: ("the timber merchant Aldo Renk", "Aldo Renk")),
    Deed(
      type: .accident,
      first: ("A coach overturned on the pass above %P on %T with %W aboard.", "overturned"),
      second: ("%W were on the coach that overturned on %T near %P.", "overturned"),
      victims: ("forty pilgrims", "Forty pilgrims")),
    Deed(
      type: .protest,
      first: ("Bakers marched through %P on %T against the price of %W.", "marched"),
      second: (
        "The price of %W brought bakers in %P onto the streets on %T, where they marched to the town hall.",
        "marched"
      ),
      victims: ("rye flour", "rye flour")),
    Deed(
      type: .coerce, first: ("Police in %P arrested %W on %T over forged permits.", "arrested"),
      second: ("%W was arrested in %P on %T, accused of forging permits.", "arrested"),
      victims: ("the notary Livia Sand", "Livia Sand")),
    Deed(
      type: .disaster, first: ("Floods swept through %P on %T and carried off %W.", "Floods"),
      second: ("%W was carried off when floods reached %P on %T.", "floods"),
      victims: ("the old mill bridge", "The old mill bridge")),
  ]

  private static let towns = [
    "Ardmoor", "Belsk", "Corvane", "Dunhaven", "Eskerby", "Farrowdale", "Grenholt", "Hastrup",
    "Ilmenau Cross", "Jarnsby",
  ]

  private static func report(
    _ deed: Deed, isFirst: Bool, town: Int, day: Int, time words: String, outlet: String,
    region: Bool = false
  ) -> InventedReport {
    let told = isFirst ? deed.first : deed.second
    let victim = isFirst ? deed.victims.0 : deed.victims.1
    let place = region ? "Norrland" : towns[town % towns.count]
    let text = told.text.replacing("%P", with: place).replacing("%T", with: words)
      .replacing("%W", with: victim)
    let date = "2031-05-\(day < 10 ? "0" : "")\(day)"
    return InventedReport(
      outlet: outlet, day: "2031-05-20",
      title: "Report from \(place) \(isFirst ? "today" : "again")",
      text: text, place: (place, 910_000 + (region ? 99 : town), 50 + Double(town) * 0.7, 10),
      time: (words, date), type: deed.type, trigger: told.trigger,
      recipient: victim)
  }

  /// How many of sixty pairs of reports are drawn as one incident: the first of each, and another.
  private static func joined(_ other: (Deed, Int) -> InventedReport) throws -> Int {
    var joined = 0
    for deed in deeds {
      for town in towns.indices {
        let first = report(
          deed, isFirst: true, town: town, day: 4 + town, time: "\(4 + town) May",
          outlet: "Courier")
        if try StoryDesk.story([first, other(deed, town)]).incidents.count == 1 { joined += 1 }
      }
    }
    return joined
  }

  @Test func `sixty pairs of look-alikes a day and a town apart stay two`() throws {
    let joined = try Self.joined { deed, town in
      Self.report(
        deed, isFirst: town % 2 == 0, town: town + 1, day: 5 + town, time: "\(5 + town) May",
        outlet: "Herald")
    }
    #expect(joined == 0)
  }

  @Test func `of sixty pairs that tell one happening at two precisions most are joined`() throws {
    let joined = try Self.joined { deed, town in
      Self.report(
        deed, isFirst: false, town: town, day: 4 + town,
        time: town % 2 == 0 ? "\(4 + town) May" : "the same day", outlet: "Herald",
        region: town % 3 == 0)
    }
    #expect(joined >= 55)
  }
}
