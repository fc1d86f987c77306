import Foundation
import Hearsay
import HearsayRecords

/// Short texts of our own with the claims that a careful coder records (`Probes/claims.jsonl`, `Probes/README.md`).
///
/// A field counts for an expected claim when the coder or the reading gives it a value; act, polarity, certainty and
/// speaker always count. A claim that is missed makes all its fields wrong, one too many is one wrong field, and a text
/// without claims that is read without any is one right field. Of the unseen third nothing but the sums is ever printed.
enum ClaimProbes {
  static let measure = Measure(name: "probes.claims", needs: [], run: run)

  @Sendable private static func run(_ data: URL) throws -> [Score] {
    let file = Folders.root.appending(path: "Evaluation/Probes/claims.jsonl")
    let reader = try Hearsay.Reader(
      Resources(environment: ProcessInfo.processInfo.environment))
    let workspace = reader.makeWorkspace()
    let listsMisses = CommandLine.arguments.contains("--misses")
    var seen = Tally()
    var unseen = Tally()
    var kinds: [String: Tally] = [:]
    var texts: [String: Int] = [:]
    var happened = 0
    var notHappened = 0
    for line in try decoded(file).split(separator: "\n") {
      let probe = try JSONDecoder().decode(Probe.self, from: Data(line.utf8))
      try probe.check()
      texts[probe.part, default: 0] += 1
      let reading = try reader.read(Array(probe.text.utf8), ReadingRequest(), workspace)
      let comparison = ProbeComparison(probe: probe, reading: reading)
      if probe.part == "unseen" { unseen += comparison.tally } else { seen += comparison.tally }
      if probe.part == "seen" { kinds[probe.kind, default: Tally()] += comparison.tally }
      notHappened += probe.notHappened.count
      let wrong = comparison.recordedAsHappened
      happened += wrong.count
      if probe.part == "seen", listsMisses, !(comparison.misses + wrong).isEmpty {
        print(
          "         \(probe.id) \(probe.kind): \(probe.text.split(separator: "\n").joined(separator: " / "))"
        )
        for miss in comparison.misses { print("             \(miss)") }
        for trigger in wrong { print("             RECORDED AS HAPPENED: \(trigger)") }
      }
    }
    for (kind, tally) in kinds.sorted(by: { $0.value.share < $1.value.share }) {
      print("         \(kind): \(rounded(tally.share)) of \(tally.all)")
    }
    for (name, tally) in [("seen", seen), ("unseen", unseen)] {
      let fields = tally.fields.sorted { $0.key < $1.key }.map {
        "\($0.key) \(rounded(Double($0.value.right) / Double($0.value.all)))"
      }
      print(
        "         \(name): \(rounded(tally.share)) of \(tally.all) fields; \(fields.joined(separator: ", "))"
      )
    }
    print("         not happened, recorded as happened: \(happened) of \(notHappened)")
    return [
      Score(key: "probes.claims.seen", value: seen.share, of: texts["seen"] ?? 0),
      Score(key: "probes.claims.unseen", value: unseen.share, of: texts["unseen"] ?? 0),
      Score(
        key: "probes.claims.notHappened", value: 1 - Double(happened) / Double(max(notHappened, 1)),
        of: notHappened),
    ]
  }

  /// Fields right and counted, by name.
  struct Tally {
    var fields: [String: (right: Int, all: Int)] = [:]

    var all: Int { fields.values.reduce(0) { $0 + $1.all } }
    var share: Double {
      Double(fields.values.reduce(0) { $0 + $1.right }) / Double(max(all, 1))
    }

    mutating func add(_ field: String, _ isRight: Bool) {
      let old = fields[field] ?? (0, 0)
      fields[field] = (old.right + (isRight ? 1 : 0), old.all + 1)
    }

    static func += (left: inout Tally, right: Tally) {
      for (field, counts) in right.fields {
        let old = left.fields[field] ?? (0, 0)
        left.fields[field] = (old.right + counts.right, old.all + counts.all)
      }
    }
  }
}

/// One text with what is expected of it.
struct Probe: Decodable {
  struct ExpectedClaim: Decodable {
    let speaker: String?
    let speakers: [String]?
    let source: String?
    let cue: String?
    let content: [String]
    let quoted: [String]
    let act: ClaimAct
    let polarity: Polarity
    let certainty: Certainty
    let addressee: String?
    let blames: [String]
    let via: [String]
    let parent: Int?
    let about: String?
  }

  /// A probe that is itself at fault.
  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  let id: String
  let kind: String
  let part: String
  let text: String
  let claims: [ExpectedClaim]
  let notHappened: [String]

  /// Every exact string must stand in the text.
  func check() throws(Fault) {
    for claim in claims {
      for exact in [claim.source, claim.cue, claim.about].compactMap({ $0 }) + claim.content
        + claim.quoted
      where !text.contains(exact) {
        throw Fault(description: "probe \(id): “\(exact)” is not in its text")
      }
    }
    for exact in notHappened where !text.contains(exact) {
      throw Fault(description: "probe \(id): “\(exact)” is not in its text")
    }
  }

