import HearsayRecords
import TestSupport
import Testing

/// What numbers of real sentences count, and which count nothing.
@Suite(.tags(.model), .enabled(if: ModelReading.hasModel))
struct CountedThingsTests {
  /// A sentence, and what its figures count; money by its unit.
  @Test(arguments: [
    // What befalls people befalls no things.
    ("Police seized 30 boats and 1,200 cartridges near Kelmar.", ["boats seized", "cartridges"]),
    ("Customs officers captured 40 kg of cocaine on Monday.", ["kg captured"]),
    ("Soldiers seized 30 people near Kelmar.", ["people seized"]),
    // Verbs that say nothing of what is counted.
    ("The hall had at least 200 people in it when the roof fell.", ["people"]),
    ("The plan involves 40 engineers.", ["engineers"]),
    // Numbers of houses and telephones count nothing.
    ("The bomb went off at 68 Court Street in Kelmar.", []),
    ("A call was placed to 911 by a clerk.", []),
    ("Protesters blocked 12 streets in Kelmar.", ["streets blocked"]),
    // How long is not how much.
    ("Donors pledged $4bn over ten years to the fund.", ["pledged"]),
  ])
  func `a number counts what its words say`(_ text: String, _ counts: [String]) throws {
    let figures = try ModelReading().reading(text).figures
    #expect(figures.map { $0.counts?.lowercased() ?? "" } == counts)
  }

  @Test func `a weight is a unit`() throws {
    let figures = try ModelReading().reading("Police found 40 kg of explosives.").figures
    #expect(figures.first?.unit == "kg")
  }
}
