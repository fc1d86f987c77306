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
    denying.reading.claims.compactMap { claim in
      guard isDenial(claim, in: denying), let denied = Denied(claim, denying) else { return nil }
      let events = telling.reading.events.compactMap { link(denied, $0, telling) }
      let best = events.max { ($0.weight, $1.told) < ($1.weight, $0.told) }
      return best
        ?? telling.reading.claims.compactMap { link(denied, to: $0, telling) }
        .max { ($0.weight, $1.told) < ($1.weight, $0.told) }
    }
  }

  /// Beginnings of words of which another report must use one to tell what a claim denies; empty if the claim denies nothing that
  /// could be found.
  package static func searchWords(for claim: Claim, in denying: Dossier) -> [String] {
    guard isDenial(claim, in: denying), let denied = Denied(claim, denying) else { return [] }
    let known = (denied.doers + [denied.denier].compactMap { $0 }).flatMap(\.telling)
    return known + (denied.told.names.isEmpty ? denied.told.others : denied.told.names).sorted()
  }

  /// Beginnings of words of which another report must use one to deny an event; empty if it is not told as having happened.
  package static func searchWords(for event: Event, in telling: Dossier) -> [String] {
    guard isTold(event, in: telling) else { return [] }
    let words = Words(telling.words(telling.sentence(around: event.trigger)), without: [])
    return parties(of: event, telling).flatMap(\.telling) + words.names.sorted()
  }

  /// Beginnings of words of which another report must use one to deny a claim that no event was read from.
  package static func searchWords(forTold claim: Claim, in telling: Dossier) -> [String] {
    guard [.state, .accuse, .confirm].contains(claim.act), claim.polarity == .positive else {
      return []
    }
    return claim.blames.compactMap(telling.party).flatMap(\.telling)
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

  private static func link(_ denied: Denied, _ event: Event, _ telling: Dossier) -> DenialLink? {
    guard isTold(event, in: telling) else { return nil }
    let trigger = Set(Stems.words(telling.exact(event.trigger)).map(\.stem))
    let sameWord = denied.words.contains { mine in trigger.contains { Stems.agree($0, mine) } }
    guard sameWord || denied.types.contains(event.type) else { return nil }
    if !sameWord, let mode = event.mode, !denied.modes.isEmpty, !denied.modes.contains(mode) {
      return nil
    }

    var who: Party.Agreement?
    let doers = parties(of: event, telling)
    if !doers.isEmpty, !denied.doers.isEmpty {
      let best = agreement(denied.doers, doers)
      guard best > .none else { return nil }
      who = best
    } else if !doers.isEmpty, let denier = denied.denier {
      // Who is said not to have done it is left open; then whoever denies it must have to do with it.
      who = agreement([denier], doers + event.recipients.compactMap(telling.party))
    }
    if denied.isUntold, who.map({ $0 == Party.Agreement.none }) ?? true { return nil }
    // His own words on his own deed are no answer to anybody.
    if let denier = denied.denier, let teller = event.saidBy.flatMap({ telling.claims[$0] }),
      teller.speakers.compactMap(telling.party).contains(where: {
        $0.agreement(with: denier) == .same
      }), teller.act != .claimResponsibility
    {
      return nil
    }

    let known = denied.doers + doers + [denied.denier].compactMap { $0 }
    let sentence = telling.words(telling.sentence(around: event.trigger))
    let theirs = Words(sentence, without: known)
    let names = denied.told.names.filter { mine in
      theirs.all.contains { Stems.agree($0, mine) }
    }
    if names.isEmpty, !denied.told.names.isEmpty, !theirs.names.isEmpty { return nil }
    let words = denied.told.others.filter { mine in
      !trigger.contains { Stems.agree($0, mine) } && theirs.all.contains { Stems.agree($0, mine) }
    }

    var when = false
    switch (denied.days, telling.days(of: event)) {
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
      if let published = telling.published {
        guard published >= mine.lowerBound - slack, published <= mine.upperBound + longestAnswer
        else { return nil }
      }
    case (nil, nil):
      if let published = denied.published, let other = telling.published {
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
      denial: denied.claim.id, told: event.id, reasons: reasons,
      weight: evidence + 2 * (who?.rawValue ?? 0) + (sameWord ? 1 : 0))
  }

  /// A link to a claim that no event was read from: only if it speaks of whoever denies it, in the same names and words.
  private static func link(_ denied: Denied, to claim: Claim, _ telling: Dossier) -> DenialLink? {
    guard [.state, .accuse, .confirm].contains(claim.act), claim.polarity == .positive,
      !isDenial(claim, in: telling), !claim.content.isEmpty, !denied.isUntold,
      !claim.about.contains(where: { id in
        telling.events[id].map { Denied.kinds.contains($0.type) } ?? false
      })
    else { return nil }
    let speakers = claim.speakers.compactMap(telling.party)
    let accused = claim.blames.compactMap(telling.party)
    let doers = denied.doers.isEmpty ? [denied.denier].compactMap { $0 } : denied.doers
    guard agreement(speakers, [denied.denier].compactMap { $0 }) < .same else { return nil }
    let content = Words([("", false)] + claim.content.flatMap(telling.words), without: [])
    let isNamed =
      agreement(doers, accused) == .same
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
    if let mine = denied.published, let other = telling.published,
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
      denial: denied.claim.id, told: claim.id, reasons: reasons,
      weight: 2 * names.count + words.count)
  }

  private static func agreement(_ ours: [Party], _ theirs: [Party]) -> Party.Agreement {
    ours.flatMap { mine in theirs.map { mine.agreement(with: $0) } }.max() ?? .none
  }

  /// Who does an event, or is blamed for it.
  private static func parties(of event: Event, _ telling: Dossier) -> [Party] {
    let told = Set([event.id] + telling.echoes(of: event).map(\.id))
    let blamed = telling.reading.claims.filter {
      !told.isDisjoint(with: $0.about) && $0.polarity == .positive
    }.flatMap(\.blames)
    return event.actors.compactMap(telling.party) + blamed.compactMap(telling.party)
  }
}

/// What words tell besides whoever is known to take part.
struct Words {
  /// Those written with a capital.
  let names: Set<String>
  /// The others.
  let others: Set<String>

  var all: Set<String> { names.union(others) }

  init(_ words: [(stem: String, isCapital: Bool)], without known: [Party]) {
    let told = words.filter { word in !known.contains { $0.isCalled(word.stem) } }
    // The first word of a sentence has a capital whatever it is.
    names = Set(
      told.dropFirst(words.first?.stem == told.first?.stem ? 1 : 0).filter(\.isCapital).map(\.stem))
    others = Set(told.map(\.stem)).subtracting(names)
  }
}
