/// Why a weights file cannot be used.
public struct ModelError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Code: Hashable, Sendable {
    case notFound, notReadable, notWeights, wrongVersion, truncated, damaged, incomplete
  }

  /// What is wrong.
  public let code: Code
  /// The file.
  public let path: String
  /// What exactly was met, for a person.
  public let detail: String

  /// One line for a person: the file and what is wrong with it.
  public var description: String { "\(path): \(detail)" }
}
