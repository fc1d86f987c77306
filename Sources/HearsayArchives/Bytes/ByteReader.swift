/// Reads bytes of a supply with a look ahead that is as long as asked for.
final class ByteReader {
  /// The number of the next byte, from the start of the supply.
  private(set) var position = 0
  /// Why the supply ended early, if it did; told once all bytes before are used up.
  private(set) var problem: ArchiveError?

  private let supply: any ByteSupply
  private var buffer: [UInt8] = []
  private var head = 0
  private var isAtEnd = false

  init(_ supply: any ByteSupply) { self.supply = supply }

  /// Gets ready as many bytes as there are, up to `count`.
  ///
  /// - Returns: How many of them there are.
  func fill(_ count: Int) -> Int {
    while buffer.count - head < count, !isAtEnd, problem == nil {
      if head > 0, head >= buffer.count - head {
        buffer.removeSubrange(..<head)
        head = 0
      }
      do throws(ArchiveError) {
        if try !supply.refill(&buffer) { isAtEnd = true }
      } catch {
        problem = error
      }
    }
    return min(count, buffer.count - head)
  }

  /// The next bytes, up to `count`, without going on; the copy is the caller's.
  func peek(_ count: Int) -> [UInt8] {
    let count = fill(count)
    return Array(buffer[head..<(head + count)])
  }

  /// Lets `body` look at the next bytes, up to `count`.
  func look<Result>(_ count: Int, _ body: (ArraySlice<UInt8>) -> Result) -> Result {
    let count = fill(count)
    return body(buffer[head..<(head + count)])
  }

  /// Whether these bytes come next, `offset` bytes from here.
  func comes(_ bytes: [UInt8], after offset: Int = 0) -> Bool {
    let count = fill(offset + bytes.count)
    return count == offset + bytes.count
      && buffer[(head + offset)..<(head + count)].elementsEqual(bytes)
  }

  /// Goes on by `count` bytes, or to the end.
  ///
  /// - Returns: How many there were.
  @discardableResult
  func skip(_ count: Int) -> Int {
    var left = count
    while left > 0 {
      let step = min(left, max(fill(1), buffer.count - head))
      guard step > 0 else { break }
      head += step
      position += step
      left -= step
      if head == buffer.count {
        buffer.removeAll(keepingCapacity: true)
        head = 0
      }
    }
    return count - left
  }

  /// Where the bytes `pattern` first begin within the next `count`, counted from here.
  func find(_ pattern: [UInt8], within count: Int) -> Int? {
    look(count) { bytes in ByteSearch.first(pattern, in: bytes).map { $0 - bytes.startIndex } }
  }

  /// Starts afresh after the supply was moved; the next byte has this number.
  func restart(at position: Int) {
    buffer.removeAll(keepingCapacity: buffer.capacity <= 4 * FileSection.piece)
    head = 0
    isAtEnd = false
    problem = nil
    self.position = position
  }
}
