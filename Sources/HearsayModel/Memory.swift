/// Memory for numbers that frees itself.
///
/// It lives as long as the object, so whoever keeps a pointer into it keeps the object. It begins where a line of the
/// processor's cache does, which the widest registers need to be loaded at once.
final class Memory<Element> {
  let start: UnsafeMutablePointer<Element>

  /// Memory whose content is arbitrary.
  init(count: Int) {
    start = UnsafeMutableRawPointer.allocate(
      byteCount: max(count, 1) * MemoryLayout<Element>.stride, alignment: 64
    ).bindMemory(to: Element.self, capacity: max(count, 1))
  }

  convenience init(repeating value: Element, count: Int) {
    self.init(count: count)
    start.initialize(repeating: value, count: count)
  }

  deinit { start.deallocate() }

  func copy(_ from: UnsafePointer<Element>, _ count: Int, to first: Int) {
    (start + first).update(from: from, count: count)
  }
}
