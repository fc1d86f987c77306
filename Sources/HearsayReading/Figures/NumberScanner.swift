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
      : joinsRange(joint) && word(i - 1) != "from"
    guard joins, let second = plain(at: joint + 1), let low = first.value, let high = second.value,
      low < high, high <= low * 100 || low == 0
    else { return nil }
    // "in 2018 to 30 seats": only alike numbers make a range.
    guard first.unit == second.unit || first.unit == nil else { return nil }
    return ToldNumber(
      tokens: i..<second.tokens.upperBound, low: low, high: high, isApproximate: true,
      unit: second.unit)
  }

  private func joinsRange(_ i: Int) -> Bool {
    guard text.tokens.indices.contains(i) else { return false }
    return text.isForm(i, .joinsRange) || ["-", "–"].contains(text.tokens[i].text)
  }

  private func qualified(at i: Int) -> ToldNumber? {
    guard i < text.tokens.count else { return nil }
    for qualifier in text.forms(at: i, .qualifies) {
      guard var number = plain(at: qualifier.tokens.upperBound) else { continue }
      number.tokens = i..<number.tokens.upperBound
      number.isApproximate = true
      switch qualifier.value.flatMap(Effect.init) {
      case .least:
        number.low = number.value ?? number.low
        number.value = nil
      case .most:
        number.high = number.value ?? number.high
        number.value = nil
        number.low = nil
      case .about, nil: break
      }
      return number
    }
    return plain(at: i)
  }

  /// What a word before a number makes of it.
  private enum Effect: String { case about, least, most }

  // MARK: - Numbers

  /// One number without qualifiers.
  private func plain(at i: Int) -> ToldNumber? {
    guard i < text.tokens.count else { return nil }
    if let money = money(at: i) { return money }
    if let vague = vague(at: i) { return vague }
    guard var number = numeral(at: i) else { return nil }
    if number.tokens.upperBound < text.tokens.count,
      let percent = text.forms(at: number.tokens.upperBound, .percent).first
    {
      number.tokens = i..<percent.tokens.upperBound
      number.unit = "percent"
    }
    return number
  }

  private func money(at i: Int) -> ToldNumber? {
    guard let unit = text.formValue(of: i, for: .currency), var number = numeral(at: i + 1) else {
      return nil
    }
    number.tokens = i..<number.tokens.upperBound
    number.unit = unit
    return number
  }

  /// "47", "1.2 million", "twenty-five", "three hundred", "half a million", "one-third".
  private func numeral(at i: Int) -> ToldNumber? {
    let first = word(i)
    if first == "half", word(i + 1) == "a", let scale = number(i + 2, .scale) {
      return ToldNumber(tokens: i..<(i + 3), value: scale / 2)
    }
    if isArticle(i), let scale = number(i + 1, .scale),
      text.tokens[i + 1].xpos != "NNS"
    {
      return ToldNumber(tokens: i..<(i + 2), value: scale)
    }
    var value: Double
    var end = i + 1
    if let digits = digits(first) {
      value = digits
    } else if let small = number(i, .number) {
      value = small
      // "twenty-five"
      if small >= 20, word(end) == "-", let ones = number(end + 1, .number), ones < 10 {
        value += ones
        end += 2
      } else if small >= 20, let ones = number(end, .number), ones < 10 {
        value += ones
        end += 1
      }
    } else {
      return nil
    }
    while let scale = number(end, .scale), text.tokens[end].xpos != "NNS" {
      value *= scale
      end += 1
      // "three hundred and fifty"
      let and = word(end) == "and" ? end + 1 : end
      if scale == 100, and < text.tokens.count, let rest = number(and, .number), rest < 100 {
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

  /// "tens of thousands", "dozens", "several", "a handful", "multiple", "scores of".
  private func vague(at i: Int) -> ToldNumber? {
    func atLeast(_ low: Double, _ count: Int = 1) -> ToldNumber {
      ToldNumber(tokens: i..<(i + count), low: low, isApproximate: true)
    }
    if let times = number(i, .multiplies), word(i + 1) == "of",
      let scale = number(i + 2, .pluralScale)
    {
      return atLeast(times * scale, 3)
    }
    let upos = text.tokens[i].upos
    if let scale = number(i, .pluralScale), upos != "VERB" { return atLeast(scale * 2) }
    if let least = number(i, .atLeast) { return atLeast(least) }
    if let least = number(i, .atLeastAs), ["ADJ", "NOUN", "PRON"].contains(upos) {
      return atLeast(least)
    }
    if let least = number(i, .atLeastOf), word(i + 1) == "of" { return atLeast(least) }
    guard isArticle(i) else { return nil }
    if let count = number(i + 1, .exactlyA) { return ToldNumber(tokens: i..<(i + 2), value: count) }
    if let count = number(i + 1, .aboutA) {
      return ToldNumber(tokens: i..<(i + 2), value: count, isApproximate: true)
    }
    return number(i + 1, .atLeastA).map { atLeast($0, 2) }
  }

  // MARK: - Words

  private func word(_ i: Int) -> String {
    text.tokens.indices.contains(i) ? text.tokens[i].lower : ""
  }

  private func number(_ i: Int, _ facet: Facet) -> Double? {
    text.tokens.indices.contains(i) ? text.formValue(of: i, for: facet).flatMap(Double.init) : nil
  }

  /// "a" or "an".
  private func isArticle(_ i: Int) -> Bool {
    text.tokens.indices.contains(i) && text.formValue(of: i, for: .article) == "indefinite"
  }
}
