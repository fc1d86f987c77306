import HearsayLanguage

/// Large numbers told by parts of a larger one.
extension NumberScanner {
  /// "A quarter of a million", "one and a half million", "a million and a half": parts of a large number.
  func broken(at i: Int) -> ToldNumber? {
    guard let count = number(i, .number) ?? (isArticle(i) ? 1 : nil) else { return nil }
    let part = afterHyphen(i + 1)
    if count < 10, let whole = number(part, .fraction), has(part + 1, .ofWhole),
      isOfNumber(part + 2), let scale = number(part + 3, .scale)
    {
      return ToldNumber(tokens: i..<(part + 4), value: (count / whole * scale).rounded())
    }
    if let half = half(behind: i + 1), let scale = number(half, .scale) {
      return ToldNumber(tokens: i..<(half + 1), value: (count + 0.5) * scale)
    }
    if let scale = number(i + 1, .scale), let half = half(behind: i + 2) {
      return ToldNumber(tokens: i..<half, value: (count + 0.5) * scale)
    }
    return nil
  }

  /// Where "and a half" ends, hyphens or not.
  private func half(behind i: Int) -> Int? {
    let and = afterHyphen(i)
    let a = afterHyphen(and + 1)
    let half = afterHyphen(a + 1)
    return has(and, .sums) && isArticle(a) && has(half, .halves) ? half + 1 : nil
  }

  func afterHyphen(_ i: Int) -> Int { word(i) == "-" ? i + 1 : i }

  /// "A quarter of a million" is a number by itself, and no share of anything.
  func isOfNumber(_ i: Int) -> Bool { isArticle(i) && number(i + 1, .scale) != nil }

  /// "A quarter of an hour" is a time.
  func isOfTime(_ i: Int) -> Bool { isArticle(i) && has(i + 1, .timeUnit) }
}
