/// Tells quickly that a text holds no date.
enum DateShape {
  /// Whether there is a figure that may be a year, or three that may be a day.
  static func mayHoldDate(_ text: String) -> Bool {
    var run = 0
    var first: UInt8 = 0
    var short = 0
    for byte in text.utf8 {
      if byte >= 0x30, byte <= 0x39 {
        if run == 0 { first = byte }
        run += 1
        continue
      }
      if run > 0 {
        if run == 4, first == 0x31 || first == 0x32 { return true }
        if run <= 2 {
          short += 1
          if short >= 3 { return true }
        }
        run = 0
      }
      // Digits of other scripts.
      if byte == 0xD9 || byte == 0xDB || byte == 0xE0 || byte == 0xEF { return true }
    }
    return run == 4 && (first == 0x31 || first == 0x32) || (run > 0 && run <= 2 && short >= 2)
  }
}
