import Foundation
import Testing

@testable import HearsayDesk

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct PatienceTests {
  /// Two ends of a connection.
  private struct Ends {
    let near: Int32
    let far: Int32

    init() throws {
      var pair: [Int32] = [0, 0]
      guard unsafe socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &pair) == 0 else {
        throw POSIXError(.EMFILE)
      }
      (near, far) = (pair[0], pair[1])
    }

    /// Whether the near end was shut down.
    var isShut: Bool {
      var byte: UInt8 = 0
      return unsafe recv(far, &byte, 1, Int32(MSG_DONTWAIT)) == 0
    }

    func close() {
      Glibc.close(near)
      Glibc.close(far)
    }
  }

  @Test(arguments: [
    (Patience.Stage.head, 9, false), (.head, 11, true), (.rest, 11, false), (.rest, 121, true),
    (.own, 10_000, false),
  ])
  func `a connection is shut down when its time is over, and no sooner`(
    _ stage: Patience.Stage, _ seconds: Int, _ isShut: Bool
  ) throws {
    let patience = Patience(head: .seconds(10), rest: .seconds(120))
    let ends = try Ends()
    defer { ends.close() }
    let start = ContinuousClock.Instant.now
    patience.opened(1, socket: ends.near, at: start)
    patience.comes(to: stage, 1, at: start)
    patience.look(start.advanced(by: .seconds(seconds)))
    #expect(ends.isShut == isShut)
  }

  @Test func `what the server closes itself is not touched`() throws {
    let patience = Patience(head: .seconds(10), rest: .seconds(120))
    let ends = try Ends()
    defer { ends.close() }
    let start = ContinuousClock.Instant.now
    patience.opened(1, socket: ends.near, at: start)
    patience.closed(1)
    patience.look(start.advanced(by: .seconds(1000)))
    #expect(!ends.isShut)
  }
}
