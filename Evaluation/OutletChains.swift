import Foundation
import Hearsay
import HearsayLedger
import HearsayRecords
import HearsayStories

/// One event in five outlets (NewsWCL50), read from each.
///
/// Asked is whether the reports on it are one story, and whether what the outlets tell of one action or event is one incident.
/// Counted are the mentions that the coders marked as actions and events. A mention is where the program's happening is whose words
/// touch it; one that touches none stands alone. Reports have no dates here.
enum OutletChains {
  static let measure = Measure(name: "outlets", needs: ["newswcl50"], run: run)

  fileprivate struct Mention {
    let chain: String
    /// Code points of the text.
    let span: Range<Int>
  }

  fileprivate struct Document {
    let name: String
    var text = ""
    var length = 0
    var mentions: [Mention] = []

    /// What it is one of five reports on.
    var event: Substring { name.prefix { $0 != "/" } }
  }

  @Sendable private static func run(_ data: URL) throws -> [Score] {
    let documents = try documents(data.appending(path: "newswcl50/NewsWCL50.conll"))
    let reader = try Hearsay.Reader(Resources(environment: ProcessInfo.processInfo.environment))
    let readings = concurrently(documents.count) { index, workspace -> Reading? in
      var request = ReadingRequest(address: documents[index].name + ".txt", published: nil)
      request.contentType = "text/plain; charset=utf-8"
      return try? reader.read(Array(documents[index].text.utf8), request, workspace)
    } makeWorkspace: {
      reader.makeWorkspace()
    }
    let tables = try StoryPairs.tables(Folders.root.appending(path: "Data/stories"))
    let maker = SketchMaker(tables.background, tables.words)
    let read = zip(documents, readings).compactMap { document, reading in
      reading.map { (document, $0, maker.sketch(named: document.name, $0)) }
    }.sorted { StoryMaker.isEarlier($0.2, $1.2) }
    let nodes = read.map {
      NearGraph.Node(id: $0.2.card.id, day: $0.2.card.day, signature: $0.2.signature)
    }
    let stories = StoryDrawing(nodes).stories()
    return [
      Score(
        key: "outlets.stories", value: share(of: stories, read.map(\.0)), of: documents.count),
      Score(
        key: "outlets.incidents",
        value: chains(stories, read.map { ($0.0, $0.1, $0.2) }, tables).conll,
        of: documents.count),
    ]
  }

  /// For how many events all reports are in one story.
  private static func share(of stories: [[Int]], _ documents: [Document]) -> Double {
    let events = Dictionary(grouping: documents.indices, by: { documents[$0].event })
    let whole = events.values.count { reports in stories.contains { Set(reports).isSubset(of: $0) }
    }
    return Double(whole) / Double(max(1, events.count))
  }

  private static func chains(
    _ stories: [[Int]], _ read: [(Document, Reading, Sketch)], _ tables: StoryMaker.Tables
  ) -> Clusters {
    var clusters: [[Int]] = []
    var coded: [String: [Int]] = [:]
    var count = 0
    for story in stories {
      let sketches = story.map { read[$0].2 }
      let groups = IncidentDrawing(sketches, tables.incidents).groups()
      var incidentOf: [[Int]: Int] = [:]
      for (number, group) in groups.enumerated() {
        for member in group.members { incidentOf[[member.report, member.telling]] = number }
      }
      var own = [[Int]](repeating: [], count: groups.count)
      for (place, index) in story.enumerated() {
        let (document, reading, sketch) = read[index]
        let tellings = Dictionary(
          sketch.tellings.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { one, _ in one })
        let owner = Dictionary(
          reading.happenings.flatMap { happening in happening.events.map { ($0, happening.id) } },
          uniquingKeysWith: { one, _ in one })
        let positions = PositionMap(reading.report.text)
        for mention in document.mentions {
          coded[mention.chain, default: []].append(count)
          let event = reading.events.first { event in
            let start = positions.scalarOffset(ofUTF8: event.trigger.start)
            return mention.span.overlaps(
              start..<positions.scalarOffset(ofUTF8: event.trigger.end))
          }
          let telling = event.flatMap { owner[$0.id] }.flatMap { tellings[$0] }
          let incident = telling.flatMap { incidentOf[[place, $0]] }
          if let incident { own[incident].append(count) } else { clusters.append([count]) }
          count += 1
        }
      }
      clusters += own.filter { !$0.isEmpty }
    }
    return Clusters(read: clusters, coded: coded.values.sorted { $0[0] < $1[0] })
  }

  // MARK: The data

  /// The documents: one line a word, with the chains that begin and end at it; an empty line between sentences.
  private static func documents(_ file: URL) throws -> [Document] {
    var documents: [Document] = []
    var open: [String: Int] = [:]
    var sentence = ""
    for line in try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n") {
      let fields = line.components(separatedBy: "\t")
      guard fields.count >= 5, !line.hasPrefix("#") else { continue }
      if documents.last?.name != fields[0] {
        documents.append(Document(name: fields[0]))
        open = [:]
        sentence = fields[1]
      }
      let isNew = fields[1] != sentence
      sentence = fields[1]
      documents[documents.count - 1].add(fields[3], isNewSentence: isNew, fields[4], &open)
    }
    return documents
  }
}

extension OutletChains.Document {
  /// Adds a word as it is written, and the mentions that end at it.
  fileprivate mutating func add(
    _ word: String, isNewSentence: Bool, _ marks: String, _ open: inout [String: Int]
  ) {
    let sticks =
      word.first.map { ",.;:!?%)]’".contains($0) } ?? false || word == "n't" || word == "'s"
    // The first sentence is the headline.
    let isAfterHeadline = isNewSentence && !text.contains("\n")
    let gap =
      text.isEmpty || sticks && !isNewSentence ? "" : isAfterHeadline ? "\n\n" : " "
    text += gap + word
    length += gap.unicodeScalars.count
    let start = length
    length += word.unicodeScalars.count
    for mark in marks.components(separatedBy: "|") where mark != "-" {
      let chain = mark.filter { $0 != "(" && $0 != ")" }
      guard chain.hasSuffix("_ACTION") || chain.hasSuffix("_EVENT") else { continue }
      if mark.hasPrefix("(") { open[chain] = start }
      if mark.hasSuffix(")"), let from = open.removeValue(forKey: chain) {
        mentions.append(OutletChains.Mention(chain: chain, span: from..<length))
      }
    }
  }
}
