import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

func raised(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

/// Invented names, as many and as unevenly used as those of news: a few countries and armies in every third report, most people
/// and towns in a handful.
struct World {
  let people: [String]
  let groups: [String]
  let towns: [String]
  let countries: [String]
  let outlets: [String]
  let words: [String]

  private static let onsets = [
    "b", "br", "d", "dr", "f", "g", "gr", "h", "j", "k", "kh", "l", "m", "n", "p", "r", "s", "sh",
    "st",
    "t", "tr", "v", "w", "y", "z",
  ]
  private static let vowels = ["a", "e", "i", "o", "u", "ai", "ou", "a", "e", "o"]
  private static let ends = ["", "", "n", "r", "l", "s", "k", "m", "t", "sh"]

  init(seed: UInt64) {
    var dice = Dice(seed)
    func word(_ syllables: Int) -> String {
      (0..<syllables).map { _ in
        dice.one(of: Self.onsets) + dice.one(of: Self.vowels) + dice.one(of: Self.ends)
      }.joined()
    }
    func name(_ syllables: Int) -> String { word(syllables).capitalizedFirst }
    let countries = (0..<120).map { _ in name(3) }
    self.countries = countries
    towns = (0..<20_000).map { number in number % 5 == 0 ? "\(name(2)) \(name(2))" : name(3) }
    let first = (0..<600).map { _ in name(2) }
    let last = (0..<8_000).map { _ in name(3) }
    people = (0..<60_000).map { _ in "\(dice.one(of: first)) \(dice.one(of: last))" }
    let kinds = ["Army", "Front", "Ministry", "Police", "Union", "Brigade", "Council", "Movement"]
    groups = (0..<3_000).map { number in
      number < 240
        ? "\(countries[number / 2]) \(number % 2 == 0 ? "army" : "government")"
        : "\(name(2)) \(dice.one(of: kinds))"
    }
    outlets = (0..<900).map { number in
      "\(name(2)) \(["News", "Times", "Post", "Agency"][number % 4])"
    }
    words = (0..<30_000).map { number in word(number < 200 ? 1 : number < 4_000 ? 2 : 3) }
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
