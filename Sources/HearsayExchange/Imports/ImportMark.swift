import HearsayRecords

/// What stands behind the reason of a decision that was imported: when it was made, and what the record that it adds was called there.
struct ImportMark: Hashable {
  /// As it was told; `nil` if it was not.
  var made: String?
  var was: String?

  private static let beginning = "(imported"
  private static let ofMade = "made "
  private static let ofName = "was "

  init(made: String?, was: String? = nil) {
    self.made = made.map { String($0.safeLine.prefix(40)) }
    self.was = was
  }

  var text: String {
    Self.beginning + (made.map { "; \(Self.ofMade)\($0)" } ?? "")
      + (was.map { "; \(Self.ofName)\($0)" } ?? "") + ")"
  }

  /// A reason without its mark, and the mark; `nil` if it was not imported.
  static func split(_ reason: String) -> (reason: String, mark: ImportMark?) {
    guard reason.hasSuffix(")"), let start = reason.ranges(of: beginning).last else {
      return (reason, nil)
    }
    var mark = ImportMark(made: nil)
    let told = reason[start.upperBound...].dropLast()
    for part in told.split(separator: ";").map({ String($0).trimmed }) {
      if part.hasPrefix(ofMade) { mark.made = String(part.dropFirst(ofMade.count)) }
      if part.hasPrefix(ofName) { mark.was = String(part.dropFirst(ofName.count)) }
    }
    return (String(reason[..<start.lowerBound]).trimmed, mark)
  }
}
