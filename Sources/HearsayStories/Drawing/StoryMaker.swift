import HearsayRecords

/// Draws one story from the sketches of its reports.
///
/// Pure: the same sketches give the same story, in whatever order they come.
package struct StoryMaker: Sendable {
  /// The tables that decide, shipped with the program.
  package struct Tables: Sendable {
    package let background: Background
    package let incidents: IncidentModel
    package let words: PurposeWords
    package let outlets: OutletKinds
    /// Version of the rules and digest of the tables.
    package let name: String

    package init(
      background: Background, incidents: IncidentModel, words: PurposeWords,
      outlets: OutletKinds, name: String
    ) {
      self.background = background
      self.incidents = incidents
      self.words = words
      self.outlets = outlets
      self.name = name
    }

    /// Version of the rules that draw.
    ///
    /// A change of the rules raises it, so that what an older version drew is drawn again.
    private static let rules = 7

    /// The name of what these tables and the rules of this version draw.
    package static func name(
      of background: String, _ incidents: String, _ questions: String, _ outlets: String
    ) -> String {
      // The table that is built in decides too.
      let tables = background + incidents + questions + outlets + ComparedWords.text
      let digest = SHA256.hex(Array(tables.utf8)).prefix(12)
      return "stories \(rules) \(digest)"
    }
  }

  private let tables: Tables
  /// Of what kind outlets are.
  var outlets: OutletKinds { tables.outlets }

  package init(_ tables: Tables) { self.tables = tables }

  /// - Parameters:
  ///   - sketches: The reports, copies among them.
  ///   - copyOf: For the id of a copy, that of the report it copies.
  ///   - rulings: What people decided about which of its happenings are one.
  /// - Returns: The story.
  package func story(
    _ sketches: [Sketch], copyOf: [String: String] = [:],
    rulings: [Verdicts.Ruling] = []
  ) -> Story {
    let sketches = sketches.sorted(by: Self.isEarlier)
    let places = Dictionary(
      sketches.enumerated().map { ($1.card.id, $0) }, uniquingKeysWith: { first, _ in first })
    let original = sketches.enumerated().map { number, sketch in
      copyOf[sketch.card.id].flatMap { places[$0] } ?? number
    }
    let drawing = IncidentDrawing(sketches, tables.incidents, .init(rulings))
    let roots = Roots(sketches, original: original)
    let writer = IncidentWriter(
      sketches: sketches, original: original, roots: roots, drawing: drawing,
      model: tables.incidents, rulings: rulings)
    let questions = QuestionDrawing(
      sketches: sketches, original: original, roots: roots)
    let drawn = drawing.drawn()
    var incidents: [Incident] = []
    var contested: [Question] = []
    var series: [Series] = []
    var accusations: [Accusation] = []
    let blame = AccusationDrawing(sketches: sketches)
    for group in drawn.groups {
      let incident = writer.incident(group)
      incidents.append(incident)
      contested += questions.questions(group.members, incident: incident.event)
      series += writer.series(group, incident: incident.event)
      accusations += blame.accusations(group.members, incident: incident)
    }
    let first = sketches.first { $0.card.id == sketches[original[0]].card.id } ?? sketches[0]
    let dates = sketches.compactMap(\.card.published).sorted()
    return Story(
      report: first.card.id, title: first.card.title, since: dates.first, until: dates.last,
      reports: members(sketches, original: original),
      outlets: Set(sketches.compactMap(\.card.outlet)).sorted(),
      sources: Self.sources(sketches, roots), countries: Self.countries(sketches, original),
      incidents: incidents,
      contested: contested.sorted(by: Self.isMoreContested), series: series,
      revisions: series.flatMap { Self.revisions(in: $0) }, accusations: accusations,
      unsure: drawn.unsure.map(writer.link), follows: [],
      drawnBy: tables.name)
  }

  /// Every happening of a report by itself, as it would be told if nobody else told of it.
  func alone(_ sketch: Sketch) -> [Incident] {
    let writer = IncidentWriter(
      sketches: [sketch], original: [0], roots: Roots([sketch], original: [0]),
      drawing: IncidentDrawing([sketch], tables.incidents), model: tables.incidents, rulings: [])
    return sketch.tellings.indices.map {
      writer.incident(.init(members: [.init(report: 0, telling: $0)], links: []))
    }
  }

  /// The order in which reports stand: by day of publication, those without one last, then by id.
  package static func isEarlier(_ one: Sketch, _ other: Sketch) -> Bool {
    (one.card.published ?? "9999", one.card.id) < (other.card.published ?? "9999", other.card.id)
  }

  private static func isMoreContested(_ one: Question, _ other: Question) -> Bool {
    let (mine, theirs) = (one.weight, other.weight)
    if mine != theirs { return mine > theirs }
    if one.incident != other.incident { return one.incident < other.incident }
    return (one.kind.rawValue, one.of ?? "") < (other.kind.rawValue, other.of ?? "")
  }

  /// How many independent roots tell of what its reports are about; what they add in passing has sources of its own.
  private static func sources(_ sketches: [Sketch], _ roots: Roots) -> Int {
    func told(_ isCounted: (Telling) -> Bool) -> Int {
      Set(
        sketches.enumerated().flatMap { number, sketch in
          sketch.tellings.filter(isCounted).flatMap(\.statuses).map {
            roots.root(number, $0.voice)
          }
        }
      ).count
    }
    let main = told(\.isMain)
    return main > 0 ? main : told { _ in true }
  }

  /// The countries that its reports name, each report counting once.
  private static func countries(_ sketches: [Sketch], _ original: [Int]) -> [String] {
    var named: [String: Int] = [:]
    for (number, sketch) in sketches.enumerated() where original[number] == number {
      let all = sketch.tellings.flatMap { telling in
        telling.spots.map(\.country)
          + (telling.actors + telling.recipients + telling.blamed).map(\.party.country)
      }
      for country in Set(all.compactMap(\.self)) { named[country, default: 0] += 1 }
    }
    return named.keys.sorted { (-(named[$0] ?? 0), $0) < (-(named[$1] ?? 0), $1) }
  }

  private func members(_ sketches: [Sketch], original: [Int]) -> [Story.Member] {
    let own = sketches.indices.filter { original[$0] == $0 }
    return sketches.enumerated().map { number, sketch in
      let isCopy = original[number] != number
      let others = own.filter { $0 != number }
      let sum = others.reduce(0.0) {
        $0 + Double(sketch.signature.likeness(to: sketches[$1].signature))
      }
      return Story.Member(
        id: sketch.card.id, outlet: sketch.card.outlet, title: sketch.card.title,
        published: sketch.card.published,
        copyOf: isCopy ? sketches[original[number]].card.id : nil,
        likeness: isCopy || others.isEmpty
          ? nil : (sum / Double(others.count) * 1_000).rounded() / 1_000)
    }
  }

  /// What one root told otherwise later.
  private static func revisions(in series: Series) -> [Revision] {
    var last: [String: Series.Point] = [:]
    var revisions: [Revision] = []
    for point in series.points where point.copyOf == nil {
      defer { last[point.root] = point }
      guard let before = last[point.root], before.report != point.report,
        (before.low, before.value, before.high) != (point.low, point.value, point.high)
      else { continue }
      revisions.append(
        Revision(
          kind: .figure, from: before.spans.first?.exact ?? "", to: point.spans.first?.exact ?? "",
          at: point.at, report: point.report, before: before.report, by: point.by,
          counts: series.counts))
    }
    return revisions
  }
}

extension Question {
  /// By what questions are ranked: how evenly, and by how many independent roots it is contested.
  package var weight: Double {
    var count = 2.0
    // log2 of 1 + roots, without a logarithm that may differ between machines.
    let roots = Double(1 + answers.reduce(0) { $0 + $1.roots })
    var power = 1.0
    while count < roots {
      count *= 2
      power += 1
    }
    return contest * (power - 1 + roots / count)
  }
}

private func != (
  left: (Double?, Double?, Double?), right: (Double?, Double?, Double?)
) -> Bool {
  left.0 != right.0 || left.1 != right.1 || left.2 != right.2
}
