import HearsayLanguage
import HearsayRecords

/// Words in quotation marks.
struct Quotation: Hashable, Sendable {
  /// The bytes between the marks.
  let inside: TextSpan
  /// The bytes with the marks.
  let outside: TextSpan
  /// Whether a closing mark was found; a quotation running on in the next paragraph has none.
  let isClosed: Bool
  /// Whether it goes on with the quotation before it, which was left open at the end of its paragraph.
  let continues: Bool
}

/// Finds quotations by their marks alone.
///
/// An apostrophe is no mark; a paragraph's end closes what was left open, and a paragraph that opens with a
/// mark again goes on with it.
enum Quotations {
  /// A quotation longer than this many paragraphs is taken for a mark gone astray.
  private static let longestInBytes = 4_000

  static func find(in utf8: [UInt8]) -> [Quotation] {
    let scalars = Array(String(decoding: utf8, as: UTF8.self).unicodeScalars)
    let paragraphs = Paragraphs(scalars)
    var offsets = [Int](repeating: 0, count: scalars.count + 1)
    for (index, scalar) in scalars.enumerated() {
      offsets[index + 1] = offsets[index] + UTF8.width(scalar)
    }
    var found: [Quotation] = []
    var open: (index: Int, closer: Closer, continues: Bool)?
    var leftOpen: Closer?

    func close(at index: Int, closed: Bool) {
      guard let start = open else { return }
      let doubled = start.closer == .doubledSingle
      let first = min(start.index + (doubled ? 2 : 1), index)
      let last = doubled && closed ? max(index - 1, first) : index
      let inside = TextSpan(start: offsets[first], end: offsets[last])
      let outside = TextSpan(
        start: offsets[start.index], end: offsets[closed ? index + 1 : index])
      if inside.count > 0, inside.count <= longestInBytes {
        found.append(
          Quotation(inside: inside, outside: outside, isClosed: closed, continues: start.continues))
      }
      open = nil
    }

    for index in scalars.indices {
      let scalar = scalars[index]
      if scalar == "\n", paragraphs.end(at: index) {
        if let start = open {
          leftOpen = start.closer
          var end = index
          while end > start.index + 1, scalars[end - 1].properties.isWhitespace { end -= 1 }
          close(at: end, closed: false)
        }
        continue
      }
      if let start = open {
        if start.closer.closes(scalars, index) {
          close(at: index, closed: true)
          leftOpen = nil
        }
      } else if let closer = Closer.opened(by: scalars, index) {
        let continues = leftOpen == closer && paragraphs.start(at: index)
        open = (index, closer, continues)
        if !continues { leftOpen = nil }
      } else if !scalar.properties.isWhitespace, paragraphs.start(at: index) {
        leftOpen = nil
      }
    }
    close(at: scalars.count, closed: false)
    return found.enumerated().map { number, quotation in
      let goesOn = number + 1 < found.count && found[number + 1].continues
      return quotation.isClosed || goesOn ? quotation : cutShort(quotation, utf8)
    }
  }

