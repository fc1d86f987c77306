import HearsayLedger

/// What a story is drawn from: bytes, so that they are read back on the processor that draws it.
struct StoryInputs: Sendable {
  struct Report: Sendable {
    let member: DrawnFile.Member
    let sketch: [UInt8]
    let sheet: [UInt8]?
  }

  let reports: [Report]
  let rulings: [Verdicts.Ruling]

  /// The story.
  func story(_ maker: StoryMaker) -> Story { story(maker, sketches) }

  /// What is kept of it.
  func page(_ maker: StoryMaker) -> StoryPage { whole(maker).page }

  /// The story, and what is kept of it.
  func whole(_ maker: StoryMaker) -> (story: Story, page: StoryPage) {
    let sketches = sketches
    let story = story(maker, sketches)
    let own = reports.filter { $0.member.copyOf == nil }.compactMap { sketches[$0.member.reading] }
    return (
      story,
      StoryPage(
        story, maker.outlets, origins: Set(own.compactMap { AddressCountry.code(of: $0.card) }),
        denials: denials(sketches))
    )
  }

  /// The sketches by their readings.
  private var sketches: [Int: Sketch] {
    Dictionary(
      reports.compactMap { report in
        Sketch(report.sketch).map { (report.member.reading, $0) }
      }, uniquingKeysWith: { first, _ in first })
  }

  private func story(_ maker: StoryMaker, _ sketches: [Int: Sketch]) -> Story {
    var copyOf: [String: String] = [:]
    for member in reports.map(\.member) {
      if let of = member.copyOf, let copy = sketches[member.reading], let original = sketches[of] {
        copyOf[copy.card.id] = original.card.id
      }
    }
    return maker.story(
      reports.compactMap { sketches[$0.member.reading] }, copyOf: copyOf, rulings: rulings)
  }

  /// What its reports deny of what others of them tell, in the order of the readings.
  private func denials(_ sketches: [Int: Sketch]) -> [DrawnFile.Denial] {
    let sheets = reports.compactMap { report -> (reading: Int, sheet: DenialSheet)? in
      report.sheet.flatMap(DenialSheet.init).map { (report.member.reading, $0) }
    }
    var denials: [DrawnFile.Denial] = []
    for denying in sheets where denying.sheet.denies {
      for telling in sheets where telling.reading != denying.reading {
        denials += Denials.links(from: denying.sheet, to: telling.sheet).map { link in
          DrawnFile.Denial(
            reading: denying.reading, denial: link.denial, telling: telling.reading,
            told: link.told, reasons: link.reasons.map(\.rawValue),
            published: sketches[denying.reading]?.card.published)
        }
      }
    }
    return denials
  }
}

/// What is kept of a drawn story.
struct StoryPage: Sendable {
  let row: DrawnFile.StoryRow
  /// The whole story; `nil` of a single report on which nothing differs, which is drawn in no time.
  let bytes: [UInt8]?
  let points: [DrawnFile.Point]
  let denials: [DrawnFile.Denial]
  let changes: [DrawnFile.Change]

  init(
    _ story: Story, _ outlets: OutletKinds, origins: Set<String>, denials: [DrawnFile.Denial]
  ) {
    func lines(_ words: [String]) -> String { "\n" + words.joined(separator: "\n") + "\n" }
    let isSingle = story.reports.count == 1 && story.contested.isEmpty
    bytes = isSingle ? nil : story.bytes
    self.denials = denials
    changes = story.changes
    points = story.contested.enumerated().map { place, question in
      DrawnFile.Point(
        story: story.report, place: place, kind: question.kind.rawValue, weight: question.weight)
    }
    let top = story.contested.first
    let places = Set(story.incidents.compactMap { $0.where?.place.lowercased() }).sorted()
    let kinds = Set(story.outlets.compactMap(outlets.kind)).sorted()
    row = DrawnFile.StoryRow(
      first: story.report, title: story.title, since: story.since, until: story.until,
      reports: story.reports.count, outlets: story.outlets.count, weight: top?.weight ?? 0,
      question: top.map { question in
        let answers = question.answers.map(\.label).prefix(3).joined(separator: " / ")
        return "\(question.kind.rawValue): \(answers)"
      },
      types: " " + Set(story.incidents.map(\.type)).sorted().joined(separator: " ") + " ",
      places: lines(places),
      doubt: story.unsure.map(\.doubt).min(), accuses: !story.accusations.isEmpty,
      kinds: lines(kinds), sources: story.sources, countries: lines(story.countries),
      origins: lines(origins.sorted()))
  }
}
