import HearsayRecords

/// Asks of one incident every question on which its records differ.
///
/// Pure. No answer is ever decided for the reader.
struct QuestionDrawing {
  let sketches: [Sketch]
  let original: [Int]
  let roots: Roots

  /// A telling of the incident with its report.
  struct Teller {
    let report: Int
    let telling: Telling
    let sketch: Sketch

    func voice(_ number: Int) -> Voice {
      sketch.voices.indices.contains(number) ? sketch.voices[number] : Voice()
    }
  }

  /// The questions, in the order of ``Question/Kind``.
  func questions(_ members: [IncidentDrawing.Member], incident: String) -> [Question] {
    let tellers = members.map {
      Teller(
        report: $0.report, telling: sketches[$0.report].tellings[$0.telling],
        sketch: sketches[$0.report])
    }
    var questions: [Question] = []
    if let answers = happened(tellers) { questions.append(made(.happened, incident, answers)) }
    if let answers = who(tellers) { questions.append(made(.who, incident, answers)) }
    for (of, answers) in howMany(tellers) {
      questions.append(made(.howMany, incident, answers, of: of))
    }
    if let answers = places(tellers) { questions.append(made(.where, incident, answers)) }
    if let answers = times(tellers) { questions.append(made(.when, incident, answers)) }
    if let answers = instruments(tellers) { questions.append(made(.withWhat, incident, answers)) }
    if let answers = reasons(tellers) { questions.append(made(.why, incident, answers)) }
    if let answers = verdicts(tellers) { questions.append(made(.fair, incident, answers)) }
    return questions
  }

  // MARK: Answers

  /// An answer while it is put together.
  struct Draft {
    var value: String
    var label: String
    var by: [Question.By] = []

    var rootNames: Set<String> { Set(by.map(\.root)) }
  }

  func by(
    _ teller: Teller, _ number: Int, _ spans: [Excerpt], figure: String? = nil
  ) -> Question.By {
    let voice = teller.voice(number)
    let card = teller.sketch.card
    let copied = original[teller.report]
    return Question.By(
      speaker: voice.speaker,
      anonymous: number > 0 && (voice.speaker.map(Unnamed.isCalled) ?? true), report: card.id,
      outlet: card.outlet, via: voice.via,
      act: voice.act.rawValue,
      certainty: (number == 0 ? teller.telling.certainty : voice.certainty).rawValue,
      at: card.published,
      spans: (spans + voice.spans).distinct.sorted().map { Quoted(card.id, $0) },
      copyOf: copied == teller.report ? nil : sketches[copied].card.id,
      root: roots.root(teller.report, number),
      records: [teller.telling.id] + [voice.claim, figure].compactMap(\.self))
  }

  func made(
    _ kind: Question.Kind, _ incident: String, _ drafts: [Draft], of: String? = nil
  ) -> Question {
    var latestOfRoot: [String: (at: String, answer: Int)] = [:]
    for (number, draft) in drafts.enumerated() {
      for by in draft.by where by.at != nil && by.at ?? "" >= latestOfRoot[by.root]?.at ?? "" {
        latestOfRoot[by.root] = (by.at ?? "", number)
      }
    }
    let answers = drafts.enumerated().map { number, draft in
      let dates = draft.by.compactMap(\.at).sorted()
      // Whoever gave it says something else since.
      let later = draft.rootNames.compactMap { root in
        latestOfRoot[root].flatMap { latest in
          latest.answer != number && latest.at > (dates.last ?? "9") ? latest.at : nil
        }
      }
      return Question.Answer(
        value: draft.value, label: draft.label, by: draft.by, roots: draft.rootNames.count,
        since: dates.first, latest: dates.last,
        dropped: later.count == draft.rootNames.count ? later.max() : nil)
    }
    let all = answers.reduce(0) { $0 + $1.roots }
    let shares = answers.reduce(0.0) { sum, answer in
      let share = all > 0 ? Double(answer.roots) / Double(all) : 0
      return sum + share * share
    }
    return Question(
      kind: kind, incident: incident, of: of, answers: answers,
      contest: (max(0, 1 - shares) * 10_000).rounded() / 10_000)
  }

  /// Whether some differ who do not speak with one mouth.
  func isContested(_ drafts: [Draft]) -> Bool {
    drafts.count > 1 && drafts.reduce(into: Set<String>()) { $0.formUnion($1.rootNames) }.count > 1
  }
}

extension [QuestionDrawing.Draft] {
  /// Adds who says something in some words: the same answer as one that says it in more or fewer of the same words.
  mutating func add(like words: String, _ by: Question.By) {
    let stems = Set(Stems.words(words).map(\.stem))
    let known = first { draft in
      let theirs = Set(Stems.words(draft.label).map(\.stem))
      return !stems.isEmpty && (stems.isSubset(of: theirs) || theirs.isSubset(of: stems))
        && !theirs.isEmpty
    }
    add(value: known?.value ?? words.lowercased(), label: known?.label ?? words, by)
  }

  /// Adds who gives an answer; the same voice of the same report is told once.
  mutating func add(value: String, label: String, _ by: Question.By) {
    guard let index = firstIndex(where: { $0.value == value }) else {
      append(.init(value: value, label: label, by: [by]))
      return
    }
    if !self[index].by.contains(where: { $0.report == by.report && $0.root == by.root }) {
      self[index].by.append(by)
    }
  }
}
