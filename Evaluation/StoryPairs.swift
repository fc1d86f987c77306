import Foundation
import HearsayLedger
import HearsayRecords
import HearsayStories

/// Writes out pairs of happenings of different reports with what speaks for and against their being one, for fitting the weights
/// (Training/stories/fit.py) and for measuring.
///
///     Evaluation --story-pairs LEDGER TABLES [CODED]   one line a pair: report:record report:record name=amount,…
///
/// Pairs are those within each story that is drawn. With CODED, a folder of reports coded by hand, the coded happenings stand in the
/// place of those that were read.
enum StoryPairs {
  static func run(_ arguments: [String]) throws {
    guard arguments.count >= 2 else {
      print("usage: Evaluation --story-pairs LEDGER TABLES [CODED]")
      return
    }
    let tables = try tables(URL(filePath: arguments[1]))
    let coded =
      arguments.count > 2 ? try CodedReport.all(in: URL(filePath: arguments[2])) : nil
    let byName = coded.map { Dictionary($0.map { ($0.name, $0) }) { first, _ in first } }
    let snapshot = try Snapshot(path: arguments[0])
    let maker = SketchMaker(tables.background, tables.words)
    var names: [String: String] = [:]
    var sketches: [Sketch] = []
    for line in try snapshot.lines(Scope()) {
      let name = URL(filePath: line.address).deletingPathExtension().lastPathComponent
      var reading = try snapshot.reading(of: line)
      if let byName {
        guard let report = byName[name] else { continue }
        reading = report.replacingHappenings(of: reading)
      }
      names[line.id] = name
      sketches.append(maker.sketch(line, reading))
    }
    sketches.sort(by: StoryMaker.isEarlier)
    let nodes = sketches.map {
      NearGraph.Node(id: $0.card.id, day: $0.card.day, signature: $0.signature)
    }
    for (number, story) in StoryDrawing(nodes).stories().enumerated() {
      let own = story.map { sketches[$0] }
      print("STORY", number, own.map { names[$0.card.id] ?? "" }.joined(separator: " "))
      let drawing = IncidentDrawing(own, tables.incidents)
      for pair in drawing.pairs() {
        func name(_ member: IncidentDrawing.Member) -> String {
          let sketch = own[member.report]
          return "\(names[sketch.card.id] ?? ""):\(sketch.tellings[member.telling].id)"
        }
        let evidence = pair.evidence.map { "\($0.name)=\((($0.amount * 1_000).rounded() / 1_000))" }
        print("PAIR", name(pair.left), name(pair.right), evidence.joined(separator: ","))
      }
    }
  }

  static func tables(_ folder: URL) throws -> StoryMaker.Tables {
    func text(_ name: String) throws -> String {
      try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    return StoryMaker.Tables(
      background: Background(try text("background.tsv")),
      incidents: IncidentModel(try text("incidents.tsv")),
      words: PurposeWords(try text("questions.tsv")),
      outlets: OutletKinds(try text("outlets.tsv")), name: "evaluation")
  }
}

extension CodedReport {
  /// A reading with the coded happenings in the place of those that were read.
  ///
  /// Who, where and when are what the reader made of the coder's words, where it made anything of them.
  func replacingHappenings(of reading: Reading) -> Reading {
    var reading = reading
    let text = reading.report.text
    let bytes = Array(text.utf8)
    let starts = starts(in: text)
    func span(_ words: String) -> TextSpan? {
      guard let range = text.firstRange(of: words) else { return nil }
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      return TextSpan(start: start, end: min(start + words.utf8.count, bytes.count))
    }
    func slots(_ role: String, _ told: Told, _ kind: SlotKind) -> [Slot] {
      told.roles.filter { $0.role == role }.compactMap { role in
        guard let span = span(role.words) else { return nil }
        func best(_ records: [(id: String, spans: [TextSpan])]) -> String? {
          records.compactMap { record -> (id: String, shared: Int)? in
            let shared = record.spans.filter(span.overlaps).map {
              min($0.end, span.end) - max($0.start, span.start)
            }.max()
            return shared.map { (record.id, $0) }
          }.max { ($0.shared, $1.id) < ($1.shared, $0.id) }?.id
        }
        let id =
          switch kind {
          case .entity: best(reading.entities.map { ($0.id, $0.mentions) })
          case .place: best(reading.places.map { ($0.id, $0.mentions) })
          case .time: best(reading.times.map { ($0.id, [$0.evidence]) })
          }
        return Slot(kind, id: id, span: span)
      }
    }
    var events: [Event] = []
    var happenings: [Happening] = []
    for told in self.happenings {
      var ids: [String] = []
      for mention in told.mentions {
        guard let range = self.span(of: mention, in: text, starts: starts) else { continue }
        let id = "x\(events.count + 1)"
        events.append(
          Event(
            id: id, type: told.type,
            trigger: TextSpan(start: range.lowerBound, end: min(range.upperBound, bytes.count)),
            status: mention.status, confidence: 1))
        ids.append(id)
      }
      guard !ids.isEmpty else { continue }
      let lead = starts[1] ?? text.startIndex
      let leadEnd = text.utf8.distance(from: text.startIndex, to: lead) + 250
      happenings.append(
        Happening(
          id: told.id, type: told.type, label: told.mentions.first?.words ?? "", events: ids,
          main: events.suffix(ids.count).contains { $0.trigger.start < leadEnd }
            && happenings.isEmpty,
          status: told.mentions.first?.status ?? .happened,
          actors: slots("actor", told, .entity), recipients: slots("recipient", told, .entity),
          places: slots("place", told, .place), times: slots("time", told, .time), confidence: 1))
    }
    reading.events = events
    reading.happenings = happenings
    reading.claims = []
    reading.figures = []
    return reading
  }
}
