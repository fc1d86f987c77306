import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// A program at a terminal of its own, typed at by a test.
final class PseudoTerminal {
  private let process: Process
  private let mine: Int32
  private var bytes: [UInt8] = []
  /// How many of the bytes that came were waited for.
  private var passed = 0
  /// A program that has nothing more to say is not waited for longer.
  private static let patience = 60.0
  // TIOCSPTLCK and TIOCGPTN of Linux, which are no plain constants in the header and so are not seen by Swift.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  /// Starts a program whose input, output and messages are a new terminal.
  init(_ process: Process) throws {
    self.process = process
    mine = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var (locked, number): (Int32, Int32) = (0, 0)
    guard mine >= 0, unsafe ioctl(mine, Self.setLock, &locked) == 0,
      unsafe ioctl(mine, Self.getNumber, &number) == 0
    else { throw POSIXError(.ENODEV) }
    let theirs = unsafe open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    guard theirs >= 0 else { throw POSIXError(.ENODEV) }
    let handle = FileHandle(fileDescriptor: theirs, closeOnDealloc: false)
    process.standardInput = handle
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    close(theirs)
  }

  deinit { close(mine) }

  /// All that the program wrote.
  var seen: String { String(decoding: bytes, as: UTF8.self) }

  /// Waits until the program has written these words after those that were waited for before.
  func wait(for words: String) throws {
    let wanted = Data(words.utf8)
    let end = Date(timeIntervalSinceNow: Self.patience)
    while true {
      let rest = Data(bytes[passed...])
      if let found = rest.firstRange(of: wanted) {
        passed += found.upperBound - rest.startIndex
        return
      }
      guard Date() < end, take() else {
        Issue.record("“\(words)” was waited for in vain after: \(seen)")
        throw POSIXError(.ETIMEDOUT)
      }
    }
  }

  /// Types at the program.
  func type(_ keys: String) throws {
    let typed = Array(keys.utf8)
    guard unsafe write(mine, typed, typed.count) == typed.count else { throw POSIXError(.EIO) }
  }

  /// Waits for the program's end.
  ///
  /// - Returns: Its status.
  func end() throws -> Int32 {
    let end = Date(timeIntervalSinceNow: Self.patience)
    while take() {
      guard Date() < end else {
        process.terminate()
        Issue.record("the program does not end after: \(seen)")
        break
      }
    }
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Takes what the program has written; `false` when it has closed the terminal.
  private func take() -> Bool {
    var waiting = pollfd(fd: mine, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&waiting, 1, 200) > 0 else { return process.isRunning }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = unsafe read(mine, &buffer, buffer.count)
    guard count > 0 else { return false }
    bytes += buffer[..<count]
    return true
  }
}
