#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

// What people type: a secret that is not shown, and single keys.
extension Terminal {
  /// Asks for something that must not be seen on the screen; from a pipe its first line.
  ///
  /// - Throws: ``UsageError`` if nothing is typed.
  static func secret(_ question: String, _ console: Console) throws(UsageError) -> String {
    guard isTerminal(STDIN_FILENO) else { return try line() }
    console.ask(question)
    let before = try settings()
    var quiet = before
    quiet.c_lflag &= ~tcflag_t(ECHO)
    unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet)
    defer {
      var before = before
      unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
      console.ask("\n")
    }
    return try line()
  }

  private static func line() throws(UsageError) -> String {
    guard let line = readLine(strippingNewline: true), !line.isEmpty else {
      throw UsageError(message: "nothing was typed", command: nil)
    }
    return line
  }

  private static func settings() throws(UsageError) -> termios {
    var settings = termios()
    guard unsafe tcgetattr(STDIN_FILENO, &settings) == 0 else {
      throw UsageError(message: "the terminal cannot be asked", command: nil)
    }
    return settings
  }

  /// One key, without Enter; from a pipe one character, line ends left out.
  ///
  /// `nil` at the end.
  static func key() -> Character? {
    guard isTerminal(STDIN_FILENO), let before = try? settings() else { return piped() }
    var raw = before
    raw.c_lflag &= ~tcflag_t(ECHO | ICANON)
    unsafe tcsetattr(STDIN_FILENO, TCSANOW, &raw)
    defer {
      var before = before
      unsafe tcsetattr(STDIN_FILENO, TCSANOW, &before)
    }
    return character()
  }

  private static func piped() -> Character? {
    while let next = character() {
      if !next.isNewline { return next }
    }
    return nil
  }

  private static func character() -> Character? {
    var byte: UInt8 = 0
    guard unsafe read(STDIN_FILENO, &byte, 1) == 1, byte != 4 else { return nil }
    return Character(UnicodeScalar(byte))
  }
}
