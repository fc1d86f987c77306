/// How a stretch of text looks on a terminal with colours.
///
/// Nothing is told by colour alone: what a colour says, a word or a mark says too.
enum Style: Hashable, Sendable {
  case plain, faint, heading, speaker, quote, hit, happened, said, alleged, planned, denied

  /// The numbers of the ANSI escape sequence (ECMA-48, 8.3.117); `nil` for plain text.
  var codes: String? {
    switch self {
    case .plain: nil
    case .faint: "2"
    case .heading: "1"
    case .speaker: "1;36"
    case .quote: "3;33"
    case .hit: "1;33"
    case .happened: "1;32"
    case .said: "36"
    case .alleged: "1;35"
    case .planned: "34"
    case .denied: "1;31"
    }
  }
}

/// Text in which every stretch knows how it looks.
struct StyledText: Hashable, Sendable, ExpressibleByStringInterpolation {
  struct Stretch: Hashable, Sendable {
    var text: String
    var style: Style
  }

  private(set) var stretches: [Stretch] = []

  init() {}

  init(_ text: String, _ style: Style = .plain) { append(text, style) }

  init(stringLiteral text: String) { append(text, .plain) }

  /// Joins texts.
  init(_ parts: [StyledText], separator: StyledText = "") {
    for (offset, part) in parts.enumerated() {
      if offset > 0 { self += separator }
      self += part
    }
  }

  mutating func append(_ text: String, _ style: Style = .plain) {
    guard !text.isEmpty else { return }
    if let last = stretches.indices.last, stretches[last].style == style {
      stretches[last].text += text
    } else {
      stretches.append(Stretch(text: text, style: style))
    }
  }

  static func += (left: inout StyledText, right: StyledText) {
    for stretch in right.stretches { left.append(stretch.text, stretch.style) }
  }

  static func + (left: StyledText, right: StyledText) -> StyledText {
    var both = left
    both += right
    return both
  }

  var isEmpty: Bool { stretches.isEmpty }

  /// The words without their looks.
  var plain: String { stretches.map(\.text).joined() }

  /// Columns it takes on a terminal.
  var width: Int { stretches.reduce(0) { $0 + $1.text.terminalWidth } }

  /// The text for a terminal, with escape sequences if `colors`.
  func painted(colors: Bool) -> String {
    guard colors else { return plain }
    return stretches.map { stretch in
      guard let codes = stretch.style.codes else { return stretch.text }
      return "\u{1b}[\(codes)m\(stretch.text)\u{1b}[0m"
    }.joined()
  }
}

extension String {
  /// Columns the text takes on a terminal: East Asian wide characters and emoji take two.
  var terminalWidth: Int {
    utf8.allSatisfy { $0 < 0x80 } ? utf8.count : reduce(0) { $0 + $1.terminalWidth }
  }
}

extension Character {
  fileprivate var terminalWidth: Int {
    guard let first = unicodeScalars.first else { return 0 }
    switch first.value {
    case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff,
      0xfe30...0xfe6f, 0xff00...0xff60, 0xffe0...0xffe6, 0x1f300...0x1faff, 0x20000...0x3fffd:
      return 2
    default:
      let isMark = first.properties.generalCategory == .nonspacingMark
      return isMark || first.properties.isDefaultIgnorableCodePoint ? 0 : 1
    }
  }
}
