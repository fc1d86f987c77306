import HearsayLedger

extension StoryKeeper {
  /// Another report with how like it is.
  struct Found {
    let entry: Entry
    let likeness: Float

    static func isNearer(_ one: Found, _ other: Found) -> Bool {
      one.likeness != other.likeness
        ? one.likeness > other.likeness : one.entry.node.id < other.entry.node.id
    }
  }
}

extension DrawnFile {
  /// The readings that a report finds by its features and that are alike enough, with how like they are; in no order.
  ///
  /// Nearly all that are found are not alike: of those nothing but the signature is read.
  func alike(
    _ entry: StoryKeeper.Entry, without hidden: Set<Int> = []
  ) throws(LedgerError) -> [(reading: Int, likeness: Float)] {
    var readings: Set<Int> = []
    for term in entry.node.terms {
      readings.formUnion(
        try self.readings(
          under: term, day: entry.node.day, window: term & 1 == 1 ? nil : NearGraph.window))
    }
    readings.remove(entry.reading)
    var alike: [(reading: Int, likeness: Float)] = []
    for reading in readings.subtracting(hidden) {
      guard let signature = try signature(of: reading).flatMap(Signature.init) else { continue }
      let likeness = entry.node.signature.likeness(to: signature)
      if likeness >= NearGraph.leastLikeness { alike.append((reading, likeness)) }
    }
    return alike
  }
}

extension NearIndex.Item {
  /// `nil` if the bytes are no signature.
  init?(_ kept: DrawnFile.Kept) {
    guard let signature = Signature(kept.signature) else { return nil }
    self.init(
      reading: kept.reading, node: .init(id: kept.report, day: kept.day, signature: signature))
  }
}
