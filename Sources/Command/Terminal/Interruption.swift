import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Ctrl-C and a request to end, obeyed within a second.
///
/// The first is remembered so that work in hand can be finished and kept, for which there is less than a second; the second
/// ends the program at once. Neither loses anything, since every report is stored whole or not at all.
///
/// Whatever the threads are at, working or waiting for a pipe that nobody writes to: the handler of a signal runs on any
/// of them, and a thread of its own does the rest.
final class Interruption: Sendable {
  /// How long work in hand may take, in seconds, once it was asked to stop.
  private static let grace = 0.8

  private struct State {
    var isAsked = false
    var isOver = false
  }

  private let state = Mutex(State())

  /// Begins to listen; to be made once in a run.
  ///
  /// - Parameters:
  ///   - onFirst: Called at the first request.
  ///   - lastWords: Called if the program must end before the work in hand does.
  init(
    onFirst: @escaping @Sendable () -> Void, lastWords: @escaping @Sendable () -> Void
  ) {
    Bell.hang()
    DispatchQueue(label: "signals").async { [self] in
      Bell.wait()
      state.withLock { $0.isAsked = true }
      onFirst()
      usleep(UInt32(Self.grace * 1e6))
      if !state.withLock({ $0.isOver }) { lastWords() }
      _exit(Outcome.interrupted.rawValue)
    }
  }

  /// Whether it was asked to stop.
  var isAsked: Bool { state.withLock { $0.isAsked } }

  /// Takes note that the work has come to its end, so that nothing is said of what was left.
  func end() { state.withLock { $0.isOver = true } }
}

/// All that the handler of a signal may touch: it comes at any moment, so it counts, rings and sets an alarm, no more.
private enum Bell {
  private static let requests = Atomic(0)
  private static let ends: [Int32] = {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return [-1, -1] }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return ends
  }()

  static func hang() {
    // Made now: a handler must make nothing.
    _ = ends
    // Even last words may find nobody who takes them.
    signal(SIGALRM) { _ in _exit(Outcome.interrupted.rawValue) }
    for number in [SIGINT, SIGTERM] { signal(number) { _ in Bell.ring() } }
  }

  private static func ring() {
    guard requests.add(1, ordering: .relaxed).oldValue == 0 else {
      _exit(Outcome.interrupted.rawValue)
    }
    alarm(1)
    _ = unsafe write(ends[1], "!", 1)
  }

  /// Waits until it rings.
  static func wait() {
    var byte: UInt8 = 0
    while unsafe read(ends[0], &byte, 1) < 0, errno == EINTR {}
  }
}
