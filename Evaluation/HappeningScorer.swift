import Foundation
import HearsayRecords

/// Compares one report's reading with what a coder recorded of it.
struct HappeningScorer {
  private let report: CodedReport
  private let reading: Reading
  private let bytes: [UInt8]
  private let names: [String: String]
  /// Coded mentions: which happening, and where the words stand.
  private var gold: [(told: Int, mention: CodedReport.Mention, span: Range<Int>?)] = []
  /// Coded mention → index of the event that counts for it.
  private var match: [Int: Int] = [:]

  init(report: CodedReport, reading: Reading) {
    self.report = report
    self.reading = reading
    bytes = Array(reading.report.text.utf8)
    var names: [String: String] = [:]
    for entity in reading.entities {
      names[entity.id] = ([entity.name] + entity.aliases).joined(separator: " ")
    }
    for place in reading.places where names[place.id] == nil { names[place.id] = place.name }
    self.names = names
    let starts = report.starts(in: reading.report.text)
    for (index, told) in report.happenings.enumerated() {
      for mention in told.mentions {
        gold.append(
          (index, mention, report.span(of: mention, in: reading.report.text, starts: starts)))
      }
    }
    match = matched()
  }

  /// The best pairs first: of one type, then those that share most characters, then in the order of the text.
  private func matched() -> [Int: Int] {
    var pairs: [(typed: Int, shared: Int, gold: Int, event: Int)] = []
    for (index, coded) in gold.enumerated() {
      guard let span = coded.span else { continue }
      for (number, event) in reading.events.enumerated()
      where event.trigger.start < span.upperBound && span.lowerBound < event.trigger.end {
        let shared =
          min(event.trigger.end, span.upperBound) - max(event.trigger.start, span.lowerBound)
        let typed = event.type == report.happenings[coded.told].type ? 1 : 0
        pairs.append((typed, shared, -index, -number))
      }
    }
    var match: [Int: Int] = [:]
    var used: Set<Int> = []
    for pair in pairs.sorted(by: { $0 > $1 })
    where match[-pair.gold] == nil && !used.contains(-pair.event) {
      match[-pair.gold] = -pair.event
      used.insert(-pair.event)
    }
    return match
  }

  func counts() -> Happenings.Counts {
    var counts = Happenings.Counts()
    counts.coded = gold.count
    counts.read = reading.events.count
    counts.found = match.count
    for (index, number) in match { add(gold[index], reading.events[number], to: &counts) }
    addSame(to: &counts)
    addParts(to: &counts)
    return counts
  }

  private func add(
    _ coded: (told: Int, mention: CodedReport.Mention, span: Range<Int>?), _ event: Event,
    to counts: inout Happenings.Counts
  ) {
    let real: Set<EventStatus> = [.happened, .ongoing]
    let mention = coded.mention
    if event.type == report.happenings[coded.told].type { counts.typed += 1 }
    if event.status == mention.status || real.isSuperset(of: [event.status, mention.status]) {
      counts.status += 1
    }
    let speaker = event.saidBy.flatMap { id in reading.claims.first { $0.id == id } }.map(mouth)
    if (mention.said == nil) == (speaker == nil) { counts.voice += 1 }
    if let said = mention.said {
      counts.mouths += 1
      if let speaker, said == "?" || shares(said, speaker) { counts.mouth += 1 }
    }
    if real.contains(event.status), speaker == nil {
      counts.flat += 1
      if !real.contains(mention.status) || mention.said != nil { counts.sins += 1 }
    }
  }

  private func mouth(_ claim: Claim) -> String {
    let source = claim.source.map(exact) ?? ""
    return source + " " + (claim.speaker.flatMap { names[$0] } ?? "")
  }

  private func exact(_ span: TextSpan) -> String {
    String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }

  // MARK: - One happening

