import HearsayRecords
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Results on standard output, messages on standard error.
final class Console: Sendable {
  /// The variables of the environment.
  let environment: [String: String]
  /// The path of the running program.
  let program: String
  /// Columns of a page.
  let width: Int
  private let progress = Mutex(false)
  private let closed = Mutex(false)

  init(environment: [String: String], program: String) {
    self.environment = environment
    self.program = program
    width = Terminal.width(environment)
  }

  /// Whether nobody reads the output any more; not an error.
  var isClosed: Bool { closed.withLock { $0 } }

  /// Whether to colour what is printed.
  func usesColors(_ invocation: Invocation) -> Bool {
    Terminal.usesColors(
      asked: invocation["color"], environment: environment,
      isTerminal: Terminal.isTerminal(STDOUT_FILENO))
  }

  /// Prints a result.
  ///
  /// - Throws: ``OutputError`` if it cannot be written; a closed pipe is remembered, not thrown.
  func print(_ text: String) throws(OutputError) { try print(Array(text.utf8)) }

  /// Prints bytes as they are.
  ///
  /// - Throws: ``OutputError`` as for text.
  func print(_ bytes: [UInt8]) throws(OutputError) {
    clearProgress()
    guard !isClosed else { return }
    let failure = Self.write(bytes, to: STDOUT_FILENO)
    if failure == EPIPE {
      closed.withLock { $0 = true }
    } else if failure != 0 {
      throw OutputError(code: failure)
    }
  }

  /// Prints lines, painted if `colors`.
  func print(_ lines: [StyledText], colors: Bool) throws(OutputError) {
    try print(lines.map { $0.painted(colors: colors) + "\n" }.joined())
  }

  /// Tells something on standard error.
  func tell(_ message: String) {
    clearProgress()
    _ = Self.write("hearsay: \(message.safeLine)\n", to: STDERR_FILENO)
  }

  /// Asks a person something: a message without a line end.
  func ask(_ question: String) {
    clearProgress()
    _ = Self.write(question, to: STDERR_FILENO)
  }

  /// Shows how far the work is, on the last line of the terminal; nothing where there is none.
  func showProgress(_ text: String) {
    guard Terminal.isTerminal(STDERR_FILENO) else { return }
    progress.withLock { isShown in
      _ = Self.write("\r\u{1b}[K\(text)", to: STDERR_FILENO)
      isShown = true
    }
  }

  /// Takes the progress away.
  func clearProgress() {
    progress.withLock { isShown in
      if isShown { _ = Self.write("\r\u{1b}[K", to: STDERR_FILENO) }
      isShown = false
    }
  }

  private static func write(_ text: String, to descriptor: Int32) -> Int32 {
    write(Array(text.utf8), to: descriptor)
  }

  /// Writes all bytes; 0, or the number of the error.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { bytes in
        unsafe Glibc.write(descriptor, bytes.baseAddress, bytes.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      rest = rest.dropFirst(count)
    }
    return 0
  }
}

/// Why a result could not be written.
struct OutputError: Error, Hashable, Sendable {
  /// The system's number.
  let code: Int32
}
