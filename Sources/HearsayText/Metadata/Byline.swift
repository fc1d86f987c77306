/// Makes names of authors of what pages write in their place.
enum Byline {
  /// More words than this are a sentence about an author.
  private static let mostWords = 9
  private static let longest = 120

  /// The authors of several values, each name once.
  static func joined(_ values: [String]) -> String? {
    var names: [String] = []
    for value in values {
      for name in Self.names(value)
      where !names.contains(where: { $0.lowercased() == name.lowercased() }) {
        names.append(name)
      }
    }
    let line = names.prefix(12).joined(separator: ", ")
    return line.isEmpty ? nil : line
  }

  /// The names in one value: without "By", roles, addresses and dates.
  static func names(_ value: String) -> [String] {
    guard !value.contains("©") else { return [] }
    let plain = withoutLead(withoutAddresses(withoutDates(withoutTags(value.collapsed))))
    var names: [String] = []
    for part in plain.split(whereSeparator: { ",;|•·/".contains($0) }) {
      for (number, piece) in dashed(String(part)).enumerated() {
        let name = withoutJoint(
          withoutLead(piece).trimming { $0.isWhitespace || ":-–—()[]*„“\"”".contains($0) })
        // Behind a dash stands a role or an outlet more often than another author.
        if isName(name), number == 0 || isPerson(name) { names.append(name) }
      }
    }
    return names
  }

  /// With a bar where a date stands.
  private static func withoutDates(_ text: String) -> String {
    guard DateShape.mayHoldDate(text) else { return text }
    var plain = ""
    var from = text.startIndex
    for found in DateScanner().dates(in: text) where found.date.day != nil && found.start >= from {
      plain += text[from..<found.start] + "|"
      from = found.end
    }
    return plain + text[from...]
  }

  /// Without the word that led to a date: "Ada Lind on".
  private static func withoutJoint(_ name: String) -> String {
    guard let space = name.lastIndex(of: " ") else { return name }
    let last = DateTokens.folded(name[name.index(after: space)...])
    return ["on", "am", "le", "el", "il", "op", "den", "vom", "at", "um", "em", "w"].contains(last)
      ? String(name[..<space]) : name
  }

  private static func dashed(_ text: String) -> [String] {
    var pieces = [text]
    for mark in [" - ", " – ", " — "] {
      pieces = pieces.flatMap { $0.split(separator: mark).map(String.init) }
    }
    return pieces
  }

  /// Whether a text is two or three words that begin with capitals, none of them telling what somebody does.
  private static func isPerson(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    return (2...3).contains(words.count)
      && words.allSatisfy { word in
        word.first?.isUppercase ?? false && !word.contains(where: \.isNumber)
          && !roles.contains(DateTokens.folded(word))
      }
  }

  private static func withoutTags(_ text: String) -> String {
    guard text.contains("<") else { return text }
    var plain = ""
    var isInside = false
    for character in text {
      if character == "<" { isInside = true }
      if !isInside { plain.append(character) }
      if character == ">" { isInside = false }
    }
    return plain
  }

  private static func isName(_ name: String) -> Bool {
    guard name.count >= 2, name.utf8.count <= longest, name.contains(where: \.isLetter) else {
      return false
    }
    let words = name.split(separator: " ")
    guard words.count <= mostWords else { return false }
    let folded = DateTokens.folded(name)
    if noNames.contains(folded) { return false }
    let parts = folded.split { !$0.isLetter }.map(String.init)
    if parts.allSatisfy({ roles.contains($0) || DateLabels.meaning(ofWord: $0) != nil }) {
      return false
    }
    // "Updated: Tue" is left of a line of dates.
    if name.contains(": ") { return false }
    guard name.contains(where: \.isNumber) else { return true }
    // Users call themselves by numbers; dates and times of day are nobody.
    return words.count <= 2 && !name.contains(":") && name.first?.isLetter ?? false
      && DateScanner().dates(in: name).isEmpty && !words.contains { Int($0) != nil }
  }

