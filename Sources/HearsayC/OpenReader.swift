import Hearsay
import HearsayRecords
import Synchronization

/// A reader with the working memory of all threads that use it, made once and used by many.
///
/// Memory waits in slots that are exchanged without a lock: a lock that some thread holds while another one forks would stay
/// held for ever in the child. Safe: nobody else has the pointer, and nothing lies beyond its slots.
@safe final class OpenReader {
  private let reader: Hearsay.Reader
  /// For each slot the workspace in it, as bits of its pointer, retained; 0 for none.
  private let slots: UnsafeMutablePointer<Atomic<UInt>>

  /// Workspaces that are kept; threads beyond them get one that is given back at once.
  private static let slotCount = 64

  init(_ reader: Hearsay.Reader) {
    self.reader = reader
    unsafe slots = .allocate(capacity: Self.slotCount)
    for index in 0..<Self.slotCount { unsafe (slots + index).initialize(to: Atomic(0)) }
  }

  deinit {
    while takeKept() != nil {}
    unsafe slots.deinitialize(count: Self.slotCount)
    unsafe slots.deallocate()
  }

  /// The contract's JSON of one report.
  ///
  /// - Throws: `TextError` for bytes that hold no report.
  func read(_ bytes: [UInt8], _ request: ReadingRequest) throws -> String {
    let workspace = takeKept() ?? reader.makeWorkspace()
    defer { keep(workspace) }
    return try reader.read(bytes, request, workspace).json()
  }

  private func takeKept() -> Workspace? {
    for index in 0..<Self.slotCount {
      let bits = unsafe slots[index].exchange(0, ordering: .acquiring)
      if let kept = unsafe UnsafeRawPointer(bitPattern: bits) {
        return unsafe Unmanaged<Workspace>.fromOpaque(kept).takeRetainedValue()
      }
    }
    return nil
  }

  private func keep(_ workspace: Workspace) {
    let kept = unsafe Unmanaged.passRetained(workspace)
    let bits = unsafe UInt(bitPattern: kept.toOpaque())
    for index in 0..<Self.slotCount
    where unsafe slots[index].compareExchange(expected: 0, desired: bits, ordering: .releasing)
      .exchanged
    {
      return
    }
    unsafe kept.release()
  }
}
