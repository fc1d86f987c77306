import HearsayLanguage
import HearsayRecords

/// Where in a report its happenings stand: which are its matter, and which it tells as background.
struct HappeningStanding {
  private let draft: Draft
  private let main: Set<Int>

  /// So many paragraphs at the head of a report hold its news, the headline among them.
  private static let lead = 2
  /// Dated so many days before the report, a happening is no news of it.
  private static let news = 14

  /// `groups`: for each happening the indices of its events.
  init(draft: Draft, groups: [[Int]]) {
    self.draft = draft
    let text = draft.text
    let inLead = groups.map { events in
      events.filter { text.paragraphOfToken[draft.events[$0].token] < Self.lead }.count
    }
    let inTitle = groups.map { events in
      events.contains { index in
        let span = draft.events[index].record.trigger
        return draft.context.titleSpan.map { $0.start <= span.start && span.end <= $0.end }
          ?? (text.paragraphOfToken[draft.events[index].token] == 0)
      }
    }
    // What title and lead tell most about; told once in the lead only, it must be in the title.
    let scores = groups.indices.map { inLead[$0] * 2 + (inTitle[$0] ? 3 : 0) + groups[$0].count }
    let top = groups.indices.filter { inTitle[$0] || inLead[$0] > 0 }.map { scores[$0] }.max()
    main = Set(
      groups.indices.filter { (inTitle[$0] || inLead[$0] > 1) && scores[$0] == top }
        .compactMap { groups[$0].first })
  }

  /// `events`: the indices of a happening's events.
  func isMain(_ events: [Int]) -> Bool { events.first.map(main.contains) ?? false }

  /// Whether it is dated well before the report.
  func isBackground(_ happening: Happening) -> Bool {
    guard !happening.main,
      let published = draft.context.anchor.flatMap({ CivilDay(iso: String($0.prefix(10))) })
    else { return false }
    let days = happening.times.compactMap { slot in
      slot.id.flatMap { id in draft.times.first { $0.record.id == id }?.record.latest }
    }.compactMap { CivilDay(iso: String($0.prefix(10))) }
    guard let latest = days.map(\.number).max() else { return false }
    return published.number - latest > Self.news
  }
}
