/// A half-open range of UTF-8 bytes in the text of one report.
///
/// Bytes are the only unit inside the program. ``PositionMap`` converts to Unicode code points, the
/// unit of the JSON contract, once at the door.
public struct TextSpan: Hashable, Sendable, Comparable {
  /// The offset of the first byte, counted from 0.
  public let start: Int
  /// The offset one past the last byte; never below `start`.
  public let end: Int

  /// Creates a span; an end before its start is a programmer's mistake.
  public init(start: Int, end: Int) {
    precondition(0 <= start && start <= end, "not a span: \(start)..<\(end)")
    self.start = start
    self.end = end
  }

  /// The number of bytes covered.
  public var count: Int { end - start }

  /// Whether every byte of `other` is in this span.
  public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }

  /// Whether the two spans share at least one byte.
  public func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }

  /// Orders spans by start, then the shorter first.
  public static func < (left: TextSpan, right: TextSpan) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}
