import Synchronization

#if canImport(Glibc)
  private import Glibc
#elseif canImport(Musl)
  private import Musl
#endif

/// Two things done at once.
enum AtOnce {
  /// Does one thing on a thread of its own and another on the caller's, and waits for both.
  ///
  /// A plain thread that has ended when this returns, and no queue: a process that has used queues cannot use them in its children
  /// after a fork, and libraries do not choose what their callers do.
  ///
  /// - Throws: What the other throws, else what the caller's part does.
  static func both<Other: Sendable, Own>(
    _ other: @escaping @Sendable () throws -> Other, own: () throws -> Own
  ) throws -> (other: Other, own: Own) {
    let done = Done<Other>()
    let errand = Errand { done.result.withLock { $0 = Result { try other() } } }
    let given = unsafe Unmanaged.passRetained(errand)
    var thread = pthread_t()
    let isStarted =
      unsafe pthread_create(
        &thread, nil,
        { given in
          if let given = unsafe given {
            unsafe Unmanaged<Errand>.fromOpaque(given).takeRetainedValue().run()
          }
          return nil
        }, given.toOpaque()) == 0
    if !isStarted { unsafe given.release() }
    let mine = Result { try own() }
    // No thread was to be had: one after the other, then.
    if isStarted { pthread_join(thread, nil) } else { errand.run() }
    guard let others = done.result.withLock({ $0 }) else {
      preconditionFailure("an errand that has ended has no result")
    }
    return (try others.get(), try mine.get())
  }

  /// Something to do: a thread is given a pointer, which has no parameters.
  private final class Errand: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// What came of it.
  private final class Done<Value: Sendable>: Sendable {
    let result = Mutex<Result<Value, any Error>?>(nil)
  }
}
