#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What the program prints to.
enum Terminal {
  /// Columns of a page on something that has no width.
  static let usualWidth = 80
  /// Longer lines are hard to read, however wide the window is.
  static let widest = 110

  /// Whether a file descriptor is a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The columns a page may take: `COLUMNS` if it says so, else those of the terminal.
  static func width(_ environment: [String: String]) -> Int {
    if let columns = environment["COLUMNS"].flatMap({ Int($0) }), columns > 0 {
      return max(30, columns)
    }
    var size = winsize()
    guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return usualWidth
    }
    return max(30, min(Int(size.ws_col), widest))
  }

  /// Whether to colour: as asked, else on a terminal that can, unless `NO_COLOR` is set (no-color.org).
  static func usesColors(
    asked: String?, environment: [String: String], isTerminal: Bool
  ) -> Bool {
    switch asked {
    case "always": true
    case "never": false
    default:
      isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }
  }
}
