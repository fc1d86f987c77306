import Foundation
import TestSupport
import Testing

/// What the machine may have.
private enum OtherTools {
  static let compiler = first("/usr/bin/cc", "/usr/bin/clang", "/usr/bin/gcc")
  static let python = first("/usr/bin/python3", "/usr/local/bin/python3")

  private static func first(_ paths: String...) -> String? {
    paths.first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}

/// The C library, called by a program in C (`Tests/Library/library.c`) that is compiled here.
@Suite(
  .tags(.model), .enabled(if: Program.hasModel, "no weights in Models"),
  .enabled(if: OtherTools.compiler != nil, "no C compiler"))
struct LibraryTests {
  private let program: Program
  private let caller: String
  private let sample = Program.root + "/Samples/1-agency.html"

  init() throws {
    program = try Program()
    caller = program.folder("caller")
    let library = URL(filePath: Program.path).deletingLastPathComponent().path
    let compiled = try Self.run(
      OtherTools.compiler ?? "",
      [
        "-std=c11", "-D_DEFAULT_SOURCE", "-Wall", "-Wextra", "-Werror",
        "-I" + Program.root + "/Sources/HearsayC/include",
        Program.root + "/Tests/Library/library.c",
        "-o", caller, "-L" + library, "-lHearsayC", "-lpthread", "-Wl,-rpath," + library,
      ])
    try #require(compiled.status == 0, "\(compiled.messages)")
  }

  private static func run(_ path: String, _ words: [String]) throws -> Program.Run {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = words
    let folder = try TemporaryFolder()
    let files = try ["out", "err"].map { name in
      try Data().write(to: URL(filePath: folder(name)))
      return try FileHandle(forWritingTo: URL(filePath: folder(name)))
    }
    process.standardOutput = files[0]
    process.standardError = files[1]
    try process.run()
    process.waitUntilExit()
    let texts = try ["out", "err"].map { try String(contentsOfFile: folder($0), encoding: .utf8) }
    return Program.Run(status: process.terminationStatus, output: texts[0], messages: texts[1])
  }

  private func call(_ words: String..., share: String = Program.root) throws -> Program.Run {
    try Self.run(caller, [share] + words)
  }

  @Test(arguments: ["1-agency", "3-tabloid", "6-live"])
  func `a program in C reads what the tool reads, byte for byte`(_ name: String) throws {
    let path = Program.root + "/Samples/\(name).html"
    let own = try program.run("read", "--no-store", "-q", "-f", "jsonl", path)
    let read = try call("read", path, path)
    #expect(read.status == 0 && own.status == 0)
    #expect(read.output == own.output)
  }

  @Test func `what callers get wrong is told and ends nothing`() throws {
    let run = try call("hardly")
    #expect(run.status == 0, "\(run.messages)")
  }

  @Test(arguments: ["threads", "fork"])
  func `readers are shared between threads and survive a fork`(_ way: String) throws {
    let run = try call(way, sample)
    #expect(run.status == 0, "\(run.messages)")
  }

  @Test func `memory does not grow with what is read`() throws {
    let run = try call("again", sample, "300")
    #expect(run.status == 0, "\(run.messages)")
    let grown = try #require(Int(run.output.trimmingCharacters(in: .whitespacesAndNewlines)))
    #expect(grown < 4096, "\(grown) kB more after 300 readings")
  }

  @Test func `weights are looked for beside the library, never in the source tree`() throws {
    let library = program.folder("lib/libHearsayC.so")
    try FileManager.default.createDirectory(
      atPath: program.folder("lib"), withIntermediateDirectories: true)
    let built = URL(filePath: Program.path).deletingLastPathComponent().path + "/libHearsayC.so"
    try FileManager.default.copyItem(atPath: built, toPath: library)
    func read() throws -> Program.Run {
      let process = [
        "LD_LIBRARY_PATH=" + program.folder("lib"), caller, "-", "read", sample, sample,
      ]
      return try Self.run("/usr/bin/env", process)
    }
    let without = try read()
    #expect(without.status == 3)
    #expect(without.messages.contains(program.folder("lib") + "/hearsay"), "\(without.messages)")
    try FileManager.default.createSymbolicLink(
      atPath: program.folder("lib/hearsay"), withDestinationPath: Program.root)
    #expect(try read().status == 0)
  }

  @Test(.enabled(if: OtherTools.python != nil, "no Python"))
  func `the package for Python passes its tests`() throws {
    let manager = FileManager.default
    for name in ["lib", "share"] {
      try manager.createDirectory(
        atPath: program.folder(name), withIntermediateDirectories: true)
    }
    // Weights are found beside the library, as in a prefix.
    let built = URL(filePath: Program.path).deletingLastPathComponent().path + "/libHearsayC.so"
    try manager.copyItem(atPath: built, toPath: program.folder("lib/libhearsay.so"))
    try manager.createSymbolicLink(
      atPath: program.folder("share/hearsay"), withDestinationPath: Program.root)
    let run = try Self.run(
      "/usr/bin/env",
      [
        "PYTHONPATH=\(Program.root)/Python", "PYTHONDONTWRITEBYTECODE=1",
        "HEARSAY_LIBRARY=\(program.folder("lib/libhearsay.so"))", "HEARSAY=\(Program.path)",
        "SAMPLES=\(Program.root)/Samples", "READINGS=150", OtherTools.python ?? "",
        Program.root + "/Python/tests/test_wheel.py",
      ])
    #expect(run.status == 0, "\(run.messages.suffix(3_000))")
  }
}
