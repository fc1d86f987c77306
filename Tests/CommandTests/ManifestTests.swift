import Foundation
import Testing

/// The manifest is the diagram of the house: what it draws is there.
struct ManifestTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// A target as `Package.swift` lists it.
  struct Target: Sendable, CustomTestStringConvertible {
    let name: String
    let folder: String
    let dependencies: [String]

    var testDescription: String { name }
  }

  /// The targets of Swift sources: the calls of the manifest by which one is made.
  static let targets: [Target] = {
    let manifest =
      (try? String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)) ?? ""
    // The functions that the manifest defines come before the list.
    let list = manifest.components(separatedBy: "// The rooms, from the bottom up").last ?? ""
    let call = /(?:room|tests|\.target|\.executableTarget)\(\s*(of: |name: )?"(\w+)"/
    let starts = list.matches(of: call)
    return starts.enumerated().map { index, match in
      let end =
        index + 1 < starts.count ? starts[index + 1].range.lowerBound : list.endIndex
      let body = list[match.range.upperBound..<end].prefix { $0 != "]" }
      let path = list[match.range.upperBound..<end].firstMatch(of: /path: "([\w\/]+)"/)
      let name = String(match.output.2)
      let isTest = match.output.1 == "of: "
      let folder =
        path.map { String($0.output.1) } ?? (isTest ? "Tests/\(name)Tests" : "Sources/\(name)")
      return Target(
        name: isTest ? "\(name)Tests" : name, folder: folder,
        dependencies: body.matches(of: /"(\w+)"/).map { String($0.output.1) })
    }
  }()

  @Test func `the manifest is understood`() {
    let names = Set(Self.targets.map(\.name))
    #expect(names.isSuperset(of: ["HearsayRecords", "HearsayIntake", "Command", "CommandTests"]))
    #expect(Self.targets.first { $0.name == "Command" }?.dependencies.contains("Hearsay") == true)
  }

  @Test func `no file of the sources is longer than four hundred lines`() throws {
    let folder = Self.root.appending(path: "Sources")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
      .compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
    for file in try #require(files) {
      let lines = try Data(contentsOf: file).count { $0 == UInt8(ascii: "\n") }
      #expect(lines <= 400, "\(file.lastPathComponent) has \(lines) lines")
    }
  }

  // What is written in C includes and does not import.
  @Test(arguments: targets.filter { !$0.name.hasPrefix("C") || $0.name.hasPrefix("Command") })
  func `every edge of the manifest is used by an import`(_ target: Target) throws {
    let folder = Self.root.appending(path: target.folder)
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
      .compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
    var imported: Set<String> = []
    for file in try #require(files) {
      for match in try String(contentsOf: file, encoding: .utf8).matches(of: /import (\w+)/) {
        imported.insert(String(match.output.1))
      }
    }
    #expect(!imported.isEmpty || target.dependencies.isEmpty)
    for dependency in target.dependencies {
      #expect(imported.contains(dependency), "\(target.name) does not import \(dependency)")
    }
  }
}
