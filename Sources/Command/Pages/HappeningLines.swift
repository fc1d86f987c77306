import HearsayRecords
import HearsayStories

/// Happenings as people read them: what, where and when on a line with how it stands, then who, whom, with what and how
/// many, and who says each.
struct HappeningLines: Sendable {
  let index: ReadingIndex
  let width: Int
  /// Whether the words stand below that each was read from.
  var showsEvidence = false

  /// The words by which labels join a part to the name of what happened.
  private static let joints: Set<Substring> = [
    "of", "on", "against", "with", "for", "to", "from", "by", "at", "in",
  ]
  /// So many places stand in the head.
  private static let mostPlaces = 3
  /// Columns before the values of rows.
  private static let indent = 13

  /// One part of a happening: what it is, the words, and in whose mouth.
  struct Row: Hashable {
    let label: String
    var value: StyledText
    var voice: String?
    /// Where it stands in the text.
    var at: TextSpan?
  }

  /// A happening with each part on a row of its own.
  func lines(of happening: Happening, number: String = "") -> [StyledText] {
    head(of: happening, number: number) + rows(of: happening).flatMap(lines) + evidence(happening)
  }

  /// A happening with its parts in running words.
  func briefLines(of happening: Happening, number: String = "") -> [StyledText] {
    guard !showsEvidence else { return lines(of: happening, number: number) }
    let indent = StyledText("   ")
    let parts = rows(of: happening).map { row in
      var part = StyledText(row.label, .faint)
      part.append(" ")
      part += row.value
      if let voice = row.voice { part.append(" (\(voice))", .faint) }
      return part
    }
    return head(of: happening, number: number)
      + (parts.isEmpty
        ? []
        : StyledText(parts, separator: StyledText(" · ", .faint))
          .wrapped(width: width, first: indent, rest: indent))
  }

  // MARK: The head

  /// The number, the label, where and when, with how it stands at the end of the line.
  func head(of happening: Happening, number: String) -> [StyledText] {
    let standing = Standing(happening, index)
    var mark = StyledText(standing.mark + " ", standing.style)
    mark.append(standing.word, standing.style)
    let first = StyledText(number.isEmpty ? "" : number.paddedToColumns(2) + " ", .faint)
    var lines = title(of: happening).wrapped(
      width: max(20, width - mark.width - 2), first: first, rest: "   ")
    lines[0].append(String(repeating: " ", count: max(2, width - mark.width - lines[0].width)))
    lines[0] += mark
    return lines
  }

  private func title(of happening: Happening) -> StyledText {
    let words = label(of: happening).split(separator: " ", omittingEmptySubsequences: true)
    // The whole name of what happened stands out, "AIR STRIKE on": it ends where its first part begins.
    let name = words.prefix { !Self.joints.contains($0) && !$0.hasPrefix("“") }
    let end = name.firstIndex { $0.hasSuffix(",") }.map { $0 + 1 } ?? name.endIndex
    var title = StyledText(
      words[..<end].map { $0.uppercased() }.joined(separator: " "), .heading)
    for word in words[end...] { title.append(" " + word, .heading) }
    let plain = title.plain.lowercased()
    let places = distinct(names(of: happening.places.filter { !$0.lent })).filter {
      !plain.contains($0.lowercased())
    }
    if !places.isEmpty {
      title.append(", " + places.prefix(Self.mostPlaces).joined(separator: ", "))
    }
    let times = happening.times.filter { !$0.lent }.compactMap { slot in
      let time = slot.id.flatMap { index.times[$0] }
      return time?.shown ?? index.words(time?.evidence ?? slot.span)
    }
    if let time = times.first, !plain.contains(time.lowercased()) { title.append(", " + time) }
    return title
  }

  /// The label, or the kind and the words of the first mention where there is none.
  private func label(of happening: Happening) -> String {
    let label = happening.label.safeLine
    // A label that found nothing to tell names the status, which stands at the end of the line anyway.
    let status = ", \(happening.status.rawValue)"
    guard label.isEmpty || label.hasSuffix(status) else { return label }
    let kind =
      label.isEmpty
      ? happening.type.rawValue + (happening.mode.map { " (\($0.safeLine))" } ?? "")
      : String(label.dropLast(status.count))
    let words = happening.events.first.flatMap { index.events[$0] }.map { index.words($0.trigger) }
    return kind + (words.map { " “\($0)”" } ?? "")
  }

