import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Ctrl-C and a request to end: the first is remembered so that work in hand can be finished and kept, the
/// second ends the program at once, which loses nothing either since every report is stored whole or not at all.
final class Interruption {
  private final class Request: Sendable {
    let isMade = Mutex(false)
  }

  private let request = Request()
  private let sources: [any DispatchSourceSignal]

  /// Begins to listen; `onFirst` is called at the first request.
  init(onFirst: @escaping @Sendable () -> Void) {
    sources = [SIGINT, SIGTERM].map { number in
      // The signal itself must do nothing, so that only the source tells of it.
      signal(number, SIG_IGN)
      return DispatchSource.makeSignalSource(signal: number, queue: .global())
    }
    for source in sources {
      source.setEventHandler { [request] in
        let isFirst = request.isMade.withLock { isMade in
          defer { isMade = true }
          return !isMade
        }
        guard isFirst else { _exit(Outcome.interrupted.rawValue) }
        onFirst()
      }
      source.resume()
    }
  }

  /// Whether it was asked to stop.
  var isAsked: Bool { request.isMade.withLock { $0 } }
}
