import HearsayDatabase

/// Finds texts that are nearly the same by their signatures, and ties each to those before it.
///
/// A signature is looked up band by band (Broder 1997; Indyk and Motwani 1998), so the cost of a report does not grow with
/// the number of reports, only with the number of those that share words with it. Each band is another page of the file, so
/// signatures are sorted into bands many at a time; those that are not are compared one by one.
final class NearCopyIndex {
  /// So many candidates of a new report are compared with it, those that agree in most bands first: of text that is on
  /// more sites than that, the earliest is found by way of the reports that are tied to it.
  static let mostCompared = 64
  /// So many signatures wait before they are sorted into bands: a quarter of a megabyte to read, and 64 pages saved for each.
  private static let mostWaiting = 4_096
  /// So many readings of one band are looked at, the latest first: a band of more belongs to what stands under all reports of an
  /// outlet, or to text that the rest of the bands finds.
  private static let mostOfBand = 256
  /// So many texts are remembered as they were cut.
  private static let mostRemembered = 256

  /// A reading that may be a near copy.
  struct Candidate: Hashable {
    let reading: Int
    let order: Order
  }

  /// What comes first: by publication, else by when it stood on the web; of two of one time, what stood there first, then
  /// by what they are.
  ///
  /// Never by which came here first: two ledgers of the same reports call the same ones originals.
  struct Order: Hashable, Comparable {
    /// When it was published, or stood there, in seconds since 1970.
    let time: Double
    /// When it stood there, in seconds since 1970.
    let stood: Double
    /// The id, which is the beginning of the key.
    let id: String

    static func < (one: Order, other: Order) -> Bool {
      (one.time, one.stood, one.id) < (other.time, other.stood, other.id)
    }
  }

  private static let bands = Insertion("bands", ["band", "reading"])

  /// That a reading is a near copy of an earlier one.
  struct Tie: Hashable {
    /// The earlier one.
    let reading: Int
    let overlap: Overlap
  }

  private let connection: any Database
  private var waiting = WaitingSignatures()
  private var cut: [Int: Shingles] = [:]
  private var cutOrder: [Int] = []
  /// Whether it knows all signatures that wait: nobody else adds any before the transaction ends.
  private var isLoaded = false

  init(_ connection: any Database) {
    self.connection = connection
    let dialect = connection.dialect
    stood = """
      coalesce((SELECT \(dialect.seconds("c.stood")) FROM captures c WHERE c.report = r.number
        AND c.sha256 = r.sha256 AND \(dialect.field("fetched", of: "c.provenance")) IS NOT NULL), 9e18)
      """
    time = "coalesce(g.published_at, \(stood))"
  }

  /// When `reports r` stood on the web, in seconds since 1970; `9e18` if nobody knows.
  ///
  /// When a file was read says nothing of when it was written.
  private let stood: String
  /// When the text of `readings g` of them came out, as far as can be told.
  private let time: String

  /// Forgets what it knows of signatures, since a transaction was undone.
  func forget() {
    isLoaded = false
    waiting = WaitingSignatures()
    cut = [:]
    cutOrder = []
  }

  /// The transaction has ended: others may add signatures.
  func endTransaction() { isLoaded = false }

  /// The newest readings of reports at other addresses that agree with a signature in enough bands, those that agree in
  /// most first.
  private func candidates(
    _ signature: [UInt32], notAt address: String, before reading: Int
  ) throws -> [Candidate] {
    guard !signature.isEmpty else { return [] }
    try load(before: reading)
    var bands = waiting.agreeing(with: signature)
    try forEachSorted(signature) { bands[$0, default: 0] += 1 }
    var found: [(bands: Int, candidate: Candidate)] = []
    for (other, agreeing) in bands where agreeing >= Shingles.bandsOfCandidates {
      let candidate = try connection.first(
        """
        SELECT g.number, \(time), \(stood), r.id
        FROM readings g JOIN reports r ON r.number = g.report
        WHERE g.number = ? AND r.address <> ? AND NOT EXISTS
          (SELECT 1 FROM readings n WHERE n.report = r.number AND n.ordinal > g.ordinal)
        """, [Value(other), .text(address)]
      ) { Candidate(reading: $0.int(0), order: Self.order($0)) }
      if let candidate { found.append((agreeing, candidate)) }
    }
    return found.sorted { one, other in
      one.bands == other.bands
        ? one.candidate.order < other.candidate.order : one.bands > other.bands
    }.prefix(Self.mostCompared).map(\.candidate)
  }

  /// Shows the readings that are sorted into one of the bands of a signature, once for each.
  private func forEachSorted(_ signature: [UInt32], _ body: (Int) -> Void) throws {
    func show(_ row: Row) -> Bool {
      body(row.int(0))
      return true
    }
    switch connection.dialect {
    case .sqlite:
      for band in signature {
        try connection.forEach(
          "SELECT reading FROM bands WHERE band = ? ORDER BY reading DESC LIMIT ?",
          [Value(Int(band)), Value(Self.mostOfBand)], show)
      }
    case .postgres:
      // All in one look-up: a server is further away than a file.
      try connection.forEach(
        """
        SELECT b.reading FROM unnest(?::bigint[]) AS wanted(band) CROSS JOIN LATERAL (
          SELECT reading FROM bands WHERE bands.band = wanted.band ORDER BY reading DESC LIMIT ?) b
        """,
        [
          Value(list: signature.map { Int($0) }),
          Value(Self.mostOfBand),
        ], show)
    }
  }

