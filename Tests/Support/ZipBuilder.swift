/// Writes zip files, as packers of web archives do, for tests to read and to damage.
package struct ZipBuilder {
  private struct Entry {
    let name: [UInt8]
    let method: UInt16
    let packed: [UInt8]
    let size: Int
    let isWide: Bool
  }

  private var entries: [Entry] = []

  package init() {}

  /// Adds a file; `isWide` writes its sizes in the way of Zip64.
  package mutating func add(
    _ name: String, _ bytes: [UInt8], isDeflated: Bool = false, isWide: Bool = false
  ) {
    entries.append(
      Entry(
        name: Array(name.utf8), method: isDeflated ? 8 : 0,
        packed: isDeflated ? Deflating.raw(bytes) : bytes, size: bytes.count, isWide: isWide))
  }

  /// The whole file.
  package func bytes() -> [UInt8] {
    var out: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let start = out.count
      out += [0x50, 0x4B, 3, 4] + little(20, 2) + little(0, 2) + little(Int(entry.method), 2)
      out += little(0, 4) + little(0, 4) + little(entry.packed.count, 4) + little(entry.size, 4)
      out += little(entry.name.count, 2) + little(0, 2) + entry.name + entry.packed
      let all = 0xFFFF_FFFF
      let extra =
        entry.isWide
        ? little(1, 2) + little(24, 2) + little(entry.size, 8) + little(entry.packed.count, 8)
          + little(start, 8) : []
      directory += [0x50, 0x4B, 1, 2] + little(45, 2) + little(20, 2) + little(0, 2)
      directory += little(Int(entry.method), 2) + little(0, 4) + little(0, 4)
      directory += little(entry.isWide ? all : entry.packed.count, 4)
      directory += little(entry.isWide ? all : entry.size, 4)
      directory += little(entry.name.count, 2) + little(extra.count, 2) + little(0, 8)
      directory += little(0, 2) + little(entry.isWide ? all : start, 4)
      directory += entry.name + extra
    }
    let start = out.count
    out += directory
    if entries.contains(where: \.isWide) {
      let wide = out.count
      out += [0x50, 0x4B, 6, 6] + little(44, 8) + little(45, 2) + little(45, 2) + little(0, 8)
      out += little(entries.count, 8) + little(entries.count, 8)
      out += little(directory.count, 8) + little(start, 8)
      out += [0x50, 0x4B, 6, 7] + little(0, 4) + little(wide, 8) + little(1, 4)
      out += [0x50, 0x4B, 5, 6] + little(0, 4) + little(0xFFFF, 2) + little(0xFFFF, 2)
      return out + little(0xFFFF_FFFF, 4) + little(0xFFFF_FFFF, 4) + little(0, 2)
    }
    out += [0x50, 0x4B, 5, 6] + little(0, 4) + little(entries.count, 2) + little(entries.count, 2)
    return out + little(directory.count, 4) + little(start, 4) + little(0, 2)
  }

  private func little(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
