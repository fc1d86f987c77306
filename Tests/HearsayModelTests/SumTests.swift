import CKernels
import CZlib
import Testing

@Test func `the fast sum is zlib's, of any number of bytes`() {
  var state: UInt32 = 7
  let bytes = (0..<70_000).map { _ in
    state = state &* 1_664_525 &+ 1_013_904_223
    return UInt8(state >> 24)
  }
  for count in Array(0...200) + [1_000, 4_095, 4_096, 65_537, 70_000] {
    // From any byte on: nothing has to begin where a word does.
    let part = Array(bytes.suffix(count))
    var sum: UInt32 = 0
    // Where a processor has no fast way, zlib's is taken.
    guard unsafe hearsay_sum(part, Int64(count), &sum) == 1 else { return }
    #expect(sum == UInt32(truncatingIfNeeded: unsafe crc32(0, part, uInt(count))), "\(count)")
  }
}
