import HearsayLedger
import HearsayRecords
import HearsayStories

/// What happened when, and when it was reported, on one line of time.
///
/// A happening is as wide as its time is told vaguely: an hour is a line, "in March" is a month.
struct TimeStrip {
  let story: Story
  let visit: Visit
  private static let width = 1000.0
  private static let left = 8.0
  private static let row = 22.0
  /// More rows are not seen at a glance; the table has them all.
  private static let most = 12

  private struct Bar {
    let incident: Incident
    let from: Double
    let to: Double
  }

  private var bars: [Bar] {
    let bars: [Bar] = story.incidents.compactMap { incident in
      guard let when = incident.when, let from = Dates.seconds(when.earliest ?? when.latest),
        let last = (when.latest ?? when.earliest).flatMap(Moment.init)
      else { return nil }
      return Bar(incident: incident, from: from, to: max(last.last, from))
    }
    // First what most reports tell, and of those the earliest.
    return Array(
      bars.sorted {
        ($1.incident.records.count, $0.from, $0.incident.event)
          < ($0.incident.records.count, $1.from, $1.incident.event)
      }.prefix(Self.most)
    ).sorted { ($0.from, $0.incident.event) < ($1.from, $1.incident.event) }
  }

  /// The picture; nothing where nothing has a date.
  var picture: HTML {
    let bars = bars
    let reports = story.reports.filter { $0.copyOf == nil }.compactMap { report in
      Dates.seconds(report.published).map { (report: report, at: $0) }
    }
    let day = 86_400.0
    // The line spans what the reports span, and what of the incidents lies near it: something long ago would press all into a corner.
    guard let firstReport = reports.map(\.at).min() ?? bars.map(\.from).min(),
      let lastReport = reports.map(\.at).max() ?? bars.map(\.to).max()
    else { return .none }
    let reach = max(lastReport - firstReport, 3 * day)
    let from = min(
      firstReport, bars.map(\.from).filter { $0 > firstReport - 2 * reach }.min() ?? firstReport)
    let to =
      max(lastReport, bars.map(\.to).filter { $0 < lastReport + 2 * reach }.max() ?? lastReport)
      + day / 4
    func x(_ at: Double) -> Double {
      let inside = min(max(at, from), to)
      return Self.left + (inside - from) / max(to - from, 1) * (Self.width - 2 * Self.left)
    }
    let shown = bars.filter { $0.to >= from && $0.from <= to }
    let height = Double(shown.count) * Self.row + 52
    var content = HTML.none
    let axis = height - 34
    content += Picture.line(Self.left, axis, Self.width - Self.left, axis, class: "axis")
    for tick in Self.ticks(from, to) {
      content += Picture.line(x(tick.at), 0, x(tick.at), axis + 4, class: "grid")
      content += Picture.words(
        x(tick.at) + 3, axis + 30, tick.words,
        anchor: x(tick.at) > Self.width - 70 ? "end" : "start",
        class: "tick")
    }
    for (number, bar) in shown.enumerated() {
      let y = Double(number) * Self.row + 4
      let (start, end) = (x(bar.from), x(bar.to))
      let isOpen = bar.incident.status == "open" || bar.incident.status == "denied"
      let rect = Picture.rect(
        start, y, max(5, end - start), 14, class: "bar" + (isOpen ? " open" : ""),
        title:
          "\(bar.incident.label.safeLine), \(bar.incident.status), \(bar.incident.when?.granularity ?? "")"
      )
      let label = bar.incident.label.safeLine.cut(to: 46)
      content += .tag(
        "a",
        [
          .href(visit.link(["incident", bar.incident.event])), .data("aria-label", label),
          .data("data-incident", bar.incident.event),
        ], rect)
      let isRight = end + 6 + Double(label.count) * 6.6 > Self.width && start > Self.width / 2
      content += Picture.words(
        isRight ? start - 6 : end + 6, y + 12, label, anchor: isRight ? "end" : "start")
    }
    for report in reports {
      content += Picture.path(
        "M\(Picture.number(x(report.at))) \(Picture.number(axis - 6))l5 9h-10z", class: "report-at")
    }
    return Picture.svg(
      Self.width, height, title: "What happened when, and when reports came; the table tells each",
      class: "strip", role: "group", content)
  }

  /// Days, months or years along the line, some eight of them.
  static func ticks(_ from: Double, _ to: Double) -> [(at: Double, words: String)] {
    let days = (to - from) / 86_400
    let step =
      [1.0, 2, 7, 14, 30, 90, 180, 365, 730, 1825, 3650, 18250].first { days / $0 <= 8 }
      ?? 36500
    var at = (from / 86_400).rounded(.up) * 86_400
    if at - from > 0.6 * step * 86_400 { at = from }
    var ticks: [(at: Double, words: String)] = []
    while at < to {
      let day = CivilCalendar.text(Int((at / 86_400).rounded(.down)))
      ticks.append((at, Dates.day(day)))
      at += step * 86_400
    }
    return ticks
  }
}
