/// Memory for numbers that frees itself.
///
/// It lives as long as the object, so whoever keeps a pointer into it keeps the object.
final class Memory<Element> {
  let start: UnsafeMutablePointer<Element>

  /// Memory whose content is arbitrary.
  init(count: Int) {
    start = .allocate(capacity: count)
  }

  init(repeating value: Element, count: Int) {
    start = .allocate(capacity: count)
    start.initialize(repeating: value, count: count)
  }

  init(copying from: UnsafePointer<Element>, count: Int) {
    start = .allocate(capacity: count)
    copy(from, count, to: 0)
  }

  deinit { start.deallocate() }

  func copy(_ from: UnsafePointer<Element>, _ count: Int, to first: Int) {
    (start + first).update(from: from, count: count)
  }
}
