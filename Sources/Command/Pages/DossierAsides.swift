import HearsayRecords
import HearsayStories

/// What a dossier tells beside the happenings themselves, one line each: what is open, who judged, what else was said.
struct DossierAsides: Sendable {
  let index: ReadingIndex
  /// The numbers of the happenings on the page, by id.
  let numbers: [String: String]

  // MARK: Open

  /// The questions that the report leaves open, or on which its voices differ.
  func open() -> [StyledText] {
    OpenPoints.points(in: index.reading).compactMap { point in
      guard let number = numbers[point.happening] else { return nil }
      return line(point, number)
    }
  }

  private func line(_ point: OpenPoint, _ number: String) -> StyledText {
    let question =
      switch point.question {
      case .happened: "did \(number) happen: "
      case .who: "who did \(number): "
      case .howMany(let counts): "how many \(counts.safeLine), \(number): "
      }
    return StyledText(question)
      + StyledText(point.answers.map { answer($0, point) }, separator: StyledText("; "))
  }

  private func answer(_ answer: OpenPoint.Answer, _ point: OpenPoint) -> StyledText {
    let voices = ReadingIndex.list(answer.voices.map { index.voiceName(of: $0) })
    var text = StyledText()
    switch answer.content {
    case .status(let status):
      let isDenied = status == .denied || status == .negated
      text.append(isDenied ? "no" : "yes", isDenied ? .denied : .said)
      text.append(", says \(voices)")
    case .party(let slot):
      let name = slot.id.map(index.name) ?? index.words(slot.span)
      if answer.voices.contains(where: { isOwn($0, slot) }) {
        text.append(point.answers.count == 1 ? "only " : "")
        text.append(name, .alleged)
        text.append("\(name.hasSuffix("s") ? "’" : "’s") own claim")
      } else {
        text.append(name, .alleged)
        text.append(answer.voices == [nil] ? " is named" : ", says \(voices)")
      }
    case .denial(let party):
      text.append(index.name(party), .denied)
      text.append(" denies it")
    case .nobody:
      text.append("nobody has claimed it")
    case .figure(let figure):
      text.append(figure.amount, .heading)
      text.append(", says \(voices)")
    }
    return text
  }

  private func isOwn(_ claim: String?, _ slot: Slot) -> Bool {
    guard let claim = claim.flatMap({ index.claims[$0] }) else { return false }
    return claim.act == .claimResponsibility || (slot.id != nil && claim.speaker == slot.id)
  }

  // MARK: Judged

  private static let judging: [ClaimAct] = [.condemn, .praise, .apologise, .doubt]

  /// Who condemned, praised, doubted or apologised for what; all that did the same to one happening on one line.
  func judged() -> [StyledText] {
    var lines: [(what: String, who: [String], style: Style)] = []
    for claim in index.reading.claims where Self.isJudgement(claim) {
      let who = index.speaker(of: claim) ?? "somebody unnamed"
      let what = "\(claim.act.verb) \(target(of: claim))"
      if let same = lines.firstIndex(where: { $0.what == what }) {
        if !lines[same].who.contains(who) { lines[same].who.append(who) }
      } else {
        lines.append((what, [who], claim.act.style))
      }
    }
    return lines.map { line in
      var text = StyledText(ReadingIndex.list(line.who), .speaker)
      text.append(" \(line.what)", line.style)
      return text
    }
  }

  private static func isJudgement(_ claim: Claim) -> Bool {
    judging.contains(claim.act) && claim.polarity == .positive
  }

  /// The number of the happening that a claim is about, else the words.
  private func target(of claim: Claim) -> String {
    let about = index.reading.happenings.filter { happening in
      !Set(happening.events).isDisjoint(with: claim.about)
    }
    let told = about.compactMap { numbers[$0.id] }
    guard told.isEmpty else { return ReadingIndex.list(told) }
    return claim.content.map(index.words).joined(separator: " … ")
  }

  // MARK: Said

  /// What is said that no happening carries: the speaker and the words.
  func said() -> [StyledText] {
    let events = index.reading.events
    let carried = Set(
      events.compactMap(\.saidBy) + index.reading.figures.compactMap(\.saidBy)
        + index.reading.happenings.flatMap { happening in
          happening.claims + happening.statuses.compactMap(\.saidBy)
        })
    var told: Set<String> = []
    return index.reading.claims.filter { claim in
      claim.parent == nil && claim.about.isEmpty && !carried.contains(claim.id)
        && !Self.isJudgement(claim) && !claim.content.isEmpty
        && index.speaker(of: claim) != nil
    }.map { claim in
      var text = StyledText()
      if claim.polarity == .negative { text.append("not said: ", .denied) }
      text.append(index.speaker(of: claim) ?? "", .speaker)
      text.append(" ")
      text.append(claim.act.verb, claim.act.style)
      text.append(": " + claim.content.map(index.words).joined(separator: " … "))
      return text
    }.filter { told.insert($0.plain).inserted }
  }
}
