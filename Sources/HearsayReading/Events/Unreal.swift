import HearsayLanguage
import HearsayRecords

/// Decides whether an event is told as having happened: the one place where that is decided.
///
/// It looks at the word itself, then walks up the tree: what governs an event may plan, threaten, demand, deny, doubt or
/// fear it. The signs are rules with names (`Data/language/rules/unreal.*.rules`); the walk is here. Where signs disagree, the one
/// farther from "happened" holds. Why: users throw away a tool that once records what could happen as having happened; an
/// event held back wrongly costs them less.
///
///     Unreal(text).verdict(of: token).status
struct Unreal {
  let text: AnnotatedText
  private let mentions: [Int: EventMention]
  /// Signs by the word on which a clause hangs, by event noun, and by what is governed.
  private let clauses: [Int: [RuleMatch]]
  private let nouns: [Int: [RuleMatch]]
  private let governed: [Int: [RuleMatch]]
  private let worlds: OtherWorlds
  /// Far enough for any sentence that people write; a walk is never endless.
  private static let longestWalk = 12

  /// A status, and the rules that make it.
  struct Verdict {
    var status: EventStatus
    /// The signs that were met, the deciding one last.
    var signs: [Sign] = []

    /// How the signs that made the status stand against what the model finds likely.
    var hold: Hold {
      signs.filter { $0.status == status }.compactMap(\.match).map { match in
        let firm = match.value("firm") ?? (match.rule.family == OtherWorlds.family ? "yes" : "no")
        return firm == "yes" ? Hold.firm : firm == "kind" ? .kind : .open
      }.max() ?? .open
    }

    /// The rules that made the status; none for what is plainly told.
    var by: [String] {
      var names: [String] = []
      for sign in signs where sign.status == status && !names.contains(sign.rule) {
        names.append(sign.rule)
      }
      return names
    }
  }

  /// How far a sign of the unreal holds against the model.
  enum Hold: Comparable {
    /// The model may find the event real, or unreal in another way.
    case open
    /// The model may find it real; in which way it is unreal, the sign says.
    case kind
    /// It holds however likely the model finds the event.
    case firm
  }

  /// Something that says that an event has not happened, or not quite.
  struct Sign {
    /// The rule that saw it.
    var rule: String
    var status: EventStatus
    /// The words that it saw.
    var tokens: [Int]
    /// What the rule met, if it is one of the files; the others are told by the walk itself.
    var match: RuleMatch?
  }

  init(_ text: AnnotatedText) {
    self.text = text
    mentions = Dictionary(text.eventMentions.map { ($0.token, $0) }) { first, _ in first }
    func signs(_ family: String, _ name: String) -> [Int: [RuleMatch]] {
      let matches = text.language.rules.family(family).matches(text, in: text.tokens.indices)
      let named = matches.compactMap { match in match.token(name).map { ($0, match) } }
      return Dictionary(grouping: named) { $0.0 }.mapValues { $0.map(\.1) }
    }
    clauses = signs("unreal.clause", "clause")
    nouns = signs("unreal.noun", "event")
    governed = signs("unreal.governed", "event")
    worlds = OtherWorlds(text)
  }

  /// How an event stands as its own clause and what governs it tell it.
  ///
  /// - Parameters:
  ///   - token: The event's word.
  ///   - outer: The noun that says how far it went, where one follows it: "assassination attempt".
  ///   - type: What sort of event it is: a failed attack was attempted, a failed meeting did not take place.
  /// - Returns: The status, with all signs that were met.
  func verdict(of token: Int, outer: Int? = nil, as type: EventType? = nil) -> Verdict {
    var verdict = own(token)
    if let outer {
      if text.tokens[token].head == outer {
        let told = sign(of: token, by: outer, type)?.verdict
        verdict.add(told)
      }
      verdict.add(attributes(outer))
    }
    var current = outer ?? token
    var steps = 0
    while let head = text.tokens[current].head, steps < Self.longestWalk {
      guard let step = step(current, head, type) else { break }
      verdict.add(step.verdict)
      current = step.next
      steps += 1
    }
    for match in worlds.signs(over: token, as: type) { verdict.add(match) }
    if text.isQuestion(token), verdict.status == .happened || verdict.status == .ongoing {
      verdict.add(.hypothetical, "question", [token])
    }
    return verdict
  }

