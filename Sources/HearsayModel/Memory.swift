#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Asks the system for pages before they are written, and for large ones where it can.
///
/// Met one by one, in faults of 4 KB each, they took a sixth of the time that opening takes. What the system cannot do it says, and
/// nothing is lost.
enum Pages {
  /// Less than this is not worth a call.
  static let fewest = 64 << 10

  /// Pages of their own that will all be written soon; `nil` where the system gives none.
  ///
  /// They are the system's again as soon as they are given back, which memory from a heap is not.
  static func own(_ bytes: Int) -> UnsafeMutableRawPointer? {
    #if os(Linux)
      let start = mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
      guard let start, start != MAP_FAILED else { return nil }
      willBeWritten(start, bytes)
      return start
    #else
      return nil
    #endif
  }

  /// Pages from `mmap` that will all be written soon.
  static func willBeWritten(_ start: UnsafeMutableRawPointer, _ bytes: Int) {
    #if os(Linux)
      if bytes >= 4 << 20 { _ = madvise(start, bytes, large) }
      _ = madvise(start, bytes, populated)
    #endif
  }

  /// MADV_HUGEPAGE, and MADV_POPULATE_WRITE (since Linux 5.14, which not all headers know).
  private static let large: Int32 = 14
  private static let populated: Int32 = 23
}

/// Memory for numbers that frees itself.
///
/// It lives as long as the object, so whoever keeps a pointer into it keeps the object. It begins where a line of the
/// processor's cache does, which the widest registers need to be loaded at once.
final class Memory<Element> {
  let start: UnsafeMutablePointer<Element>
  /// Of pages of its own, how many bytes.
  private let owned: Int?

  /// Memory whose content is arbitrary.
  init(count: Int) {
    owned = nil
    start = UnsafeMutableRawPointer.allocate(
      byteCount: max(count, 1) * MemoryLayout<Element>.stride, alignment: 64
    ).bindMemory(to: Element.self, capacity: max(count, 1))
  }

  /// Memory that is about to be written, all of it.
  init(toBeWritten count: Int) {
    let bytes = count * MemoryLayout<Element>.stride
    if bytes >= Pages.fewest, let own = Pages.own(bytes) {
      owned = bytes
      start = own.bindMemory(to: Element.self, capacity: count)
    } else {
      owned = nil
      start = UnsafeMutableRawPointer.allocate(byteCount: max(bytes, 1), alignment: 64)
        .bindMemory(to: Element.self, capacity: max(count, 1))
    }
  }

  convenience init(repeating value: Element, count: Int) {
    self.init(count: count)
    start.initialize(repeating: value, count: count)
  }

  deinit {
    if let owned { munmap(start, owned) } else { start.deallocate() }
  }

  func copy(_ from: UnsafePointer<Element>, _ count: Int, to first: Int) {
    (start + first).update(from: from, count: count)
  }
}
