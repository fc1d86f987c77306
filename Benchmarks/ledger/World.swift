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

  /// How words and the names that everybody knows are spread: as they are in the table that likeness is weighed by.
  ///
  /// Names of people, towns and groups are invented and in no table.
  ///
  /// Reads `Data/stories/background.tsv` of the folder it is run in; without that all words are invented.
  private static func common() -> [String] {
    let table = (try? String(contentsOfFile: "Data/stories/background.tsv", encoding: .utf8)) ?? ""
    let stems = table.split(separator: "\n").compactMap { line -> (stem: String, count: Int)? in
      let fields = line.split(separator: "\t")
      guard fields.count == 2, let count = Int(fields[1]), fields[0].allSatisfy(\.isLetter),
        fields[0].utf8.count > 3
      else { return nil }
      return (String(fields[0]), count)
    }
    return stems.sorted { ($1.count, $0.stem) < ($0.count, $1.stem) }.map(\.stem)
  }

  init(seed: UInt64) {
    let common = Self.common()
    var dice = Dice(seed)
    func word(_ syllables: Int) -> String {
      (0..<syllables).map { _ in
        dice.one(of: Self.onsets) + dice.one(of: Self.vowels) + dice.one(of: Self.ends)
      }.joined()
    }
    func name(_ syllables: Int) -> String { word(syllables).capitalizedFirst }
    // A name that stands in every twentieth text of the table, the next in fewer, and so on.
    let countries = (0..<120).map { number in
      let invented = name(3)
      let place = 300 + number * 20
      return common.indices.contains(place) ? common[place].capitalizedFirst : invented
    }
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
    words = (0..<30_000).map { number in
      let invented = word(number < 200 ? 1 : number < 4_000 ? 2 : 3)
      return number < common.count ? common[number] : invented
    }
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
