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
  func story(_ maker: StoryMaker) -> Story {
    var sketches: [Sketch] = []
    var ids: [Int: String] = [:]
    for report in reports {
      guard let sketch = Sketch(report.sketch) else { continue }
      sketches.append(sketch)
      ids[report.member.reading] = sketch.card.id
    }
    var copyOf: [String: String] = [:]
    for member in reports.map(\.member) {
      if let of = member.copyOf, let id = ids[member.reading], let original = ids[of] {
        copyOf[id] = original
      }
    }
    return maker.story(sketches, copyOf: copyOf, rulings: rulings)
  }

  /// What its reports deny of what others of them tell, in the order of the readings.
  var denials: [DrawnFile.Denial] {
    let sheets = reports.compactMap { report -> (Int, DenialSheet, String?)? in
      guard let bytes = report.sheet, let sheet = DenialSheet(bytes) else { return nil }
      return (report.member.reading, sheet, Sketch(report.sketch)?.card.published)
    }
    var denials: [DrawnFile.Denial] = []
    for (reading, denying, published) in sheets where denying.denies {
      for (other, telling, _) in sheets where other != reading {
        denials += Denials.links(from: denying, to: telling).map { link in
          DrawnFile.Denial(
            reading: reading, denial: link.denial, telling: other, told: link.told,
            reasons: link.reasons.map(\.rawValue), published: published)
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

  init(_ story: Story, denials: [DrawnFile.Denial]) {
    let isSingle = story.reports.count == 1 && story.contested.isEmpty
    bytes = isSingle ? nil : story.bytes
    self.denials = denials
    points = story.contested.enumerated().map { place, question in
      DrawnFile.Point(
        story: story.report, place: place, kind: question.kind.rawValue, weight: question.weight)
    }
    let top = story.contested.first
    let places = Set(story.incidents.compactMap { $0.where?.place.lowercased() }).sorted()
    row = DrawnFile.StoryRow(
      first: story.report, title: story.title, since: story.since, until: story.until,
      reports: story.reports.count, outlets: story.outlets.count, weight: top?.weight ?? 0,
      question: top.map { question in
        let answers = question.answers.map(\.label).prefix(3).joined(separator: " / ")
        return "\(question.kind.rawValue): \(answers)"
      },
      types: " " + Set(story.incidents.map(\.type)).sorted().joined(separator: " ") + " ",
      places: "\n" + places.joined(separator: "\n") + "\n",
      doubt: story.unsure.map { abs($0.score - 0.5) }.min(), accuses: !story.accusations.isEmpty)
  }
}