  // MARK: - The word itself

  private func own(_ index: Int) -> Verdict {
    let isVerb = text.tokens[index].upos == "VERB"
    var verdict = isVerb ? verbal(index) : attributes(index)
    if isVerb, text.isInfinitive(index),
      ["root", "parataxis"].contains(text.tokens[index].baseRelation)
    {
      verdict.add(.planned, "infinitive", [index])
    }
    if let mention = mentions[index] {
      // A word that hedges denies nothing, though the model takes some for it: "they purportedly met".
      if mention.negated, !text.hasChild(of: index, "advmod", that: .leaves) {
        verdict.add(.negated, "model-negated", [index])
      }
      if isVerb, text.language.has(mention.modality, .supposing) {
        verdict.add(.hypothetical, "model-modality", [index])
      }
      if mention.tense == "FUTURE" { verdict.add(.planned, "model-future", [index]) }
    }
    return verdict
  }

  /// Auxiliaries, negation and conditions of a clause.
  private func verbal(_ verb: Int) -> Verdict {
    var verdict = Verdict(status: .happened)
    for match in clauses[verb] ?? [] { verdict.add(match) }
    if verdict.status == .happened, text.tokens[verb].xpos == "VBG",
      text.children(of: verb, "aux").contains(where: {
        text.isLemma($0, .copula) && ["VBZ", "VBP"].contains(text.tokens[$0].xpos)
      })
    {
      verdict.add(.ongoing, "going-on", [verb])
    }
    return verdict
  }

  /// Adjectives and determiners of a noun; its clause too, if it is what somebody or something is: "it was not an attack".
  private func attributes(_ noun: Int) -> Verdict {
    var verdict = Verdict(status: .happened)
    for match in nouns[noun] ?? [] { verdict.add(match) }
    if text.child(of: noun, "cop") != nil {
      for match in clauses[noun] ?? [] { verdict.add(match) }
    }
    return verdict
  }

  // MARK: - What governs it

  /// One step up.
  private struct Step {
    var verdict: Verdict
    /// Where the walk goes on.
    var next: Int
  }

  /// What a head makes of what it governs; `nil` ends the walk: what stands higher no longer bears on the event.
  private func step(_ current: Int, _ head: Int, _ type: EventType?) -> Step? {
    func plain(_ verdict: Verdict?) -> Step? { verdict.map { Step(verdict: $0, next: head) } }
    if text.tokens[current].baseRelation == "conj" { return plain(joined(current, to: head)) }
    switch text.tokens[head].upos {
    case "NOUN", "PROPN": return plain(governed(current, byNoun: head, type))
    case "ADJ": return plain(governed(current, byAdjective: head, type))
    case "VERB", "AUX":
      let sign = sign(of: current, by: head, type)
      if let sign, let past = sign.past { return Step(verdict: sign.verdict, next: past) }
      return plain(governed(current, byVerb: head, sign?.verdict))
    default: return nil
    }
  }

  /// The first rule that fits where `head` governs `current`, turned round where the head's clause is negated.
  private func sign(of current: Int, by head: Int, _ type: EventType?) -> (
    verdict: Verdict, past: Int?
  )? {
    let isDeed = type == .assault || type == .coerce || type == .crime
    for match in governed[current] ?? [] {
      guard match.token("by").map({ $0 == head }) ?? true,
        let value = isDeed ? match.value("deed") ?? match.value("status") : match.value("status")
      else { continue }
      let past = match.value("past").flatMap(match.token)
      if match.token("by") == nil {
        guard let status = EventStatus(rawValue: value) else { continue }
        return (Verdict(match, status), nil)
      }
      let around = clause(past ?? head)
      guard let told = EventStatus(rawValue: value) else { return (around, past) }
      let status = combine(told, around.status)
      var verdict = Verdict(match, status)
      if status != told { verdict.signs[0].tokens += around.signs.flatMap(\.tokens) }
      return (verdict, past)
    }
    return nil
  }

