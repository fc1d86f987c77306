import HearsayLedger

// The story of one report as it was: drawn by itself. Lists of all stories as they were are drawn whole.
extension StoryKeeper {
  /// The story that a report was in, with what of it is kept.
  func past(of line: ReportLine, _ past: PastStories) throws -> (story: Story, page: StoryPage)? {
    guard let found = try past.story(with: line.row), let kept = now?.file else { return nil }
    return try inputs(found.members, in: kept, found.rulings, anew: decided()).whole(maker)
  }

  /// The short ids of the reports about which people decided something.
  func decided() throws -> Set<String> {
    Set(try snapshot.decidedReports().map { String($0.prefix(12)) })
  }

  /// What a story is drawn from, some of its reports as those see them who ask.
  func inputs(
    _ members: [DrawnFile.Member], in file: DrawnFile, _ rulings: [Verdicts.Ruling],
    anew: Set<String>
  ) throws -> StoryInputs {
    let eyes = eyes ?? snapshot
    let isAlone = members.count == 1
    let reports = try members.compactMap { member -> StoryInputs.Report? in
      guard let row = try file.row(ofPast: member.reading),
        anew.contains(String(row.report.prefix(12)))
      else { return try kept(member, isAlone: isAlone, in: file) }
      let line = try snapshot.line(ofRow: member.reading)
      let (sketch, sheet) = sketcher.all(line, try eyes.reviewed(line, asOf: asOf))
      return .init(
        member: member, sketch: sketch.bytes, sheet: isAlone || sheet.isEmpty ? nil : sheet.bytes)
    }
    return StoryInputs(
      reports: reports,
      rulings: rulings.filter { eyes.blindness?.hides($0.decision) != true })
  }

  /// What a report denies of what others tell.
  func denials(givenBy line: ReportLine) throws -> [DrawnFile.Denial] {
    try drawnDenials(around: line)?.filter { $0.reading == line.row }
      ?? file.denials(givenBy: line.row)
  }

  /// What others deny of what a report tells.
  func denials(receivedBy line: ReportLine) throws -> [DrawnFile.Denial] {
    try drawnDenials(around: line)?.filter { $0.telling == line.row }
      ?? file.denials(receivedBy: line.row)
  }

  /// The denials of the story of a report, where it is drawn for this question alone; `nil` where they are kept.
  private func drawnDenials(around line: ReportLine) throws -> [DrawnFile.Denial]? {
    if let past = try past() { return try self.past(of: line, past)?.page.denials ?? [] }
    try catchUp()
    return try seen(of: line.row)?.inputs.page(maker).denials
  }
}
