import HearsayDatabase
import Synchronization

#if canImport(Glibc)
  private import Glibc
#elseif canImport(Musl)
  private import Musl
#endif

/// Something that a thread of its own does while its caller goes on with other things.
///
/// A plain thread: it waits for the server most of the time, and what runs tasks has no thread to spare for that.
final class CopyErrand {
  private let work: Work
  private var thread = pthread_t()
  private let isStarted: Bool

  init(_ run: @escaping () -> DatabaseError?) {
    work = Work(run)
    let given = unsafe Unmanaged.passRetained(work)
    isStarted =
      unsafe pthread_create(
        &thread, nil,
        { given in
          if let given = unsafe given {
            unsafe Unmanaged<Work>.fromOpaque(given).takeRetainedValue().run()
          }
          return nil
        }, given.toOpaque()) == 0
    if !isStarted { unsafe given.release() }
  }

  /// Waits until it is done.
  ///
  /// - Returns: What went wrong.
  func wait() -> DatabaseError? {
    if isStarted { pthread_join(thread, nil) } else { work.run() }
    return work.failed.withLock { $0 }
  }

  // Unchecked: what it does touches nothing that its owner touches before it has waited.
  private final class Work: @unchecked Sendable {
    private let task: () -> DatabaseError?
    let failed = Mutex<DatabaseError?>(nil)

    init(_ task: @escaping () -> DatabaseError?) { self.task = task }

    func run() {
      let result = task()
      failed.withLock { $0 = result }
    }
  }
}