  /// Joined clauses share what governs both; a clause with its own subject has its own auxiliaries.
  private func joined(_ current: Int, to head: Int) -> Verdict {
    let token = text.tokens[current]
    let first = text.tokens[head]
    var shared = Verdict(status: .happened)
    if token.upos == "VERB", text.child(of: current, "nsubj") != nil { return shared }
    if first.upos == "VERB", token.upos == "VERB", text.child(of: current, "aux") == nil,
      ["VB", "VBN", "VBG"].contains(token.xpos)
    {
      shared = verbal(head)
    } else if first.upos == "NOUN" {
      shared = attributes(head)
    }
    return shared.done
  }

  private func governed(_ current: Int, byNoun head: Int, _ type: EventType?) -> Verdict? {
    let relation = text.tokens[current].baseRelation
    guard ["nmod", "acl", "compound", "obl", "xcomp", "ccomp", "appos"].contains(relation) else {
      return nil
    }
    // A participle ("the threat posed by the attack") tells of a thing that is.
    let isParticiple =
      relation == "acl" && text.child(of: current, "mark") == nil
      && text.tokens[current].xpos == "VBN"
    if isParticiple { return nil }
    if text.is(head, .evidence) {
      let around = attributes(head)
      return around.status == .happened
        ? around : Verdict(.hypothetical, "no-evidence", [head])
    }
    if let sign = sign(of: current, by: head, type) { return sign.verdict }
    if text.is(head, .telling) || text.is(head, .measures) { return attributes(head) }
    if relation == "acl", text.isInfinitive(current) {
      return Verdict(.planned, "infinitive", [current])
    }
    return relation == "appos" ? Verdict(status: .happened) : nil
  }

  private func governed(_ current: Int, byAdjective head: Int, _ type: EventType?) -> Verdict? {
    if let sign = sign(of: current, by: head, type) { return sign.verdict }
    switch text.tokens[current].baseRelation {
    case "advcl" where isOwnClause(current):
      let around = clause(head)
      return around.status == .negated ? nil : around
    case "xcomp", "ccomp", "csubj", "advcl":
      return text.isInfinitive(current) && !text.isPerfectInfinitive(current)
        ? open(current, clause(head)) : clause(head)
    case "nsubj": return text.isDefinite(current) ? nil : clause(head)
    default: return nil
    }
  }

  /// What is only an infinitive, and what governs it: farther from "happened" than either.
  private func open(_ current: Int, _ around: Verdict) -> Verdict {
    var verdict = around
    verdict.add(.hypothetical, "infinitive", [current])
    return verdict
  }

  private func governed(_ current: Int, byVerb head: Int, _ told: Verdict?) -> Verdict? {
    switch text.tokens[current].baseRelation {
    case "xcomp", "csubj": return complement(current, of: head, told)
    case "ccomp": return statement(current, of: head, told)
    case "obj", "nsubj", "obl", "iobj": return thing(current, of: head, told)
    case "advcl": return adjunct(current, of: head, told)
    case "acl":
      return text.isInfinitive(current) ? Verdict(.planned, "infinitive", [current]) : nil
    default: return nil
    }
  }

