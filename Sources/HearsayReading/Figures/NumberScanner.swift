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
      if let number = none(at: index) ?? share(at: index) ?? range(at: index)
        ?? qualified(at: index)
      {
        let whole = joined(number)
        found.append(whole)
        index = whole.tokens.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  /// "As many as 50 and at least 35": the two ends of one count.
  private func joined(_ number: ToldNumber) -> ToldNumber {
    let and = number.tokens.upperBound
    guard number.value == nil, has(and, .joinsEnds) || word(and) == "," else { return number }
    var next = has(and + 1, .joinsEnds) ? and + 2 : and + 1
    // "and possibly as many as"
    if next + 1 < text.tokens.count, text.tokens[next].upos == "ADV",
      text.forms(at: next, .qualifies).isEmpty
    {
      next += 1
    }
    guard next < text.tokens.count, let other = qualified(at: next), other.value == nil,
      other.unit == number.unit, (number.low == nil) != (other.low == nil)
    else { return number }
    let low = number.low ?? other.low
    let high = number.high ?? other.high
    guard let low, let high, low < high, high <= low * 100 else { return number }
    return ToldNumber(
      tokens: number.tokens.lowerBound..<other.tokens.upperBound, low: low, high: high,
      isApproximate: true, unit: number.unit)
  }

  /// "no casualties", "no civilians were killed": none of those who might have been counted.
  private func none(at i: Int) -> ToldNumber? {
    guard text.isForm(i, .none) || number(i, .number) == 0, i + 1 < text.tokens.count else {
      return nil
    }
    var noun = i + 1
    while noun + 1 < text.tokens.count,
      text.tokens[noun].upos == "ADJ" || has(noun, .beforeCounted),
      noun - i < 3
    { noun += 1 }
    guard ["NOUN"].contains(text.tokens[noun].upos) else { return nil }
    if text.isForm(noun, .countsItself) { return ToldNumber(tokens: i..<(i + 1), value: 0) }
    var at = noun + 1
    while at < text.tokens.count, text.tokens[at].upos == "AUX" || text.tokens[at].upos == "ADV" {
      at += 1
    }
    guard at < text.tokens.count, at > noun + 1, text.is(at, .countedAs),
      text.tokens[noun].xpos == "NNS"
    else { return nil }
    return ToldNumber(tokens: i..<(i + 1), value: 0)
  }

  /// "two-thirds of", "half of the houses", "one in five": a share, told in per cent.
  private func share(at i: Int) -> ToldNumber? {
    if has(i, .halves), has(i + 1, .ofWhole) || has(i + 1, .article) && !isArticle(i + 1) {
      return ToldNumber(tokens: i..<(i + 1), value: 50, unit: "percent")
    }
    if let count = number(i, .number) ?? (isArticle(i) ? 1 : nil), count < 10 {
      let part = afterHyphen(i + 1)
      if let whole = number(part, .fraction), has(part + 1, .ofWhole),
        !isOfNumber(part + 2), !isOfTime(part + 2)
      {
        return share(count / whole, i..<(part + 1))
      }
      if i + 1 < text.tokens.count, let out = text.forms(at: i + 1, .outOf).first,
        let whole = numeral(at: out.tokens.upperBound), let of = whole.value,
        of > count, of <= 100, !isArticle(i), count > 0,
        whole.tokens.upperBound < text.tokens.count,
        ["NOUN", "ADJ"].contains(text.tokens[whole.tokens.upperBound].upos),
        !text.isForm(whole.tokens.upperBound, .timeUnit)
      {
        return share(count / of, i..<whole.tokens.upperBound)
      }
    }
    let glued = word(i).split(separator: "-").map(String.init)
    if glued.count == 2,
      let count = text.language.value(of: glued[0], for: .number).flatMap(Double.init),
      let whole = text.language.value(of: glued[1], for: .fraction).flatMap(Double.init),
      has(i + 1, .ofWhole)
    {
      return share(count / whole, i..<(i + 1))
    }
    return nil
  }

  private func share(_ value: Double, _ tokens: Range<Int>) -> ToldNumber {
    let percent = (value * 10_000).rounded() / 100
    return ToldNumber(tokens: tokens, value: percent, unit: "percent")
  }

  // MARK: - Ranges and qualifiers

  /// "between 20 and 30", "20 to 30", "20-30". ("from 47 to about 20" tells two numbers, not one.)
  private func range(at i: Int) -> ToldNumber? {
    var start = i
    let isBetween = has(i, .opensPair)
    if isBetween { start += 1 }
    guard let first = plain(at: start), !first.tokens.isEmpty else { return nil }
    let joint = first.tokens.upperBound
    let joins =
      isBetween
      ? has(joint, .sums)
      : joinsRange(joint) && !has(i - 1, .opensChange)
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
      if var range = range(at: qualifier.tokens.upperBound) {
        range.tokens = i..<range.tokens.upperBound
        return range
      }
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
    if let broken = broken(at: i) { return broken }
    if has(i, .halves), isArticle(i + 1), let scale = number(i + 2, .scale) {
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
    while let scale = number(end, .scale) {
      value *= scale
      end += 1
      // "three hundred and fifty"
      let and = has(end, .sums) ? end + 1 : end
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

  /// "Several hundred thousand", "a couple of hundred": as many times what follows as the vague word says.
  private func vague(at i: Int) -> ToldNumber? {
    guard var vague = vagueWord(at: i), let low = vague.low ?? vague.value else { return nil }
    var end = vague.tokens.upperBound
    if has(end, .ofWhole), number(end + 1, .scale) != nil, number(end + 1, .exactlyA) == nil {
      end += 1
    }
    var times = 1.0
    while let scale = number(end, .scale) {
      times *= scale
      end += 1
    }
    guard times > 1 else { return vague }
    vague.tokens = i..<end
    (vague.low, vague.value) = (low * times, nil)
    return vague
  }

  /// "tens of thousands", "dozens", "several", "a handful", "multiple", "scores of".
  private func vagueWord(at i: Int) -> ToldNumber? {
    func atLeast(_ low: Double, _ count: Int = 1) -> ToldNumber {
      ToldNumber(tokens: i..<(i + count), low: low, isApproximate: true)
    }
    if let times = number(i, .multiplies), has(i + 1, .ofWhole),
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
    if let least = number(i, .atLeastOf), has(i + 1, .ofWhole) { return atLeast(least) }
    guard isArticle(i) else { return nil }
    if let count = number(i + 1, .exactlyA) { return ToldNumber(tokens: i..<(i + 2), value: count) }
    if let count = number(i + 1, .aboutA) {
      return ToldNumber(tokens: i..<(i + 2), value: count, isApproximate: true)
    }
    return number(i + 1, .atLeastA).map { atLeast($0, 2) }
  }

  // MARK: - Words

  func word(_ i: Int) -> String {
    text.tokens.indices.contains(i) ? text.tokens[i].lower : ""
  }

  func has(_ i: Int, _ facet: Facet) -> Bool { text.isForm(i, facet) }

  func number(_ i: Int, _ facet: Facet) -> Double? {
    text.tokens.indices.contains(i) ? text.formValue(of: i, for: facet).flatMap(Double.init) : nil
  }

  /// "a" or "an".
  func isArticle(_ i: Int) -> Bool {
    text.tokens.indices.contains(i) && text.formValue(of: i, for: .article) == "indefinite"
  }
}
