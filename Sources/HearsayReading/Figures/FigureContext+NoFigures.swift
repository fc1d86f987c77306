import HearsayLanguage
import HearsayRecords

// Numbers that count nothing: dates, ages, labels, telephones, houses.
extension FigureContext {
  func isDate(_ number: ToldNumber) -> Bool {
    draft.times.contains { time in
      guard time.tokens.overlaps(number.tokens) else { return false }
      // "the past 18 years" is a time and a figure too; a calendar date is none.
      return !(time.record.timex?.hasPrefix("P") ?? false)
    }
  }

  /// "Ida Brandt, 52,": how old somebody is.
  func isAge(_ number: ToldNumber) -> Bool {
    let first = number.tokens.lowerBound
    let next = number.tokens.upperBound
    guard number.tokens.count == 1, first > 1, text.tokens[first - 1].text == ",",
      let value = number.value, value < 120, text.tokens[first - 2].upos == "PROPN"
    else { return false }
    return next >= text.tokens.count || text.tokens[next].upos == "PUNCT"
      || text.sentenceOfToken[next] != text.sentenceOfToken[first]
  }

  /// Ordinals, list numbers, "18-year-old", "Flight 17", telephone numbers, scores such as "3 - 2".
  func isIdentifier(_ number: ToldNumber) -> Bool {
    let last = number.tokens.upperBound - 1
    let next = last + 1 < text.tokens.count ? text.tokens[last + 1] : nil
    if next?.text == "-", !(next?.spaceBefore ?? true), last + 2 < text.tokens.count,
      text.tokens[last + 2].upos != "NUM"
    {
      return last + 4 < text.tokens.count && text.isForm(last + 4, .endsAge)
        || !text.isForm(last + 2, .isCountedByHyphen)
    }
    let first = number.tokens.lowerBound
    if first > 0, text.tokens[first - 1].text == "-", !text.tokens[first].spaceBefore {
      return true
    }
    if first > 0, text.isForm(first - 1, .labelsNumber) || text.tokens[first - 1].text == "#" {
      return true
    }
    if isDialled(number) || isOfAddress(number) { return true }
    return text.names.contains { $0.tokens.contains(first) && $0.tokens.count > 1 }
  }

  /// "a call was placed to 911": a number by itself that somebody calls.
  func isDialled(_ number: ToldNumber) -> Bool {
    let first = number.tokens.lowerBound
    guard number.tokens.count == 1, number.unit == nil,
      number.value.map({ $0 >= 100 }) ?? false,
      !["nummod", "compound"].contains(text.tokens[first].relation),
      let verb = text.tokens[first].head
    else { return false }
    return text.is(verb, .dials)
      || text.children(of: verb, "obj", "nsubj:pass").contains { text.is($0, .dials) }
  }

  /// "68 Court Street": the number of a house.
  func isOfAddress(_ number: ToldNumber) -> Bool {
    var last = number.tokens.upperBound
    guard number.tokens.count == 1, last < text.tokens.count, text.tokens[last].upos == "PROPN"
    else { return false }
    while last + 1 < text.tokens.count, text.tokens[last + 1].upos == "PROPN" { last += 1 }
    return last >= number.tokens.upperBound && text.isForm(last, .way)
      && text.tokens[last].text.first?.isUppercase ?? false
  }
}
