import HearsayLedger

/// Where an export goes: standard output, or a file that gets its name only when it is whole.
struct ExportOutput: ~Copyable {
  /// Nobody reads the output any more.
  struct Closed: Error {}

  /// What is gathered before it is written.
  private static let piece = 1 << 20

  private let console: Console
  private let file: PublishedFile?
  /// Whether text becomes gzip members.
  let compresses: Bool
  private var pending: [UInt8] = []

  /// An output to a file, or to standard output for `nil`.
  init(_ path: String?, _ console: Console) throws {
    self.console = console
    file = try path.map { try PublishedFile($0) }
    compresses = path?.hasSuffix(".gz") ?? false
  }

  /// Adds text.
  mutating func write(_ text: String) throws {
    pending += text.utf8
    if pending.count >= Self.piece { try flush() }
  }

  /// Adds bytes as they are.
  func write(_ bytes: [UInt8]) throws {
    if let file {
      try file.write(bytes)
    } else {
      try console.print(bytes)
      if console.isClosed { throw Closed() }
    }
  }

  private mutating func flush() throws {
    guard !pending.isEmpty else { return }
    try write(compresses ? try Gzip.compress(pending) : pending)
    pending = []
  }

  /// Writes what is left and gives the file its name.
  mutating func finish() throws {
    try flush()
    try file?.publish()
  }
}
