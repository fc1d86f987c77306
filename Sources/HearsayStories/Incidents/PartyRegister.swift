/// The parties of many reports, each distinct one once, so that two are compared only once however often they are met.
final class PartyRegister {
  private var numbers: [Party: Int] = [:]
  private var parties: [Party] = []
  private var agreements: [Int: Party.Agreement] = [:]

  /// Parties as they are compared, made ready once.
  private var ready: [Party.Ready] = []

  /// The number of a party.
  func number(of party: Party) -> Int {
    if let number = numbers[party] { return number }
    numbers[party] = parties.count
    parties.append(party)
    ready.append(Party.Ready(party))
    return parties.count - 1
  }

  /// How two parties agree.
  func agreement(_ left: Int, _ right: Int) -> Party.Agreement {
    if left == right { return parties[left].names.isEmpty ? .none : .same(parties[left]) }
    let key = min(left, right) << 32 | max(left, right)
    if let known = agreements[key] { return known }
    let agreement = ready[left].agreement(with: ready[right])
    agreements[key] = agreement
    return agreement
  }
}

extension Party.Agreement {
  /// A party agrees with itself; one that is called by common nouns only, as a kind.
  fileprivate static func same(_ party: Party) -> Self { party.isCommon ? .kind : .same }
}
