/// Why bytes cannot be read as a report.
public struct TextError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Code: Hashable, Sendable {
    case empty, binary, tooLarge, noText, broken, table
  }

  /// What is wrong.
  public let code: Code
  /// What exactly was met and where, for a person.
  public let description: String

  package init(code: Code, description: String) {
    self.code = code
    self.description = description
  }
}
