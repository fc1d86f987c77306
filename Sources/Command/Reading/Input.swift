import HearsayArchives

/// Where a report, or many of them, come from.
enum Input: Hashable, Sendable {
  /// A file, by the path as it was given or found.
  case file(String)
  /// A file that holds many reports, or one in a wrapping.
  case archive(String, ArchiveFile.Kind)
  /// A page on the web.
  case page(String)
  /// Standard input.
  case standardInput

  /// What stands for it on the command line and in `report.url`.
  var name: String {
    switch self {
    case .file(let path), .archive(let path, _): path
    case .page(let address): address
    case .standardInput: "-"
    }
  }

  /// Whether it may hold more than one report.
  var isArchive: Bool {
    if case .archive = self { true } else { false }
  }
}

/// Something that cannot be read, and why; one bad input does not stop a run.
struct InputError: Error, Hashable, Sendable {
  /// The file or address.
  let name: String
  /// What is wrong, without a full stop.
  let reason: String
  /// Whether it was read and just holds no report.
  var isWithoutReport = false

  /// One line for a person.
  var message: String { "\(name): \(reason)" }
}
