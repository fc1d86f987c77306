extension String {
  /// The text on one line, without characters by which a report could steer the terminal that shows it.
  package var safeLine: String {
    guard unicodeScalars.contains(where: Self.isUnsafe) || contains("  ") else { return self }
    var line = ""
    var isAfterSpace = false
    for scalar in unicodeScalars {
      if scalar.properties.isWhitespace {
        if !isAfterSpace { line.append(" ") }
        isAfterSpace = true
      } else if !Self.isUnsafe(scalar) {
        line.unicodeScalars.append(scalar)
        isAfterSpace = false
      }
    }
    return line
  }

  /// Control characters, and those that turn the direction of writing around.
  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7f..<0xa0, 0x2028, 0x2029, 0x202a...0x202e, 0x2066...0x2069: true
    default: false
    }
  }
}
