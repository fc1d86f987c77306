package import HearsayLedger
import HearsayRecords

/// Draws the stories of a ledger, keeps what was drawn beside it, and draws again what has changed.
///
/// What it answers is a function of the readings in the ledger; what it keeps only spares time.
package final class StoryKeeper {
  /// After so many new readings, or a fiftieth of all, everything is drawn again rather than one after the other.
  private static let fewest = 400

  package let snapshot: Snapshot
  let file: DrawnFile
  /// What was drawn for now, from which sketches are taken over; `nil` where that is `file` itself.
  private let donor: DrawnFile?
  private let tables: StoryMaker.Tables
  let maker: StoryMaker
  let sketcher: SketchMaker
  /// The ledger as it was then; `nil` for now.
  let asOf: Moment?
  /// What draws for now, beside which stories of the past are drawn one by one; `nil` until one is.
  private(set) var now: StoryKeeper?
  private var madePast: PastStories?
  /// What draws stories without what is hidden from whoever looks; `nil` until one is asked for.
  var madeUnseen: PastStories?
  /// Readings about which something is hidden from whoever looks; `nil` until it is asked for.
  var knownHidden: Set<Int>?
  /// What is drawn otherwise for whoever looks; `nil` until it is asked for.
  var drawnOwn: OwnStories?
  /// Parts of the near graph with more reports are cut again; tests take less.
  var largest = StoryDrawing.largest
  /// Whether everything has to be drawn to tell of one story.
  private var drawsAll = false
  /// What the stories of more reports were at a past moment is drawn page by page, not all at once.
  package var mostDrawnWhole = 2_000
  /// Stories of the past that were drawn for a list, by their first reports.
  var drawnPast: [String: Story] = [:]
  /// Through whose eyes stories are shown: from those some decisions are hidden; `nil` shows all.
  package var eyes: Snapshot?
  /// What was drawn lately; `nil` where nobody asks twice.
  package var cache: StoryCache?
  /// What people decided, as it was when it was looked at last.
  private(set) var verdicts = Verdicts.none
  /// The number of the newest of them.
  private var read = 0
  /// Readings whose records people set right, each with the number of the newest decision about them.
  private(set) var revised: [Int: Int] = [:]

  /// - Parameters:
  ///   - snapshot: The ledger.
  ///   - tables: What decides.
  ///   - asOf: The moment up to which reports count; what is drawn is not kept then.
  /// - Throws: ``LedgerError``.
  package init(
    _ snapshot: Snapshot, _ tables: StoryMaker.Tables, asOf: Moment? = nil
  ) throws(LedgerError) {
    self.snapshot = snapshot
    self.tables = tables
    self.asOf = asOf
    maker = StoryMaker(tables)
    sketcher = SketchMaker(tables.background, tables.words)
    if asOf == nil {
      file = try DrawnFile(besideLedger: snapshot.path)
      donor = nil
    } else {
      file = try DrawnFile.passing()
      let kept = try DrawnFile(besideLedger: snapshot.path)
      donor = try kept.state("drawnBy") == tables.name ? kept : nil
    }
  }

  /// Draws what is not drawn yet.
  ///
  /// - Returns: How many stories were drawn.
  /// - Throws: ``LedgerError``.
  @discardableResult
  package func catchUp() throws(LedgerError) -> Int {
    let newest = try snapshot.newestRow()
    let decided = try snapshot.newestDecision()
    if decided != read {
      // What is drawn of the past is drawn for one pair of eyes, what is drawn for now for all.
      verdicts = try Verdicts(asOf == nil ? snapshot : eyes ?? snapshot, asOf: asOf)
      read = decided
    }
    if try isDrawn(newest, decided) { return 0 }
    return try file.transaction {
      // Another process may have drawn it while this one waited.
      if try isDrawn(newest, decided) { return 0 }
      if try file.state("drawnBy") != tables.name {
        try file.clear()
        try file.setState("drawnBy", tables.name)
      }
      let upto = try file.state("upto").flatMap { Int($0) } ?? 0
      let share = try file.count() / 50
      let isFew = upto > 0 && newest - upto <= max(Self.fewest, share)
      let known = try file.state("decided").flatMap { Int($0) } ?? 0
      revised = decided > 0 ? try snapshot.revisedReadings() : [:]
      let drawn = isFew ? try update(after: upto, decidedAfter: known) : try drawAll()
      try file.setState("upto", "\(newest)")
      try file.setState("decided", "\(decided)")
      return drawn
    }
  }

  private func isDrawn(_ newest: Int, _ decided: Int) throws(LedgerError) -> Bool {
    let drawnBy = try file.state("drawnBy")
    let upto = try file.state("upto")
    let ruled = try file.state("decided")
    return drawnBy == tables.name && upto == "\(newest)" && ruled ?? "0" == "\(decided)"
  }

  /// Whether everything is drawn that is in the ledger.
  ///
  /// - Throws: ``LedgerError``.
  package func isDrawn() throws(LedgerError) -> Bool {
    try isDrawn(try snapshot.newestRow(), try snapshot.newestDecision())
  }

  /// Whether so little is not drawn yet that drawing it keeps nobody waiting.
  ///
  /// - Throws: ``LedgerError``.
  package func isNearlyDrawn() throws(LedgerError) -> Bool {
    let file = donor ?? file
    let upto = try file.state("drawnBy") == tables.name ? try file.state("upto") : nil
    return try snapshot.newestRow() - (upto.flatMap { Int($0) } ?? 0) <= Self.fewest
  }

  /// What draws single stories as they were; `nil` for now, and where all have to be drawn.
  func past() throws -> PastStories? {
    if let madePast { return madePast }
    guard let asOf, !drawsAll else { return nil }
    let now = try StoryKeeper(snapshot, tables)
    now.largest = largest
    try now.catchUp()
    madePast = try PastStories(
      snapshot, now.file, asOf, try Verdicts(eyes ?? snapshot, asOf: asOf), largest: largest)
    drawsAll = madePast == nil
    self.now = now
    return madePast
  }

  // MARK: Sketches

  /// Keeps the sketch of a reading, made or taken over.
  func sketch(_ line: ReportLine) throws {
    guard try !takeOver(line) else { return }
    try sketchAnew(line)
  }

  /// Keeps the sketch of a reading as people left it, whatever was kept before.
  func sketchAnew(_ line: ReportLine) throws {
    try keep(Self.sketched(line, snapshot, asOf, sketcher))
  }

  /// What is compared of a reading, as people left it.
  private static func reading(
    of line: ReportLine, _ snapshot: Snapshot, _ asOf: Moment?
  ) throws -> Reading {
    try snapshot.decidedReports().contains(line.key)
      ? snapshot.reviewed(line, asOf: asOf) : snapshot.readingToCompare(of: line)
  }

  /// Keeps the sketches of many readings, made on all processors, some at a time.
  func sketch(_ lines: [ReportLine]) throws {
    var open: [ReportLine] = []
    for line in lines where try !takeOver(line) { open.append(line) }
    let (path, sketcher, asOf) = (snapshot.path, sketcher, asOf)
    for start in stride(from: 0, to: open.count, by: Self.together) {
      let chunk = Array(open[start..<min(open.count, start + Self.together)])
      let made = Parallel.map(Parallel.parts(chunk, Self.workers)) { part in
        // A connection belongs to one thread.
        Result {
          let snapshot = try Snapshot(path: path)
          return try part.map {
            try Self.sketched($0, snapshot, asOf, sketcher)
          }
        }
      }
      for part in made { for sketch in try part.get() { try keep(sketch) } }
    }
  }

  /// So many readings are sketched, and so many stories drawn, before they are kept.
  private static let together = 2_048
  /// Parts into which such a load is cut: more than processors, since readings differ in length.
  private static let workers = 8

  /// A sketch as it is kept.
  private struct Sketched: Sendable {
    let row: DrawnFile.Row
    let bytes: [UInt8]
    /// What denials are compared by; `nil` if there is nothing.
    let sheet: [UInt8]?
    /// What changed since the version before; `nil` of a first version.
    let edits: [DrawnFile.Edit]?
  }

  private static func sketched(
    _ line: ReportLine, _ snapshot: Snapshot, _ asOf: Moment?, _ sketcher: SketchMaker
  ) throws -> Sketched {
    let (sketch, sheet) = sketcher.all(line, try reading(of: line, snapshot, asOf))
    return Sketched(
      row: DrawnFile.Row(
        reading: line.row, report: line.id, address: line.address,
        published: sketch.card.published, day: sketch.card.day,
        seen: max(line.firstSeen, line.readAt), signature: sketch.signature.bytes),
      bytes: sketch.bytes,
      sheet: sheet.isEmpty ? nil : sheet.bytes,
      edits: try edits(of: line, snapshot, asOf: asOf))
  }

  private func keep(_ sketched: Sketched) throws(LedgerError) {
    try file.put(sketched.row, sketch: sketched.bytes, sheet: sketched.sheet)
    if let edits = sketched.edits { try file.put(edits, of: sketched.row.reading) }
  }

  /// Takes the sketch of a reading over from what was drawn for now, if it is there.
  private func takeOver(_ line: ReportLine) throws(LedgerError) -> Bool {
    // What people decided since that moment is in the sketch that is kept for now.
    guard let donor, try !snapshot.decidedReports().contains(line.key),
      let row = try donor.row(of: line.row),
      let bytes = try donor.sketch(of: line.row)
    else { return false }
    try file.put(row, sketch: bytes, sheet: try donor.sheet(of: line.row))
    try file.put(try donor.edits(of: line.row), of: line.row)
    return true
  }

  /// A reading that counts.
  struct Entry {
    let reading: Int
    let node: NearGraph.Node
    let published: String?

    init?(_ row: DrawnFile.Row) {
      guard let signature = Signature(row.signature) else { return nil }
      reading = row.reading
      node = .init(id: row.report, day: row.day, signature: signature)
      published = row.published
    }

    /// The order in which reports stand: by day of publication, those without one last, then by id.
    static func isEarlier(_ one: Entry, _ other: Entry) -> Bool {
      (one.published ?? "9999", one.node.id) < (other.published ?? "9999", other.node.id)
    }

    /// The stories of reports that make one part, or parts that people made one.
    ///
    /// - Parameters:
    ///   - part: The reports.
    ///   - ties: For each report those whose happenings people took for its own.
    /// - Returns: The reports of each story in their order.
    static func stories(of part: [Entry], ties: [Int: [Int]]) -> [[Entry]] {
      let entries = part.sorted(by: isEarlier)
      let places = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.reading, $0) })
      let joined = ties.flatMap { one, others in
        others.compactMap { other in
          places[one].flatMap { left in places[other].map { (left, $0) } }
        }
      }.filter { $0.0 < $0.1 }.sorted { $0 < $1 }
      return StoryDrawing.stories(ofPart: entries.map(\.node), joined: joined).map { story in
        story.map { entries[$0] }
      }
    }
  }

  func entry(_ reading: Int) throws(LedgerError) -> Entry? {
    try file.row(of: reading).flatMap(Entry.init)
  }

  // MARK: Stories

  /// A story as its members are kept.
  struct Drawn {
    let first: String
    let members: [DrawnFile.Member]
    /// The numbers of the decisions about its happenings, and of the newest about each report that people set right.
    private let rulings: [Int]

    /// What tells whether it has to be drawn again.
    var text: String {
      members.map { "\($0.reading)" + ($0.copyOf.map { "=\($0)" } ?? "") }.joined(separator: " ")
        + rulings.map { " #\($0)" }.joined()
    }

    init(
      _ story: [Entry], copies: [Int: [Int]], _ verdicts: Verdicts, revised: [Int: Int]
    ) {
      first = story[0].node.id
      members = story.flatMap { entry in
        [DrawnFile.Member(reading: entry.reading, copyOf: nil)]
          + (copies[entry.reading] ?? []).map {
            DrawnFile.Member(reading: $0, copyOf: entry.reading)
          }
      }.sorted { $0.reading < $1.reading }
      rulings =
        verdicts.about(members.map(\.reading)).map(\.decision.number)
        + members.compactMap { revised[$0.reading] }
    }
  }

  /// Keeps stories in the place of older ones, and draws those whose members are others than before.
  ///
  /// - Returns: How many were drawn.
  func replace(_ before: [String: String], by stories: [Drawn]) throws -> Int {
    let changed = stories.filter { before[$0.first] != $0.text }
    let kept = Set(stories.map(\.first))
    for first in before.keys where !kept.contains(first) { try file.remove(story: first) }
    for story in changed { try file.remove(story: story.first) }
    let maker = maker
    for start in stride(from: 0, to: changed.count, by: Self.together / 4) {
      let chunk = changed[start..<min(changed.count, start + Self.together / 4)]
      let drawn = Parallel.map(try chunk.map { try inputs($0.members) }) { $0.page(maker) }
      for (story, page) in zip(chunk, drawn) { try keep(page, of: story) }
    }
    return changed.count
  }

  private func keep(_ page: StoryPage, of story: Drawn) throws {
    try file.put(page.row, members: story.members, as: story.text)
    if let bytes = page.bytes { try file.put(page: bytes, of: story.first) }
    for point in page.points { try file.put(point) }
    for denial in page.denials { try file.put(denial, story: story.first) }
    for change in page.changes { try file.put(change) }
  }

  func record(_ members: [DrawnFile.Member]) throws -> Story {
    try inputs(members).story(maker)
  }

  private func inputs(_ members: [DrawnFile.Member]) throws -> StoryInputs {
    StoryInputs(
      reports: try members.compactMap { try kept($0, isAlone: members.count == 1, in: file) },
      rulings: verdicts.about(members.map(\.reading)))
  }

  /// What is compared of a reading, as it is kept.
  func kept(
    _ member: DrawnFile.Member, isAlone: Bool, in file: DrawnFile
  ) throws(LedgerError) -> StoryInputs.Report? {
    guard let sketch = try file.sketch(of: member.reading) else { return nil }
    // Nobody denies across reports what only one report tells.
    let sheet = isAlone ? nil : try file.sheet(of: member.reading)
    return .init(member: member, sketch: sketch, sheet: sheet)
  }
}
