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
    let before = try settings()
    var quiet = before
    quiet.c_lflag &= ~tcflag_t(ECHO)
    // Before it is asked: what is typed at once must neither be seen nor thrown away.
    unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet)
    console.ask(question)
    defer {
      var before = before
      unsafe tcsetattr(STDIN_FILENO, TCSANOW, &before)
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

  /// What is typed until Enter; empty at the end.
  ///
  /// Read byte by byte, so that nothing of what follows is taken with it. In a pipe a key may have a line of its own, whose end is no answer.
  static func typed() -> String {
    var bytes: [UInt8] = []
    if !isTerminal(STDIN_FILENO), let first = byte(), first != UInt8(ascii: "\n") {
      bytes.append(first)
    }
    while let byte = byte(), byte != UInt8(ascii: "\n"), bytes.count < 10_000 { bytes.append(byte) }
    return String(decoding: bytes, as: UTF8.self)
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
    guard let byte = byte(), byte != 4 else { return nil }
    return Character(UnicodeScalar(byte))
  }

  private static func byte() -> UInt8? {
    var byte: UInt8 = 0
    return unsafe read(STDIN_FILENO, &byte, 1) == 1 ? byte : nil
  }
}
