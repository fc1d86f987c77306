import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#endif

/// A weights file that is told by what it differs in from another one beside it: two networks of one origin differ little, which
/// makes them small where they travel compressed.
///
/// The format is told in Documentation/Model.md. What comes out is the file itself, byte for byte; its own checksum says so.
enum WeightsDifference {
  private static let magic = "HEARSAYD"
  private static let formatVersion: UInt32 = 1
  /// No network of ours is larger; a broken number must not ask for all memory.
  private static let mostBytes = 1 << 30

  private struct Header: Decodable {
    /// The name of the other file, in the same folder.
    let base: String
    /// The size of the file that is told.
    let bytes: Int
    /// Parts to which bytes of the other file are added: where in this one, where in that one, how many.
    let parts: [[Int]]
  }

  static func isOne(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.prefix(8).elementsEqual(magic.utf8)
  }

  /// The whole file, in memory of its own that is given back with `munmap`.
  static func joined(
    _ bytes: UnsafeRawBufferPointer, path: String
  ) throws(ModelError) -> UnsafeMutableRawBufferPointer {
    func damaged(_ detail: String) -> ModelError {
      ModelError(code: .damaged, path: path, detail: detail)
    }
    guard bytes.count >= 16 else { throw damaged("cut off inside its header") }
    let version = bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self)
    guard version == formatVersion else {
      throw ModelError(
        code: .wrongVersion, path: path,
        detail: "format \(version) of differences, but this program reads format \(formatVersion)")
    }
    let length = Int(bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
    guard length <= bytes.count - 16,
      let header = try? JSONDecoder().decode(Header.self, from: Data(bytes[16..<(16 + length)]))
    else { throw damaged("damaged header") }
    guard !header.base.isEmpty, !header.base.contains("/") else {
      throw damaged("damaged header: no file is called \"\(header.base)\"")
    }
    let told = UnsafeRawBufferPointer(rebasing: bytes[(16 + length)...])
    guard header.bytes == told.count, (1...mostBytes).contains(told.count) else {
      throw ModelError(
        code: .truncated, path: path, detail: "cut off: \(told.count) bytes of \(header.bytes)")
    }
    let beside = URL(filePath: path).deletingLastPathComponent().appending(path: header.base).path
    guard let base = try? Data(contentsOf: URL(filePath: beside), options: .alwaysMapped) else {
      throw ModelError(
        code: .notFound, path: beside, detail: "cannot be read, and \(path) is told by it")
    }
    guard header.parts.allSatisfy({ isInside($0, told.count, base.count) }) else {
      throw damaged("damaged header: a part lies outside")
    }
    guard zip(header.parts, header.parts.dropFirst()).allSatisfy({ $0[0] + $0[2] <= $1[0] }) else {
      throw damaged("damaged header: parts lie on each other, or not in order")
    }
    guard
      let start = mmap(
        nil, told.count, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
      start != MAP_FAILED
    else { throw damaged(String(cString: strerror(errno))) }
    Pages.willBeWritten(start, told.count)
    let whole = UnsafeMutableRawBufferPointer(start: start, count: told.count)
    func copy(_ range: Range<Int>) {
      guard !range.isEmpty else { return }
      UnsafeMutableRawBufferPointer(rebasing: whole[range]).copyMemory(
        from: UnsafeRawBufferPointer(rebasing: told[range]))
    }
    base.withUnsafeBytes { base in
      // Each byte is written once: most of the time goes into pages that are met for the first time.
      var done = 0
      for part in header.parts {
        let (to, from, count) = (part[0], part[1], part[2])
        copy(done..<to)
        let mine = start.advanced(by: to).assumingMemoryBound(to: UInt8.self)
        if let others = base.baseAddress?.advanced(by: from).assumingMemoryBound(to: UInt8.self),
          let these = told.baseAddress?.advanced(by: to).assumingMemoryBound(to: UInt8.self)
        {
          for index in 0..<count { mine[index] = these[index] &+ others[index] }
        }
        done = to + count
      }
      copy(done..<told.count)
    }
    return whole
  }

  /// Compared so that no number, however large, overflows: this room is built without checks.
  private static func isInside(_ part: [Int], _ size: Int, _ baseSize: Int) -> Bool {
    guard part.count == 3, part.allSatisfy({ $0 >= 0 }) else { return false }
    return part[2] <= size && part[0] <= size - part[2] && part[2] <= baseSize
      && part[1] <= baseSize - part[2]
  }
}
