/// Where a report comes from.
enum Input: Hashable, Sendable {
  /// A file, by the path as it was given or found.
  case file(String)
  /// A page on the web.
  case page(String)
  /// Standard input.
  case standardInput

  /// What stands for it on the command line and in `report.url`.
  var name: String {
    switch self {
    case .file(let path): path
    case .page(let address): address
    case .standardInput: "-"
    }
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
