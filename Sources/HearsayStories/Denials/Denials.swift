package import HearsayRecords

/// Ties denials in one report to the events of another that they deny.
///
/// Conservative: a link needs the same kind of event, somebody who can answer for it, and names or words of the happening in
/// common; and nothing may speak against it, neither another place nor person nor day. A link that is missed costs a look; one that
/// is wrong makes somebody deny what he never spoke of.
///
/// Pure.
package enum Denials {
  /// So many days before a denial an event is at most that is denied without a date.
  private static let longestAnswer = 30
  /// Two reports may place one night on different days.
  private static let slack = 1

  /// A claim that no event was read from shares so many words with what denies it, at least.
  private static let leastCommon = 3

  /// The links from the denials of one report to events of another, at most one for each denial.
  package static func links(from denying: Dossier, to telling: Dossier) -> [DenialLink] {
    links(from: DenialSheet(denying), to: DenialSheet(telling))
  }

  /// The same from what was noted of both.
  package static func links(from denying: DenialSheet, to telling: DenialSheet) -> [DenialLink] {
    denying.denied.compactMap { denied in
      let best = telling.events.lazy.compactMap { link(denied, $0, telling.sentences) }
        .max { ($0.weight, $1.told) < ($1.weight, $0.told) }
      return best
        ?? telling.claims.lazy.compactMap { link(denied, to: $0) }
        .max { ($0.weight, $1.told) < ($1.weight, $0.told) }
    }
  }

  /// Whether a claim denies something, or says of an event that it did not happen.
  package static func isDenial(_ claim: Claim, in report: Dossier) -> Bool {
    guard claim.polarity == .positive else { return false }
    return claim.act == .deny || claim.act == .disavow
      || claim.about.contains { id in report.events[id].map { isDenied($0, by: claim) } ?? false }
  }

  /// Whether an event is said in a claim not to have happened.
  static func isDenied(_ event: Event, by claim: Claim) -> Bool {
    event.saidBy == claim.id && (event.status == .negated || event.status == .denied)
  }

  /// Whether an event is told as something that may be denied.
  package static func isTold(_ event: Event, in telling: Dossier) -> Bool {
    guard [.happened, .ongoing, .attempted].contains(event.status),
      Denied.kinds.contains(event.type)
    else { return false }
    guard let claim = event.saidBy.flatMap({ telling.claims[$0] }) else { return true }
    return claim.polarity == .positive && claim.act != .deny && claim.act != .disavow
  }

  private static func link(
    _ denied: Denied, _ event: ToldEvent, _ sentences: [ToldSentence]
  ) -> DenialLink? {
    let sentence = sentences[event.sentence]
    // Every link needs a word of what is denied in the sentence.
    guard denied.keys.meets(sentence.keys) else { return nil }
    let isOfType = denied.types.contains(event.type)
    guard isOfType || denied.keys.meets(event.keys) else { return nil }
    let trigger = event.trigger
    let sameWord = denied.words.contains { mine in trigger.contains { Stems.agree($0, mine) } }
    guard sameWord || isOfType else { return nil }
    if !sameWord, let mode = event.mode, !denied.modes.isEmpty, !denied.modes.contains(mode) {
      return nil
    }

    var who: Party.Agreement?
    let doers = event.doers
    if !doers.isEmpty, !denied.doers.isEmpty {
      let best = agreement(denied.doers, doers)
      guard best > .none else { return nil }
      who = best
    } else if !doers.isEmpty, let denier = denied.denier {
      // Who is said not to have done it is left open; then whoever denies it must have to do with it.
      who = agreement([denier], doers + event.recipients)
    }
    if denied.isUntold, who.map({ $0 == Party.Agreement.none }) ?? true { return nil }
    // His own words on his own deed are no answer to anybody.
    if let denier = denied.denier, !event.isClaimed,
      event.tellers.contains(where: { $0.agreement(with: denier) == .same })
    {
      return nil
    }

    let known = denied.doers + doers + [denied.denier].compactMap { $0 }
    let theirs = Words(sentence.words, without: known)
    let names = denied.told.names.filter { mine in
      theirs.all.contains { Stems.agree($0, mine) }
    }
    if names.isEmpty, !denied.told.names.isEmpty, !theirs.names.isEmpty { return nil }
    let words = denied.told.others.filter { mine in
      !trigger.contains { Stems.agree($0, mine) } && theirs.all.contains { Stems.agree($0, mine) }
    }

    var when = false
    switch (denied.days, event.days) {
    case (let mine?, let day?):
      guard mine.lowerBound <= day.upperBound + slack, day.lowerBound <= mine.upperBound + slack
      else { return nil }
      when = mine.overlaps(day)
    case (nil, let day?):
      if let published = denied.published {
        guard day.lowerBound <= published + slack, day.upperBound >= published - longestAnswer
        else { return nil }
      }
    case (let mine?, nil):
      if let published = event.published {
        guard published >= mine.lowerBound - slack, published <= mine.upperBound + longestAnswer
        else { return nil }
      }
    case (nil, nil):
      if let published = denied.published, let other = event.published {
        guard abs(published - other) <= longestAnswer else { return nil }
      }
    }

    // Common names and words make up for what is not known of who did it.
    let evidence = 2 * names.count + words.count + (when ? 1 : 0)
    let least: Int =
      switch who {
      case .same?: 1
      case .kind?: 2
      case Party.Agreement.none?, nil: 3
      }
    guard evidence >= least, !names.isEmpty || !words.isEmpty else { return nil }
    var reasons: [DenialLink.Reason] = []
    if let who, who > .none { reasons.append(.who) }
    reasons.append(.what)
    if !names.isEmpty { reasons.append(.names) }
    if !words.isEmpty { reasons.append(.words) }
    if when { reasons.append(.when) }
    return DenialLink(
      denial: denied.claim, told: event.id, reasons: reasons,
      weight: evidence + 2 * (who?.rawValue ?? 0) + (sameWord ? 1 : 0))
  }

  /// A link to a claim that no event was read from: only if it speaks of whoever denies it, in the same names and words.
  private static func link(_ denied: Denied, to claim: ToldClaim) -> DenialLink? {
    guard !denied.isUntold, denied.keys.meets(claim.keys) else { return nil }
    let doers = denied.doers.isEmpty ? [denied.denier].compactMap { $0 } : denied.doers
    guard agreement(claim.speakers, [denied.denier].compactMap { $0 }) < .same else { return nil }
    let content = claim.content
    let isNamed =
      agreement(doers, claim.accused) == .same
      || doers.contains { doer in
        doer.telling.contains { mine in content.all.contains { Stems.agree($0, mine) } }
      }
    guard isNamed else { return nil }
    let names = denied.told.names.filter { mine in
      content.all.contains { Stems.agree($0, mine) }
    }
    let words = denied.told.others.filter { mine in
      content.all.contains { Stems.agree($0, mine) }
    }
    if let mine = denied.published, let other = claim.published,
      abs(mine - other) > longestAnswer
    {
      return nil
    }
    // Without an event only the same words show that the same is meant: most of what is denied must be told.
    let common = names.count + words.count
    guard common >= leastCommon, !words.isEmpty, 2 * common >= denied.told.all.count else {
      return nil
    }
    var reasons: [DenialLink.Reason] = [.who]
    if !names.isEmpty { reasons.append(.names) }
    if !words.isEmpty { reasons.append(.words) }
    return DenialLink(
      denial: denied.claim, told: claim.id, reasons: reasons,
      weight: 2 * names.count + words.count)
  }

  private static func agreement(_ ours: [Party], _ theirs: [Party]) -> Party.Agreement {
    ours.flatMap { mine in theirs.map { mine.agreement(with: $0) } }.max() ?? .none
  }
}

/// What words tell besides whoever is known to take part.
struct Words: Hashable, Sendable {
  /// Those written with a capital.
  let names: Set<String>
  /// The others.
  let others: Set<String>

  var all: Set<String> { names.union(others) }

  init(names: Set<String>, others: Set<String>) {
    self.names = names
    self.others = others
  }

  init(_ words: [(stem: String, isCapital: Bool)], without known: [Party]) {
    let told = words.filter { word in !known.contains { $0.isCalled(word.stem) } }
    // The first word of a sentence has a capital whatever it is.
    names = Set(
      told.dropFirst(words.first?.stem == told.first?.stem ? 1 : 0).filter(\.isCapital).map(\.stem))
    others = Set(told.map(\.stem)).subtracting(names)
  }
}
