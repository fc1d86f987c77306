import Testing

@testable import HearsayStories

struct UnnamedTests {
  @Test(arguments: [
    "officials", "A senior official", "two witnesses", "a security source", "Sorrati officials",
    "a source in the harbour office", "people of Velm", "residents of Velm",
    "eyewitnesses", "the fishermen’s relatives",
  ])
  func `whoever is called by such words is not named`(_ speaker: String) {
    #expect(Unnamed.isCalled(speaker))
  }

  @Test(arguments: [
    "Tomas Veld", "the port authority", "the defence minister", "police", "Sorrat",
    "Ministry of Foreign Affairs", "Marta Source", "the army", "the union leader Bea Lorn",
    "Coastal Front",
  ])
  func `a name, an office or a body of people is named`(_ speaker: String) {
    #expect(!Unnamed.isCalled(speaker))
  }
}
