package import HearsayArchives

/// Where a report, or many of them, come from.
package enum Input: Hashable, Sendable {
  /// A file, by the path as it was given or found.
  case file(String)
  /// A file that holds many reports, or one in a wrapping; `-` is standard input.
  case archive(String, ArchiveFile.Kind)
  /// A page on the web.
  case page(String)
  /// Bytes that somebody has already.
  case bytes(GivenBytes)
  /// Standard input.
  case standardInput

  /// What stands for it on the command line and in `report.url`.
  package var name: String {
    switch self {
    case .file(let path), .archive(let path, _): path
    case .page(let address): address
    case .bytes(let given): given.name
    case .standardInput: "-"
    }
  }

  /// Whether it may hold more than one report.
  package var isArchive: Bool {
    if case .archive = self { true } else { false }
  }
}

/// A report that somebody has in hand.
package struct GivenBytes: Hashable, Sendable {
  /// What stands for it in `report.url`, and for its versions: an address or a path from the root.
  package let name: String
  package let bytes: [UInt8]
  /// Their type as a Content-Type header has it.
  package let contentType: String?
  /// When they were fetched, ISO 8601, if they were.
  package let fetched: String?

  package init(
    name: String, bytes: [UInt8], contentType: String? = nil, fetched: String? = nil
  ) {
    self.name = name
    self.bytes = bytes
    self.contentType = contentType
    self.fetched = fetched
  }
}

/// Something that cannot be read, and why; one bad input does not stop a run.
package struct InputError: Error, Hashable, Sendable {
  /// The file or address.
  package let name: String
  /// What is wrong, without a full stop.
  package let reason: String
  /// Whether it was read and just holds no report.
  package var isWithoutReport = false
  /// Whether it cannot be kept since the disk is full, which ends the run.
  package var isFullDisk = false

  /// Tells of something that cannot be read.
  package init(
    name: String, reason: String, isWithoutReport: Bool = false, isFullDisk: Bool = false
  ) {
    self.name = name
    self.reason = reason
    self.isWithoutReport = isWithoutReport
    self.isFullDisk = isFullDisk
  }

  /// One line for a person.
  package var message: String { "\(name): \(reason)" }
}
