import HearsayLanguage
import HearsayRecords
import Testing

@testable import HearsayReading

/// Places by what stands around them; every sentence here is invented.
@Suite(.tags(.model), .enabled(if: ModelReading.hasModel, "no weights in Models"))
struct PlaceKindTests {
  private func places(_ text: String) throws -> [Place] { try ModelReading().reading(text).places }

  @Test func `one noun tells of a whole list`() throws {
    let places = try places(
      "The storm hit Barrow, Jackson and Madison counties in Georgia, United States.")
    #expect(
      places.filter { $0.kind == "district" }.count == 3, "\(places.map { ($0.name, $0.kind) })")
  }

  @Test func `counties of a state are no division of its name`() throws {
    let places = try places("Schools in two North Carolina counties were closed on Monday.")
    #expect(places.contains { $0.admin1 == "North Carolina" && $0.kind == "region" })
  }

  @Test func `a side of a land lies in the land`() throws {
    let places = try places("Farmers in Northeast Texas and in the United States wait for rain.")
    #expect(places.contains { $0.admin1 == "Texas" }, "\(places.map(\.name))")
  }

  @Test func `a country lies in no other`() throws {
    let places = try places("After the invasion of Kuwait, Egypt sent troops.")
    let kuwait = try #require(places.first { $0.name == "Kuwait" })
    #expect(kuwait.country == "KWT")
  }

  @Test func `a capital that owns an airport stays a town`() throws {
    let places = try places(
      "Fares from Moscow fell. Flights land at Moscow's Domodedovo airport, and Moscow waits.")
    #expect(places.contains { $0.name == "Moscow" && $0.kind == "capital" }, "\(places)")
  }
}
