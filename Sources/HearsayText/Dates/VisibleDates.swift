/// Finds dates that readers of a page see, and those that its elements carry for scripts, and judges each by what it is
/// called, what stands before it, how near it is to the headline, and what holds it.
struct VisibleDates {
  private let document: HTMLDocument
  private let scanner: DateScanner
  private var surroundings: PageSurroundings
  private(set) var candidates: [DateCandidate] = []
  private var seen: [Seen] = []

  /// A candidate with what is needed to see that it is one of a list.
  private struct Seen {
    var candidate: DateCandidate
    let kind: String
    let distance: Int
  }

  // Trust and what is added to it; tuned together with ``MarkedDates`` and ``AddressDates`` on one half of the date pages.
  private static let dateLine = 30.0
  private static let shortLine = 20.0
  private static let runningText = 8.0
  private static let textStart = 20.0
  private static let textEnd = 14.0
  private static let timeElement = 24.0
  private static let labelWord = 30.0
  private static let otherWord = -40.0
  private static let mostTrust = 88.0
  private static let teaserPenalty = 22.0
  /// In a list beside the story, no date is that of the report.
  private static let asidePenalty = 60.0
  /// Months without a day head lists of older reports.
  private static let onlyMonth = 40.0
  /// A date that only a class name calls that of a change is perhaps none: themes call every date "updated".
  private static let calledChange = 26.0
  /// More dates than this are not looked at.
  private static let most = 3000
  /// Dates of one kind that many are a list of other reports.
  private static let listLength = 3
  private static let listPenalty = 16.0

  init(_ surroundings: PageSurroundings, parts: PageParts, scanner: DateScanner) {
    document = surroundings.document
    self.scanner = scanner
    self.surroundings = surroundings
    readProperties(parts)
    readStamps(parts)
    readText()
    readPieces(parts)
    settle()
  }

  // MARK: - Places

  private mutating func readProperties(_ parts: PageParts) {
    for index in parts.properties where seen.count < Self.most {
      let node = document.nodes[index]
      let names = [node.attributes["itemprop"], node.attributes["property"]].compactMap { $0 }
      let meanings = names.flatMap { $0.split(separator: " ") }.compactMap {
        MarkedDates.meaning(String($0))
      }
      guard let meaning = meanings.first else { continue }
      let values = [
        node.attributes["content"], node.attributes["datetime"], node.attributes["title"],
        // What holds more is not the date itself.
        node.name == "meta" || document.end(index) - index > 40 ? nil : document.text(index),
      ]
      let dates = values.compactMap { [scanner] value in
        value.flatMap { MarkedDates.date($0, scanner) }
      }
      guard let found = dates.first else { continue }
      let trust =
        meaning.trust - surroundings.penalty(index) + min(0, surroundings.nearness(index) - 10)
      add(found, .microdata, trust, index, kind: "property", isChange: meaning.isChange)
    }
  }

  private mutating func readStamps(_ parts: PageParts) {
    for index in parts.stamped where seen.count < Self.most {
      let node = document.nodes[index]
      for key in node.attributes.keys
      where key == "datetime" || key == "title" || key.hasPrefix("data-") {
        guard let value = node.attributes[key], value.utf8.count >= 8,
          let found = MarkedDates.date(value, scanner)
        else { continue }
        let isTime = node.name == "time" || key == "datetime" || node.name == "abbr"
        var judgement = Judgement(trust: (isTime ? Self.timeElement : 8) + Self.dateLine)
        judgement.take(surroundings.label(around: index, with: key.hasPrefix("data-") ? key : ""))
        judgement.take(surroundings.contextMeaning(before: index, ""), weight: 0.4)
        if node.attributes["pubdate"] != nil { judgement.trust += 20 }
        judgement.trust += surroundings.nearness(index)
        judgement.trust = min(judgement.trust, isTime ? Self.mostTrust : 60)
        judgement.trust -= surroundings.penalty(index)
        add(
          found, isTime ? .timeElement : .script, judgement, index,
          kind: surroundings.kind(of: index))
      }
    }
  }

  private mutating func readText() {
    var skippedUntil = 0
    for (index, node) in document.nodes.enumerated()
    where index >= skippedUntil && seen.count < 2 * Self.most {
      guard node.isText else {
        if PageSurroundings.unseen.contains(node.name) { skippedUntil = document.end(index) }
        continue
      }
      if DateShape.mayHoldDate(node.text) { readText(of: index) }
    }
  }

  private mutating func readText(of index: Int) {
    let text = document.nodes[index].text.collapsed
    if text.utf8.count > 320 {
      // Of running text only the beginning and the end may tell when it was published.
      let head = String(text.prefix(110))
      for found in scanner.dates(in: head).prefix(1) {
        judge(found, in: head, of: index, rest: text.utf8.count, isEnd: false)
      }
      let tail = String(text.suffix(110))
      for found in scanner.dates(in: tail).suffix(1) {
        judge(found, in: tail, of: index, rest: text.utf8.count, isEnd: true)
      }
    } else {
      for found in scanner.dates(in: text).prefix(4) {
        let date = text[found.start..<found.end].utf8.count
        let around = surroundings.isLine(index) ? 0 : surroundings.paragraphLength(index)
        let rest = max(text.utf8.count, around) - date
        judge(found, in: text, of: index, rest: rest, isEnd: found.end == text.endIndex)
      }
    }
  }

  /// What notices at the edge of a page say that tell of the site and not of the report.
  private static let notices = SubstringSets([
    ["copyright", "©", "(c) ", "all rights reserved", "last build", "generated ", "cached "]
  ])

