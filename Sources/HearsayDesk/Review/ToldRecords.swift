import HearsayLedger
import HearsayRecords
import HearsayStories

/// What stories tell of the records that wait: on which of them reports differ, and how many independent roots speak of each.
struct ToldRecords {
  private let visit: Visit
  /// What one story tells of its records, by `report:record`.
  private struct Told {
    let story: Story
    var contest: [String: Double] = [:]
    var sources: [String: Int] = [:]
  }

  private var known: [String: Told] = [:]
  /// Larger stories are not opened for a queue: they would keep the page waiting.
  private static let largest = 80
  /// So many stories are opened to find what is to be looked at first.
  private static let storiesLooked = 12
  /// So many reports are looked into for it, decided or not.
  private static let reportsLooked = 60

  init(_ visit: Visit) { self.visit = visit }

  /// The story of a report, where it is not too large.
  mutating func story(of line: ReportLine) throws -> Story? {
    guard visit.tables != nil, let story = try visit.keeper().story(of: line),
      story.reports.count <= Self.largest
    else { return nil }
    if known[story.report] == nil { known[story.report] = Self.told(story) }
    return story
  }

  private static func told(_ story: Story) -> Told {
    var told = Told(story: story)
    for question in story.contested {
      for by in question.answers.flatMap(\.by) {
        for record in by.records {
          let name = "\(by.report):\(record)"
          told.contest[name] = max(told.contest[name] ?? 0, question.weight)
        }
      }
    }
    for incident in story.incidents {
      for record in incident.records { told.sources[record] = incident.sources }
    }
    return told
  }

  /// The items of a report with what its story tells of them.
  func marked(_ items: [ReviewQueue.Item], _ story: Story?) -> [ReviewQueue.Item] {
    guard let story, let told = known[story.report] else { return items }
    return items.map { item in
      var item = item
      item.contest = told.contest["\(item.line.id):\(item.record)"] ?? 0
      if item.contest > 0 { item.isContested = true }
      // A claim is heard by as many as the happening that it is about.
      let happenings = item.index.reading.happenings
        .filter { $0.id == item.record || $0.claims.contains(item.record) }.map(\.id)
      item.sources = happenings.compactMap { told.sources["\(item.line.id):\($0)"] }.max() ?? 0
      return item
    }
  }

  /// The reports to look into first, as an order has it; none where those that are shown are narrowed, or of the past.
  mutating func reports(_ order: ReviewQueue.Order) throws -> [String] {
    let narrows = ["since", "until", "outlet", "medium", "report"]
    guard visit.tables != nil, visit.asOf == nil, order == .worth || order == .sources,
      narrows.allSatisfy({ visit.request.asked($0) == nil })
    else { return [] }
    var wanted = StoryWanted()
    wanted.isContested = order == .worth
    wanted.bySources = order == .sources
    wanted.limit = 100
    let keeper = try visit.keeper()
    var reports: [String] = []
    let rows = try keeper.list(wanted).filter { $0.reports <= Self.largest }
    for row in rows.prefix(Self.storiesLooked) where reports.count < Self.reportsLooked {
      guard let story = try keeper.story(first: row.first) else { continue }
      if order == .worth {
        reports += story.contested.flatMap { $0.answers.flatMap(\.by) }.map(\.report)
      } else {
        let incidents = story.incidents.sorted { $0.sources > $1.sources }
        reports += incidents.flatMap(\.records).compactMap { RecordName($0)?.report }
      }
    }
    return Array(reports.distinct.prefix(Self.reportsLooked))
  }
}
