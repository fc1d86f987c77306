import HearsayLedger
import HearsayRecords
import HearsayStories

/// How many were killed, or wounded, in an incident: what each source says, and what a single column may say of that.
package struct TollOfIncident: Sendable {
  /// On which side those counted are.
  package enum Side: String, Hashable, Sendable, CaseIterable {
    case state, armed, civil, unknown
  }

  /// What one source says in one report.
  package struct Entry: Hashable, Sendable {
    package let low: Double?
    package let value: Double
    package let high: Double?
    package let bySide: [Side: Double]
    /// Who says so.
    package let by: String
    package let outlet: String
    package let report: String
    package let published: String?
    /// The words of the number.
    package let words: String
  }

  /// Which of several numbers a column holds that has room for one.
  package enum Choice: String, Hashable, Sendable, CaseIterable {
    case lowest, latest, most
  }

  /// What every source says last, the earliest report first; near copies are no sources.
  package let entries: [Entry]

  /// Whether sources give numbers that are not the same.
  package var differs: Bool { Set(entries.map(\.value)).count > 1 }
  package var low: Int? { entries.map { $0.low ?? $0.value }.min().flatMap(Self.whole) }
  package var high: Int? { entries.map { $0.high ?? $0.value }.max().flatMap(Self.whole) }

  /// The number for one column; `nil` if nobody tells any.
  package func number(_ choice: Choice) -> Int? { entry(choice).flatMap { Self.whole($0.value) } }

  /// The entry with that number.
  package func entry(_ choice: Choice) -> Entry? {
    switch choice {
    case .lowest: entries.min { $0.value < $1.value }
    case .latest: entries.max { ($0.published ?? "") < ($1.published ?? "") }
    case .most:
      Dictionary(grouping: entries, by: \.value).min {
        ($1.value.count, $0.key) < ($0.value.count, $1.key)
      }?.value.first
    }
  }

  private static func whole(_ number: Double) -> Int? {
    number.isFinite && abs(number) < 1e12 ? Int(number.rounded()) : nil
  }

  init(_ toll: Toll, _ tellings: [ExportedIncident.Telling], _ tables: ExchangeTables) {
    var latest: [String: Entry] = [:]
    var order: [String] = []
    for telling in tellings where telling.copyOf == nil {
      let figures = telling.happening.figures.compactMap { telling.index.figures[$0] }
        .filter {
          Toll.of($0) == toll && !Self.isDenied($0, telling.index)
            && !Self.isOfAnotherTime($0, telling)
        }
      let voices = Dictionary(grouping: figures) { Self.root(of: $0, telling) }
      for by in figures.map({ Self.root(of: $0, telling) }).distinct {
        guard let entry = Self.entry(voices[by] ?? [], by: by, telling, tables) else { continue }
        if latest[by] == nil { order.append(by) }
        latest[by] = entry
      }
    }
    entries = order.compactMap { latest[$0] }
  }

  /// Whose number it is: a speaker is one wherever he is quoted, a report and whoever has no name are known by the outlet.
  private static func root(of figure: Figure, _ telling: ExportedIncident.Telling) -> String {
    guard let claim = figure.saidBy.flatMap({ telling.index.claims[$0] }) else {
      return telling.outlet
    }
    return telling.index.speaker(of: claim) ?? "somebody unnamed in \(telling.outlet)"
  }

  /// A number that somebody denies is not his.
  private static func isDenied(_ figure: Figure, _ index: ReadingIndex) -> Bool {
    guard let claim = figure.saidBy.flatMap({ index.claims[$0] }) else { return false }
    return claim.act == .deny || claim.act == .doubt || claim.polarity == .negative
  }

  /// A number for a time of its own in which the incident did not lie, or that is longer than a month ("since 2014"), is not its toll.
  private static func isOfAnotherTime(
    _ figure: Figure, _ telling: ExportedIncident.Telling
  ) -> Bool {
    func moments(_ id: String?) -> ClosedRange<Double>? {
      guard let time = id.flatMap({ telling.index.times[$0] }),
        let first = (time.earliest ?? time.latest).flatMap(Moment.init)?.first,
        let last = (time.latest ?? time.earliest).flatMap(Moment.init)?.last, first <= last
      else { return nil }
      return first...last
    }
    guard let counted = moments(figure.at) else { return false }
    if counted.upperBound - counted.lowerBound > 31 * 86_400 { return true }
    let own = telling.happening.times.compactMap { moments($0.id) }
    // A toll may be told for the days after.
    return !own.isEmpty
      && own.allSatisfy {
        counted.upperBound < $0.lowerBound || counted.lowerBound > $0.upperBound + 31 * 86_400
      }
  }

  /// What one voice says in one report: the number of all, or the sum of the sides where that is more ("5 soldiers and 7 rebels").
  private static func entry(
    _ figures: [Figure], by: String, _ telling: ExportedIncident.Telling, _ tables: ExchangeTables
  ) -> Entry? {
    var bySide: [Side: Double] = [:]
    var low: [Side: Double] = [:]
    var high: [Side: Double] = [:]
    for figure in figures {
      guard let value = figure.value ?? figure.low ?? figure.high, value >= 0 else { continue }
      let side = side(of: figure, telling.index, tables)
      bySide[side] = max(bySide[side] ?? 0, value)
      low[side] = max(low[side] ?? 0, figure.low ?? value)
      high[side] = max(high[side] ?? 0, figure.high ?? value)
    }
    guard !bySide.isEmpty, let words = figures.first?.evidence.first else { return nil }
    func total(_ counts: [Side: Double]) -> Double {
      max(counts[.unknown] ?? 0, counts.filter { $0.key != .unknown }.values.reduce(0, +))
    }
    let value = total(bySide)
    let sided = bySide.filter { $0.key != .unknown }.values.reduce(0, +)
    bySide[.unknown] = value - sided
    return Entry(
      low: total(low), value: value, high: total(high), bySide: bySide, by: by,
      outlet: telling.outlet, report: telling.line.id, published: telling.line.report.published,
      words: telling.index.words(words))
  }

  private static func side(
    of figure: Figure, _ index: ReadingIndex, _ tables: ExchangeTables
  ) -> Side {
    let told = figure.counts.flatMap { tables.term(in: $0, of: [.civil, .state, .armed]) }
    switch told {
    case .civil: return .civil
    case .state: return .state
    case .armed: return .armed
    default: break
    }
    switch figure.of.flatMap({ index.entities[$0] })?.kind {
    case .military, .police, .government: return .state
    case .armedGroup: return .armed
    default: return .unknown
    }
  }
}
