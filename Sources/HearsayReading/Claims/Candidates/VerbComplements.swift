import HearsayLanguage
import HearsayRecords

// What a verb of saying takes with it: what is said, to whom, of whom.

extension SyntaxCandidates {
  func addComplements(of verb: Int, cue: Cue, to candidate: inout ClaimCandidate) {
    let holes = candidate.sources + [candidate.cue].compactMap { $0 }
    var contents: [Range<Int>] = []
    for child in text.children(of: verb, "ccomp", "xcomp")
    where text.verbCue(verb, with: text.tokens[child].lower) == nil {
      contents += text.runs(of: text.subtree(of: child), without: holes)
    }
    let isPassive = text.child(of: verb, "nsubj:pass") != nil
    var objectRole = cue.object
    var phrases = text.children(of: verb, "obl", "advcl").filter { $0 != agent(of: verb) }
    // "pointed the finger at Iran": the parser may hang "at Iran" on either word.
    if cue.isPhrase {
      phrases += text.children(of: verb, "obj", "nsubj:pass", "xcomp").flatMap {
        text.children(of: $0, "nmod", "acl", "obl", "advcl")
      }
      phrases += objectPredicates(of: verb).flatMap { text.children(of: $0, "obl", "advcl") }
    }
    var byPreposition: [(role: ClaimRole, tokens: Range<Int>)] = []
    for phrase in phrases {
      guard let marker = text.child(of: phrase, "case", "mark"),
        let role = cue.role(of: text.tokens[marker].lower)
      else { continue }
      let whole = text.subtree(of: phrase)
      let body = text.trimmed(whole, dropping: [text.tokens[marker].lower])
      if !body.isEmpty { byPreposition.append((role, body)) }
      // "blamed the attack on Iran": what is blamed on somebody is the content.
      if role == .blamed, objectRole == .blamed { objectRole = .content }
    }
    // "said", "reported" with a clause: an object beside it is whom it is said to, or nothing.
    if let object = text.child(of: verb, "obj"), !isPassive {
      let predicates = objectPredicates(of: verb).map { text.subtree(of: $0) }
      var body =
        cue.isPhrase && !predicates.isEmpty
        ? text.runs(of: text.subtree(of: object), without: predicates).first {
          $0.contains(object)
        } ?? object..<(object + 1)
        : text.trimmed(text.subtree(of: object))
      // "accused the principal of spying": the parser may hang the deed on the accused.
      if objectRole == .blamed || objectRole == .addressee {
        for phrase in text.children(of: object, "nmod", "acl") {
          guard let marker = text.child(of: phrase, "case", "mark"),
            cue.role(of: text.tokens[marker].lower) == .content
          else { continue }
          let deed = text.trimmed(
            text.subtree(of: phrase), dropping: [text.tokens[marker].lower])
          let end = min(body.upperBound, text.subtree(of: phrase).lowerBound)
          let rest = text.trimmed(body.lowerBound..<max(body.lowerBound, end))
          guard !deed.isEmpty, rest.contains(object) else { continue }
          byPreposition.append((.content, deed))
          body = rest
        }
      }
      // "promised him that nobody would be hurt": whoever stands beside a clause is told it.
      let isTold =
        text.child(of: verb, "ccomp") != nil
        && (text.tokens[object].mentionType == "person"
          || text.is(object, .toldTo))
      switch objectRole {
      case .content where isTold: candidate.addressee = body
      case .content where contents.isEmpty: contents += text.runs(of: body, without: holes)
      case .addressee: candidate.addressee = body
      case .blamed: candidate.blamed += parts(of: object, within: body)
      default: break
      }
    }
    if let object = text.child(of: verb, "iobj") {
      candidate.addressee = text.trimmed(text.subtree(of: object))
    }
    for (role, body) in byPreposition {
      switch role {
      case .content where contents.isEmpty || cue.object == .blamed: contents.append(body)
      case .addressee where candidate.addressee == nil: candidate.addressee = body
      case .blamed: candidate.blamed.append(body)
      default: break
      }
    }
    if cue.act == .demand, candidate.addressee == nil {
      candidate.addressee = text.child(of: verb, "ccomp").flatMap(demanded)
    }
    // "pointed the finger at Iran": who is blamed is all that is said.
    if contents.isEmpty, !candidate.blamed.isEmpty { contents = candidate.blamed }
    candidate.contents += contents.map { text.trimmed($0, dropping: .subordinates) }.filter {
      !$0.isEmpty
    }
    candidate.contents.sort { $0.lowerBound < $1.lowerBound }
  }

  /// "demanded that Sarvia withdraw": the subject of what shall be done is whom it is demanded of.
  func demanded(in clause: Int) -> Range<Int>? {
    let modals = text.children(of: clause, "aux")
    guard
      text.tokens[clause].xpos == "VB" && modals.isEmpty
        || modals.contains(where: { text.is($0, .obliges) }),
      let subject = text.child(of: clause, "nsubj"), text.tokens[subject].relation == "nsubj",
      isActor(subject), text.tokens[subject].upos != "PRON"
    else { return nil }
    return jointSources(subject).first
  }

  /// "the police and the mayor": each accused apart.
  func parts(of object: Int, within body: Range<Int>) -> [Range<Int>] {
    let parts = jointSources(object).map { $0.clamped(to: body) }.filter { !$0.isEmpty }
    return parts.count > 1 ? parts : [body]
  }
}
