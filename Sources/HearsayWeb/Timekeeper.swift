#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The time and how to let it pass, both of which tests bring themselves.
package struct Timekeeper: Sendable {
  /// Seconds since 1970.
  package let now: @Sendable () -> Double
  /// Waits for so many seconds, or until the task is cancelled.
  package let wait: @Sendable (Double) async throws -> Void

  package init(
    now: @escaping @Sendable () -> Double,
    wait: @escaping @Sendable (Double) async throws -> Void
  ) {
    self.now = now
    self.wait = wait
  }

  /// The machine's clock.
  package static let machine = Timekeeper(
    now: {
      var time = timespec()
      unsafe clock_gettime(CLOCK_REALTIME, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    },
    wait: { try await Task.sleep(for: .seconds($0)) })
}
