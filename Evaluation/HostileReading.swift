import Foundation
import Hearsay
import HearsayRecords
import TestSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Reads texts that are made to do harm, and wants of each a sound reading, or a refusal, in time.
///
/// The variable `HEARSAY_HOSTILE` says how many, or which (`2000-2499`); the first thousand unless set.
enum HostileReading {
  static let measure = Measure(name: "sound.hostile", needs: [], run: run)

  /// Each is at most some 8 KB, for which a quarter of this would do; of a processor's time, so that it does not matter what
  /// else runs.
  private static let limit = Duration.seconds(2)

  private struct Outcome {
    let number: Int
    let time: Duration
    let fault: String?
  }

  @Sendable private static func run(_ data: URL) throws -> [Score] {
    let reader = try Hearsay.Reader(Resources(environment: ProcessInfo.processInfo.environment))
    let numbers = asked(ProcessInfo.processInfo.environment["HEARSAY_HOSTILE"])
    let count = numbers.count
    let outcomes = concurrently(count) { index, workspace in
      let number = numbers.lowerBound + index
      // After a hang it tells which text it was.
      FileHandle.standardError.write(Data("\r\u{1B}[K\(number)".utf8))
      return outcome(number, reader, workspace)
    } makeWorkspace: {
      reader.makeWorkspace()
    }
    FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    let slowest = outcomes.sorted { $0.time > $1.time }.prefix(3)
    print(
      "         \(count) texts, the slowest: "
        + slowest.map { "\($0.number) in \($0.time / .milliseconds(1)) ms" }.joined(separator: ", ")
    )
    for outcome in outcomes where outcome.fault != nil || outcome.time >= limit {
      print("           \(outcome.number): \(outcome.fault ?? "\(outcome.time)")")
    }
    let good = outcomes.count { $0.fault == nil && $0.time < limit }
    return [
      Score(key: "sound.hostile", value: Double(good) / Double(max(count, 1)), of: count)
    ]
  }

  private static func asked(_ written: String?) -> Range<Int> {
    let ends = (written ?? "").split(separator: "-").compactMap { Int($0) }
    if ends.count == 2, ends[0] <= ends[1] { return ends[0]..<(ends[1] + 1) }
    return 0..<max(0, ends.first ?? 1_000)
  }

  /// What this thread has used of a processor.
  private static func processorTime() -> Duration {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  private static func outcome(
    _ number: Int, _ reader: Hearsay.Reader, _ workspace: Workspace
  ) -> Outcome {
    let bytes = Array(HostileTexts.text(number).utf8)
    let start = processorTime()
    var fault: String?
    do {
      let request = ReadingRequest(address: "hostile-\(number).txt")
      fault = try reader.read(bytes, request, workspace).flaws().first?.description
    } catch {
      // That there is no report in it is an answer too.
    }
    return Outcome(number: number, time: processorTime() - start, fault: fault)
  }
}
