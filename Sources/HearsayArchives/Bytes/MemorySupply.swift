/// Bytes that are in memory already.
final class MemorySupply: ByteSupply {
  private var bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func refill(_ buffer: inout [UInt8]) -> Bool {
    guard !bytes.isEmpty else { return false }
    buffer += bytes
    bytes = []
    return true
  }
}