  // MARK: The rows

  /// What the head does not tell already.
  private func rows(of happening: Happening) -> [Row] {
    let tellers = tellers(of: happening)
    var rows = self.rows("by", happening.actors)
    rows += blamed(happening)
    rows += self.rows("to", happening.recipients)
    rows += self.rows("with", happening.instruments)
    rows += self.rows("at", happening.places.filter(\.lent))
    rows += self.rows("when", happening.times.filter(\.lent)) + laterTimes(happening)
    rows += tolls(happening)
    rows += otherStatuses(happening)
    // Of what one voice alone tells, the parts are its words as well.
    if tellers.count == 1 {
      for index in rows.indices where rows[index].voice == tellers[0] { rows[index].voice = nil }
    }
    let label = label(of: happening).lowercased()
    rows.removeAll { row in
      row.voice == nil && ["by", "to", "with"].contains(row.label)
        && label.contains(row.value.plain.lowercased())
    }
    guard !tellers.isEmpty else { return rows }
    let isDenied = happening.status == .denied
    return [
      Row(
        label: isDenied ? "denied by" : "said by",
        value: StyledText(ReadingIndex.list(tellers), .speaker))
    ] + rows
  }

  /// Who tells it, where the reporter does not himself.
  private func tellers(of happening: Happening) -> [String] {
    guard !Standing.isTold(happening, index) else { return [] }
    var names: [String] = []
    for event in happening.events.compactMap({ index.events[$0] })
    where event.saidBy != nil && event.status == happening.status {
      let name = index.voiceName(of: event.saidBy)
      if !names.contains(name) { names.append(name) }
    }
    for told in happening.statuses where told.saidBy != nil && told.status == happening.status {
      let name = index.voiceName(of: told.saidBy)
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// Parts of one role, those of one voice on one row.
  private func rows(_ label: String, _ slots: [Slot]) -> [Row] {
    var rows: [Row] = []
    var voices: [String?: Int] = [:]
    var seen: Set<[String?]> = []
    for slot in slots {
      let voice = slot.saidBy.map { index.voiceName(of: $0) }
      let name = name(of: slot)
      guard seen.insert([voice, name]).inserted else { continue }
      var value = StyledText(name, slot.saidBy == nil ? .plain : .alleged)
      if slot.lent { value.append(" (told elsewhere)", .faint) }
      if let row = voices[voice] {
        rows[row].value.append(", ")
        rows[row].value += value
      } else {
        voices[voice] = rows.count
        rows.append(Row(label: label, value: value, voice: voice, at: slot.span))
      }
    }
    // What somebody tells of himself: his name twice on a row would say less.
    for index in rows.indices where rows[index].voice == rows[index].value.plain {
      rows[index].voice = "own account"
    }
    return rows
  }

  /// Who claims it, and who is blamed by whom.
  private func blamed(_ happening: Happening) -> [Row] {
    let isOwn: (Slot) -> Bool = { slot in
      guard let claim = slot.saidBy.flatMap({ index.claims[$0] }) else { return false }
      return claim.act == .claimResponsibility || (slot.id != nil && claim.speaker == slot.id)
    }
    let own = happening.blamed.filter(isOwn).map { slot in
      var slot = slot
      slot.saidBy = nil
      return slot
    }
    return rows("claimed", own) + rows("blamed", happening.blamed.filter { !isOwn($0) })
  }

  private func laterTimes(_ happening: Happening) -> [Row] {
    let own = happening.times.filter { !$0.lent }
    return rows("when", own.dropFirst().filter { name(of: $0) != own.first.map(name) })
  }

  private func tolls(_ happening: Happening) -> [Row] {
    var rows: [Row] = []
    let figures = happening.figures.compactMap { index.figures[$0] }
    for figure in figures {
      let toll = Toll.of(figure)
      if toll == nil, !showsEvidence, isOnlyNamed(figure, figures) { continue }
      var counts = figure.counts.map { toll?.rest(of: $0) ?? $0 } ?? ""
      // The amount tells its unit already.
      if let unit = figure.unit {
        counts = counts.split(separator: " ").filter { $0.lowercased() != unit }
          .joined(separator: " ")
      }
      var value = StyledText(figure.amount, .heading)
      if !counts.isEmpty { value.append(" \(counts.safeLine)") }
      if let of = figure.of { value.append(" of \(index.name(of))") }
      let label = toll?.rawValue ?? "count"
      let voice = figure.saidBy.map { index.voiceName(of: $0) }
      let same = rows.firstIndex { $0.label == label && $0.value.plain == value.plain }
      guard let same else {
        rows.append(Row(label: label, value: value, voice: voice, at: figure.evidence.first))
        continue
      }
      // One count of several voices is told once, with all of them.
      let outlet = index.voiceName(of: nil)
      let voices = [rows[same].voice ?? outlet, voice ?? outlet]
      if voices[0] != voices[1], !voices[0].split(separator: ", ").contains(voices[1][...]) {
        rows[same].voice = voices.joined(separator: ", ")
      }
    }
    return rows
  }

  /// "A truck": one of something that no other number counts is told by its name already.
  private func isOnlyNamed(_ figure: Figure, _ all: [Figure]) -> Bool {
    figure.value == 1 && figure.by.record.contains("one-of-something")
      && all.allSatisfy { $0.value == 1 || $0.counts != figure.counts }
  }

  /// What other voices tell of it: that it did not happen, that it is only planned.
  private func otherStatuses(_ happening: Happening) -> [Row] {
    var rows: [Row] = []
    for told in happening.statuses where told.status != happening.status {
      let voice = index.voiceName(of: told.saidBy)
      let row: Row? =
        switch told.status {
        case .denied: Row(label: "denied", value: StyledText("by " + voice, .denied))
        case .negated:
          Row(label: "but", value: StyledText("it did not happen, says \(voice)", .denied))
        // How the report itself tells another mention is in the status already.
        case _ where told.saidBy == nil: nil
        default:
          Row(label: "but", value: StyledText("\(told.status.rawValue), says \(voice)", .planned))
        }
      if let row, !rows.contains(row) { rows.append(row) }
    }
    return rows
  }

  private func names(of slots: [Slot]) -> [String] {
    var names: [String] = []
    for slot in slots where !names.contains(name(of: slot)) { names.append(name(of: slot)) }
    return names
  }

  private func name(of slot: Slot) -> String {
    let words = index.words(slot.span)
    guard let id = slot.id else { return words }
    switch slot.kind {
    case .time: return index.times[id]?.shown ?? words
    // A place is called as the report calls it: "Dagestan", and not what the gazetteer knows it by.
    case .place where words.contains(where: \.isUppercase) && words.count <= Self.longest:
      return words
    default: return index.name(id)
    }
  }

  /// Names of which none is a part of another: of "Dagestani" and "Dagestan" the shorter stays.
  private func distinct(_ names: [String]) -> [String] {
    names.filter { name in
      !names.contains { $0.count < name.count && name.lowercased().hasPrefix($0.lowercased()) }
    }
  }

  /// Words for a place with more letters than this give way to its name.
  private static let longest = 40

  /// The words on the left, whose they are on the right.
  private func lines(of row: Row) -> [StyledText] {
    let first = StyledText("   " + row.label.paddedToColumns(Self.indent - 4) + " ", .faint)
    let rest = StyledText(String(repeating: " ", count: Self.indent))
    var value = row.value
    if showsEvidence, let at = row.at { value.append(" \(index.location(at))", .faint) }
    guard let voice = row.voice else {
      return value.wrapped(width: width, first: first, rest: rest)
    }
    let column = min(max(Self.indent + 20, width * 11 / 20), width - 10)
    var lines = value.wrapped(width: column - 2, first: first, rest: rest)
    let voices = StyledText(voice, .speaker).wrapped(width: max(10, width - column))
    for (offset, voice) in voices.enumerated() {
      if offset == lines.count { lines.append("") }
      lines[offset].append(String(repeating: " ", count: max(2, column - lines[offset].width)))
      lines[offset] += voice
    }
    return lines
  }

  /// The words that tell it, each with where they stand.
  private func evidence(_ happening: Happening) -> [StyledText] {
    guard showsEvidence else { return [] }
    let events = EventLines(index: index, width: width)
    return happening.events.compactMap { index.events[$0] }.flatMap { event in
      events.words(event, Standing(event)).wrapped(width: width, first: "     ", rest: "     ")
    }
  }
}

extension String {
  /// With blanks behind it up to so many columns.
  func paddedToColumns(_ columns: Int) -> String {
    self + String(repeating: " ", count: max(0, columns - terminalWidth))
  }
}
