import HearsayLanguage
import TestSupport
import Testing

@testable import HearsayReading

@Test(arguments: [Facet.verbTells, .nounTells, .phraseTells])
func `what an event word tells is a type, a mode and a code`(_ facet: Facet) throws {
  for word in Language.forTests.words(with: facet) {
    let told = try #require(Language.forTests.value(of: word, for: facet))
    #expect(EventSense(told) != nil, "\(word): \(told)")
  }
}
