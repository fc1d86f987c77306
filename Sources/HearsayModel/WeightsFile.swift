import CKernels
import CZlib
import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#endif

/// A weights file mapped into memory.
///
/// The format is told in Documentation/Model.md.
final class WeightsFile: @unchecked Sendable {
  // Unchecked: the mapping is read-only and lives as long as the object.

  /// What the file's header says of one tensor.
  struct Entry: Decodable {
    let name: String
    let type: String
    let shape: [Int]
    let offset: Int
    let bytes: Int
  }

  struct Header: Decodable {
    let name: String
    let version: String
    let crc32: UInt32
    let blobBytes: Int
    let config: Config
    let labels: [String: [String]]
    let tensors: [Entry]
  }

  let path: String
  let header: Header
  private let base: UnsafeRawPointer
  private let mappedBytes: Int
  private let blobs: UnsafeRawPointer
  private let entries: [String: Entry]

  private static let magic = "HEARSAY1"
  private static let formatVersion: UInt32 = 1

  init(path: String) throws(ModelError) {
    self.path = path
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else {
      throw ModelError(
        code: errno == ENOENT ? .notFound : .notReadable, path: path,
        detail: String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size >= 16 else {
      throw ModelError(code: .notWeights, path: path, detail: "not a weights file: too short")
    }
    var size = Int(status.st_size)
    guard var mapped = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), mapped != MAP_FAILED
    else {
      throw ModelError(code: .notReadable, path: path, detail: String(cString: strerror(errno)))
    }
    let told = UnsafeRawBufferPointer(start: mapped, count: size)
    if WeightsDifference.isOne(told) {
      defer { munmap(UnsafeMutableRawPointer(mutating: told.baseAddress), told.count) }
      let whole = try WeightsDifference.joined(told, path: path)
      guard let start = whole.baseAddress else { preconditionFailure("no memory in \(path)") }
      (mapped, size) = (start, whole.count)
    }
    do {
      let bytes = UnsafeRawBufferPointer(start: mapped, count: size)
      let header = try Self.header(of: bytes, path: path)
      let first =
        (16 + Int(bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self)) + 63) / 64 * 64
      // Compared so that no number in the header, however large, overflows: this room is built without checks.
      guard header.blobBytes >= 0, header.blobBytes <= size - first else {
        throw ModelError(
          code: .truncated, path: path,
          detail: "cut off: \(max(size - first, 0)) bytes of tensors of \(header.blobBytes)")
      }
      blobs = UnsafeRawPointer(mapped) + first
      guard
        Self.sum(blobs.assumingMemoryBound(to: UInt8.self), header.blobBytes) == header.crc32
      else {
        throw ModelError(code: .damaged, path: path, detail: "damaged: its checksum does not fit")
      }
      self.header = header
    } catch let error as ModelError {
      munmap(mapped, size)
      throw error
    } catch {
      munmap(mapped, size)
      throw ModelError(code: .damaged, path: path, detail: "damaged header: \(error)")
    }
    base = UnsafeRawPointer(mapped)
    mappedBytes = size
    entries = Dictionary(header.tensors.map { ($0.name, $0) }) { first, _ in first }
  }

  deinit {
    munmap(UnsafeMutableRawPointer(mutating: base), mappedBytes)
  }

  /// The CRC-32, by the fastest way there is: it is a fifth of what opening takes otherwise.
  private static func sum(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt32 {
    var sum: UInt32 = 0
    guard hearsay_sum(bytes, Int64(count), &sum) == 0 else { return sum }
    return UInt32(truncatingIfNeeded: crc32(0, bytes, uInt(count)))
  }

  private static func header(of bytes: UnsafeRawBufferPointer, path: String) throws -> Header {
    guard bytes.prefix(8).elementsEqual(magic.utf8) else {
      throw ModelError(code: .notWeights, path: path, detail: "not a weights file")
    }
    let version = bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self)
    guard version == formatVersion else {
      throw ModelError(
        code: .wrongVersion, path: path,
        detail: "weights format \(version), but this program reads format \(formatVersion)")
    }
    let length = Int(bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
    guard bytes.count >= 16 + length else {
      throw ModelError(code: .truncated, path: path, detail: "cut off inside its header")
    }
    return try JSONDecoder().decode(Header.self, from: Data(bytes[16..<(16 + length)]))
  }

  // MARK: - Tensors

  /// The tensor of a name, checked against the type and shape that the network needs.
  func floats(_ name: String, _ shape: [Int]) throws(ModelError) -> UnsafePointer<Float> {
    try pointer(name, "f32", shape, bytesEach: 4).assumingMemoryBound(to: Float.self)
  }

  func bytes(_ name: String, _ shape: [Int]) throws(ModelError) -> UnsafePointer<Int8> {
    try pointer(name, "i8", shape, bytesEach: 1).assumingMemoryBound(to: Int8.self)
  }

  /// A tensor of bytes of any length.
  func text(_ name: String) throws(ModelError) -> UnsafeBufferPointer<UInt8> {
    guard let entry = entries[name], entry.shape.count == 1 else { throw missing(name) }
    let start = try pointer(name, "u8", entry.shape, bytesEach: 1)
    return UnsafeBufferPointer(
      start: start.assumingMemoryBound(to: UInt8.self), count: entry.bytes)
  }

  func isQuantised(_ name: String) -> Bool { entries[name]?.type == "i8" }

  private func pointer(
    _ name: String, _ type: String, _ shape: [Int], bytesEach: Int
  ) throws(ModelError) -> UnsafeRawPointer {
    guard let entry = entries[name] else { throw missing(name) }
    guard entry.type == type, entry.shape == shape, entry.offset % 64 == 0, entry.offset >= 0,
      let bytes = Self.bytes(of: shape, each: bytesEach), entry.bytes == bytes,
      entry.bytes <= header.blobBytes, entry.offset <= header.blobBytes - entry.bytes
    else {
      throw ModelError(
        code: .incomplete, path: path,
        detail: "tensor \(name) is \(entry.type) \(entry.shape), \(type) \(shape) is needed")
    }
    return blobs + entry.offset
  }

  /// The bytes of a tensor; `nil` if that is no number.
  private static func bytes(of shape: [Int], each: Int) -> Int? {
    var bytes = each
    for size in shape {
      let (product, overflows) = bytes.multipliedReportingOverflow(by: size)
      guard size >= 0, !overflows else { return nil }
      bytes = product
    }
    return bytes
  }

  private func missing(_ name: String) -> ModelError {
    ModelError(code: .incomplete, path: path, detail: "no tensor \(name)")
  }
}
