import HearsayLedger
import HearsayRecords
import HearsayStories

/// How a count was told over time: a step for each source that told it more than once, a point for each telling, and a table beside
/// it that says the same.
struct FigureChart {
  let series: Series
  let story: Story
  private static let size = (width: 430.0, height: 190.0)
  private static let edge = (left: 46.0, right: 16.0, top: 14.0, bottom: 26.0)
  /// Sources with a line of their own; all others are points.
  private static let lines = 4

  /// A telling with its place in time.
  struct Point {
    let telling: Series.Point
    let at: Double
    let value: Double
  }

  var points: [Point] {
    series.points.compactMap { point in
      guard let at = Dates.seconds(point.at), let value = Self.value(point) else { return nil }
      return Point(telling: point, at: at, value: value)
    }.sorted { ($0.at, $0.value) < ($1.at, $1.value) }
  }

  private static func value(_ point: Series.Point) -> Double? {
    point.value ?? point.low ?? point.high
  }

  /// The picture; nothing where fewer than two tellings have a date.
  var picture: HTML {
    let points = points
    guard points.count > 1, let first = points.first?.at, let last = points.last?.at,
      let most = points.map(\.value).max()
    else { return .none }
    let top = Self.ceiling(most)
    let span = max(last - first, 1)
    func x(_ at: Double) -> Double {
      let inner = Self.size.width - Self.edge.left - Self.edge.right
      return Self.edge.left + (last > first ? (at - first) / span : 0.5) * inner
    }
    func y(_ value: Double) -> Double {
      let inner = Self.size.height - Self.edge.top - Self.edge.bottom
      return Self.edge.top + (1 - value / top) * inner
    }
    // Within one day the minutes tell the ends apart.
    let isOneDay = Set(points.map { $0.telling.at?.prefix(10) }).count == 1
    func tick(_ point: Point) -> String {
      let date = point.telling.at ?? ""
      return isOneDay ? Dates.moment(date) : Dates.day(date)
    }
    var content = HTML.none
    for tick in [0, top / 2, top] {
      content += Picture.line(
        Self.edge.left, y(tick), Self.size.width - Self.edge.right, y(tick), class: "grid")
      content += Picture.words(
        Self.edge.left - 6, y(tick) + 4, QuietNumber.words(tick), anchor: "end", class: "tick")
    }
    content += Picture.words(
      x(first), Self.size.height - 8, tick(points[0]),
      anchor: last > first ? "start" : "middle", class: "tick")
    if last > first {
      content += Picture.words(
        x(last), Self.size.height - 8, tick(points[points.count - 1]),
        anchor: "end", class: "tick")
    }
    let bySource = Dictionary(grouping: points, by: \.telling.root)
    let told = bySource.filter { $0.value.count > 1 }.sorted {
      ($1.value.count, $0.key) < ($0.value.count, $1.key)
    }.prefix(Self.lines)
    for (number, source) in told.enumerated() {
      var steps = ""
      for (index, point) in source.value.enumerated() {
        let (px, py) = (Picture.number(x(point.at)), Picture.number(y(point.value)))
        steps += index == 0 ? "M\(px) \(py)" : "H\(px)V\(py)"
      }
      content += Picture.path(steps, class: "step l\(number)")
    }
    for point in points {
      let isOpen = point.telling.value == nil || point.telling.approximate
      content += Picture.circle(
        x(point.at), y(point.value), 4.5, class: isOpen ? "telling open" : "telling",
        title:
          "\(Self.words(point.telling)), \(Voices.name(point.telling, story)), \(Dates.moment(point.telling.at ?? ""))"
      )
    }
    let name =
      "\(series.counts.safeLine): from \(Self.words(points[0].telling)) to \(Self.words(points[points.count - 1].telling)); the table tells each"
    return Picture.svg(Self.size.width, Self.size.height, title: name, class: "chart", content)
  }

