// The small questions about a tree, each asked in one place.

extension AnnotatedText {
  // MARK: - Clauses

  /// The subject of a verb: its own, or that of the verb it shares one with; `nil` for "there" and where none is told.
  package func subject(of verb: Int) -> Int? {
    var current = verb
    for _ in 0..<6 {
      if let own = children(of: current, "nsubj").first(where: {
        tokens[$0].relation != "nsubj:pass"
      }) {
        return isForm(own, .existential) ? nil : own
      }
      let token = tokens[current]
      guard let head = token.head else { return nil }
      switch token.baseRelation {
      case "conj", "xcomp", "advcl", "parataxis":
        if child(of: current, "nsubj:pass") != nil { return nil }
        if token.baseRelation == "advcl", let marker = child(of: current, "mark"),
          !isForm(marker, .sharesSubject)
        {
          return nil
        }
        if let passive = child(of: head, "nsubj:pass") { return passive }
        if !["VERB", "AUX"].contains(tokens[head].upos), child(of: head, "nsubj") == nil {
          return nil
        }
        current = head
      case "acl": return tokens[current].xpos == "VBN" ? nil : head
      default: return nil
      }
    }
    return nil
  }

  /// Whether a clause is negated by a word of its own: "did not fire", "fired no shot".
  package func isNegated(_ verb: Int) -> Bool {
    hasChild(of: verb, "advmod", "aux", "det", "cc", that: .negates)
      || children(of: verb, "obj").contains { hasNo($0) }
      // "The ministry neither confirmed nor denied it": the tree takes it for a second subject.
      || children(of: verb, "nsubj").contains { tokens[$0].upos == "PART" && self.is($0, .negates) }
  }

  /// Whether a verb is in the passive, or a participle that hangs on who suffers it: "officers shot by".
  package func isPassive(_ verb: Int) -> Bool {
    guard tokens[verb].xpos == "VBN" else { return false }
    return child(of: verb, "aux:pass") != nil
      || tokens[verb].relation.hasPrefix("acl") && child(of: verb, "aux", "nsubj") == nil
  }

  /// Whether a verb stands with "to".
  package func isInfinitive(_ index: Int) -> Bool {
    let marks = children(of: index, "mark", "aux")
    return marks.contains { isForm($0, .infinitive) }
      && (tokens[index].xpos == "VB"
        || children(of: index, "aux").contains { tokens[$0].xpos == "VB" })
  }

  /// Whether it is the infinitive of what was done before: "to have attacked".
  package func isPerfectInfinitive(_ index: Int) -> Bool {
    isInfinitive(index) && children(of: index, "aux").contains { isForm($0, .ofPerfect) }
  }

  /// Whether a clause has a tense of its own.
  package func isFinite(_ index: Int) -> Bool {
    if ["VBD", "VBZ", "VBP"].contains(tokens[index].xpos) { return true }
    return children(of: index, "aux", "cop").contains {
      ["VBD", "VBZ", "VBP", "MD"].contains(tokens[$0].xpos)
    }
  }

  /// Whether an auxiliary stands before the subject: "Should the army invade, …".
  package func isInverted(_ auxiliary: Int) -> Bool {
    guard let verb = tokens[auxiliary].head, let subject = child(of: verb, "nsubj") else {
      return false
    }
    return auxiliary < subject
  }

  /// Whether a verb or noun is about what hangs on it: its object, the subject of its passive, its complement, or what stands
  /// behind a preposition that tells what it is about ("warned of an attack", "fears of an attack").
  package func isHeld(_ token: Int, by head: Int) -> Bool {
    guard tokens[token].head == head else { return false }
    let relation = tokens[token].baseRelation
    let isNoun = ["NOUN", "PROPN"].contains(tokens[token].upos)
    switch tokens[head].upos {
    case "VERB", "AUX":
      switch relation {
      case "xcomp", "csubj", "ccomp": return true
      case "obj", "iobj": return isNoun
      case "nsubj": return isNoun && tokens[token].relation != "nsubj"
      case "obl":
        // "headed off a clash": some parses take the particle for a preposition.
        guard let mark = mark(token) else {
          // "headed off a clash in Halden": others take the object behind a particle for an adverbial.
          return isNoun && token > head && tokens[token].mentionType != "time"
            && child(of: head, "compound:prt") != nil
        }
        return isNoun && (self.is(mark, .aboutOfVerb) || isPhrase(head, mark))
      case "advcl":
        let mark = child(of: token, "mark")
        return mark.map { self.is($0, .aboutOfVerb) && !isForm($0, .infinitive) } ?? false
      default: return false
      }
    case "NOUN", "PROPN":
      switch relation {
      case "acl", "compound", "xcomp", "ccomp", "appos": return true
      case "amod": return isNoun
      case "nmod", "obl": return mark(token).map { self.is($0, .aboutOfNoun) } ?? false
      default: return false
      }
    default: return false
    }
  }

  /// Whether two words beside each other are a phrase of the files.
  private func isPhrase(_ first: Int, _ second: Int) -> Bool {
    second == first + 1
      && language.lines(of: lemmaSymbols[first]).contains {
        $0.isPhrase && $0.words[1] == formSymbols[second]
      }
  }

  /// The preposition of a phrase.
  private func mark(_ phrase: Int) -> Int? { child(of: phrase, "case") }

  /// Whether the sentence of a token asks.
  package func isQuestion(_ index: Int) -> Bool {
    let sentence = sentence(of: index)
    guard let last = sentence.last else { return false }
    return (max(sentence.lowerBound, last - 2)...last).contains { tokens[$0].text == "?" }
  }

  /// Whether a clause tells what was done: "fired", "has fired", "did not fire".
  package func isDone(_ verb: Int) -> Bool {
    tokens[verb].xpos == "VBD" || hasChild(of: verb, "aux", that: .tellsDone)
  }

  // MARK: - Who speaks

  /// Whether the subject of what somebody says may be whoever says it: by a pronoun, or "its forces".
  package func isSpeaker(_ subject: Int) -> Bool {
    self.is(subject, .maySpeak) || hasChild(of: subject, "nmod:poss", that: .ofSpeaker)
  }

  /// The same where more than one speak: "we", "its fighters".
  package func areSpeakers(_ subject: Int) -> Bool {
    value(of: subject, for: .maySpeak) == "many"
      || children(of: subject, "nmod:poss").contains { value(of: $0, for: .ofSpeaker) == "many" }
  }

  // MARK: - Nouns

  /// Whether a noun is known to whoever reads it: "the attack", "their attack".
  package func isDefinite(_ noun: Int) -> Bool {
    child(of: noun, "nmod:poss") != nil || hasChild(of: noun, "det", that: .definite)
  }

  /// Whether nothing before a noun tells which one or how many.
  package func isBare(_ noun: Int) -> Bool {
    child(of: noun, "det", "nmod:poss", "nummod") == nil
  }

  /// Whether there is none of it: "no shot", "neither side".
  package func hasNo(_ noun: Int) -> Bool { hasChild(of: noun, "det", "advmod", that: .none) }

  /// Whether a subject or object is nobody or nothing: "nobody", "none of them", "no soldier".
  package func isNobody(_ token: Int) -> Bool { self.is(token, .nobody) || hasNo(token) }

  // MARK: - Places in the report

  /// Whether a token stands in the report's headline.
  package func isInHeadline(_ token: Int) -> Bool { headline.contains(token) }
}