  /// Where an exact string stands as words of its own: the place nearest to `anchor`, or the first.
  func span(_ exact: String, near anchor: TextSpan? = nil) -> TextSpan? {
    var places: [TextSpan] = []
    var from = text.startIndex
    while let range = text.range(of: exact, range: from..<text.endIndex) {
      from = text.index(after: range.lowerBound)
      let isOpen = { (character: Character?) in !(character?.isLetter ?? false) }
      let before =
        range.lowerBound > text.startIndex ? text[text.index(before: range.lowerBound)] : nil
      let after = range.upperBound < text.endIndex ? text[range.upperBound] : nil
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      let span = TextSpan(start: start, end: start + exact.utf8.count)
      if isOpen(before) && isOpen(after)
        || places.isEmpty && text.range(of: exact, range: from..<text.endIndex) == nil
      {
        places.append(span)
      }
    }
    guard let anchor else { return places.first }
    return places.min { distance($0, anchor) < distance($1, anchor) }
  }

  private func distance(_ one: TextSpan, _ other: TextSpan) -> Int {
    max(one.start - other.end, other.start - one.end, 0)
  }
}

/// What was expected of one text beside what was read.
struct ProbeComparison {
  private(set) var tally = ClaimProbes.Tally()
  /// A line for each wrong field.
  private(set) var misses: [String] = []
  /// Triggers that must not be told as fact by the reporter and are.
  private(set) var recordedAsHappened: [String] = []

  private let probe: Probe
  private let reading: Reading

  init(probe: Probe, reading: Reading) {
    self.probe = probe
    self.reading = reading
    compare()
    for exact in probe.notHappened {
      guard let span = probe.span(exact) else { continue }
      let wrong = reading.events.contains {
        $0.trigger.overlaps(span) && $0.saidBy == nil
          && ($0.status == .happened || $0.status == .ongoing)
      }
      if wrong { recordedAsHappened.append(exact) }
    }
  }

  private mutating func compare() {
    if probe.claims.isEmpty, reading.claims.isEmpty { tally.add("none", true) }
    let matched = matches()
    for (index, expected) in probe.claims.enumerated() {
      compare(expected, matched[index].map { reading.claims[$0] }, matched)
    }
    for index in reading.claims.indices where !matched.values.contains(index) {
      tally.add("surplus", false)
      misses.append("surplus: \(words(of: reading.claims[index]))")
    }
  }

  /// For expected claims the index of the one read, best overlap first.
  private func matches() -> [Int: Int] {
    var pairs: [(score: Double, expected: Int, told: Int)] = []
    for (i, expected) in probe.claims.enumerated() {
      let content = expected.content.compactMap { probe.span($0) }
      let cue = expected.cue.flatMap { probe.span($0, near: content.first) }
      for (j, told) in reading.claims.enumerated() {
        var score = content.isEmpty ? 0 : overlap(content, told.content)
        let sameCue = cue.flatMap { cue in told.cue.map { $0.overlaps(cue) } } ?? false
        // Two claims of one content (outlet and source) are told apart by their cues.
        if sameCue { score += 0.3 }
        if score >= 0.5 || content.isEmpty && sameCue { pairs.append((score, i, j)) }
      }
    }
    var matched: [Int: Int] = [:]
    for pair in pairs.sorted(by: { ($0.score, $1.expected) > ($1.score, $0.expected) })
    where matched[pair.expected] == nil && !matched.values.contains(pair.told) {
      matched[pair.expected] = pair.told
    }
    return matched
  }