  /// The same as small as a word, for lists; `nil` where fewer than two tellings have a date.
  var spark: HTML? {
    let points = points
    guard points.count > 1, let first = points.first?.at, let last = points.last?.at,
      let most = points.map(\.value).max(), most > 0
    else { return nil }
    let (width, height) = (96.0, 18.0)
    var steps = ""
    var content = HTML.none
    for point in points {
      let x = 3 + (last > first ? (point.at - first) / (last - first) : 0.5) * (width - 6)
      let y = height - 3 - point.value / most * (height - 6)
      steps +=
        steps.isEmpty
        ? "M\(Picture.number(x)) \(Picture.number(y))"
        : "L\(Picture.number(x)) \(Picture.number(y))"
      content += Picture.circle(x, y, 2, class: "telling")
    }
    return Picture.svg(
      width, height, title: nil, class: "shares", Picture.path(steps, class: "grid-line") + content)
  }

  /// From the first telling to the last.
  var range: String {
    let points = points
    guard let first = points.first, let last = points.last else { return "" }
    return
      "\(Self.words(first.telling)) \(Voices.name(first.telling, story)) → \(Self.words(last.telling)) \(Voices.name(last.telling, story))"
  }

  /// How far the source that told another number last went from what it told before: "+4 by the port authority since 4 Mar 2031".
  ///
  /// Numbers of two sources are no growth: they may differ on what they count.
  var grown: String? {
    let told = points
    for (place, point) in told.enumerated().reversed() where point.telling.copyOf == nil {
      let before = told[..<place].last {
        $0.telling.root == point.telling.root && $0.telling.copyOf == nil
      }
      // A bound that became another bound, or a number, tells no growth either.
      guard let before, let old = before.telling.value, let new = point.telling.value, old != new
      else { continue }
      let change = new - old
      return
        "\(change > 0 ? "+" : "−")\(QuietNumber.words(change.magnitude)) by \(Voices.name(point.telling, story)) since \(Dates.day(before.telling.at ?? ""))"
    }
    return nil
  }

  /// What was told: "≥ 9", "about 200", "10–12".
  static func words(_ point: Series.Point) -> String {
    let about = point.approximate && point.value != nil ? "about " : ""
    if let value = point.value { return about + QuietNumber.words(value) }
    switch (point.low, point.high) {
    case (let low?, let high?): return "\(QuietNumber.words(low))–\(QuietNumber.words(high))"
    case (let low?, nil): return "≥ \(QuietNumber.words(low))"
    case (nil, let high?): return "≤ \(QuietNumber.words(high))"
    case (nil, nil): return "a number"
    }
  }

  /// A round number not below the largest.
  static func ceiling(_ value: Double) -> Double {
    var unit = 1.0
    while unit * 10 <= value { unit *= 10 }
    return [1, 2, 4, 5, 6, 8, 10].map { $0 * unit }.first { $0 >= value } ?? value
  }

  /// The same as a table, each telling leading to its words.
  func table(_ quotes: Quotes) -> HTML {
    Parts.table(
      "Tellings of " + series.counts.safeLine, ["when", "how many", "in these words", "by"],
      series.points.filter { $0.copyOf == nil }.map { point in
        [
          Parts.when(point.at, "no date"), .text(Self.words(point)),
          point.spans.first.map { quotes.link($0, $0.exact.safeLine) } ?? .none,
          .text(Voices.name(point, story)) + Parts.looked(point.review),
        ]
      })
  }
}

/// Numbers as people write them.
enum QuietNumber {
  /// Without marks between thousands, as forms have it.
  static func plain(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
  }

  static func words(_ value: Double) -> String {
    guard value.magnitude < 1e15, value == value.rounded() else { return Picture.number(value) }
    let digits = Array("\(Int(value.magnitude))")
    var out = ""
    for (offset, digit) in digits.enumerated() {
      if offset > 0, (digits.count - offset).isMultiple(of: 3) { out.append(",") }
      out.append(digit)
    }
    return (value < 0 ? "-" : "") + out
  }
}