  /// The happening that an event was settled into; an event in none stands alone.
  private var group: [String: String] {
    var group: [String: String] = [:]
    for happening in reading.happenings {
      for event in happening.events { group[event] = happening.id }
    }
    return group
  }

  private func addSame(to counts: inout Happenings.Counts) {
    let group = group
    let read = match.mapValues { number in
      group[reading.events[number].id] ?? "event " + reading.events[number].id
    }
    for index in match.keys {
      let own = match.keys.filter { gold[$0].told == gold[index].told }
      let ours = match.keys.filter { read[$0] == read[index] }
      let both = Double(Set(own).intersection(ours).count)
      counts.precision += both / Double(ours.count)
      counts.recall += both / Double(own.count)
    }
  }

  // MARK: - Parts

  private func addParts(to counts: inout Happenings.Counts) {
    let group = group
    let happenings = Dictionary(uniqueKeysWithValues: reading.happenings.map { ($0.id, $0) })
    for (index, told) in report.happenings.enumerated() {
      let mine = match.filter { gold[$0.key].told == index }.sorted { $0.key < $1.key }
      if told.mentions.count > 1 || told.mentions.contains(where: { $0.paragraph == 0 }) {
        counts.main += 1
        if mine.contains(where: { reading.events[$0.value].type == told.type }) {
          counts.mainFound += 1
        }
      }
      let ids = mine.compactMap { group[reading.events[$0.value].id] }
      let best = Dictionary(grouping: ids) { $0 }.max {
        ($0.value.count, $1.key) < ($1.value.count, $0.key)
      }?.key
      let happening = best.flatMap { happenings[$0] }
      for role in ["actor", "recipient", "place", "time"] {
        let wanted = told.roles.filter { $0.role == role }.map(\.words)
        var left = happening.map { parts($0, role) } ?? []
        let read = left.count
        var right = 0
        for words in wanted {
          if let hit = left.firstIndex(where: { PlainWords.alike(words, $0) }) {
            left.remove(at: hit)
            right += 1
          }
        }
        let own = counts.roles[role] ?? (0, 0, 0)
        counts.roles[role] = (own.0 + right, own.1 + read, own.2 + wanted.count)
      }
      addFigures(told, happening, to: &counts)
    }
  }

  private func parts(_ happening: Happening, _ role: String) -> [String] {
    let slots: [Slot] =
      switch role {
      case "actor": happening.actors
      case "recipient": happening.recipients
      case "place": happening.places
      default: happening.times
      }
    return slots.map { slot in
      if role == "time" {
        let time = slot.id.flatMap { id in reading.times.first { $0.id == id } }
        return exact(time?.evidence ?? slot.span)
      }
      return slot.id.flatMap { names[$0] } ?? exact(slot.span)
    }.distinct
  }

  private func addFigures(
    _ told: CodedReport.Told, _ happening: Happening?, to counts: inout Happenings.Counts
  ) {
    let free: Set<String> = ["other", "participants", "weapons", "votes", "seats", "money"]
    var left =
      happening.map { happening in
        reading.figures.filter { figure in
          happening.figures.contains(figure.id)
            || figure.about.map(happening.events.contains) ?? false
        }
      } ?? []
    counts.figures.read += left.count
    counts.figures.coded += told.counts.count
    for count in told.counts {
      let hit = left.firstIndex { figure in
        let words = PlainWords.of(figure.evidence.map(exact).joined(separator: " "))
        let shared = words.intersection(PlainWords.of(count.words))
          .subtracting(["least", "about", "more", "than"])
        return !shared.isEmpty
          && ((figure.counts ?? "").contains(count.what) || free.contains(count.what))
      }
      if let hit {
        left.remove(at: hit)
        counts.figures.right += 1
      }
    }
  }

  // MARK: - Words

  private func shares(_ one: String, _ other: String) -> Bool {
    PlainWords.alike(one, other) || !PlainWords.of(one).isDisjoint(with: PlainWords.of(other))
  }
}