  /// A quotation that nothing closes, and that does not go on in the next paragraph: it ends with its sentence at most.
  private static func cutShort(_ quotation: Quotation, _ utf8: [UInt8]) -> Quotation {
    let (start, end) = (quotation.inside.start, quotation.inside.end)
    let stops = [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")]
    for at in start..<end where stops.contains(utf8[at]) && at + 2 < end && at > start + 2 {
      guard utf8[at + 1] == UInt8(ascii: " "), isCapital(utf8[at + 2]),
        // "U.S. Army", "Mr. Orst"
        !isCapital(utf8[at - 1]), utf8[at - 1] != UInt8(ascii: "."), !isCapital(utf8[at - 2])
      else { continue }
      return Quotation(
        inside: TextSpan(start: start, end: at),
        outside: TextSpan(start: quotation.outside.start, end: at), isClosed: false,
        continues: quotation.continues)
    }
    return quotation
  }

  private static func isCapital(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }

  /// The mark that will close a quotation.
  private enum Closer {
    case curlyDouble, curlySingle, straightDouble, straightSingle, guillemet, low, doubledSingle

    static func opened(by scalars: [Unicode.Scalar], _ index: Int) -> Closer? {
      let before: Unicode.Scalar? = index > 0 ? scalars[index - 1] : nil
      let after: Unicode.Scalar? = index + 1 < scalars.count ? scalars[index + 1] : nil
      let opensWord =
        before.map { !$0.properties.isAlphabetic && !("0"..."9").contains($0) } ?? true
        && after.map { !$0.properties.isWhitespace } ?? false
      switch scalars[index] {
      case "“": return .curlyDouble
      case "„": return .low
      case "«": return .guillemet
      case "\"": return opensWord ? .straightDouble : nil
      case "‘": return opensWord && after != "s" ? .curlySingle : nil
      case "'":
        if after == "'" { return opensWord ? .doubledSingle : nil }
        guard opensWord, let after, after.properties.isAlphabetic else { return nil }
        return Quotations.hasClosingApostrophe(scalars, index) ? .straightSingle : nil
      case "`": return after == "`" ? .doubledSingle : nil
      default: return nil
      }
    }

    func closes(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
      let after: Unicode.Scalar? = index + 1 < scalars.count ? scalars[index + 1] : nil
      let endsWord = after.map { !$0.properties.isAlphabetic } ?? true
      switch self {
      case .curlyDouble: return scalars[index] == "”" || scalars[index] == "\""
      case .low: return scalars[index] == "“" || scalars[index] == "”"
      case .guillemet: return scalars[index] == "»"
      case .straightDouble: return scalars[index] == "\"" || scalars[index] == "”"
      case .curlySingle:
        return scalars[index] == "’" && endsWord && !Quotations.isPossessive(scalars, index)
      case .straightSingle:
        return scalars[index] == "'" && endsWord && !Quotations.isPossessive(scalars, index)
      case .doubledSingle:
        return scalars[index] == "'" && index > 1 && scalars[index - 1] == "'"
          && !scalars[index - 2].properties.isWhitespace
      }
    }
  }

  /// Whether an apostrophe after an s ("the groups' seats") is a possessive and not the end of a quotation:
  /// only if a letter follows after one space and another closing apostrophe is still to come in the paragraph.
  private static func isPossessive(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard index > 0, scalars[index - 1] == "s", index + 2 < scalars.count,
      scalars[index + 1] == " ", scalars[index + 2].properties.isLowercase
    else { return false }
    return hasClosingApostrophe(scalars, index + 1)
  }

  /// Whether an apostrophe that ends a word comes later in the paragraph, before another opens.
  private static func hasClosingApostrophe(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    var at = index + 2
    while at < scalars.count {
      if scalars[at] == "\n", at + 1 < scalars.count, scalars[at + 1] == "\n" { return false }
      if scalars[at] == "'" || scalars[at] == "’" {
        let after: Unicode.Scalar? = at + 1 < scalars.count ? scalars[at + 1] : nil
        if after.map({ !$0.properties.isAlphabetic }) ?? true { return true }
        if scalars[at - 1].properties.isWhitespace { return false }
      }
      at += 1
    }
    return false
  }
}

/// Where paragraphs begin and end.
private struct Paragraphs {
  private let scalars: [Unicode.Scalar]
  /// Whether lines are broken at a column, so that only a blank line ends a paragraph.
  private let isHardWrapped: Bool

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    var single = 0
    var inside = 0
    var longest = 0
    var lineStart = 0
    for index in scalars.indices where scalars[index] == "\n" {
      longest = max(longest, index - lineStart)
      lineStart = index + 1
      guard index > 0, index + 1 < scalars.count, scalars[index - 1] != "\n",
        scalars[index + 1] != "\n"
      else { continue }
      single += 1
      if !".!?:;”\"’'".unicodeScalars.contains(scalars[index - 1]) { inside += 1 }
    }
    isHardWrapped =
      single >= 4 && inside * 2 > single && longest <= ParagraphNumbers.longestWrappedLine
  }

  /// Whether the line break at `index` ends a paragraph.
  func end(at index: Int) -> Bool {
    guard isHardWrapped, index > 0, index + 1 < scalars.count else { return true }
    return scalars[index + 1].properties.isWhitespace || scalars[index - 1] == "\n"
  }

  /// Whether a paragraph starts at `index`.
  func start(at index: Int) -> Bool {
    var at = index - 1
    while at >= 0, scalars[at] == " " || scalars[at] == "\t" { at -= 1 }
    return at < 0 || scalars[at] == "\n" && end(at: at)
  }
}
