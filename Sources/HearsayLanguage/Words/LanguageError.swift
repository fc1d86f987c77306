/// What is wrong with a file of the language's data, and where.
package struct LanguageError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file's name or path.
  package let file: String
  /// Counted from 1; 0 for the whole file.
  package let line: Int
  /// What is wrong there.
  package let reason: String

  package init(file: String, line: Int, reason: String) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  package var description: String { line > 0 ? "\(file):\(line): \(reason)" : "\(file): \(reason)" }
}
