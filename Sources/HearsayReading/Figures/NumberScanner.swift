import HearsayLanguage
import HearsayRecords

/// A number as it is told: its tokens and what values it may have.
struct ToldNumber {
  var tokens: Range<Int>
  var value: Double?
  var low: Double?
  var high: Double?
  var isApproximate = false
  /// percent, USD …, when the number's own words say so.
  var unit: String?
}

/// Finds numbers in digits and words, with what makes them more or less exact.
struct NumberScanner {
  let text: AnnotatedText

  func scan() -> [ToldNumber] {
    var found: [ToldNumber] = []
    var index = 0
    while index < text.tokens.count {
      if let number = range(at: index) ?? qualified(at: index) {
        found.append(number)
        index = number.tokens.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  // MARK: - Ranges and qualifiers

  /// "between 20 and 30", "20 to 30", "20-30". ("from 47 to about 20" tells two numbers, not one.)
  private func range(at i: Int) -> ToldNumber? {
    var start = i
    let isBetween = word(i) == "between"
    if isBetween { start += 1 }
    guard let first = plain(at: start), !first.tokens.isEmpty else { return nil }
    let joint = first.tokens.upperBound
    let joins =
      isBetween
      ? word(joint) == "and"
      : ["to", "-", "–", "or"].contains(word(joint)) && word(i - 1) != "from"
    guard joins, let second = plain(at: joint + 1), let low = first.value, let high = second.value,
      low < high, high <= low * 100 || low == 0
    else { return nil }
    // "in 2018 to 30 seats": only alike numbers make a range.
    guard first.unit == second.unit || first.unit == nil else { return nil }
    return ToldNumber(
      tokens: i..<second.tokens.upperBound, low: low, high: high, isApproximate: true,
      unit: second.unit)
  }

  private func qualified(at i: Int) -> ToldNumber? {
    for (words, effect) in Self.qualifiers where matches(words, at: i) {
      let next = i + words.count
      guard var number = plain(at: next) else { continue }
      number.tokens = i..<number.tokens.upperBound
      number.isApproximate = true
      switch effect {
      case .about: break
      case .least:
        number.low = number.value ?? number.low
        number.value = nil
        number.isApproximate = true
      case .most:
        number.high = number.value ?? number.high
        number.value = nil
        number.low = nil
      }
      return number
    }
    return plain(at: i)
  }

  private enum Effect { case about, least, most }

  private static let qualifiers: [([String], Effect)] = [
    (["at", "least"], .least), (["more", "than"], .least), (["no", "fewer", "than"], .least),
    (["no", "less", "than"], .least), (["not", "less", "than"], .least),
    (["upwards", "of"], .least), (["over"], .least), (["some"], .about), (["about"], .about),
    (["around"], .about), (["roughly"], .about), (["approximately"], .about),
    (["an", "estimated"], .about), (["estimated"], .about), (["nearly"], .about),
    (["almost"], .about), (["close", "to"], .about), (["as", "many", "as"], .most),
    (["up", "to"], .most), (["at", "most"], .most), (["no", "more", "than"], .most),
    (["fewer", "than"], .most), (["less", "than"], .most), (["under"], .most),
    (["as", "much", "as"], .most), (["just", "over"], .least), (["just", "under"], .most),
    (["well", "over"], .least),
  ]

  private func matches(_ words: [String], at i: Int) -> Bool {
    words.indices.allSatisfy { word(i + $0) == words[$0] }
  }

  // MARK: - Numbers

  /// One number without qualifiers.
  private func plain(at i: Int) -> ToldNumber? {
    guard i < text.tokens.count else { return nil }
    if let money = money(at: i) { return money }
    if let vague = vague(at: i) { return vague }
    guard var number = numeral(at: i) else { return nil }
    if ["percent", "%", "pct"].contains(word(number.tokens.upperBound))
      || word(number.tokens.upperBound) == "per" && word(number.tokens.upperBound + 1) == "cent"
    {
      number.tokens =
        i..<(number.tokens.upperBound + (word(number.tokens.upperBound) == "per" ? 2 : 1))
      number.unit = "percent"
    }
    return number
  }

  private func money(at i: Int) -> ToldNumber? {
    guard let unit = Self.currencies[text.tokens[i].text], var number = numeral(at: i + 1) else {
      return nil
    }
    number.tokens = i..<number.tokens.upperBound
    number.unit = unit
    return number
  }

  private static let currencies = ["$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "US$": "USD"]

  /// "47", "1.2 million", "twenty-five", "three hundred", "half a million", "one-third".
  private func numeral(at i: Int) -> ToldNumber? {
    let first = word(i)
    if first == "half", word(i + 1) == "a", let scale = Self.scales[word(i + 2)] {
      return ToldNumber(tokens: i..<(i + 3), value: scale / 2)
    }
    if first == "a" || first == "an", let scale = Self.scales[word(i + 1)],
      text.tokens[i + 1].xpos != "NNS"
    {
      return ToldNumber(tokens: i..<(i + 2), value: scale)
    }
    var value: Double
    var end = i + 1
    if let digits = digits(first) {
      value = digits
    } else if let small = Self.small[first] {
      value = small
      // "twenty-five"
      if small >= 20, word(end) == "-", let ones = Self.small[word(end + 1)], ones < 10 {
        value += ones
        end += 2
      } else if small >= 20, let ones = Self.small[word(end)], ones < 10 {
        value += ones
        end += 1
      }
    } else {
      return nil
    }
    while let scale = Self.scales[word(end)], text.tokens[end].xpos != "NNS" {
      value *= scale
      end += 1
      // "three hundred and fifty"
      let and = word(end) == "and" ? end + 1 : end
      if scale == 100, and < text.tokens.count, let rest = Self.small[word(and)], rest < 100 {
        value += rest
        end = and + 1
      }
    }
    return ToldNumber(tokens: i..<end, value: value)
  }

  private func digits(_ word: String) -> Double? {
    guard let first = word.first, first.isASCII, first.isNumber,
      word.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "," || $0 == ".") })
    else { return nil }
    // "1,000" has groups of three; "10,30" is no number.
    if word.contains(",") {
      let groups = word.split(separator: ".")[0].split(separator: ",")
      guard groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
    }
    return Double(word.replacing(",", with: ""))
  }

  /// "hundreds of", "dozens", "several", "a handful", "multiple", "scores".
  private func vague(at i: Int) -> ToldNumber? {
    let first = word(i)
    if ["tens", "hundreds", "thousands"].contains(first), word(i + 1) == "of",
      let scale = Self.plurals[word(i + 2)], word(i + 3) == "of" || true
    {
      let base: Double = first == "tens" ? 20 : first == "hundreds" ? 200 : 2000
      return ToldNumber(tokens: i..<(i + 3), low: base * scale, isApproximate: true)
    }
    if let scale = Self.plurals[first], text.tokens[i].upos != "VERB" {
      return ToldNumber(tokens: i..<(i + 1), low: scale * 2, isApproximate: true)
    }
    switch first {
    case "several": return ToldNumber(tokens: i..<(i + 1), low: 3, isApproximate: true)
    case "multiple"
    where text.tokens[i].upos == "ADJ" || text.tokens[i].upos == "NOUN"
      || text.tokens[i].upos == "PRON":
      return ToldNumber(tokens: i..<(i + 1), low: 2, isApproximate: true)
    case "scores" where word(i + 1) == "of":
      return ToldNumber(tokens: i..<(i + 1), low: 40, isApproximate: true)
    case "a", "an":
      if word(i + 1) == "dozen" { return ToldNumber(tokens: i..<(i + 2), value: 12) }
      if word(i + 1) == "couple" {
        return ToldNumber(tokens: i..<(i + 2), value: 2, isApproximate: true)
      }
      if word(i + 1) == "few" || word(i + 1) == "handful" {
        return ToldNumber(tokens: i..<(i + 2), low: 3, isApproximate: true)
      }
      return nil
    default: return nil
    }
  }

  private func word(_ i: Int) -> String {
    i >= 0 && i < text.tokens.count ? text.tokens[i].lower : ""
  }

  private static let scales: [String: Double] = [
    "hundred": 100, "thousand": 1000, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12,
    "bn": 1e9, "mn": 1e6, "m": 1e6, "tn": 1e12,
  ]
  private static let plurals: [String: Double] = [
    "dozens": 12, "hundreds": 100, "thousands": 1000, "millions": 1e6, "billions": 1e9,
  ]
  private static let small: [String: Double] = {
    var table: [String: Double] = ["zero": 0]
    for (index, word) in [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
      "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
      "seventeen", "eighteen", "nineteen", "twenty",
    ].enumerated() { table[word] = Double(index + 1) }
    for (index, word) in ["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
      .enumerated()
    { table[word] = Double((index + 3) * 10) }
    return table
  }()
}
