import HearsayLedger
import HearsayRecords
import HearsayStories
import Synchronization

/// Readings that were opened lately, as they were read: the queue of the review looks into the same few again and again.
package final class OpenReadings: Sendable {
  /// A reading with what it leaves open.
  struct Open {
    let index: ReadingIndex
    /// Happenings that are contested in it.
    let contested: Set<String>

    init(_ reading: Reading) {
      index = ReadingIndex(reading)
      contested = Set(OpenPoints.points(in: reading).map(\.happening))
    }
  }

  private static let most = 40
  private let open = Mutex<[(row: Int, open: Open)]>([])

  /// The reading in a row of the ledger, opened by `read` if it was not lately.
  func opened(_ row: Int, _ read: () throws -> Reading) throws -> Open {
    let known = open.withLock { open -> Open? in
      guard let index = open.firstIndex(where: { $0.row == row }) else { return nil }
      let found = open.remove(at: index)
      open.append(found)
      return found.open
    }
    if let known { return known }
    let made = Open(try read())
    open.withLock { open in
      open.append((row, made))
      if open.count > Self.most { open.removeFirst() }
    }
    return made
  }
}

extension Visit {
  /// A report as it was read.
  func opened(_ line: ReportLine) throws -> OpenReadings.Open {
    guard let readings else { return OpenReadings.Open(try snapshot.reading(of: line)) }
    return try readings.opened(line.row) { try snapshot.reading(of: line) }
  }
}
