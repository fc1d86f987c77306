import Foundation

/// How many lines the page has that people read of a report: the coded reports that are never trained on.
///
/// The page is the tool's, so the tool prints it: the program that stands beside this one.
enum PageLength {
  static let measure = Measure(name: "page.lines", needs: ["happenings"], run: run)

  /// Lines that a person reads of an ordinary report without turning away.
  private static let wanted = 45.0

  @Sendable private static func run(_ data: URL) throws -> [Score] {
    let reports = try CodedReport.all(in: data.appending(path: "happenings")).filter(
      \.isDevelopment)
    let tool = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "hearsay")
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "hearsay-pages-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let lengths = concurrently(reports.count) { index, _ -> Int? in
      let file = folder.appending(path: reports[index].name + ".txt")
      try? Data(reports[index].text.utf8).write(to: file)
      return try? lines(of: file, reports[index].published, tool)
    } makeWorkspace: {
      ()
    }
    let read = lengths.compactMap { $0 }.sorted()
    let mean = Double(read.reduce(0, +)) / Double(max(read.count, 1))
    print(
      "         \(rounded(mean)) lines a report; half have \(read.isEmpty ? 0 : read[read.count / 2]) at most, "
        + "the longest \(read.last ?? 0); \(read.count { Double($0) > wanted }) have more than \(Int(wanted))"
    )
    return [Score(key: "page.lines", value: wanted / max(mean, 1), of: read.count)]
  }

  private static func lines(of file: URL, _ published: String?, _ tool: URL) throws -> Int {
    let process = Process()
    process.executableURL = tool
    process.arguments =
      ["read", "--no-store", "--jobs", "1"] + (published.map { ["--published", $0] } ?? [])
      + [file.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let page = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return page.count { $0 == UInt8(ascii: "\n") }
  }
}
