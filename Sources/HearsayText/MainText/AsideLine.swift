/// Tells lines that stand in or by a story and are none of it: stamps of time, counts of views, tag lines, calls to sign up, and
/// what asks for consent where no name of an element tells it.
enum AsideLine {
  /// No such line is longer, in bytes.
  private static let longest = 260
  private static let longestStamp = 90

  /// Whether a run of text is such a line.
  static func isOne(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, text.count <= longest else { return false }
    let mayBeStamp =
      text.count <= longestStamp && text.contains { (0x30...0x39).contains($0) }
    if asks.found(in: text) != 0 { return true }
    guard mayBeStamp || startsLead(first) else { return false }
    let words = String(decoding: text.prefix(longestStamp), as: UTF8.self).lowercased()
    return mayBeStamp && isStamp(words) || leads(words)
  }

  /// Whether a byte is a letter or a mark that such lines begin with.
  private static func startsLead(_ first: UInt8) -> Bool {
    (0x41...0x5A).contains(first & 0xDF) || first >= 0x80 || first == UInt8(ascii: ".")
  }

  private static func leads(_ words: String) -> Bool {
    leadsByStart[Array(words.utf8.prefix(2))]?.contains { words.hasPrefix($0) } ?? false
  }

  /// By their first two bytes: of most lines none is compared.
  private static let leadsByStart = Dictionary(grouping: leads) { Array($0.utf8.prefix(2)) }

  /// Whether a line has nothing but a time or a count with what they are called: "Updated 5 minutes ago", "1,204 views".
  private static func isStamp(_ words: String) -> Bool {
    var labels = 0
    for word in words.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      let bare = word.filter { !$0.isNumber }
      if bare.isEmpty || dates.contains(bare) { continue }
      guard stamps.contains(bare) else { return false }
      labels += 1
    }
    return labels > 0
  }

  private static let stamps: Set<String> = [
    "updated", "published", "posted", "modified", "edited", "ago", "views", "view", "shares",
    "share", "likes", "reads", "comments", "comment", "read", "est", "edt", "gmt", "utc", "bst",
    "cet", "cest", "ist", "pkt", "eat", "wat", "z", "reading", "words",
  ]
  private static let dates: Set<String> = [
    "last", "first", "on", "at", "am", "pm", "a", "p", "m", "min", "mins", "minute", "minutes",
    "hour", "hours", "hr", "hrs", "h", "s", "sec", "second", "seconds", "day", "days", "week",
    "weeks", "time", "just", "now", "th", "st", "nd", "rd", "k", "t", "o'clock", "clock", "o",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
    "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "local",
  ]

  /// What such lines begin with, in lower case.
  private static let leads: [String] = [
    "tags:", "tag:", "keywords:", "topics:", "topic:", "filed under", "categories:", "category:",
    "labels:", "posted in:", "related:", "related stories:", "related articles:", "read more:",
    "read also:", "also read:", "read next:", "see also:", "more:", "more on this:", "watch:",
    "listen:", "share this", "follow us", "follow @", "sign up for our", "sign up to our",
    "sign up for the", "sign up here", "subscribe to our", "subscribe now", "subscribe to the",
    "get our ", "get the latest", "get more news", "download our app", "download the app",
    "join our whatsapp", "join our telegram", "join us on", "click here to", "tap here to",
    "like us on", "this website uses cookies", "this site uses cookies", "we use cookies",
    "we value your privacy", "we and our partners", "by continuing to use this site",
    "by clicking accept", "by clicking “accept", "by clicking \"accept", "image source",
    "image credit", "image caption", "photo credit", "photo by ", "photograph:", "getty images",
    "skip to ", "advertisement", "story continues below", "article continues below",
    "copyright ©", "© ", "all rights reserved", "image:", "source:", "sources:", "photo:",
    "related news:", "recommended:", "never miss", "you may also like", "you might also like",
    "view comments", "leave a comment", "share on ", "published by", "disclaimer:",
    // German
    "lesen sie auch", "lesen sie hier", "lesen sie mehr", "mehr zum thema", "mehr themen",
    "mehr dazu",
    "auch interessant", "weitere informationen", "weitere artikel", "das könnte sie auch",
    "zum thema:", "aktualisiert am", "aktualisiert:", "veröffentlicht am", "stand:", "quelle:",
    "quellen:", "foto:", "fotos:", "bild:", "beitragsbild", "titelbild", "bildnachweis",
    "abbildung ",
    "schlagwörter:", "schlagworte:", "themen:", "kategorie:", "kategorien:", "... weiter",
    "newsletter abonnieren", "jetzt abonnieren", "folgen sie uns", "alle rechte vorbehalten",
    // French
    "lire aussi", "à lire", "a lire aussi", "voir aussi", "lire la suite", "sur le même sujet",
    "pour aller plus loin", "publié le", "mis à jour", "crédit photo", "mots-clés", "partager",
    "suivez-nous", "abonnez-vous", "tous droits réservés",
    // Spanish, Portuguese, Italian
    "lea también", "lea tambien", "lee también", "también lea", "te puede interesar",
    "le puede interesar", "puede interesarle", "mira también", "mira:", "lea:", "lee:",
    "ver también", "vea también", "más información", "noticias relacionadas", "síguenos",
    "suscríbete", "suscríbase", "compartir", "foto de", "etiquetas:", "leia também", "leia mais",
    "veja também", "saiba mais", "siga-nos", "compartilhe", "leggi anche", "leggi di più",
    "guarda anche", "seguici", "iscriviti", "tutti i diritti riservati",
    // Dutch, Polish, Russian, Ukrainian, Turkish
    "lees ook", "lees meer", "bekijk ook", "volg ons", "czytaj też", "czytaj także",
    "czytaj więcej",
    "zobacz też", "zobacz także", "zobacz również", "przeczytaj też", "źródło:", "fot.", "tagi:",
    "читайте также", "читать также", "смотрите также", "подписывайтесь", "источник:", "фото:",
    "теги:", "читайте також", "дивіться також", "джерело:", "ayrıca bakınız", "ilgili haber",
    "kaynak:", "etiketler:",
  ]

  /// What short lines say that ask readers for something, in lower case.
  private static let asks = SubstringSets([
    [
      "our newsletter", "email newsletter", "daily newsletter", "weekly newsletter", "-newsletter",
      "sign up here", "please subscribe", "already a subscriber", "subscribe today",
      "may receive compensation", "affiliate link", "whatsapp channel", "telegram channel here",
      "on whatsapp", "google news feed", "follow on google news", "unseren newsletter",
      "store and access information", "store and/or access", "your consent at any time",
      "our use of cookies", "cookie policy", "privacy policy and terms",
    ]
  ])
}
