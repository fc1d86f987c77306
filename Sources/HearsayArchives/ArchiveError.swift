/// Why an archive could not be opened or read on; damage inside it is counted, not thrown.
package struct ArchiveError: Error, Hashable, Sendable {
  /// The kinds of failure that callers tell apart.
  package enum Code: Hashable, Sendable {
    /// The file is not there, may not be read, or the disk fails.
    case unreadable
    /// The file is not what its name says.
    case notAnArchive
    /// A program that is needed is not installed.
    case missingProgram
    /// It, or an entry of it, is larger than any report.
    case tooLarge
    /// The bytes from here on are not what they should be.
    case damaged
  }

  /// The kind of failure.
  package let code: Code
  /// What is wrong, without the file's name and without a full stop.
  package let reason: String

  package init(_ code: Code, _ reason: String) {
    self.code = code
    self.reason = reason
  }
}