  /// Without "By", "Posted by", "Von", "Text:" and the like.
  private static func withoutLead(_ text: String) -> String {
    var rest = text[...]
    for _ in 0..<3 {
      let trimmed = rest.drop { $0.isWhitespace || ":-–—".contains($0) }
      let folded = DateTokens.folded(trimmed.prefix(40))
      guard let lead = leads.first(where: { folded.hasPrefix($0) && isWhole($0, folded) }) else {
        return String(trimmed)
      }
      rest = trimmed.dropFirst(lead.count)
    }
    return String(rest.drop { $0.isWhitespace || ":-–—".contains($0) })
  }

  private static func isWhole(_ lead: String, _ folded: String) -> Bool {
    guard let next = folded.dropFirst(lead.count).first else { return true }
    return !next.isLetter && next != "'" && next != "’"
  }

  private static func withoutAddresses(_ text: String) -> String {
    text.split(separator: " ").filter { word in
      let bare = word.drop { "(<[".contains($0) }
      return !word.contains("@") && !bare.hasPrefix("http") && !bare.hasPrefix("www.")
    }.joined(separator: " ")
  }

  /// Longer ones first, as the first that fits is taken.
  private static let leads: [String] = [
    "veroffentlicht von", "geschrieben von", "verfasst von", "aufgezeichnet von",
    "zuletzt bearbeitet von",
    "eingestellt von", "gepostet von", "erstellt von", "ein beitrag von", "beitrag von",
    "ein gastbeitrag von", "gastbeitrag von", "ein kommentar von", "interview von",
    "eine kolumne von", "posted by", "written by", "published by", "reported by", "submitted by",
    "article by", "words by", "story by", "text by", "report by", "created by", "publie par",
    "ecrit par", "propos recueillis par", "redige par", "publicado por", "escrito por",
    "scritto da",
    "pubblicato da", "inserito da", "postado por", "geschreven door", "geplaatst door",
    "dodane przez",
    "view all posts by", "zeige alle beitrage von", "alle beitrage von", "more by", "posts by",
    "author", "authors", "autor", "autorin", "autoren", "auteur", "autore", "автор", "yazar",
    "text", "texte",
    "testo", "tekst", "by", "von", "par", "por", "door", "av", "af", "przez", "oleh", "от",
  ].sorted { $0.count > $1.count }

  /// What systems put where nobody is named.
  private static let noNames: Set<String> = [
    "admin", "administrator", "root", "user", "webmaster", "unknown", "none", "null", "undefined",
    "n/a", "na",
    "guest", "anonymous", "anonym", "author", "autor", "superuser", "wpadmin", "editor", "default",
    "test",
    "website", "web", "home",
  ]

  /// Words that tell what an author does.
  private static let roles: Set<String> = [
    "staff", "writer", "reporter", "senior", "chief", "correspondent", "editor", "in", "deputy",
    "political",
    "foreign", "business", "national", "security", "defence", "defense", "diplomatic", "media",
    "special", "bureau", "the",
    "for", "of", "and", "at", "columnist", "contributor", "contributing", "freelance", "journalist",
    "author", "analyst",
    "redakteur", "redakteurin", "redaktor", "redaktorin", "chefredakteur", "chefredakteurin",
    "korrespondent",
    "korrespondentin", "reporterin", "autor", "autorin", "journalistin", "journaliste", "redacteur",
    "redactor",
    "redactora", "corresponsal", "correspondant", "correspondante", "giornalista", "periodista",
    "world", "news",
    "email", "mail", "twitter", "follow", "contact", "read", "min", "minute", "minutes",
    "published", "updated",
  ]
}

extension String {
  /// Without characters of a kind at both ends.
  func trimming(_ isTrimmed: (Character) -> Bool) -> String {
    var rest = self[...]
    while let first = rest.first, isTrimmed(first) { rest = rest.dropFirst() }
    while let last = rest.last, isTrimmed(last) { rest = rest.dropLast() }
    return String(rest)
  }
}