  /// Ties a new reading to the near copies that are there, each later one to the earlier.
  ///
  /// The signature itself is for the caller to store.
  ///
  /// - Returns: The number of ties.
  func add(
    _ reading: Int, of address: String, _ shingles: Shingles, _ signature: [UInt32]
  ) throws -> Int {
    remember(shingles, of: reading)
    var open = try candidates(signature, notAt: address, before: reading)[...]
    if !signature.isEmpty { waiting.add(signature, of: reading) }
    var seen = Set(open)
    var ties = 0
    guard !open.isEmpty else { return 0 }
    let own = try candidate(reading)
    while let other = open.popFirst() {
      let overlap = shingles.overlap(with: try self.shingles(of: other.reading))
      guard overlap.isNearCopy else { continue }
      ties += 1
      if let original = try tie(of: other.reading)?.reading {
        let candidate = try candidate(original)
        if try self.address(of: original) != address, seen.insert(candidate).inserted {
          open.append(candidate)
        }
      }
      if other.order < own.order {
        try insert(reading, of: other.reading, overlap)
      } else {
        try insert(other.reading, of: reading, overlap.reversed)
      }
    }
    return ties
  }

  /// The earliest reading that a reading is a near copy of, among those known at a moment.
  func tie(of reading: Int, asOf moment: String = "9999") throws(DatabaseError) -> Tie? {
    let ties = try connection.rows(
      """
      SELECT g.number, \(time), \(stood), r.id, k.common, k.own, k.others FROM copies k
        JOIN readings g ON g.number = k.of JOIN reports r ON r.number = g.report
      WHERE k.reading = ? AND g.read_at <= ? AND r.first_seen <= ?
      """, [Value(reading), .text(moment), .text(moment)]
    ) { row in
      (
        order: Self.order(row),
        tie: Tie(
          reading: row.int(0),
          overlap: Overlap(common: row.int(4), own: row.int(5), others: row.int(6)))
      )
    }
    return ties.min { $0.order < $1.order }?.tie
  }

  /// The order of a reading.
  func candidate(_ reading: Int) throws(DatabaseError) -> Candidate {
    let order = try connection.first(
      """
      SELECT g.number, \(time), \(stood), r.id
      FROM readings g JOIN reports r ON r.number = g.report WHERE g.number = ?
      """, [Value(reading)], Self.order)
    guard let order else { preconditionFailure("reading \(reading) has no row") }
    return Candidate(reading: reading, order: order)
  }

  /// The readings that a reading is a near copy of, or that are near copies of it, as it sees them.
  func ties(of reading: Int) throws(DatabaseError) -> [Tie] {
    try connection.rows(
      "SELECT of, common, own, others FROM copies WHERE reading = ?", [Value(reading)]
    ) { row in
      Tie(
        reading: row.int(0),
        overlap: Overlap(common: row.int(1), own: row.int(2), others: row.int(3)))
    }
      + connection.rows(
        "SELECT reading, common, own, others FROM copies WHERE of = ?", [Value(reading)]
      ) { row in
        Tie(
          reading: row.int(0),
          overlap: Overlap(common: row.int(1), own: row.int(3), others: row.int(2)))
      }
  }

  private func insert(
    _ reading: Int, of other: Int, _ overlap: Overlap
  ) throws(DatabaseError) {
    try connection.post(
      "INSERT INTO copies(reading, of, common, own, others) VALUES (?, ?, ?, ?, ?)",
      [
        Value(reading), Value(other), Value(overlap.common), Value(overlap.own),
        Value(overlap.others),
      ])
  }

  /// The order of a row with time, standing and id in its second column and on.
  private static func order(_ row: Row) -> Order {
    Order(
      time: row.double(1) ?? .infinity, stood: row.double(2) ?? .infinity, id: row.string(3))
  }

  private func address(of reading: Int) throws(DatabaseError) -> String? {
    try connection.first(
      "SELECT r.address FROM readings g JOIN reports r ON r.number = g.report WHERE g.number = ?",
      [Value(reading)]
    ) { $0.string(0) }
  }
}

// What is remembered.
extension NearCopyIndex {
  /// A text as it is cut; those of one story come one after the other.
  private func shingles(of reading: Int) throws(DatabaseError) -> Shingles {
    if let known = cut[reading] { return known }
    let made = Shingles(try StoredReading(connection).text(of: reading))
    remember(made, of: reading)
    return made
  }

  private func remember(_ shingles: Shingles, of reading: Int) {
    guard cut.updateValue(shingles, forKey: reading) == nil else { return }
    cutOrder.append(reading)
    if cutOrder.count > Self.mostRemembered { cut[cutOrder.removeFirst()] = nil }
  }

  /// Takes in signatures that others stored, and sorts those that wait into bands when they are many.
  private func load(before reading: Int) throws {
    let counts = Counts(connection)
    if !isLoaded {
      waiting.drop(upTo: try counts.of(Counts.sorted))
      try connection.forEach(
        """
        SELECT reading, signature FROM seals WHERE reading > ? AND reading < ? ORDER BY reading
        """, [Value(waiting.last), Value(reading)]
      ) { row in
        waiting.add(Signature.numbers(row.bytes(1) ?? []), of: row.int(0))
        return true
      }
      isLoaded = true
    }
    guard waiting.count >= Self.mostWaiting else { return }
    var last: (band: UInt32, reading: Int)?
    for entry in waiting.sorted where last.map({ $0 == entry }) != true {
      try connection.add([Value(Int(entry.band)), Value(entry.reading)], Self.bands)
      last = entry
    }
    try counts.setSorted(waiting.last)
    waiting.drop(upTo: waiting.last)
  }
}
