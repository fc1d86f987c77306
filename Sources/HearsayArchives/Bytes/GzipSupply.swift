/// What the members of a gzip file inflate to, one behind the other, and where each begins.
final class GzipSupply: ByteSupply {
  /// The start of a member.
  struct Mark {
    /// Bytes from the start of the compressed file.
    let offset: Int
    /// Bytes from the start of all that was inflated.
    let start: Int
  }

  /// A member that makes more bytes than this, and more than ``bombRatio`` of each byte, is a bomb: no archive of
  /// pages shrinks so much, and reading it to the end could take hours.
  private static let bombSize = 1 << 30
  private static let bombRatio = 200
  /// How far a candidate for a member is tried when one is looked for.
  private static let probe = 1 << 14

  /// Bytes inflated so far.
  private(set) var produced = 0
  /// The starts of members that may still be asked for, in order.
  private(set) var marks: [Mark] = []
  /// What can be moved, if the compressed bytes can.
  private let section: FileSection?
  private let source: ByteReader
  private let inflater = Inflater(.gzip)
  private var isInMember = false
  private var member = Mark(offset: 0, start: 0)
  /// Bytes that may still be read twice in looking for members after damage: without a bound, a file of members
  /// within members would be read again and again.
  private var rereads: Int

  init(_ supply: any ByteSupply) {
    section = supply as? FileSection
    source = ByteReader(supply)
    rereads = section.map { $0.range.count + (64 << 20) } ?? -1
  }

  /// Bytes of the compressed file that were used.
  var offset: Int { source.position }

  /// Whether a file begins as gzip files do.
  static func isMagic(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: [0x1F, 0x8B, 0x08])
  }

  func refill(_ buffer: inout [UInt8]) throws(ArchiveError) -> Bool {
    while true {
      if !isInMember {
        guard try beginMember() else { return false }
      }
      let step = source.look(FileSection.piece) { inflater.inflate($0, into: &buffer) }
      source.skip(step.consumed)
      produced += step.produced
      switch step.state {
      case .ended: isInMember = false
      case .more:
        if step.produced == 0, step.consumed == 0 {
          throw source.problem ?? ArchiveError(.damaged, "a gzip member is cut off")
        }
      case .broken: throw ArchiveError(.damaged, "a gzip member is damaged")
      }
      let made = produced - member.start
      guard made < Self.bombSize || made / Self.bombRatio < source.position - member.offset else {
        throw ArchiveError(.damaged, "a gzip member inflates beyond all measure")
      }
      if step.produced > 0 { return true }
    }
  }

  /// Forgets the marks that lie before the member of a position.
  func forgetMarks(before position: Int) {
    guard let current = marks.lastIndex(where: { $0.start <= position }), current > 0 else {
      return
    }
    marks.removeFirst(current)
  }

  /// Goes to a member.
  ///
  /// - Returns: `false` if that is not possible.
  @discardableResult
  func seek(to offset: Int) -> Bool {
    isInMember = false
    guard let section else {
      let ahead = offset - source.position
      return ahead >= 0 && source.skip(ahead) == ahead
    }
    section.seek(to: offset)
    source.restart(at: offset)
    return true
  }

  /// Goes to the next member behind the start of the one that failed.
  ///
  /// - Parameter isStart: Whether what a member inflates to begins as it should.
  /// - Returns: `false` if there is none.
  func recover(where isStart: ([UInt8]) -> Bool) -> Bool {
    let failed = source.position
    let reread = max(0, failed - member.offset - 1)
    if reread <= rereads {
      rereads -= reread
      seek(to: member.offset + 1)
    } else {
      isInMember = false
    }
    return findMember(where: isStart)
  }

  /// Goes to the first member from here on.
  ///
  /// - Parameter isStart: Whether what a member inflates to begins as it should.
  /// - Returns: `false` if there is none; the end is reached then.
  func findMember(where isStart: ([UInt8]) -> Bool) -> Bool {
    let magic: [UInt8] = [0x1F, 0x8B, 0x08]
    while true {
      if let place = source.find(magic, within: FileSection.piece) {
        source.skip(place)
        var head: [UInt8] = []
        let state = source.look(Self.probe) { Inflater(.gzip).inflate($0, into: &head, most: 64) }
          .state
        if state != .broken, isStart(head) { return true }
        source.skip(1)
      } else {
        let seen = source.fill(FileSection.piece)
        guard seen >= magic.count else {
          source.skip(seen)
          return false
        }
        source.skip(seen - magic.count + 1)
      }
    }
  }

  /// Finds the next member; behind the last there may be padding with zeros.
  private func beginMember() throws(ArchiveError) -> Bool {
    while source.comes([0]) { source.skip(1) }
    guard source.fill(1) > 0 else {
      if let problem = source.problem { throw problem }
      return false
    }
    member = Mark(offset: source.position, start: produced)
    guard source.look(3, { Self.isMagic($0) }) else {
      throw ArchiveError(.damaged, "no gzip member where one should begin")
    }
    inflater.restart()
    isInMember = true
    // Empty members begin where the next one does.
    if marks.last?.start == produced { marks.removeLast() }
    marks.append(member)
    return true
  }
}
