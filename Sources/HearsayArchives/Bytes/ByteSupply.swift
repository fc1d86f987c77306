/// Where bytes come from, one piece after the other.
protocol ByteSupply: AnyObject {
  /// Puts the next piece behind what the buffer holds.
  ///
  /// - Returns: `false` at the end; nothing was added then.
  func refill(_ buffer: inout [UInt8]) throws(ArchiveError) -> Bool
}

/// A part of a file.
final class FileSection: ByteSupply {
  /// Bytes that are read at a time.
  static let piece = 1 << 18

  /// The part.
  let range: Range<Int>
  private let file: OpenFile
  private var next: Int

  /// A part of a file; the whole of it unless told.
  init(_ file: OpenFile, _ range: Range<Int>? = nil) {
    self.file = file
    self.range = range ?? 0..<file.count
    next = self.range.lowerBound
  }

  /// Goes to a byte, counted from the start of the part.
  func seek(to offset: Int) { next = range.lowerBound + min(max(offset, 0), range.count) }

  func refill(_ buffer: inout [UInt8]) throws(ArchiveError) -> Bool {
    let most = min(Self.piece, range.upperBound - next)
    guard most > 0 else { return false }
    let count = try file.read(most, at: next, into: &buffer)
    next += count
    return count > 0
  }
}

/// What the deflated bytes of a zip entry inflate to.
final class RawSupply: ByteSupply {
  private let source: ByteReader
  private let inflater = Inflater(.raw)
  private var isAtEnd = false

  init(_ section: FileSection) { source = ByteReader(section) }

  func refill(_ buffer: inout [UInt8]) throws(ArchiveError) -> Bool {
    while !isAtEnd {
      let step = source.look(FileSection.piece) { inflater.inflate($0, into: &buffer) }
      source.skip(step.consumed)
      switch step.state {
      case .ended: isAtEnd = true
      case .more:
        if step.produced == 0, step.consumed == 0 {
          throw source.problem ?? ArchiveError(.damaged, "an entry of the zip file is cut off")
        }
      case .broken: throw ArchiveError(.damaged, "an entry of the zip file is damaged")
      }
      if step.produced > 0 { return true }
    }
    return false
  }
}
