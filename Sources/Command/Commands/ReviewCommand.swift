import FoundationEssentials
import HearsayDesk
import HearsayLedger
import HearsayRecords
import HearsayStories

/// `hearsay review`.
enum ReviewCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> Outcome {
    let snapshot = try LedgerDoor.snapshot(invocation, console)
    let person = LedgerDoor.person(invocation, console)
    let book = try DecisionBook(path: snapshot.path)
    let asked =
      (invocation.has("blind") ? ["blind=1"] : []) + ["order=\(invocation["order"] ?? "")"]
    var visit = try Visit(
      DeskRequest(.get, "/review?" + asked.joined(separator: "&")), snapshot, person: person)
    visit.tables = try StoryDoor.tables(console)
    visit.file = try DeskFile(besideLedger: snapshot.path)
    let items = try ReviewQueue(visit).items()
    guard !items.isEmpty else {
      console.tell("nothing waits for \(person)")
      return .nothingFound
    }
    let most = min(items.count, invocation.number("limit") ?? items.count)
    var session = Session(
      person: person, book: book, console: console, colors: console.usesColors(invocation),
      isBlind: invocation.has("blind"))
    var number = 0
    while number < most {
      try session.show(items[number], "\(number + 1) of \(most)")
      guard let step = try session.decide(items[number]) else { break }
      number = max(0, number + step)
    }
    if !invocation.has("quiet") {
      console.tell("\(Counted.words(session.made, "decision")) kept as \(person)")
    }
    return session.made > 0 ? .done : .nothingFound
  }

  /// One person at a terminal.
  private struct Session {
    let person: String
    let book: DecisionBook
    let console: Console
    let colors: Bool
    let isBlind: Bool
    /// Decisions that were kept, undone ones not among them.
    var made = 0
    /// The numbers of what was kept in this session, the newest last.
    private var kept: [(number: Int, decision: Decision)] = []

    init(
      person: String, book: DecisionBook, console: Console, colors: Bool, isBlind: Bool
    ) {
      self.person = person
      self.book = book
      self.console = console
      self.colors = colors
      self.isBlind = isBlind
    }

    func show(_ item: ReviewQueue.Item, _ place: String) throws {
      var lines = [StyledText("")]
      lines += AnswerPrinter.heading(of: item.line, width: console.width)
      if let span = item.words {
        let around = item.index.surroundings(of: span, characters: 200)
        var text = StyledText(around.before)
        text.append("[" + item.index.words(span).safeLine + "]", .alleged)
        text.append(around.after)
        lines += text.wrapped(width: console.width, first: "  ", rest: "  ")
      }
      lines += StyledText(ReviewCommand.words(item), .heading)
        .wrapped(width: console.width, first: "  ", rest: "    ")
      if !isBlind, let state = item.state.words { lines.append(StyledText("  \(state)", .faint)) }
      for note in item.notes where !isBlind || note.person == person {
        let about = note.words.map { "“\($0.exact.safeLine)”" } ?? "the report"
        lines += StyledText("note by \(note.person) on \(about): \(note.reason.safeLine)", .faint)
          .wrapped(width: console.width, first: "  ", rest: "    ")
      }
      let keys =
        item.pair == nil
        ? "a accept  e edit  r reject  d dispute  n note  w note on words  s j skip  k back  u undo  o source  q end"
        : "a same  r not the same  d dispute  n note  s j skip  k back  u undo  o source  q end"
      lines.append(StyledText("  \(place)   \(keys)", .faint))
      try console.print(lines, colors: colors)
    }

    /// Waits for keys until one goes on.
    ///
    /// - Returns: How many things to go on by, or back; `nil` to end.
    mutating func decide(_ item: ReviewQueue.Item) throws -> Int? {
      while let key = Terminal.key() {
        let isPair = item.pair != nil
        switch key {
        case "a": try keep(isPair ? .same : .accept, item, reason: "")
        case "r": try keep(isPair ? .notSame : .reject, item, reason: reason())
        case "d": try keep(.dispute, item, reason: reason())
        case "n":
          try keep(.note, item, reason: reason())
          continue
        case "w":
          try note(item)
          continue
        case "e" where !isPair:
          guard try edit(item) else { continue }
        case "u":
          try undo()
          continue
        case "o":
          console.tell(item.line.report.url ?? item.line.address)
          continue
        case "s", "j": break
        case "k": return -1
        case "q": return nil
        default: continue
        }
        return 1
      }
      return nil
    }

    /// Asks for a field and what it is to be instead.
    ///
    /// - Returns: Whether anything was kept; a value that the field does not take is told, and nothing is.
    private mutating func edit(_ item: ReviewQueue.Item) throws -> Bool {
      let positions = item.index.positions
      let read = try seen(item) ?? "{}"
      let edit = RecordEdit(shown: item.shown, read: read, positions: positions)
      for field in edit.fields { console.tell("\(field.name): \(field.now)") }
      console.ask("  field: ")
      let field = Terminal.typed()
      guard !field.isEmpty else { return false }
      console.ask("  value: ")
      do {
        let values = try edit.values(field, Terminal.typed())
        try keep(.edit, item, reason: reason(), values: values)
        return true
      } catch let fault as DeskFault {
        console.tell(fault.words)
        return false
      }
    }

    /// Asks for words of the report's text, and what is to be noted of them; no words mean the whole report.
    private mutating func note(_ item: ReviewQueue.Item) throws {
      console.ask("  words: ")
      let typed = Terminal.typed()
      let positions = item.index.positions
      do {
        let words = try NotedWords(typed: typed, in: positions)
        console.ask("  note: ")
        let reason = String(Terminal.typed().prefix(2000))
        guard !reason.isEmpty else { return }
        let decision = Decision(
          made: Date().ledgerText, person: person, verdict: .note,
          target: Decision.Target(report: item.line.key), values: words?.json, reason: reason,
          blind: isBlind || item.isBlind)
        kept.append((try book.keep(decision), decision))
        made += 1
      } catch let fault as DeskFault {
        console.tell(fault.words)
      }
    }

    /// The record as it was read, as JSON.
    private func seen(_ item: ReviewQueue.Item) throws -> String? {
      let seen = item.read.records(of: item.kind).first { $0.recordID == item.record }
      return try (seen ?? item.shown).contract(item.index.positions)
    }

    private func reason() -> String {
      console.ask("  why: ")
      let line = Terminal.typed()
      if let digit = Int(line), ReviewReasons.all.indices.contains(digit - 1) {
        return ReviewReasons.all[digit - 1]
      }
      return String(line.prefix(2000))
    }

    private mutating func keep(
      _ verdict: Decision.Verdict, _ item: ReviewQueue.Item, reason: String, values: String? = nil
    ) throws {
      let decision = Decision(
        made: Date().ledgerText, person: person, verdict: verdict,
        target: item.pair?.target
          ?? Decision.Target(
            report: item.line.key, kind: item.kind, record: item.record),
        other: item.pair?.other,
        seen: try seen(item), values: values, reason: reason, blind: isBlind || item.isBlind)
      kept.append((try book.keep(decision), decision))
      made += 1
    }

    private mutating func undo() throws {
      guard let last = kept.popLast() else {
        console.tell("nothing of this run is left to undo")
        return
      }
      var undo = last.decision
      undo.verdict = .undo
      undo.made = Date().ledgerText
      undo.undoes = last.number
      undo.seen = nil
      undo.reason = ""
      try book.keep(undo)
      made -= 1
      let what = last.decision.target.record
      console.tell(
        "undone: \(last.decision.verdict.rawValue) of \(what.isEmpty ? "the report" : what)")
    }
  }

  /// What is to be decided, on a line.
  private static func words(_ item: ReviewQueue.Item) -> String {
    if let pair = item.pair { return "Same happening? " + pair.link.words.safeLine }
    let reading = item.index.reading
    if let happening = reading.happenings.first(where: { $0.id == item.record }) {
      let standing = Standing(happening, item.index)
      let who = happening.actors.map { $0.id.map(item.index.name) ?? item.index.words($0.span) }
      let by = who.isEmpty ? "" : ", by \(ReadingIndex.list(who.map(\.safeLine)))"
      return
        "\(happening.type.rawValue) \(happening.label.safeLine) (\(standing.mark) \(standing.word))\(by)"
    }
    if let claim = reading.claims.first(where: { $0.id == item.record }) {
      let who = item.index.speaker(of: claim) ?? "somebody unnamed"
      return "CLAIM \(who.safeLine), \(claim.act.rawValue), \(claim.certainty.rawValue)"
    }
    return "\(item.kind.rawValue) \(item.record)"
  }
}

extension Record {
  /// The record as JSON of the contract.
  fileprivate func contract(_ positions: PositionMap) throws -> String {
    try ContractWriter(positions: positions).json(self)
  }
}
