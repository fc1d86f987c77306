import Foundation
import TestSupport
import Testing

/// The built tool, run as people run it.
struct Program {
  /// How a run ended.
  struct Run {
    let status: Int32
    let output: String
    let messages: String

    /// The lines on standard error.
    var messageLines: [Substring] { messages.split(separator: "\n") }
  }

  /// A folder of its own, with a ledger in it.
  let folder: TemporaryFolder
  let ledger: String

  init() throws {
    folder = try TemporaryFolder()
    ledger = folder("ledger.sqlite")
  }

  /// The source tree.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// Whether there are weights to read with.
  static let hasModel: Bool = {
    let path =
      ProcessInfo.processInfo.environment["HEARSAY_MODEL"] ?? root + "/Models/hearsay.weights"
    return FileManager.default.fileExists(atPath: path)
  }()

  /// The tool is built into the folder that the tests run from.
  static let path: String = {
    let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    let beside = tests.deletingLastPathComponent().appending(path: "hearsay").path
    if FileManager.default.isExecutableFile(atPath: beside) { return beside }
    // Some runners load the tests into a process of their own.
    return root + "/.build/debug/hearsay"
  }()

  /// The tool with its words, not yet started.
  func process(_ words: [String], environment: [String: String] = [:]) -> Process {
    let process = Process()
    process.executableURL = URL(filePath: Self.path)
    process.arguments = words
    var variables = ProcessInfo.processInfo.environment
    variables["HEARSAY_LEDGER"] = ledger
    variables["COLUMNS"] = "100"
    variables["NO_COLOR"] = nil
    for (name, value) in environment { variables[name] = value }
    process.environment = variables
    process.standardInput = FileHandle.nullDevice
    return process
  }

  /// Starts the tool and does not wait.
  func start(
    _ words: [String], input: String? = nil, environment: [String: String] = [:],
    folder inFolder: String? = nil
  ) throws -> Started {
    let process = process(words, environment: environment)
    if let inFolder { process.currentDirectoryURL = URL(filePath: inFolder) }
    let name = UUID().uuidString
    let (output, messages) = (folder(name + ".out"), folder(name + ".err"))
    for path in [output, messages] { try Data().write(to: URL(filePath: path)) }
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: messages))
    if let input {
      let path = folder(name + ".in")
      try Data(input.utf8).write(to: URL(filePath: path))
      process.standardInput = try FileHandle(forReadingFrom: URL(filePath: path))
    }
    try process.run()
    return Started(process: process, output: output, messages: messages)
  }

  /// Runs the tool to its end.
  @discardableResult
  func run(
    _ words: String..., input: String? = nil, environment: [String: String] = [:]
  ) throws -> Run {
    try start(words, input: input, environment: environment).wait()
  }

  /// Writes a file into the folder.
  ///
  /// - Returns: Its path.
  func write(_ text: String, to name: String) throws -> String {
    try write(Data(text.utf8), to: name)
  }

  /// Writes a file into the folder.
  ///
  /// - Returns: Its path.
  func write(_ data: Data, to name: String) throws -> String {
    let path = folder(name)
    let above = URL(filePath: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: above, withIntermediateDirectories: true)
    try data.write(to: URL(filePath: path))
    return path
  }
}

/// The tool while it runs.
struct Started {
  let process: Process
  fileprivate let output: String
  fileprivate let messages: String

  /// The first line of the output, without its end, as soon as it is there.
  func firstLine() throws -> String {
    while process.isRunning {
      let text = String(decoding: try Data(contentsOf: URL(filePath: output)), as: UTF8.self)
      if let end = text.firstIndex(of: "\n") {
        let line = text[..<end]
        return String(line.last == "/" ? line.dropLast() : line)
      }
      Thread.sleep(forTimeInterval: 0.02)
    }
    throw POSIXError(.ESRCH)
  }

  /// Waits for the end.
  func wait() throws -> Program.Run {
    process.waitUntilExit()
    func text(_ path: String) throws -> String {
      String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    }
    return Program.Run(
      status: process.terminationStatus, output: try text(output), messages: try text(messages))
  }
}

extension Tag {
  /// Needs the weights of the model.
  @Tag static var model: Self
}