  /// "planned to attack", "began shelling".
  private func complement(_ current: Int, of head: Int, _ told: Verdict?) -> Verdict {
    if text.isPerfectInfinitive(current) {
      // "Are supposed to have attacked": a rule that says so goes before what "to" leaves open.
      if let told, told.status == .happened, !told.by.isEmpty { return told }
      let around = clause(head)
      return around.status == .negated
        ? Verdict(.hypothetical, "negated-before", around.signs.flatMap(\.tokens))
        : Verdict(status: .happened)
    }
    if let told { return told }
    guard text.isInfinitive(current) else { return clause(head) }
    if text.isLemma(head, .copula) {
      return Verdict(.planned, "is-to", [head, current])
    }
    return text.is(head, .implies) ? clause(head) : open(current, clause(head))
  }

  /// What is said is judged as the speaker gives it; who denies, fears or wants it does bear on it.
  private func statement(_ current: Int, of head: Int, _ told: Verdict?) -> Verdict {
    guard let told else {
      return !text.isFinite(current) && text.isInfinitive(current)
        ? open(current, clause(head)) : Verdict(status: .happened)
    }
    return text.isFinite(current) && text.is(head, .stating) ? Verdict(status: .happened) : told
  }

  /// An event noun that a verb is about.
  private func thing(_ current: Int, of head: Int, _ told: Verdict?) -> Verdict? {
    let token = text.tokens[current]
    guard token.upos == "NOUN" || token.upos == "PROPN" else {
      return token.baseRelation == "obl" ? clause(head) : nil
    }
    let isAffected = token.relation != "nsubj"
    if isAffected, let mark = text.child(of: current, "case"), text.is(mark, .without) {
      return Verdict(.negated, "without", [mark])
    }
    if let told {
      let isOnlySpokenOf =
        isAffected && text.isDefinite(current) && text.is(head, .leavesStanding)
      return isOnlySpokenOf ? nil : told
    }
    let carries =
      isAffected
      ? token.baseRelation != "obl" && text.is(head, .light) : text.is(head, .takesPlace)
    if carries {
      let around = clause(head)
      let isNow = ["VBZ", "VBP"].contains(text.tokens[head].xpos)
      guard around.status == .happened, isNow, text.is(head, .lasts) else { return around }
      return Verdict(.ongoing, "going-on", [head])
    }
    // An indefinite event in a clause of what may be is itself only possible.
    guard !text.isDefinite(current) else { return nil }
    let around = clause(head)
    return around.status == .happened || around.status == .attempted ? nil : around
  }

  private func adjunct(_ current: Int, of head: Int, _ told: Verdict?) -> Verdict? {
    if let told { return told }
    guard let mark = text.child(of: current, "mark") else {
      if text.isInfinitive(current) { return Verdict(.planned, "infinitive", [current]) }
      let around = clause(head)
      return isOwnClause(current) && around.status == .negated ? nil : around
    }
    if text.isForm(mark, .opensPurpose) {
      return text.isPerfectInfinitive(current) ? Verdict(status: .happened) : nil
    }
    return text.isForm(mark, .opensLater) ? clause(head) : nil
  }

  /// "Nobody was surprised when soldiers stormed": a clause with a subject of its own is not negated with what it hangs on.
  private func isOwnClause(_ verb: Int) -> Bool {
    text.isFinite(verb) && text.child(of: verb, "nsubj") != nil
  }

  /// The status of the clause that a word governs; "would not confirm or deny" denies nothing either.
  private func clause(_ head: Int) -> Verdict {
    guard ["VERB", "AUX", "ADJ"].contains(text.tokens[head].upos) else {
      return Verdict(status: .happened)
    }
    var verdict = verbal(head).done
    if text.tokens[head].relation == "conj", let first = text.tokens[head].head {
      verdict.add(joined(head, to: first))
    }
    return verdict
  }

  private func combine(_ told: EventStatus, _ around: EventStatus) -> EventStatus {
    guard around == .negated else { return told }
    // "did not deny", "did not stop the attack": two denials make no statement that it happened; it stays open.
    // "did not try to attack", "has no plan to": negated.
    return told == .negated || told == .denied ? .hypothetical : .negated
  }
}
