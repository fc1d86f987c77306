import HearsayLanguage

/// Mends the names that the model found: their edges, their parts, and where else they stand.
struct NameRepair {
  let text: AnnotatedText
  let titles: Titles

  /// The model's names, mended at their edges, and the same words wherever else they stand.
  func repaired() -> [NameMention] {
    var names: [NameMention] = []
    for name in text.names {
      var low = name.tokens.lowerBound
      var high = name.tokens.upperBound
      while low < high,
        text.isForm(low, .article) || ["\"", "“", "‘", "'"].contains(text.tokens[low].lower)
      { low += 1 }
      while high > low,
        text.isForm(high - 1, .possessiveMark)
          || ["'", "\"", "”", "’", ",", "."].contains(text.tokens[high - 1].lower)
      { high -= 1 }
      // "Ministry of Foreign Affairs of" the Republic: no name ends so.
      while high > low + 1, text.isForm(high - 1, .endsNoName),
        text.tokens[high - 1].text.first?.isLowercase ?? false
      { high -= 1 }
      // "al", "-" before a name belong to it.
      while low > 1, text.tokens[low - 1].text == "-", !text.tokens[low].spaceBefore,
        text.isForm(low - 2, .nameParticle)
      {
        low -= 2
      }
      guard low < high else { continue }
      var kept = name
      kept.tokens = low..<extended(high, name.type)
      names.append(kept)
    }
    names = joined(names).map(withFirstName)
    let surnames = Self.surnames(of: names, text)
    names = names.map { retyped($0, surnames) }
    return names + propagated(names)
  }

  /// The last words of persons' full names.
  private static func surnames(of names: [NameMention], _ text: AnnotatedText) -> Set<String> {
    Set(
      names.filter { $0.type == .person && $0.tokens.count > 1 }
        .map { text.tokens[$0.tokens.upperBound - 1].text }
        .filter { $0.count > 2 && $0.first?.isUppercase ?? false })
  }

  /// A single word that the model takes for a place or body, but which is the surname of somebody in the report.
  private func retyped(_ name: NameMention, _ surnames: Set<String>) -> NameMention {
    let index = name.tokens.lowerBound
    guard name.tokens.count == 1, name.type != .person, surnames.contains(text.tokens[index].text),
      index == 0
        || !text.isForm(index - 1, .beforePlace) && text.tokens[index - 1].text != ","
    else { return name }
    var person = name
    person.type = .person
    return person
  }

  /// Names of two words or more, or of persons, that the model passed over elsewhere in the report.
  private func propagated(_ names: [NameMention]) -> [NameMention] {
    var taken = Set(names.flatMap { Array($0.tokens) })
    var byFirst: [String: [(words: [String], type: NameType)]] = [:]
    var seen: Set<String> = []
    for name in names where name.type != .other && name.score > 0.6 {
      let words = name.tokens.map { text.tokens[$0].text }
      guard words.count > 1 || name.type == .person && words[0].count > 3,
        seen.insert(words.joined(separator: " ")).inserted
      else { continue }
      byFirst[words[0], default: []].append((words, name.type))
    }
    let surnames = Self.surnames(of: names, text)
    var found: [NameMention] = []
    for index in text.tokens.indices where !taken.contains(index) {
      for (words, type) in byFirst[text.tokens[index].text] ?? [] {
        let end = index + words.count
        guard end <= text.tokens.count,
          (index..<end).allSatisfy({
            !taken.contains($0) && text.tokens[$0].text == words[$0 - index]
          })
        else { continue }
        found.append(NameMention(tokens: index..<end, type: type, score: 0.5))
        taken.formUnion(index..<end)
        break
      }
      if !taken.contains(index), text.tokens[index].upos == "PROPN",
        surnames.contains(text.tokens[index].text),
        !isCapital(index - 1), !isCapital(index + 1)
      {
        found.append(NameMention(tokens: index..<(index + 1), type: .person, score: 0.5))
        taken.insert(index)
      }
    }
    return found
  }

  /// Whether a proper noun stands there, so that a surname beside it is part of another name.
  private func isCapital(_ index: Int) -> Bool {
    text.tokens.indices.contains(index) && text.tokens[index].upos == "PROPN"
      && !text.isForm(index, .honorific)
  }

  /// "Foreign" + "Ministry", "Fatah" + "coalition": the noun that ends a body's name belongs to it.
  private func extended(_ high: Int, _ type: NameType) -> Int {
    guard [.organization, .other, .group].contains(type) else { return high }
    var high = high
    while high < text.tokens.count, text.sentenceOfToken[high] == text.sentenceOfToken[high - 1] {
      let token = text.tokens[high]
      guard ["PROPN", "NOUN"].contains(token.upos), token.xpos != "NNS",
        !text.names.contains(where: { $0.tokens.contains(high) })
      else { break }
      let isCapital = token.text.first?.isUppercase ?? false
      let isBody = text.isForm(high, .endsBody)
      // "the Iraqi government" stays a description; "Foreign Ministry" and "Fatah coalition" are names.
      guard isBody, type != .group || isCapital,
        isCapital || !text.isForm(high, .onlyOf)
      else { break }
      high += 1
    }
    return high
  }

  /// Names of one person that the model cut in two: "R." + "Nicholas Burns".
  private func joined(_ names: [NameMention]) -> [NameMention] {
    var joined: [NameMention] = []
    for name in names {
      if let last = joined.last, last.type == .person, name.type == .person,
        last.tokens.upperBound == name.tokens.lowerBound,
        text.sentenceOfToken[last.tokens.lowerBound]
          == text.sentenceOfToken[name.tokens.lowerBound],
        last.tokens.count + name.tokens.count < 5
      {
        joined[joined.count - 1].tokens = last.tokens.lowerBound..<name.tokens.upperBound
      } else {
        joined.append(name)
      }
    }
    return joined
  }

  /// A capitalised word between an office and a surname is the first name, whatever it looks like: "Spokesman Said Khatibzadeh".
  private func withFirstName(_ name: NameMention) -> NameMention {
    let index = name.tokens.lowerBound - 1
    guard name.type == .person, name.tokens.count == 1,
      index > text.sentence(of: name.tokens.lowerBound).lowerBound,
      text.tokens[index].text.first?.isUppercase ?? false, text.tokens[index].text.count > 1,
      !titles.isOffice(index), text.tokens[index].upos != "PUNCT", titles.isOffice(index - 1),
      !text.tokens[index].text.allSatisfy({ $0.isUppercase }),
      !text.names.contains(where: { $0.tokens.contains(index) })
    else { return name }
    var mended = name
    mended.tokens = index..<name.tokens.upperBound
    return mended
  }
}
