import HearsayRecords

/// What a denial denies, as far as its report tells.
struct Denied: Hashable, Sendable {
  /// Id of the claim that denies.
  let claim: String
  /// Whoever denies it.
  let denier: Party?
  /// Who is said not to have done it; empty if that is left open.
  let doers: [Party]
  let types: Set<EventType>
  let modes: Set<String>
  /// All words of what is denied, as stems.
  let words: Set<String>
  /// The same without whoever takes part.
  let told: Words
  /// ``told`` and ``words`` as keys, by which what has none in common is passed over.
  let keys: StemKeys
  /// Whether nothing is said of what is denied ("denials from both capitals").
  let isUntold: Bool
  let days: ClosedRange<Int>?
  let published: Int?

  /// Events that somebody may deny; words are answered by other words.
  static let kinds: Set<EventType> = [
    .assault, .crime, .coerce, .protest, .accident, .mobilize, .retreat, .consult, .aid, .agree,
    .concede, .disaster,
  ]

  private static let table = ComparedWords.shipped

  init(
    claim: String, denier: Party?, doers: [Party], types: Set<EventType>, modes: Set<String>,
    words: Set<String>, told: Words, isUntold: Bool, days: ClosedRange<Int>?, published: Int?
  ) {
    self.claim = claim
    self.denier = denier
    self.doers = doers
    self.types = types
    self.modes = modes
    self.words = words
    self.told = told
    self.isUntold = isUntold
    self.days = days
    self.published = published
    keys = StemKeys(words)
  }

  /// `nil` if nothing tells what is denied.
  init?(_ claim: Claim, _ report: Dossier) {
    self.claim = claim.id
    let isAct = claim.act == .deny || claim.act == .disavow
    let named = claim.about.compactMap { report.events[$0] }.filter {
      // "No looting took place, the mayor said": what is said not to have happened is denied.
      Self.kinds.contains($0.type) && (isAct || Denials.isDenied($0, by: claim))
    }
    let pointed = named.compactMap(report.antecedent)
    let events = named + pointed
    let inside = named.filter { event in claim.content.contains { $0.contains(event.trigger) } }
    denier =
      claim.speakers.lazy.compactMap(report.party).first
      ?? claim.source.flatMap { report.party(.mention($0)) }
    let content = claim.content.map(report.exact).joined(separator: " ")
    isUntold = content.isEmpty
    guard !Self.isForecast(content) else { return nil }
    var spans = claim.content
    let isBare =
      inside.isEmpty
      && content.lowercased().split(whereSeparator: { !$0.isLetter }).contains {
        Self.table.has(String($0), .share)
      }
    // "denied responsibility", "… for the blast": what for stands in another sentence.
    spans += pointed.map { report.sentence(around: $0.trigger) }
    if isBare || content.isEmpty { spans += events.map { report.sentence(around: $0.trigger) } }
    types = Set(events.map(\.type))
    modes = Set(events.compactMap(\.mode))
    let all = spans.flatMap(report.words)
    words = Set(all.map(\.stem))
    guard !words.isEmpty, !events.isEmpty || !isBare else { return nil }
    doers = Self.doers(inside.isEmpty ? events : inside, content, denier, isBare, report)
    // A claim's content begins in the middle of a sentence.
    told = Words(
      [("", false)] + all, without: doers + [denier].compactMap { $0 })
    keys = StemKeys(words)
    days =
      report.days(within: spans)
      ?? (isBare ? events : pointed).lazy.compactMap(report.days).first
    published = report.published
  }

  private static func doers(
    _ events: [Event], _ content: String, _ denier: Party?, _ isBare: Bool, _ report: Dossier
  ) -> [Party] {
    let told = events.flatMap(\.actors).compactMap(report.party)
    let words = content.lowercased().split { !$0.isLetter && $0 != "'" && $0 != "’" }.map(
      String.init)
    if isBare || words.contains(where: { table.has($0, .stake) }) {
      return [denier].compactMap { $0 }
    }
    // "its soldiers": whoever denies it answers for them.
    if !told.isEmpty {
      return told.contains { $0.isCommon } ? told + [denier].compactMap { $0 } : told
    }
    guard let first = words.first else { return [] }
    let isOwn =
      table.has(first, .own) || first.hasSuffix("ing")
      || !words.contains { table.has($0, .finite) }
    return isOwn ? [denier].compactMap { $0 } : []
  }

  /// "denied that it would resign", "dismissed fears that it will flood": what is still to come has not been told as having happened.
  private static func isForecast(_ content: String) -> Bool {
    let words = content.lowercased().split { !$0.isLetter }.map(String.init)
    return words.first { table.has($0, .finite) }.map { table.has($0, .ahead) } ?? false
  }
}