  private mutating func compare(
    _ expected: Probe.ExpectedClaim, _ told: Claim?, _ matched: [Int: Int]
  ) {
    let anchor = expected.content.first.flatMap { probe.span($0) }
    func spans(_ exact: [String]) -> [TextSpan] {
      exact.compactMap { probe.span($0, near: anchor) }
    }
    guard let told else {
      misses.append(
        "missed: [\(expected.source ?? "")] \(expected.content.joined(separator: " ⋯ "))")
      for field in ["speaker", "act", "polarity", "certainty", "content"] {
        tally.add(field, false)
      }
      let given: [(String, Bool)] = [
        ("source", expected.source != nil), ("cue", expected.cue != nil),
        ("quoted", !expected.quoted.isEmpty), ("addressee", expected.addressee != nil),
        ("blames", !expected.blames.isEmpty), ("via", !expected.via.isEmpty),
        ("parent", expected.parent != nil), ("about", expected.about != nil),
      ]
      for (field, isGiven) in given where isGiven { tally.add(field, false) }
      return
    }
    let wanted = expected.speakers ?? [expected.speaker].compactMap { $0 }
    let speakers = told.speakers.isEmpty ? [told.speaker].compactMap { $0 } : told.speakers
    judge(
      "speaker", same(wanted, speakers), wanted.joined(separator: "; "),
      speakers.map(name).joined(separator: "; "))
    judge("act", expected.act == told.act, expected.act.rawValue, told.act.rawValue)
    judge(
      "polarity", expected.polarity == told.polarity, expected.polarity.rawValue,
      told.polarity.rawValue)
    judge(
      "certainty", expected.certainty == told.certainty, expected.certainty.rawValue,
      told.certainty.rawValue)
    judge(
      "content",
      expected.content.isEmpty
        ? told.content.isEmpty : overlap(spans(expected.content), told.content) >= 0.5,
      expected.content.joined(separator: " ⋯ "), exact(told.content))
    judgeSpans(
      "source", spans([expected.source].compactMap { $0 }), [told.source].compactMap { $0 })
    judgeSpans("cue", spans([expected.cue].compactMap { $0 }), [told.cue].compactMap { $0 })
    judgeSpans("quoted", spans(expected.quoted), told.quoted)
    judgeNames(
      "addressee", [expected.addressee].compactMap { $0 }, [told.addressee].compactMap { $0 })
    judgeNames("blames", expected.blames, told.blames)
    judgeNames("via", expected.via, told.via)
    let parent = expected.parent.flatMap { matched[$0] }.map { reading.claims[$0].id }
    if expected.parent != nil || told.parent != nil {
      judge(
        "parent", expected.parent == nil ? false : told.parent != nil && told.parent == parent,
        expected.parent.map { "\($0)" } ?? "none", told.parent ?? "none")
    }
    let about = spans([expected.about].compactMap { $0 })
    let triggers = reading.events.filter { told.about.contains($0.id) }.map(\.trigger)
    if let about = about.first {
      judge(
        "about", triggers.contains { $0.overlaps(about) }, expected.about ?? "", exact(triggers))
    }
  }

  // MARK: - Judging a field

  private mutating func judge(_ field: String, _ isRight: Bool, _ wanted: String, _ told: String) {
    tally.add(field, isRight)
    if !isRight { misses.append("\(field): wanted “\(wanted)”, told “\(told)”") }
  }

  private mutating func judgeSpans(_ field: String, _ wanted: [TextSpan], _ told: [TextSpan]) {
    guard !wanted.isEmpty || !told.isEmpty else { return }
    let holds =
      field == "cue"
      && wanted.contains { one in told.contains { $0.contains(one) || one.contains($0) } }
    judge(field, holds || overlap(wanted, told) >= 0.5, exact(wanted), exact(told))
  }

  private mutating func judgeNames(_ field: String, _ wanted: [String], _ told: [String]) {
    guard !wanted.isEmpty || !told.isEmpty else { return }
    judge(
      field, same(wanted, told), wanted.joined(separator: "; "),
      told.map(name).joined(separator: "; "))
  }

  /// Whether names stand for entities (or, in `via`, for themselves) one to one.
  private func same(_ wanted: [String], _ told: [String]) -> Bool {
    wanted.count == told.count
      && wanted.allSatisfy { name in told.contains { isNamed($0, name) } }
  }

  private func isNamed(_ id: String, _ wanted: String) -> Bool {
    let names =
      reading.entities.first { $0.id == id }.map { entity in
        [entity.name] + entity.aliases + entity.mentions.map { exact([$0]) }
      } ?? [id]
    let words = content(wanted)
    return names.contains { name in
      let other = content(name)
      let common = words.intersection(other).count
      return common > 0 && 2 * common >= min(words.count, other.count) + 1
        || words == other
    }
  }

  /// The words of a name that tell it from others.
  private func content(_ name: String) -> Set<String> {
    let idle: Set<String> = ["the", "a", "an", "his", "her", "its", "their", "of", "and", "both"]
    let words = Set(
      name.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init))
    return words.subtracting(idle).isEmpty ? words : words.subtracting(idle)
  }

  private func name(_ id: String) -> String { reading.entities.first { $0.id == id }?.name ?? id }

  private func exact(_ spans: [TextSpan]) -> String {
    let bytes = Array(reading.report.text.utf8)
    return spans.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
      .joined(separator: " ⋯ ")
  }

  private func words(of claim: Claim) -> String {
    "[\([claim.source].compactMap { $0 }.map { exact([$0]) }.joined())] (\(exact([claim.cue].compactMap { $0 }))) \(exact(claim.content))"
  }

  /// F1 of the bytes that two lists of spans cover.
  private func overlap(_ one: [TextSpan], _ other: [TextSpan]) -> Double {
    let common = one.reduce(0) { sum, a in
      sum + other.reduce(0) { $0 + max(0, min(a.end, $1.end) - max(a.start, $1.start)) }
    }
    let total = one.reduce(0) { $0 + $1.count } + other.reduce(0) { $0 + $1.count }
    return total == 0 ? 0 : 2 * Double(common) / Double(total)
  }
}
