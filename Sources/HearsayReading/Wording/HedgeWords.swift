import HearsayRecords

// Words that hedge, and how sure they leave what they stand with.
// Source: compiled for Hearsay from English news usage; licence as the project's. Date: 2026-11.

/// The table of hedges.
enum HedgeWords {
  /// One hedge's words, lower case.
  struct Wording: Sendable {
    let words: [String]
    let certainty: Certainty?
    /// Whether it hedges only before a noun: "alleged" is otherwise a verb of saying.
    let isBeforeNoun: Bool
  }

  /// The hedges that begin with a word, the longest first.
  static func wordings(from first: String) -> [Wording] { byFirst[first] ?? [] }

  /// One a line: how sure, then the words; `+` where they hedge only before a noun; `|` between wordings.
  private static let table = """
    reported reportedly|by some accounts|by all accounts|is reported to|are reported to|was reported to|were reported to|is said to|are said to|was said to|were said to|it is reported|it was reported|unconfirmed reports|has been reported|have been reported
    reported+ reported|unconfirmed|unverified
    alleged allegedly|purportedly|supposedly|ostensibly|is alleged to|are alleged to|was alleged to|were alleged to|it is alleged|it was alleged|is supposed to have|was supposed to have|professedly
    alleged+ alleged|purported|supposed|ostensible|claimed
    suspected is suspected of|are suspected of|was suspected of|were suspected of|is suspected to|are suspected to|is believed to|are believed to|was believed to|were believed to|is thought to|are thought to|was thought to|were thought to|is understood to|are understood to|was understood to|is presumed to|are presumed to|are presumed|is presumed|was presumed|were presumed|it is believed|it is thought|it is understood|it was believed|it was thought|presumably|is assumed to|are assumed to
    suspected+ suspected|presumed|putative|believed
    possible perhaps|maybe|possibly|probably|conceivably|potentially|apparently|seemingly|evidently|likely to|most likely|very likely|appears to|appear to|appeared to|appearing to|appears that|appeared that|it appears|it appeared|would appear|seems to|seem to|seemed to|seeming to|seems that|seemed that|it seems|it seemed|would seem|seems like|seemed like|as if|as though|looks like|looked like|looks set to|in what appears|what appears to|what appeared to|more or less|arguably|could have|may have|might have
    possible+ apparent|possible|potential|seeming|likely|probable
    speculated it is rumoured|it is rumored|is rumoured to|is rumored to|are rumoured to|are rumored to|was rumoured to|was rumored to|rumour has it|rumor has it|there is speculation|amid speculation|there was speculation
    speculated+ rumoured|rumored
    hinted strongly suggesting|seems to be suggesting|seemed to be suggesting|seemed to suggest|seems to suggest|appears to suggest|appeared to suggest|appears to be suggesting|in an apparent reference to|in apparent reference to|apparently referring to
    name+ so-called|so - called|self-styled|self - styled|self-proclaimed|self - proclaimed|self-described|self - described|would-be|would - be|quasi
    """

  private static let byFirst: [String: [Wording]] = {
    var byFirst: [String: [Wording]] = [:]
    for line in table.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let isBeforeNoun = parts[0].last == "+"
      let certainty = Certainty(rawValue: String(isBeforeNoun ? parts[0].dropLast() : parts[0]))
      for wording in parts[1].split(separator: "|") {
        let words = wording.split(separator: " ").map(String.init)
        guard let first = words.first else { continue }
        byFirst[first, default: []].append(
          Wording(words: words, certainty: certainty, isBeforeNoun: isBeforeNoun))
      }
    }
    return byFirst.mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }()
}