  private mutating func judge(
    _ found: FoundDate, in text: String, of index: Int, rest: Int, isEnd: Bool
  ) {
    let parent = document.nodes[index].parent
    guard parent >= 0 else { return }
    if surroundings.penalty(index) >= DateLabels.outskirt, Self.notices.found(in: text) != 0 {
      return
    }
    let before = text[..<found.start]
    var judgement = Judgement(trust: Self.dateLine)
    var isRunning = false
    switch rest {
    case ..<28: break
    case ..<100: judgement.trust = Self.shortLine
    default:
      isRunning = true
      let isStart = before.utf8.count < 12
      judgement.trust = isStart ? Self.textStart : isEnd ? Self.textEnd : Self.runningText
    }
    if !isRunning { judgement.take(surroundings.label(around: parent, with: "")) }
    let context =
      surroundings.contextMeaning(before: index, String(before.suffix(60)))
      ?? surroundings.contextMeaning(after: index, String(text[found.end...].prefix(60)))
    judgement.take(context, weight: isRunning ? 0.5 : 1)
    if surroundings.isInTime(parent) { judgement.trust += Self.timeElement - 6 }
    if !found.hasFullYear { judgement.trust -= 6 }
    if found.date.clock != nil { judgement.trust += 4 }
    judgement.trust += surroundings.nearness(index) * (isRunning ? 0.35 : 1)
    judgement.trust = min(judgement.trust, Self.mostTrust)
    let penalty = surroundings.penalty(index)
    // "Published" in words makes up for a place at the edge.
    let isTold = context == .published || context == .changed
    judgement.trust -= isTold && penalty <= DateLabels.outskirt ? penalty / 2 : penalty
    if surroundings.isInHeadline(index) {
      judgement.trust = min(judgement.trust, before.utf8.count < 4 ? 40 : 24)
    }
    add(found, .visible, judgement, index, kind: surroundings.kind(of: parent))
  }

  /// Dates whose day, month and year are elements of their own.
  private mutating func readPieces(_ parts: PageParts) {
    for index in parts.labelled where seen.count < 3 * Self.most {
      let range = index..<document.end(index)
      guard range.count > 4, range.count < 24, surroundings.length(index) < 60 else { continue }
      var pieces: [String] = []
      for child in range where document.nodes[child].isText {
        let piece = document.nodes[child].text.collapsed
        if !piece.isEmpty { pieces.append(piece) }
      }
      guard pieces.count > 1 else { continue }
      let text = pieces.joined(separator: " ")
      guard DateShape.mayHoldDate(text), let label = DateLabels.label(document.nodes[index].labels),
        label.weight >= 16, !pieces.contains(where: { !scanner.dates(in: $0).isEmpty }),
        let found = scanner.dates(in: text).first
      else { continue }
      var judgement = Judgement(trust: Self.dateLine - 4)
      judgement.take(label)
      judgement.trust += surroundings.nearness(index)
      judgement.trust = min(judgement.trust, Self.mostTrust) - surroundings.penalty(index)
      add(found, .visible, judgement, index, kind: surroundings.kind(of: index))
    }
  }

  // MARK: - Judging

  /// How far a date is trusted so far, and whether it seems to be that of a change.
  private struct Judgement {
    var trust: Double
    var isChange = false
    /// Whether only the name of an element calls it a change.
    var isOnlyCalledSo = false

    mutating func take(_ label: DateLabels.Label?) {
      guard let label else { return }
      trust += label.weight
      isChange = label.meaning == .changed
      isOnlyCalledSo = isChange
    }

    mutating func take(_ context: DateLabels.Meaning?, weight: Double) {
      guard let context else { return }
      trust += context == .other ? VisibleDates.otherWord : VisibleDates.labelWord * weight
      if context == .changed {
        isChange = true
        isOnlyCalledSo = false
      } else if context == .published {
        isChange = false
      }
    }
  }

  private mutating func add(
    _ found: FoundDate, _ place: DateCandidate.Place, _ judgement: Judgement, _ index: Int,
    kind: String
  ) {
    add(found, place, judgement.trust, index, kind: kind, isChange: judgement.isChange)
    if judgement.isChange, judgement.isOnlyCalledSo {
      add(found, place, judgement.trust - Self.calledChange, index, kind: kind, isChange: false)
    }
  }

  private mutating func add(
    _ found: FoundDate, _ place: DateCandidate.Place, _ trust: Double, _ index: Int, kind: String,
    isChange: Bool
  ) {
    let isMarked = place == .microdata
    guard (isMarked ? WrittenDate.markedYears : WrittenDate.recentYears).contains(found.date.year),
      !found.date.isNoDate
    else { return }
    var trust = trust
    if !isMarked, surroundings.isTeaser(index) { trust -= Self.teaserPenalty }
    if !isMarked, surroundings.isListedAside(index) { trust -= Self.asidePenalty }
    if found.date.day == nil { trust -= Self.onlyMonth }
    seen.append(
      Seen(
        candidate: DateCandidate(
          date: found.date, other: found.other, place: place, trust: trust, isChange: isChange),
        kind: kind, distance: surroundings.distance(index)))
  }

  /// Takes trust from those that are one of many of their kind, but for the one nearest to the headline.
  private mutating func settle() {
    var groups: [String: [Int]] = [:]
    for (index, one) in seen.enumerated() where !one.candidate.isChange {
      groups[one.kind, default: []].append(index)
    }
    for group in groups.values {
      let days = Set(group.compactMap { seen[$0].candidate.date.dayNumber })
      guard days.count >= Self.listLength,
        let nearest = group.min(by: { seen[$0].distance < seen[$1].distance })
      else { continue }
      for index in group where index != nearest { seen[index].candidate.trust -= Self.listPenalty }
    }
    candidates = seen.map(\.candidate)
  }
}
